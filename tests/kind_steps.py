"""Steps in memory, to try a kind without a database."""

from __future__ import annotations

from typing import Any

from goedwerk.dialogues.models import Dialogue, Round, Step

DILEMMA = {
    "id": "wat-werkt",
    "title": {"nl": "Wat werkt", "en": "What works"},
    "short": {"nl": "Een vader vraagt hulp.", "en": "A father asks for help."},
    "situation": {"nl": "Je bent consulent.\nHij vraagt hulp.", "en": "You are a caseworker.\nHe asks for help."},
    "question": {"nl": "Mag je afwijken?", "en": "May you deviate?"},
    "options": [
        {"id": "a", "nl": "Afwijzen.", "en": "Refuse."},
        {"id": "b", "nl": "Toekennen.", "en": "Grant."},
        {"id": "c", "nl": "Aanhouden.", "en": "Hold."},
    ],
    "values": ["maatwerk", "openheid"],
}
CARDS = {
    "cards": [
        {"id": key, "group": "g", "name": {"nl": key, "en": key}, "meaning": {"nl": "…", "en": "…"}}
        for key in ("moed", "openheid", "maatwerk", "zorg", "gezag", "rust")
    ]
}
STATEMENTS = [("0f1e2d3c4b5a", "Wij mogen afwijken als het kan."), ("a1b2c3d4e5f6", "Regels zijn er voor iedereen.")]
SEEDS = {"text": "…", "statements": [{"key": key, "text": text} for key, text in STATEMENTS]}
MATERIAL = {"dilemma": DILEMMA, "values": CARDS, "question": {"text": "Wat is goed werk?\nEn voor wie?"}, "case": {}}
MATERIAL |= {"seeds": SEEDS}
LABELS = [{"id": "one", "nl": "Eén", "en": "One"}, {"id": "two", "nl": "Twee", "en": "Two"}]
SPOKEN = {"nl": "Vertel.", "en": "Tell."}
CONDITION = {"nl": "Zoals het nu is", "en": "As it is now"}
SCALE = {"low": {"nl": "laag", "en": "low"}, "high": {"nl": "hoog", "en": "high"}}


def step_of(kind: str, *, title: str = "Eerste keuze", prompt: Any = None, **params: Any) -> Step:
    document = {
        "id": "step",
        "kind": kind,
        "minutes": 5,
        "title": {"nl": title, "en": title},
        "script": {"nl": "…", "en": "…"},
        "prompt": prompt,
        "params": params,
    }
    purpose = {"nl": "Samen afwegen.", "en": "Weigh together."}
    recipe = {"id": "a", "version": "1", "minutes": 5, "modes": ["live"], "group": {"min": 2, "max": 9}}
    inputs = [{"id": "dilemma", "kind": "dilemma"}, {"id": "case", "kind": "case"}]
    inputs += [{"id": "seeds", "kind": "statements"}]
    recipe |= {"outcome": "insight", "steps": [document], "inputs": inputs, "purpose": purpose, "title": purpose}
    dialogue = Dialogue(title="Dialoog", code="ABCD2345", recipe=recipe, material=MATERIAL, retention_days=7)
    step = Step(round=Round(dialogue=dialogue), key="step", position=1, kind=kind, minutes=5, document=document)
    # The only step of its round, without asking a database.
    step.round._prefetched_objects_cache = {"steps": [step]}
    return step


def every_step() -> dict[str, Step]:
    """One step of every shipped kind, with as much in it as its parameters allow."""
    return {**steps_of_one_person(), **steps_that_order(), **steps_about_a_case(), **steps_together()}


def steps_of_one_person() -> dict[str, Step]:
    """What somebody reads, chooses and writes alone."""
    return {
        "welcome": step_of("welcome"),
        "read": step_of("read", input="dilemma"),
        "read-text": step_of("read", input="question"),
        "choice": step_of("choice", dilemma="dilemma", occasion="first", confidence=True, lines=LABELS),
        "choice-own": step_of("choice", options=LABELS, occasion="only"),
        "text": step_of("text", lines=LABELS, max=140),
        "text-self": step_of("text", reader="self"),
        "text-facilitator": step_of("text", reader="facilitator"),
        "residue": step_of("residue"),
        "residue-self": step_of("residue", reader="self"),
    }


def steps_that_order() -> dict[str, Step]:
    """What is picked, put in order and rated."""
    return {
        "values_pick": step_of("values_pick", set="values", pick=2, give_up=1),
        "sort": step_of("sort", set="values", shape=[1, 1, 2, 1, 1], condition=CONDITION),
        "sort-best-worst": step_of("sort", set="values", shape=[1, 4, 1], condition=CONDITION, piles=False),
        "rank": step_of("rank", items=LABELS),
        "rate": step_of("rate", items=LABELS, scale={"from": 1, "to": 7, **SCALE}, reasons="extremes"),
        "rate-plain": step_of("rate", items=LABELS, scale={"from": 0, "to": 10, **SCALE}),
        "evaluate": step_of("evaluate", items=LABELS),
    }


def steps_about_a_case() -> dict[str, Step]:
    """What is brought in, and looked at from all sides."""
    return {
        "case_input": step_of("case_input", case="case", fields=["facts", "moment", "worry", "question"]),
        "clarify": step_of("clarify", about="question"),
        "question_form": step_of("question_form", options=True),
        "question_form-owner": step_of("question_form", by="owner"),
        "perspective_table": step_of("perspective_table", rows=LABELS, columns=LABELS),
        "perspective_table-empty": step_of("perspective_table", columns=LABELS),
        "argument_map": step_of("argument_map", of=["dilemma"]),
        "argument_map-one-type": step_of("argument_map", of=["dilemma"], types=["care"]),
    }


def steps_together() -> dict[str, Step]:
    """What the group does together."""
    return {
        "pair_talk": step_of("pair_talk", turns=2),
        "group_talk": step_of("group_talk", size=4, note=True),
        "round": step_of("round", seconds=20),
        "repeat": step_of("repeat", of=["step"], days=180),
        "brainstorm": step_of("brainstorm", headings=LABELS),
        "brainstorm-plain": step_of("brainstorm"),
        "statement": step_of("statement", each=2, max=140),
        "statement-after": step_of("statement", moderation="after"),
        "vote": step_of("vote", of=["seeds"]),
        "vote-nothing": step_of("vote", of=["nothing"]),
        "reveal": step_of("reveal", of=[], spoken=SPOKEN),
        "commit": step_of("commit", fields=["what", "owner", "when", "because", "damage", "explain", "review"]),
        "commit-personal": step_of("commit", fields=["what", "when"], personal=True),
        "signal": step_of("signal", of=[], days=30),
    }


def asks(step: Step) -> bool:
    return step.behaviour.form(step) is not None
