"""The examples in the docstrings run, and give what they say."""

import doctest
from importlib import import_module

import pytest

WITH_EXAMPLES = (
    "goedwerk_analysis.responses.votes",
    "goedwerk_analysis.summaries.votes",
    "goedwerk_analysis.datasets.conversations",
)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_run(name):
    result = doctest.testmod(import_module(name))

    assert result.attempted > 0
    assert result.failed == 0
