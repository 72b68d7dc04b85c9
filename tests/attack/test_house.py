"""The platform itself: it stores what the gate decides, and its pages tell nothing beyond that."""

from uuid import UUID

import pytest
from django.db import transaction
from django.utils import timezone

from attack.house import Played, Watcher
from attack.puzzle import Puzzle
from attack.search import exposures
from attack.stage import shown
from attack.workshops import simulate
from cast import Cast, prepare
from goedwerk.dialogues.actions import leading, taking_part
from goedwerk.reports.models import Finding

SEED = 99


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


def played(membership, number):
    workshop = simulate(SEED, number, sizes=(5, 20))
    return Played(membership, workshop.questions[0], workshop.classes)


@pytest.mark.parametrize("number", range(24))
def test_the_platform_stores_what_the_adversary_attacks(pack, membership, number):
    workshop = played(membership, number)

    stored = workshop.play()

    attacked = [dict(run) for run in shown(workshop.question, workshop.classes, workshop.question.answers)]
    assert [{name: run[name] for name in ("choice", "shift") if name in run} for run in stored] == attacked


@pytest.mark.parametrize("number", range(24, 36))
def test_what_the_platform_stored_exposes_nobody(pack, membership, number):
    workshop = played(membership, number)
    puzzle = Puzzle(workshop.question, workshop.classes)

    stored = workshop.play()

    assert [dict(run)["choice"] for run in puzzle.shown] == [run["choice"] for run in stored]
    for insiders in (0, 1):
        assert [each for each in exposures(puzzle, insiders) if not each.is_of_presence] == []


# Two dialogues with other answers and the same pictures must look the same to everybody else

KEY, EVENING = UUID(int=9), timezone.now().replace(hour=20, minute=0, second=0, microsecond=0)


@pytest.fixture
def _one_moment(monkeypatch):
    """Clocks and timers on the pages stand still."""
    monkeypatch.setattr(timezone, "now", lambda: EVENING)


def lead(membership, host, first, picked, second):
    """Nine people; the first one watches, and always answers the same. Rolled back, so that it can be played anew."""
    with transaction.atomic():
        cast = Cast.open(prepare(membership, "dagstart-dilemma", key=KEY), membership.user, people=9)
        watcher = Watcher(cast, host)
        material = cast.dialogue.material
        options = [option["id"] for option in material["dilemma"]["options"]]
        cards = [card["id"] for card in material["values"]["cards"]]
        for key, given in (("first", choices(options, first)), ("values", hands(cards, picked))):
            put(cast, watcher, key, given)
        put(cast, watcher, "second", choices(options, second))
        taking_part.leave(participation=cast.people[8].participation)
        cast.close()
        watcher.look("at the end", [0])
        found = stored(cast)
        transaction.set_rollback(True)
    return found, watcher.seen


def put(cast, watcher, key, given):
    cast.go_to(key)
    for number, data in enumerate(given):
        give(cast, cast.people[number], data)
        if number in (3, 6):
            watcher.look(f"{key}, {number} ready", [0])
    cast.act(leading.close_step)
    watcher.look(f"{key} closed", [0])
    if key != "first":
        cast.next()
        watcher.look(f"after {key}", [0])


def give(cast, person, data):
    if data is None:
        taking_part.pass_step(step=cast.step, participation=person.participation)
    else:
        cast.answer(person, data)


def choices(options, letters):
    keys = dict(zip("ab", options, strict=False))
    return [None if letter == "-" else {"option": keys[letter], "confidence": "4"} for letter in letters]


def hands(cards, letters):
    """Everybody picks the first card; y and z another one besides."""
    return [
        None if letter == "-" else {"picked": [cards[0], *cards["xyz".index(letter) :][: letter != "x"]]}
        for letter in letters
    ]


@pytest.mark.usefixtures("_one_moment")
def test_pages_tell_nothing_beyond_the_pictures(pack, membership, host):
    found, seen = lead(membership, host, "aaaaaab--", "xyzxyz-xx", "aaaaabb--")
    found_elsewhere, seen_elsewhere = lead(membership, host, "a-abaa-aa", "xxyyz-zx-", "aba-aa-aa")

    assert found == found_elsewhere
    assert list(differences(seen, seen_elsewhere)) == []


def differences(seen, seen_elsewhere):
    for (what, one), (_, other) in zip(seen, seen_elsewhere, strict=True):
        yield from (
            (what, *lines) for lines in zip(one.split("\n"), other.split("\n"), strict=False) if len(set(lines)) > 1
        )


def stored(cast):
    steps = Finding.objects.filter(step__round__dialogue=cast.dialogue)
    return sorted((finding.step.key, finding.name, str(finding.released)) for finding in steps)


def test_a_page_that_told_a_count_would_be_noticed(pack, membership, host):
    cast = Cast.open(prepare(membership, "dagstart-dilemma"), membership.user, people=5)
    watcher = Watcher(cast, host)

    watcher.look("before")
    cast.join()
    watcher.look("after")

    pages = {what.split(": ")[1]: text for what, text in watcher.seen if what.startswith("before")}
    later = {what.split(": ")[1]: text for what, text in watcher.seen if what.startswith("after")}
    assert pages["console"] != later["console"]
