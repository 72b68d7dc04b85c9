"""Who stands at the door: the dialogue of a code, its round, and the place that this device holds in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from goedwerk.dialogues import device, queries
from goedwerk.dialogues.actions import closing
from goedwerk.dialogues.forms.entry import CodeForm
from goedwerk.dialogues.models import Dialogue, Participation, Round

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Visit:
    dialogue: Dialogue
    round: Round
    token: str
    participation: Participation | None
    is_tablet: bool
    # Whether this place was taken in the round of now; a next round is come in to again.
    is_here: bool = False

    @classmethod
    def of(cls, request: HttpRequest, dialogue: Dialogue) -> Visit:
        token, round = device.token_on(request), round_of(dialogue)
        participation = queries.participation_by_token(dialogue, token)
        return cls(
            dialogue=dialogue,
            round=round,
            token=token,
            participation=participation,
            is_tablet=device.is_tablet(request),
            is_here=participation is not None and queries.is_present(round, participation),
        )

    @property
    def is_inside(self) -> bool:
        return self.participation is not None

    @property
    def return_code(self) -> str:
        return device.return_code(self.token)


def round_of(dialogue: Dialogue) -> Round:
    """The round of now, with its steps in memory; an open round whose last day has passed closes first."""
    round = dialogue.rounds.prefetch_related("steps").latest("number")
    if is_due(round):
        closing.close_due_rounds()
        round = dialogue.rounds.prefetch_related("steps").latest("number")
    round.current = next((step for step in round.steps.all() if step.pk == round.current_id), None)
    return round


def is_due(round: Round) -> bool:
    return round.is_open and round.closes_at is not None and round.closes_at <= timezone.now()


def visiting(view: View) -> View:
    """Give a view the visit instead of the code. An unknown code gets its own page, with a field to try again."""

    @wraps(view)
    def with_visit(request: HttpRequest, code: str, **rest) -> HttpResponse:
        dialogue = queries.dialogue_by_code(code)
        if dialogue is None:
            return unknown_code(request, code)
        if code != dialogue.code and request.method == "GET":
            # The cookies of a dialogue belong to its address as we write it.
            return redirect(request.resolver_match.view_name, code=dialogue.code, **rest)
        return view(request, Visit.of(request, dialogue), **rest)

    return never_cache(with_visit)


def for_participants(view: View) -> View:
    """Pages for who takes part: whoever has no place (any more) is shown the way back in."""

    @visiting
    @wraps(view)
    def with_place(request: HttpRequest, visit: Visit, **rest) -> HttpResponse:
        if not visit.is_inside:
            return redirect("dialogues:come-back", visit.dialogue.code)
        return view(request, visit, **rest)

    return with_place


def unknown_code(request: HttpRequest, code: str) -> HttpResponse:
    form = CodeForm({"code": code})
    return render(request, "dialogues/unknown_code.html", {"form": form}, status=404)
