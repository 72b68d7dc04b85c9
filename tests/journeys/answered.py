"""Every page as the platform answered it, for a browser that looks at it without a server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, transaction

from cast import load_content
from goedwerk.organisations.actions import found
from pages import Stage, every_page

HOUSE = "http://goedwerk.test"


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


def answering(each: Visited):
    """Gives the browser the page that was answered, and the files that belong to it."""

    def answer(route) -> None:
        if route.request.is_navigation_request():
            route.fulfill(body=each.html, content_type="text/html; charset=utf-8")
        elif route.request.url.startswith(f"{HOUSE}/static/"):
            route.fulfill(path=static_file(route.request.url))
        elif not route.request.url.endswith("/events/"):
            route.abort()
        # A stream of events stays open, and nothing happens on it.

    return answer
