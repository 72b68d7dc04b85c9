"""A case that somebody brought, and what a group writes together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cast import Cast
from goedwerk.dialogues.actions import leading, reading
from goedwerk.dialogues.actions.taking_part import Joined
from goedwerk.dialogues.models import PassageState
from pages.shapes import Page, Stage, by_host, everywhere, inside


def case_pages(stage: Stage) -> Iterator[Page]:
    cast = stage.open("morele-oordeelsvorming", people=6)
    owner, code = cast.people[0], cast.dialogue.code
    written_together(cast, "case", [owner], {"facts": "Een inwoner vroeg om uitstel.", "moment": "Bij de brief."})
    yield from everywhere(stage, cast, "a case let go")
    yield inside(owner, "the case one brought", "dialogues:case", code)
    written_together(cast, "involved", cast.people, {"citizen_interest": "Zekerheid.", "self_interest": "Rust."})
    yield from everywhere(stage, cast, "one table")
    written_together(cast, "missing", cast.people[1:3], {"questions": "Wie wist hiervan?"})
    yield from everywhere(stage, cast, "questions about the facts")
    yield inside(owner, "the case one brought, with questions", "dialogues:case", code)
    yield inside(owner, "facts without an answer", "dialogues:case", code, data={"act": "facts"}, status=422)
    cast.go_to("options")
    cast.answer_all({"ideas": "Eerst bellen\nDe regel volgen"})
    cast.act(leading.close_step)
    yield by_host(stage, "texts to join", "dialogues:texts", cast.dialogue.pk, cast.step.pk)
    let_all_go(cast)
    yield from everywhere(stage, cast, "one list")
    step = cast.go_to("arguments")
    yield from everywhere(stage, cast, "arguments")
    option = step.behaviour.options(step)[0][0]
    written_together(cast, "arguments", cast.people[:2], {f"{option}_for": "Dan hoor je waarom."})
    yield from everywhere(stage, cast, "a map of arguments")
    cast.close()
    yield inside(owner, "phone: ended, for who brought the case", "dialogues:now", code)
    yield inside(owner, "the case one brought, after closing", "dialogues:case", code)
    yield by_host(stage, "report with a table and a map", "reports:report", cast.dialogue.pk)


def written_together(cast: Cast, key: str, people: list[Joined], answer: dict[str, Any]) -> None:
    """These people write this; the step closes, and all of it is let go."""
    cast.go_to(key)
    for person in people:
        cast.answer(person, answer)
    cast.act(leading.close_step)
    let_all_go(cast)


def let_all_go(cast: Cast) -> None:
    waiting = cast.step.passages.filter(state=PassageState.WAITING)
    cast.act(reading.let_go, step=cast.step, decisions={str(passage.pk): ("show", "") for passage in waiting})
