"""Scores of people on lines of difference, with what is not known about each person.

Probabilistic principal components with missing votes: a vote is the
statement's mean, plus its loadings times the person's scores, plus noise;
scores are standard normal. Somebody who voted little gets a wide score, and is
neither pulled to the middle nor blown up.

References
----------
Tipping, M. E. and Bishop, C. M. (1999), Probabilistic principal component
analysis. Journal of the Royal Statistical Society B 61, 611-622.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, issparse
from scipy.sparse.linalg import svds

from goedwerk_analysis.opinions.fitting import SMALL, Table

MOST_RIDGE = 5.0
STEADY, LEAST_NOISE = 10.0, 0.02  # people's worth of overall noise; squared votes


@dataclass(frozen=True, eq=False)
class Scores:
    """Posterior mean (n_people, n_lines) and covariance (n_people, n_lines, n_lines) per person."""

    mean: NDArray[np.float64]
    covariance: NDArray[np.float64]

    def turned(self, rotation: NDArray[np.float64]) -> Scores:
        return Scores(self.mean @ rotation, np.einsum("ji,njk,kl->nil", rotation, self.covariance, rotation))


@dataclass(frozen=True, eq=False)
class FactorModel:
    """Mean vote (n_statements,), loadings (n_statements, n_lines) and noise variance (n_statements,), in votes."""

    center: NDArray[np.float64]
    loadings: NDArray[np.float64]
    noise: NDArray[np.float64]

    @property
    def n_lines(self) -> int:
        return self.loadings.shape[1]

    @property
    def weighted(self) -> NDArray[np.float64]:
        """Loadings divided by the noise of the statement: how much a vote tells about the scores."""
        return self.loadings / self.noise[:, None]

    @property
    def strength(self) -> NDArray[np.float64]:
        """What a person who votes on everything tells about each line, relative to noise, shape (n_lines,)."""
        return (self.loadings * self.weighted).sum(axis=0)

    def turned(self, rotation: NDArray[np.float64]) -> FactorModel:
        """The same model on other axes; `rotation` is orthogonal."""
        return FactorModel(self.center, self.loadings @ rotation, self.noise)

    def first(self, n_lines: int) -> FactorModel:
        """The model with its leading lines only."""
        return FactorModel(self.center, self.loadings[:, :n_lines], self.noise)

    def left_out_errors(self, table: Table) -> NDArray[np.float64]:
        """Squared error per person when each vote is foretold from the person's other votes."""
        scores, (rows, columns, values) = self.scores(table), table.cells()
        loadings, towards = self.loadings[columns], scores.covariance[rows]
        own_share = np.einsum("nij,ni,nj->n", towards, loadings, loadings) / self.noise[columns]
        missed = values - self.center[columns] - (scores.mean[rows] * loadings).sum(axis=1)
        return np.bincount(rows, np.square(missed / np.maximum(1 - own_share, 1e-3)), minlength=len(table))

    def precision(self, table: Table) -> NDArray[np.float64]:
        """What each person's votes tell about the scores, shape (n_people, n_lines, n_lines)."""
        first, second = np.triu_indices(self.n_lines)
        told = table.present @ (self.loadings[:, first] * self.weighted[:, second])
        return unpacked(told, self.n_lines)

    def pull(self, table: Table) -> NDArray[np.float64]:
        """Where each person's votes pull the scores, shape (n_people, n_lines)."""
        return table.signs @ self.weighted - table.present @ (self.center[:, None] * self.weighted)

    def scores(self, table: Table) -> Scores:
        covariance = np.linalg.inv(self.precision(table) + np.eye(self.n_lines))
        return Scores(np.einsum("nij,nj->ni", covariance, self.pull(table)), covariance)

    def reliability(self, scores: Scores) -> NDArray[np.float64]:
        """Share of the variance of the scores that a person's votes determine, 0 to 1."""
        unknown = np.einsum("nii,i->n", scores.covariance, self.strength)
        return 1 - unknown / max(self.strength.sum(), 1e-300)


