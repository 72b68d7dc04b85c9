"""A house with something in it: dialogues at every kind of step, and the addresses, visitors and keys to try.

Run as a script in the environment of the house: prints one line of JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any


def furnish() -> dict[str, Any]:
    from goedwerk.organisations.actions import found
    from pages import Stage, every_page

    stage = Stage(found(name="Gemeente Waterrijk", owner="Noor"))
    pages = [page for page in every_page(stage) if page.name != "a link that works"]
    casts = [*at_every_kind(stage), *open_for_days(stage)]
    stage.host.refresh_from_db()
    return {
        "urls": sorted({page.url for page in pages} | {url for cast in casts for url in addresses(cast)}),
        "visitors": visitors(stage, pages, casts),
        "keys": sorted({value for cast in casts for value in keys(cast)}),
    }


def at_every_kind(stage: Any) -> Iterator[Any]:
    """For each kind of step one led dialogue that stands at it."""
    from goedwerk.approaches.queries import all_approaches

    standing: set[str] = set()
    for listed in all_approaches():
        steps = listed.recipe.steps if listed.can_start and "live" in listed.recipe.modes else ()
        for step in steps:
            if step.kind not in standing:
                cast = stage.open(listed.recipe.key, people=5)
                yield lead_to(cast, step.key)
                standing.add(step.kind)


def lead_to(cast: Any, key: str) -> Any:
    from goedwerk.dialogues.errors import NotPossible

    try:
        return cast.go_to(key) and cast
    except NotPossible:
        return cast  # an optional step that was left out: the dialogue stands at its end


def open_for_days(stage: Any) -> Iterator[Any]:
    from django.utils import timezone

    from goedwerk.approaches.queries import all_approaches

    for listed in all_approaches():
        if listed.can_start and "open" in listed.recipe.modes:
            closes_at = timezone.now() + timedelta(days=3)
            yield stage.open(listed.recipe.key, people=5, mode="open", closes_at=closes_at)


def addresses(cast: Any) -> Iterator[str]:
    from django.urls import reverse

    dialogue, code = cast.dialogue, cast.dialogue.code
    for name in ("now", "screen", "own", "stop", "doors", "kept", "come-back"):
        yield reverse(f"dialogues:{name}", args=[code])
    for name in ("dialogue", "console", "rehearse", "script", "cards"):
        yield reverse(f"dialogues:{name}", args=[dialogue.pk])
    for step in cast.round.steps.all():
        yield reverse("dialogues:step", args=[code, step.pk])
        yield reverse("dialogues:texts", args=[dialogue.pk, step.pk])
    yield reverse("reports:report", args=[dialogue.pk])
    yield reverse("reports:shared", args=[code])


def visitors(stage: Any, pages: list[Any], casts: list[Any]) -> list[dict[str, Any]]:
    """Who knocks: somebody unknown, the host, a host of elsewhere, and people who take part."""
    from django.test import Client

    from goedwerk.dialogues import device
    from goedwerk.organisations.actions import found

    elsewhere = found(name="Ministerie", owner="Bo").user
    people = [{"who": "participant", "cookies": {device.PLACE: cast.people[0].token}} for cast in casts]
    people += [{"who": "participant", "cookies": {device.PLACE: page.token}} for page in pages if page.token][:20]
    hosts = []
    for user in (stage.host, elsewhere):
        client = Client()
        client.force_login(user)
        hosts.append({"who": "host", "cookies": {each.key: each.value for each in client.cookies.values()}})
    return [{"who": "anonymous", "cookies": {}}, *hosts, *people]


def keys(cast: Any) -> Iterator[str]:
    yield cast.dialogue.code
    yield str(cast.dialogue.pk)
    yield from (str(step.pk) for step in cast.round.steps.all()[:3])


if __name__ == "__main__":
    import django

    django.setup()
    json.dump(furnish(), sys.stdout)
