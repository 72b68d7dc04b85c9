"""What a large group shares and where it differs: how much it tells of one person, and which rules keep it so."""

import pytest

from attack.membership import BOUND, measured, registered
from attack.statistical import compared_core, compared_distinctive, compared_parts, moved
from goedwerk_analysis.disclosure import compared

MODULES = (compared_core, compared_distinctive, compared_parts, moved)


@pytest.fixture
def off(monkeypatch):
    """Switch a rule off; what the adversary learned before was of the gate as it is."""

    def switch(**rules):
        for name, value in rules.items():
            monkeypatch.setattr(compared, name, value)

    forget()
    yield switch
    forget()


def forget():
    for module in MODULES:
        module.learned.cache_clear()


def advantage_of(name, people, groups=60):
    return measured(registered()[name], people=people, groups=groups, seed=9)


@pytest.mark.parametrize(
    ("name", "people"),
    [("core over classes", 60), ("distinctive cards", 250), ("bar of parts", 40), ("cards that moved", 200)],
)
def test_what_is_compared_hardly_tells_who_was_among_them(name, people):
    found = advantage_of(name, people)

    assert found.shown > 30
    assert not found.is_above


def test_with_every_core_card_told_it_would(off):
    off(PEOPLE_PER_CORE_CARD=1)

    assert advantage_of("core over classes", 60, groups=80).advantage > BOUND


def test_with_every_distinctive_card_told_it_would(off):
    off(PEOPLE_PER_DISTINCTIVE_CARD=1)

    assert advantage_of("distinctive cards", 250, groups=80).advantage > BOUND


def test_with_what_twenty_people_moved_it_would(off):
    off(SMALLEST_MOVED=12)

    assert advantage_of("cards that moved", 20, groups=80).advantage > BOUND


def test_with_single_per_cents_the_bar_of_forty_people_tells_more_than_with_steps_of_ten(off):
    coarse = advantage_of("bar of parts", 40).advantage

    off(COARSE_STEP=1)

    assert advantage_of("bar of parts", 40).advantage > coarse


def test_with_a_whole_number_for_ten_people_the_bar_would(off):
    off(SMALLEST_COMPARED=5, COARSE_STEP=1)

    assert advantage_of("bar of parts", 10, groups=120).advantage > BOUND
