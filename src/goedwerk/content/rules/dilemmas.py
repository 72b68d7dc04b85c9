"""Rules for a dilemma."""

from collections.abc import Iterator

from goedwerk.content.complaints import Complaint, Place
from goedwerk.content.names import Names
from goedwerk.content.rules.references import unknown_value, unknown_word

WORDS = {"level": "levels", "setting": "settings", "kind_of_work": "kinds_of_work", "you": "roles"}


def dilemma_rules(dilemma: dict, names: Names) -> Iterator[Complaint]:
    yield from _values(dilemma, names)
    yield from _words(dilemma, names)
    yield from _tension(dilemma)
    yield from _reflection(dilemma)
    yield from _seed(dilemma)


def _values(dilemma: dict, names: Names) -> Iterator[Complaint]:
    for index, value in enumerate(dilemma["values"]):
        yield from unknown_value(value, ("values", index), names)


def _words(dilemma: dict, names: Names) -> Iterator[Complaint]:
    for field, words in WORDS.items():
        yield from unknown_word(dilemma[field], words, (field,), names)
    for index, role in enumerate(dilemma["roles"]):
        yield from unknown_word(role, "roles", ("roles", index), names)
    if "seed_situation" in dilemma:
        yield from unknown_word(dilemma["seed_situation"], "seed_situations", ("seed_situation",), names)


def _tension(dilemma: dict) -> Iterator[Complaint]:
    for index, value in enumerate(dilemma["tension"]):
        if value not in dilemma["values"]:
            yield Complaint(("tension", index), f"'{value}' must also stand under `values`.")
    reflected = [reflection["value"] for reflection in dilemma["reflections"]]
    if set(reflected) != set(dilemma["tension"]):
        message = f"Give one reflection for each value of the tension: {', '.join(dilemma['tension'])}."
        yield Complaint(("reflections",), message)


def _reflection(dilemma: dict) -> Iterator[Complaint]:
    dutch, english = (len(dilemma["reflection"][language]) for language in ("nl", "en"))
    place: Place = ("reflection", "en" if english < dutch else "nl")
    if dutch != english:
        message = f"There are {dutch} questions in Dutch and {english} in English; translate those that are missing."
        yield Complaint(place, message)


def _seed(dilemma: dict) -> Iterator[Complaint]:
    if dilemma["seed_example"] and "seed_situation" not in dilemma:
        yield Complaint(("seed_situation",), "Say which example this is, or set `seed_example: false`.")
    if not dilemma["seed_example"] and "seed_situation" in dilemma:
        yield Complaint(("seed_example",), "Set this to true, or remove `seed_situation`.")
