"""For who leads: agreeing on a day, making the next round, inviting people; and the day in everybody's diary."""

from datetime import datetime, timedelta
from urllib.parse import unquote

import pytest
from django.urls import reverse
from django.utils import timezone

from cast import prepare
from dialogues.phones import Phone, words
from goedwerk.dialogues import invitations
from goedwerk.dialogues.actions import leading, rounds
from goedwerk.dialogues.actions.rounds import NextRound
from goedwerk.dialogues.actions.taking_part import join, pass_step
from goedwerk.dialogues.hosting import JoinAddress
from goedwerk.dialogues.models import Dialogue, Round

ENGLISH = {"accept-language": "en"}


def address(name: str, dialogue: Dialogue) -> str:
    return reverse(f"dialogues:{name}", args=[dialogue.pk])


def look(host, name: str, dialogue: Dialogue) -> str:
    return words(host.get(address(name, dialogue), headers=ENGLISH, follow=True))


@pytest.fixture
def closed(play, dagstart):
    cast = play(dagstart, people=6)
    cast.next()
    cast.close()
    return cast


@pytest.fixture
def opened(play, pack, membership):
    """An open round that six people came in to."""
    dialogue = prepare(membership, "korte-reflectie", mode="open", closes_at=timezone.now() + timedelta(days=3))
    return play(dialogue, people=6)


def in_days(number: int) -> str:
    return (timezone.localdate() + timedelta(days=number)).isoformat()


# The day


def test_the_day_is_proposed_and_kept_as_the_group_agreed(host, closed):
    page = host.get(address("next-day", closed.dialogue))
    proposed = page.context["page"].form["day"].value()

    host.post(address("next-day", closed.dialogue), {"version": closed.round.version, "day": in_days(200)})

    closed.dialogue.refresh_from_db()
    assert proposed == timezone.localdate() + timedelta(days=182)
    assert closed.dialogue.next_round_on.isoformat() == in_days(200)


@pytest.mark.parametrize("day", [in_days(0), in_days(1200), "tomorrow"])
def test_a_day_that_cannot_be_is_refused_beside_its_field(host, closed, day):
    page = host.post(address("next-day", closed.dialogue), {"version": closed.round.version, "day": day})

    assert page.status_code == 422
    closed.dialogue.refresh_from_db()
    assert closed.dialogue.next_round_on is None


def test_a_day_on_an_outdated_page_is_asked_once_more_and_then_kept(host, closed):
    outdated = {"version": closed.round.version - 1, "day": in_days(100)}

    page = host.post(address("next-day", closed.dialogue), outdated, headers=ENGLISH)
    host.post(
        address("next-day", closed.dialogue), {**outdated, "version": page.context["page"].form["version"].value()}
    )

    assert "Somebody acted meanwhile" in words(page)
    closed.dialogue.refresh_from_db()
    assert closed.dialogue.next_round_on.isoformat() == in_days(100)


def test_a_day_can_be_taken_back(host, closed):
    for day in (in_days(100), ""):
        host.post(address("next-day", closed.dialogue), {"version": closed.round.version, "day": day})

    closed.dialogue.refresh_from_db()
    assert closed.dialogue.next_round_on is None


# The round


def test_a_next_round_is_made_from_one_page_and_leads_to_the_invitation(host, closed):
    page = host.get(address("next-round", closed.dialogue))
    form = page.context["page"].form
    data = {"mode": "live", "steps": form["steps"].value(), "number": 2, "starts_at": "2031-03-04T09:30"}

    answer = host.post(address("next-round", closed.dialogue), data)

    made = Round.objects.get(number=2)
    assert answer.url == address("invite", closed.dialogue)
    assert timezone.localtime(made.starts_at) == timezone.make_aware(datetime(2031, 3, 4, 9, 30))
    assert [step.key for step in made.steps.all()] == form["steps"].value()


