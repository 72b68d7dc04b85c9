"""Coming to a text together: versions that stay, votes that count once, and nothing asked as an outcome."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from goedwerk.dialogues import queries as dialogue_queries
from goedwerk.dialogues.actions import leading, reading
from goedwerk.dialogues.errors import MovedOn, NotLeading, NotPossible
from goedwerk.dialogues.models import Attendance, StepState
from goedwerk.organisations.actions import invite
from goedwerk.organisations.models import HostAct
from goedwerk.reports.showing import shown_of
from goedwerk.signals import actions, links, queries
from goedwerk.signals.models import Signal, Wording
from signals.asking import AGAINST, AGREE, OWNER, TEXT, agree, draft, give, in_days, put

NEXT = "Zeg wie beslist, en waarom."


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


# Putting a text


def test_before_there_is_a_text_people_propose_one(group):
    group.answer_all({"proposal": "Vraag of wij mogen afwijken."})

    assert {answer["proposal"] for answer in group.step.behaviour.answers(group.step).values()} == {
        "Vraag of wij mogen afwijken."
    }
    assert group.step.behaviour.summarise(group.step, [None] * 9) == {}


def test_a_text_asks_everybody_again_who_was_ready(group):
    group.answer_all({"proposal": "Vraag of wij mogen afwijken."})
    version = group.round.version

    put(group)

    assert not Attendance.objects.filter(step=group.step, ready=True).exists()
    assert group.round.version == version + 1


def test_a_proposal_stays_when_its_writer_votes_on_the_text(group):
    group.answer_all({"proposal": "Vraag of wij mogen afwijken."})
    put(group)

    group.answer_all(AGREE)

    answers = list(group.step.behaviour.answers(group.step).values())
    assert answers == 9 * [{"vote": "agree", "objection": "", "proposal": "Vraag of wij mogen afwijken."}]


def test_a_text_does_not_change_under_the_hands_of_who_answers(group):
    put(group)

    with pytest.raises(NotPossible, match="next version"):
        put(group, NEXT)

    assert [wording.text for wording in Wording.objects.all()] == [TEXT]


def test_a_next_version_is_put_in_a_run_of_its_own(group):
    first = group.step
    put(group)
    group.answer_all(AGAINST)
    group.act(leading.close_step)

    wording = put(group, NEXT, step=first)

    assert (wording.number, wording.thread, wording.asked_in) == (2, first, group.step)
    assert group.step != first
    assert group.step.state == StepState.OPEN
    assert [version.text for version in queries.versions_of(group.step)] == [TEXT, NEXT]


def test_votes_on_a_version_do_not_count_for_the_next(group):
    first = group.step
    put(group)
    group.answer_all(AGAINST)
    group.act(leading.close_step)
    put(group, NEXT, step=first)
    group.answer_all(AGREE)
    group.act(leading.close_step)

    pictures = [shown_of(step).pictures[0].sentence for step in queries.runs_of(first)]

    assert "I do not agree" in pictures[0]
    assert "I agree with this text" in pictures[1]


def test_a_vote_after_a_run_of_proposals_is_no_fault_of_the_gate(group, caplog):
    first = group.step
    group.answer_all({"proposal": "Vraag of wij mogen afwijken."})
    group.act(leading.close_step)
    put(group, step=first)
    group.answer_all(AGREE)

    group.act(leading.close_step)

    assert len(shown_of(group.step).pictures) == 1
    assert not [message for message in caplog.messages if "audit" in message]


def test_who_has_moved_on_goes_back_before_asking_once_more(asking, play):
    cast = play(asking, people=5)
    step = cast.go_to("first")
    harvest = asking.round.steps.get(key="harvest")
    cast.act(leading.close_step)
    harvest.state = StepState.CLOSED
    harvest.save()

    with pytest.raises(NotPossible, match="Go back"):
        put(cast, step=harvest)

    assert cast.step == step


def test_two_presses_put_a_text_once(group):
    version = group.round.version
    put(group)

    with pytest.raises(MovedOn):
        actions.put_to_group(step=group.step, user=group.facilitator, version=version, draft=draft())

    assert Wording.objects.count() == 1


def test_only_who_leads_puts_a_text(group, membership):
    other = invite(organisation=membership.organisation, name="Sam").user

    with pytest.raises(NotLeading):
        actions.put_to_group(step=group.step, user=other, version=group.round.version, draft=draft())


# Objections


def test_what_people_write_comes_to_the_facilitator_first_and_without_their_vote(group):
    put(group)
    group.answer_all({"vote": "not", "objection": "Zeg erbij waarom."})
    group.act(leading.close_step)

    passages = list(group.step.passages.all())

    assert [passage.lines for passage in passages] == 9 * [[["objection", "Zeg erbij waarom."]]]
    assert dialogue_queries.waiting_texts(group.round) == [(group.step, 9)]


def test_under_five_people_no_objection_is_let_go(asking, play):
    cast = play(asking, people=4)
    cast.go_to("harvest")
    put(cast)
    cast.answer_all({"vote": "not", "objection": "Zeg erbij waarom."})
    cast.act(leading.close_step)

    with pytest.raises(NotPossible):
        cast.act(reading.let_go, step=cast.step, decisions={})

    assert shown_of(cast.step).is_spoken


# Deciding


def test_the_version_that_was_voted_on_becomes_the_signal(group):
    step = group.step
    wording = put(group)
    group.act(leading.close_step)

    signal = agree(group, step)

    assert (signal.wording, signal.dialogue, signal.organisation) == (
        wording,
        group.dialogue,
        group.dialogue.organisation,
    )
    assert (signal.state, signal.due) == ("open", in_days(30))


def test_what_was_changed_after_the_vote_says_that_it_was_agreed_aloud(group):
    step = group.step
    put(group)
    group.act(leading.close_step)

    signal = agree(group, step, NEXT)

    assert (signal.wording.number, signal.wording.asked_in) == (2, None)
    assert Wording.objects.get(number=1).text == TEXT


def test_nobody_decides_while_people_answer(group):
    put(group)

    with pytest.raises(NotPossible, match="Close the step"):
        agree(group, group.step)

    assert not Signal.objects.exists()


def test_asking_nothing_is_an_outcome(group):
    signal = actions.agree_on_none(step=group.step, user=group.facilitator, version=group.round.version)

    assert signal.wording is None
    assert HostAct.objects.filter(act="agreed on no signal").exists()


def test_who_asks_nothing_may_still_come_to_a_text(group):
    step = group.step
    actions.agree_on_none(step=step, user=group.facilitator, version=group.round.version)
    group.act(leading.close_step)

    signal = agree(group, step)

    assert [one.wording.text for one in Signal.objects.all()] == [TEXT]
    assert signal.wording.asked_in is None


def test_an_agreed_signal_cannot_be_taken_back_by_asking_nothing(group):
    step = group.step
    group.act(leading.close_step)
    agree(group, step)

    with pytest.raises(NotPossible, match="already"):
        actions.agree_on_none(step=step, user=group.facilitator, version=group.round.version)

    assert Signal.objects.get().wording.owner == OWNER


def test_after_the_dialogue_a_colleague_can_write_down_what_was_agreed(group, membership):
    step = group.step
    group.close()
    other = invite(organisation=membership.organisation, name="Sam").user
    step = queries.step_of(group.dialogue, step.pk, kind="signal")

    signal = actions.agree(step=step, user=other, version=group.round.version, draft=draft())

    assert signal.wording.text == TEXT
    assert HostAct.objects.filter(actor="Sam", act="agreed on a signal").exists()


# Sending and answering


def test_a_new_link_makes_the_old_one_useless(agreed, facilitator):
    old = links.link_of(agreed)

    renewed = actions.renew_link(signal=agreed, user=facilitator)

    assert links.signal_behind(old) is None
    assert links.signal_behind(links.link_of(renewed)) == agreed
    assert HostAct.objects.filter(act="made a new link for a signal").exists()


@pytest.mark.parametrize(
    ("verdict", "on", "due"), [("do", None, None), ("not", None, None), ("later", in_days(60), in_days(60))]
)
def test_an_answer_says_how_it_stands(agreed, verdict, on, due):
    give(agreed, verdict, "Omdat het zo is.", on=on)

    signal = Signal.objects.get()
    assert (signal.state, signal.due) == (verdict, due)


def test_a_later_answer_comes_under_the_earlier_one(agreed):
    give(agreed, "later", on=in_days(40))
    give(agreed, "do", "Vanaf mei.")

    assert [(answer.number, answer.verdict) for answer in agreed.answers.all()] == [(1, "later"), (2, "do")]


def test_who_answers_later_can_still_answer_then(agreed):
    give(agreed, "later", on=in_days(400))

    assert Signal.objects.get().link_until == in_days(430)


def test_the_same_press_is_kept_once(agreed):
    answer = give(agreed, "do", "Vanaf mei.")

    again = give(agreed, "do", "Vanaf mei.", key=answer.pk, after=0)

    assert again == answer
    assert agreed.answers.count() == 1


def test_two_owners_at_once_are_both_told(agreed):
    give(agreed, "do", after=0)

    with pytest.raises(actions.AnsweredMeanwhile):
        give(agreed, "not", "Nee.", after=0)

    assert [answer.verdict for answer in agreed.answers.all()] == ["do"]


def test_a_key_of_another_signal_answers_nothing_here(agreed, asking):
    other = Signal.objects.create(
        organisation=agreed.organisation,
        dialogue=asking,
        thread=asking.round.steps.get(key="first"),
        agreed_on=in_days(0),
    )
    taken = give(other, "do")

    with pytest.raises(actions.AnsweredMeanwhile):
        give(agreed, "do", key=taken.pk, after=0)

    assert not agreed.answers.exists()


def test_a_link_lasts_until_well_after_the_day_of_the_answer():
    made = in_days(0)

    assert links.until(made=made, answer_by=in_days(30)) == made + timedelta(days=90)
    assert links.until(made=made, answer_by=in_days(200)) == in_days(230)
