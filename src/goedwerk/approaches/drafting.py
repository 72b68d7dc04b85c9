"""A draft as it changes: every function takes one and gives the next. Nothing is stored here."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

Draft = dict[str, Any]
Step = dict[str, Any]

LONGEST_ID = 60
MOST_STEPS = 60


# What fits most groups, for who writes to change

CHOOSE_WHEN = {
    "nl": "Je groep wil hier samen over praten.",
    "en": "Your group would like to talk about this together.",
}
DO_NOT_CHOOSE_WHEN = {
    "nl": "Er is nu een melding of een open conflict. Eerst dat, dan dit.",
    "en": "There is a report or an open conflict now. First that, then this.",
}
PREPARATION = [
    {
        "nl": "Nodig iedereen vrij uit. Meedoen en niet meedoen zijn even makkelijk.",
        "en": "Invite everybody freely. Taking part and not taking part are equally easy.",
    },
    {
        "nl": "Tel hoeveel mensen er komen. Met minder dan vijf is er geen beeld en vertelt ieder zelf.",
        "en": "Count how many people will come. With fewer than five there is no picture and people tell.",
    },
    {
        "nl": "Zet klaar waar iemand met een melding terechtkan, zoals de vertrouwenspersoon.",
        "en": "Have ready where somebody can go with a report, such as the confidential adviser.",
    },
]
AFTERCARE = {
    "nl": "Vertel wat er met de uitkomst gebeurt, en wanneer de groep daarvan hoort.",
    "en": "Say what happens with the outcome, and when the group will hear of it.",
}


def new_draft(*, title: str, purpose: str, author: str) -> Draft:
    """An approach without steps, with everything around them filled in as it fits most groups."""
    return {
        "id": id_from(title),
        "version": "1.0.0",
        "outcome": "insight",
        "modes": ["live"],
        "group": {"min": 4, "max": 30},
        "minutes": 0,
        "title": {"nl": title},
        "purpose": {"nl": purpose},
        "choose_when": deepcopy(CHOOSE_WHEN),
        "do_not_choose_when": deepcopy(DO_NOT_CHOOSE_WHEN),
        "preparation": deepcopy(PREPARATION),
        "inputs": [],
        "steps": [],
        "aftercare": deepcopy(AFTERCARE),
        "sources": [f"{author}: eigen tekst."],
    }


def settled(draft: Draft) -> Draft:
    """The minutes of the whole are those of the steps that are always done."""
    minutes = sum(step["minutes"] for step in draft["steps"] if not step["params"].get("optional"))
    return {**draft, "minutes": minutes}


def digest_of(document: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(document, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def outline_of(draft: Draft) -> dict[str, list]:
    """Which steps there are, in which order, with how many minutes."""
    return {"steps": [[step["id"], step["minutes"]] for step in draft["steps"]]}


def place_of(draft: Draft, key: str) -> int | None:
    return next((at for at, step in enumerate(draft["steps"]) if step["id"] == key), None)


def step_of(draft: Draft, key: str) -> Step | None:
    return next((step for step in draft["steps"] if step["id"] == key), None)


def with_step(draft: Draft, step: Step, *, at: int) -> Draft:
    steps = draft["steps"]
    return settled({**draft, "steps": [*steps[:at], step, *steps[at:]]})


def without_step(draft: Draft, key: str) -> Draft:
    return settled({**draft, "steps": [step for step in draft["steps"] if step["id"] != key]})


def replaced(draft: Draft, key: str, step: Step) -> Draft:
    return settled({**draft, "steps": [step if each["id"] == key else each for each in draft["steps"]]})


def moved(draft: Draft, key: str, *, by: int) -> Draft:
    """The step one place up or down; at an end it stays where it is."""
    at = place_of(draft, key)
    if at is None or not 0 <= at + by < len(draft["steps"]):
        return draft
    steps = list(draft["steps"])
    steps[at], steps[at + by] = steps[at + by], steps[at]
    return {**draft, "steps": steps}


def with_minutes(draft: Draft, minutes: Mapping[str, int]) -> Draft:
    steps = [{**step, "minutes": minutes.get(step["id"], step["minutes"])} for step in draft["steps"]]
    return settled({**draft, "steps": steps})


def with_input(draft: Draft, needed: dict[str, Any]) -> Draft:
    return {**draft, "inputs": [*draft["inputs"], needed]}


def next_version(version: str) -> str:
    """1.0.0 becomes 1.1.0: whoever reads the number sees that something changed."""
    first, second, _third = version.split(".")
    return f"{first}.{int(second) + 1}.0"


# Ids


def id_from(text: str) -> str:
    """A short id that reads like the text: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return re.sub(r"^[^a-z]+", "", words)[: LONGEST_ID - 4].rstrip("-") or "eigen"


def free_id(draft: Draft, wanted: str) -> str:
    """The id itself, or with the first number that nobody has."""
    taken = {each["id"] for each in [*draft["steps"], *draft["inputs"]]}
    numbered = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in numbered if name not in taken)
