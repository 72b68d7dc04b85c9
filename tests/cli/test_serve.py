"""The command, as an operator uses it: in a process and a folder of its own."""

import os
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

LINK = re.compile(r"http://127\.0\.0\.1:\d+/sign-in/\S+")
SLOWEST = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(folder: Path, port: int) -> dict[str, str]:
    own = {"GOEDWERK_DATA": str(folder), "GOEDWERK_PORT": str(port)}
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "goedwerk.config.settings", **own}


def goedwerk(folder: Path, *words: str, port: int = 8000) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "goedwerk", *words]
    return subprocess.run(command, env=environment(folder, port), capture_output=True, text=True, check=False)


class Serving:
    """A server that has told its link, and is stopped at the end."""

    def __init__(self, folder: Path, *words: str):
        self.port = free_port()
        command = [sys.executable, "-m", "goedwerk", "serve", *words]
        self.process = subprocess.Popen(
            command, env=environment(folder, self.port), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.told: list[str] = []

    def __enter__(self):
        for line in self.process.stdout:
            self.told.append(line)
            if "Ctrl+C" in line:
                return self
        raise AssertionError("".join(self.told))

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(SLOWEST)

    @property
    def link(self) -> str:
        return LINK.search("".join(self.told))[0]

    def get(self, path: str):
        return urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("first") / "data"


def test_a_first_start_makes_everything_and_prints_one_link(folder):
    with Serving(folder) as server:
        front = server.get("/")
        inside = urllib.request.build_opener(urllib.request.HTTPCookieProcessor()).open(server.link)

        assert front.status == 200
        assert inside.url.endswith("/dialogues/")
        assert len(LINK.findall("".join(server.told))) == 1
        with pytest.raises(urllib.error.HTTPError, match="410"):
            urllib.request.urlopen(server.link)


def test_the_folder_is_for_its_owner_alone(folder):
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "secret").stat().st_mode) == 0o600


def test_the_database_overwrites_what_it_erases(folder):
    with sqlite3.connect(folder / "goedwerk.sqlite3") as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert database.execute("SELECT count(*) FROM dilemmas_dilemma").fetchone() == (48,)


def test_a_second_start_repeats_nothing(folder):
    before = sorted((path.name, path.stat().st_mtime_ns) for path in (folder / "static").rglob("*"))

    with Serving(folder) as server:
        assert server.get("/_healthz/readyz/").status == 200

    assert sorted((path.name, path.stat().st_mtime_ns) for path in (folder / "static").rglob("*")) == before


def test_a_server_on_a_taken_port_says_so_and_stops(folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = goedwerk(folder, "serve", port=taken.getsockname()[1])

    assert result.returncode != 0
    assert "GOEDWERK_PORT" in result.stdout + result.stderr


def test_a_killed_server_comes_back_with_everything(folder):
    with Serving(folder) as server:
        link = server.link
        server.process.kill()
    time.sleep(0.2)

    with Serving(folder) as server:
        back = urllib.request.build_opener(urllib.request.HTTPCookieProcessor()).open(
            link.replace(link.split("/sign-in/")[0], f"http://127.0.0.1:{server.port}")
        )

    assert back.url.endswith("/dialogues/")


def test_a_link_can_be_made_beside_the_server(folder):
    result = goedwerk(folder, "link")

    assert result.returncode == 0
    assert LINK.fullmatch(result.stdout.strip().splitlines()[-1])


def test_a_link_for_somebody_unknown_names_who_is_known(folder):
    result = goedwerk(folder, "link", "Nobody")

    assert result.returncode == 1
    assert "Known: " in result.stderr


def test_a_pack_with_faults_is_refused_whole(folder, tmp_path):
    (tmp_path / "pack.yaml").write_text("id: My pack\n", encoding="utf-8")

    result = goedwerk(folder, "load-pack", str(tmp_path))

    assert result.returncode == 1
    assert "pack.yaml:1" in result.stderr
    assert "Nothing was loaded" in result.stderr


def test_a_demonstration_leaves_a_report(folder):
    result = goedwerk(folder, "demo", "--people", "9")

    assert result.returncode == 0, result.stderr
    with sqlite3.connect(folder / "goedwerk.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM reports_finding").fetchone()[0] >= 5


def test_check_lists_what_production_needs(folder):
    result = goedwerk(folder, "check")

    assert result.returncode == 1
    assert "The public address is not known." in result.stdout
    assert "Participants are not told where to go" in result.stdout


def test_in_a_room_the_address_is_checked_and_plain_http_explained(folder):
    with Serving(folder, "--room", "--address", "127.0.0.1") as server:
        told = "".join(server.told)

    assert f"Phones in this room go to http://127.0.0.1:{server.port}" in told
    assert "Checked: this computer answers there." in told
    assert "This is plain HTTP." in told
    assert f"http://127.0.0.1:{server.port}/sign-in/" in told
