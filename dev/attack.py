#!/usr/bin/env python
"""Attack what the platform shows as a curious participant would: `make attack`.

Four parts: made-up workshops, every picture from the platform's own door (`goedwerk.reports.release`); lists of cards
by bounds; sums over dialogues by linear bounds; and of every statistical picture whether somebody's answer was among
them. Prints a table of each and, with --json, writes them as data. Exit status 1 when anybody was exposed to an
outsider or to one participant, or a statistical picture tells more than it may.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHUNK = 20
Rows = list[dict]


def prepare() -> None:
    """Make the platform importable, with a data folder that is thrown away."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ["DJANGO_SETTINGS_MODULE"] = "goedwerk.config.settings"
    os.environ["GOEDWERK_DATA"] = tempfile.mkdtemp(prefix="goedwerk-attack-")
    import django

    django.setup()


def without_second_line() -> None:
    """The rule has to hold by itself, without the audit that stands behind it."""
    from goedwerk.reports import second_line

    second_line.checked = lambda picture: picture
    second_line.checked_shift = lambda first, second, shift: shift


# Made-up workshops


def attack_chunk(start: int, *, seed: int, workshops: int, kinds: list[str] | None, second_line: bool):
    from attack.series import KINDS, attack_all

    if not second_line:
        without_second_line()
    return attack_all(seed, range(start, min(start + CHUNK, workshops)), kinds or KINDS)


def attack_workshops(pool: ProcessPoolExecutor, arguments: argparse.Namespace) -> tuple[Rows, list[str]]:
    from attack.series import figures, joined

    asked = {name: getattr(arguments, name) for name in ("seed", "workshops", "kinds", "second_line")}
    work = partial(attack_chunk, **asked)
    parts = []
    for part in pool.map(work, range(0, arguments.workshops, CHUNK)):
        parts.append(part)
        said = [line for outcome in part.values() for line in outcome.found]
        print("".join(f"{line}\n" for line in said) or ".", end="", file=sys.stderr, flush=True)
    series = joined(parts)
    found = [line for outcome in series.values() for line in outcome.found]
    return [{"people": size, **figures(outcome)} for size, outcome in series.items()], found


# Lists of cards, and sums


def attack_lists(pool: ProcessPoolExecutor, arguments: argparse.Namespace) -> tuple[Rows, list[str]]:
    from attack.lists import SHAPES, attack_shape

    shapes = pool.map(partial(attack_shape, seed=arguments.seed, groups=arguments.lists), SHAPES)
    rows = [row for shape in shapes for row in shape]
    return rows, [f"lists, {row['shape']}: {row['exposed']}" for row in rows if row["exposed"]]


def attack_sums(pool: ProcessPoolExecutor, arguments: argparse.Namespace) -> tuple[Rows, list[str]]:
    from analysis.disclosure.test_sums import attack_series

    rows = [pool.submit(attack_series, arguments.series, arguments.seed).result()]
    return rows, [f"sums: {row['exposed']}" for row in rows if row["exposed"]]


# Statistical pictures


def measure(name: str, people: int, *, seed: int, groups: int | None):
    from attack.membership import measured, registered

    picture = registered()[name]
    return measured(picture, people=people, groups=groups or picture.groups, seed=seed)


def attack_membership(pool: ProcessPoolExecutor, arguments: argparse.Namespace) -> tuple[Rows, list[str]]:
    from attack.membership import registered

    pairs = [(each.name, people) for each in registered().values() for people in each.sizes]
    work = partial(measure, seed=arguments.seed, groups=arguments.groups)
    found = list(zip(pairs, pool.map(work, *zip(*pairs, strict=True)), strict=True))
    rows = [
        {
            "picture": name,
            "people": people,
            "groups shown": each.shown,
            "advantage": each.advantage,
            "standard error": each.error,
            "held under": None if not registered()[name].is_bound else 0.05,
        }
        for (name, people), each in found
    ]
    above = [f"{name}, {people} people" for (name, people), each in found if each.is_above]
    return rows, [each for each in above if registered()[each.rsplit(",", 1)[0]].is_bound]


PARTS = {
    "workshops": attack_workshops,
    "lists": attack_lists,
    "sums": attack_sums,
    "membership": attack_membership,
}


def reports(arguments: argparse.Namespace) -> Iterator[dict]:
    """One part after the other, with the same processes."""
    with ProcessPoolExecutor(arguments.processes, initializer=prepare) as pool:
        for name in arguments.only or PARTS:
            begun = time.monotonic()
            rows, found = PARTS[name](pool, arguments)
            yield {"part": name, "seconds": round(time.monotonic() - begun), "rows": rows, "found": found}


# On paper


def as_text(report: dict, seed: int) -> str:
    """Workshops stand side by side, the others below each other."""
    table = sideways(report["rows"]) if report["part"] == "workshops" else upright(report["rows"])
    found = report["found"] or ["Nobody found."]
    return "\n".join(["", f"{report['part']}, seed {seed}, {report['seconds']} s", "", *table, "", *found])


def sideways(rows: Rows) -> list[str]:
    lines = [f"| {name} | " + " | ".join(in_cell(row[name]) for row in rows) + " |" for name in rows[0]]
    return [lines[0], "|---|" + "---|" * len(rows), *lines[1:]]


def upright(rows: Rows) -> list[str]:
    lines = ["| " + " | ".join(in_cell(value) for value in row.values()) + " |" for row in rows]
    return ["| " + " | ".join(rows[0]) + " |", "|" + "---|" * len(rows[0]), *lines]


def in_cell(value) -> str:
    if value is None:
        return "-"
    if isinstance(value, dict):
        return f"{value['median']} / {value['90th percentile']} / {value['share above 0.9']:.1%} / {value['largest']}"
    return f"{value:.1%}" if isinstance(value, float) else str(value)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=PARTS, help="attack only these")
    parser.add_argument("--workshops", type=int, default=10_000)
    parser.add_argument(
        "--kinds", nargs="+", help="of workshops only these questions: choice votes ratings picks sorts"
    )
    parser.add_argument("--lists", type=int, default=100, help="how many groups of each size for each deck")
    parser.add_argument("--series", type=int, default=300, help="how many series of dialogues to add up")
    parser.add_argument("--groups", type=int, help="how many groups of each size to draw for a statistical picture")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--second-line", action="store_true", help="keep the audit behind the rule")
    parser.add_argument("--json", type=Path, help="write the report here as well")
    arguments = parser.parse_args()
    prepare()
    every = []
    for report in reports(arguments):
        every.append(report)
        print(as_text(report, arguments.seed), flush=True)
    if arguments.json:
        text = json.dumps({"seed": arguments.seed, "parts": every}, indent=2, ensure_ascii=False)
        arguments.json.write_text(text + "\n", encoding="utf-8")
    return 1 if any(report["found"] for report in every) else 0


if __name__ == "__main__":
    raise SystemExit(main())
