"""Compiled loops give what plain ones give, bit for bit; these tests need the optional extra `fast`."""

import numpy as np
import pytest

from goedwerk_analysis.opinions import clusters, components
from goedwerk_analysis.responses.votes import Votes
from goedwerk_analysis.summaries import votes_fast
from goedwerk_analysis.summaries.votes import VoteCounts, pair_counts

pytestmark = pytest.mark.skipif(
    not votes_fast.AVAILABLE,
    reason="the optional extra `fast` (Numba) is not installed; dev/engine_alone.sh installs it and runs these",
)


def random_votes(n_people: int, n_statements: int) -> Votes:
    rng = np.random.default_rng(3)
    shape = (n_people, n_statements)
    return Votes.from_matrix(np.where(rng.random(shape) < 0.1, rng.integers(-1, 2, shape), np.nan))


@pytest.mark.parametrize(("n_people", "n_statements"), [(5000, 400), (9001, 33), (10, 1)])
def test_pairs_of_votes(n_people, n_statements):
    votes = random_votes(n_people, n_statements)

    compiled = VoteCounts(n_people, *votes_fast.pair_counts(votes))

    assert compiled == VoteCounts(n_people, *pair_counts(votes))


def test_more_people_than_a_block_who_all_voted_alike():
    n_people = votes_fast.BLOCK + 1

    both, signed, product = votes_fast.pair_counts(Votes.from_matrix(np.ones((n_people, 2))))

    assert (both == n_people).all()
    assert (signed == n_people).all()
    assert (product == n_people).all()


def test_sums_over_the_votes_of_a_person(monkeypatch):
    votes = random_votes(3000, 40)
    table = np.random.default_rng(1).normal(size=(3, 40, 2))

    compiled = components.sums_per_person(votes, table)

    monkeypatch.setattr(components, "AVAILABLE", False)
    assert (compiled == components.sums_per_person(votes, table)).all()


def normal(rng):
    return rng.normal(size=(3000, 2))


def on_a_grid(rng):
    """Many points equally far from two centres, and many at the same place."""
    return rng.integers(0, 12, size=(3000, 2)).astype(float)


def in_three_heaps(rng):
    return rng.integers(0, 3, size=(3000, 1)) * 5 + rng.normal(size=(3000, 2)) * 0.3


@pytest.mark.parametrize("draw", [normal, on_a_grid, in_three_heaps])
@pytest.mark.parametrize("k", [2, 5, 100])
def test_clusters(draw, k, monkeypatch):
    points = draw(np.random.default_rng(k))

    compiled = clusters.k_means(points, k)

    monkeypatch.setattr(clusters, "AVAILABLE", False)
    plain = clusters.k_means(points, k)
    assert (compiled.labels == plain.labels).all()
    assert (compiled.centers == plain.centers).all()


def test_centres_that_vanish_and_jump():
    """Rounds as k-means never makes them: what is remembered from earlier rounds may not mislead."""
    from goedwerk_analysis.opinions.nearest import NearestCenters

    rng = np.random.default_rng(5)
    points = rng.normal(size=(2500, 2))
    remembering = NearestCenters(points)

    for k in (30, 30, 28, 28, 28, 3, 1, 30):
        centers = rng.normal(size=(k, 2))
        assert (remembering(centers) == clusters.nearest(points, centers)).all()


def test_centres_that_drift():
    from goedwerk_analysis.opinions.nearest import NearestCenters

    rng = np.random.default_rng(6)
    points, centers = rng.normal(size=(2500, 2)), rng.normal(size=(60, 2))
    remembering = NearestCenters(points)

    for step in (0.3, 0.1, 0.03, 0.01, 0.001, 0.0):
        centers = centers + step * rng.normal(size=centers.shape)
        assert (remembering(centers) == clusters.nearest(points, centers)).all()
