"""Conversations as they ship, run as far as their steps exist."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from cast import Cast, prepare
from goedwerk.approaches.models import Approach
from goedwerk.dialogues.actions.taking_part import answer_step

SEEDS = """
Wij mogen van een regel afwijken als wij dat goed uitleggen.
Een brief is duidelijker dan een gesprek.
Inwoners weten ons makkelijk te vinden.
Wie twijfelt, kan dat hier veilig zeggen.
"""
INPUTS = {"question": "Wat hebben wij nodig om goed werk te doen?", "seeds": SEEDS}
KEEP = ("question", "first-votes", "add", "later-votes", "map", "one", "all", "support", "picture")


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def shelve(pack):
    """Keep of a shipped approach only some steps; a parameter may be changed."""

    def shelve(key, keep=KEEP, **params):
        approach = Approach.objects.get(key=key)
        steps = [dict(step) for step in approach.document["steps"] if step["id"] in keep]
        for step in steps:
            step["params"] = {**step["params"], **params.get(step["kind"], {})}
        approach.document = {**approach.document, "steps": steps}
        approach.save()

    return shelve


@pytest.fixture
def landscape(shelve, membership):
    """An open round of some days: votes, statements of one's own, votes on those as well."""

    def start(*, people=6, **params) -> Cast:
        shelve("meningenlandschap", **params)
        closes = timezone.now() + timedelta(days=3)
        dialogue = prepare(membership, "meningenlandschap", inputs=INPUTS, mode="open", closes_at=closes)
        return Cast.open(dialogue, membership.user, people=people)

    return start


@pytest.fixture
def together(shelve, membership):
    """A live round: everybody writes, the facilitator reads, everybody votes."""

    def start(*, people=6, **params) -> Cast:
        shelve("een-twee-vier-allen", **params)
        return Cast.open(prepare(membership, "een-twee-vier-allen", inputs=INPUTS), membership.user, people=people)

    return start


def step(cast: Cast, key: str):
    return next(each for each in cast.round.steps.select_related("round__dialogue") if each.key == key)


def pool(cast: Cast, key: str = "later-votes") -> dict[str, str]:
    """What is voted on, as {text: key}."""
    return {text: each for each, text in step(cast, key).behaviour.points(step(cast, key))}


def propose(cast: Cast, person, *texts: str, key: str = "add") -> None:
    sent = {f"statement-{number}": text for number, text in enumerate(texts, start=1)}
    asked = step(cast, key)
    form = asked.behaviour.form_for(asked, person.participation, {**sent, "second_look": "1"})
    assert form.is_valid(), form.errors
    answer_step(step=asked, participation=person.participation, form=form)
