"""What a statement needs so that others can vote on it: one idea, said and not asked. Hints; they never block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from goedwerk.dialogues.kinds.writing import trace_hints

SENTENCE_ENDS = re.compile(r"[.!;](?=\s+\S)")
JOINED = re.compile(
    r"\b(?:en ook|en daarnaast|en bovendien|maar ook|en/of|and also|but also|as well as|and/or)\b", re.IGNORECASE
)
SHORTEST_WORDS = 3


def hints_for(texts: Sequence[str]) -> list[str]:
    found = [hint for text in texts for hint in hints_in(text)]
    return [*dict.fromkeys(found), *trace_hints(texts)]


def hints_in(text: str) -> list[str]:
    said = (
        (asks(text), _("This is a question. Others can only agree or disagree with something that is said.")),
        (holds_several(text), _("There may be two ideas in this. Somebody can agree with one and not with the other.")),
        (len(text.split()) < SHORTEST_WORDS, _("This is very short. Would somebody else know what you mean?")),
    )
    return [hint for is_so, hint in said if is_so]


def asks(text: str) -> bool:
    return text.rstrip().endswith("?")


def holds_several(text: str) -> bool:
    return bool(SENTENCE_ENDS.search(text) or JOINED.search(text))