def test_steps_that_need_others_say_so_and_nothing_is_made(host, closed):
    data = {"mode": "live", "steps": ["picture"], "number": 2}

    page = host.post(address("next-round", closed.dialogue), data, headers=ENGLISH)

    assert page.status_code == 422
    assert "Choose that one too." in words(page)
    assert closed.dialogue.rounds.count() == 1


def test_as_long_as_a_round_runs_there_is_no_page_for_a_next(host, opened):
    assert "This round is not closed yet." in look(host, "next-round", opened.dialogue)


def test_somebody_elses_dialogue_gets_no_next_round(host, elsewhere):
    for name in ("next-day", "next-round", "invite"):
        assert host.get(address(name, elsewhere)).status_code == 404


def test_the_page_of_a_closed_dialogue_leads_on_to_a_next_round(host, closed):
    page = look(host, "dialogue", closed.dialogue)

    assert "Prepare a next round" in page
    assert "Write down a day" in page


# Inviting


def test_an_invitation_says_when_how_long_and_how_without_asking_a_name(pack, membership, rf):
    dialogue = prepare(membership, "dagstart-dilemma", starts_at=timezone.make_aware(datetime(2031, 3, 4, 9, 30)))

    letter = invitations.invitation(dialogue.round, JoinAddress.of(rf.get("/"), dialogue))

    assert "9:30" in letter.text
    assert dialogue.code in letter.text
    assert "nobody keeps a list of who takes part" in letter.text or "niemand" in letter.text


def test_the_mail_program_gets_subject_and_text_and_no_addressee(host, opened):
    page = host.get(address("invite", opened.dialogue)).context["page"]

    mailto = page.invitation.mailto

    assert mailto.startswith("mailto:?subject=")
    assert unquote(mailto.partition("&body=")[2]).splitlines() == page.invitation.text.splitlines()
    assert "+" not in mailto.partition("subject=")[2].partition("&")[0]


def test_a_reminder_is_the_same_for_everybody_and_thanks_who_took_part(host, opened):
    page = look(host, "invite", opened.dialogue)

    assert "If you took part already: thank you." in page
    assert "Nobody sees the difference." in page


def test_how_far_the_group_is_is_told_in_words_only(host, opened):
    before = look(host, "invite", opened.dialogue)
    for person in opened.people[:4]:
        for step in opened.round.steps.all():
            pass_step(step=step, participation=person.participation)

    after = look(host, "invite", opened.dialogue)

    assert "less than half is ready" in before
    assert "more than half is ready" in after
    assert not any(f" {number} " in after.partition("A reminder")[2].partition("Subject")[0] for number in range(1, 7))


def test_under_five_people_nothing_is_told_of_who_is_ready(host, play, pack, membership):
    dialogue = prepare(membership, "korte-reflectie", mode="open", closes_at=timezone.now() + timedelta(days=3))
    play(dialogue, people=4)

    assert "is ready" not in look(host, "invite", dialogue)


def test_a_live_round_has_no_reminder(host, closed):
    assert "A reminder for everybody" not in look(host, "invite", closed.dialogue)


def test_the_invitation_to_a_next_round_asks_to_bring_the_return_code(host, closed):
    data = {"mode": "live", "steps": ["read"], "number": 2}
    host.post(address("next-round", closed.dialogue), data)

    assert "Take your return code along" in look(host, "invite", closed.dialogue)


# In a diary


def test_a_meeting_with_a_moment_is_in_the_diary(pack, membership):
    dialogue = prepare(membership, "dagstart-dilemma", starts_at=timezone.make_aware(datetime(2031, 3, 4, 9, 30)))

    file = Phone(dialogue).look("diary")

    assert file["Content-Type"] == "text/calendar; charset=utf-8"
    assert "DTSTART:20310304T083000Z" in file.content.decode()
    assert dialogue.code in file.content.decode()


