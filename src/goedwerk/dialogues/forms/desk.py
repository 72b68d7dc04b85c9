"""The desk: texts on their way to the group, and what the facilitator decides on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goedwerk.dialogues.forms.leading import ActForm
from goedwerk.dialogues.models import Passage, PassageState

DECISIONS = [
    ("show", gettext_lazy("Show")),
    ("skip", gettext_lazy("Do not show")),
    ("retell", gettext_lazy("Retell")),
]
LONGEST_RETELLING = 1000


LONGEST_NAME = 60


def words_of(passage: Passage) -> str:
    """A text as it is called in a list of texts."""
    text = " ".join(text for _label, text in passage.lines)
    about = f"{passage.heading}: {text}" if passage.heading else text
    return about if len(about) <= LONGEST_NAME else f"{about[:LONGEST_NAME]}…"


def decided_before(passage: Passage) -> str:
    """What the group sees already stays, unless it is decided otherwise."""
    return "show" if passage.state == PassageState.SHOWN else ""


@dataclass(frozen=True)
class OnDesk:
    """One text on the desk: what is decided on it, in which words it is retold, which other says the same."""

    passage: Passage
    decision: forms.BoundField
    text: forms.BoundField
    same: forms.BoundField | None


class TextsForm(ActForm):
    """One decision per passage; a passage without a decision waits."""

    rest = forms.ChoiceField(choices=[("", ""), ("show", "")], required=False)

    def __init__(self, data: Any = None, *, passages: Iterable[Passage], may_join: bool = False):
        super().__init__(data)
        self.passages = list(passages)
        self.may_join = may_join and len(self.passages) > 1
        for passage in self.passages:
            self.fields[f"decision-{passage.pk}"] = forms.ChoiceField(
                choices=DECISIONS, required=False, widget=forms.RadioSelect, initial=decided_before(passage)
            )
            self.fields[f"text-{passage.pk}"] = forms.CharField(required=False, max_length=LONGEST_RETELLING)
            if self.may_join:
                self.fields[f"same-{passage.pk}"] = self.same_as(passage)

    def same_as(self, passage: Passage) -> forms.ChoiceField:
        """Another text that says the same; both stand under one heading."""
        others = [(str(each.pk), words_of(each)) for each in self.passages if each != passage]
        return forms.ChoiceField(choices=[("", _("no other")), *others], required=False, label=_("Says the same as"))

    @property
    def desk(self) -> list[OnDesk]:
        return [self.on_desk(passage) for passage in self.passages]

    @property
    def waiting(self) -> list[Passage]:
        return [passage for passage in self.passages if not decided_before(passage)]

    def on_desk(self, passage: Passage) -> OnDesk:
        return OnDesk(passage, *(self.bound(name, passage) for name in ("decision", "text", "same")))

    def bound(self, name: str, passage: Passage) -> forms.BoundField | None:
        field = f"{name}-{passage.pk}"
        return self[field] if field in self.fields else None

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        for passage in self.passages:
            if given.get(f"decision-{passage.pk}") == "retell" and not given.get(f"text-{passage.pk}", "").strip():
                self.add_error(f"text-{passage.pk}", _("Write how you retell this text."))
            if self.joined(passage) and not self.is_shown(given[f"same-{passage.pk}"]):
                self.add_error(f"same-{passage.pk}", _("Show the text that it is joined with."))
        return given

    def joined(self, passage: Passage) -> bool:
        return bool(self.cleaned_data.get(f"same-{passage.pk}"))

    def is_shown(self, key: str) -> bool:
        """Whether the text with this key is let go itself, and not joined with yet another."""
        other = next(each for each in self.passages if str(each.pk) == key)
        decision = self.cleaned_data.get(f"decision-{key}") or self.cleaned_data.get("rest") or decided_before(other)
        return decision in ("show", "retell") and not self.joined(other)

    @property
    def decisions(self) -> dict[str, tuple[str, str]]:
        rest = self.cleaned_data["rest"]
        return {str(each.pk): self.decision_on(each, rest) for each in self.passages}

    def decision_on(self, passage: Passage, rest: str) -> tuple[str, str]:
        if self.joined(passage):
            return "skip", ""
        return self.cleaned_data[f"decision-{passage.pk}"] or rest, self.cleaned_data[f"text-{passage.pk}"]
