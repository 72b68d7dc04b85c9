"""A real house: the command `goedwerk serve` in a process and folder of its own, visited by real browsers."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest
from people import PHONE, TABLET
from playwright.sync_api import BrowserContext, Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
LINK = re.compile(r"http://\S+/sign-in/\S+")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class House:
    """A running server: where it is, what it printed, what it keeps."""

    address: str
    folder: Path
    process: subprocess.Popen
    printed: list[str]

    def link(self) -> str:
        """A fresh link that signs the first facilitator in."""
        return goedwerk(self.folder, self.address, "link").strip().splitlines()[-1]

    def everything_printed(self) -> str:
        return "".join(self.printed)


def environment(folder: Path, port: int) -> dict[str, str]:
    own = {"GOEDWERK_DATA": str(folder), "GOEDWERK_PORT": str(port), "PYTHONUNBUFFERED": "1"}
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "goedwerk.config.settings", **own}


def goedwerk(folder: Path, address: str, *words: str) -> str:
    port = int(address.rsplit(":", 1)[1])
    command = [sys.executable, "-m", "goedwerk", *words]
    return subprocess.run(command, env=environment(folder, port), capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="session")
def house(tmp_path_factory) -> Iterator[House]:
    folder, port = tmp_path_factory.mktemp("house"), free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "goedwerk", "serve"],
        env=environment(folder, port),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    printed: list[str] = []
    for line in process.stdout:
        printed.append(line)
        if LINK.search(line):
            break
    # Read on, so that the pipe never fills up.
    Thread(target=lambda: printed.extend(process.stdout), daemon=True).start()
    yield House(f"http://127.0.0.1:{port}", folder, process, printed)
    process.terminate()
    process.wait(timeout=10)


Visitor = Callable[..., Page]


@pytest.fixture
def visitor(browser, house) -> Iterator[Visitor]:
    """Somebody with a browser of their own; no request of theirs may leave the house, and no page breaks its policy."""
    contexts: list[BrowserContext] = []
    left: list[str] = []
    refused: list[str] = []

    def arrive(*, viewport=PHONE, language="nl-NL", **options) -> Page:
        context = browser.new_context(viewport=viewport, locale=language, base_url=house.address, **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: left.append(request.url) if leaves(request.url, house) else None)
        page.on("console", lambda said: refused.append(said.text) if "Policy" in said.text else None)
        return page

    yield arrive
    for context in contexts:
        context.close()
    assert left == [], "a page asked something of another server"
    assert refused == [], "a page asked for something that its own policy forbids"


def leaves(url: str, house: House) -> bool:
    return not url.startswith((house.address, "data:", "blob:", "about:"))


@pytest.fixture
def noor(visitor, house) -> Page:
    """The facilitator, with a tablet, signed in by a link."""
    page = visitor(viewport=TABLET)
    page.goto(house.link())
    return page
