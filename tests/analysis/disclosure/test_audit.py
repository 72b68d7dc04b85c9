"""The integer programme finds what enumeration finds, and finds it when a rule is broken."""

import numpy as np
import pytest

from analysis.disclosure.worlds import alike, choice_aims, exposed, two_choice_aims, worlds
from goedwerk_analysis.counts import NO_ANSWER, ShiftCounts
from goedwerk_analysis.disclosure import audit, release_choice, release_shift
from goedwerk_analysis.disclosure.programme import Undecided
from goedwerk_analysis.released import (
    ChoicePicture,
    Label,
    PicksPicture,
    Range,
    RatingPicture,
    ShiftPicture,
    SplitGroup,
    SplitPicture,
    Withheld,
)


def picture(*ranges, people, form="bands"):
    options = (*"abcdefgh"[: len(ranges) - 1], NO_ANSWER)
    return ChoicePicture(people, form, options, tuple(Label("band", Range(*each)) for each in ranges))


def counts_picture(row):
    from analysis.disclosure.worlds import counts_of

    return release_choice(counts_of(row))


def exact(row):
    """A picture nobody should make: the counts themselves."""
    return picture(*((int(count), int(count)) for count in row), people=int(sum(row)))


def halves(row):
    """Another such picture: three bands, of which the sum can make the rest exact."""
    people = int(sum(row))
    edges = [(0, 2), (3, people // 2), (people // 2 + 1, people - 3), (people - 2, people)]
    return picture(*(next(edge for edge in edges if edge[0] <= count <= edge[1]) for count in row), people=people)


def test_the_audit_passes_what_the_gate_releases():
    verdict = audit(counts_picture((6, 3, 1, 0)))

    assert verdict.is_safe
    assert verdict.release("the picture") == "the picture"


def test_the_audit_withholds_a_picture_that_shows_unanimity_as_such():
    verdict = audit(exact((6, 0, 0)))

    assert verdict.release(exact((6, 0, 0))) == Withheld("audit")
    assert ("an outsider", "first answer a") in {(found.to, found.known) for found in verdict.exposures}


def test_an_insider_is_told_apart_from_an_outsider():
    exposures = audit(exact((5, 1, 0))).exposures

    assert [(found.known, found.to) for found in exposures] == [
        ("first answer a", "somebody of group 0 who answered b")
    ]


@pytest.mark.parametrize("draw", [exact, halves, counts_picture], ids=["counts", "halves", "gate"])
@pytest.mark.parametrize(("people", "options"), [(5, 3), (6, 3), (8, 3), (9, 4), (12, 3), (13, 3), (14, 3)])
def test_the_audit_of_one_picture_agrees_with_enumeration(draw, people, options):
    rows = worlds(people, options)
    pictures = [draw(row) if draw is not halves or people in (8, 9) else exact(row) for row in rows]
    number = {each: at for at, each in enumerate(dict.fromkeys(pictures))}
    looks = np.array([number[each] for each in pictures])

    found = [exposed(rows, looks, choice_aims(options), insiders) for insiders in (0, 1)]

    certain = {at: bool((found[0] | found[1])[looks == at].any()) for at in number.values()}
    assert {at: not audit(each).is_safe for each, at in number.items()} == certain


@pytest.mark.parametrize("draw", [halves, counts_picture], ids=["halves", "gate"])
def test_the_audit_of_two_pictures_and_a_shift_agrees_with_enumeration(draw):
    people, options = 8, 2
    rows = worlds(people, options * options)
    tables = rows.reshape(-1, options, options)
    shown = [
        (draw(table.sum(axis=1)), draw(table.sum(axis=0)), people - np.trace(table) > people // 2) for table in tables
    ]
    number = {each: at for at, each in enumerate(dict.fromkeys(shown))}
    looks = alike(np.array([number[each] for each in shown]))

    found = exposed(rows, looks, two_choice_aims(options), 0) | exposed(rows, looks, two_choice_aims(options), 1)

    for (first, second, changed), at in number.items():
        verdict = audit(first, second=second, shift=ShiftPicture(people, bool(changed)))
        assert verdict.is_safe == (not found[[each == (first, second, changed) for each in shown]].any()), at


def test_split_pictures_are_attacked_together_with_one_shift():
    groups = tuple(SplitGroup((name,), 6, counts_picture(row)) for name, row in (("x", (5, 1, 0)), ("y", (2, 3, 1))))

    verdict = audit(
        SplitPicture(groups),
        second=SplitPicture(groups),
        shift=release_shift(ShiftCounts(changed=3, people=12), same_people=True),
    )

    assert verdict.is_safe


def test_changes_in_a_group_that_is_not_shown_may_explain_the_shift():
    shown, small = SplitGroup(("x",), 6, counts_picture((6, 0, 0))), SplitGroup(("y",), 4, Withheld("few"))
    split = SplitPicture((shown, small))

    assert audit(split, second=split, shift=ShiftPicture(10, True)).is_safe


def test_choices_of_different_groups_cannot_be_attacked_as_one():
    with pytest.raises(ValueError, match="same groups"):
        audit(counts_picture((6, 0)), second=counts_picture((7, 0)), shift=ShiftPicture(6, True))


def test_everything_the_gate_gives_can_be_audited():
    rating = RatingPicture(6, ("useful", "safe"), (counts_picture((5, 1, 0)), counts_picture((2, 2, 2))))

    assert audit(rating).is_safe
    assert audit(Withheld("few")).is_safe
    assert audit(ShiftPicture(6, True)).is_safe
    assert not audit(RatingPicture(6, ("useful",), (exact((6, 0)),))).is_safe


def test_a_list_of_cards_without_slack_proves_that_nobody_picked_the_rest():
    labels = [Label("listed", Range(3, 6)), Label("listed", Range(3, 6)), Label("not-listed", Range(0, 2))]

    verdict = audit(PicksPicture(6, 1, 3, ("care", "law", "truth"), tuple(labels)))

    assert {found.known for found in verdict.exposures} >= {"did not pick truth"}


def test_a_solver_that_gives_up_counts_as_an_exposure(monkeypatch):
    def give_up(*_args, **_kwargs):
        raise Undecided("time limit")

    monkeypatch.setattr("goedwerk_analysis.disclosure.programme.Programme.fewest", give_up)

    assert not audit(counts_picture((6, 3, 1, 0))).is_safe
