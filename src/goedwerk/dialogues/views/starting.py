"""Choosing an approach, and preparing a dialogue with it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from goedwerk.approaches.bars import Part, bar_of
from goedwerk.approaches.queries import Listed, all_approaches, find_approach
from goedwerk.dialogues import picking
from goedwerk.dialogues.actions import preparing
from goedwerk.dialogues.errors import CannotStart
from goedwerk.dialogues.forms.leading import PickerForm, PreparationForm
from goedwerk.dialogues.models import Dialogue
from goedwerk.dialogues.promises import Promise, Showing, promise_of, showing_for
from goedwerk.organisations.permissions import hosts_only


@dataclass(frozen=True)
class Shelf:
    """An approach as a list shows it."""

    listed: Listed
    bar: Sequence[Part]
    url: str

    @classmethod
    def of(cls, listed: Listed, query: str = "") -> Shelf:
        url = reverse("dialogues:prepare", args=[listed.key])
        return cls(listed, bar_of(listed.recipe), f"{url}?{query}" if query else url)

    @property
    def recipe(self) -> Any:
        return self.listed.recipe

    @property
    def purpose(self) -> str:
        return self.recipe.text("purpose")

    @property
    def choose_when(self) -> str:
        return self.recipe.text("choose_when")

    @property
    def do_not_choose_when(self) -> str:
        return self.recipe.text("do_not_choose_when")


@dataclass(frozen=True)
class PickerPage:
    form: PickerForm
    best: Shelf | None
    also: Sequence[Shelf]
    others: Sequence[Shelf]
    number: int
    dilemma: str

    @property
    def others_ready(self) -> list[Shelf]:
        return [shelf for shelf in self.others if shelf.listed.can_start]

    @property
    def others_waiting(self) -> list[Shelf]:
        return [shelf for shelf in self.others if not shelf.listed.can_start]


@hosts_only
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Three questions, and the approach that fits."""
    form = PickerForm.answered(request.GET)
    approaches = all_approaches(request.organisation)
    fit = picking.fitting(approaches, form.wish)
    chosen = request.GET.get("dilemma", "")[:80]
    query = f"dilemma={chosen}" if chosen.replace("-", "").isalnum() else ""
    page = PickerPage(
        form=form,
        best=Shelf.of(fit.best, query) if fit.best else None,
        also=[Shelf.of(each, query) for each in fit.also],
        others=[Shelf.of(each, query) for each in fit.others],
        number=len(approaches),
        dilemma=chosen if query else "",
    )
    return render(request, "dialogues/start.html", {"page": page})


@dataclass(frozen=True)
class PreparePage:
    """The form, and what follows from it: what the group will see, and what a participant reads first."""

    form: PreparationForm
    listed: Listed
    bar: Sequence[Part]
    chosen: Sequence[Any]
    showing: Showing
    promise: Promise
    number_of_steps: int

    @classmethod
    def of(cls, form: PreparationForm, listed: Listed) -> PreparePage:
        offers = [(choice, choice.offer(form.now(choice.name))) for choice in form.inputs]
        return cls(
            form=form,
            listed=listed,
            bar=bar_of(listed.recipe),
            chosen=[Chosen(choice, form[choice.name], offer) for choice, offer in offers],
            showing=showing_for(form.now_people, compares=bool(form.now("attribute"))),
            promise=promise_of(mode=form.now_mode, days=form.now_days, closes_on=form.now("closes_on")),
            number_of_steps=len([step for step in listed.recipe.steps if not step.is_optional]),
        )

    @property
    def leads_group(self) -> bool:
        return self.form.now("leads_group") == "yes"

    @property
    def has_owner(self) -> bool:
        return bool(str(self.form.now("follow_up_owner") or "").strip())

    @property
    def is_filled_in(self) -> bool:
        return not any(each.is_to_write for each in self.chosen)


@dataclass(frozen=True)
class Chosen:
    """An input of the recipe with what is chosen for it now."""

    choice: Any
    field: Any
    offer: Any

    @property
    def is_to_write(self) -> bool:
        """Whether nobody but who prepares can fill it in."""
        return self.field.field.required and not self.offer and not self.choice.kind.brought_along


@hosts_only
def prepare(request: HttpRequest, approach: str) -> HttpResponse:
    """One page on which everything is filled in; each thing can be changed."""
    listed = find_approach(approach, request.organisation)
    if listed is None:
        raise Http404(approach)
    if not listed.can_start:
        return render(request, "dialogues/cannot_start.html", {"page": Shelf.of(listed)}, status=409)
    form = preparation_form(request, listed)
    if request.method == "POST" and form.is_valid() and not is_look(request):
        dialogue = keep(request, listed, form)
        if dialogue is not None:
            messages.success(request, _("Everything is ready. Rehearse it, or open it when the group is there."))
            return redirect("dialogues:dialogue", dialogue.pk)
    status = 422 if request.method == "POST" and form.errors and not is_look(request) else 200
    return render(request, "dialogues/prepare.html", {"page": PreparePage.of(form, listed)}, status=status)


def is_look(request: HttpRequest) -> bool:
    """Somebody changed something and wants to see what follows from it."""
    return "look" in request.POST


def preparation_form(request: HttpRequest, listed: Listed) -> PreparationForm:
    initial: dict[str, Any] = {"key": uuid.uuid4()}
    for needed in listed.recipe.inputs:
        if request.GET.get(needed["id"]):
            initial[f"input_{needed['id']}"] = request.GET[needed["id"]]
    return PreparationForm(
        request.POST if request.method == "POST" else None,
        recipe=listed.recipe,
        organisation=request.organisation,
        initial=initial,
    )


def keep(request: HttpRequest, listed: Listed, form: PreparationForm) -> Dialogue | None:
    try:
        return preparing.prepare_dialogue(
            organisation=request.organisation, user=request.user, listed=listed, preparation=form.preparation
        )
    except CannotStart as reason:
        form.add_error(None, str(reason))
        return None
