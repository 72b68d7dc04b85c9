"""Reads a pack from a folder or a zip: everything that is wrong is told at once."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from goedwerk.content import files
from goedwerk.content.complaints import Complaint, Place
from goedwerk.content.documents import Entry, Reading, read_files
from goedwerk.content.names import NOTHING, Names, names_of, without
from goedwerk.content.pack import Item, Pack, PackError, PackInfo, PackInvalid
from goedwerk.content.rules import broken_rules
from goedwerk.content.rules.languages import missing_english
from goedwerk.content.shelf import installed_packs

LENT = ("value-set", "vocabulary")


def read_pack(path: Path, *, shelf: Iterable[Path] | None = None) -> Pack:
    """Read and check a whole pack, or raise PackInvalid with everything that is wrong in it.

    The shelf holds the packs on which this one may build; without it, all that are installed here.
    """
    gathered = files.gather(path)
    reading = read_files(gathered)
    errors = [*reading.errors, *_card_errors(gathered), *_doubled(reading), *_rule_errors(reading, shelf)]
    if errors:
        raise PackInvalid(tuple(sorted(set(errors))))
    return _pack(reading, digest=files.digest(gathered))


def pack_digest(path: Path) -> str:
    """The digest that read_pack would give, without reading: enough to see that nothing has changed."""
    return files.digest(files.gather(path))


def _card_errors(gathered: files.Files) -> Iterator[PackError]:
    if "pack.yaml" not in gathered:
        message = "This pack has no pack.yaml; add one with id, version, licence, languages and authors."
        yield PackError(file="pack.yaml", line=1, key="", message=message)


def _id_place(kind: str) -> Place:
    return ("deck", "id") if kind == "value-set" else ("id",)


def _id_of(entry: Entry) -> str | None:
    value = entry.value
    for name in _id_place(entry.kind):
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, str) else None


def _doubled(reading: Reading) -> Iterator[PackError]:
    seen: dict[tuple[str, str], Entry] = {}
    for entry in reading.entries:
        key = _id_of(entry)
        if key is None:
            continue
        first = seen.setdefault((entry.kind, key), entry)
        if first is not entry:
            line = first.text.line((*first.base, *_id_place(first.kind)))
            message = f"'{key}' is already used in {first.file}, line {line}; give one of them another id."
            yield entry.error(Complaint(_id_place(entry.kind), message))


def _rule_errors(reading: Reading, shelf: Iterable[Path] | None) -> Iterator[PackError]:
    names = without(_names(reading), set(reading.broken))
    for card in reading.fitting("pack"):
        for at, pack_id in enumerate(card.value.get("builds_on", [])):
            lent = _lent(pack_id, shelf)
            names = names | (lent or NOTHING)
            if lent is None:
                message = f"There is no sound pack '{pack_id}' on this machine; install it, or remove this line."
                yield card.error(Complaint(("builds_on", at), message))
    for entry in reading.entries:
        if entry.fits:
            yield from (entry.error(complaint) for complaint in broken_rules(entry.kind, entry.value, names))
    if any("en" in card.value["languages"] for card in reading.fitting("pack")):
        yield from _without_english(reading)


def _without_english(reading: Reading) -> Iterator[PackError]:
    """Approaches may be in Dutch alone, but not in a pack that says it speaks both."""
    for entry in reading.fitting("approach"):
        yield from (entry.error(complaint) for complaint in missing_english(entry.value))


def _names(reading: Reading) -> Names:
    known = NOTHING
    for entry in reading.entries:
        if entry.fits:
            known = known | names_of(entry.kind, entry.value)
    return known


def _lent(pack_id: str, shelf: Iterable[Path] | None) -> Names | None:
    """Cards and words of another pack; nothing else of it can be referred to."""
    for path in installed_packs() if shelf is None else shelf:
        reading = _reading_of_lent(path)
        if [card.value["id"] for card in reading.fitting("pack")] == [pack_id]:
            return None if reading.errors else _names(reading)
    return None


def _reading_of_lent(path: Path) -> Reading:
    gathered = files.gather(path)
    wanted = ("pack.yaml", "vocabulary.yaml", "values/")
    return read_files({name: content for name, content in gathered.items() if name.startswith(wanted)})


def _pack(reading: Reading, *, digest: str) -> Pack:
    info = _info(reading.fitting("pack")[0].value, digest=digest)
    return Pack(
        info=info,
        approaches=_items(reading, "approach"),
        dilemmas=_items(reading, "dilemma"),
        value_sets=tuple(_deck(entry) for entry in reading.fitting("value-set")),
        vocabulary=tuple(_whole(entry, info) for entry in reading.fitting("vocabulary")),
        review=tuple(_whole(entry, info) for entry in reading.fitting("review")),
    )


def _info(card: dict, *, digest: str) -> PackInfo:
    return PackInfo(
        id=card["id"],
        version=card["version"],
        title=card["title"],
        licence=card["licence"],
        languages=tuple(card["languages"]),
        authors=tuple(card["authors"]),
        source=card["source"],
        review=card["review"],
        builds_on=tuple(card.get("builds_on", ())),
        digest=digest,
    )


def _items(reading: Reading, kind: str) -> tuple[Item, ...]:
    return tuple(_item(entry, card=entry.value) for entry in reading.fitting(kind))


def _deck(entry: Entry) -> Item:
    return _item(entry, card=entry.value["deck"])


def _whole(entry: Entry, info: PackInfo) -> Item:
    """A file of which a pack has one: it goes by its own name and by the version of the pack."""
    return _item(entry, card={"id": entry.kind, "version": info.version})


def _item(entry: Entry, *, card: dict) -> Item:
    line = entry.text.line(entry.base)
    return Item(key=card["id"], version=card["version"], document=entry.value, file=entry.file, line=line)
