#!/usr/bin/env python
"""Attack made-up workshops as a curious participant would: `make attack`.

Every picture comes from the platform's own door (`goedwerk.reports.release`). Then asks of every statistical picture
whether somebody's answer was among them. Prints tables and, with --json, writes them as data. Exit status 1 when
anybody was exposed to an outsider or to one participant, or a statistical picture tells more than it may.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHUNK = 20


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


def attack_chunk(start: int, *, seed: int, workshops: int, second_line: bool):
    from attack.series import attack_all

    if not second_line:
        without_second_line()
    return attack_all(seed, range(start, min(start + CHUNK, workshops)))


def measure(name: str, people: int, *, seed: int, groups: int | None):
    from attack.membership import measured, registered

    picture = registered()[name]
    return measured(picture, people=people, groups=groups or picture.groups, seed=seed)


def run(arguments: argparse.Namespace) -> dict:
    """Both attacks, with the same processes."""
    with ProcessPoolExecutor(arguments.processes, initializer=prepare) as pool:
        return {**attack_workshops(pool, arguments), "membership": attack_membership(pool, arguments)}


def attack_membership(pool: ProcessPoolExecutor, arguments: argparse.Namespace) -> list[dict]:
    from attack.membership import registered

    rows = [(each.name, people) for each in registered().values() for people in each.sizes]
    work = partial(measure, seed=arguments.seed, groups=arguments.groups)
    found = zip(rows, pool.map(work, *zip(*rows, strict=True)), strict=True)
    return [
        {
            "picture": name,
            "people": people,
            "advantage": each.advantage,
            "error": each.error,
            "shown": each.shown,
            "too much": each.is_above and registered()[name].is_bound,
        }
        for (name, people), each in found
    ]


def attack_workshops(pool: ProcessPoolExecutor, arguments: argparse.Namespace) -> dict:
    from attack.series import figures, joined

    work = partial(attack_chunk, seed=arguments.seed, workshops=arguments.workshops, second_line=arguments.second_line)
    starts, parts, begun = range(0, arguments.workshops, CHUNK), [], time.monotonic()
    for done, part in enumerate(pool.map(work, starts), start=1):
        parts.append(part)
        if sys.stderr.isatty():
            print(f"\r{min(done * CHUNK, arguments.workshops)} workshops", end="", file=sys.stderr)
    series = joined(parts)
    return {
        "seed": arguments.seed,
        "workshops": sum(outcome.counts["workshops"] for outcome in series.values()),
        "second line": arguments.second_line,
        "seconds": round(time.monotonic() - begun),
        "by size": {size: figures(outcome) for size, outcome in series.items()},
        "found": [line for outcome in series.values() for line in outcome.found],
    }


def as_text(report: dict) -> str:
    sizes = report["by size"]
    lines = [f"{report['workshops']} workshops, seed {report['seed']}, {report['seconds']} s", ""]
    lines += ["| | " + " | ".join(sizes) + " |", "|---|" + "---|" * len(sizes)]
    for name in next(iter(sizes.values()), {}):
        lines.append(f"| {name} | " + " | ".join(in_cell(part[name]) for part in sizes.values()) + " |")
    exposed = [sum(part[f"exposed to {who}"] for part in sizes.values()) for who in ("an outsider", "one participant")]
    lines += ["", f"Exposed to an outsider: {exposed[0]}. Exposed to one participant: {exposed[1]}.", *report["found"]]
    return "\n".join([*lines, "", *membership_as_text(report["membership"])])


def membership_as_text(rows: list[dict]) -> list[str]:
    """Points of advantage of who holds somebody's whole answer, for each statistical picture and size of group."""
    lines = ["| picture | people | groups shown | advantage, in points | |", "|---|---|---|---|---|"]
    for row in rows:
        points = "-" if row["advantage"] is None else f"{100 * row['advantage']:.1f} ± {100 * row['error']:.1f}"
        mark = "**too much**" if row["too much"] else ""
        lines.append(f"| {row['picture']} | {row['people']} | {row['shown']} | {points} | {mark} |")
    return lines


def in_cell(value) -> str:
    if value is None:
        return "-"
    if isinstance(value, dict):
        return f"{value['median']} / {value['90th percentile']} / {value['share above 0.9']:.1%} / {value['largest']}"
    return f"{value:.1%}" if isinstance(value, float) else str(value)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workshops", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--groups", type=int, help="how many groups of each size to draw for a statistical picture")
    parser.add_argument("--second-line", action="store_true", help="keep the audit behind the rule")
    parser.add_argument("--json", type=Path, help="write the report here as well")
    arguments = parser.parse_args()
    prepare()
    report = run(arguments)
    print(as_text(report))
    if arguments.json:
        arguments.json.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if report["found"] or any(row["too much"] for row in report["membership"]) else 0


if __name__ == "__main__":
    raise SystemExit(main())
