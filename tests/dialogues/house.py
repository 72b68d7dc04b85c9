"""A real server in a process and folder of its own, with a facilitator who acts when a test asks her to."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

TESTS = Path(__file__).resolve().parents[1]
SRC = TESTS.parent / "src"


class House:
    def __init__(self, folder: Path):
        self.environment = {
            **os.environ,
            "GOEDWERK_DATA": str(folder),
            # A file of its own, also where the tests around it use PostgreSQL.
            "GOEDWERK_DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "goedwerk.config.settings",
            "PYTHONPATH": os.pathsep.join([str(SRC), str(TESTS)]),
        }
        self.noor = self.start(str(TESTS / "dialogues" / "noor.py"), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.noor.stdout.readline() == "ready\n"
        self.address = f"http://127.0.0.1:{free_port()}"
        port = self.address.rsplit(":", 1)[1]
        self.server = self.start("-m", "uvicorn", "goedwerk.config.asgi:application", "--port", port)
        wait_for(self.address + "/leave/")
        self.act("prepare")

    def start(self, *words: str, **pipes) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, *words], env=self.environment, text=True, stderr=subprocess.DEVNULL, **pipes
        )

    def act(self, line: str) -> None:
        """Let the facilitator act, and wait until she has."""
        self.noor.stdin.write(line + "\n")
        self.noor.stdin.flush()
        self.code = self.noor.stdout.readline().strip()
        assert self.code, f"{line!r} went wrong"

    def url(self, path: str = "") -> str:
        return f"{self.address}/d/{self.code}/{path}"

    def stop_server(self) -> float:
        """Ask the server to stop; how many seconds that took."""
        began = time.monotonic()
        self.server.send_signal(signal.SIGTERM)
        self.server.wait(timeout=20)
        return time.monotonic() - began

    def close(self) -> None:
        for process in (self.noor, self.server):
            process.kill()
            process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address: str) -> None:
    for _ in range(120):
        try:
            with urlopen(address, timeout=5):
                return
        except URLError:
            time.sleep(0.25)
    raise TimeoutError(address)
