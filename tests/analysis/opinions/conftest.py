import gzip
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from goedwerk_analysis.opinions.statements import Statements
from goedwerk_analysis.responses.votes import Votes

REFERENCE = Path(__file__).parent / "reference"
CONVERSATIONS = (
    "brexit-consensus",
    "scoop-hivemind.ubi",
    "scoop-hivemind.taxes",
    "bg2050-volunteers",
    "london.youth.policing",
    "scoop-hivemind.biodiversity",
    "vtaiwan.uberx",
)


@dataclass(frozen=True)
class Reference:
    votes: Votes
    statements: Statements
    result: dict


@cache
def reference(name, kind="recipe"):
    result = json.loads(gzip.decompress((REFERENCE / f"{name}.{kind}.json.gz").read_bytes()))
    table = np.loadtxt(REFERENCE / f"{name}.votes.csv.gz", delimiter=",", skiprows=1, dtype=np.int64)
    votes = Votes.of(
        statements=table[:, 0],
        participants=table[:, 1],
        values=table[:, 2],
        all_statements=result["statement_ids"],
    )
    statements = Statements(rejected=frozenset(result["mod_out"]), meta=frozenset(result["meta"]))
    return Reference(votes, statements, result)


@pytest.fixture(params=CONVERSATIONS)
def conversation(request):
    return reference(request.param)


@pytest.fixture
def production():
    return reference("scoop-hivemind.biodiversity", "production")


@pytest.fixture
def brexit():
    return reference("brexit-consensus")
