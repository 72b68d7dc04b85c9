"""What those who take part see of it: the text, the picture after closing, and the answer for as long as it stands."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cast import prepare
from goedwerk.dialogues import device, queries
from goedwerk.dialogues.actions import erasing, leading, preparing, reading
from goedwerk.dialogues.models import Passage, PassageState
from goedwerk.dialogues.rehearsal import rehearsed
from goedwerk.reports.models import Finding
from goedwerk.reports.showing import shown_of
from goedwerk.signals import actions
from goedwerk.signals.models import Answer, Reaction, Signal, Wording
from signals.asking import AGREE, OWNER, TEXT, agree, become, give, in_days, put

ENGLISH = {"accept-language": "en"}


def phone_of(joined):
    phone = Client()
    phone.cookies[device.PLACE] = joined.token
    return phone


def now(phone, cast):
    return phone.get(reverse("dialogues:now", args=[cast.dialogue.code]), headers=ENGLISH).content.decode()


@pytest.fixture
def phone(group):
    return phone_of(group.people[0])


# On the phone


def test_before_there_is_a_text_a_phone_asks_for_proposals(phone, group):
    assert "What would you ask, and of whom?" in now(phone, group)


def test_the_text_stands_above_the_vote(phone, group):
    put(group)

    said = now(phone, group)

    assert said.index(TEXT) < said.index("What do you think of this text?")
    assert OWNER in said


def test_a_vote_is_kept_and_read_back_to_its_writer_alone(phone, group):
    put(group)
    step = reverse("dialogues:step", args=[group.dialogue.code, group.step.pk])

    phone.post(step, {"vote": "not", "objection": "Zeg erbij waarom."})

    assert "Zeg erbij waarom." in now(phone, group)
    assert "Zeg erbij waarom." not in now(phone_of(group.people[1]), group)


def test_a_vote_without_an_answer_is_asked_again(phone, group):
    put(group)

    response = phone.post(reverse("dialogues:step", args=[group.dialogue.code, group.step.pk]), {"vote": ""})

    assert response.status_code == 422
    assert not Reaction.objects.exists()


def test_a_proposal_that_crosses_the_text_is_not_lost(phone, group):
    put(group)
    step = reverse("dialogues:step", args=[group.dialogue.code, group.step.pk])

    response = phone.post(step, {"proposal": "Vraag het aan de directie."}, headers=ENGLISH)

    assert response.status_code == 422
    assert "Vraag het aan de directie." in response.content.decode()
    assert TEXT in response.content.decode()


def test_nothing_is_counted_while_people_answer(phone, group):
    put(group)
    group.answer_all(AGREE)

    assert shown_of(group.step).is_empty
    assert "more than half" not in now(phone, group).lower()


def test_after_closing_phones_and_big_screen_show_text_and_picture(client, phone, group):
    put(group)
    group.answer_all(AGREE)
    group.act(leading.close_step)

    screen = client.get(reverse("dialogues:screen", args=[group.dialogue.code]), headers=ENGLISH).content.decode()

    for said in (now(phone, group), screen):
        assert TEXT in said
        assert "More than half" in said


def test_under_five_people_the_text_is_talked_about(asking, play):
    cast = play(asking, people=4)
    cast.go_to("harvest")
    put(cast)
    cast.answer_all(AGREE)
    cast.act(leading.close_step)

    said = now(phone_of(cast.people[0]), cast)

    assert TEXT in said
    assert "Say aloud what you think of the text" in said


def test_a_vote_on_a_text_is_not_kept_for_a_next_time(phone, group):
    put(group)
    group.answer_all(AGREE)
    group.close()

    assert "For a next time" not in now(phone, group)


# The answer


def test_who_took_part_reads_the_request_and_its_answers(agreed, group, phone):
    give(agreed, "later", "Na de begroting.", on=in_days(60))
    give(agreed, "do", "Vanaf mei.")

    said = now(phone, group)

    assert said.index(TEXT) < said.index("Na de begroting.") < said.index("Vanaf mei.")


def test_the_code_is_enough_for_who_listened_without_a_phone(client, agreed, group):
    give(agreed, "do", "Vanaf mei.")

    page = client.get(reverse("dialogues:follow-up", args=[group.dialogue.code]), headers=ENGLISH)

    assert "Vanaf mei." in page.content.decode()
    assert reverse("dialogues:follow-up", args=[group.dialogue.code]) in now(client, group)


def test_another_code_opens_nothing_of_it(client, agreed):
    page = client.get(reverse("dialogues:follow-up", args=["XXXXXXXX"]))

    assert page.status_code == 404
    assert TEXT not in page.content.decode()


def test_the_report_holds_the_request_and_the_answer_of_today(host, agreed, group, phone):
    shared = reverse("reports:shared", args=[group.dialogue.code])
    before = phone.get(shared, headers=ENGLISH).content.decode()
    give(agreed, "do", "Vanaf mei.")

    for reader, address in ((phone, shared), (host, reverse("reports:report", args=[group.dialogue.pk]))):
        assert "Vanaf mei." in reader.get(address, headers=ENGLISH).content.decode()
    assert "There is no answer yet" in before


def test_the_cover_of_the_report_says_what_was_asked_and_how_it_stands(host, agreed, group):
    give(agreed, "not", "Daar is geen geld voor.")

    report = host.get(reverse("reports:report", args=[group.dialogue.pk]), headers=ENGLISH).content.decode()

    cover = report.partition("</article>")[0]
    assert all(words in cover for words in (TEXT, OWNER, "We do not do this", "Daar is geen geld voor."))


def test_asking_nothing_stands_there_as_an_outcome(phone, group):
    actions.agree_on_none(step=group.step, user=group.facilitator, version=group.round.version)
    group.close()

    assert "asks nothing of anybody" in now(phone, group)


# What goes and what stays


def test_reactions_go_with_the_round_and_the_signal_stays(agreed, group):
    give(agreed, "do", "Vanaf mei.")

    erasing.erase_due_rounds(group.round.erase_at)

    assert not Reaction.objects.exists()
    assert [(signal.wording.text, signal.state) for signal in Signal.objects.all()] == [(TEXT, "do")]
    assert Finding.objects.filter(step=agreed.thread).exists()
    assert queries.follow_ups_of(group.dialogue)[0].replies[0].text == "Vanaf mei."


def test_an_objection_that_was_let_go_is_erased_with_the_round(group):
    put(group)
    group.answer_all({"vote": "not", "objection": "Zeg erbij waarom."})
    group.act(leading.close_step)
    shown = {str(passage.pk): ("show", "") for passage in group.step.passages.all()}
    group.act(reading.let_go, step=group.step, decisions=shown)
    group.close()
    assert Passage.objects.filter(state=PassageState.SHOWN).count() == 9

    erasing.erase_due_rounds(group.round.erase_at)

    assert not Passage.objects.exists()


def test_who_stops_takes_their_reaction_along(phone, group):
    put(group)
    group.answer_all(AGREE)

    phone.post(reverse("dialogues:stop", args=[group.dialogue.code]), {})

    assert Reaction.objects.count() == 8


def test_everything_goes_with_the_dialogue(agreed, facilitator):
    give(agreed, "do")

    preparing.delete_dialogue(dialogue=agreed.dialogue, user=facilitator)

    assert not any(model.objects.exists() for model in (Signal, Wording, Answer, Reaction))


# In days that are open


@pytest.fixture
def days(pack, membership, play):
    """A round that is open for three days, and ends with a request."""
    dialogue = prepare(membership, "korte-reflectie", mode="open", closes_at=timezone.now() + timedelta(days=3))
    become(dialogue.round.steps.get(key="residue"), "signal", of=["act"])
    cast = play(dialogue, people=6)
    while signal_step(cast).is_waiting:
        cast.act(leading.next_part)
    return cast


def signal_step(cast):
    return cast.round.steps.get(key="residue")


def test_in_open_days_the_text_waits_for_what_it_is_about(days):
    brought = days.round.steps.get(key="act")

    assert brought.is_closed
    assert signal_step(days).is_open


def test_in_open_days_a_text_comes_back_to_who_was_done(days):
    step, person = signal_step(days), days.people[0]
    days.answer(person, {"proposal": "Vraag om tijd."}, step)
    assert queries.is_ready(step, person.participation)

    put(days, step=step)

    assert not queries.is_ready(step, person.participation)
    days.answer(person, AGREE, step)
    assert queries.is_ready(step, person.participation)


def test_in_open_days_one_text_is_put_and_decided_after_closing(days, host):
    step = signal_step(days)
    put(days, step=step)
    for person in days.people:
        days.answer(person, AGREE, step)
    page = host.get(reverse("dialogues:dialogue", args=[days.dialogue.pk])).content.decode()

    days.close()

    assert reverse("signals:desk", args=[days.dialogue.pk, step.pk]) in page
    assert len(shown_of(signal_step(days)).pictures) == 1
    assert agree(days, signal_step(days)).wording.asked_in == step


# Rehearsal and paper


def test_a_rehearsal_shows_a_text_a_vote_and_a_picture_and_keeps_nothing(asking):
    last = asking.round.steps.get(key="harvest").position

    step = next(
        each
        for each in rehearsed(asking.round, seed=3, position=last, closed=True).steps.all()
        if each.position == last
    )
    body = step.behaviour.body(step)

    assert body.wording.owner == "Hoofd Vergunningen"
    assert len(body.pictures) == 1
    assert not Wording.objects.exists()


def test_the_script_on_paper_has_lines_to_write_the_request_on(host, asking):
    script = host.get(reverse("dialogues:script", args=[asking.pk]), headers=ENGLISH).content.decode()

    assert "Which function answers? (a function, not a name)" in script
    assert script.count('class="gw-write"') >= 7 + 3
