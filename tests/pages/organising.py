"""Pages of who organises: the library, the account, the organisation, and preparing a dialogue."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

from goedwerk.accounts.actions import make_link
from goedwerk.approaches.models import Approach
from goedwerk.organisations.actions import invite
from pages.shapes import Page, Stage, anyone, by_host


def library_pages(stage: Stage) -> Iterator[Page]:
    yield by_host(stage, "library of dilemmas", "dilemmas:library")
    yield by_host(stage, "one dilemma", "dilemmas:dilemma", "wat-werkt-of-wat-mag")


def account_pages(stage: Stage) -> Iterator[Page]:
    yield anyone("how to sign in", "accounts:sign-in")
    yield anyone("a link that is used", "accounts:use-link", "no-such-token", status=410)
    yield anyone("a link that works", "accounts:use-link", make_link(user=stage.host), status=302, is_html=False)
    yield by_host(stage, "account", "accounts:account")
    yield by_host(stage, "account, without a name", "accounts:account", data={"name": ""})
    yield by_host(stage, "a link for another device", "accounts:another-device", data={})
    yield by_host(stage, "signing out", "accounts:sign-out", data={}, status=302, is_html=False)
    yield by_host(stage, "signing out everywhere", "accounts:sign-out-everywhere", data={}, status=302, is_html=False)
    stage.host.refresh_from_db()


def organisation_pages(stage: Stage) -> Iterator[Page]:
    colleague = invite(organisation=stage.membership.organisation, name="Sam", by=stage.host)
    yield by_host(stage, "organisation", "organisations:organisation")
    yield by_host(stage, "a colleague without a name", "organisations:invite", data={"name": ""}, status=422)
    yield by_host(stage, "a link for a colleague", "organisations:colleague-link", colleague.pk, data={})
    role = {"data": {"role": "editor"}, "status": 302, "is_html": False}
    yield by_host(stage, "the role of a colleague", "organisations:role", colleague.pk, **role)
    yield by_host(stage, "log of acts", "organisations:log")
    yield by_host(stage, "lists to compare by", "dialogues:lists")
    yield by_host(stage, "a list to compare by", "dialogues:list", "role")
    yield by_host(stage, "a list, not complete", "dialogues:list", "role", data={}, status=422)
    yield by_host(stage, "a new list", "dialogues:new-list")


def choosing_pages(stage: Stage) -> Iterator[Page]:
    yield by_host(stage, "no dialogues yet", "dialogues:mine")
    yield by_host(stage, "choosing an approach", "dialogues:start")
    yield by_host(stage, "choosing, with answers", "dialogues:start", query="?purpose=act&time=long&experience=first")
    yield by_host(stage, "preparing", "dialogues:prepare", "dagstart-dilemma")
    yield by_host(stage, "preparing a round of days", "dialogues:prepare", "korte-reflectie")
    yield by_host(stage, "preparing, not complete", "dialogues:prepare", "dagstart-dilemma", data={}, status=422)
    unknown = with_unknown_kind("dagstart-dilemma")
    yield by_host(stage, "choosing, where one cannot start", "dialogues:start")
    yield by_host(stage, "an approach that cannot start", "dialogues:prepare", unknown.key, status=409)
    unknown.delete()


def with_unknown_kind(key: str) -> Approach:
    """As a pack may bring it: with a kind of step that is not installed here."""
    approach = Approach.objects.get(key=key)
    first, *rest = approach.document["steps"]
    document = {**approach.document, "id": "hologram", "steps": [{**first, "kind": "hologram"}, *rest]}
    approach.pk, approach.key, approach.document = uuid4(), "hologram", document
    approach._state.adding = True
    approach.save()
    return approach


def prepared_pages(stage: Stage) -> Iterator[Page]:
    dialogue = stage.prepare("dagstart-dilemma")
    key, code = dialogue.pk, dialogue.code
    yield anyone("not open yet", "dialogues:now", code)
    yield anyone("big screen before opening", "dialogues:screen", code)
    yield by_host(stage, "my dialogues", "dialogues:mine")
    yield by_host(stage, "a prepared dialogue", "dialogues:dialogue", key)
    yield by_host(stage, "console before opening", "dialogues:console", key)
    yield by_host(stage, "rehearsal", "dialogues:rehearse", key)
    yield by_host(stage, "script on paper", "dialogues:script", key)
    yield by_host(stage, "cards on paper", "dialogues:cards", key)
    yield by_host(stage, "no report yet", "reports:report", key)
    yield by_host(stage, "deleting", "dialogues:delete", key, data={}, status=302, is_html=False)
