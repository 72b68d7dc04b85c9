"""The platform as it is served, in a process and folder of its own, and visitors that speak plain HTTP to it."""

from __future__ import annotations

import html
import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit

SRC = Path(__file__).resolve().parents[2] / "src"
LINK = re.compile(r"http://\S+(/sign-in/\S+/)")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
VERSION = re.compile(r'name="version" value="(\d+)"')


class Visitor:
    """One browser: its cookies, the page it has in front of it, and everything that could give it away."""

    def __init__(self, port: int, *, source: str = "127.0.0.1", agent: str = "", forwarded_for: str = ""):
        self.port, self.source = port, source
        self.headers = {"User-Agent": agent, "X-Forwarded-For": forwarded_for, "Accept-Language": "nl"}
        self.cookies: dict[str, str] = {}
        self.page, self.status, self.path = "", 0, ""

    def get(self, path: str) -> Visitor:
        return self.ask("GET", path)

    def post(self, path: str, **fields: object) -> Visitor:
        token = TOKEN.search(self.page)
        body = urlencode({"csrfmiddlewaretoken": token[1] if token else "", **fields}, doseq=True)
        return self.ask("POST", path, body)

    def ask(self, method: str, path: str, body: str | None = None) -> Visitor:
        reply, text = self.exchange(method, path, body)
        self.keep_cookies(reply)
        if reply.status in (301, 302, 303):
            return self.get(urlsplit(reply.headers["Location"]).path)
        self.page, self.status, self.path = html.unescape(text), reply.status, path
        return self

    def exchange(self, method: str, path: str, body: str | None) -> tuple[HTTPResponse, str]:
        form = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        cookies = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=60, source_address=(self.source, 0))) as line:
            line.request(method, path, body, {**self.headers, **form, **cookies})
            reply = line.getresponse()
            return reply, reply.read().decode()

    def keep_cookies(self, reply: HTTPResponse) -> None:
        for header in reply.headers.get_all("Set-Cookie") or ():
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value

    @property
    def version(self) -> str:
        return VERSION.search(self.page)[1]


class House:
    """`goedwerk serve`, with everything it prints in one file."""

    def __init__(self, folder: Path):
        self.folder, self.printed = folder / "data", folder / "printed.txt"
        self.port = free_port()
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "goedwerk.config.settings",
            "GOEDWERK_DATA": str(self.folder),
            # A file of its own, also where the tests around it use PostgreSQL: every byte of it is read.
            "GOEDWERK_DATABASE_URL": "",
            "GOEDWERK_PORT": str(self.port),
            "PYTHONPATH": str(SRC),
            "PYTHONUNBUFFERED": "1",
        }
        self.process = self.start("serve")
        self.link = self.wait_for_link()

    def start(self, *words: str) -> subprocess.Popen:
        with self.printed.open("a", encoding="utf-8") as out:
            command = [sys.executable, "-m", "goedwerk", *words]
            return subprocess.Popen(command, env=self.environment, stdout=out, stderr=subprocess.STDOUT)

    def wait_for_link(self) -> str:
        last = time.monotonic() + 120
        while time.monotonic() < last and self.process.poll() is None:
            if found := LINK.search(self.said):
                return found[1]
            time.sleep(0.2)
        raise TimeoutError(self.said)

    @property
    def said(self) -> str:
        return self.printed.read_text(encoding="utf-8")

    def do_jobs(self) -> None:
        """What the house does each minute, now: in a process of its own beside the server."""
        code = "import django; django.setup(); from goedwerk.cli import server; server.do_jobs()"
        with self.printed.open("a", encoding="utf-8") as out:
            subprocess.run([sys.executable, "-c", code], env=self.environment, stdout=out, stderr=out, check=True)

    def query(self, sql: str, *values: object) -> list[tuple]:
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as connection:
            return connection.execute(sql, values).fetchall()

    @property
    def database(self) -> Path:
        return self.folder / "goedwerk.sqlite3"

    def tables_with(self, words: str) -> set[str]:
        """The tables in which these words stand."""
        names = [name for (name,) in self.query("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name for name in names if any(words in str(row) for row in self.query(f'SELECT * FROM "{name}"'))}

    def files_with(self, words: str) -> set[str]:
        """The files in which these bytes stand: the database and its logs, what was printed, everything else."""
        files = [path for path in self.folder.rglob("*") if path.is_file() and "static" not in path.parts]
        found = words.encode()
        return {path.name for path in [*files, self.printed] if found in path.read_bytes()}

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
