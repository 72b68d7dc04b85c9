"""The statements that a conversation begins with: one on each line, written before it opens."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from django.utils.translation import gettext_lazy

from goedwerk.approaches.inputs import InputKind, OnPaper, PaperCard
from goedwerk.conversations.models import KEY_LENGTH


class StatementsInput(InputKind):
    key = "statements"
    label = gettext_lazy("Statements to begin with")
    longest = 6000
    rows = 8

    def frozen(self, chosen: Any, random: Random) -> Mapping[str, Any] | None:
        """Each line with a random key, so that its place among the others tells nothing."""
        lines = dict.fromkeys(line for written in (chosen or "").splitlines() if (line := written.strip()))
        if not lines:
            return None
        width = 4 * KEY_LENGTH
        statements = [{"key": f"{random.getrandbits(width):0{KEY_LENGTH}x}", "text": line} for line in lines]
        return {"text": "\n".join(lines), "statements": statements}

    def points(self, document: Mapping[str, Any]) -> list[tuple[str, str]]:
        return [(statement["key"], statement["text"]) for statement in document["statements"]]

    def on_paper(self, document: Mapping[str, Any]) -> OnPaper | None:
        cards = tuple(PaperCard("", statement["text"]) for statement in document["statements"])
        return OnPaper(str(self.label), cards=cards)
