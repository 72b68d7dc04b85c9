"""What keeps an approach from being kept as a version, each with the step it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from goedwerk.approaches import registry
from goedwerk.approaches.complaint_words import in_words
from goedwerk.approaches.drafting import Draft, step_of
from goedwerk.approaches.inputs import input_kind
from goedwerk.approaches.registry import UnknownKind, kind_of
from goedwerk.approaches.texts import said
from goedwerk.content import schemas, single
from goedwerk.content.complaints import Complaint, Place
from goedwerk.content.documents import key_of
from goedwerk.content.pack import PackError, PackInvalid


@dataclass(frozen=True)
class Problem:
    """One thing to repair. `step` is the id of the step it is in, or nothing."""

    step: str
    where: str
    text: str


def problems_of(draft: Draft) -> list[Problem]:
    found = [*single.problems_of(draft, kinds=other_kinds(), decks=deck_sizes(draft)), *wrong_params(draft)]
    return [problem_of(draft, complaint) for complaint in found]


def other_kinds() -> list[str]:
    """Kinds of step that are installed here beside those of the schema."""
    return [kind.key for kind in registry.all_kinds() if kind.key not in schemas.step_kinds()]


def deck_sizes(draft: Any) -> frozenset[int]:
    """How many cards the decks have that can be chosen here; asked only when there is something to sort."""
    steps = draft.get("steps") if isinstance(draft, dict) else None
    if not any(isinstance(step, dict) and step.get("kind") == "sort" for step in steps or ()):
        return frozenset()
    decks = input_kind("value-set")
    return frozenset(len(offer.document["cards"]) for offer in decks.offers()) if decks else frozenset()


def wrong_params(draft: Draft) -> Iterator[Complaint]:
    """The schema knows the parameters of shipped kinds; another kind checks its own."""
    for at, step in enumerate(draft["steps"]):
        if step["kind"] in schemas.step_kinds():
            continue
        try:
            kind_of(step["kind"]).Params.read(step["params"])
        except (UnknownKind, ValueError) as error:
            yield Complaint(("steps", at, "params"), str(error))


def problem_of(draft: Draft, complaint: Complaint) -> Problem:
    key = key_at(draft, complaint.place)
    step = step_of(draft, key)
    where = said(step["title"]) if step else key_of(complaint.place)
    return Problem(key, where, in_words(complaint.message))


def key_at(draft: Draft, place: Place) -> str:
    match place:
        case ("steps", int(at), *_):
            return draft["steps"][at]["id"]
    return ""


# As YAML


@dataclass(frozen=True)
class YamlProblem:
    """One thing to repair in a text: its file if there are several, its line, its name, and what to do."""

    file: str
    line: int
    key: str
    text: str

    @classmethod
    def of(cls, error: PackError) -> YamlProblem:
        return cls(error.file, error.line, error.key, in_words(error.message))


def read(text: str) -> tuple[Draft | None, list[YamlProblem]]:
    """What a text says, or everything that is wrong in it."""
    try:
        found = single.read_approach(text, kinds=other_kinds())
    except PackInvalid as wrong:
        return None, [YamlProblem.of(error) for error in wrong.errors]
    return found, []
