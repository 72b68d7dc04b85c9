import json
from pathlib import Path

import pytest

import goedwerk.content


@pytest.fixture(scope="session")
def approach_schema():
    path = Path(goedwerk.content.__file__).parent / "schemas" / "approach.schema.json"
    return json.loads(path.read_text(encoding="utf-8"))
