"""How a new step begins: the texts and parameters that its kind proposes, in `kinds/<key>/starter.yaml`.

Such texts are content: in two languages, copied into the approach, and from then on its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.utils.translation import override

from goedwerk.approaches import registry
from goedwerk.approaches.step_kind import StepKind
from goedwerk.content import yaml12

MINUTES = 5


@cache
def starter_of(key: str) -> Mapping[str, Any]:
    """What a kind proposes; of a kind that proposes nothing, its name and a script to fill in."""
    folder = registry.folder_of(key)
    file = folder / "starter.yaml" if folder else None
    written = yaml12.read(file.read_text(encoding="utf-8")).value if file and file.is_file() else {}
    return {**bare(registry.kind_of(key)), **written}


def bare(kind: StepKind) -> dict[str, Any]:
    name = {language: label_in(kind, language) for language in ("nl", "en")}
    script = {"nl": f"[Leg uit wat we nu doen: {name['nl']}.]", "en": f"[Explain what we do now: {name['en']}.]"}
    return {"minutes": MINUTES, "title": name, "script": script, "prompt": name, "params": {}}


def label_in(kind: StepKind, language: str) -> str:
    with override(language):
        return str(kind.label)
