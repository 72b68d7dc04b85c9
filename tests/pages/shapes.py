"""What a page is, who acts between two pages, and short ways to say which page is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from cast import Cast, prepare
from goedwerk.accounts.models import User
from goedwerk.dialogues import device
from goedwerk.dialogues.actions.taking_part import Joined
from goedwerk.dialogues.models import Dialogue
from goedwerk.organisations.models import Membership

Who = Literal["anonymous", "participant", "host"]


@dataclass(frozen=True)
class Page:
    """One page: what it is, for whom, its address, and what comes back."""

    name: str
    who: Who
    url: str
    status: int = 200
    # What is sent, for a page that a form leads to.
    data: Mapping[str, Any] | None = None
    token: str = ""
    host: User | None = None
    # Not every address is a page: some answer a file, a number, or nothing.
    is_html: bool = True

    def visit(self, language: str = "nl") -> HttpResponse:
        client = self.client()
        headers = {"accept-language": language}
        if self.data is None:
            return client.get(self.url, headers=headers)
        return client.post(self.url, self.data, headers=headers)

    def client(self) -> Client:
        """A browser as it has to be to see this page."""
        client = Client()
        if self.who == "host":
            client.force_login(self.host)
        if self.token:
            client.cookies[device.PLACE] = self.token
        return client

    def cookies(self) -> dict[str, str]:
        """The cookies that a real browser needs to see this page."""
        return {morsel.key: morsel.value for morsel in self.client().cookies.values()}


@dataclass
class Stage:
    """The people who act between two pages."""

    membership: Membership

    @property
    def host(self) -> User:
        return self.membership.user

    def prepare(self, approach: str, **decisions: Any) -> Dialogue:
        return prepare(self.membership, approach, **decisions)

    def open(self, approach: str, *, people: int, **decisions: Any) -> Cast:
        return Cast.open(self.prepare(approach, **decisions), self.host, people=people)


def anyone(name: str, view: str, *args: Any, query: str = "", **more: Any) -> Page:
    return Page(name, "anonymous", reverse(view, args=args) + query, **more)


def by_host(stage: Stage, name: str, view: str, *args: Any, query: str = "", **more: Any) -> Page:
    return Page(name, "host", reverse(view, args=args) + query, host=stage.host, **more)


def inside(joined: Joined, name: str, view: str, *args: Any, query: str = "", **more: Any) -> Page:
    return Page(name, "participant", reverse(view, args=args) + query, token=joined.token, **more)


def everywhere(stage: Stage, cast: Cast, moment: str) -> Iterator[Page]:
    """The phone, the big screen and the console, now."""
    yield inside(cast.people[0], f"phone: {moment}", "dialogues:now", cast.dialogue.code)
    yield anyone(f"big screen: {moment}", "dialogues:screen", cast.dialogue.code)
    yield by_host(stage, f"console: {moment}", "dialogues:console", cast.dialogue.pk)
