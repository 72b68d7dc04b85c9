"""The report, for who led and for who took part."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goedwerk.dialogues import device
from goedwerk.dialogues.actions import erasing, leading, reading, taking_part
from goedwerk.dialogues.models import Passage, PassageState
from goedwerk.organisations.actions import found
from goedwerk.reports import showing


@pytest.fixture
def room(play, dagstart):
    dagstart.follow_up_owner = "teamleider Vergunningen"
    dagstart.save()
    return play(dagstart, people=9)


def options(dialogue):
    return [option["id"] for option in dialogue.material["dilemma"]["options"]]


def lead(cast):
    """A whole dialogue: everybody moves from the first option to the second, and one text is let go."""
    first, second, *_ = options(cast.dialogue)
    cast.go_to("first")
    cast.answer_all({"option": first, "confidence": "4"})
    cast.go_to("second")
    cast.answer_all({"option": second, "confidence": "4"})
    step = cast.go_to("harvest")
    for person in cast.people:
        cast.answer(
            person, {name: "Eerst luisteren." for name in step.behaviour.form(step).fields if name != "second_look"}
        )
    cast.act(leading.close_step)
    if reading.may_let_go(cast.step):
        shown = Passage.objects.first()
        cast.act(reading.let_go, step=cast.step, decisions={str(shown.pk): ("show", "")})
    cast.close()
    return cast


def report_url(dialogue):
    return reverse("reports:report", args=[dialogue.pk])


def shared_url(dialogue):
    return reverse("reports:shared", args=[dialogue.code])


def phone(joined=None):
    client = Client()
    if joined is not None:
        client.cookies[device.PLACE] = joined.token
    return client


def words(response):
    return " ".join(response.content.decode().split())


# For who led


def test_before_closing_the_page_says_when_there_will_be_a_report(host, room):
    response = host.get(report_url(room.dialogue), headers={"accept-language": "en"})

    assert response.status_code == 200
    assert "There is no report yet" in words(response)


def test_the_report_shows_what_was_asked_seen_written_and_who_follows_up(host, room):
    lead(room)

    page = host.get(report_url(room.dialogue)).context["page"]

    assert page.asked[0].title == "Wat werkt of wat mag"
    assert [texts.title for texts in page.texts] == ["Oogst"]
    assert (page.people, page.method) == (9, "disclosure-1")
    assert "teamleider Vergunningen" in words(host.get(report_url(room.dialogue)))


def test_first_and_second_choice_stand_side_by_side_once(host, room):
    lead(room)

    page = host.get(report_url(room.dialogue)).context["page"]

    sheets = {
        sheet.title: [picture.figure.kind for picture in sheet.pictures if picture.figure] for sheet in page.sheets
    }
    assert sheets["Tweede keuze"][0] == "side-by-side"
    assert "Eerste keuze" not in [picture.title for sheet in page.sheets for picture in sheet.pictures]


def test_a_first_choice_is_not_drawn_alone_when_the_second_says_more(host, room):
    """More than half, and then a list: two kinds of picture that still stand beside each other."""
    first, second, third, *_ = options(room.dialogue)
    room.go_to("first")
    room.answer_all({"option": first})
    room.go_to("second")
    for person, option in zip(room.people, [second] * 4 + [third] * 4 + [first], strict=True):
        room.answer(person, {"option": option})
    room.close()

    page = host.get(report_url(room.dialogue)).context["page"]

    assert "Eerste keuze" not in [picture.title for sheet in page.sheets for picture in sheet.pictures]
    assert [picture.title for picture in page.findings] == ["Tweede keuze"]


def test_the_cover_has_at_most_four_findings(host, room):
    lead(room)

    page = host.get(report_url(room.dialogue)).context["page"]

    assert 1 <= len(page.findings) <= 4


def test_the_report_says_nothing_about_who(host, room):
    lead(room)

    said = words(host.get(report_url(room.dialogue)))

    for person in room.people:
        assert person.token not in said
        assert str(person.participation.pk) not in said
        assert person.participation.token_hash not in said


def test_a_report_of_another_organisation_does_not_exist(client, room):
    lead(room)
    client.force_login(found(name="Elders", owner="Bo").user)

    assert client.get(report_url(room.dialogue)).status_code == 404


def test_nobody_reads_the_report_of_a_host_without_signing_in(client, room):
    assert client.get(report_url(room.dialogue)).status_code == 302


def test_it_says_when_answers_go_and_that_they_went(host, room):
    lead(room)
    before = host.get(report_url(room.dialogue)).context["page"].erasure

    erasing.erase_due_rounds(room.round.erase_at + timedelta(days=1))
    after = host.get(report_url(room.dialogue)).context["page"].erasure

    assert before != after


def test_erasing_answers_leaves_the_report_as_it_was(host, room):
    lead(room)
    before = host.get(report_url(room.dialogue)).context["page"]

    erasing.erase_due_rounds(room.round.erase_at)
    after = host.get(report_url(room.dialogue)).context["page"]

    assert (after.sheets, after.people, after.findings) == (before.sheets, before.people, before.findings)


def test_who_stops_afterwards_does_not_show(host, room):
    lead(room)

    taking_part.leave(participation=room.people[0].participation)

    assert host.get(report_url(room.dialogue)).context["page"].people == 9


def test_under_five_people_the_report_says_what_was_told_stays_there(host, play, dagstart):
    cast = lead(play(dagstart, people=4))

    response = host.get(report_url(dagstart), headers={"accept-language": "en"})

    assert response.context["page"].is_spoken
    assert response.context["page"].sheets == []
    assert "What was told aloud stays with those who were there." in words(response)
    assert "Eerst luisteren." not in words(response)
    assert cast.round.erase_at is not None


def test_of_a_question_per_role_every_group_stands_on_the_cover(host, membership, pack, play):
    from cast import prepare

    split = prepare(membership, "dagstart-dilemma", attribute="role")
    lead(play(split, people=12, attributes=("manager", "employee")))

    titles = [picture.title for picture in host.get(report_url(split)).context["page"].findings]

    assert len([title for title in titles if title.startswith("Tweede keuze")]) == 2


# Striking


def strike_url(dialogue, passage):
    return reverse("reports:strike", args=[dialogue.pk, passage.pk])


def test_a_text_that_is_struck_is_gone_for_everybody(host, room):
    lead(room)
    passage = Passage.objects.get(state=PassageState.SHOWN)

    response = host.post(strike_url(room.dialogue, passage), follow=True)

    assert "Eerst luisteren." not in words(response)
    assert "Eerst luisteren." not in words(phone(room.people[0]).get(shared_url(room.dialogue)))


def test_only_the_organisation_itself_can_strike(client, room):
    lead(room)
    passage = Passage.objects.get(state=PassageState.SHOWN)
    client.force_login(found(name="Elders", owner="Bo").user)

    assert client.post(strike_url(room.dialogue, passage)).status_code == 404
    assert Passage.objects.filter(pk=passage.pk).exists()


def test_nothing_is_struck_while_the_dialogue_runs(host, room):
    room.go_to("first")
    passage = Passage.objects.create(step=room.step, lines=[["", "x"]], state=PassageState.SHOWN)

    assert host.post(strike_url(room.dialogue, passage)).status_code == 404


# For who took part


def test_who_took_part_sees_the_same_report_without_a_way_to_strike(host, room):
    lead(room)

    own = phone(room.people[3]).get(shared_url(room.dialogue))

    page = own.context["page"]
    assert page.sheets == host.get(report_url(room.dialogue)).context["page"].sheets
    assert not page.may_strike


def test_who_has_only_the_code_gets_a_field_for_the_return_code(room):
    lead(room)

    response = phone().get(shared_url(room.dialogue), headers={"accept-language": "en"})

    assert response.status_code == 200
    assert "This report is for those who took part" in words(response)
    assert reverse("dialogues:come-back", args=[room.dialogue.code]) in words(response)
    assert "Eerst luisteren." not in words(response)


def test_who_stopped_no_longer_opens_the_report(room):
    lead(room)
    taking_part.leave(participation=room.people[0].participation)

    assert "page" not in phone(room.people[0]).get(shared_url(room.dialogue)).context


@pytest.mark.parametrize("pictures", [[], ["a picture"]])
def test_the_end_leads_to_one_s_own_place_where_there_is_one(room, monkeypatch, pictures):
    lead(room)
    monkeypatch.setattr(showing, "own_pictures", lambda steps, participation: pictures)

    end = phone(room.people[0]).get(reverse("dialogues:now", args=[room.dialogue.code])).content.decode()

    assert (f'href="{shared_url(room.dialogue)}#own-place"' in end) == bool(pictures)


def test_before_closing_who_takes_part_is_told_to_wait(room):
    response = phone(room.people[0]).get(shared_url(room.dialogue), headers={"accept-language": "en"})

    assert "There is no report yet" in words(response)


def test_an_unknown_code_gets_the_page_for_that(db):
    assert phone().get(reverse("reports:shared", args=["XXXXXXXX"])).status_code == 404
