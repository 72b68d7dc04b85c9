"""What is still missing before this installation can serve others, in the order in which to do it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from goedwerk.content import loaders
from goedwerk.organisations.models import Organisation


@dataclass(frozen=True)
class Lack:
    what: str
    way_out: str
    must: bool = True


def missing() -> list[Lack]:
    return [*of_the_process(), *of_the_address(), *of_the_database(), *of_the_organisation()]


def of_the_process() -> Iterator[Lack]:
    if settings.DEBUG:
        yield Lack("Debugging is on: a fault would show its inside to visitors.", "Take GOEDWERK_DEBUG away.")
    if len(settings.SECRET_KEY) < 50:
        yield Lack(
            "The secret key is short.", "Put at least 50 random characters in the file of GOEDWERK_SECRET_KEY_FILE."
        )


def of_the_address() -> Iterator[Lack]:
    if not settings.PUBLIC_URL:
        yield Lack("The public address is not known.", "Set GOEDWERK_PUBLIC_URL, such as https://goedwerk.example.nl.")
    elif not settings.IS_HTTPS:
        yield Lack(
            "The public address has no TLS: pages and answers can be read on the way.",
            "Put it behind a proxy with TLS (deploy/Caddyfile) and write https:// in GOEDWERK_PUBLIC_URL.",
        )
    if not settings.SECURITY_CONTACT:
        yield Lack(
            "Nobody can report a weakness.",
            "Set GOEDWERK_SECURITY_CONTACT, such as mailto:security@example.nl: it is shown in security.txt.",
            must=False,
        )


def of_the_database() -> Iterator[Lack]:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        yield Lack(f"The database does not answer: {error}", "Check GOEDWERK_DATABASE_URL and whether the server runs.")
        return
    if waiting:
        yield Lack(f"{len(waiting)} migrations wait.", "Start `goedwerk serve` once, or run `goedwerk link`.")
        return
    if connection.vendor == "sqlite":
        yield Lack(
            "The database is one SQLite file.",
            "Fine for one team. For an organisation use PostgreSQL: GOEDWERK_DATABASE_URL=postgresql://…",
            must=False,
        )


def of_the_organisation() -> Iterator[Lack]:
    if "organisations_organisation" not in connection.introspection.table_names():
        return
    organisation = Organisation.objects.first()
    if organisation is None or not organisation.contacts:
        yield Lack(
            "Participants are not told where to go with a worry or a report.",
            "Sign in and fill in the local contacts under Organisation.",
        )
    if not loaders.shipped_packs():
        yield Lack("There is no content.", "Load a pack: goedwerk load-pack FOLDER.")
