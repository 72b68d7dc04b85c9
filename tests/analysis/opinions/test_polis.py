"""The Polis recipe against seven conversations: production, and one run from cold."""

import numpy as np
import pytest

from goedwerk_analysis.opinions.polis import UnknownPeople, polis
from goedwerk_analysis.opinions.representative import comparable_consensus, group_aware_consensus
from goedwerk_analysis.opinions.statements import Statements
from goedwerk_analysis.responses.votes import NoVotes, Votes


def signs(found, expected):
    return np.sign((np.array(found.directions) * expected).sum(axis=1))


def in_order(values, votes):
    return np.array([values[str(statement)] for statement in votes.statements])


def directions(listed):
    return [(entry["tid"], entry.get("repful_for", entry.get("repful-for"))) for entry in listed]


def test_centre_components_and_places_are_those_of_the_reference(conversation):
    expected = conversation.result
    axes = np.array(expected["pca"]["components"])

    result = polis(conversation.votes, statements=conversation.statements)

    turn = signs(result.found, axes)
    places = np.array([expected["projections"][str(person)] for person in conversation.votes.participants])
    np.testing.assert_allclose(result.found.center, expected["pca"]["mean"], atol=1e-9)
    np.testing.assert_allclose(result.found.directions * turn[:, None], axes, atol=1e-9)
    np.testing.assert_allclose(result.projections * turn, places, atol=1e-9)
    np.testing.assert_allclose(result.extremity, in_order(expected["extremity"], conversation.votes), atol=1e-9)


def test_groups_are_those_of_the_reference(conversation):
    result = polis(conversation.votes, statements=conversation.statements)

    finding = result.finding()
    assert finding.group_count == conversation.result["group_count"]
    assert finding.groups == conversation.result["groups"]
    assert finding.silhouettes == pytest.approx(conversation.result["silhouettes"], abs=1e-9)


def test_representative_and_consensus_statements_are_those_of_the_reference(conversation):
    finding = polis(conversation.votes, statements=conversation.statements).finding()

    listed = {
        group: [(entry["statement"], entry["direction"]) for entry in entries]
        for group, entries in finding.representative.items()
    }
    assert listed == {group: directions(entries) for group, entries in conversation.result["repness"].items()}
    assert {side: list(found) for side, found in finding.consensus.items()} == conversation.result["consensus"]


def test_consensus_over_groups_and_priorities_are_those_of_the_reference(conversation):
    finding = polis(conversation.votes, statements=conversation.statements).finding()

    expected = conversation.result
    assert finding.group_aware_consensus == pytest.approx(expected["group_aware_consensus"], abs=1e-12)
    assert finding.group_aware_consensus_disagree == pytest.approx(
        expected["group_aware_consensus_disagree"], abs=1e-12
    )
    assert finding.priorities == pytest.approx(expected["priorities"], rel=1e-12, abs=1e-12)


def test_with_the_groups_of_production_everything_is_that_of_production(production):
    groups = {int(person): group for person, group in production.result["groups"].items()}

    finding = polis(production.votes, statements=production.statements, groups=groups).finding()

    expected = production.result
    listed = {group: directions(entries) for group, entries in expected["repness"].items()}
    assert finding.groups == expected["groups"]
    assert {
        group: [(entry["statement"], entry["direction"]) for entry in entries]
        for group, entries in finding.representative.items()
    } == listed
    assert {side: list(found) for side, found in finding.consensus.items()} == {
        side: [entry["tid"] for entry in entries] for side, entries in expected["consensus"].items()
    }
    assert finding.group_aware_consensus == pytest.approx(expected["group_aware_consensus"], abs=1e-12)
    assert finding.priorities == pytest.approx(expected["priorities"], rel=1e-12)


def test_the_axes_of_production_are_found_again(production):
    expected = np.array(production.result["pca"]["components"])

    found = polis(production.votes, statements=production.statements).found

    np.testing.assert_allclose(np.abs((found.directions * expected).sum(axis=1)), 1, atol=1e-12)


def test_people_who_voted_alike_stand_on_the_same_spot():
    votes = Votes.from_matrix([[1, -1, 1, np.nan]] * 2 + [[-1, 1, 0, 1], [1, 1, -1, 0], [0, -1, 1, 1]])

    places = polis(votes).projections

    assert places[0].tolist() == places[1].tolist()


def test_the_comparable_consensus_does_not_fall_with_the_number_of_groups():
    agree, seen = np.full((2, 1), 8), np.full((2, 1), 10)
    more_agree, more_seen = np.full((5, 1), 8), np.full((5, 1), 10)

    assert comparable_consensus(agree, seen) == pytest.approx(comparable_consensus(more_agree, more_seen))
    assert group_aware_consensus(agree, seen) > group_aware_consensus(more_agree, more_seen)


def test_meta_statements_get_a_fixed_priority(brexit):
    finding = polis(brexit.votes, statements=Statements(meta=frozenset([3]))).finding()

    assert finding.priorities["3"] == 49.0


def test_groups_for_people_who_did_not_vote_are_refused(brexit):
    with pytest.raises(UnknownPeople, match="99999"):
        polis(brexit.votes, groups={99999: 0})


def test_nothing_is_said_without_a_single_vote():
    votes = Votes.from_matrix(np.full((3, 2), np.nan))

    with pytest.raises(NoVotes):
        polis(votes)


@pytest.mark.parametrize(
    "matrix", [[[1]], [[1, 0, -1]], [[1], [0], [-1]], [[1, 1]] * 4, [[1, np.nan], [np.nan, -1]], [[0, 0]] * 60]
)
def test_tiny_and_uniform_conversations_give_no_invented_numbers(matrix):
    finding = polis(Votes.from_matrix(matrix)).finding()

    numbers = [*finding.center, *sum(finding.components, ()), *sum(finding.projections.values(), ())]
    numbers += [*finding.priorities.values(), *finding.silhouettes.values(), *finding.comparable_consensus.values()]
    assert np.isfinite(numbers).all()
