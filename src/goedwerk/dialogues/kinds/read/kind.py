"""Shows what was chosen for this dialogue: a dilemma, a question, a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import StepKind
from goedwerk.approaches.texts import said
from goedwerk.dialogues.models import Step


@dataclass(frozen=True)
class Params(step_kind.Params):
    input: str = ""


@dataclass(frozen=True)
class Body:
    """`short` is what fits on the big screen."""

    title: str
    paragraphs: Sequence[str]
    short: str
    question: str


class Read(StepKind):
    key = "read"
    label = _("Read")
    icon = "book"
    Params = Params

    def body(self, step: Step) -> Body:
        document = step.material(self.params(step).input)
        text = words(document.get("situation") or document.get("text"))
        return Body(
            title=words(document.get("title")),
            paragraphs=paragraphs(text),
            short=words(document.get("short")) or text,
            question=words(document.get("question")),
        )


def words(text: Any) -> str:
    """A text of content, {nl, en}; or one that the facilitator typed."""
    if isinstance(text, Mapping):
        return words(text["text"]) if "text" in text else said(text)
    return text or ""


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


KIND = Read()
