import csv
import gzip
import io
import json
from pathlib import Path

import numpy as np
import pytest
import typer
from typer.testing import CliRunner

from goedwerk_analysis.cli_sorts import register
from goedwerk_analysis.formats.study import Study
from goedwerk_analysis.formats.table import write_table
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.simulation import LARGE, Population, draw_camps

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


@pytest.fixture
def run():
    app = typer.Typer()
    register(app)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def round_file(tmp_path):
    sorts = Population(16, LARGE, seed=1).draw(210, 20, seed=2).sorts
    path = tmp_path / "round.csv"
    path.write_bytes(write_table(Study(sorts), "people"))
    return path


@pytest.fixture
def camps_file(tmp_path):
    path = tmp_path / "camps.csv"
    path.write_bytes(write_table(Study(draw_camps(40, 2, seed=3, n_cards=16).sorts)))
    return path
