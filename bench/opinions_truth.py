"""Is the recipe `goedwerk` right? Populations whose truth is known, and the seven shared conversations.

    python bench/opinions_truth.py             a few of everything
    python bench/opinions_truth.py existence --populations 500 --seed 1 > existence.csv
    python bench/opinions_truth.py power --populations 600 --seed 1 > power.csv
    python bench/opinions_truth.py coverage --populations 120 > coverage.csv
    python bench/opinions_truth.py stability --draws 20 > stability.csv
    python bench/opinions_truth.py summary existence.csv power.csv coverage.csv stability.csv

Every line is one population or draw, written as soon as it is known. The
conversations are read from the references of the tests.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path

import numpy as np
from scipy.stats import norm

from goedwerk_analysis.opinions import fitting, simulation
from goedwerk_analysis.opinions.goedwerk import Exploration, explore
from goedwerk_analysis.opinions.statements import Statements
from goedwerk_analysis.responses.votes import Votes

REFERENCE = Path(__file__).parent.parent / "tests" / "analysis" / "opinions" / "reference"
REAL = (
    "brexit-consensus",
    "scoop-hivemind.ubi",
    "scoop-hivemind.taxes",
    "bg2050-volunteers",
    "scoop-hivemind.biodiversity",
    "vtaiwan.uberx",
)
STATEMENTS = {0.05: 300, 0.1: 200, 0.2: 100, 0.4: 60, 0.6: 50}  # so that people cast 15 to 30 votes
A_GAP = 0.95  # density of the valley over that of the lower hill, as in `gaps.WORST_GAP`
SEPARATIONS = (0.8, 1.1, 1.5, 2.0, 2.5, 3.0)


@cache
def conversation(name: str) -> tuple[Votes, Statements]:
    result = json.loads(gzip.decompress((REFERENCE / f"{name}.recipe.json.gz").read_bytes()))
    table = np.loadtxt(REFERENCE / f"{name}.votes.csv.gz", delimiter=",", skiprows=1, dtype=np.int64)
    votes = Votes.of(
        statements=table[:, 0], participants=table[:, 1], values=table[:, 2], all_statements=result["statement_ids"]
    )
    return votes, Statements(rejected=frozenset(result["mod_out"]))


@cache
def template(name: str) -> simulation.Template:
    votes, statements = conversation(name)
    used = votes.on_statements(fitting.usable_statements(votes, statements.left_out(votes)))
    return simulation.Template.of(used.of_people(fitting.usable_people(used)))


def existence(amount: int, seed: int, first: int = 0) -> Iterator[dict]:
    """Populations without groups: what share is said to have groups?"""
    for number in range(first, amount):
        rng = np.random.default_rng([seed, number])
        kind = simulation.WITHOUT_GROUPS[number % len(simulation.WITHOUT_GROUPS)]
        n = int(rng.choice([150, 300, 500, 800]))
        real = kind.startswith("real") or rng.random() < 0.6
        name = str(rng.choice(REAL)) if real else "made up"
        mould = template(name) if real else made_up(n, float(rng.choice([0.1, 0.2, 0.4, 0.6])), rng, tail=0.5)
        votes = simulation.without_groups(kind, mould, n, rng)
        yield {"test": "existence", "kind": kind, "template": name, "n": n} | claimed(votes, number)


def made_up(n: int, observed: float, rng: np.random.Generator, *, tail: float) -> simulation.Template:
    return simulation.Template.made_up(
        n_people=n, n_statements=STATEMENTS[observed], observed=observed, rng=rng, heavy_tail=rng.random() < tail
    )


def claimed(votes: Votes, seed: int) -> dict:
    begun = time.process_time()
    found = explore(votes, seed=seed)
    proposed = found.verdict.proposed if found.verdict else 0
    k = found.verdict.k if found.verdict else 0
    return {"claimed": k, "proposed": proposed, "seconds": round(time.process_time() - begun, 2)}


def power(amount: int, seed: int, first: int = 0) -> Iterator[dict]:
    """Populations with groups, drawn from the grid: how often is their number right?"""
    for number in range(first, amount):
        rng = np.random.default_rng([seed, number])
        k = 2 + number % 4
        n = int(rng.choice([100, 200, 500, 1000, 3000]))
        observed = float(rng.choice(list(STATEMENTS)))
        smallest = float(rng.choice([0.1, 0.15, 0.2]))
        separation = float(rng.choice(SEPARATIONS))
        shares = simulation.shares_of(k, min(smallest, 0.98 / k), rng)
        mould = made_up(n, observed, rng, tail=0.3)
        votes, group = simulation.with_groups(mould, shares, n, rng, separation=separation)
        oracle = simulation.oracle(votes, group)
        told = {
            "k": k,
            "n": n,
            "observed": observed,
            "smallest": round(float(shares.min()), 3),
            "separation": separation,
        }
        can = {figure: round(value, 4) for figure, value in asdict(oracle).items()}
        yield {"test": "power"} | told | can | claimed(votes, number)


def coverage(amount: int, seed: int, first: int = 0) -> Iterator[dict]:
    """Known agreement at the ends of known lines: do the intervals cover it, is common ground true?"""
    for number in range(first, amount):
        rng = np.random.default_rng([seed, number])
        n, observed = int(rng.choice([200, 500, 1500])), float(rng.choice([0.2, 0.4, 0.6]))
        shape = ("normal", "uniform", "skewed", "two normal")[number % 4]
        told = one_coverage(shape, made_up(n, observed, rng, tail=0.3), n, rng, number)
        if told:
            yield {"test": "coverage", "shape": shape, "n": n, "observed": observed} | told


DECILES = {"normal": (-1.2816, 1.2816), "uniform": (-1.3856, 1.3856), "skewed": (-1.0383, 1.3362)}


def one_coverage(shape: str, mould: simulation.Template, n: int, rng: np.random.Generator, seed: int) -> dict | None:
    lines = 2 if shape == "two normal" else 1
    loadings = simple_structure(mould.n_statements, lines, rng)
    places = simulation.positions(shape.split()[-1], (n, lines), rng)
    votes = mould.votes(simulation.opinions(places, loadings, rng), mould.rows(n, rng))
    found = explore(votes, seed=seed)
    if found.lines is None or found.scores.mean.shape[1] != lines:
        return None
    match = cosines(found, loadings)
    own = np.abs(match).argmax(axis=1)
    if len(set(own.tolist())) < lines:
        return None
    covered, lowest = [], np.ones(mould.n_statements)
    for line, mine in enumerate(own.tolist()):
        for at, end in zip(DECILES[shape.split()[-1]], (0, 1), strict=True):
            truth = norm.cdf((loadings[:, line] * at - mould.high) / np.sqrt(1 - loadings[:, line] ** 2))
            side = found.agreement.agree
            shares = (side.low_end, side.high_end)[end if match[line, mine] > 0 else 1 - end]
            inside = (shares.low[:, mine] <= truth) & (truth <= shares.high[:, mine])
            covered += inside[found.askable].tolist()
            lowest = np.minimum(lowest, truth)
    claims = found.agreement.common_agree
    return {
        "intervals": len(covered),
        "covered": int(sum(covered)),
        "claims": int(claims.sum()),
        "false": int((lowest[claims] <= 0.5).sum()),
    }


def cosines(found: Exploration, loadings: np.ndarray) -> np.ndarray:
    """How much each true line (rows) is each line found (columns)."""
    ours = np.zeros(loadings.shape)
    ours[found.usable] = found.lines.model.loadings
    return loadings.T @ ours / np.outer(np.linalg.norm(loadings, axis=0), np.linalg.norm(ours, axis=0))


def simple_structure(size: int, lines: int, rng: np.random.Generator) -> np.ndarray:
    """Loadings of statements that each belong to one line, or to none."""
    loadings = np.zeros((size, lines))
    strength = rng.uniform(0.3, 0.8, size) * rng.choice([-1, 1], size) * (rng.random(size) < 0.75)
    loadings[np.arange(size), rng.integers(0, lines, size)] = strength
    return loadings


def stability(draws: int, seed: int, first: int = 0) -> Iterator[dict]:
    """The seven conversations without a random 5 % of the people: same verdict, same lines?"""
    for name in (*REAL, "london.youth.policing"):
        votes, statements = conversation(name)
        whole = explore(votes, statements=statements, seed=seed)
        for number in range(first, draws):
            rng = np.random.default_rng([seed, number])
            stay = rng.choice(votes.n_participants, round(0.95 * votes.n_participants), replace=False)
            again = explore(votes.of_people(stay), statements=statements, seed=seed)
            same = (whole.outcome, k_of(whole)) == (again.outcome, k_of(again))
            yield {"test": "stability", "name": name, "same": int(same), "angles": angles_between(whole, again)}


def k_of(found: Exploration) -> int:
    return found.verdict.k if found.verdict else 0


def angles_between(whole: Exploration, again: Exploration) -> str:
    """Angle of each line of the whole with the nearest line of the draw; 90 when there is none."""
    if whole.lines is None:
        return ""
    certainties = [whole.lines.certainty(line) for line in range(whole.lines.model.n_lines)]
    if again.lines is None:
        return "; ".join(f"90.0 {word}" for word in certainties)
    sides = []
    for found in (whole, again):
        full = np.zeros((len(found.usable), found.lines.model.n_lines))
        full[found.usable] = found.lines.model.loadings
        sides.append(full * np.sqrt(whole.votes.tallies().sum(axis=0))[:, None])
    cosines = np.abs(sides[0].T @ sides[1]) / np.outer(*(np.linalg.norm(side, axis=0) for side in sides))
    angles = np.degrees(np.arccos(np.minimum(cosines.max(axis=1), 1)))
    return "; ".join(f"{angle:.1f} {word}" for angle, word in zip(angles, certainties, strict=True))


TESTS = {"existence": existence, "power": power, "coverage": coverage, "stability": stability}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("test", nargs="?", default="quick", choices=[*TESTS, "summary", "quick"])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--populations", "--draws", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="Go on where an earlier run stopped.")
    asked = parser.parse_args()
    if asked.test == "summary":
        summarise(asked.files)
    elif asked.test == "quick":
        quick(asked.seed)
    else:
        write(TESTS[asked.test](asked.populations, asked.seed, asked.first))


def quick(seed: int) -> None:
    """A taste of every test in a minute or two; the figures of the documentation come from long runs."""
    for test, amount in (("existence", 22), ("power", 12), ("coverage", 8), ("stability", 1)):
        SUMMARIES[test]([{key: str(value) for key, value in row.items()} for row in TESTS[test](amount, seed)])


def write(rows: Iterator[dict]) -> None:
    for number, row in enumerate(rows):
        if number == 0:
            writer = csv.DictWriter(sys.stdout, list(row))
            writer.writeheader()
        writer.writerow(row)
        sys.stdout.flush()


def summarise(files: list[Path]) -> None:
    rows: dict[str, list[dict]] = {}
    for path in files:
        with path.open(newline="") as stream:
            for row in csv.DictReader(stream):
                rows.setdefault(row["test"], []).append(row)
    for test, told in rows.items():
        SUMMARIES[test](told)


def existence_told(rows: list[dict]) -> None:
    wrong = sum(row["claimed"] != "0" for row in rows)
    print(f"existence: groups claimed in {wrong} of {len(rows)} populations without groups ({wrong / len(rows):.1%})")
    for kind in simulation.WITHOUT_GROUPS:
        own = [row for row in rows if row["kind"] == kind]
        print(f"  {kind}: {sum(row['claimed'] != '0' for row in own)} of {len(own)}")


def power_told(rows: list[dict]) -> None:
    for measure in ("least", "overall"):
        for few, words in ((True, "n < 500"), (False, "n >= 500")):
            for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.001)):
                own = [r for r in rows if low < float(r[measure]) <= high and (int(r["n"]) < 500) == few]
                if own:
                    print(f"power: oracle {measure} {low}-{min(high, 1)}, {words}: {outcome(own)}")
    clear = [row for row in rows if float(row["overall"]) > 0.95 and int(row["n"]) >= 500]
    for words, seen in (("a gap", True), ("a shoulder", False)):
        own = [row for row in clear if (float(row["valley"]) < A_GAP) == seen]
        if own:
            print(f"power: oracle overall above 0.95, n >= 500, {words} between groups in truth: {outcome(own)}")


def outcome(rows: list[dict]) -> str:
    right, none, more = (
        sum(test(int(row["claimed"]), int(row["k"])) for row in rows) / len(rows)
        for test in (lambda c, k: c == k, lambda c, k: c == 0, lambda c, k: c > k)
    )
    return f"right {right:.0%}, none {none:.0%}, too many {more:.0%} of {len(rows)}"


def coverage_told(rows: list[dict]) -> None:
    for shape in (*dict.fromkeys(row["shape"] for row in rows), None):
        own = [row for row in rows if shape in (None, row["shape"])]
        inside, all_, claims, false = (sum(int(r[c]) for r in own) for c in ("covered", "intervals", "claims", "false"))
        print(f"coverage {shape or 'all'}: {inside / all_:.1%} of {all_}; false {false} of {claims} claims; {len(own)}")


def stability_told(rows: list[dict]) -> None:
    for name in dict.fromkeys(row["name"] for row in rows):
        own = [row for row in rows if row["name"] == name]
        same = sum(int(row["same"]) for row in own)
        parts = [[part.split(" ", 1) for part in row["angles"].split("; ")] for row in own if row["angles"]]
        lines = [
            f"{np.median([float(part[line][0]) for part in parts]):.1f} ({parts[0][line][1]})"
            for line in range(len(parts[0]) if parts else 0)
        ]
        print(f"stability {name}: same verdict {same} of {len(own)}; median angle per line {', '.join(lines) or '-'}")


SUMMARIES = {
    "existence": existence_told,
    "power": power_told,
    "coverage": coverage_told,
    "stability": stability_told,
}

if __name__ == "__main__":
    main()
