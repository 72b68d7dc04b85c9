"""What is erased is in no file any more: the database and its logs, what was printed, temporary files, everything else.

The database is one of its own, in files that are read byte by byte: SQLite, or PostgreSQL when the tests run on that.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest

TESTS = Path(__file__).resolve().parents[1]
WAYS = ("retention", "stopping", "deleting")
pytestmark = pytest.mark.xdist_group("erasure")


class Canary:
    """The process that fills and erases, and the files that it leaves behind."""

    def __init__(self, folder: Path, environment: dict[str, str]):
        self.folder, self.printed = folder / "data", folder / "printed.txt"
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        self.environment = {
            **os.environ,
            "GOEDWERK_DATA": str(self.folder),
            "TMPDIR": str(self.temporary),
            "DJANGO_SETTINGS_MODULE": "goedwerk.config.settings",
            "PYTHONPATH": os.pathsep.join([str(TESTS.parent / "src"), str(TESTS)]),
            **environment,
        }
        self.start()

    def start(self) -> None:
        with self.printed.open("a") as printed:
            self.process = subprocess.Popen(
                [sys.executable, str(TESTS / "dialogues" / "canary.py")],
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=printed,
                text=True,
            )
        assert self.process.stdout.readline() == "ready\n", self.printed.read_text()

    def act(self, line: str) -> dict:
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        said = self.process.stdout.readline()
        assert said, self.printed.read_text()
        return json.loads(said)

    def run(self, *words: str) -> str:
        command = [sys.executable, "-m", "goedwerk", *words]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True).stdout

    def stop(self) -> None:
        self.process.stdin.close()
        self.process.wait(timeout=20)

    def close(self) -> None:
        self.stop()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Somebody who looks at the database as it is now, and goes on looking."""
        with closing(sqlite3.connect(self.database, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM dialogues_dialogue").fetchone()
            yield

    # A backup, made and put back as docs/how-to/restore-a-backup.md says

    @property
    def database(self) -> Path:
        return self.folder / "goedwerk.sqlite3"

    @property
    def backup(self) -> Path:
        return self.folder.parent / "backup.sqlite3"

    def make_backup(self) -> None:
        with closing(sqlite3.connect(self.database)) as source, closing(sqlite3.connect(self.backup)) as copy:
            source.backup(copy)

    def put_backup_back(self) -> None:
        self.stop()
        for path in self.folder.glob("goedwerk.sqlite3*"):
            path.unlink()
        shutil.copyfile(self.backup, self.database)

    # Bytes

    def own_files(self) -> list[Path]:
        """Everything in the data folder, and what was printed or put in the folder for temporary files."""
        folders = [path for path in (self.folder, self.temporary) for path in path.rglob("*")]
        return [path for path in [*folders, self.printed] if path.is_file() and "static" not in path.parts]

    def database_files(self) -> list[Path]:
        return []

    def files_with(self, *traces: bytes) -> dict[str, int]:
        """By file how many of these traces stand in it."""
        found = {}
        for path in [*self.own_files(), *self.database_files()]:
            contents = bytes_of(path)
            if number := sum(trace in contents for trace in traces):
                found[path.name] = number
        return found

    def as_stored(self, key: str) -> bytes:
        """SQLite writes a random key in hexadecimal letters."""
        return key.encode()

    def traces(self, filled: dict) -> list[bytes]:
        return [filled["words"].encode(), *map(self.as_stored, filled["keys"])]


def bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        # A working file of the database server, taken away since the folder was listed.
        return b""


class PostgresCanary(Canary):
    """The same on a fresh database of a PostgreSQL server on this machine."""

    def __init__(self, folder: Path, url: str):
        self.name = f"canary_{uuid4().hex}"
        self.server = psycopg.connect(url, autocommit=True)
        self.server.execute(f"CREATE DATABASE {self.name}")
        super().__init__(folder, {"GOEDWERK_DATABASE_URL": urlunsplit(urlsplit(url)._replace(path=f"/{self.name}"))})

    def database_files(self) -> list[Path]:
        self.server.execute("CHECKPOINT")
        (data,) = self.server.execute("SHOW data_directory").fetchone()
        (number,) = self.server.execute("SELECT oid FROM pg_database WHERE datname = %s", [self.name]).fetchone()
        folders = [Path(data) / "base" / str(number), Path(data) / "global", Path(data) / "pg_stat"]
        return [path for folder in folders for path in folder.rglob("*") if path.is_file()]

    def as_stored(self, key: str) -> bytes:
        return bytes.fromhex(key)

    @contextmanager
    def reading(self) -> Iterator[None]:
        with psycopg.connect(self.environment["GOEDWERK_DATABASE_URL"]) as reader:
            reader.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            # Not a table that is to be written anew: that would wait for this reader, instead of keeping its rows.
            reader.execute("SELECT count(*) FROM django_migrations").fetchone()
            yield

    def make_backup(self) -> None:
        self.stop()
        self.server.execute(f"CREATE DATABASE {self.name}_backup TEMPLATE {self.name}")
        self.start()

    def put_backup_back(self) -> None:
        self.stop()
        self.server.execute(f"DROP DATABASE {self.name}")
        self.server.execute(f"ALTER DATABASE {self.name}_backup RENAME TO {self.name}")

    def close(self) -> None:
        super().close()
        self.server.execute(f"DROP DATABASE {self.name} WITH (FORCE)")
        self.server.close()


@pytest.fixture(scope="module")
def canary(tmp_path_factory) -> Iterator[Canary]:
    folder = tmp_path_factory.mktemp("canary")
    url = os.environ.get("GOEDWERK_DATABASE_URL")
    started = PostgresCanary(folder, url) if url else Canary(folder, {})
    yield started
    started.close()


@pytest.mark.parametrize("way", WAYS)
def test_an_answer_of_every_kind_that_is_erased_is_in_no_file(canary, way):
    filled = canary.act(f"fill Kanarie-{way}-{uuid4().hex}")
    traces = canary.traces(filled)
    before = canary.files_with(*traces)

    canary.act(f"erase {way}")

    assert sum(before.values()) >= len(traces)
    assert len(filled["kinds"]) >= 9
    assert canary.files_with(*traces) == {}


def test_a_link_that_was_used_leaves_no_fingerprint(canary):
    fingerprint = canary.act("sign-in")["fingerprint"]

    assert canary.files_with(fingerprint.encode()) == {}


def test_who_keeps_reading_is_in_the_way_and_that_is_said_loudly(canary):
    traces = canary.traces(canary.act(f"fill Kanarie-lezer-{uuid4().hex}"))

    with canary.reading():
        canary.act("erase stopping")
        gone, left = canary.act("wipe")["gone"], canary.files_with(*traces)
    after = canary.act("wipe")["gone"]

    assert (gone, after) == (False, True)
    assert left != {}
    assert "ERROR goedwerk.erasure: Erased, but not yet gone" in canary.printed.read_text()
    assert canary.files_with(*traces) == {}


def test_a_backup_from_before_an_erasure_brings_nothing_back(canary):
    traces = canary.traces(canary.act(f"fill Kanarie-terug-{uuid4().hex}"))
    canary.make_backup()
    canary.act("erase retention")
    canary.put_backup_back()
    came_back = canary.files_with(*traces)

    said = canary.run("erase")

    canary.start()
    assert came_back != {}
    assert "Erased the answers of 0 round(s)." in said
    assert canary.files_with(*traces) == {}
