"""Rounds of one dialogue beside each other: each with its own picture, as it was stored. Nothing is computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goedwerk.dialogues.models import Round, Step
from goedwerk.reports import queries
from goedwerk.ui.pictures import Picture


@dataclass(frozen=True)
class Beside:
    """One question in every round in which it was asked, the first one first."""

    title: str
    rounds: Sequence[tuple[Round, Picture]]


def beside_each_other(round: Round, rounds: Sequence[Round]) -> list[Beside]:
    """The questions of this round that an earlier one asked as well."""
    known = [each for each in rounds if each.number <= round.number]
    return [found for step in round.steps.all() for found in questions_of(step, known) if len(found.rounds) > 1]


def questions_of(step: Step, rounds: Sequence[Round]) -> Iterator[Beside]:
    """The pictures of a step, each with those of the same title in other rounds."""
    if step.again_id or not step.is_closed:
        return
    drawn = [(each, pictures_in(each, step)) for each in rounds]
    for title in drawn[-1][1]:
        yield Beside(title, [(each, pictures[title]) for each, pictures in drawn if title in pictures])


def pictures_in(round: Round, step: Step) -> dict[str, Picture]:
    asked = next((each for each in round.steps.all() if each.key == step.key and each.is_closed), None)
    released = queries.released_of(asked) if asked else {}
    return {picture.title: picture for picture in asked.behaviour.pictures(asked, released)} if released else {}
