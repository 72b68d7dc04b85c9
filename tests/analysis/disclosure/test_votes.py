"""Votes on statements: each statement one question, compared by key when people came or went."""

import pytest

from goedwerk_analysis.counts import NO_ANSWER, VoteCounts
from goedwerk_analysis.disclosure import Earlier, audit, release_choice, release_votes
from goedwerk_analysis.released import Withheld, from_json, to_json


def votes(people, **columns):
    sheets = [{key: vote for key, column in columns.items() if (vote := word(column, at))} for at in range(people)]
    return VoteCounts.of(tuple(columns), sheets, people)


def word(column, at):
    return {"+": "agree", "-": "disagree", "0": None}[column[at]] if at < len(column) else None


def test_each_statement_is_a_question_of_its_own():
    counts = votes(7, rules="+++++--", time="+-0")

    picture = release_votes(counts)

    assert picture.pictures == tuple(release_choice(each) for each in counts.per_statement())
    assert dict(picture.rows)["rules"].leading == "agree"


def test_passing_and_not_voting_are_one_answer():
    assert votes(6, rules="++-0").per_statement()[0].counts == (2, 1, 3)
    assert votes(6, rules="++-0").per_statement()[0].options[-1] == NO_ANSWER


def test_under_five_people_nothing_is_shown():
    assert release_votes(votes(4, rules="++++")) == Withheld("few")


def test_a_statement_that_was_voted_on_before_is_compared_and_a_new_one_is_not():
    before = release_votes(votes(9, rules="+++++----"))
    after = votes(10, rules="++++++----", time="++++++----")

    picture = dict(release_votes(after, earlier=[Earlier(before, 1, 0)]).rows)

    assert picture["rules"].form == "withheld-comparison"
    assert picture["time"] == release_choice(after.per_statement()[1])


def test_counts_of_votes_add_up():
    one, two = votes(2, rules="+-"), votes(1, rules="+")

    assert one.merge(two) == votes(3, rules="+-+")
    assert VoteCounts.empty(("rules",)).merge(one) == one


def test_an_unknown_statement_is_refused():
    with pytest.raises(ValueError, match="unknown statement 'time'"):
        VoteCounts.of(("rules",), [{"time": "agree"}], 5)


def test_a_stored_picture_reads_back():
    picture = release_votes(votes(7, rules="+++++--"))

    assert from_json(to_json(picture)) == picture


def test_the_audit_attacks_every_statement():
    assert audit(release_votes(votes(8, rules="++++++++", time="--------"))).is_safe
