"""What this platform cannot do: one sentence, one test. The page on privacy and the leaflets say the same sentences.

Most of these compare worlds that differ in one thing only: who gave which answer, who skipped, in which order, what
another group answered. Everything that anybody can see is the same in both, so it cannot tell in which of them we live.
"""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.test import Client
from django.urls import reverse
from worlds import ONE, OTHER, Log, World, apart

from goedwerk.accounts.actions import make_link
from goedwerk.cli.commands import app
from goedwerk.dialogues.actions import erasing
from goedwerk.dialogues.models import Dialogue, Participation, Presence, Response
from goedwerk.organisations.actions import invite
from goedwerk.reports.cannot import CANNOT

# Nine people: enough for a picture. The first option has a majority.
ANSWERS = [0, 0, 0, 0, 0, 1, 1, 2, None]
SAME_ANSWERS_OF_OTHERS = [2, 0, 1, 0, None, 0, 0, 1, 0]
SOMEBODY_ELSE_SKIPPED = [0, 0, 0, 0, 0, 1, 1, None, 2]
TESTED: set[str] = set()
# Worlds that were looked at before: each looks the same every time.
SEEN: dict[tuple, dict] = {}


def cannot(sentence: str):
    """This test belongs to that sentence."""
    TESTED.add(sentence)
    return lambda test: test


@pytest.fixture
def seen(pack, membership, collected):
    """Everything that anybody sees of a world."""

    def look(answers: list, order=range(9)) -> dict:
        how = (tuple(answers), tuple(order))
        if how not in SEEN:
            with apart():
                SEEN[how] = World(membership).play(answers, order=order).seen
        return SEEN[how]

    return look


def differences(one: dict, other: dict) -> list:
    assert one.keys() == other.keys()
    return [where for where in one if one[where] != other[where]]


def rows() -> dict[str, list]:
    """Every row of every table, framework included."""
    return {
        model._meta.label: sorted(map(repr, model._base_manager.values_list()))
        for model in apps.get_models(include_auto_created=True)
    }


# One list


@cannot("who")
def test_who_answered_and_who_did_not(seen):
    assert differences(seen(ANSWERS), seen(SOMEBODY_ELSE_SKIPPED)) == []


@cannot("what")
def test_what_somebody_answered(seen):
    assert differences(seen(ANSWERS), seen(SAME_ANSWERS_OF_OTHERS)) == []


@cannot("when")
def test_when_and_in_which_order_people_answered(seen):
    assert differences(seen(ANSWERS), seen(ANSWERS, order=range(8, -1, -1))) == []
    assert [field.name for model in kept_of_people() for field in model._meta.fields if is_moment(field)] == []


@cannot("where")
def test_from_where_and_with_what_somebody_took_part(dagstart, play, collected):
    room = play(dagstart)
    step = room.go_to("first")
    phone = Client(headers={"user-agent": "Kanarie/7.7"}, REMOTE_ADDR="203.0.113.77")
    with Log().listening() as log:
        take_part(phone, dagstart)
        phone.post(reverse("dialogues:step", args=[dagstart.code, step.pk]), {"option": "something-else"})

    everything = f"{rows()} {log.text}"
    assert len(step.behaviour.answers(step)) == 1
    assert "Kanarie/7.7" not in everything
    assert "203.0.113.77" not in everything


@cannot("often")
def test_how_often_somebody_came(dagstart, korte_reflectie, play, collected):
    """The same browser in two dialogues leaves what two browsers leave: two places that have nothing in common."""
    phone = Client()
    for dialogue in (dagstart, korte_reflectie):
        play(dialogue)
        take_part(phone, dialogue)

    one, other = (set(map(str, place)) for place in Participation.objects.values_list("id", "dialogue", "token_hash"))
    assert one & other == set()


@cannot("link")
def test_whose_place_it_is(dagstart, host, facilitator, play, collected):
    """Even somebody who is signed in takes part without their account."""
    play(dagstart)

    take_part(host, dagstart)

    place = Participation.objects.values().get()
    assert str(facilitator.pk) not in map(str, place.values())
    assert facilitator.name not in map(str, place.values())
    relations = {field.related_model for model in kept_of_people() for field in model._meta.fields if field.is_relation}
    # A case that somebody brought leads to the text of the group that it became.
    assert {model.__name__ for model in relations} == {"Dialogue", "Step", "Participation", "Passage"}


@cannot("score")
def test_what_kind_of_person_somebody_is():
    """Of a person only answers to one step and coming in to a round are kept, and no number but what they gave."""
    about_people = [
        field.related_model
        for field in Participation._meta.get_fields(include_hidden=True)
        if field.auto_created and field.is_relation
    ]
    numbers = {
        f"{model.__name__}.{field.name}"
        for model in [Participation, *about_people]
        for field in model._meta.fields
        if isinstance(field, models.IntegerField | models.FloatField | models.DecimalField)
    }

    assert all(issubclass(model, Response | Presence) for model in about_people)
    assert numbers == {"Choice.confidence"}


