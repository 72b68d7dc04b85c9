"""A live round from start to end, and one of a group that is too small for a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cast import Cast
from goedwerk.dialogues.actions import leading, reading
from goedwerk.dialogues.models import Passage, PassageState
from pages.shapes import Page, Stage, anyone, by_host, everywhere, inside


def live_pages(stage: Stage) -> Iterator[Page]:
    cast = stage.open("dagstart-dilemma", people=6, follow_up_owner="teamleider Vergunningen")
    yield from at_the_door(cast)
    yield from of_ones_own(cast)
    yield from everywhere(stage, cast, "waiting")
    while cast.step is None or cast.step.key != "harvest":
        step = cast.next()
        yield from everywhere(stage, cast, step.key)
        if step.kind in ("choice", "values_pick"):
            yield from filled_in(cast)
    yield from asides(stage, cast)
    yield from texts(stage, cast)
    cast.close()
    yield from closed(stage, cast)


def at_the_door(cast: Cast) -> Iterator[Page]:
    code = cast.dialogue.code
    yield anyone("what is kept, before the first answer", "dialogues:now", code)
    yield anyone("rather not", "dialogues:listen", code)
    yield anyone("coming back", "dialogues:come-back", code)
    yield anyone("a return code nobody knows", "dialogues:come-back", code, data={"code": "XXXX"})
    yield anyone("making a tablet go round", "dialogues:tablet", code)
    yield anyone("passing the tablet on", "dialogues:pass-on", code, data={}, status=302, is_html=False)
    yield anyone("taking part without cookies", "dialogues:take-part", code, data={}, status=400)
    yield anyone("help and other doors", "dialogues:doors", code)
    yield anyone("what we keep", "dialogues:kept", code)
    yield anyone("the report, from outside", "reports:shared", code)
    yield anyone("the version", "dialogues:version", code, is_html=False)
    yield anyone("events of a dialogue nobody knows", "dialogues:events", "XXXXXXXX", status=404, is_html=False)


def of_ones_own(cast: Cast) -> Iterator[Page]:
    person, code = cast.people[0], cast.dialogue.code
    yield inside(person, "my answers", "dialogues:own", code)
    yield inside(person, "my answers, as a file", "dialogues:take-along", code, is_html=False)
    yield inside(person, "stopping", "dialogues:stop", code)
    yield inside(person, "help and other doors, inside", "dialogues:doors", code)
    yield inside(person, "no report yet, inside", "reports:shared", code)


def filled_in(cast: Cast) -> Iterator[Page]:
    """What follows on a press: errors beside their fields, and what was kept."""
    person, step, code = cast.people[0], cast.step, cast.dialogue.code
    address = ("dialogues:step", code, step.pk)
    yield inside(person, f"phone: {step.key}, not filled in", *address, data={}, status=422)
    cast.answer_all(first_answer(step))
    yield inside(person, f"phone: {step.key}, kept", "dialogues:now", code)
    yield inside(person, f"phone: {step.key}, changing it", *address)


def first_answer(step: Any) -> dict[str, Any]:
    if step.kind == "choice":
        return {"option": step.behaviour.form(step).fields["option"].choices[0][0], "confidence": "4"}
    cards = [card["id"] for card in step.material(step.params["set"])["cards"]]
    return {"picked": cards[: step.params["pick"]], "given_up": cards[-step.params.get("give_up", 0) :]}


def asides(stage: Stage, cast: Cast) -> Iterator[Page]:
    for key in ("turn", "reflections"):
        cast.act(leading.show_aside, key=key)
        yield from everywhere(stage, cast, key)
    cast.act(leading.show_aside, key="")
    yield by_host(stage, "console: readiness", "dialogues:readiness", cast.dialogue.pk, is_html=False)
    yield by_host(stage, "console: changing the order", "dialogues:console", cast.dialogue.pk, query="?order=1")
    yield by_host(stage, "console: asking to close", "dialogues:console", cast.dialogue.pk, query="?close=1")
    outdated = {"version": cast.round.version - 1}
    yield by_host(stage, "console: outdated", "dialogues:act", cast.dialogue.pk, "next", data=outdated, status=409)


def texts(stage: Stage, cast: Cast) -> Iterator[Page]:
    step, code = cast.step, cast.dialogue.code
    box = next(name for name in step.behaviour.form(step).fields if name != "second_look")
    for number, person in enumerate(cast.people):
        cast.answer(person, {box: f"Zin {number}"})
    cast.act(leading.close_step)
    late = {box: "Te laat."}
    yield inside(cast.people[0], "phone: too late", "dialogues:step", code, step.pk, data=late, status=409)
    yield anyone("phone: place lost", "dialogues:step", code, step.pk, data=late, status=403)
    yield by_host(stage, "texts to read", "dialogues:texts", cast.dialogue.pk, step.pk)
    shown = {str(passage.pk): ("show", "") for passage in cast.step.passages.all()[:3]}
    cast.act(reading.let_go, step=cast.step, decisions=shown)
    yield from everywhere(stage, cast, "texts let go")


def closed(stage: Stage, cast: Cast) -> Iterator[Page]:
    key, code, person = cast.dialogue.pk, cast.dialogue.code, cast.people[0]
    yield inside(person, "phone: ended", "dialogues:now", code)
    yield anyone("ended, from outside", "dialogues:now", code)
    yield anyone("big screen: ended", "dialogues:screen", code)
    yield by_host(stage, "a closed dialogue", "dialogues:dialogue", key)
    yield by_host(stage, "report", "reports:report", key)
    yield inside(person, "report, for who took part", "reports:shared", code)
    passage = Passage.objects.filter(step__round=cast.round, state=PassageState.SHOWN).first()
    yield by_host(stage, "striking a text", "reports:strike", key, passage.pk, data={}, status=302, is_html=False)
    yield inside(person, "stopped", "dialogues:stop", code, data={})


def small_group_pages(stage: Stage) -> Iterator[Page]:
    """Four people: the picture is told aloud."""
    cast = stage.open("dagstart-dilemma", people=4)
    cast.go_to("picture")
    yield from everywhere(stage, cast, "spoken picture")
    cast.close()
    yield by_host(stage, "report on a small group", "reports:report", cast.dialogue.pk)