def test_the_last_day_of_an_open_round_is_in_the_diary(opened):
    last = timezone.localdate(opened.round.closes_at)

    assert f"DTSTART;VALUE=DATE:{last:%Y%m%d}" in Phone(opened.dialogue).look("diary").content.decode()


def test_without_a_moment_there_is_no_file(dagstart):
    assert Phone(dagstart).look("diary").status_code == 404
    assert Phone(dagstart).look("diary-next").status_code == 404


def test_the_day_that_was_agreed_on_is_on_the_phone_the_report_and_in_the_diary(host, closed):
    host.post(address("next-day", closed.dialogue), {"version": closed.round.version, "day": in_days(200)})
    phone = Phone(closed.dialogue)
    phone.post("come-back", code=closed.people[0].token)
    day = timezone.localdate() + timedelta(days=200)

    ended = words(phone.look())
    report = words(phone.client.get(reverse("reports:shared", args=[closed.dialogue.code])))

    assert "as you agreed" in ended
    assert "You look again on" in report
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in phone.look("diary-next").content.decode()


def run(cast) -> None:
    cast.go_to("first")
    cast.answer_all({"option": cast.dialogue.material["dilemma"]["options"][0]["id"]})
    cast.close()


@pytest.fixture
def twice(play, dagstart):
    """Nine people who came in to two rounds, and chose the same in both."""
    cast = play(dagstart, people=9)
    run(cast)
    rounds.make_next(
        dialogue=dagstart, user=cast.facilitator, decided=NextRound(number=2, mode="live", steps=("first",))
    )
    cast.act(leading.open_round)
    cast.people = [join(dialogue=dagstart, token=person.token) for person in cast.people]
    run(cast)
    return cast


def test_rounds_stand_beside_each_other_in_the_report(host, twice):
    url = reverse("reports:report", args=[twice.dialogue.pk])

    last, first = (words(host.get(url + query, headers=ENGLISH)) for query in ("", "?round=1"))

    assert "The rounds beside each other" in last
    assert "Nobody was followed from one round to the next" in last
    assert all(f"Round {number}, " in last for number in (1, 2))
    assert "The rounds beside each other" not in first
    assert "round 2," in first


def test_who_came_in_later_reads_no_report_on_the_rounds_before(twice):
    decided = NextRound(number=3, mode="live", steps=("first",))
    rounds.make_next(dialogue=twice.dialogue, user=twice.facilitator, decided=decided)
    twice.act(leading.open_round)
    shared = reverse("reports:shared", args=[twice.dialogue.code])
    old, new = Phone(twice.dialogue), Phone(twice.dialogue)
    old.post("come-back", code=twice.people[0].token)
    new.post("come-back", code=join(dialogue=twice.dialogue).token)

    assert all("page" in old.client.get(shared + query).context for query in ("", "?round=1"))
    assert not any("page" in new.client.get(shared + query).context for query in ("", "?round=1"))

    twice.people = []
    run(twice)

    assert "?round=1" not in new.client.get(shared).content.decode()


@pytest.mark.parametrize("query", ["?round=7", "?round=x", "?round=²", "?round=-1"])
def test_a_report_of_a_round_that_is_not_there_does_no_harm(host, twice, query):
    assert host.get(reverse("reports:report", args=[twice.dialogue.pk]) + query).status_code == 200


# What is left of the round before


def test_who_makes_a_next_round_hears_of_texts_that_still_wait(host, play, dagstart):
    cast = play(dagstart, people=6)
    step = cast.go_to("harvest")
    box = next(name for name in step.behaviour.form(step).fields if name != "second_look")
    cast.answer_all({box: "Een zin."})
    cast.close()

    page = look(host, "next-round", dagstart)

    assert "There are still texts to read" in page
    assert step.title in page


def test_without_such_texts_nothing_is_said_of_them(host, closed):
    assert "There are still texts to read" not in look(host, "next-round", closed.dialogue)
