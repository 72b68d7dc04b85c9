"""Laws of the counts: any order and partition gives the same bits; withdrawing leaves no trace."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from goedwerk_analysis.responses.votes import Votes
from goedwerk_analysis.summaries.votes import VoteCounts

SIZE = 5
rows = st.dictionaries(st.integers(0, SIZE - 1), st.sampled_from([-1, 0, 1]), max_size=SIZE)
people = st.lists(rows, max_size=12)


def votes_of(people):
    cast = [(who, what, vote) for who, row in enumerate(people) for what, vote in row.items()]
    who, what, vote = zip(*cast, strict=True) if cast else ((), (), ())
    return Votes.of(
        participants=np.array(who, dtype=int),
        statements=np.array(what, dtype=int),
        values=np.array(vote, dtype=int),
        all_participants=range(len(people)),
        all_statements=range(SIZE),
    )


def cast_one_by_one(counts, people, order):
    earlier = [{} for _ in people]
    for who, what in order:
        counts.add(earlier[who], what, people[who][what])
        earlier[who][what] = people[who][what]


@given(people, st.data())
def test_any_partition_gives_the_same_counts(people, data):
    part = data.draw(st.lists(st.integers(0, 2), min_size=len(people), max_size=len(people)))
    merged = VoteCounts.empty(SIZE)

    for label in data.draw(st.permutations([0, 1, 2])):
        some = [row for row, own in zip(people, part, strict=True) if own == label]
        merged = merged.merge(VoteCounts.of(votes_of(some)))

    assert merged == VoteCounts.of(votes_of(people))


@given(people, st.data())
def test_any_order_of_votes_gives_the_same_counts(people, data):
    order = data.draw(st.permutations([(who, what) for who, row in enumerate(people) for what in row]))
    counts = VoteCounts.empty(SIZE)

    cast_one_by_one(counts, people, order)

    assert counts == VoteCounts.of(votes_of(people))


@given(people, rows)
def test_withdrawing_equals_never_having_voted(people, leaver):
    counts = VoteCounts.of(votes_of([*people, leaver]))

    counts.withdraw_person(leaver)

    assert counts == VoteCounts.of(votes_of(people))


@given(people, rows.filter(bool), st.sampled_from([-1, 0, 1]), st.data())
def test_a_changed_vote_counts_as_if_it_had_been_cast_that_way(people, row, vote, data):
    statement = data.draw(st.sampled_from(sorted(row)))
    counts = VoteCounts.of(votes_of([*people, row]))

    counts.change(row, statement, vote)

    assert counts == VoteCounts.of(votes_of([*people, {**row, statement: vote}]))


@given(people)
def test_counts_survive_being_stored(people):
    counts = VoteCounts.of(votes_of(people))

    again = VoteCounts.from_bytes(counts.to_bytes())

    assert again == counts
    assert (again.both == counts.both).all()


@settings(max_examples=20)
@given(st.integers(0, 2**32 - 1), st.integers(1, 40))
def test_counts_follow_their_definition(seed, n_people):
    rng = np.random.default_rng(seed)
    table = np.where(rng.random((n_people, SIZE)) < 0.6, rng.integers(-1, 2, (n_people, SIZE)), np.nan)

    counts = VoteCounts.of(Votes.from_matrix(table))

    present, signs = ~np.isnan(table) * 1, np.nan_to_num(table)
    assert (counts.both == present.T @ present).all()
    assert (counts.signed == signs.T @ present).all()
    assert (counts.product == signs.T @ signs).all()
    assert counts.n_people == present.any(axis=1).sum()


def test_only_people_with_votes_enough_are_counted_when_asked():
    votes = Votes.from_matrix([[1, 1, np.nan], [1, np.nan, np.nan], [0, -1, 1]])

    assert VoteCounts.of(votes, min_votes=2) == VoteCounts.of(votes.of_people([0, 2]))
