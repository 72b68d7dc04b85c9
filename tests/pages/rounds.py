"""A next round of the same dialogue, and a round that is open for some days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from cast import Cast
from goedwerk.dialogues.actions import leading, rounds
from goedwerk.dialogues.actions.taking_part import join, pass_step
from pages.shapes import Page, Stage, anyone, by_host, everywhere, inside


def next_round_pages(stage: Stage) -> Iterator[Page]:
    """A second round of the same dialogue, for who leads and for who was there before."""
    cast = stage.open("waardensortering", people=6)
    step = cast.go_to("repeat")
    key, code = cast.dialogue.pk, cast.dialogue.code
    yield from everywhere(stage, cast, step.key)
    yield by_host(stage, "the day you look again", "dialogues:next-day", key)
    gone = {"version": cast.round.version, "day": "2020-01-01"}
    yield by_host(stage, "the day you look again, not right", "dialogues:next-day", key, data=gone, status=422)
    yield anyone("no day for the diary yet", "dialogues:diary-next", code, status=404)
    cast.act(rounds.plan_next, day=timezone.localdate() + timedelta(days=365))
    yield from everywhere(stage, cast, f"{step.key}, agreed")
    yield anyone("the next day for the diary", "dialogues:diary-next", code, is_html=False)
    cast.close()
    yield from once_more(stage, cast)


def once_more(stage: Stage, cast: Cast) -> Iterator[Page]:
    """The round after the one that has just closed, from preparing it to the report on it."""
    key, code = cast.dialogue.pk, cast.dialogue.code
    yield inside(cast.people[0], "phone: ended, with a day to look again", "dialogues:now", code)
    yield by_host(stage, "a closed dialogue with a day to look again", "dialogues:dialogue", key)
    yield by_host(stage, "preparing a next round", "dialogues:next-round", key)
    yield by_host(stage, "preparing a next round, not complete", "dialogues:next-round", key, data={}, status=422)
    meets = timezone.now() + timedelta(days=365)
    decided = rounds.NextRound(number=2, mode="live", steps=("now", "picture", "repeat"), starts_at=meets)
    rounds.make_next(dialogue=cast.dialogue, user=stage.host, decided=decided)
    yield inside(cast.people[0], "phone: between two rounds", "dialogues:now", code)
    yield by_host(stage, "inviting to a next round", "dialogues:invite", key)
    yield by_host(stage, "a dialogue with a next round", "dialogues:dialogue", key)
    yield anyone("the meeting for the diary", "dialogues:diary", code, is_html=False)
    cast.act(leading.open_round)
    yield inside(cast.people[0], "phone: welcome back", "dialogues:now", code)
    yield anyone("phone: new in a next round", "dialogues:now", code)
    cast.people = [join(dialogue=cast.dialogue, token=person.token) for person in cast.people]
    cast.close()
    yield by_host(stage, "report on the second round", "reports:report", key)
    yield by_host(stage, "report on the first round", "reports:report", key, query="?round=1")


def open_pages(stage: Stage) -> Iterator[Page]:
    cast = stage.open("korte-reflectie", people=5, mode="open", closes_at=timezone.now() + timedelta(days=3))
    person, code = cast.people[0], cast.dialogue.code
    yield by_host(stage, "an open dialogue", "dialogues:dialogue", cast.dialogue.pk)
    yield by_host(stage, "inviting, with a reminder", "dialogues:invite", cast.dialogue.pk)
    for step in cast.round.steps.all():
        yield inside(person, f"phone, in one's own time: {step.key}", "dialogues:step", code, step.pk)
        pass_step(step=step, participation=person.participation)
    yield inside(person, "phone, in one's own time: all done", "dialogues:now", code)
    live = stage.open("korte-reflectie", people=5)
    while live.step is None or live.step.position < live.round.steps.count():
        yield from everywhere(stage, live, f"korte-reflectie: {live.next().key}")
