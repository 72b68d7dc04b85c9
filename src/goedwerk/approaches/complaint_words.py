"""What the reader of packs says, in the language of the page: itself it speaks English, for a terminal as well."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# Each sentence with its blanks. A sentence that is not here is shown as the reader says it.
SENTENCES = (
    gettext_noop("The Dutch text is missing; add `nl:`."),
    gettext_noop("The English text is missing; add `en:`."),
    gettext_noop("This is missing; add `%(a)s:`."),
    gettext_noop("'%(a)s' is not known here; did you mean '%(b)s'?"),
    gettext_noop("'%(a)s' is not known here; remove it, or use one of: %(b)s."),
    gettext_noop("%(a)s is not a kind of step; the kinds are: %(b)s."),
    gettext_noop("%(a)s is not known here; use one of: %(b)s."),
    gettext_noop("This is empty; write a text."),
    gettext_noop("This is empty; write a list."),
    gettext_noop("This is empty; write a whole number."),
    gettext_noop("This is empty; write a group of names with values."),
    gettext_noop("This is read as a number or as true/false, but must be a text; put quotes around it."),
    gettext_noop("This must be a text."),
    gettext_noop("This must be a list."),
    gettext_noop("This must be a whole number."),
    gettext_noop("This must be true or false."),
    gettext_noop("This must be a group of names with values."),
    gettext_noop("Give exactly one of: %(a)s."),
    gettext_noop("This text is too short; write at least %(a)s characters."),
    gettext_noop("This text is too long; keep it under %(a)s characters."),
    gettext_noop("This list is too short; give at least %(a)s."),
    gettext_noop("This list is too long; give at most %(a)s."),
    gettext_noop("Something stands in this list twice; keep one."),
    gettext_noop("This number is too low; the lowest is %(a)s."),
    gettext_noop("This number is too high; the highest is %(a)s."),
    gettext_noop("%(a)s does not fit. %(b)s"),
    gettext_noop("'%(a)s' is already used in this list; give it another id."),
    gettext_noop("This must be at least %(a)s, the smallest number of people."),
    gettext_noop("This says %(a)s, but the steps that are not optional take %(b)s minutes."),
    gettext_noop("This must be higher than %(a)s, where the scale starts."),
    gettext_noop("Two shapes take %(a)s cards, so nobody knows which to use; keep one."),
    gettext_noop("This shape takes %(a)s cards; the decks have: %(b)s."),
    gettext_noop("'%(a)s' is both an input and a step; rename one of them."),
    gettext_noop("'%(a)s' is a %(b)s; this must be one of: %(c)s."),
    gettext_noop("The step '%(a)s' is not earlier than this one; refer to an earlier step or move it."),
    gettext_noop("There is no input or earlier step '%(a)s'; use one of: %(b)s."),
    gettext_noop("'%(a)s' keeps nothing; set `note: true` there."),
    gettext_noop("'%(a)s' asks for no options; set `options: true` there."),
    gettext_noop("This must be the same as in '%(a)s', which this step repeats."),
    gettext_noop("Set `occasion: first` in '%(a)s'."),
    gettext_noop("Only the writer sees '%(a)s'; take it out, or change its `reader`."),
    gettext_noop("This text is longer than %(a)s characters; that is more than an approach can have."),
    gettext_noop("This line is longer than %(a)s characters; cut it up."),
    gettext_noop("This file is empty; write its content, or remove it."),
    gettext_noop("A pack is written in YAML 1.2; remove the line that starts with %%YAML."),
    gettext_noop("A file holds one document; remove the line `---` or split the file."),
    gettext_noop("References with & and * are not allowed; write the text out."),
    gettext_noop("Tags that start with ! are not allowed; put quotes around a text instead."),
    gettext_noop("This is nested more than %(a)s levels deep; make it flatter."),
    gettext_noop("This file has more than %(a)s values; split it."),
    gettext_noop("'%(a)s' stands here twice (also on line %(b)s); keep one."),
    gettext_noop("A name before a colon must be one word or text, not a list or a group."),
    gettext_noop("There is a character here that cannot stand in a text; remove it."),
    gettext_noop("This is not valid YAML: %(a)s. Look at the indent, the quotes and the colons here."),
    gettext_noop("This is not UTF-8; save the file as UTF-8."),
    gettext_noop("This file has no place in a pack; a pack has: %(a)s."),
    gettext_noop("This zip cannot be opened (%(a)s); make it again, without a password."),
    gettext_noop("This pack has no pack.yaml; add one with id, version, licence, languages and authors."),
    gettext_noop("This file is larger than %(a)s bytes; split it into smaller files."),
    gettext_noop("This zip is larger than %(a)s bytes; split it into smaller packs."),
    gettext_noop("This pack is larger than %(a)s bytes; split it into smaller packs."),
    gettext_noop("This pack has more than %(a)s files; split it into smaller packs."),
)


def pattern_of(sentence: str) -> re.Pattern[str]:
    parts = re.split(r"%\((\w)\)s", sentence.replace("%%", "%"))
    blanks = (f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile("".join(blanks), re.DOTALL)


PATTERNS = [(pattern_of(sentence), sentence) for sentence in SENTENCES]


def in_words(message: str) -> str:
    for pattern, sentence in PATTERNS:
        found = pattern.fullmatch(message)
        if found:
            return _(sentence) % found.groupdict()
    return message
