"""The desk: texts of a closed step, which the facilitator reads before the group does."""

import pytest

from goedwerk.dialogues.actions import leading
from goedwerk.dialogues.models import PassageState


@pytest.fixture
def cast(dagstart, play):
    return play(dagstart, people=6)


@pytest.fixture
def desk(cast, dagstart, host):
    """Six texts that nobody but the facilitator can read."""
    cast.go_to("harvest")
    for number, person in enumerate(cast.people):
        cast.answer(person, {"text": f"Zin {number}"})
    return host.post(f"/dialogues/{dagstart.pk}/act/close-step/", {"version": cast.round.version}).url


def test_closing_a_step_with_texts_leads_to_them(desk, cast, dagstart):
    assert desk == f"/dialogues/{dagstart.pk}/texts/{cast.step.pk}/"


def test_texts_stand_in_the_order_of_their_random_keys(host, desk):
    passages = host.get(desk).context["page"].form.passages

    assert len(passages) == 6
    assert passages == sorted(passages, key=lambda passage: passage.pk)


def decided(host, cast, desk, *decisions, **more):
    passages = host.get(desk).context["page"].form.passages
    data = {f"decision-{each.pk}": choice for each, choice in zip(passages, decisions, strict=False)}
    return host.post(desk, {"version": cast.round.version, **data, **more}), passages


def test_texts_are_shown_skipped_or_wait(host, desk, cast):
    response, passages = decided(host, cast, desk, "show", "skip")

    assert response.url == desk
    for passage in passages:
        passage.refresh_from_db()
    states = [PassageState.SHOWN, PassageState.SKIPPED, *[PassageState.WAITING] * 4]
    assert [passage.state for passage in passages] == states


def test_the_others_can_be_shown_as_well(host, desk, cast, dagstart):
    response, _passages = decided(host, cast, desk, "skip", rest="show")

    assert response.url == f"/dialogues/{dagstart.pk}/console/"
    assert cast.step.passages.filter(state=PassageState.SHOWN).count() == 5


def test_a_retelling_takes_the_place_of_the_text(host, desk, cast):
    [first, *_] = host.get(desk).context["page"].form.passages

    decided(host, cast, desk, "retell", **{f"text-{first.pk}": "In mijn woorden"})

    first.refresh_from_db()
    assert (first.lines, first.retold) == ([["", "In mijn woorden"]], True)


def test_a_retelling_without_words_lets_nothing_go(host, desk, cast):
    response, _passages = decided(host, cast, desk, "retell", "show")

    assert response.status_code == 422
    assert cast.step.passages.filter(state=PassageState.WAITING).count() == 6


def test_a_stale_desk_keeps_what_was_typed(host, desk, cast):
    [first, *_] = host.get(desk).context["page"].form.passages
    typed = {f"decision-{first.pk}": "retell", f"text-{first.pk}": "In mijn woorden"}

    response = host.post(desk, {"version": "1", **typed})

    assert response.status_code == 409
    assert "In mijn woorden" in response.content.decode()
    assert cast.step.passages.filter(state=PassageState.WAITING).count() == 6


def test_under_five_people_nothing_is_let_go_and_the_page_says_why(host, dagstart, play):
    cast = play(dagstart, people=4)
    cast.go_to("harvest")
    cast.answer_all({"text": "Vraag vaker waarom"})
    cast.act(leading.close_step)
    desk = f"/dialogues/{dagstart.pk}/texts/{cast.step.pk}/"

    page = host.get(desk)
    response = host.post(desk, {"version": cast.round.version, "rest": "show"})

    assert not page.context["page"].may_let_go
    assert b'name="rest"' not in page.content
    assert response.status_code == 409
    assert not cast.step.passages.filter(state=PassageState.SHOWN).exists()


def test_an_open_step_has_no_desk(host, cast, dagstart):
    step = cast.go_to("harvest")

    assert host.get(f"/dialogues/{dagstart.pk}/texts/{step.pk}/").status_code == 404
