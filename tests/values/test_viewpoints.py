"""Viewpoints of a large group: what the engine finds, as far as the gate lets it through."""

import numpy as np
import pytest
from django.utils.translation import override

from goedwerk.reports.models import Finding
from goedwerk.reports.release import Run, release
from goedwerk.values import viewpoints
from goedwerk.values.viewpoints import REPETITIONS, find_viewpoints
from goedwerk_analysis.counts import GroupsFound
from goedwerk_analysis.disclosure import release_groups
from goedwerk_analysis.released import GroupsPicture, Withheld, from_json
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.viewpoints import analyse, number
from goedwerk_analysis.viewpoints.extract import DidNotConverge
from goedwerk_analysis.viewpoints.number import argue_number
from kind_steps import step_of
from values.conftest import deck_of, laid

COLUMNS = [-3, -2, -2, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3]
CARDS = [f"card-{at}" for at in range(len(COLUMNS))]
NAMES = [{"id": key, "name": {"nl": key, "en": key}, "meaning": {"nl": "", "en": ""}} for key in CARDS]


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def camps(people, *, apart=1.5, seed=1):
    """Sorts of two camps of the same size, as {card: column}."""
    random = np.random.default_rng(seed)
    tastes = random.normal(size=(2, len(COLUMNS))) * apart
    wants = (tastes[person % 2] + random.normal(size=len(COLUMNS)) for person in range(people))
    return [dict(zip(np.array(CARDS)[np.argsort(want)].tolist(), COLUMNS, strict=True)) for want in wants]


def by_the_engine(answers):
    sorts = Sorts.of([[answer[card] for card in CARDS] for answer in answers], cards=CARDS)
    found = analyse(sorts, argue_number(sorts, n_steps=REPETITIONS).chosen)
    order = np.argsort(-found.scores, axis=0, kind="stable")
    return GroupsFound(
        tuple(CARDS),
        tuple(found.flags.marked.sum(axis=0).tolist()),
        tuple(tuple(CARDS[card] for card in column) for column in order.T),
        len(answers),
    )


@pytest.mark.parametrize("people", [40, 400])
def test_what_is_found_equals_what_the_engine_finds(people):
    answers = camps(people)

    found = find_viewpoints(CARDS, answers)

    assert len(found.sizes) == 2
    assert found == by_the_engine(answers)
    assert isinstance(release_groups(found), GroupsPicture)


def test_nineteen_sorts_are_too_few_however_many_people_were_there():
    found = find_viewpoints(CARDS, [*camps(19), *[None] * 30])

    assert (found.sizes, found.people) == ((), 49)
    assert release_groups(found) == Withheld("no-groups")


def test_people_who_lay_at_random_are_no_group():
    found = find_viewpoints(CARDS, camps(40, apart=0))

    assert release_groups(found) == Withheld("no-groups")


def unsettled(*args, **more):
    raise DidNotConverge("it does not settle")


def test_a_number_of_which_the_rotation_does_not_settle_does_not_hold(monkeypatch):
    monkeypatch.setattr(number, "bootstrap", unsettled)

    assert argue_number(Sorts.of([list(answer.values()) for answer in camps(40)])).chosen == 0


def test_a_rotation_that_does_not_settle_for_everybody_is_no_picture_and_no_fault(monkeypatch):
    monkeypatch.setattr(viewpoints, "analyse", unsettled)

    assert release_groups(find_viewpoints(CARDS, camps(40))) == Withheld("no-groups")


def drawn(people):
    condition = {"nl": "Nu", "en": "Now"}
    step = step_of("sort", set="values", shape=[1, 2, 3, 4, 3, 2, 1], condition=condition)
    step.round.dialogue.material = {"values": {"cards": NAMES}}
    released = release(Run(step, dict(enumerate(camps(people)))))
    return step.behaviour.pictures(step, released)


def test_forty_people_see_the_ends_of_each_way_of_looking_and_no_position():
    (ways,) = drawn(40)[2:]

    assert [ladder.title for ladder in ways.figure.ladders] == ["Way of looking A", "Way of looking B"]
    assert all((len(ladder.high), len(ladder.low)) == (1, 1) for ladder in ways.figure.ladders)
    assert all(list(ladder.untold.sizes) == [2, 3, 4, 3, 2] for ladder in ways.figure.ladders)
    assert all("of you look this way" in ladder.note for ladder in ways.figure.ladders)
    assert ways.sentence.startswith("There are 2 ways in which several of you weigh the same cards. On top lie: ")


def test_a_dark_card_says_where_it_lies_in_the_other_way_of_looking():
    (ways,) = drawn(40)[2:]

    first, second = ways.figure.ladders
    assert {tile.note for tile in (*first.high, *first.low)} <= {"B: in between", "B: most", "B: least"}
    assert all(tile.is_dark for ladder in (first, second) for tile in (*ladder.high, *ladder.low))


def test_the_table_names_only_cards_that_are_told():
    (ways,) = drawn(40)[2:]

    told = {tile.label for ladder in ways.figure.ladders for tile in (*ladder.high, *ladder.low)}
    assert {row[0] for row in ways.table.rows} == told


def test_nine_people_hear_from_how_many_on_there_would_be_more():
    pictures = drawn(9)

    assert len(pictures) == 2
    assert pictures[1].help.endswith("Ways of looking that go together are told from twenty people on.")


@pytest.mark.django_db
def test_forty_people_in_a_round_get_the_viewpoints_of_the_engine(play, waardensortering):
    cast = play(waardensortering(), people=40)
    step = cast.go_to("now")
    deck = deck_of(step)
    for person, answer in zip(cast.people, camps(40), strict=True):
        order = sorted(range(len(CARDS)), key=lambda at: -answer[CARDS[at]])
        cast.answer(person, laid(step, [deck[at] for at in order]))
    cast.close()

    stored = from_json(Finding.objects.get(step__key="now", name="viewpoints").released)

    by_key = step.behaviour.answers(step)
    assert stored == release_groups(find_viewpoints(deck, [by_key[person] for person in sorted(by_key)]))
    assert len(stored.groups) == 2
