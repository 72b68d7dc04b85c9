"""Requests that nobody meant break nothing, leave nothing in a log, and change nothing that was frozen."""

from __future__ import annotations

from contextlib import closing

import pytest
from served import House

from fuzz.fuzzer import Fuzzer

REQUESTS = 500


@pytest.fixture(scope="module")
def fuzzer(tmp_path_factory):
    with closing(House(tmp_path_factory.mktemp("house"))) as house:
        fuzzer = Fuzzer(house)
        fuzzer.run(requests=REQUESTS, number=1)
        yield fuzzer


def test_every_request_is_answered_without_a_fault(fuzzer):
    assert fuzzer.sent >= REQUESTS
    assert {status // 100 for status in fuzzer.statuses} >= {2, 4}


def test_nothing_of_a_visitor_stands_in_a_log(fuzzer):
    assert fuzzer.leaked() == []


def test_no_frozen_finding_changed(fuzzer):
    assert fuzzer.before
    assert fuzzer.changed_findings() == []


def test_the_house_still_stands(fuzzer):
    assert fuzzer.house.process.poll() is None
    assert fuzzer.house.query("PRAGMA integrity_check") == [("ok",)]
