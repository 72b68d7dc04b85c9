"""Statements and votes."""

from __future__ import annotations

from collections.abc import Iterator

from cast import Cast
from pages.shapes import Page, Stage, anyone, by_host, everywhere, inside


def conversation_pages(stage: Stage) -> Iterator[Page]:
    question = {"question": "Wat hebben wij nodig om goed werk te doen?"}
    cast = stage.open("een-twee-vier-allen", people=6, inputs=question)
    step, person, code = cast.go_to("all"), cast.people[0], cast.dialogue.code
    yield inside(person, "phone: writing a statement", "dialogues:now", code)
    for number, author in enumerate(cast.people):
        cast.answer(author, {"statement-1": f"Wij bellen {number} keer voordat wij schrijven.", "second_look": "1"})
    yield inside(person, "phone: what became of a statement", "dialogues:step", code, step.pk)
    yield from statement_desk(stage, cast)
    vote = cast.next()
    yield inside(person, "phone: now a vote", "dialogues:now", code, status=302, is_html=False)
    yield inside(person, "phone: voting", "conversations:vote", code, vote.pk)
    yield inside(person, "phone: all statements and my votes", "conversations:votes", code, vote.pk)
    every = {f"vote-{key}": "agree" for key, _text in vote.behaviour.points(vote)}
    yield inside(
        person, "phone: keeping the list", "conversations:votes", code, vote.pk, data=every, status=302, is_html=False
    )
    yield inside(person, "phone: voted on everything", "conversations:vote", code, vote.pk)
    yield anyone("big screen: votes", "dialogues:screen", code)
    yield by_host(stage, "console: votes", "dialogues:console", cast.dialogue.pk)
    cast.next()
    yield from everywhere(stage, cast, "picture of votes")


def statement_desk(stage: Stage, cast: Cast) -> Iterator[Page]:
    desk, step = ("conversations:statements", cast.dialogue.pk, cast.step.pk), cast.step
    waiting = [statement for answer in step.behaviour.answers(step).values() for statement in answer]
    chosen = [str(statement.pk) for statement in waiting[:4]]
    yield by_host(stage, "statements to read", *desk)
    yield by_host(stage, "statements, nothing ticked", *desk, data={"version": cast.round.version}, status=422)
    accept = {"version": cast.round.version, "chosen": chosen, "act": "accept"}
    yield by_host(stage, "statements into the pool", *desk, data=accept, status=302, is_html=False)
    refuse = {"version": cast.round.version, "chosen": [str(waiting[4].pk)], "act": "refuse", "reason": "person"}
    yield by_host(stage, "a statement refused", *desk, data=refuse, status=302, is_html=False)
    yield by_host(stage, "statements in the pool", *desk, query="?state=accepted")
    yield by_host(stage, "statements not in the pool", *desk, query="?state=rejected")
