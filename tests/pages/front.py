"""Pages for everybody: the front door, and what is for machines and for who develops."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from pages.shapes import Page, anyone


def front_pages() -> Iterator[Page]:
    yield anyone("front door", "dialogues:front")
    yield anyone("front door, with a code nobody knows", "dialogues:front", query="?code=XXXXXXXX")
    yield anyone("join by code", "dialogues:join")
    yield anyone("join, with a code nobody knows", "dialogues:join", query="?code=XXXXXXXX")
    yield anyone("a dialogue nobody knows", "dialogues:now", "XXXXXXXX", status=404)
    yield anyone("after the quick way out", "dialogues:leave-quickly")
    yield anyone("privacy", "reports:privacy")
    yield Page("no such page", "anonymous", "/no-such-page/", status=404)


def technical_pages() -> Iterator[Page]:
    shown = 200 if settings.DEBUG_PAGES else 404
    yield anyone("style pages", "ui:style-page", status=shown)
    yield anyone("one style page", "ui:style-sheet", "report", status=shown)
    yield anyone("another language", "set_language", data={"language": "en"}, status=302, is_html=False)
    yield Page("alive", "anonymous", "/_healthz/livez/", is_html=False)
    yield Page("ready", "anonymous", "/_healthz/readyz/", is_html=False)
    contact = 200 if settings.SECURITY_CONTACT else 404
    yield Page("security.txt", "anonymous", "/.well-known/security.txt", status=contact, is_html=False)
