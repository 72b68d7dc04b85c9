"""Read exports of conversations: `votes.csv`, `participants-votes.csv`, `comments.csv`, and lists of groups.

A line that cannot be read is an error that names the file, the line and what
was expected; nothing is skipped in silence.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from goedwerk_analysis.opinions.statements import Statements
from goedwerk_analysis.responses.votes import InvalidVotes, Votes

BATCH = 200_000
VOTE_NAMES = {"participant": ("voter-id", "participant"), "statement": ("comment-id", "statement"), "vote": ("vote",)}
WHOLE = re.compile(r"[+-]?\d+")


class UnreadableFile(InvalidVotes):
    """A file is not what it should be: names the file, the line and what was expected there."""

    def __init__(self, path: Path, line: int, expected: str, got: object) -> None:
        super().__init__(f"{path.name}, line {line}: expected {expected}, got {got!r}")
        self.path, self.line = path, line


def read_votes(path: Path, *, known: list | None = None, progress: Callable[[str, float], None] | None = None) -> Votes:
    """Read votes, one per line or one row per participant; the header tells which.

    `known` lists statements that exist even if nobody voted on them.

    Raises
    ------
    UnreadableFile
        Names the line that is broken, or missing when there is a header and nothing else.
    """
    with path.open(newline="", encoding="utf-8-sig") as stream:
        lines = csv.reader(stream)
        header = header_of(path, lines)
        if "vote" in header:
            return read_single_votes(path, lines, header, known, progress)
        return read_table(path, lines, header, known)


def header_of(path: Path, lines: Iterator[list[str]]) -> list[str]:
    try:
        header = [name.strip().lower() for name in next(lines)]
    except StopIteration:
        raise UnreadableFile(path, 1, "a header", "an empty file") from None
    except UnicodeDecodeError as error:
        raise UnreadableFile(path, 1, "text in UTF-8", error.reason) from error
    double = sorted({name for name in header if header.count(name) > 1})
    if double:
        raise UnreadableFile(path, 1, "every column once", f"double columns {double}")
    return header


def column_of(path: Path, header: list[str], names: tuple[str, ...]) -> int:
    for name in names:
        if name in header:
            return header.index(name)
    raise UnreadableFile(path, 1, f"a column {' or '.join(names)}", ",".join(header))


def read_single_votes(
    path: Path,
    lines: Iterator[list[str]],
    header: list[str],
    known: list | None,
    progress: Callable[[str, float], None] | None,
) -> Votes:
    """One vote per line; with a timestamp the latest counts, otherwise the last line."""
    columns = [column_of(path, header, names) for names in VOTE_NAMES.values()]
    columns += [header.index("timestamp")] if "timestamp" in header else []
    parts: list[tuple[NDArray, ...]] = []
    for numbers, batch in batches(path, lines, len(header)):
        parts.append(parsed(path, numbers, batch, columns))
        if progress:
            progress("reading votes", 0.0)
    if not parts:
        raise UnreadableFile(path, 2, "a vote", "the end of the file")
    people, statements, votes, *times = (joined(part) for part in zip(*parts, strict=True))
    order = np.argsort(times[0], kind="stable") if times else slice(None)
    return Votes.of(
        participants=people[order],
        statements=statements[order],
        values=votes[order],
        all_statements=union(statements, known),
    )


def batches(path: Path, lines: Iterator[list[str]], width: int) -> Iterator[tuple[list[int], list[list[str]]]]:
    """Rows in batches, each row with the number of the line on which it ends; empty lines are passed over."""
    numbers: list[int] = []
    batch: list[list[str]] = []
    try:
        for row in lines:
            if not row:
                continue
            if len(row) != width:
                raise UnreadableFile(path, lines.line_num, f"{width} values", f"{len(row)} values")
            numbers.append(lines.line_num)
            batch.append(row)
            if len(batch) == BATCH:
                yield numbers, batch
                numbers, batch = [], []
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableFile(path, lines.line_num + 1, "a line of values in UTF-8", str(error)) from error
    if batch:
        yield numbers, batch


def parsed(path: Path, numbers: list[int], batch: list[list[str]], columns: list[int]) -> tuple[NDArray, ...]:
    who, what, vote, *time = ([line[column] for line in batch] for column in columns)
    votes = whole_numbers(path, numbers, vote, "a vote: -1 (disagree), 0 (pass) or 1 (agree)")
    wrong = np.flatnonzero(np.abs(votes) > 1)
    if len(wrong):
        raise UnreadableFile(path, numbers[wrong[0]], "a vote: -1 (disagree), 0 (pass) or 1 (agree)", vote[wrong[0]])
    times = [whole_numbers(path, numbers, part, "a time in milliseconds") for part in time]
    return names_of(path, numbers, who, "a participant"), names_of(path, numbers, what, "a statement"), votes, *times


def whole_numbers(path: Path, numbers: list[int], texts: list[str], expected: str) -> NDArray[np.int64]:
    try:
        return np.array(list(map(int, texts)), dtype=np.int64)
    except (ValueError, OverflowError):
        wrong = next(at for at, text in enumerate(texts) if not WHOLE.fullmatch(text.strip()) or len(text) > 18)
        raise UnreadableFile(path, numbers[wrong], expected, texts[wrong]) from None


def names_of(path: Path, numbers: list[int], texts: list[str], expected: str) -> NDArray:
    """Whole numbers where all are, otherwise names as text."""
    try:
        return np.array(list(map(int, texts)), dtype=np.int64)
    except (ValueError, OverflowError):
        empty = next((at for at, text in enumerate(texts) if not text.strip()), None)
        if empty is not None:
            raise UnreadableFile(path, numbers[empty], expected, texts[empty]) from None
        return np.array([text.strip() for text in texts])


def joined(parts: tuple[NDArray, ...]) -> NDArray:
    """Parts as one array; numbers become text when one part has names."""
    texts = any(part.dtype.kind == "U" for part in parts)
    return np.concatenate([part.astype(str) for part in parts] if texts else parts)


def union(found: NDArray, known: list | None) -> NDArray:
    if not known:
        return np.unique(found)
    listed = np.array(known)
    if listed.dtype.kind != found.dtype.kind:
        raise InvalidVotes(
            f"votes and comments name statements differently: {found[0].item()!r} and {listed[0].item()!r}"
        )
    return np.union1d(found, listed)


def read_table(path: Path, lines: Iterator[list[str]], header: list[str], known: list | None) -> Votes:
    """One row per participant, one column per statement; columns that are not numbered are no statements."""
    columns = [at for at, name in enumerate(header) if name.isdigit()]
    if not columns:
        raise UnreadableFile(path, 1, "a column vote, or one numbered column per statement", ",".join(header))
    who = column_of(path, header, ("participant", "voter-id", "xid"))
    people, rows, places = [], [], []
    for numbers, batch in batches(path, lines, len(header)):
        people.append(names_of(path, numbers, [line[who] for line in batch], "a participant"))
        rows += [table_row(path, at, line, columns, header) for at, line in zip(numbers, batch, strict=True)]
        places += numbers
    if not rows:
        raise UnreadableFile(path, 2, "a participant and their votes", "the end of the file")
    names = joined(tuple(people))
    check_once(path, names, places)
    return votes_of_table(names, np.array(rows), np.array([int(header[at]) for at in columns]), known)


def table_row(path: Path, line: int, values: list[str], columns: list[int], header: list[str]) -> list[float]:
    try:
        return [VOTE_CELLS[values[at].strip()] for at in columns]
    except KeyError as error:
        wrong = next(header[at] for at in columns if values[at].strip() not in VOTE_CELLS)
        expected = f"-1, 0, 1 or nothing for statement {wrong}"
        raise UnreadableFile(path, line, expected, error.args[0]) from None


VOTE_CELLS = {"-1": -1.0, "0": 0.0, "1": 1.0, "": np.nan, "-1.0": -1.0, "0.0": 0.0, "1.0": 1.0}


def check_once(path: Path, names: NDArray, places: list[int]) -> None:
    seen: set = set()
    for name, line in zip(names.tolist(), places, strict=True):
        if name in seen:
            raise UnreadableFile(path, line, "every participant once", name)
        seen.add(name)


def votes_of_table(names: NDArray, table: NDArray, statements: NDArray, known: list | None) -> Votes:
    rows, columns = np.nonzero(~np.isnan(table))
    return Votes.of(
        participants=names[rows],
        statements=statements[columns],
        values=table[rows, columns],
        all_participants=names,
        all_statements=union(statements, known),
    )


def read_statements(path: Path) -> Statements:
    """Texts and moderation from `comments.csv`: -1 was rejected; meta statements are marked."""
    with path.open(newline="", encoding="utf-8-sig") as stream:
        lines = csv.reader(stream)
        header = header_of(path, lines)
        name = column_of(path, header, ("comment-id", "statement"))
        text = column_of(path, header, ("comment-body", "text"))
        return gathered(path, batches(path, lines, len(header)), header, name, text)


def gathered(
    path: Path, found: Iterator[tuple[int, list[list[str]]]], header: list[str], name: int, text: int
) -> Statements:
    texts: dict = {}
    rejected, meta = set(), set()
    for numbers, batch in found:
        names = names_of(path, numbers, [line[name] for line in batch], "a statement").tolist()
        for own, at, line in zip(names, numbers, batch, strict=True):
            if own in texts:
                raise UnreadableFile(path, at, "every statement once", own)
            texts[own] = line[text]
            if cell(line, header, "moderated") == "-1":
                rejected.add(own)
            if cell(line, header, "is-meta").lower() in ("true", "1"):
                meta.add(own)
    return Statements(texts, frozenset(rejected), frozenset(meta))


def cell(line: list[str], header: list[str], name: str) -> str:
    return line[header.index(name)].strip() if name in header else ""


def read_groups(path: Path) -> dict:
    """Groups decided elsewhere: columns participant and group; an empty group is none."""
    with path.open(newline="", encoding="utf-8-sig") as stream:
        lines = csv.reader(stream)
        header = header_of(path, lines)
        who = column_of(path, header, ("participant", "voter-id"))
        group = column_of(path, header, ("group", "group-id"))
        given: dict = {}
        for numbers, batch in batches(path, lines, len(header)):
            names = names_of(path, numbers, [line[who] for line in batch], "a participant").tolist()
            labels = [line[group].strip() for line in batch]
            given |= {name: label_of(label) for name, label in zip(names, labels, strict=True)}
    return given


def label_of(text: str) -> int | str | None:
    return (int(text) if WHOLE.fullmatch(text) else text) if text else None
