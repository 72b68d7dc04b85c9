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
    found_visitors = visitors(stage, pages, casts)
    return {
        "urls": sorted({url for visitor in found_visitors for url in visitor["urls"]}),
        "visitors": found_visitors,
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


def of_host(cast: Any) -> Iterator[str]:
    from django.urls import reverse

    for name in ("dialogue", "console", "rehearse", "script", "cards"):
        yield reverse(f"dialogues:{name}", args=[cast.dialogue.pk])
    for step in cast.round.steps.all():
        yield reverse("dialogues:texts", args=[cast.dialogue.pk, step.pk])
    yield reverse("reports:report", args=[cast.dialogue.pk])


def of_participant(cast: Any) -> Iterator[str]:
    from django.urls import reverse

    code = cast.dialogue.code
    for name in ("now", "own", "stop", "doors", "kept", "come-back"):
        yield reverse(f"dialogues:{name}", args=[code])
    for step in cast.round.steps.all():
        yield reverse("dialogues:step", args=[code, step.pk])
    yield reverse("reports:shared", args=[code])


def visitors(stage: Any, pages: list[Any], casts: list[Any]) -> list[dict[str, Any]]:
    """Who knocks, and at which doors: somebody unknown, the host, a host of elsewhere, and people who take part."""
    from goedwerk.organisations.actions import found

    doors = {who: {page.url for page in pages if page.who == who} for who in ("anonymous", "host", "participant")}
    hosts_doors = sorted(doors["host"] | {url for cast in casts for url in of_host(cast)})
    strangers_doors = sorted(doors["anonymous"] | {url for cast in casts for url in of_participant(cast)})
    strangers = [{"who": "anonymous", "cookies": {}, "urls": strangers_doors}]
    host = {"who": "host", "cookies": signed_in(stage.host), "urls": hosts_doors}
    elsewhere = found(name="Ministerie", owner="Bo").user
    other = {"who": "host", "cookies": signed_in(elsewhere), "urls": hosts_doors}
    people = [person(cast.people[0].token, sorted(of_participant(cast))) for cast in casts]
    return [*strangers * 4, *[host] * 12, other, *people, *those_of_pages(pages)]


def those_of_pages(pages: list[Any]) -> list[dict[str, Any]]:
    """The people for whom the pages of `pages` are."""
    tokens = sorted({page.token for page in pages if page.token})
    return [person(token, sorted({page.url for page in pages if page.token == token})) for token in tokens]


def person(token: str, urls: list[str]) -> dict[str, Any]:
    from goedwerk.dialogues import device

    return {"who": "participant", "cookies": {device.PLACE: token}, "urls": urls}


def signed_in(user: Any) -> dict[str, str]:
    from django.test import Client

    client = Client()
    client.force_login(user)
    return {each.key: each.value for each in client.cookies.values()}


def keys(cast: Any) -> Iterator[str]:
    yield cast.dialogue.code
    yield str(cast.dialogue.pk)
    yield from (str(step.pk) for step in cast.round.steps.all()[:3])


if __name__ == "__main__":
    import django

    django.setup()
    json.dump(furnish(), sys.stdout)
