"""The same workshops through the whole platform: real dialogues, led and answered by its own actions and pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.test import Client
from django.urls import reverse

from attack.workshops import Question
from cast import Cast, prepare
from goedwerk.dialogues import device, queries
from goedwerk.dialogues.actions import leading, taking_part
from goedwerk.reports.models import Finding
from goedwerk_analysis.released import Released, from_json

APPROACH, FIRST, SECOND, RUNS = "dagstart-dilemma", "first", "second", 3


def findings_of(step) -> dict[str, Released]:
    return {finding.name: from_json(finding.released) for finding in Finding.objects.filter(step=step)}


def options_of(dialogue) -> tuple[str, ...]:
    """In the order of this dialogue: each has its own."""
    return (*(option["id"] for option in dialogue.material["dilemma"]["options"]), "something-else")


def on_options(question: Question, options: tuple[str, ...]) -> Question:
    """A simulated choice on the options of a real dilemma, as often as it can be put there."""
    named = dict(zip("abcdef", options * 3, strict=False)) | {None: None}
    answers = [{person: named[given] for person, given in run.items()} for run in question.answers[:RUNS]]
    return replace(question, present=question.present[:RUNS], answers=answers, options=options)


class Played:
    """One question of a workshop, put as first and second choice, and a third time when the facilitator repeats it."""

    def __init__(self, membership: Any, question: Question, classes: Mapping[int, str]) -> None:
        dialogue = prepare(membership, APPROACH, attribute="role" if question.is_split else "")
        self.question, self.classes = on_options(question, options_of(dialogue)), classes
        self.cast = Cast.open(dialogue, membership.user)
        self.people: dict[int, Any] = {}

    def play(self) -> list[dict[str, Released]]:
        """What was stored of each run."""
        return [self.one_run(number) for number in range(len(self.question.present))]

    def one_run(self, number: int) -> dict[str, Released]:
        self.come_and_go(self.question.present[number])
        step = self.open_step(number)
        for person, option in self.question.answers[number].items():
            self.give(self.people[person], step, option)
        self.cast.act(leading.close_step)
        return findings_of(step)

    def come_and_go(self, present: frozenset[int]) -> None:
        for person in sorted(set(self.people) - present):
            taking_part.leave(participation=self.people.pop(person).participation)
        for person in sorted(present - set(self.people)):
            self.people[person] = self.cast.join(self.classes[person])

    def open_step(self, number: int):
        if number < 2:
            return self.cast.go_to((FIRST, SECOND)[number])
        self.cast.act(leading.repeat_step)
        return self.cast.step

    def give(self, joined: Any, step: Any, option: str | None) -> None:
        if option is None:
            taking_part.pass_step(step=step, participation=joined.participation)
        else:
            self.cast.answer(joined, {"option": option, "confidence": ""}, step)


@dataclass
class Watcher:
    """Everything that anybody can see of a dialogue while it runs and afterwards, page by page."""

    cast: Cast
    host: Client
    seen: list[tuple[str, str]] = field(default_factory=list)

    def look(self, when: str, watching: Sequence[int] = ()) -> None:
        """Look at every page: as somebody outside, as the facilitator, on the big screen, and as some participants."""
        code, key = self.cast.dialogue.code, self.cast.dialogue.pk
        self.fetch(when, "door", Client(), reverse("dialogues:now", args=[code]))
        for name in ("screen", "version"):
            self.fetch(when, name, Client(), reverse(f"dialogues:{name}", args=[code]))
        for name in ("dialogue", "console", "readiness", "script"):
            self.fetch(when, name, self.host, reverse(f"dialogues:{name}", args=[key]))
        self.fetch(when, "report", self.host, reverse("reports:report", args=[key]))
        for person in watching:
            phone = Client()
            phone.cookies[device.PLACE] = self.cast.people[person].token
            for name in ("dialogues:now", "dialogues:own", "reports:shared"):
                self.fetch(when, f"{name} of {person}", phone, reverse(name, args=[code]))
        if self.cast.step is not None:
            self.seen.append((f"{when}: readiness", str(queries.readiness_of(self.cast.step).value)))

    def fetch(self, when: str, what: str, browser: Client, address: str) -> None:
        response = browser.get(address)
        self.seen.append((f"{when}: {what}", f"{response.status_code} {self.plain(response)}"))

    def plain(self, response: Any) -> str:
        """The page without what differs between any two dialogues: keys, codes and secrets."""
        text = response.content.decode()
        text = text.replace(self.cast.dialogue.code, "CODE")
        for joined in self.cast.people:
            text = text.replace(joined.token, "TOKEN").replace(device.return_code(joined.token), "TOKEN")
        for pattern in (r"[0-9a-f]{8}-[0-9a-f-]{27}", r"\b[A-Za-z0-9_\-]{22,}\b", r"<svg.*?</svg>"):
            text = re.sub(pattern, "KEY", text, flags=re.DOTALL)
        return text
