"""Paper for a day without phones: the script of who leads, and the cards of the group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from goedwerk.approaches.inputs import Aside, OnPaper, PaperCard, input_kind
from goedwerk.dialogues import hosting, queries
from goedwerk.dialogues.models import Dialogue, Round, Step
from goedwerk.dialogues.scripts import Line, lines_of, watch_for
from goedwerk.dialogues.visits import round_of
from goedwerk.organisations.permissions import hosts_only

CARDS_ON_A_SHEET = 8


@dataclass(frozen=True)
class PaperStep:
    """One step of the script on paper."""

    step: Step
    number: int
    script: Sequence[Line]
    watch: Sequence[Any]
    reminders: Sequence[str]
    # What the group fills in together, as (what is asked, lines to write on).
    blanks: Sequence[tuple[Any, int]]

    @classmethod
    def of(cls, step: Step, number: int) -> PaperStep:
        return cls(
            step=step,
            number=number,
            script=lines_of(step.recipe.script),
            watch=watch_for(step),
            reminders=step.behaviour.reminders(step),
            blanks=step.behaviour.paper_lines(step),
        )


@dataclass(frozen=True)
class ScriptPage:
    dialogue: Dialogue
    round: Round
    steps: Sequence[PaperStep]
    asides: Sequence[Aside]
    papers: Sequence[OnPaper]

    @property
    def minutes(self) -> int:
        return sum(each.step.minutes for each in self.steps)

    @property
    def can_join(self) -> bool:
        """An approach that is only tried out has no code."""
        return not self.dialogue._state.adding

    @property
    def aftercare(self) -> str:
        return self.dialogue.approach.text("aftercare")


@hosts_only
@require_GET
def script(request: HttpRequest, dialogue) -> HttpResponse:
    own = hosting.own_dialogue(request, dialogue)
    return show(request, "script", script_of(round_of(own)), back=dialogue_url(own))


def script_of(round: Round) -> ScriptPage:
    own = round.dialogue
    return ScriptPage(
        dialogue=own,
        round=round,
        steps=[PaperStep.of(step, number) for number, step in enumerate(steps_of(round), start=1)],
        asides=[aside for name in own.material for aside in queries.asides_of_input(own, name)],
        papers=papers_of(own),
    )


def steps_of(round: Round) -> list[Step]:
    return [step for step in round.steps.all() if step.again_id is None]


@dataclass(frozen=True)
class CardSheet:
    title: str
    cards: Sequence[PaperCard]


@dataclass(frozen=True)
class CardsPage:
    dialogue: Dialogue
    texts: Sequence[OnPaper]
    sheets: Sequence[CardSheet]


@hosts_only
@require_GET
def cards(request: HttpRequest, dialogue) -> HttpResponse:
    own = hosting.own_dialogue(request, dialogue)
    return show(request, "cards", cards_of(own), back=dialogue_url(own))


def cards_of(dialogue: Dialogue) -> CardsPage:
    papers = papers_of(dialogue)
    return CardsPage(
        dialogue=dialogue,
        texts=[paper for paper in papers if paper.paragraphs],
        sheets=[sheet for paper in papers for sheet in sheets_of(paper)],
    )


def sheets_of(paper: OnPaper) -> list[CardSheet]:
    starts = range(0, len(paper.cards), CARDS_ON_A_SHEET)
    return [CardSheet(paper.title, paper.cards[start : start + CARDS_ON_A_SHEET]) for start in starts]


def papers_of(dialogue: Dialogue) -> list[OnPaper]:
    """What there is to print of the material that was chosen."""
    found = (paper_of(needed, dialogue.material[needed["id"]]) for needed in dialogue.approach.inputs)
    return [paper for paper in found if paper]


def paper_of(needed: Mapping[str, Any], document: Mapping[str, Any]) -> OnPaper | None:
    return input_kind(needed["kind"]).on_paper(document) if document else None


def dialogue_url(dialogue: Dialogue) -> str:
    return reverse("dialogues:dialogue", args=[dialogue.pk])


def show(request: HttpRequest, template: str, page: ScriptPage | CardsPage, *, back: str) -> HttpResponse:
    return render(request, f"dialogues/{template}.html", {"page": page, "back_url": back})
