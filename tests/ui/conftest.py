"""A house of its own for the room `ui`: pages with every component, served to a browser under the strict policy."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from ui.house import settings as small

SRC = Path(__file__).resolve().parents[2] / "src"
TESTS = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def only_this_room(settings):
    """Templates are tested with the little house, whatever the platform around it needs."""
    settings.ROOT_URLCONF = small.ROOT_URLCONF
    settings.TEMPLATES = small.TEMPLATES
    settings.DEBUG_PAGES = True
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(scope="session")
def house():
    """The address of a running house."""
    port = _free_port()
    paths = os.pathsep.join([str(SRC), str(TESTS)])
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "ui.house.settings", "PYTHONPATH": paths}
    command = [sys.executable, "-m", "django", "runserver", "--insecure", "--noreload", str(port)]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture
def page(browser, house):
    """A phone-sized tab without a past, which fails on whatever the browser complains about."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=house)
    tab = context.new_page()
    tab.complaints = []
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    yield tab
    context.close()
    assert tab.complaints == []


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str) -> None:
    for _attempt in range(100):
        if _answers(address):
            return
        time.sleep(0.1)
    raise TimeoutError(f"{address} did not answer")


def _answers(address: str) -> bool:
    try:
        urlopen(f"{address}/told/", timeout=2).close()
    except OSError:
        return False
    return True