def unpacked(packed: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    first, second = np.triu_indices(size)
    full = np.empty((len(packed), size, size))
    full[:, first, second] = full[:, second, first] = packed
    return full


def packed(full: NDArray[np.float64]) -> NDArray[np.float64]:
    first, second = np.triu_indices(full.shape[1])
    return full[:, first, second]


def starting_model(table: Table, n_lines: int) -> FactorModel:
    """Principal components with missing votes at the mean: where the iteration begins."""
    center = table.center()
    loadings, variances = leading_directions(table.residuals(center), n_lines)
    observed = max(table.n_votes / np.prod(table.present.shape), 0.05)
    noise = steadied(0.8 * table.squares(center), table.voters)
    return FactorModel(center, loadings * np.sqrt(variances / observed), noise)


def leading_directions(residuals: NDArray[np.float64] | csr_array, n_lines: int) -> tuple[NDArray, NDArray]:
    n, size = residuals.shape
    if min(n, size) <= max(SMALL, n_lines + 1):
        whole = residuals.toarray() if issparse(residuals) else residuals
        _, values, vectors = np.linalg.svd(whole, full_matrices=False)
    else:
        _, values, vectors = svds(residuals, k=n_lines, v0=np.ones(min(n, size)), solver="arpack")
        values, vectors = values[::-1], vectors[::-1]
    return vectors[:n_lines].T, np.square(values[:n_lines]) / n


def fit_factors(table: Table, model: FactorModel, *, rounds: int) -> FactorModel:
    """Expectation-maximisation from `model`, on observed votes only; ends on principal axes."""
    for _ in range(rounds):
        model = one_round(table, model)
    return model.turned(principal_axes(model))


def principal_axes(model: FactorModel) -> NDArray[np.float64]:
    """Rotation to axes on which votes tell about the scores independently, the best known first."""
    _, _, right = np.linalg.svd(model.loadings / np.sqrt(model.noise)[:, None], full_matrices=False)
    return right.T


def steadied(squares: NDArray[np.float64], voters: NDArray[np.float64]) -> NDArray[np.float64]:
    """Noise variance per statement, drawn to the overall one where few people voted."""
    overall = squares.sum() / max(voters.sum(), 1)
    return np.maximum((squares + STEADY * overall) / (voters + STEADY), LEAST_NOISE)


def one_round(table: Table, model: FactorModel) -> FactorModel:
    """One round on sums per statement only: no table of predictions is made."""
    scores, center = model.scores(table), model.center
    outer = scores.covariance + scores.mean[:, :, None] * scores.mean[:, None, :]
    moments = unpacked(table.present.T @ packed(outer), model.n_lines)
    places = table.present.T @ scores.mean
    products = table.signs.T @ scores.mean - center[:, None] * places
    ridge = min(model.noise.mean() / max(np.square(model.loadings).mean(), 1e-6), MOST_RIDGE)
    loadings = solved(moments + ridge * np.eye(model.n_lines), products)
    explained = 2 * (loadings * products).sum(axis=1) - np.einsum("sij,si,sj->s", moments, loadings, loadings)
    missed = table.balance - center * table.voters - (loadings * places).sum(axis=1)
    noise = steadied(table.squares(center) - explained, table.voters)
    return FactorModel(center + missed / np.maximum(table.voters, 1), loadings, noise)


def solved(matrices: NDArray[np.float64], vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.linalg.solve(matrices, vectors[:, :, None])[:, :, 0]


def varimax(loadings: NDArray[np.float64], rounds: int = 200) -> NDArray[np.float64]:
    """Orthogonal rotation that makes loadings large or small, shape (n_lines, n_lines).

    Lines come out strongest first, with the largest loading positive.

    References
    ----------
    Kaiser, H. F. (1958), The varimax criterion. Psychometrika 23, 187-200.
    """
    size = loadings.shape[1]
    rotation, reached = np.eye(size), 0.0
    for _ in range(rounds if size > 1 else 0):
        turned = loadings @ rotation
        slope = loadings.T @ (turned**3 - turned * np.square(turned).mean(axis=0))
        left, values, right = np.linalg.svd(slope)
        rotation, before, reached = left @ right, reached, values.sum()
        if reached <= before * (1 + 1e-8):
            break
    turned = loadings @ rotation
    order = np.argsort(-np.square(turned).sum(axis=0), kind="stable")
    largest = turned[np.abs(turned).argmax(axis=0), np.arange(size)]
    return (rotation * np.where(largest < 0, -1, 1))[:, order]
