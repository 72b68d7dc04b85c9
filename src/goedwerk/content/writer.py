"""Writes what was made in the browser as the files of a pack: the same YAML that the reader takes."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.representer import SafeRepresenter

WIDTH = 110


class _Plain(SafeRepresenter):
    """Plain data only: a text that stands twice is written twice, for a pack knows no references."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def as_yaml(document: object) -> str:
    """One document as YAML 1.2, in the order in which it was made."""
    writer = YAML(typ="safe", pure=True)
    writer.Representer = _Plain
    writer.version = "1.2"
    writer.sort_base_mapping_type_on_output = False
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.width = WIDTH
    out = io.StringIO()
    writer.dump(document, out)
    return out.getvalue().removeprefix("%YAML 1.2\n---\n")


@dataclass(frozen=True)
class Card:
    """What a pack says about itself in pack.yaml."""

    id: str
    version: str
    title: Mapping[str, str]
    author: str
    languages: tuple[str, ...]

    def document(self) -> dict:
        return {
            "id": self.id,
            "version": self.version,
            "title": dict(self.title),
            "licence": "CC-BY-4.0",
            "languages": list(self.languages),
            "authors": [self.author],
            "source": f"Written by {self.author}, in Goedwerk.",
            "review": {
                "state": "draft",
                "note": {"nl": "Nog niet door anderen nagelezen.", "en": "Not yet read by others."},
            },
        }


def pack_of_approaches(card: Card, approaches: Mapping[str, dict]) -> bytes:
    """A zip that `goedwerk load-pack` and the reader take: a card, and a file for each approach."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.yaml", as_yaml(card.document()))
        for key, document in approaches.items():
            archive.writestr(f"approaches/{key}.yaml", as_yaml(document))
    return out.getvalue()
