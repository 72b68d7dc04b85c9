"""A few hundred workshops, attacked as `make attack` attacks ten thousand: nobody is exposed to anybody alone."""

import pytest

from attack.series import attack_all, figures, joined
from goedwerk.reports import second_line

SEED, EACH, PARTS = 2026, 50, 6


@pytest.fixture(autouse=True)
def _the_rule_alone(monkeypatch):
    """The rule has to hold by itself, without the audit that stands behind it."""
    monkeypatch.setattr(second_line, "checked", lambda picture: picture)
    monkeypatch.setattr(second_line, "checked_shift", lambda first, second, shift: shift)


@pytest.mark.parametrize("part", range(PARTS))
def test_nobody_is_exposed_to_an_outsider_or_to_one_participant(part):
    series = attack_all(SEED, range(part * EACH, (part + 1) * EACH))

    assert [line for outcome in series.values() for line in outcome.found] == []


def test_pictures_stay_useful_and_mislead_nobody():
    series = attack_all(SEED, range(40))

    for size in ("5-7", "8-11", "12-40"):
        worth = figures(series[size])
        assert worth["misled"] == 0
        assert worth["top answer told and right"] > 0.5
        assert worth["posterior, outsider"]["share above 0.9"] == 0
        assert worth["posterior, participant"]["share above 0.9"] == 0


def test_series_add_up():
    whole, parts = attack_all(7, range(4)), [attack_all(7, range(2)), attack_all(7, range(2, 4))]

    assert {size: figures(each) for size, each in joined(parts).items()} == {
        size: figures(each) for size, each in joined([whole]).items()
    }
