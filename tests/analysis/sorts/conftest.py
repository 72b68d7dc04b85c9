import csv
import gzip
import io
import json
from pathlib import Path

import numpy as np
import pytest

from goedwerk_analysis.responses.sorts import Sorts

REFERENCE = Path(__file__).parent / "reference"


def read_text(name):
    path = REFERENCE / name
    return gzip.decompress(path.read_bytes()).decode() if name.endswith(".gz") else path.read_text()


def read_rows(name):
    return list(csv.reader(io.StringIO(read_text(name))))


def read_cards_by_people(name):
    header, *rows = read_rows(name)
    return np.array([row[1:] for row in rows], dtype=float).T, header[1:]


@pytest.fixture(scope="session")
def reference_rows():
    return read_rows


@pytest.fixture(scope="session")
def reference_json():
    return lambda name: json.loads(read_text(name))


@pytest.fixture(scope="session")
def qmethod_results():
    return json.loads(read_text("qmethod.json.gz"))


@pytest.fixture(scope="session")
def kade_results():
    return json.loads(read_text("kade.json.gz"))


@pytest.fixture(scope="session")
def published_sorts():
    """Sorts of a published study by name, forced or with a reference distribution."""

    def read(name, distribution=None, forced=None):
        positions, names = read_cards_by_people(f"{name}.csv")
        return Sorts.of(positions, names=names, distribution=distribution, forced=forced)

    return read


@pytest.fixture(scope="session")
def lipset(published_sorts):
    return published_sorts("lipset")
