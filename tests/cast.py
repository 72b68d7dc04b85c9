"""The people of the tests, and how they act: always through the platform's own actions."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import models, transaction

from goedwerk.accounts.models import User
from goedwerk.approaches.models import Approach
from goedwerk.approaches.queries import find_approach
from goedwerk.approaches.recipes import Recipe
from goedwerk.content import loaders
from goedwerk.content.pack import Pack
from goedwerk.content.reader import read_pack
from goedwerk.dialogues.actions import leading, preparing, taking_part
from goedwerk.dialogues.actions.taking_part import Joined
from goedwerk.dialogues.models import Dialogue, Round, Step
from goedwerk.dilemmas.models import Dilemma, Vocabulary
from goedwerk.organisations.models import Membership
from goedwerk.values.models import ValueSet

INPUTS = {"dilemma": "wat-werkt-of-wat-mag", "values": "publieke-waarden-36:short", "case": None}
# What a facilitator chooses or writes for an input of each kind.
BY_KIND = {
    "dilemma": "wat-werkt-of-wat-mag",
    "value-set": "publieke-waarden-36:short",
    "text": "Wat vraagt goed werk van ons?\nEn wat vraagt het van de organisatie?",
    "statements": "Eerst luisteren.\nEerst de regel.\nEerst overleg.\nEerst uitstel.",
}


def inputs_for(recipe: Recipe) -> dict[str, Any]:
    return {needed["id"]: BY_KIND.get(needed["kind"]) for needed in recipe.inputs}


@cache
def shipped_packs() -> tuple[Pack, ...]:
    return tuple(read_pack(path) for path in loaders.shipped_packs())


def load_content() -> Pack:
    for pack in shipped_packs():
        loaders.load_pack(pack)
    return shipped_packs()[0]


@cache
def loaded_rows() -> dict[type[models.Model], list[models.Model]]:
    """What loading leaves in an empty database; nothing of it stays."""
    with transaction.atomic():
        load_content()
        rows = {model: list(model.objects.all()) for model in (Approach, Dilemma, ValueSet, Vocabulary)}
        transaction.set_rollback(True)
    return rows


def put_content() -> Pack:
    """As `load_content` in an empty database, in a tenth of the time: a thousand tests begin with it."""
    for model, rows in loaded_rows().items():
        model.objects.bulk_create(rows)
    return shipped_packs()[0]


def prepare(membership: Membership, approach: str, **decisions: Any) -> Dialogue:
    listed = find_approach(approach)
    decisions = {"title": "Wat werkt of wat mag", "inputs": {**inputs_for(listed.recipe), **INPUTS}, **decisions}
    return preparing.prepare_dialogue(
        organisation=membership.organisation,
        user=membership.user,
        listed=listed,
        preparation=preparing.Preparation(**decisions),
    )


@dataclass
class Cast:
    """One facilitator and the people who joined, in one open round."""

    dialogue: Dialogue
    facilitator: User
    people: list[Joined] = field(default_factory=list)

    @classmethod
    def open(cls, dialogue: Dialogue, facilitator: User, *, people: int = 0, attributes: tuple[str, ...] = ()) -> Cast:
        cast = cls(dialogue, facilitator)
        cast.act(leading.open_round)
        for number in range(people):
            cast.join(attributes[number % len(attributes)] if attributes else "")
        return cast

    @property
    def round(self) -> Round:
        return self.dialogue.rounds.select_related("current", "dialogue").latest("number")

    @property
    def step(self) -> Step:
        return self.round.current

    def join(self, attribute: str = "") -> Joined:
        joined = taking_part.join(dialogue=self.dialogue, attribute=attribute)
        self.people.append(joined)
        return joined

    def act(self, act, **how: Any) -> None:
        round = self.round
        act(round=round, user=self.facilitator, version=round.version, **how)

    def next(self) -> Step:
        self.act(leading.next_step)
        return self.step

    def go_to(self, key: str) -> Step:
        """Lead on, filling in nothing, until the step with this key is open."""
        while self.step is None or self.step.key != key:
            self.next()
        return self.step

    def answer(self, person: Joined, data: dict[str, Any], step: Step | None = None) -> None:
        step = step or self.step
        form = step.behaviour.form(step, data)
        assert form.is_valid(), form.errors
        taking_part.answer_step(step=step, participation=person.participation, form=form)

    def answer_all(self, data: dict[str, Any]) -> None:
        for person in self.people:
            self.answer(person, data)

    def close(self) -> None:
        self.act(leading.close_round)