@cannot("teams")
def test_how_one_team_compares_with_another(seen, pack, membership, collected):
    """Whatever another group answers, and with how many: this one, and all of them together, look the same."""

    def with_another(answers: list) -> dict:
        with apart():
            World(membership, OTHER, is_looked_at=False).play(answers)
            return World(membership, ONE).play(ANSWERS).seen

    assert differences(with_another([0] * 9), with_another([1, 1, 1, 1, 1, 1, 0, None])) == []


@cannot("facilitators")
def test_how_one_facilitator_compares_with_another(pack, membership, collected):
    """Two who lead: whose group answered what makes no difference, except in the dialogue of that group itself."""
    colleague = invite(organisation=membership.organisation, name="Sam")

    def led(by_noor: list, by_sam: list) -> dict:
        with apart():
            World(membership, OTHER, is_looked_at=False).play(by_noor)
            one = World(colleague, ONE).play(by_sam)
            return {where: text for where, text in one.seen.items() if not is_of_one_dialogue(where[2])}

    agreed, divided = [0] * 9, [0, 0, 0, 0, 1, 1, 1, 2, 2]
    assert differences(led(agreed, divided), led(divided, agreed)) == []


@cannot("sign-in")
def test_when_an_organiser_signed_in(client, facilitator, collected):
    before = rows()
    link = reverse("accounts:use-link", args=[make_link(user=facilitator)])

    signed_in = client.get(link)

    assert signed_in.status_code == 302
    assert rows() == before


@cannot("log")
def test_what_participants_did_is_in_no_log(pack, membership, collected):
    with apart(), Log().listening() as log:
        world = World(membership).play(ANSWERS)
        of_people = [value for joined in world.people for value in (str(joined.participation.pk), joined.token)]

    assert "closed step" in log.text
    assert [value for value in [*of_people, world.cast.dialogue.code] if value in "\n".join(log.lines)] == []
    with apart(), Log().listening() as other:
        World(membership).play(SAME_ANSWERS_OF_OTHERS)
    assert other.text == log.text


@cannot("promise")
def test_what_was_promised_cannot_be_loosened_afterwards(dagstart, play):
    play(dagstart, people=1)

    for change in ({"retention_days": 99}, {"attribute": "role"}, {"anonymity": "named"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Dialogue.objects.filter(pk=dagstart.pk).update(**change)


@cannot("back")
def test_what_is_erased_does_not_come_back_from_an_old_copy(dagstart, play):
    room = play(dagstart, people=5)
    step = room.go_to("first")
    room.answer_all({"option": "something-else"})
    room.close()
    Record = step.behaviour.Record  # noqa: N806
    old_copy = list(Record.objects.all())
    erasing.erase_due_rounds(room.round.erase_at)

    type(room.round).objects.update(erased=False)
    Record.objects.bulk_create(old_copy)
    erasing.replay()

    assert len(old_copy) == 5
    assert Record.objects.count() == 0


# That these tests can fail


def test_another_outcome_does_look_otherwise(seen):
    changed = differences(seen(ANSWERS), seen([1, 1, 1, 1, 1, 0, 0, 2, None]))

    assert ("when the dialogue is closed", "facilitator", "reports:report") in changed
    assert ("when the dialogue is closed", "somebody who takes part", "reports:shared") in changed


def test_ones_own_answer_does_look_otherwise_to_oneself(pack, membership, collected):
    def own_pages(answer: int) -> dict:
        with apart():
            world = World(membership)
            world.begin(5)
            world.bystander = world.people[0]
            world.answer("first", [answer, 0, 0, 0, 0], range(5))
            world.look("now")
            return world.seen

    changed = {(who, name) for _when, who, name in differences(own_pages(0), own_pages(1))}
    assert ("somebody who takes part", "dialogues:own") in changed
    assert {who for who, _name in changed} == {"somebody who takes part"}


def test_every_page_was_looked_at_by_everybody(seen):
    shown = {(who, name) for (_when, who, name), text in seen(ANSWERS).items() if text.startswith("200")}

    assert {("facilitator", "dialogues:console"), ("facilitator", "organisations:log")} <= shown
    assert {("somebody who takes part", "dialogues:own"), ("outsider", "dialogues:screen")} <= shown


# That the list is whole


def test_every_sentence_has_its_test_and_every_test_its_sentence():
    assert set(CANNOT) == TESTED


def test_no_command_was_forgotten():
    """A command that shows something of a dialogue is looked at in `World.look`; the others show nothing of one."""
    shows_nothing = {"serve", "check", "load-pack", "link", "demo", "work", "leaflet"}

    commands = {command.name or command.callback.__name__ for command in app.registered_commands}

    assert commands == shows_nothing | {"erase"}


def take_part(browser: Client, dialogue: Dialogue) -> None:
    browser.get(reverse("dialogues:now", args=[dialogue.code]))
    browser.post(reverse("dialogues:take-part", args=[dialogue.code]))


def kept_of_people() -> list[type[models.Model]]:
    return [Participation, *(model for model in apps.get_models() if issubclass(model, Response))]


def is_moment(field: models.Field) -> bool:
    return isinstance(field, models.DateField | models.TimeField | models.DurationField)


def is_of_one_dialogue(address: str) -> bool:
    return address.split(":")[-1] in OF_ONE_DIALOGUE


OF_ONE_DIALOGUE = {"now", "own", "report", "shared", "console", "texts", "screen", "take-along", "dialogue", "step"}
