"""Everything that is asked of one set of sorts, and what cannot be said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from goedwerk_analysis.comparison.core import Core, core
from goedwerk_analysis.comparison.dispersion import Dispersion, agreement_within
from goedwerk_analysis.comparison.distinctive import Distinctive, distinctive
from goedwerk_analysis.comparison.partition import Partition, partition, without_inference
from goedwerk_analysis.comparison.team import Team, describe_team
from goedwerk_analysis.formats.study import Study
from goedwerk_analysis.responses.sorts import Sorts, TooFewSorts
from goedwerk_analysis.viewpoints.analysis import MOST_CORRELATED, Convention, Viewpoints, analyse
from goedwerk_analysis.viewpoints.bootstrap import Stability, bootstrap
from goedwerk_analysis.viewpoints.correlation import Method
from goedwerk_analysis.viewpoints.extract import Extraction
from goedwerk_analysis.viewpoints.flag import HandFlag
from goedwerk_analysis.viewpoints.number import Argument, argue_number
from goedwerk_analysis.viewpoints.rotate import Turn

ORGANISATION_WORDS = {"organisation", "organisatie", "organization", "org"}
TYPE_WORDS = {"type", "orgtype", "organisation_type", "organisatietype", "org_type"}
MOST_DRAWN = 4
FEWEST_TO_ARGUE = 4
Found = TypeVar("Found")


@dataclass(frozen=True)
class Settings:
    """What was asked for. `viewpoints` None lets the data argue for a number."""

    viewpoints: int | None = None
    extraction: Extraction = "pca"
    correlation: Method = "pearson"
    convention: Convention = "goedwerk"
    bootstrap: int = 1000
    permutations: int = 0
    seed: int = 1
    organisation: str | None = None
    organisation_type: str | None = None
    whole_team: bool = False
    split: bool = False
    turns: tuple[Turn, ...] = ()
    by_hand: tuple[HandFlag, ...] = ()


@dataclass(frozen=True)
class Analysis:
    """All findings of one study. What is None has its reason in `not_said`."""

    study: Study
    settings: Settings
    argument: Argument | None
    viewpoints: Viewpoints | None
    stability: Stability | None
    partition: Partition | None
    cores: dict[str, Core]
    distinctive: dict[str, Distinctive]
    agreement: dict[str, Dispersion]
    team: Team | None
    not_said: dict[str, str] = field(default_factory=dict)

    def notes(self) -> list[str]:
        """Remarks of the reader and of the analysis, for who ran it."""
        notices = self.viewpoints.notices if self.viewpoints else ()
        return [*self.study.notes, *self.not_said.values(), *notices]

    @property
    def core(self) -> Core | None:
        """The core over the groups that can be drawn, else over everybody."""
        drawn = [found for found in self.cores.values() if 1 < len(found.groups) <= MOST_DRAWN]
        return next(iter([*drawn, *self.cores.values()]), None)


def analyse_study(study: Study, settings: Settings) -> Analysis:
    """Answer everything that the sorts and their attributes allow."""
    sorts, not_said = study.sorts, {}
    sorts.at_least(2, "an analysis")
    sorts.needed_distribution()
    organisation, organisation_type = organisation_names(sorts, settings.organisation, settings.organisation_type)
    crossed = [name for name in sorts.attributes if name not in (organisation, organisation_type)]
    argument = _argued(sorts, settings, not_said)
    count = _count(settings, argument, not_said)
    found = _viewpoints(sorts, settings, count) if count else None
    groups: list[str | None] = [*crossed, *([organisation_type] if organisation_type else [])] or [None]
    drawn = {"organisation": organisation, "organisation_type": organisation_type}
    return Analysis(
        study=study,
        settings=settings,
        argument=argument,
        viewpoints=found,
        stability=_stability(sorts, settings, found),
        partition=_partition(sorts, settings, crossed, organisation, organisation_type, not_said),
        cores=_cores(sorts, groups, drawn, not_said),
        distinctive={name: distinctive(sorts, name, **drawn) for name in groups if name},
        agreement={name or "all": agreement_within(sorts, name, seed=settings.seed) for name in groups},
        team=describe_team(sorts) if settings.whole_team else None,
        not_said=not_said,
    )


def organisation_names(
    sorts: Sorts, organisation: str | None = None, organisation_type: str | None = None
) -> tuple[str | None, str | None]:
    """The attributes that are organisation and type: as told, or by their usual names."""
    for told in (organisation, organisation_type):
        if told is not None:
            sorts.attribute(told)
    usual = [
        next((name for name in sorts.attributes if name.lower() in words), None)
        for words in (ORGANISATION_WORDS, TYPE_WORDS)
    ]
    return organisation or usual[0], organisation_type or usual[1]


def _argued(sorts: Sorts, settings: Settings, not_said: dict[str, str]) -> Argument | None:
    if sorts.n_sorts > MOST_CORRELATED:
        not_said["viewpoints"] = (
            f"{sorts.n_sorts} sorts are too many for viewpoints by this command (at most {MOST_CORRELATED}); in Python "
            "`viewpoints.many.viewpoints_of_many` finds them"
        )
        return None
    if settings.viewpoints is not None:
        return None
    if sorts.n_sorts < FEWEST_TO_ARGUE:
        not_said["viewpoints"] = f"a number of viewpoints needs at least {FEWEST_TO_ARGUE} sorts, got {sorts.n_sorts}"
        return None
    return argue_number(sorts, extraction=settings.extraction, method=settings.correlation, seed=settings.seed)


def _count(settings: Settings, argument: Argument | None, not_said: dict[str, str]) -> int:
    """How many viewpoints to find; 0 where none are clear or nothing can be said of them."""
    if "viewpoints" in not_said:
        return 0
    return settings.viewpoints or (argument.chosen if argument else 0)


def _viewpoints(sorts: Sorts, settings: Settings, count: int) -> Viewpoints:
    return analyse(
        sorts,
        count,
        extraction=settings.extraction,
        method=settings.correlation,
        convention=settings.convention,
        turns=settings.turns,
        by_hand=settings.by_hand,
        split=settings.split,
    )


def _stability(sorts: Sorts, settings: Settings, found: Viewpoints | None) -> Stability | None:
    if found is None or settings.bootstrap < 1:
        return None
    return bootstrap(
        sorts,
        found.loadings,
        n_steps=settings.bootstrap,
        seed=settings.seed,
        method=settings.correlation,
        turns=found.turns,
        ends=found.ends,
    )


def _partition(
    sorts: Sorts,
    settings: Settings,
    crossed: list[str],
    organisation: str | None,
    organisation_type: str | None,
    not_said: dict[str, str],
) -> Partition | None:
    def divide() -> Partition:
        return partition(
            sorts,
            crossed,
            organisation=organisation,
            organisation_type=organisation_type,
            permutations=settings.permutations,
            seed=settings.seed,
        )

    found = _unless_too_few("partition", divide, not_said)
    return without_inference(found) if found and settings.whole_team else found


def _cores(
    sorts: Sorts, groups: list[str | None], drawn: dict[str, str | None], not_said: dict[str, str]
) -> dict[str, Core]:
    found = {}
    for name in groups:
        one = _unless_too_few("core", lambda name=name: core(sorts, name, **drawn), not_said)
        if one is not None:
            found[name or "all"] = one
    return found


def _unless_too_few(what: str, ask: Callable[[], Found], not_said: dict[str, str]) -> Found | None:
    try:
        return ask()
    except TooFewSorts as problem:
        not_said[what] = str(problem)
        return None
