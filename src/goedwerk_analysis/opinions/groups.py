"""Groups only where people really fall apart into groups, and would again without a few of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp

from goedwerk_analysis.opinions import gaps
from goedwerk_analysis.opinions.factors import FactorModel, Scores, fit_factors, starting_model
from goedwerk_analysis.opinions.fitting import Table, leading_eigenvalues, lines_above
from goedwerk_analysis.opinions.mixture import Mixture

NEEDED = 50
RELIABLE, LEAST_RELIABLE = 0.6, 0.2
FIRST_ROUNDS, WARM_ROUNDS, REPEAT_ROUNDS = 25, 4, 8
DRAWS, REPEAT_DRAWS, FOLDS = 20, 10, 5
REPEATS, SAME_ANSWERS, NEXT_ANSWERS, KEPT = 10, 8, 10, 0.95
LOOKS = (5, 11)  # after so many draws, hopeless numbers of groups are dropped
IN_BETWEEN = 0.8
GAIN = 1.645  # standard errors

Progress = Callable[[str, float], None]


@dataclass(frozen=True, eq=False)
class Landscape:
    """People on lines of difference: the votes fitted, the model, the scores, and who is informed enough.

    `informed` holds positions in `table` of people whose votes determine their
    place well enough to ask whether groups exist. `gains` tells how clearly each
    principal line helps to foretell votes, in standard errors.
    """

    table: Table
    limits: NDArray[np.float64]
    eigenvalues: NDArray[np.float64]
    model: FactorModel
    scores: Scores
    informed: NDArray[np.int64]
    gains: NDArray[np.float64]

    @property
    def points(self) -> NDArray[np.float64]:
        return self.scores.mean[self.informed]


@dataclass(frozen=True, eq=False)
class Draw:
    """A refit without some of the informed people; `held` marks those among them."""

    model: FactorModel
    held: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class GroupVerdict:
    """Whether there are groups, the figures per number of groups, and what the repeats said.

    `k` is 0 without groups; `proposed` what the gap alone would have said.
    """

    k: int
    proposed: int
    figures: tuple[gaps.GapFigures, ...]
    repeats: tuple[int, ...]
    mixture: Mixture | None


def landscape(
    table: Table, limits: NDArray[np.float64], rng: np.random.Generator, *, warm: FactorModel | None = None
) -> Landscape | None:
    """Fit as many lines as exceed chance and foretell votes; None when no line does."""
    eigenvalues = leading_eigenvalues(table.residuals(table.center()))
    most = lines_above(eigenvalues, limits)
    if most == 0:
        return None
    model = fitted(table, most, warm)
    gains = foretelling(table, model, rng)
    n_lines = leading(gains > GAIN)
    if n_lines == 0:
        return None
    if n_lines < most:
        model = fitted(table, n_lines, warm)
    scores = model.scores(table)
    return Landscape(table, limits, eigenvalues, model, scores, informed_people(model, scores), gains[:n_lines])


def fitted(table: Table, n_lines: int, warm: FactorModel | None) -> FactorModel:
    if warm is not None and warm.n_lines >= n_lines:
        return fit_factors(table, warm.first(n_lines), rounds=REPEAT_ROUNDS)
    return fit_factors(table, starting_model(table, n_lines), rounds=FIRST_ROUNDS)


def foretelling(table: Table, model: FactorModel, rng: np.random.Generator) -> NDArray[np.float64]:
    """How much each line helps to foretell votes of people who did not help to find it, in standard errors.

    Everybody is left out once; each of their votes is foretold from their other
    votes, with one line more at a time.
    """
    errors = np.empty((len(table), model.n_lines + 1))
    for held in folds(len(table), FOLDS, rng):
        refit = fit_factors(table.of_people(~held), model, rounds=WARM_ROUNDS)
        for n_lines in range(model.n_lines + 1):
            errors[held, n_lines] = refit.first(n_lines).left_out_errors(table.of_people(held))
    gains = -np.diff(errors, axis=1)
    return gains.mean(axis=0) * np.sqrt(len(gains)) / np.maximum(gains.std(axis=0), 1e-12)


def leading(holds: NDArray[np.bool_]) -> int:
    """How many hold before the first that does not."""
    return len(holds) if holds.all() else int(holds.argmin())


def informed_people(model: FactorModel, scores: Scores) -> NDArray[np.int64]:
    reliability = model.reliability(scores)
    return np.flatnonzero(reliability >= max(RELIABLE * np.quantile(reliability, 0.9), LEAST_RELIABLE))


def draws(land: Landscape, rng: np.random.Generator, amount: int) -> list[Draw]:
    """Refits that each leave out a fifth of the informed people, everybody equally often."""
    return [one_draw(land, held) for held in folds(len(land.informed), amount, rng)]


def folds(n: int, amount: int, rng: np.random.Generator) -> Iterator[NDArray[np.bool_]]:
    """Who is left out in each draw: by fives, a partition of everybody."""
    for number in range(amount):
        if number % FOLDS == 0:
            part = rng.permutation(n) % FOLDS
        yield part == number % FOLDS


def one_draw(land: Landscape, held: NDArray[np.bool_]) -> Draw:
    stay = np.ones(len(land.table), dtype=bool)
    stay[land.informed[held]] = False
    rest = land.table.of_people(stay)
    return Draw(fit_factors(rest, land.model, rounds=WARM_ROUNDS), held)


def propose(land: Landscape, refits: list[Draw], rng: np.random.Generator) -> tuple[int, list, dict[int, Mixture]]:
    """How many groups have a gap and stay together over the draws; 0 when none."""
    informed = land.table.of_people(land.informed)
    alive = gaps.candidates(land.points, np.sqrt(land.model.strength), rng)
    dropped = []
    for number, draw in enumerate(refits):
        if number in LOOKS:
            dropped += [one for one in alive if not gaps.hopeful(one)]
            alive = [one for one in alive if gaps.hopeful(one)]
        if not alive:
            break
        points, scale = draw.model.scores(informed).mean, np.sqrt(draw.model.strength)
        for one in alive:
            gaps.add_draw(one, points, draw.held, scale=scale, rng=rng)
    table = [gaps.figures(one) for one in alive]
    everything = sorted(table + [gaps.figures(one) for one in dropped], key=lambda row: row.k)
    return gaps.largest_passing(table), everything, {len(one): one.mixture for one in alive}


def judge(land: Landscape, refits: list[Draw], rng: np.random.Generator, progress: Progress) -> GroupVerdict:
    """Propose a number of groups, then ask it again ten times of other people; claim only what keeps coming back."""
    proposed, table, mixtures = propose(land, refits, rng)
    passing = [row.k for row in table if row.passes and row.k in mixtures]
    answers = [proposed]
    while proposed and len(answers) <= REPEATS and undecided(answers):
        progress("repeating the verdict on other people", (len(answers) - 1) / REPEATS)
        answers.append(repeat(land, rng))
    k = claimed(answers, passing)
    return GroupVerdict(k, proposed, tuple(table), tuple(answers[1:]), mixtures.get(k))


def claimed(answers: list[int], passing: list[int]) -> int:
    """A number of groups that eight of eleven answers name; or one that, with the next, ten of them name.

    In the second case some draws split one of the groups once more: the smaller number is what all share.
    """
    for k in sorted(passing, reverse=True):
        if answers.count(k) >= SAME_ANSWERS or answers.count(k) + answers.count(k + 1) >= NEXT_ANSWERS:
            return k
    return 0


def undecided(answers: list[int]) -> bool:
    """Whether some number of groups can still be named often enough."""
    left = REPEATS + 1 - len(answers)
    numbers = {k for k in answers if k} | {k - 1 for k in answers if k > 2}
    return any(
        answers.count(k) + left >= SAME_ANSWERS or answers.count(k) + answers.count(k + 1) + left >= NEXT_ANSWERS
        for k in numbers
    )


def repeat(land: Landscape, rng: np.random.Generator) -> int:
    """The number of groups proposed on a random 95 % of the people."""
    n = len(land.table)
    some = np.sort(rng.choice(n, round(KEPT * n), replace=False))
    again = landscape(land.table.of_people(some), land.limits, rng, warm=land.model)
    if again is None or len(again.informed) < NEEDED:
        return 0
    return propose(again, draws(again, rng, REPEAT_DRAWS), rng)[0]


def memberships(model: FactorModel, mixture: Mixture, table: Table) -> NDArray[np.float64]:
    """Probability of each group for each person, shape (n_people, k), what is unknown about them included."""
    precision, pull = model.precision(table), model.pull(table)
    inverse = np.linalg.inv(mixture.covariance + 1e-9 * np.eye(len(mixture.covariance)))
    spread = np.linalg.inv(precision + inverse)
    logs = np.empty((len(table), len(mixture)))
    for group, mean in enumerate(mixture.means):
        towards = pull + inverse @ mean
        fit = np.einsum("ni,nij,nj->n", towards, spread, towards)
        logs[:, group] = np.log(mixture.shares[group] + 1e-12) + (fit - mean @ inverse @ mean) / 2
    return np.exp(logs - logsumexp(logs, axis=1, keepdims=True))
