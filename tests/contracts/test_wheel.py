"""What is installed is whole: a server or a container gets every file that the code opens."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# What only developers need: style sheets before they are put together.
SOURCES = "src/goedwerk/ui/css/"


@pytest.fixture
def installed(monkeypatch):
    """The files that setuptools would copy, beside the modules."""
    from setuptools import Distribution

    monkeypatch.chdir(ROOT)
    distribution = Distribution()
    distribution.parse_config_files([str(ROOT / "pyproject.toml")])
    # Only what pyproject.toml names; no list of files is written beside the code.
    distribution.include_package_data = False
    command = distribution.get_command_obj("build_py")
    command.ensure_finalized()
    return {os.path.join(folder, file) for _package, folder, _build, files in command.data_files for file in files}


def test_every_file_beside_the_code_is_installed(installed):
    beside = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "src").rglob("*")
        if path.is_file() and path.suffix != ".py" and not {"__pycache__", "goedwerk.egg-info"} & set(path.parts)
    }

    assert {path for path in beside - installed if not path.startswith(SOURCES)} == set()


def test_icons_and_pages_are_among_them(installed):
    assert "src/goedwerk/ui/icons/language.svg" in installed
    assert "src/goedwerk/reports/kinds/reveal/screen.html" in installed
