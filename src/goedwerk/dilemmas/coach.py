"""The question coach: nine rules that help to put a moral question. They give hints and never block.

After the seven-step guide of Dialoog & Ethiek, in our own words. Rule 8 (nothing that points to a person) is checked by
`dialogues.text_checks` for every text; Dutch and English are checked at once, since people write in either.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

LONGEST = 15


def words(*listed: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(listed)})\b", re.IGNORECASE)


HOW = re.compile(r"^\W*(?:hoe|how)\b", re.IGNORECASE)
# To be able, to want, to have to, to dare, to be allowed.
OPENING = (
    "kan|kun|kunnen|kunt|wil|wilt|willen|moet|moeten|durf|durft|durven|mag|mogen|zou|zouden|hoor|hoort|horen|behoor|behoort"
    "|can|could|will|would|must|dare|may|should|shall|ought"
)
STARTS_WELL = re.compile(rf"^\W*(?:{OPENING})\b", re.IGNORECASE)
LOADED = words(
    "te veel", "te weinig", "niet eerlijk", "oneerlijk", "zomaar", "too much", "too little", "unfair", "not fair"
)
FUNCTION = r"\w*(?:leider|medewerker|manager|adviseur|consulent|inspecteur|handhaver|bestuurder|collega|ambtenaar)"
BODIES = "gemeente|provincie|organisatie|overheid|raad|minister|wethouder|burgemeester|rechter|politie"
OFFICERS = "civil servant|public servant|leader|manager|adviser|officer|colleague|employee|team leader"
ACTOR = words(
    *("ik", "je", "jij", "u", "wij", "we", "ambtenaren", "het team", "ons team"),
    *(rf"(?:een|de|deze|die|mijn|onze) {FUNCTION}", rf"(?:een|de|onze) (?:{BODIES})"),
    *("het ministerie", "het waterschap", "het college"),
    *("I", "you", "one", rf"(?:an?|the|my|our) (?:\w+ )?(?:{OFFICERS})"),
    *("(?:the|our) (?:municipality|ministry|team|council|organisation|government)",),
)
STEERS = words(
    "toch", "gewoon", "wel erg", "natuurlijk", "eigenlijk niet", "surely", "simply", "obviously", "of course", "just"
)
OUGHT = words(
    *OPENING.split("|"), "goed", "juist", "behoren", "verantwoord", "terecht", "good", "right", "wrong", "justified"
)


@dataclass(frozen=True)
class Rule:
    """What a good question has. `holds` says whether this one does; `hint` helps when it does not."""

    key: str
    holds: Callable[[str], bool]
    hint: Any


RULES = (
    Rule(
        "how",
        lambda text: not HOW.search(text),
        _("A question with “how” assumes that it must be solved. Ask first whether it should be done."),
    ),
    Rule("comma", lambda text: "," not in text, _("There is a comma in it. Are these perhaps two questions?")),
    Rule(
        "opening",
        lambda text: bool(STARTS_WELL.search(text)),
        _("Begin with “may”, “must”, “can”, “will” or “dare”. Then it becomes a question about what is right."),
    ),
    Rule("length", lambda text: len(text.split()) <= LONGEST, _("Keep it short: at most 15 words.")),
    Rule(
        "loaded",
        lambda text: not LOADED.search(text),
        _("A word in it already judges. Leave the judgement to the conversation."),
    ),
    Rule(
        "actor",
        lambda text: bool(ACTOR.search(text)),
        _("Say who has to act: I, we, a civil servant, the municipality."),
    ),
    Rule("steers", lambda text: not STEERS.search(text), _("A word in it steers towards an answer. Leave it out.")),
    Rule(
        "ought",
        lambda text: bool(OUGHT.search(text)),
        _("This asks how things are. Ask how they ought to be."),
    ),
)


def broken(question: str) -> list[str]:
    """The keys of the rules that this question does not follow."""
    return [rule.key for rule in RULES if not rule.holds(question)]


def hints(question: str) -> list[str]:
    return [str(rule.hint) for rule in RULES if not rule.holds(question)]
