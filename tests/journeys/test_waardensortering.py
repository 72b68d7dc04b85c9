"""A value sort from preparation to report, with 9, 40 and 400 scripted people: what is shown is what the engine says.

Everything goes in through the platform's own actions. Then the engine gets the same answers, and what the pages show is
compared with what it finds, as far as the gate's rule lets that through.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic

import numpy as np
import pytest
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from cast import Cast, prepare
from goedwerk.dialogues.actions import leading, taking_part
from goedwerk.dialogues.actions.taking_part import Joined
from goedwerk.dialogues.models import Dialogue, Step
from goedwerk.reports import showing
from goedwerk.reports.models import Finding
from goedwerk.values.viewpoints import REPETITIONS, some_of
from goedwerk_analysis.comparison.core import core
from goedwerk_analysis.comparison.distinctive import distinctive
from goedwerk_analysis.comparison.fit_gap import fit_gap
from goedwerk_analysis.comparison.partition import partition
from goedwerk_analysis.disclosure.groups import items_at_each_end
from goedwerk_analysis.released import GroupsPicture, Released, SortPicture, Withheld, from_json
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.simulation import LARGE, Population
from goedwerk_analysis.viewpoints import analyse
from goedwerk_analysis.viewpoints.number import argue_number
from values.conftest import DECKS, deck_of, laid, shelve

pytestmark = pytest.mark.django_db
LISTS = ("role", "work")
WORK = {"policy": "policy", "service": "delivery", "supervision": "oversight", "advice": "policy", "support": "support"}
LONGEST_CLOSE = 10


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


# The people


@dataclass(frozen=True)
class Scripted:
    """One person: what they say of themselves, and how they lay the cards under each condition."""

    described: Mapping[str, str]
    sorts: Mapping[str, Sequence[int]]


def people_of(count: int, cards: int, *, seed: int = 3) -> list[Scripted]:
    """Drawn from a population in which roles differ, and in which a company weighs some cards otherwise."""
    population, random = Population(cards, LARGE, seed), np.random.default_rng(seed)
    drawn = population.draw(count, 12, seed)
    elsewhere = np.where(np.arange(cards) % 4 == 0, 1.5, 0.0) * random.choice([-1, 1], cards)
    lasting = drawn.liking + population.personal(random, drawn.spread)
    laid = {"now": population.lay(lasting), "company": population.lay(lasting + elsewhere)}
    said = zip(*(drawn.sorts.attribute(name).tolist() for name in LISTS), strict=True)
    return [
        Scripted({"role": role, "work": WORK[work]}, {key: rows[at].astype(int).tolist() for key, rows in laid.items()})
        for at, (role, work) in enumerate(said)
    ]


def in_two_classes(people: Sequence[Scripted]) -> list[Scripted]:
    """Every class has enough people among forty only when there are few classes."""
    fewer = {"executive": "manager", "oversight": "delivery", "support": "policy"}
    return [
        Scripted({key: fewer.get(name, name) for key, name in person.described.items()}, person.sorts)
        for person in people
    ]


@dataclass
class Played:
    """A dialogue that was played to its end."""

    dialogue: Dialogue
    people: dict[Joined, Scripted] = field(default_factory=dict)
    seconds: float = 0.0

    def step(self, key: str) -> Step:
        return self.dialogue.round.steps.get(key=key)

    def released(self, key: str) -> dict[str, Released]:
        return {each.name: from_json(each.released) for each in Finding.objects.filter(step__key=key)}

    def sorts(self, key: str) -> Sorts:
        """What the engine gets: the scripted sorts, in the order of the random keys of the people."""
        scripted = [self.people[joined] for joined in sorted(self.people, key=lambda each: each.participation.pk)]
        said = {name: [person.described[name] for person in scripted] for name in LISTS}
        return Sorts.of([person.sorts[key] for person in scripted], cards=deck_of(self.step(key)), attributes=said)

    def pictures(self, key: str):
        return showing.shown_of(self.step(key)).pictures


def order_of(deck: Sequence[str], row: Sequence[int]) -> list[str]:
    return [deck[at] for at in sorted(range(len(deck)), key=lambda at: -row[at])]


@pytest.fixture
def played(pack, membership):
    """Prepare, open, let everybody in, let everybody sort, and close."""

    def play(people: Sequence[Scripted], *, deck: str, keys: Sequence[str], described=LISTS) -> Played:
        shelve("waardensortering", None)
        optional = tuple(key for key in keys if key != "now")
        dialogue = prepare(
            membership,
            "waardensortering",
            title="Waarden",
            mode="open",
            inputs={"cards": DECKS[deck]},
            described_by=described,
            optional_steps=optional,
        )
        cast, story = Cast.open(dialogue, membership.user), Played(dialogue)
        for person in people:
            joined = taking_part.join(dialogue=dialogue, described=person.described)
            story.people[joined] = person
            for key in keys:
                step = story.step(key)
                cast.answer(joined, laid(step, order_of(deck_of(step), person.sorts[key])), step)
        begun = monotonic()
        cast.act(leading.close_round)
        story.seconds = monotonic() - begun
        return story

    return play


# Nine people


def test_nine_people_get_two_lists_and_no_more(played):
    story = played(people_of(9, 16), deck="short", keys=("now",), described=())

    shown = story.released("now")

    assert isinstance(shown["sort"], SortPicture)
    assert set(shown) == {"sort", "viewpoints"}
    assert shown["viewpoints"] == Withheld("few")
    assert len(story.pictures("now")) == 2


def test_nine_people_who_said_what_they_do_get_no_more_either(played):
    story = played(people_of(9, 16), deck="short", keys=("now", "company"))

    assert "moved" not in {name for name, shown in story.released("company").items() if not isinstance(shown, Withheld)}
    assert {type(shown) for name, shown in story.released("now").items() if name != "sort"} == {Withheld}
    titles = [picture.title for picture in story.pictures("now")]
    assert titles[2:] == ["As my work is now: where the difference lies"]
    assert "we do not know" in story.pictures("now")[2].sentence


# Forty and four hundred


def check_core(story: Played, key: str) -> None:
    shown, found = story.released(key)["core"], core(story.sorts(key), "role")
    surest = [card.card for card in found.with_verdict("core")]
    deck = deck_of(story.step(key))
    told = {deck[card] for card in surest[: shown.told_at_most]}
    assert not found.why_one_group
    assert set(shown.cards) == told
    assert shown.classes == tuple(found.groups)
    assert shown.left_out == tuple(found.left_out)


def check_parts(story: Played, key: str) -> None:
    shown, found = story.released(key)["parts"], partition(story.sorts(key), LISTS)
    for part in shown.told:
        exact = 100 * max(0.0, found.share(part.name).estimate)
        assert abs(part.percent - exact) <= shown.step, part.name
        if part.low is not None and part.name in ("common", *LISTS):
            assert part.low <= 100 * max(0.0, found.share(part.name).low) + 1e-9
            assert part.high >= min(100 * found.share(part.name).high, 100) - 1e-9
    assert sum(part.percent for part in shown.told) == 100


def check_viewpoints(story: Played, key: str) -> None:
    shown, sorts = story.released(key)["viewpoints"], story.sorts(key)
    number = argue_number(Sorts.of(some_of(sorts.positions)), n_steps=REPETITIONS).chosen
    if number < 2:
        assert shown == Withheld("no-groups")
        return
    assert isinstance(shown, GroupsPicture)
    found = analyse(sorts, number)
    ends = min(items_at_each_end(shown.people), sorts.n_cards // 3)
    told = {
        (frozenset(order[:ends].tolist()), frozenset(order[-ends:].tolist()))
        for order in np.argsort(-found.scores, axis=0, kind="stable").T
    }
    assert {
        tuple(frozenset(at for at, level in enumerate(group.levels) if level == wanted) for wanted in ("high", "low"))
        for group in shown.groups
    } == told


def test_forty_people_get_the_core_the_bar_and_the_viewpoints_of_the_engine(played):
    story = played(in_two_classes(people_of(40, 36)), deck="full", keys=("now",))

    check_core(story, "now")
    check_parts(story, "now")
    check_viewpoints(story, "now")
    assert story.released("now")["distinctive"] == Withheld("few")


@pytest.fixture
def four_hundred(played):
    return played(people_of(400, 16), deck="short", keys=("now", "company"))


def test_four_hundred_people_get_what_the_engine_finds_and_read_it_in_the_report(four_hundred, host):
    story = four_hundred
    deck = deck_of(story.step("now"))

    check_core(story, "now")
    check_parts(story, "now")
    check_viewpoints(story, "now")
    check_core(story, "company")
    assert story.seconds < LONGEST_CLOSE

    sets_apart = distinctive(story.sorts("now"), "role").claimed()
    claimed = {(found.group, deck[found.card], found.difference > 0) for found in sets_apart}
    names = story.released("now")["distinctive"].classes
    told = story.released("now")["distinctive"].told
    assert told
    assert {(names.index(each.name), each.card, each.direction == "higher") for each in told} <= claimed

    moved = fit_gap(story.sorts("now"), story.sorts("company"), flips=1)
    assert {(each.card, each.direction == "higher") for each in story.released("company")["moved"].told} == {
        (deck[each.card], each.change > 0) for each in moved.cards if each.claimed
    }

    report = host.get(reverse("reports:report", args=[story.dialogue.pk]), headers={"accept-language": "en"})
    page = report.content.decode()
    # The first list stands beside that of the second sort.
    for picture in (*story.pictures("now")[1:], *story.pictures("company")):
        assert escape(picture.sentence) in page
    assert "Weighs more in this work: " in page
