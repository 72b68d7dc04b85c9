"""Whoever brings a case keeps a say in it: to change and withdraw it, and whether it leaves the room."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from cast import prepare
from goedwerk.dialogues import cases, device
from goedwerk.dialogues.actions import bringing, erasing, leading, reading, rounds, taking_part
from goedwerk.dialogues.errors import StepClosed
from goedwerk.dialogues.models import Case, Passage, PassageState
from goedwerk.reports.pages import report_of

FACTS = "Een inwoner vroeg om uitstel en kreeg geen antwoord."
MOMENT = "Toen de brief al klaarlag."
QUESTION, ANSWER = "Wie wist hiervan?", "Het hele team wist het."
CASE = {"facts": FACTS, "moment": MOMENT}


@pytest.fixture
def cast(pack, membership, play):
    """Six people; the first of them brings the case, and the group has read it."""
    cast = play(prepare(membership, "morele-oordeelsvorming"), people=6)
    cast.go_to("case")
    cast.answer(cast.people[0], CASE)
    cast.act(leading.close_step)
    show_all(cast, "case")
    return cast


def show_all(cast, key):
    step = cast.round.steps.get(key=key)
    waiting = step.passages.filter(state=PassageState.WAITING)
    cast.act(reading.let_go, step=step, decisions={str(passage.pk): ("show", "") for passage in waiting})


def ask_about_the_facts(cast):
    cast.go_to("missing")
    for person in cast.people[1:]:
        cast.answer(person, {"questions": QUESTION if person == cast.people[1] else "Wat zegt de regel?"})
    cast.act(leading.close_step)
    show_all(cast, "missing")


def answer_the_first(cast):
    asked = next(fact for fact in cases.asked_of(case(cast)) if fact.question == QUESTION)
    bringing.answer_question(step=asked.passage.step, question=asked.passage, text=ANSWER)


def case(cast):
    return cases.case_of(cast.people[0].participation, cast.round)


def phone_of(person) -> Client:
    client = Client()
    client.cookies[device.PLACE] = person.token
    return client


def address(cast):
    return reverse("dialogues:case", args=[cast.dialogue.code])


def shown_texts(cast):
    shown = Passage.objects.filter(step__round=cast.round, state=PassageState.SHOWN)
    return {text for passage in shown for _label, text in passage.lines}


def report_text(cast):
    report = report_of(cast.dialogue, back_url="/")
    return [text for texts in report.texts for passage in texts.passages for _label, text in passage.lines]


# Facts apart from views


def test_the_group_reads_facts_and_doubt_under_their_own_headings(cast):
    passage = case(cast).passage

    with override("en"):
        said = passage.said

    assert said == [("What happened?", FACTS), ("At which moment did you doubt?", MOMENT)]


def test_an_answer_joins_the_facts_once_the_facilitator_has_read_it(cast):
    ask_about_the_facts(cast)
    step = cast.round.steps.get(key="missing")

    answer_the_first(cast)
    before = cases.facts_of(step)
    show_all(cast, "missing")
    known = step.behaviour.together(step, list(step.passages.filter(state=PassageState.SHOWN)))

    assert ANSWER not in [fact.answer for fact in before]
    assert [(fact.question, fact.answer) for fact in known.facts] == [(QUESTION, ANSWER)]
    assert QUESTION not in [fact.question for fact in known.open]


def test_who_brought_the_case_asks_nothing_and_the_others_do(cast):
    step = cast.go_to("missing")
    owner, other = (person.participation for person in cast.people[:2])

    assert step.behaviour.form_for(step, owner) is None
    assert step.behaviour.form_for(step, other) is not None


def test_only_who_brought_the_case_puts_the_question(cast):
    step = cast.go_to("question")
    owner, other = (person.participation for person in cast.people[:2])

    assert step.behaviour.form_for(step, owner) is not None
    assert step.behaviour.form_for(step, other) is None


def test_without_a_case_everybody_may_put_the_question(pack, membership, play):
    cast = play(prepare(membership, "morele-oordeelsvorming"), people=2)
    step = cast.go_to("question")

    assert all(step.behaviour.form_for(step, person.participation) for person in cast.people)


# Changing and withdrawing


def test_a_change_goes_to_the_facilitator_first(cast):
    bringing.change_case(case=case(cast), lines={**CASE, "facts": "Een inwoner vroeg om uitstel."})

    passage = Passage.objects.get(pk=case(cast).passage.pk)
    assert passage.state == PassageState.WAITING
    assert passage.lines[0] == ["facts", "Een inwoner vroeg om uitstel."]


def test_a_withdrawn_case_is_gone_with_its_questions_and_answers(cast):
    ask_about_the_facts(cast)
    answer_the_first(cast)

    bringing.withdraw_case(case=case(cast))

    assert not Case.objects.exists()
    assert shown_texts(cast) == set()
    assert not Passage.objects.filter(step__key="missing").exists()


def test_who_stops_takes_the_case_along(cast):
    taking_part.leave(participation=cast.people[0].participation)

    assert shown_texts(cast) == set()


def test_after_closing_nothing_can_be_changed(cast):
    cast.close()

    with pytest.raises(StepClosed):
        bringing.change_case(case=case(cast), lines=CASE)
    with pytest.raises(StepClosed):
        bringing.withdraw_case(case=case(cast))


def test_a_case_that_the_facilitator_puts_aside_gives_no_say(pack, membership, play):
    cast = play(prepare(membership, "morele-oordeelsvorming"), people=3)
    cast.go_to("case")
    for person in cast.people[:2]:
        cast.answer(person, CASE)
    cast.act(leading.close_step)
    kept, aside = [each.passage for each in Case.objects.select_related("passage")]
    decisions = {str(kept.pk): ("show", ""), str(aside.pk): ("skip", "")}
    cast.act(reading.let_go, step=cast.round.steps.get(key="case"), decisions=decisions)

    owners = [person for person in cast.people if cases.case_of(person.participation, cast.round)]

    assert len(owners) == 1


# What leaves the room


def test_without_a_yes_the_report_says_only_that_a_case_was_discussed(cast, host):
    ask_about_the_facts(cast)
    answer_the_first(cast)
    show_all(cast, "missing")
    cast.close()

    page = host.get(reverse("reports:report", args=[cast.dialogue.pk]), headers={"accept-language": "en"})

    html = page.content.decode()
    assert "A case was discussed here" in html
    for text in (FACTS, MOMENT, QUESTION, ANSWER):
        assert text not in html


def test_with_a_yes_the_case_and_its_facts_stand_in_the_report(cast):
    ask_about_the_facts(cast)
    answer_the_first(cast)
    show_all(cast, "missing")
    cast.close()

    bringing.let_leave(case=case(cast), yes=True)

    assert {FACTS, MOMENT, ANSWER} <= set(report_text(cast))


def test_a_yes_can_be_taken_back(cast):
    cast.close()
    bringing.let_leave(case=case(cast), yes=True)

    bringing.let_leave(case=case(cast), yes=False)

    assert report_text(cast) == []


@pytest.mark.parametrize("yes", [True, False])
def test_what_is_left_after_the_answers_are_erased_follows_the_yes(yes, cast):
    cast.close()
    bringing.let_leave(case=case(cast), yes=yes)

    erasing.erase(cast.round)

    assert not Case.objects.exists()
    assert (FACTS in shown_texts(cast)) == yes
    assert (FACTS in report_text(cast)) == yes
    assert report_of(cast.dialogue, back_url="/").texts[0].is_held_back != yes


# The page


def test_the_page_of_the_case_opens_for_its_owner_alone(cast):
    assert phone_of(cast.people[0]).get(address(cast)).status_code == 200
    assert phone_of(cast.people[1]).get(address(cast)).status_code == 302


def test_the_owner_does_everything_by_the_page(cast):
    ask_about_the_facts(cast)
    phone = phone_of(cast.people[0])
    page = phone.get(address(cast)).context["page"]
    name = next(name for name, fact in page.facts.facts.items() if fact.question == QUESTION)

    phone.post(address(cast), {"act": "facts", name: ANSWER})
    phone.post(address(cast), {"act": "leave", "may_leave": "yes"})
    phone.post(address(cast), {"act": "change", "facts": "Anders verteld.", "moment": MOMENT})

    assert Passage.objects.filter(lines=[[QUESTION, ANSWER]], state=PassageState.WAITING).exists()
    assert case(cast).may_leave
    assert case(cast).lines["facts"] == "Anders verteld."


def test_a_name_in_an_answer_gets_a_second_look(cast):
    ask_about_the_facts(cast)
    phone = phone_of(cast.people[0])
    name = next(iter(phone.get(address(cast)).context["page"].facts.facts))

    first = phone.post(address(cast), {"act": "facts", name: "Jan de Vries wist het."})
    second = phone.post(address(cast), {"act": "facts", name: "Jan de Vries wist het.", "second_look": "1"})

    assert (first.status_code, second.status_code) == (422, 302)


def test_the_owner_is_asked_at_the_end(cast):
    cast.close()
    now = reverse("dialogues:now", args=[cast.dialogue.code])

    asked = [address(cast) in phone_of(person).get(now).content.decode() for person in cast.people[:2]]

    assert asked == [True, False]


def test_the_owner_still_decides_once_a_next_round_is_made(cast):
    brought = case(cast)
    cast.close()
    decided = rounds.NextRound(number=2, mode="live", steps=("case",))
    rounds.make_next(dialogue=cast.dialogue, user=cast.facilitator, decided=decided)
    phone = phone_of(cast.people[0])
    now = phone.get(reverse("dialogues:now", args=[cast.dialogue.code])).content.decode()

    phone.post(address(cast), {"act": "leave", "may_leave": "yes"})

    brought.refresh_from_db()
    assert brought.may_leave
    assert address(cast) in now


def test_the_owner_withdraws_by_the_page(cast):
    reply = phone_of(cast.people[0]).post(address(cast), {"act": "withdraw"})

    assert reply.status_code == 302
    assert case(cast) is None
