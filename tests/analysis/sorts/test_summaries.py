import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.summaries.sorts import SortSummary, SummariesDiffer, UnreadableSummary, summarise
from goedwerk_analysis.viewpoints.correlation import correlate

COLUMNS = np.repeat(np.arange(-3, 4), [1, 2, 3, 4, 3, 2, 1])


def some_sorts(n_sorts, seed, *, forced=True):
    random = np.random.default_rng(seed)
    positions = np.array([random.permutation(COLUMNS) for _ in range(n_sorts)], dtype=float)
    if not forced:
        positions += random.integers(0, 2, size=positions.shape)
    attributes = {"role": random.choice(["manager", "employee"], n_sorts), "team": random.choice(list("abc"), n_sorts)}
    return Sorts.of(positions, distribution=COLUMNS, forced=forced, attributes=attributes)


summaries = st.builds(
    lambda size, seed, forced: SortSummary.of(some_sorts(size, seed, forced=forced)),
    st.integers(1, 12),
    st.integers(0, 1000),
    st.just(True),
)
unforced = st.builds(
    lambda size, seed: SortSummary.of(some_sorts(size, seed, forced=False)), st.integers(2, 12), st.integers(0, 1000)
)


@given(first=summaries, second=summaries, third=summaries)
@settings(max_examples=30, deadline=None)
def test_merging_commutes_and_associates(first, second, third):
    assert first.merge(second) == second.merge(first)
    assert first.merge(second).merge(third) == first.merge(second.merge(third))


@given(first=unforced, second=unforced, third=unforced)
@settings(max_examples=20, deadline=None)
def test_merging_unforced_sorts_commutes_and_associates(first, second, third):
    assert first.merge(second) == second.merge(first)
    assert first.merge(second).merge(third) == first.merge(second.merge(third))


@given(summary=summaries)
@settings(max_examples=30, deadline=None)
def test_nobody_changes_nothing(summary):
    nobody = SortSummary.empty(COLUMNS, ("role", "team"))

    assert summary.merge(nobody) == nobody.merge(summary) == summary


@given(summary=st.one_of(summaries, unforced))
@settings(max_examples=30, deadline=None)
def test_bytes_return_as_the_same_summary(summary):
    assert SortSummary.from_bytes(summary.to_bytes()) == summary


@given(seed=st.integers(0, 1000), cut=st.integers(1, 19))
@settings(max_examples=30, deadline=None)
def test_parts_added_equal_the_whole_and_withdrawing_leaves_no_trace(seed, cut):
    sorts = some_sorts(20, seed)
    whole, part = SortSummary.of(sorts), SortSummary.of(sorts.only(slice(0, cut)))

    rest = SortSummary.of(sorts.only(slice(cut, None)))

    assert part.merge(rest) == whole
    assert whole.withdraw(rest) == part


def test_forgetting_an_attribute_adds_its_cells():
    sorts = some_sorts(40, seed=1)

    assert SortSummary.of(sorts).by(["role"]) == SortSummary.of(sorts, ["role"])


def test_chunks_of_rows_equal_one_pass_over_all():
    sorts = some_sorts(40, seed=1)
    attributes = dict(sorts.attributes)
    chunks = [
        (sorts.positions[part], {name: values[part] for name, values in attributes.items()})
        for part in (slice(0, 7), slice(7, 30), slice(30, 40))
    ]

    assert summarise(chunks, COLUMNS, ("role", "team")) == SortSummary.of(sorts)


def test_eigenvalues_are_those_of_the_correlation_between_people():
    sorts = some_sorts(12, seed=3)
    summary = SortSummary.of(sorts)

    ours = np.linalg.eigvalsh(summary.products / summary.squared_length)[-5:]
    theirs = np.linalg.eigvalsh(correlate(sorts.positions))[-5:]

    np.testing.assert_allclose(ours, theirs, atol=1e-9)


def test_other_columns_cannot_be_added():
    with pytest.raises(SummariesDiffer, match="distribution differ"):
        SortSummary.empty([1, 0, -1]).merge(SortSummary.empty([2, 0, -2]))


def test_people_who_were_never_added_cannot_be_withdrawn():
    one, other = SortSummary.of(some_sorts(3, 1)), SortSummary.of(some_sorts(5, 2))

    with pytest.raises(SummariesDiffer, match="never added"):
        one.withdraw(other)


@pytest.mark.parametrize("damage", [lambda data: b"no" + data, lambda data: data[:-8], lambda data: b""])
def test_damaged_bytes_are_refused(damage):
    data = SortSummary.of(some_sorts(3, 1)).to_bytes()

    with pytest.raises(UnreadableSummary):
        SortSummary.from_bytes(damage(data))
