"""Tells every screen of this process what the facilitator did.

One task asks the database for the versions of all rounds that somebody watches, in one query; a screen costs none.
Versions move on acts of the facilitator only, never on an answer. A screen that is slow skips to the newest number.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from uuid import UUID
from weakref import WeakKeyDictionary

from django.db import DatabaseError, close_old_connections
from django.db.models import Count, Q

from goedwerk.dialogues.models import Round

PAUSE = 0.5
PEOPLE_EVERY = 6  # rounds of asking
HEARTBEAT = 20.0

log = logging.getLogger("goedwerk.broadcast")

Read = Callable[[Iterable[UUID]], Mapping[UUID, int]]


def read_versions(rounds: Iterable[UUID]) -> dict[UUID, int]:
    return dict(Round.objects.filter(pk__in=rounds).values_list("pk", "version"))


def read_people(rounds: Iterable[UUID]) -> dict[UUID, int]:
    """How many phones came in, per round."""
    joined = Count("presences", filter=Q(presences__participation__left=False))
    return dict(Round.objects.filter(pk__in=rounds).annotate(joined=joined).values_list("pk", "joined"))


@dataclass(frozen=True)
class State:
    """What a screen may know: on which act of the facilitator we are, and how many phones there are."""

    version: int | None = None
    people: int | None = None

    def events_since(self, told: State) -> list[bytes]:
        pairs = (("version", self.version, told.version), ("people", self.people, told.people))
        return [event(name, value) for name, value, known in pairs if value is not None and value != known]


def event(name: str, value: int) -> bytes:
    return f"event: {name}\ndata: {value}\n\n".encode()


class Broadcaster:
    """Serves the screens of one event loop."""

    def __init__(self, *, versions: Read = read_versions, people: Read = read_people, pause: float = PAUSE):
        self.read_versions, self.read_people, self.pause = versions, people, pause
        self.states: dict[UUID, State] = {}
        self.screens: dict[UUID, set[asyncio.Event]] = {}
        self.asking: asyncio.Task | None = None
        # Somebody came since the phones were counted last.
        self.somebody_came = False
        self.is_closing = False
        # A thread of its own: its one database connection serves everybody.
        self.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="goedwerk-broadcast")

    # Screens

    async def follow(self, round: UUID) -> AsyncIterator[bytes]:
        """What one screen hears, until it goes or the process stops."""
        news, told = self.enter(round), State()
        try:
            yield b": listening\n\n"
            while not self.is_closing:
                news.clear()
                now = self.states.get(round, State())
                for line in now.events_since(told):
                    yield line
                told = now
                if not await heard(news):
                    yield b": still here\n\n"
        finally:
            self.go(round, news)

    def enter(self, round: UUID) -> asyncio.Event:
        news = asyncio.Event()
        self.screens.setdefault(round, set()).add(news)
        self.forget_people(round)
        if self.asking is None or self.asking.done():
            self.asking = asyncio.get_running_loop().create_task(self.ask())
        return news

    def forget_people(self, round: UUID) -> None:
        """A screen knows the number of its own page, which is newer than the last count: never tell it that one."""
        self.somebody_came = True
        if round in self.states:
            self.states[round] = State(self.states[round].version)

    def go(self, round: UUID, news: asyncio.Event) -> None:
        self.screens[round].discard(news)
        if not self.screens[round]:
            del self.screens[round]
            self.states.pop(round, None)

    def close(self) -> None:
        """End every stream, so that the process can stop."""
        self.is_closing = True
        for screens in self.screens.values():
            for news in screens:
                news.set()

    # Asking, for all of them together

    async def ask(self) -> None:
        turn = 0
        while self.screens and not self.is_closing:
            with_people = self.somebody_came or turn % PEOPLE_EVERY == 0
            self.somebody_came = False
            await self.ask_once(with_people=with_people)
            turn += 1
            await asyncio.sleep(self.pause)

    async def ask_once(self, *, with_people: bool) -> None:
        watched = list(self.screens)
        try:
            versions = await self.in_thread(self.read_versions, watched)
            people = await self.in_thread(self.read_people, watched) if with_people else {}
        except DatabaseError:
            # Screens ask for the version themselves meanwhile.
            log.warning("The versions of rounds cannot be read now; trying again")
            return
        for round in watched:
            self.tell(round, versions.get(round), people.get(round))

    async def in_thread(self, read: Read, rounds: list[UUID]) -> Mapping[UUID, int]:
        return await asyncio.get_running_loop().run_in_executor(self.thread, reading, read, rounds)

    def tell(self, round: UUID, version: int | None, people: int | None) -> None:
        before = self.states.get(round, State())
        now = State(version, before.people if people is None else people)
        if now == before or round not in self.screens:
            return
        self.states[round] = now
        for news in self.screens[round]:
            news.set()


def reading(read: Read, rounds: list[UUID]) -> Mapping[UUID, int]:
    try:
        return read(rounds)
    finally:
        close_old_connections()


async def heard(news: asyncio.Event) -> bool:
    """Wait for news; False when a heartbeat is due."""
    try:
        await asyncio.wait_for(news.wait(), HEARTBEAT)
    except TimeoutError:
        return False
    return True


_broadcasters: WeakKeyDictionary[asyncio.AbstractEventLoop, Broadcaster] = WeakKeyDictionary()


def broadcaster() -> Broadcaster:
    """The one of this process; of this loop, to be exact."""
    loop = asyncio.get_running_loop()
    if loop not in _broadcasters:
        _broadcasters[loop] = Broadcaster()
        close_at_shutdown(loop, _broadcasters[loop])
    return _broadcasters[loop]


def close_at_shutdown(loop: asyncio.AbstractEventLoop, broadcaster: Broadcaster) -> None:
    """End the streams at the signal to stop: a server waits for its connections before it tells the application."""
    if threading.current_thread() is not threading.main_thread():
        return
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, closing_first(signal.getsignal(number), loop, broadcaster))


def closing_first(previous, loop: asyncio.AbstractEventLoop, broadcaster: Broadcaster):
    def handle(number, frame):
        loop.call_soon_threadsafe(broadcaster.close)
        if callable(previous):
            previous(number, frame)

    return handle
