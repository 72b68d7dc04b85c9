"""The default recipe: groups only where they exist, lines with their firmness, common ground that holds."""

import numpy as np
import pytest
from scipy.stats import norm

from goedwerk_analysis.opinions import simulation
from goedwerk_analysis.opinions.findings import from_json, to_json
from goedwerk_analysis.opinions.goedwerk import DIVISION, GROUPS, TOO_LITTLE, explore
from goedwerk_analysis.opinions.groups import claimed
from goedwerk_analysis.opinions.mixture import adjusted_rand
from goedwerk_analysis.opinions.sections import cut
from goedwerk_analysis.opinions.statements import Statements
from goedwerk_analysis.responses.votes import InvalidVotes, NoVotes, Votes


def made_up(n, size, observed, seed, **more):
    rng = np.random.default_rng(seed)
    return simulation.Template.made_up(n_people=n, n_statements=size, observed=observed, rng=rng, **more), rng


@pytest.fixture(scope="module")
def three_groups():
    mould, rng = made_up(500, 60, 0.4, 8)
    votes, group = simulation.with_groups(mould, np.array([0.4, 0.35, 0.25]), 500, rng, separation=2.5)
    return explore(votes, seed=1), group


@pytest.fixture(scope="module")
def one_line():
    mould, rng = made_up(400, 50, 0.5, 3)
    return explore(simulation.without_groups("line normal", mould, 400, rng), seed=1)


def test_groups_that_exist_are_found_with_everybody_in_them(three_groups):
    found, group = three_groups

    labels = found.membership.argmax(axis=1)

    assert (found.outcome, found.verdict.k) == (GROUPS, 3)
    assert adjusted_rand(labels, group) > 0.85
    np.testing.assert_allclose(found.membership.sum(axis=1), 1)


def test_people_in_between_belong_to_no_group(three_groups):
    found, _ = three_groups

    told = found.finding().groups

    loose = [who for who, chances in told.membership.items() if max(chances) < 0.7999]
    assert told.in_between == found.votes.n_participants - sum(told.sizes)
    assert all(told.members[who] is None for who in loose)


def test_a_line_is_told_as_division_without_groups(one_line):
    finding = one_line.finding()

    assert finding.verdict == DIVISION
    assert finding.groups is None
    assert [line.certainty for line in finding.lines] == ["sure"]


@pytest.mark.parametrize("kind", ["line uniform", "plane uniform", "plane skewed"])
def test_no_groups_are_claimed_in_a_continuum(kind):
    mould, rng = made_up(300, 50, 0.4, 21, heavy_tail=True)

    found = explore(simulation.without_groups(kind, mould, 300, rng))

    assert found.outcome != GROUPS


@pytest.mark.parametrize("kind", ["independent", "permuted"])
def test_votes_without_any_tie_have_no_lines(kind, brexit):
    rng = np.random.default_rng(4)
    used = brexit.votes.of_people(brexit.votes.votes_per_person >= 7)
    votes = simulation.without_groups(kind, simulation.Template.of(used), 189, rng)

    finding = explore(votes).finding()

    assert (finding.verdict, finding.reason, finding.lines) == (TOO_LITTLE, "no line beyond chance", ())


def test_real_conversations_have_lines_and_no_groups(brexit):
    finding = explore(brexit.votes, statements=brexit.statements).finding()

    assert (finding.verdict, len(finding.lines)) == (DIVISION, 2)
    assert finding.lines[0].certainty == "sure"
    assert "14" in {str(one.statement) for one in finding.common_ground}


@pytest.mark.parametrize("seed", [1, 2])
def test_the_verdict_stays_without_a_few_people(brexit, seed):
    stay = np.random.default_rng(seed).permutation(brexit.votes.n_participants) >= 10

    finding = explore(brexit.votes.of_people(stay), statements=brexit.statements).finding()

    assert (finding.verdict, finding.groups) == (DIVISION, None)


def test_the_same_votes_and_seed_give_the_same_finding(brexit):
    first, second = (explore(brexit.votes, seed=5).finding() for _ in range(2))

    assert to_json(first) == to_json(second)


def test_places_follow_the_truth_and_say_how_unsure_they_are():
    mould, rng = made_up(600, 60, 0.4, 6)
    loadings = np.full((60, 1), 0.6)
    truth = rng.normal(size=(600, 1))

    found = explore(mould.votes(simulation.opinions(truth, loadings, rng), mould.rows(600, rng)))

    mean, spread = found.scores.mean[:, 0], np.sqrt(found.scores.covariance[:, 0, 0])
    sign = np.sign(np.corrcoef(mean, truth[:, 0])[0, 1])
    inside = np.abs(sign * mean - truth[:, 0]) < 1.96 * spread
    assert abs(np.corrcoef(mean, truth[:, 0])[0, 1]) > 0.9
    assert 0.9 < inside.mean() < 0.99


def test_whoever_voted_little_is_less_sure(one_line):
    votes = one_line.votes.votes_per_person
    spread = one_line.scores.covariance[:, 0, 0]

    assert spread[votes < 20].mean() > spread[votes > 30].mean()


