"""Two hands of cards beside each other: small decks by enumeration, real ones by the audit of every pair of lists."""

import pytest

from analysis.disclosure.two_hands import draw_picks, draw_sort, exposing, own_hands, pick_worlds, sort_worlds
from goedwerk_analysis.disclosure import audit, picks, sorts, sorts_audit
from goedwerk_analysis.disclosure.sorts_audit import Lists, exposing_lists
from goedwerk_analysis.disclosure.thresholds import free_people, longest_list, majority

SORTS = [(5, 4, (1, 1)), (6, 4, (1, 1)), (5, 5, (2, 2))]
PICKS = [(6, 4, (1, 1)), (8, 3, (1, 1)), (5, 4, (2, 1))]
SHAPES = {(16, 3): range(5, 10), (16, 6): (5, 6), (9, 3): range(5, 8), (8, 3): (5, 6), (5, 2): range(5, 11)}


def without_silence(people, *, bar, picks):
    """The longest list that has slack itself."""
    return (picks * people - picks * free_people(people) - 1) // bar


def exposing_sorts(people, cards, zones):
    hands = own_hands(cards, [[picks] for picks in zones])
    return exposing(draw_sort, sort_worlds, hands, people, cards, zones)


def exposing_picks(people, cards, most):
    hands = own_hands(cards, [range(1, most[0] + 1), range(most[1] + 1)])
    return exposing(draw_picks, pick_worlds, hands, people, cards, most)


@pytest.mark.parametrize(("people", "cards", "zones"), SORTS)
def test_no_two_lists_of_a_sort_make_anybody_alone_certain(people, cards, zones):
    found, pictures = exposing_sorts(people, cards, zones)

    assert found == set()
    assert len(pictures) > 2


@pytest.mark.parametrize(("people", "cards", "most"), PICKS)
def test_no_two_hands_of_picked_cards_make_anybody_alone_certain(people, cards, most):
    found, pictures = exposing_picks(people, cards, most)

    assert found == set()
    assert len(pictures) > 2


def test_zones_that_leave_no_room_expose_and_the_audit_agrees(monkeypatch):
    monkeypatch.setattr(sorts, "shows_bottom", lambda *_: True)

    found, pictures = exposing_sorts(5, 5, (2, 2))

    assert found
    assert found == {picture for picture in pictures if not audit(picture).is_safe}


def test_a_list_too_long_to_show_exposes_without_slack_of_its_own(monkeypatch):
    monkeypatch.setattr(picks, "longest_list", without_silence)

    assert exposing_picks(6, 4, (1, 1))[0]


# Real decks: every pair of lists that the rule can draw, and every kind of participant


def every_picture(people, cards, zone):
    """The top list with no card up to as many as fit, or too long; and the bottom list the same, where it is shown."""
    longest = sorts_audit.longest_list(people, bar=majority(people), picks=zone)
    too_long = [None] if majority(people) * (longest + 1) <= zone * people else []
    ends = [*range(longest + 1), *too_long]
    shows_bottom = sorts.shows_bottom(people, cards, (zone, zone))
    for top in ends:
        for bottom in ends if shows_bottom else [None]:
            if (top or 0) + (bottom or 0) <= cards:
                drawn = Lists(people, cards, (zone, zone), majority(people), (top, bottom))
                yield drawn.silent(top is None, bottom is None and shows_bottom)


def has_exposing_picture(people, cards, zone):
    if not sorts.shows_top(people, cards, (zone, zone)):
        return False
    return any(True for lists in every_picture(people, cards, zone) for _ in exposing_lists(lists))


@pytest.mark.parametrize(("cards", "zone"), SHAPES)
def test_no_pair_of_lists_of_a_real_deck_exposes_anybody(cards, zone):
    assert [people for people in SHAPES[cards, zone] if has_exposing_picture(people, cards, zone)] == []


@pytest.mark.parametrize(("people", "cards", "zone"), [(5, 16, 6), (5, 8, 3), (5, 5, 2)])
def test_with_two_lists_of_large_zones_it_would(people, cards, zone, monkeypatch):
    monkeypatch.setattr(sorts, "shows_bottom", lambda *_: True)

    assert has_exposing_picture(people, cards, zone)


@pytest.mark.parametrize(("people", "cards", "zone"), [(5, 16, 3), (9, 16, 3), (8, 5, 2)])
def test_without_slack_for_silence_it_would(people, cards, zone, monkeypatch):
    monkeypatch.setattr(sorts_audit, "longest_list", without_silence)

    assert has_exposing_picture(people, cards, zone)


def test_silence_costs_at_most_one_card_of_a_list():
    lost = {
        without_silence(people, bar=majority(people), picks=zone)
        - longest_list(people, bar=majority(people), picks=zone)
        for people in range(5, 61)
        for zone in range(1, 15)
    }

    assert lost == {0, 1}
