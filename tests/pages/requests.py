"""A request to somebody outside, and the answer."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from cast import Cast
from goedwerk.dialogues.actions import leading
from goedwerk.dialogues.models import Step
from goedwerk.signals.actions import renew_link
from goedwerk.signals.links import link_of
from goedwerk.signals.models import Signal
from pages.shapes import Page, Stage, anyone, by_host, everywhere, inside
from signals.asking import agree, give, in_days, put


def signal_pages(stage: Stage) -> Iterator[Page]:
    yield by_host(stage, "no signals yet", "signals:signals")
    cast = stage.open("waarderend-gesprek", people=6, follow_up_owner="Hoofd Vergunningen")
    step = cast.go_to("signal")
    yield from everywhere(stage, cast, "signal without a text")
    yield from at_the_desk(stage, cast, step)
    cast.act(leading.close_step)
    yield from everywhere(stage, cast, "signal after closing")
    yield by_host(stage, "desk: closed", "signals:desk", cast.dialogue.pk, step.pk)
    signal = agree(cast, step)
    yield by_host(stage, "desk: agreed", "signals:desk", cast.dialogue.pk, step.pk)
    cast.close()
    yield from answered(stage, cast, signal)


def at_the_desk(stage: Stage, cast: Cast, step: Step) -> Iterator[Page]:
    desk = ("signals:desk", cast.dialogue.pk, step.pk)
    yield by_host(stage, "desk: no text yet", *desk)
    yield by_host(stage, "desk: not filled in", *desk, data={"act": "put", "version": "1"}, status=422)
    put(cast)
    yield by_host(stage, "desk: the group answers", *desk)
    yield from everywhere(stage, cast, "signal with a text")
    cast.answer_all({"vote": "agree", "objection": "Zeg erbij waarom."})
    yield inside(cast.people[0], "phone: signal, kept", "dialogues:now", cast.dialogue.code)


def answered(stage: Stage, cast: Cast, signal: Signal) -> Iterator[Page]:
    code, before = cast.dialogue.code, link_of(signal)
    yield by_host(stage, "a signal that waits", "signals:signal", signal.pk)
    yield by_host(stage, "a new link", "signals:renew", signal.pk, data={}, status=302, is_html=False)
    owner = ("signals:answer", link_of(renew_link(signal=signal, user=stage.host)))
    yield anyone("the link of before", "signals:answer", before, status=410)
    yield anyone("the page of the owner", *owner)
    unfinished = {"key": str(UUID(int=7)), "after": "0", "verdict": "later", "text": "Na de begroting."}
    yield anyone("the owner, not complete", *owner, data=unfinished, status=422)
    yield anyone("the owner answers", *owner, data={**unfinished, "verdict": "do"}, status=302, is_html=False)
    give(signal, "later", "Na de begroting.", on=in_days(40))
    yield anyone("the owner, once more", *owner)
    yield by_host(stage, "signals", "signals:signals")
    yield by_host(stage, "an answered signal", "signals:signal", signal.pk)
    yield anyone("what was asked, and the answer", "dialogues:follow-up", code)
    yield inside(cast.people[0], "phone: ended with an answer", "dialogues:now", code)
    yield inside(cast.people[0], "report with a signal", "reports:shared", code)