def test_intervals_at_the_ends_of_a_line_cover_the_truth():
    inside, claims, wrong = [], 0, 0
    for seed in range(6):
        mould, rng = made_up(400, 50, 0.5, seed)
        loadings = rng.uniform(0.3, 0.8, (50, 1)) * rng.choice([-1, 1], (50, 1))
        votes = mould.votes(simulation.opinions(rng.normal(size=(400, 1)), loadings, rng), mould.rows(400, rng))
        found = explore(votes)
        turned = (loadings[found.usable, 0] @ found.lines.model.loadings[:, 0]) < 0
        shares = (found.agreement.agree.low_end, found.agreement.agree.high_end)
        truth = [
            norm.cdf((loadings[:, 0] * at - mould.high) / np.sqrt(1 - loadings[:, 0] ** 2)) for at in (-1.2816, 1.2816)
        ]
        for true, end in zip(truth, shares[::-1] if turned else shares, strict=True):
            inside += ((end.low[:, 0] <= true) & (true <= end.high[:, 0]))[found.askable].tolist()
        claims += found.agreement.common_agree.sum()
        wrong += (np.minimum(*truth)[found.agreement.common_agree] <= 0.5).sum()
    assert 0.92 < np.mean(inside) < 0.98
    assert wrong <= 0.05 * claims + 1


def test_common_ground_holds_at_both_ends_of_every_line(brexit):
    finding = explore(brexit.votes).finding()

    for one in finding.common_ground:
        ends = [getattr(end, one.direction) for along in one.along for end in (along.low_end, along.high_end)]
        assert min(end.value for end in ends) == one.lowest.value > 0.5
        assert one.q_value <= 0.05


def test_what_divides_is_told_once_largest_first(brexit):
    finding = explore(brexit.votes).finding()

    sizes = [abs(one.difference.value) for one in finding.dividing]
    assert sizes == sorted(sizes, reverse=True)
    assert len({one.statement for one in finding.dividing}) == len(sizes)
    assert all(one.difference.low <= one.difference.value <= one.difference.high for one in finding.dividing)


def test_passes_are_neither_for_nor_against():
    table = np.array([[1, 1, 0]] * 20 + [[1, -1, 0]] * 20 + [[0, 0, 0]] * 5, dtype=float)

    finding = explore(Votes.from_matrix(table)).finding()

    (shared,) = finding.common_ground
    assert (shared.statement, shared.direction) == (0, "agree")
    assert shared.overall.passed == pytest.approx(5 / 45)
    assert [one.statement for one in finding.dividing] == [1]


def test_under_fifty_people_there_are_no_lines_and_no_groups():
    mould, rng = made_up(49, 30, 0.8, 1)
    votes, _ = simulation.with_groups(mould, np.array([0.5, 0.5]), 49, rng, separation=3.0)

    finding = explore(votes).finding()

    assert (finding.verdict, finding.reason, finding.lines, finding.groups) == (TOO_LITTLE, "few people", (), None)


def test_rejected_statements_take_no_part(brexit):
    finding = explore(brexit.votes, statements=Statements(rejected=frozenset([14, 8]))).finding()

    told = {one.statement for one in (*finding.common_ground, *finding.dividing)}
    assert not told & {14, 8}
    assert "8" not in finding.lines[0].loadings


def test_a_line_can_be_cut_for_a_table_talk_and_is_called_a_cut(one_line):
    sections = cut(one_line, line=1, parts=3)

    assert sections.kind == "a cut of a line, not groups"
    assert [part.size for part in sections.parts] == [134, 133, 133]
    assert not set(sections.parts[0].people) & set(sections.parts[2].people)


@pytest.mark.parametrize(("line", "parts"), [(2, 3), (0, 3), (1, 1), (1, 200)])
def test_what_cannot_be_cut_is_refused(one_line, line, parts):
    with pytest.raises(InvalidVotes):
        cut(one_line, line=line, parts=parts)


@pytest.mark.parametrize(
    "matrix",
    [
        [[1]],
        [[1, 0, -1]],
        [[1], [0], [-1]],
        [[1] * 12] * 80,
        [[1, -1] * 6] * 60,
        [[1, np.nan], [np.nan, -1]],
        [[np.nan] * 3 + [1]] * 70,
        np.where(np.eye(60, 12) > 0, 1.0, -1.0).tolist(),
    ],
)
def test_poor_conversations_say_what_cannot_be_said(matrix):
    finding = explore(Votes.from_matrix(matrix)).finding()

    assert finding.verdict == TOO_LITTLE
    assert finding.reason
    assert from_json(to_json(finding)) == finding  # and JSON refuses numbers that are not finite


def test_nothing_is_explored_without_a_vote():
    with pytest.raises(NoVotes):
        explore(Votes.from_matrix(np.full((60, 4), np.nan)))


def test_findings_survive_being_written_down(three_groups, one_line):
    for found in (three_groups[0], one_line):
        finding = found.finding()

        assert from_json(to_json(finding)) == finding


def test_a_finding_can_be_kept_without_a_word_about_people(three_groups):
    kept = to_json(three_groups[0].finding().without_people())

    assert '"members": {}' in kept
    assert '"membership": {}' in kept


@pytest.mark.parametrize(
    ("answers", "passing", "k"),
    [
        ([3] * 8 + [0, 2, 4], [2, 3], 3),
        ([3] * 7 + [0, 0, 2, 2], [2, 3], 0),
        ([6, 5, 5, 6, 5, 5, 6, 5, 6, 5, 6], [5, 6], 5),
        ([5, 5, 4, 5, 4, 3, 3, 5, 4, 3, 3], [3, 4, 5], 0),
        ([3] * 11, [], 0),
        ([0], [2], 0),
    ],
)
def test_only_a_number_of_groups_that_keeps_coming_back_is_claimed(answers, passing, k):
    assert claimed(answers, passing) == k
