"""Reports takes findings at the moment a step closes: see `dialogues.keeper`."""

from django.urls import reverse

from goedwerk.dialogues.models import Dialogue, Participation, Round, Step
from goedwerk.reports import actions, showing


class ReportsKeeper:
    def keep(self, step: Step) -> None:
        actions.keep_findings(step)

    def shown_of(self, step: Step) -> showing.Shown:
        return showing.shown_of(step)

    def outcome_url(self, dialogue: Dialogue) -> str:
        return reverse("reports:report", args=[dialogue.pk])

    def participant_url(self, dialogue: Dialogue) -> str:
        return reverse("reports:shared", args=[dialogue.code])

    def own_place_url(self, participation: Participation, round: Round) -> str:
        has_place = showing.own_pictures(round.steps.all(), participation)
        return f"{self.participant_url(round.dialogue)}#own-place" if has_place else ""
