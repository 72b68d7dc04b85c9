"""Two hands of cards beside each other: small decks by enumeration, real ones by the audit of every pair of lists."""

import pytest

from analysis.disclosure.picks_beside import exposing_pairs
from analysis.disclosure.two_hands import NAMES, draw_picks, draw_sort, exposing, own_hands, pick_worlds, sort_worlds
from goedwerk_analysis.disclosure import audit, picks, sorts, sorts_audit
from goedwerk_analysis.disclosure.sorts_audit import Lists, exposing_lists
from goedwerk_analysis.disclosure.thresholds import longest_list, longest_second_list, majority
from goedwerk_analysis.released import PicksPicture

SORTS = [(5, 4, (1, 1)), (6, 4, (1, 1)), (5, 5, (2, 2))]
PICKS = [(6, 4, (1, 1)), (8, 3, (1, 1)), (5, 4, (2, 1))]
SHAPES = {(16, 3): range(5, 10), (16, 6): (5, 6), (9, 3): range(5, 8), (8, 3): (5, 6), (5, 2): range(5, 11)}


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
    monkeypatch.setattr(picks, "longest_second_list", longest_list)

    assert exposing_picks(6, 4, (1, 1))[0]


def never(*_args):
    return False


# Picked cards of real decks: every pair of lists that the rule can draw, and every kind of participant

DECKS = [(5, 8, (3, 1)), (6, 8, (3, 1)), (9, 6, (3, 1)), (7, 5, (2, 1)), (8, 5, (2, 2)), (12, 4, (2, 1))]


@pytest.mark.parametrize(("people", "cards", "sizes"), DECKS)
def test_no_pair_of_hands_of_a_real_deck_exposes_anybody(people, cards, sizes):
    assert list(exposing_pairs(people, cards, sizes)) == []


@pytest.mark.parametrize(("people", "cards", "sizes"), [(6, 3, (1, 1)), (5, 3, (2, 1))])
def test_bounds_and_enumeration_agree_on_a_second_hand_beside_silence(people, cards, sizes, monkeypatch):
    monkeypatch.setattr(picks, "tells_too_much", never)

    enumerated, _ = exposing_picks(people, cards, sizes)

    assert enumerated
    assert {in_any_order(lists) for lists in enumerated} == {
        in_any_order(lists) for lists in exposing_pairs(people, cards, sizes)
    }


def in_any_order(lists):
    """What two lists tell, whichever cards they tell it of."""
    told = [each.labels if isinstance(each, PicksPicture) else (each.reason,) * len(NAMES) for each in lists]
    return tuple(sorted(zip(*told, strict=False), key=repr))


def test_a_second_hand_beside_a_first_too_long_to_show_would_expose(monkeypatch):
    monkeypatch.setattr(picks, "tells_too_much", never)

    assert list(exposing_pairs(5, 8, (3, 1)))


# Sorts of real decks: every pair of lists that the rule can draw, and every kind of participant


def every_picture(people, cards, zone, *, beside_silence=False):
    """The top list with no card up to as many as fit, or too long; and the bottom list the same, where it is shown."""
    zones, more = (zone, zone), majority(people)
    tops = lengths(sorts.longest_list(people, bar=more, picks=zone), people, zone)
    bottoms = lengths(sorts.longest_second_list(people, bar=more, picks=zone), people, zone)
    shows_bottom = sorts.shows_bottom(people, cards, zones)
    for top in tops:
        has_second = shows_bottom and (top is not None or beside_silence)
        for bottom in bottoms if has_second else [None]:
            if (top or 0) + (bottom or 0) <= cards:
                yield Lists(people, cards, zones, more, (top, bottom)).silent(
                    top is None, bottom is None and has_second
                )


def lengths(longest, people, zone):
    """None is a list that is too long to show."""
    return [*range(longest + 1), *([None] if majority(people) * (longest + 1) <= zone * people else [])]


def has_exposing_picture(people, cards, zone, **how):
    if not sorts.shows_top(people, cards, (zone, zone)):
        return False
    return any(True for lists in every_picture(people, cards, zone, **how) for _ in exposing_lists(lists))


@pytest.mark.parametrize(("cards", "zone"), SHAPES)
def test_no_pair_of_lists_of_a_real_deck_exposes_anybody(cards, zone):
    assert [people for people in SHAPES[cards, zone] if has_exposing_picture(people, cards, zone)] == []


@pytest.mark.parametrize(("people", "cards", "zone"), [(5, 16, 6), (5, 8, 3), (5, 5, 2)])
def test_with_two_lists_of_large_zones_it_would(people, cards, zone, monkeypatch):
    monkeypatch.setattr(sorts, "shows_bottom", lambda *_: True)

    assert has_exposing_picture(people, cards, zone)


@pytest.mark.parametrize(("people", "cards", "zone"), [(5, 16, 3), (8, 5, 2)])
def test_without_slack_for_silence_it_would(people, cards, zone, monkeypatch):
    for module in (sorts, sorts_audit):
        monkeypatch.setattr(module, "longest_second_list", longest_list)

    assert has_exposing_picture(people, cards, zone)


@pytest.mark.parametrize(("people", "cards", "zone"), [(5, 16, 3), (8, 5, 2)])
def test_beside_a_top_list_too_long_to_show_a_bottom_list_would(people, cards, zone):
    assert has_exposing_picture(people, cards, zone, beside_silence=True)


NO_ROOM = [(6, 36, 14, 16), (7, 20, 8, 9), (5, 21, 7, 8), (5, 12, 4, 5)]
"""People, cards, zone, and the length of a top list that with an empty bottom list leaves the others no place."""


@pytest.mark.parametrize(("people", "cards", "zone", "listed"), NO_ROOM)
def test_a_long_list_of_large_zones_would_expose_beside_an_empty_one(people, cards, zone, listed):
    lists = Lists(people, cards, (zone, zone), majority(people), (listed, 0))

    assert any(True for _ in exposing_lists(lists))
    assert not sorts.shows_bottom(people, cards, (zone, zone))


def test_silence_costs_at_most_one_card_of_a_second_list():
    lost = {
        longest_list(people, bar=majority(people), picks=zone)
        - longest_second_list(people, bar=majority(people), picks=zone)
        for people in range(5, 61)
        for zone in range(1, 15)
    }

    assert lost == {0, 1}
