"""One task asks for all screens; a screen costs no question, and a slow one skips to the newest number."""

import asyncio
import contextlib
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import OperationalError

from goedwerk.dialogues import broadcast
from goedwerk.dialogues.broadcast import Broadcaster


def apart(played):
    """Run in a thread of its own: in this one a browser's loop may be running."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, played).result()


class Numbers:
    """Stands in for the database, and counts how often it is asked."""

    def __init__(self, **of_rounds):
        self.values = of_rounds
        self.asked = []

    def __call__(self, rounds):
        self.asked.append(sorted(rounds))
        return {round: self.values[round] for round in rounds if round in self.values}


async def hear(stream, event: str) -> int:
    """The next number of this kind on a stream."""
    async for line in stream:
        if line.startswith(f"event: {event}\n".encode()):
            return int(line.split(b"data: ")[1])
    raise AssertionError("the stream ended")


def test_every_screen_hears_a_new_version():
    async def play():
        versions, people = Numbers(a=1), Numbers(a=9)
        one = Broadcaster(versions=versions, people=people, pause=0.01)
        screens = [one.follow("a") for _ in range(3)]
        first = [await hear(screen, "version") for screen in screens]
        versions.values["a"] = 2
        return first, [await hear(screen, "version") for screen in screens]

    assert apart(play()) == ([1, 1, 1], [2, 2, 2])


def test_a_hundred_screens_cost_as_many_questions_as_one():
    async def play():
        versions = Numbers(a=1, b=1)
        one = Broadcaster(versions=versions, people=Numbers(), pause=0.05)
        screens = [one.follow("a" if number % 2 else "b") for number in range(100)]
        await asyncio.gather(*(hear(screen, "version") for screen in screens))
        return versions.asked

    asked = apart(play())

    assert len(asked) < 5
    assert asked[-1] == ["a", "b"]


def test_a_screen_that_was_slow_hears_the_newest_number_only():
    async def play():
        versions = Numbers(a=1)
        one = Broadcaster(versions=versions, people=Numbers(), pause=0.01)
        screen = one.follow("a")
        await hear(screen, "version")
        for version in (2, 3, 4):
            versions.values["a"] = version
            await asyncio.sleep(0.05)
        return await hear(screen, "version")

    assert apart(play()) == 4


def test_the_number_of_people_is_asked_less_often():
    async def play():
        versions, people = Numbers(a=1), Numbers(a=9)
        one = Broadcaster(versions=versions, people=people, pause=0.01)
        screen = one.follow("a")
        first = await hear(screen, "people")
        people.values["a"] = 10
        return first, await hear(screen, "people"), len(versions.asked), len(people.asked)

    first, then, versions_asked, people_asked = apart(play())

    assert (first, then) == (9, 10)
    assert versions_asked > 3 * people_asked


def test_who_comes_in_hears_no_older_number_than_that_of_their_own_page():
    async def play():
        versions, people = Numbers(a=1), Numbers(a=5)
        one = Broadcaster(versions=versions, people=people, pause=0.02)
        first = one.follow("a")
        before = await hear(first, "people")
        people.values["a"] = 6  # somebody joined: their page says six
        second = one.follow("a")
        return before, await hear(second, "people"), await hear(first, "people"), len(versions.asked)

    before, newcomer, others, asked = apart(play())

    assert (before, newcomer, others) == (5, 6, 6)
    assert asked <= 3, "the newcomer is counted at once, not at the next turn"


def test_a_quiet_stream_beats_now_and_then(monkeypatch):
    monkeypatch.setattr(broadcast, "HEARTBEAT", 0.02)

    async def play():
        screen = Broadcaster(versions=Numbers(), people=Numbers(), pause=0.01).follow(uuid4())
        return [await anext(screen), await anext(screen)]

    assert apart(play()) == [b": listening\n\n", b": still here\n\n"]


def test_when_the_last_screen_goes_nothing_is_asked_any_more():
    async def play():
        versions = Numbers(a=1)
        one = Broadcaster(versions=versions, people=Numbers(), pause=0.01)
        screen = one.follow("a")
        await hear(screen, "version")
        await screen.aclose()
        await asyncio.sleep(0.05)
        asked = len(versions.asked)
        await asyncio.sleep(0.1)
        return one.screens, asked == len(versions.asked)

    assert apart(play()) == ({}, True)


def test_closing_ends_every_stream():
    async def play():
        one = Broadcaster(versions=Numbers(a=1), people=Numbers(), pause=0.01)
        screen = one.follow("a")
        await hear(screen, "version")
        one.close()
        with contextlib.suppress(StopAsyncIteration):
            return await anext(screen)

    assert apart(play()) is None


def test_a_database_that_is_away_for_a_moment_stops_nothing():
    async def play():
        versions = Numbers(a=1)
        faults = [OperationalError("away")]

        def unsteady(rounds):
            if faults:
                raise faults.pop()
            return versions(rounds)

        one = Broadcaster(versions=unsteady, people=Numbers(), pause=0.01)
        return await hear(one.follow("a"), "version")

    assert apart(play()) == 1


@pytest.mark.django_db
def test_versions_and_people_are_read_in_one_query_each(play, dagstart, korte_reflectie, django_assert_num_queries):
    one, other = play(dagstart, people=3).round, play(korte_reflectie, people=1).round
    rounds = [one.pk, other.pk]

    with django_assert_num_queries(2):
        versions, people = broadcast.read_versions(rounds), broadcast.read_people(rounds)

    assert versions == {one.pk: one.version, other.pk: other.version}
    assert people == {one.pk: 3, other.pk: 1}
