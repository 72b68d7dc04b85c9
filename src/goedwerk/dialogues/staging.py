"""Shows the editor of approaches how a step looks here, and where a dialogue with an approach begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from goedwerk.approaches.models import OwnApproach
from goedwerk.approaches.step_kind import Reader
from goedwerk.dialogues import trying_out
from goedwerk.dialogues.step_pages import StepPage


@dataclass(frozen=True)
class Phone:
    """A phone as a participant holds it; `at` is what the page of a step calls it."""

    at: StepPage


class DialoguesStage:
    def phone(self, own: OwnApproach, step: str) -> SafeString:
        found = trying_out.step_in(own, step)
        if found is None:
            return SafeString("")
        page = Phone(StepPage.of(found, found.behaviour.form(found)))
        return render_to_string("dialogues/_phone.html", {"page": page})

    def readers(self, own: OwnApproach) -> Mapping[str, Reader]:
        wrong = trying_out.wrong_steps(own)
        steps = [step for step in trying_out.round_of(own).steps.all() if step.key not in wrong]
        return {step.key: step.behaviour.reader(step) for step in steps}

    def preview_url(self, own: OwnApproach, step: str) -> str:
        return reverse("dialogues:approach-preview", args=[own.pk, step]) if trying_out.can_be_played(own, step) else ""

    def script_url(self, own: OwnApproach) -> str:
        return reverse("dialogues:approach-script", args=[own.pk])

    def cards_url(self, own: OwnApproach) -> str:
        return reverse("dialogues:approach-cards", args=[own.pk])

    def prepare_url(self, key: str) -> str:
        return reverse("dialogues:prepare", args=[key])
