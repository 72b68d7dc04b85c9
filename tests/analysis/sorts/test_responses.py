import numpy as np
import pytest

from goedwerk_analysis.responses.sorts import (
    AttributesDoNotFit,
    BreaksDistribution,
    DuplicateNames,
    FlatSort,
    MissingCard,
    NoDistribution,
    Sorts,
    SortsShape,
    TooFewSorts,
)


def test_a_missing_card_is_named_with_its_sort():
    with pytest.raises(MissingCard, match="sort 'bo' has no place for card 'care'"):
        Sorts.of([[1, 0, -1], [1, np.nan, 0]], names=["al", "bo"], cards=["law", "care", "thrift"])


def test_a_sort_that_breaks_the_distribution_is_named():
    with pytest.raises(BreaksDistribution, match=r"1 of 3 sorts .*: s2"):
        Sorts.of([[1, 0, -1], [1, 1, -1], [0, 1, -1]], forced=True)


def test_a_given_distribution_must_have_a_place_for_every_card():
    with pytest.raises(BreaksDistribution, match="2 places for 3 cards"):
        Sorts.of([[1, 0, -1]], distribution=[0, 1])


@pytest.mark.parametrize("axis", ["names", "cards"])
def test_the_same_name_twice_is_refused(axis):
    with pytest.raises(DuplicateNames, match="used more than once: x"):
        Sorts.of([[1, 0], [0, 1]], **{axis: ["x", "x"]})


def test_a_sort_without_order_is_refused():
    with pytest.raises(FlatSort, match="s2"):
        Sorts.of([[1, 0, -1], [0, 0, 0]])


@pytest.mark.parametrize("positions", [[1, 2, 3], [[1], [2]], np.zeros((2, 2, 2)), [["a", "b"]], [[1, 2], [1]]])
def test_other_shapes_are_refused(positions):
    with pytest.raises(SortsShape):
        Sorts.of(positions)


def test_an_attribute_must_fit_the_sorts():
    with pytest.raises(AttributesDoNotFit, match="1 values for 2 sorts"):
        Sorts.of([[1, 0], [0, 1]], attributes={"role": ["manager"]})


def test_unforced_sorts_are_kept_but_do_not_invent_a_distribution():
    sorts = Sorts.of([[2, 0, -1], [1, 1, -1]])

    assert not sorts.forced
    with pytest.raises(NoDistribution, match="unforced"):
        sorts.needed_distribution()


def test_unforced_sorts_keep_the_distribution_they_are_given():
    sorts = Sorts.of([[2, 0, -1], [1, 1, -1]], distribution=[-1, 0, 1], forced=False)

    assert not sorts.forced
    assert sorts.needed_distribution().tolist() == [-1, 0, 1]


def test_too_few_sorts_say_how_many_are_needed():
    with pytest.raises(TooFewSorts, match="needs at least 2 sorts, got 1"):
        Sorts.of([[1, 0]]).at_least(2, "a viewpoint")


def test_choosing_sorts_keeps_their_names_and_attributes_together():
    sorts = Sorts.of([[1, 0], [0, 1], [1, 0]], names=["al", "bo", "cy"], attributes={"role": ["x", "y", "x"]})

    chosen = sorts.only(sorts.attribute("role") == "x")

    assert chosen.names == ("al", "cy")
    assert chosen.attribute("role").tolist() == ["x", "x"]
