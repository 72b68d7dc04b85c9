"""Attack the gate by enumeration, for coalitions of up to three people. Prints the table of docs/method/disclosure.md.

python bench/disclosure.py
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from analysis.disclosure.test_every_world import DOUBLE, exposed_in_one, exposed_in_two  # noqa: E402
from analysis.disclosure.test_rounds import ROUNDS, exposed_in_rounds, plain_second_picture  # noqa: E402


def main() -> None:
    started = time.perf_counter()
    for insiders in range(4):
        found = exposed_in_one(insiders)
        sizes = [people for people, hits in found.items() if hits]
        print(f"one picture, {insiders} pooling: {sum(found.values())} of 15,242 count vectors, groups of {sizes}")
    for insiders in range(3):
        found = {(n, options): exposed_in_two(n, options, insiders) for n, options in DOUBLE}
        where = [pair for pair, hits in found.items() if hits]
        print(f"two pictures and the shift, {insiders} pooling: {sum(found.values())} of 918,276 worlds, {where}")
    for insiders in range(3):
        print_rounds(insiders)
    print(f"{time.perf_counter() - started:.0f} seconds")


def print_rounds(insiders: int) -> None:
    pairs = [exposed_in_rounds(options, sizes, insiders) for options, *sizes in ROUNDS]
    plain = [exposed_in_rounds(options, sizes, insiders, plain_second_picture) for options, *sizes in ROUNDS]
    for name, found in (("by the rule", pairs), ("plain second picture", plain)):
        exposing, shown = (sum(column) for column in zip(*found, strict=True))
        print(f"rounds {name}, {insiders} pooling: {exposing} of {shown} pairs of pictures")


if __name__ == "__main__":
    main()
