"""What sets a group apart, what all agree on, and which statement deserves attention: as in Polis."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.responses.votes import Votes

Z_90 = 1.2816  # one-sided; Polis uses the rounded value
SHOWN = 5
META_PRIORITY = 49.0


@dataclass(frozen=True, eq=False)
class GroupCounts:
    """Votes per group on each statement, all of shape (n_groups, n_statements); `seen` counts passes too."""

    agree: NDArray[np.int64]
    disagree: NDArray[np.int64]
    seen: NDArray[np.int64]

    @classmethod
    def of(cls, votes: Votes, labels: NDArray[np.int64], n_groups: int) -> GroupCounts:
        """Count by group; people with label -1 belong to none."""
        group = np.repeat(labels, votes.votes_per_person)
        inside = group >= 0
        value = votes.values[inside].astype(np.int64) + 1
        cells = (group[inside] * 3 + value) * votes.n_statements + votes.columns[inside]
        shape = (n_groups, 3, votes.n_statements)
        table = np.bincount(cells, minlength=int(np.prod(shape))).reshape(shape)
        return cls(table[:, 2], table[:, 0], table.sum(axis=1))


@dataclass(frozen=True)
class Representative:
    """One statement that sets a group apart, in one direction."""

    statement: int | str
    direction: str
    n_success: int
    n_trials: int
    p_success: float
    p_test: float
    repness: float
    repness_test: float
    best_agree: bool = False


@dataclass(frozen=True, eq=False)
class Comparison:
    """How often chosen and seen, share, ratio to the others, and both tests; each (n_groups, n_statements)."""

    chosen: NDArray[np.int64]
    seen: NDArray[np.int64]
    share: NDArray[np.float64]
    share_test: NDArray[np.float64]
    ratio: NDArray[np.float64]
    ratio_test: NDArray[np.float64]

    @property
    def convincing(self) -> NDArray[np.bool_]:
        return (self.ratio_test > Z_90) & (self.share_test > Z_90)

    @property
    def metric(self) -> NDArray[np.float64]:
        return self.ratio * self.ratio_test * self.share * self.share_test


def share_of(chosen: NDArray, seen: NDArray) -> NDArray[np.float64]:
    return (chosen + 1) / (seen + 2)


def against_half(chosen: NDArray, seen: NDArray) -> NDArray[np.float64]:
    """One-sample z against one half, with Polis' own pseudo-count."""
    return 2 * np.sqrt(seen + 1) * ((chosen + 1) / (seen + 1) - 0.5)


def against_others(inside: NDArray, n_in: NDArray, outside: NDArray, n_out: NDArray) -> NDArray[np.float64]:
    """Two-proportion pooled z, 1 added to all four counts; 0 where everybody chose alike."""
    first, second = (inside + 1) / (n_in + 1), (outside + 1) / (n_out + 1)
    pooled = (inside + outside + 2) / (n_in + n_out + 2)
    spread = np.sqrt(np.maximum(pooled * (1 - pooled), 0) * (1 / (n_in + 1) + 1 / (n_out + 1)))
    return np.divide(first - second, spread, out=np.zeros_like(first), where=pooled < 1)


def compared(chosen: NDArray[np.int64], seen: NDArray[np.int64]) -> Comparison:
    others, seen_others = chosen.sum(axis=0) - chosen, seen.sum(axis=0) - seen
    share = share_of(chosen, seen)
    return Comparison(
        chosen,
        seen,
        share,
        against_half(chosen, seen),
        share / share_of(others, seen_others),
        against_others(chosen, seen, others, seen_others),
    )


def representative_of(
    counts: GroupCounts, statements: NDArray, *, left_out: NDArray[np.bool_]
) -> list[list[Representative]]:
    """At most five statements per group that set it apart, agreements first."""
    agree, disagree = compared(counts.agree, counts.seen), compared(counts.disagree, counts.seen)
    return [
        [
            entry(group, column, best=best, name=statements[column].item(), agree=agree, disagree=disagree)
            for column, best in chosen(group, counts, agree, disagree, left_out)
        ]
        for group in range(len(counts.seen))
    ]


