"""From how many people on something may be said, beside what disclosure asks."""

from __future__ import annotations

AGREEMENT = 8
CORE_OVER_GROUPS = 40
CORE_GROUP = 5
SHARE = 40
SHARE_LEVEL = 5
ORGANISATIONS = 8
PEOPLE_PER_ORGANISATION = 2
ORGANISATIONS_FOR_TYPE = 20
ORGANISATIONS_PER_TYPE = 2
DISTINCTIVE = 200
DISTINCTIVE_GROUP = 15
DRIFT = 200
DRIFT_ORGANISATIONS = 20
INTERACTION = 1500
OWN_RETESTS = 20
FIT_GAP_FULL_DECK = 12
FIT_GAP_SHORT_DECK = 40
FULL_DECK = 30


def fit_gap_minimum(n_cards: int) -> int:
    """A fit gap needs 12 people with a full deck of some 36 cards, 40 with a short one."""
    return FIT_GAP_FULL_DECK if n_cards >= FULL_DECK else FIT_GAP_SHORT_DECK
