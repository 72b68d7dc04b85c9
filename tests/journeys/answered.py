"""Every page as the platform answered it, for a browser that looks at it without a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, transaction

from cast import load_content
from goedwerk.organisations.actions import found
from pages import Stage, every_page


@dataclass(frozen=True)
class Visited:
    name: str
    url: str
    html: str


def visit_every_page(language: str) -> list[Visited]:
    answers: list[Visited] = []
    with transaction.atomic():
        load_content()
        stage = Stage(found(name="Gemeente Waterrijk", owner="Noor"))
        # What is sent is sent, also where only a redirect comes back: the pages after it are about what came of it.
        for page in filter(lambda page: page.is_html or page.data is not None, every_page(stage)):
            response = page.visit(language=language)
            assert response.status_code == page.status, page.name
            if page.is_html:
                answers.append(Visited(page.name, page.url, response.content.decode()))
        transaction.set_rollback(True)
    connection.close()
    return answers


def static_file(url: str) -> Path:
    return Path(settings.STATIC_ROOT) / urlsplit(url).path.removeprefix("/static/")


class Shelf(ThreadingHTTPServer):
    """Answers with the page that lies on it. A browser keeps the files of one page for the next, as it does at home."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.html = ""


class Answer(BaseHTTPRequestHandler):
    """The page that is looked at now, whatever its address, and the files that belong to it."""

    protocol_version = "HTTP/1.1"
    server: Shelf

    def do_GET(self) -> None:
        if self.path.startswith("/static/"):
            file = static_file(self.path)
            self.say(file.read_bytes(), guess_type(file)[0] or "application/octet-stream", keep="max-age=600")
        elif self.headers["Sec-Fetch-Mode"] == "navigate":
            self.say(self.server.html.encode(), "text/html; charset=utf-8", keep="no-store")
        elif self.path.endswith("/events/"):
            # Stays open until the browser goes, and nothing happens on it.
            self.rfile.read(1)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def say(self, body: bytes, kind: str, *, keep: str) -> None:
        self.send_response(HTTPStatus.OK)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", keep)):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """Nobody reads along."""


@contextmanager
def on_a_shelf() -> Iterator[Shelf]:
    with Shelf() as shelf:
        Thread(target=shelf.serve_forever, daemon=True).start()
        try:
            yield shelf
        finally:
            shelf.shutdown()
