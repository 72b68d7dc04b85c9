"""`goedwerk-analysis opinions`: from a file of votes to a finding and a report."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from goedwerk_analysis.responses.votes import InvalidVotes

if TYPE_CHECKING:
    from goedwerk_analysis.opinions.findings import Finding
    from goedwerk_analysis.opinions.statements import Statements


class Recipe(StrEnum):
    goedwerk = "goedwerk"
    polis = "polis"


class Language(StrEnum):
    nl = "nl"
    en = "en"


FILE = {"exists": True, "dir_okay": False, "readable": True}


def register(app: typer.Typer) -> None:
    app.command("opinions")(opinions)


def opinions(
    votes: Annotated[Path, typer.Argument(help="votes.csv or participants-votes.csv, as Polis exports them.", **FILE)],
    out: Annotated[Path, typer.Option(help="Folder for finding.json and report.html.")],
    comments: Annotated[Path | None, typer.Option(help="comments.csv: texts and moderation.", **FILE)] = None,
    leave_out_meta: Annotated[bool, typer.Option(help="Also leave out statements marked is-meta.")] = False,
    recipe: Annotated[Recipe, typer.Option(help="How to look at the conversation.")] = Recipe.goedwerk,
    groups: Annotated[Path | None, typer.Option(help="Groups decided elsewhere (recipe polis).", **FILE)] = None,
    seed: Annotated[int, typer.Option(min=0, help="Everything random follows from it.")] = 0,
    sections: Annotated[int, typer.Option(min=0, help="Cut a line into so many parts for a table talk.")] = 0,
    line: Annotated[int, typer.Option(min=1, help="The line to cut.")] = 1,
    title: Annotated[str, typer.Option(help="Title of the report.")] = "",
    language: Annotated[Language, typer.Option(help="Language of the report.")] = Language.nl,
) -> None:
    """Find common ground and lines of difference in a conversation, and groups only where they exist."""
    try:
        statements = known_statements(comments, leave_out_meta=leave_out_meta)
        if recipe is Recipe.polis:
            finding = as_polis(votes, statements, groups=groups)
        else:
            finding = explored(votes, statements, groups=groups, seed=seed, sections=sections, line=line)
    except InvalidVotes as error:
        typer.echo(f"goedwerk-analysis: {error}", err=True)
        raise typer.Exit(2) from error
    write(finding, statements, out, title=title or votes.parent.name, language=language.value)
    typer.echo(f"{out / 'finding.json'}\n{out / 'report.html'}")


def known_statements(comments: Path | None, *, leave_out_meta: bool) -> Statements:
    from goedwerk_analysis.opinions.reading import read_statements  # imports NumPy: not before it is needed
    from goedwerk_analysis.opinions.statements import Statements

    if comments is None:
        return Statements()
    statements = read_statements(comments)
    return statements if leave_out_meta else replace(statements, meta=frozenset())


def as_polis(path: Path, statements: Statements, *, groups: Path | None) -> Finding:
    """In Polis a statement exists once somebody voted on it."""
    from goedwerk_analysis.opinions.polis import polis
    from goedwerk_analysis.opinions.reading import read_groups, read_votes

    votes = read_votes(path, progress=show)
    return polis(votes, statements=statements, groups=read_groups(groups) if groups else None).finding()


def explored(
    path: Path, statements: Statements, *, groups: Path | None, seed: int, sections: int, line: int
) -> Finding:
    from goedwerk_analysis.opinions.goedwerk import explore
    from goedwerk_analysis.opinions.reading import read_votes
    from goedwerk_analysis.opinions.sections import cut

    if groups:
        raise InvalidVotes("groups can be given to recipe polis only; recipe goedwerk finds out whether there are any")
    votes = read_votes(path, known=list(statements.texts), progress=show)
    result = explore(votes, statements=statements, seed=seed, progress=show)
    finding = result.finding()
    return replace(finding, sections=cut(result, line=line, parts=sections)) if sections else finding


def write(finding, statements, out: Path, *, title: str, language: str) -> None:
    from goedwerk_analysis.opinions.findings import to_json
    from goedwerk_analysis.opinions.report.page import page

    out.mkdir(parents=True, exist_ok=True)
    (out / "finding.json").write_text(to_json(finding), encoding="utf-8")
    (out / "report.html").write_text(page(finding, statements, title=title, language=language), encoding="utf-8")


def show(doing: str, done: float) -> None:
    """Progress for people who watch; silent when the output goes elsewhere."""
    if sys.stderr.isatty():
        typer.echo(f"\r{doing} {done:4.0%}\033[K", nl=False, err=True)
