"""The disclosure gate: decides what may be shown of a group, so that nobody alone can find out who answered what.

Counts go in, pictures come out. What a picture may tell follows from public facts fixed before anybody answers. How
and why: `docs/method/disclosure.md`.
"""

from goedwerk_analysis.disclosure.audit import Exposure, Verdict, audit
from goedwerk_analysis.disclosure.choice import release_choice
from goedwerk_analysis.disclosure.compared import release_core, release_distinctive, release_moves, release_parts
from goedwerk_analysis.disclosure.groups import release_groups
from goedwerk_analysis.disclosure.landscape import release_landscape
from goedwerk_analysis.disclosure.picks import release_picks
from goedwerk_analysis.disclosure.ratings import release_ratings
from goedwerk_analysis.disclosure.rounds import Earlier
from goedwerk_analysis.disclosure.shift import release_shift
from goedwerk_analysis.disclosure.sorts import release_sort
from goedwerk_analysis.disclosure.split import Plan, plan_split, release_split
from goedwerk_analysis.disclosure.sums import Edition, Part, release_sum
from goedwerk_analysis.disclosure.votes import release_votes

__all__ = [
    "Earlier",
    "Edition",
    "Exposure",
    "Part",
    "Plan",
    "Verdict",
    "audit",
    "plan_split",
    "release_choice",
    "release_core",
    "release_distinctive",
    "release_groups",
    "release_landscape",
    "release_moves",
    "release_parts",
    "release_picks",
    "release_ratings",
    "release_shift",
    "release_sort",
    "release_split",
    "release_sum",
    "release_votes",
]
