import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk_analysis.choices.shift import shift
from goedwerk_analysis.responses.choices import Choices, ChoicesDoNotFit, ChoicesError, UnknownOption
from goedwerk_analysis.summaries.choices import ChoiceSummariesDiffer, ChoiceSummary, UnreadableChoiceSummary

OPTIONS = ["stay", "go", "wait"]


def some_choices(n_people, seed, stay=0.5):
    random = np.random.default_rng(seed)
    first = random.choice([*OPTIONS, ""], n_people, p=[0.4, 0.3, 0.2, 0.1])
    second = np.where(random.random(n_people) < stay, first, random.choice(OPTIONS, n_people))
    confidence = random.integers(0, 6, size=(2, n_people))
    return Choices.of(
        first.tolist(), second.tolist(), OPTIONS, first_confidence=confidence[0], second_confidence=confidence[1]
    )


summaries = st.builds(
    lambda size, seed: ChoiceSummary.of(some_choices(size, seed)), st.integers(1, 30), st.integers(0, 999)
)


@given(first=summaries, second=summaries, third=summaries)
@settings(max_examples=30, deadline=None)
def test_choice_summaries_add_up_like_counts(first, second, third):
    assert first.merge(second) == second.merge(first)
    assert first.merge(second).merge(third) == first.merge(second.merge(third))
    assert first.merge(ChoiceSummary.empty(OPTIONS)) == first
    assert first.merge(second).withdraw(second) == first
    assert ChoiceSummary.from_bytes(first.to_bytes()) == first


def test_people_without_a_second_choice_are_counted_apart():
    found = shift(Choices.of(["stay", "go", None], ["go", "go", "go"], OPTIONS))

    assert (found.n_people, found.n_without) == (2, 1)
    assert found.flows.tolist() == [[0, 1, 0], [0, 1, 0], [0, 0, 0]]
    assert [option.change for option in found.options] == [-0.5, 0.5, 0.0]
    assert found.changed.change == 0.5


def test_intervals_appear_from_fifty_people_on():
    few, many = shift(some_choices(40, 1)), shift(some_choices(100, 1))

    assert few.changed.low is None
    assert few.p is None
    assert many.changed.low < many.changed.change < many.changed.high
    assert all(option.low <= option.change <= option.high for option in many.options)
    assert many.confidence.low <= many.confidence.change <= many.confidence.high


def test_a_whole_team_is_described():
    found = shift(some_choices(100, 1), whole_team=True)

    assert not found.inference
    assert found.spread.low is None


def test_a_summary_gives_the_same_shift_as_the_choices():
    choices = some_choices(80, 3)

    assert shift(ChoiceSummary.of(choices)).options == shift(choices).options


def test_everybody_keeping_their_choice_is_no_shift():
    found = shift(Choices.of(["stay", "go"] * 40, ["stay", "go"] * 40, OPTIONS))

    assert found.changed.change == 0
    assert found.p == 1
    assert found.spread.change == 0


def test_growing_agreement_is_a_smaller_spread():
    found = shift(Choices.of(["stay", "go"] * 40, ["go"] * 80, OPTIONS))

    assert found.spread.after == 0
    assert found.spread.high < 0
    assert found.p < 0.001


def test_shares_of_options_are_covered_and_no_shift_is_seldom_called_one():
    random = np.random.default_rng(2)
    alarms, covered = [], []
    for _ in range(300):
        first, second = (random.choice(OPTIONS, 80).tolist() for _ in range(2))
        found = shift(Choices.of(first, second, OPTIONS))
        alarms.append(found.p < 0.05)
        covered += [option.low <= 0 <= option.high for option in found.options]

    assert np.mean(alarms) <= 0.09
    assert np.mean(covered) >= 0.93


def test_an_unknown_choice_is_named_with_the_options():
    with pytest.raises(UnknownOption, match="leave; options are stay, go, wait"):
        Choices.of(["leave"], ["go"], OPTIONS)


def test_choices_of_other_people_do_not_fit():
    with pytest.raises(ChoicesDoNotFit):
        Choices.of(["stay"], ["go", "go"], OPTIONS)
    with pytest.raises(ChoicesDoNotFit):
        Choices.of(["stay"], ["go"], OPTIONS, first_confidence=[1, 2])


def test_half_confidences_and_single_options_are_refused():
    with pytest.raises(ChoicesError, match="whole numbers"):
        Choices.of(["stay"], ["go"], OPTIONS, first_confidence=[1.5])
    with pytest.raises(ChoicesError, match="two or more"):
        Choices.of(["stay"], ["stay"], ["stay"])


def test_other_options_and_damaged_bytes_are_refused():
    summary = ChoiceSummary.of(some_choices(5, 1))

    with pytest.raises(ChoiceSummariesDiffer):
        summary.merge(ChoiceSummary.empty(["yes", "no"]))
    with pytest.raises(ChoiceSummariesDiffer):
        ChoiceSummary.empty(OPTIONS).withdraw(summary)
    with pytest.raises(UnreadableChoiceSummary):
        ChoiceSummary.from_bytes(summary.to_bytes()[:-1])
