"""One's own answers, as a device may keep them sealed for a next round. The server hands them out, and no more.

What is sealed, and how: docs/reference/sealed-answers.md.
"""

from __future__ import annotations

import json

from goedwerk.approaches.step_kind import Reader
from goedwerk.dialogues import queries
from goedwerk.dialogues.models import Step
from goedwerk.dialogues.visits import Visit


def to_seal(visit: Visit) -> str:
    """What there is to keep, as JSON; empty when there is nothing, or when the device goes round."""
    if visit.is_tablet:
        return ""
    answers = [(step, answer) for step, answer in queries.own_answers(visit.participation) if may_be_sealed(step)]
    kept = [
        {
            "round": str(step.round_id),
            "question": question_of(step),
            "title": step.title,
            "lines": [[str(label), str(text)] for label, text in step.behaviour.own_words(step, answer)],
        }
        for step, answer in answers
    ]
    return json.dumps({"dialogue": visit.dialogue.title, "answers": kept}, ensure_ascii=False) if kept else ""


def may_be_sealed(step: Step) -> bool:
    """Choices and values: what becomes a picture. Texts were given away already, or never left the device."""
    return step.behaviour.is_comparable and step.behaviour.reader(step) == Reader.PICTURE


def question_of(step: Step) -> str:
    """The same step of the same approach asks the same, in whichever dialogue and round."""
    return f"{step.round.dialogue.recipe['id']}/{step.document['id']}"
