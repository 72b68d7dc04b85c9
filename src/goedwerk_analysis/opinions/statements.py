"""What is known about the statements besides the votes: their texts and what moderators decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.responses.votes import Votes


@dataclass(frozen=True)
class Statements:
    """Texts and moderation of statements, by their number or name.

    `rejected` statements were turned down by a moderator; `meta` statements are
    about the conversation itself. Neither takes part in components or groups.
    """

    texts: Mapping[object, str] = field(default_factory=dict)
    rejected: frozenset = frozenset()
    meta: frozenset = frozenset()

    def left_out(self, votes: Votes) -> NDArray[np.bool_]:
        """Which statements of `votes` are left out of the arithmetic, shape (n_statements,)."""
        return np.isin(votes.statements, listed(self.rejected | self.meta, votes.statements.dtype))

    def about_itself(self, votes: Votes) -> NDArray[np.bool_]:
        return np.isin(votes.statements, listed(self.meta, votes.statements.dtype))

    def text(self, statement: object) -> str:
        return self.texts.get(statement, "")


def listed(names: frozenset, dtype: np.dtype) -> NDArray:
    return np.array(sorted(names), dtype=dtype if not names else None)
