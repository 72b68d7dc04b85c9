"""Commands for value sorts: sorts, compare, dri. They work without the platform."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from goedwerk_analysis.choices.reason import ReasonError
from goedwerk_analysis.formats.decisions import read_hand_flags, read_turns
from goedwerk_analysis.formats.delimited import as_number
from goedwerk_analysis.formats.files import read_study
from goedwerk_analysis.formats.reason_table import read_reason_table
from goedwerk_analysis.formats.study import MissingExtra, Study
from goedwerk_analysis.responses.sorts import SortsError
from goedwerk_analysis.sort_report.analysis import Settings, analyse_study
from goedwerk_analysis.sort_report.comparison_report import (
    compare_studies,
    comparison_finding,
    comparison_report,
)
from goedwerk_analysis.sort_report.finding import as_json, finding
from goedwerk_analysis.sort_report.reason_report import reason_content, reason_finding, reason_report
from goedwerk_analysis.sort_report.sheets import report
from goedwerk_analysis.viewpoints.extract import DidNotConverge

File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]
Out = Annotated[Path, typer.Option("--out", help="Folder for finding.json and report.html.")]
Language = Annotated[str, typer.Option("--language", help="Language of the report: nl or en.")]
Seed = Annotated[int, typer.Option("--seed", help="Start of the random numbers.")]
Distribution = Annotated[
    str | None,
    typer.Option(
        "--distribution", help="Columns to be filled: '-2,-1,-1,0,...' or 'column:count', as '-2:1 -1:2 0:3'."
    ),
]
Unforced = Annotated[bool, typer.Option("--unforced", help="People were free to place cards where they liked.")]
Layout = Annotated[str | None, typer.Option("--layout", help="Rows of a plain table: cards or people.")]
Organisation = Annotated[str | None, typer.Option("--organisation", help="Attribute that names the organisation.")]


def register(app: typer.Typer) -> None:
    """Add the commands for value sorts."""
    app.command("sorts")(sorts_command)
    app.command("compare")(compare_command)
    app.command("dri")(dri_command)


def sorts_command(
    file: File,
    out: Out,
    viewpoints: Annotated[str, typer.Option("--viewpoints", help="How many, or auto.")] = "auto",
    extraction: Annotated[str, typer.Option("--extraction", help="pca, centroid or horst.")] = "pca",
    correlation: Annotated[str, typer.Option("--correlation", help="pearson or spearman.")] = "pearson",
    convention: Annotated[str, typer.Option("--convention", help="goedwerk, qmethod or kade.")] = "goedwerk",
    attributes: Annotated[Path | None, typer.Option("--attributes", exists=True, dir_okay=False)] = None,
    statements: Annotated[Path | None, typer.Option("--statements", exists=True, dir_okay=False)] = None,
    turns: Annotated[
        Path | None, typer.Option("--turns", exists=True, dir_okay=False, help="Judgmental rotation.")
    ] = None,
    flags: Annotated[Path | None, typer.Option("--flags", exists=True, dir_okay=False, help="Flags by hand.")] = None,
    bootstrap: Annotated[int, typer.Option("--bootstrap", min=0, help="Repetitions; 0 for none.")] = 1000,
    permutations: Annotated[int, typer.Option("--permutations", min=0, help="Restricted permutations.")] = 0,
    seed: Seed = 1,
    distribution: Distribution = None,
    unforced: Unforced = False,
    layout: Layout = None,
    organisation: Organisation = None,
    organisation_type: Annotated[str | None, typer.Option("--type", help="Attribute with the type.")] = None,
    whole_team: Annotated[bool, typer.Option("--whole-team", help="Everybody took part: describe only.")] = False,
    split_bipolar: Annotated[
        bool, typer.Option("--split-bipolar", help="Two portraits for a bipolar viewpoint.")
    ] = False,
    language: Language = "nl",
) -> None:
    """Find what people share, where they differ, and in how many ways they weigh."""
    settings = Settings(
        viewpoints=_count(viewpoints),
        extraction=_one_of("extraction", extraction, ("pca", "centroid", "horst")),
        correlation=_one_of("correlation", correlation, ("pearson", "spearman")),
        convention=_one_of("convention", convention, ("goedwerk", "qmethod", "kade")),
        bootstrap=bootstrap,
        permutations=permutations,
        seed=seed,
        organisation=organisation,
        organisation_type=organisation_type,
        whole_team=whole_team,
        split=split_bipolar,
    )
    _language(language)

    def work() -> tuple[str, str]:
        study = read_study(
            file,
            distribution=_columns(distribution),
            unforced=unforced,
            layout=_layout(layout),
            attributes=attributes,
            statements=statements,
        )
        analysis = analyse_study(study, _with_decisions(settings, study, turns, flags))
        for note in analysis.notes():
            typer.echo(note, err=True)
        return as_json(finding(analysis)), report(analysis, language)

    _write(out, work)


def compare_command(
    first: File,
    second: File,
    out: Out,
    attributes: Annotated[
        list[Path] | None,
        typer.Option("--attributes", exists=True, dir_okay=False, help="Once for both files, or twice."),
    ] = None,
    linked: Annotated[
        bool | None, typer.Option("--linked/--unlinked", help="Whether equal names are the same person.")
    ] = None,
    organisation: Organisation = None,
    distribution: Distribution = None,
    unforced: Unforced = False,
    layout: Layout = None,
    seed: Seed = 1,
    language: Language = "nl",
) -> None:
    """Compare two files of sorts of the same cards: two instructions, or two rounds."""
    _language(language)
    tables: list[Path | None] = [*(attributes or [None])]

    def work() -> tuple[str, str]:
        studies = [
            read_study(
                file,
                distribution=_columns(distribution),
                unforced=unforced,
                layout=_layout(layout),
                attributes=tables[min(place, len(tables) - 1)],
            )
            for place, file in enumerate((first, second))
        ]
        compared = compare_studies(*studies, linked=linked, organisation=organisation, seed=seed)
        return as_json(comparison_finding(compared)), comparison_report(compared, language)

    _write(out, work)


def dri_command(
    file: File,
    out: Out,
    form: Annotated[str, typer.Option("--form", help="adjusted or original.")] = "adjusted",
    permutations: Annotated[int, typer.Option("--permutations", min=0)] = 1000,
    seed: Seed = 1,
    language: Language = "nl",
) -> None:
    """Compute the deliberative reason index of a table with C and P columns."""
    _language(language)
    chosen = _one_of("form", form, ("adjusted", "original"))

    def work() -> tuple[str, str]:
        cases = read_reason_table(file.read_bytes())
        found = reason_finding(cases, form=chosen, permutations=permutations, seed=seed)
        return as_json(reason_content(found)), reason_report(found, language)

    _write(out, work)


def _with_decisions(settings: Settings, study: Study, turns: Path | None, flags: Path | None) -> Settings:
    """Add what people decided; that needs a number of viewpoints to refer to."""
    if turns is None and flags is None:
        return settings
    if settings.viewpoints is None:
        raise typer.BadParameter("turns and flags refer to viewpoints; say how many", param_hint="--viewpoints")
    count = settings.viewpoints
    return replace(
        settings,
        turns=read_turns(turns.read_bytes(), count) if turns else (),
        by_hand=read_hand_flags(flags.read_bytes(), study.sorts.names, count) if flags else (),
    )


def _write(out: Path, work: Callable[[], tuple[str, str]]) -> None:
    """Do the work, write both files, and tell problems in one line."""
    try:
        content, document = work()
    except (SortsError, ReasonError, MissingExtra, DidNotConverge) as problem:
        typer.echo(f"{type(problem).__name__}: {problem}", err=True)
        raise typer.Exit(1) from problem
    out.mkdir(parents=True, exist_ok=True)
    (out / "finding.json").write_text(content, encoding="utf-8")
    (out / "report.html").write_text(document, encoding="utf-8")
    typer.echo(f"{out / 'finding.json'}\n{out / 'report.html'}")


def _count(viewpoints: str) -> int | None:
    if viewpoints == "auto":
        return None
    if not viewpoints.isdigit() or int(viewpoints) < 1:
        raise typer.BadParameter(f"a whole number from 1 up, or auto; got {viewpoints!r}", param_hint="--viewpoints")
    return int(viewpoints)


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise typer.BadParameter(f"one of {', '.join(known)}; got {value!r}", param_hint=f"--{name}")
    return value


def _language(language: str) -> None:
    _one_of("language", language, ("nl", "en"))


def _layout(layout: str | None) -> str | None:
    return None if layout is None else _one_of("layout", layout, ("cards", "people"))


def _columns(text: str | None) -> list[float] | None:
    """Columns as numbers, from a list or from column:count pairs."""
    if text is None:
        return None
    columns: list[float] = []
    for part in text.replace(",", " ").split():
        column, _, count = part.partition(":")
        value = as_number(column)
        if value is None or not (count or "1").isdigit():
            raise typer.BadParameter(f"{part!r} is not a column or column:count", param_hint="--distribution")
        columns += [value] * int(count or 1)
    return columns
