"""The page of who brought a case: change it, answer questions, say whether it may leave the room, or withdraw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from goedwerk.dialogues import cases
from goedwerk.dialogues.actions import bringing
from goedwerk.dialogues.errors import StepClosed
from goedwerk.dialogues.forms.bringing import NO, YES, FactsForm, LeaveForm
from goedwerk.dialogues.models import Case
from goedwerk.dialogues.pages import show
from goedwerk.dialogues.visits import Visit, for_participants

CHANGE, FACTS, LEAVE, WITHDRAW = "change", "facts", "leave", "withdraw"


@dataclass(frozen=True)
class CasePage:
    case: Case
    change: forms.Form
    facts: FactsForm
    leave: LeaveForm
    # Until closing it can be changed and withdrawn; after that only yes or no is left.
    is_open: bool

    @classmethod
    def of(cls, case: Case, data: Any, act: str) -> CasePage:
        def sent(name: str) -> Any:
            return data if act == name else None

        step = case.step
        return cls(
            case=case,
            change=step.behaviour.form(step, sent(CHANGE), case.lines),
            facts=FactsForm(sent(FACTS), facts=cases.asked_of(case)),
            leave=LeaveForm(sent(LEAVE), initial={"may_leave": YES if case.may_leave else NO}),
            is_open=step.round.is_open,
        )

    @property
    def own_words(self) -> list[tuple[str, str]]:
        return self.case.step.behaviour.own_words(self.case.step, self.case.lines)

    def form(self, act: str) -> forms.Form | None:
        return {CHANGE: self.change, FACTS: self.facts, LEAVE: self.leave}.get(act)


@require_http_methods(["GET", "POST"])
@for_participants
def own_case(request: HttpRequest, visit: Visit) -> HttpResponse:
    case = cases.kept_case_of(visit.participation)
    if case is None:
        return redirect("dialogues:now", visit.dialogue.code)
    act = request.POST.get("act", "")
    page = CasePage.of(case, request.POST, act)
    form = page.form(act)
    if form is not None and not form.is_valid():
        return show(request, visit, "case", page, room="group", status=422)
    if not act:
        return show(request, visit, "case", page, room="group")
    try:
        perform(act, page)
    except StepClosed:
        return show(request, visit, "case", CasePage.of(case, None, ""), room="group", status=409)
    return redirect("dialogues:now" if act == WITHDRAW else "dialogues:case", visit.dialogue.code)


def perform(act: str, page: CasePage) -> None:
    if act == CHANGE:
        bringing.change_case(case=page.case, lines=page.change.lines)
    elif act == FACTS:
        for fact, text in page.facts.answers:
            bringing.answer_question(step=fact.passage.step, question=fact.passage, text=text)
    elif act == LEAVE:
        bringing.let_leave(case=page.case, yes=page.leave.yes)
    elif act == WITHDRAW:
        bringing.withdraw_case(case=page.case)
