"""Screens follow the facilitator: pushed by a real server, and asked for where pushing fails."""

from __future__ import annotations

import http.client
import time
from queue import Empty, Queue
from threading import Thread
from urllib.parse import urlsplit

import pytest

from dialogues.house import House
from dialogues.phones import Phone
from goedwerk.dialogues.actions import leading


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("follow"))
    yield house
    house.close()


class Screen:
    """Listens to the events of a dialogue in a thread of its own."""

    def __init__(self, house: House):
        parts = urlsplit(house.url("events/"))
        self.connection = http.client.HTTPConnection(parts.netloc, timeout=30)
        self.connection.request("GET", parts.path)
        self.reply = self.connection.getresponse()
        self.heard: Queue[tuple[str, int]] = Queue()
        self.thread = Thread(target=self.listen, daemon=True)
        self.thread.start()

    def listen(self) -> None:
        event = ""
        for line in iter(self.reply.readline, b""):
            name, _, value = line.decode().strip().partition(": ")
            if name == "event":
                event = value
            elif name == "data":
                self.heard.put((event, int(value)))

    def next(self, event: str, within: float = 5.0) -> int | None:
        """The next number of this kind; None when none comes in time."""
        until = time.monotonic() + within
        while (left := until - time.monotonic()) > 0:
            try:
                name, value = self.heard.get(timeout=left)
            except Empty:
                return None
            if name == event:
                return value
        return None


def test_two_screens_hear_each_act_of_the_facilitator_and_no_answer(house):
    screens = [Screen(house), Screen(house)]
    before = [(screen.next("version"), screen.next("people")) for screen in screens]

    house.act("open")
    opened = [screen.next("version") for screen in screens]
    house.act("join")
    joined = [screen.next("people", within=10) for screen in screens]
    quiet = screens[0].next("version", within=1.5)
    house.act("next")
    moved = [screen.next("version") for screen in screens]

    assert screens[0].reply.headers["Content-Type"] == "text/event-stream"
    assert before == [(1, 0), (1, 0)]
    assert opened == [2, 2]
    assert joined == [1, 1]
    assert quiet is None
    assert moved == [3, 3]


def test_a_server_with_open_streams_stops_at_once(tmp_path):
    house = House(tmp_path)
    screens = [Screen(house), Screen(house)]
    for screen in screens:
        screen.next("version")

    seconds = house.stop_server()

    for screen in screens:
        screen.thread.join(timeout=5)
        assert not screen.thread.is_alive()
    assert seconds < 5
    house.close()


@pytest.mark.django_db
def test_the_version_can_be_asked_for(play, dagstart):
    phone, room = Phone(dagstart), play(dagstart)
    before = phone.look("version").content

    room.act(leading.next_step)

    assert (before, phone.look("version").content) == (b"2", b"3")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["version", "events"])
def test_nothing_is_told_of_a_code_that_does_not_exist(client, name):
    assert client.get(f"/d/KKKKKKKK/{name}/").status_code == 404


@pytest.mark.django_db
def test_an_answer_moves_no_version(play, dagstart):
    room = play(dagstart, people=1)
    step = room.go_to("first")
    phone = Phone(dagstart).join()
    before = room.round.version

    phone.send(step, option="dont-know", confidence="3")

    assert room.round.version == before