def chosen(
    group: int, counts: GroupCounts, agree: Comparison, disagree: Comparison, left_out: NDArray[np.bool_]
) -> list[tuple[int, bool]]:
    """Columns of the statements of one group, in the order of Polis; marks the best agreement."""
    allowed = np.flatnonzero(~left_out)
    sufficient = (agree.convincing | disagree.convincing)[group]
    best_agree = best_agreement(group, counts, agree, allowed)
    candidates = allowed[sufficient[allowed]]
    if not len(candidates):
        strongest = np.maximum(agree.ratio_test, disagree.ratio_test)[group]
        fallback = best_agree if best_agree is not None else first_largest(strongest, allowed)
        return [] if fallback is None else [(fallback, best_agree is not None)]
    metric = np.where(for_agree(agree, disagree), agree.metric, disagree.metric)[group]
    ranked = sorted((column for column in candidates if column != best_agree), key=lambda c: -metric[c])
    listed = ([] if best_agree is None else [(best_agree, True)]) + [(int(column), False) for column in ranked]
    towards = for_agree(agree, disagree)[group]
    return sorted(listed[:SHOWN], key=lambda pick: not towards[pick[0]])


def for_agree(agree: Comparison, disagree: Comparison) -> NDArray[np.bool_]:
    return agree.ratio_test > disagree.ratio_test


def first_largest(values: NDArray[np.float64], allowed: NDArray[np.int64]) -> int | None:
    return int(allowed[values[allowed].argmax()]) if len(allowed) else None


def best_agreement(group: int, counts: GroupCounts, agree: Comparison, allowed: NDArray[np.int64]) -> int | None:
    """The statement most worth calling an agreement of the group, found in column order as Polis does."""
    best: int | None = None
    plain, full = (agree.share * agree.share_test)[group], agree.metric[group]
    for column in allowed:
        if counts.agree[group, column] == 0 and counts.disagree[group, column] == 0:
            continue
        if best is None:
            stands_out = agree.ratio[group, column] > 1 and agree.share[group, column] > 0.5
            if agree.share_test[group, column] > Z_90 or stands_out:
                best = int(column)
            continue
        score = full if agree.ratio[group, best] > 1 else plain
        if score[column] > score[best]:
            best = int(column)
    return best


def entry(
    group: int, column: int, *, best: bool, name: int | str, agree: Comparison, disagree: Comparison
) -> Representative:
    towards = bool(for_agree(agree, disagree)[group, column])
    side = agree if towards else disagree
    return Representative(
        statement=name,
        direction="agree" if towards else "disagree",
        n_success=int(side.chosen[group, column]),
        n_trials=int(side.seen[group, column]),
        p_success=float(side.share[group, column]),
        p_test=float(side.share_test[group, column]),
        repness=float(side.ratio[group, column]),
        repness_test=float(side.ratio_test[group, column]),
        best_agree=best,
    )


def consensus_columns(votes: Votes, *, left_out: NDArray[np.bool_]) -> tuple[list[int], list[int]]:
    """Columns of the statements most people agree, and disagree, with: at most five each."""
    disagree, _, agree = tallies = votes.tallies()
    seen = tallies.sum(axis=0)
    return tuple(most_shared(side, seen, left_out) for side in (agree, disagree))


def most_shared(side: NDArray[np.int64], seen: NDArray[np.int64], left_out: NDArray[np.bool_]) -> list[int]:
    share, test = share_of(side, seen), against_half(side, seen)
    kept = np.flatnonzero((share > 0.5) & (test > Z_90) & ~left_out)
    return kept[np.argsort(-(share * test)[kept], kind="stable")][:SHOWN].tolist()


def group_aware_consensus(chosen: NDArray[np.int64], seen: NDArray[np.int64]) -> NDArray[np.float64]:
    """Product over the groups of the share that chose it, as in Polis: falls with the number of groups."""
    return share_of(chosen, seen).prod(axis=0)


def comparable_consensus(chosen: NDArray[np.int64], seen: NDArray[np.int64]) -> NDArray[np.float64]:
    """Geometric mean over the groups: comparable between conversations with more and fewer groups."""
    return np.exp(np.log(share_of(chosen, seen)).mean(axis=0))


def priorities(counts: GroupCounts, extremity: NDArray[np.float64], meta: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Weight with which Polis shows each statement next, shape (n_statements,)."""
    agree, disagree, seen = (side.sum(axis=0) for side in (counts.agree, counts.disagree, counts.seen))
    passed = seen - agree - disagree
    importance = (1 - share_of(passed, seen)) * (1 + extremity) * share_of(agree, seen)
    return np.where(meta, META_PRIORITY, np.square(importance * (1 + 8 * 2 ** (-seen / 5))))
