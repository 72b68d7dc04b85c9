#!/usr/bin/env python
"""Send requests that nobody meant to the platform as it is served: `make fuzz`.

Serves a house of its own, with dialogues at every kind of step, and fills in every form it finds at random. Exit status
1 when a request ended in a fault, when something of a visitor stands in what was printed, or when a frozen finding
changed. The same seed draws the same requests.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def prepare() -> None:
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "contracts")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    prepare()
    from served import House

    from fuzz.fuzzer import Fuzzer

    with tempfile.TemporaryDirectory() as folder, closing(House(Path(folder))) as house:
        fuzzer, begun = Fuzzer(house), time.monotonic()
        fuzzer.run(requests=arguments.requests, number=arguments.seed)
        leaked, changed = fuzzer.leaked(), fuzzer.changed_findings()
    print(f"{fuzzer.sent} requests, seed {arguments.seed}, {time.monotonic() - begun:.0f} s")
    print(f"{len(fuzzer.urls)} addresses, {len(fuzzer.visitors)} visitors")
    print("answers: " + ", ".join(f"{status}: {times}" for status, times in sorted(fuzzer.statuses.items())))
    print(f"in the logs: {leaked or 'nothing'}; frozen findings changed: {len(changed)} of {len(fuzzer.before)}")
    return 1 if leaked or changed else 0


if __name__ == "__main__":
    sys.exit(main())
