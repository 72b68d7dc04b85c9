"""Approaches that come in as files, and go out as files."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from goedwerk.approaches import problems
from goedwerk.approaches.drafting import Draft
from goedwerk.approaches.models import ApproachVersion, OwnApproach
from goedwerk.approaches.problems import YamlProblem
from goedwerk.content.pack import PackInvalid
from goedwerk.content.reader import read_pack
from goedwerk.content.rules.languages import missing_english
from goedwerk.content.writer import Card, pack_of_approaches

ZIP = b"PK\x03\x04"


def read_upload(content: bytes) -> tuple[list[Draft], list[YamlProblem]]:
    """The approaches in a file, or everything that is wrong in it."""
    if content.startswith(ZIP):
        return read_zip(content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return [], [YamlProblem("", line, "", problems.in_words("This is not UTF-8; save the file as UTF-8."))]
    return read_text(text)


def read_text(text: str) -> tuple[list[Draft], list[YamlProblem]]:
    draft, wrong = problems.read(text)
    return ([draft] if draft else []), wrong


def read_zip(content: bytes) -> tuple[list[Draft], list[YamlProblem]]:
    """Only the approaches of a pack; its dilemmas and cards are loaded by who runs this server."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pack.zip"
        file.write_bytes(content)
        try:
            pack = read_pack(file)
        except PackInvalid as wrong:
            return [], [YamlProblem.of(error) for error in wrong.errors]
    return [item.document for item in pack.approaches], []


def as_pack(own: OwnApproach, version: ApproachVersion) -> bytes:
    document = version.document
    card = Card(
        id=f"{document['id']}-pack"[:60].strip("-"),
        version=document["version"],
        title=title_of(document),
        author=own.organisation.name,
        languages=("nl",) if any(missing_english(document)) else ("nl", "en"),
    )
    return pack_of_approaches(card, {document["id"]: document})


def title_of(document: Draft) -> dict[str, Any]:
    """The card of a pack has both languages, also when the approach has one."""
    return {"nl": document["title"]["nl"], "en": document["title"].get("en", document["title"]["nl"])}
