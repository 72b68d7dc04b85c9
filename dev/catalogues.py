"""The interface's translations: gather, write and check them, without system tools.

python dev/catalogues.py write [FILE.po ...]   gather texts, take translations over, compile
python dev/catalogues.py check                 fail on anything missing, empty, fuzzy or not compiled
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "goedwerk"
LOCALE = PACKAGE / "locale" / "nl" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "gettext_noop": None,
}


def configure() -> None:
    from django.conf import settings

    settings.configure(USE_I18N=True)


def sources() -> Iterator[tuple[Path, bytes]]:
    """Python as it is; templates as the Python that Django makes of them."""
    from django.utils.translation import templatize

    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html")]):
        if "migrations" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        yield path, (flat(templatize(text)) if path.suffix == ".html" else text).encode()


def flat(source: str) -> str:
    """Without indentation, which means nothing in a template and everything in Python."""
    return "\n".join(line.lstrip() for line in source.splitlines())


def gathered() -> Catalog:
    """Every text of the interface, with the file it stands in."""
    catalog = new_catalog()
    for path, source in sources():
        for _line, message, comments, context in extract("python", io.BytesIO(source), KEYWORDS, ["Translators:"]):
            where = [(path.relative_to(ROOT).as_posix(), None)]
            catalog.add(message, locations=where, auto_comments=comments, context=context)
    return catalog


def new_catalog() -> Catalog:
    return Catalog(locale="nl", project="Goedwerk", charset="utf-8", fuzzy=False, header_comment="# Dutch, B1 level")


def stored() -> Catalog:
    with LOCALE.open("rb") as file:
        return read_po(file, locale="nl")


def write(extra: list[Path]) -> None:
    known = [stored()] if LOCALE.exists() else []
    for path in extra:
        with path.open("rb") as file:
            known.append(read_po(file, locale="nl"))
    catalog = gathered()
    for message in catalog:
        found = [said for other in known if message.id and (said := translation(other, message))]
        if found:
            message.string = found[0]
    LOCALE.parent.mkdir(parents=True, exist_ok=True)
    with LOCALE.open("wb") as file:
        write_po(file, catalog, width=110, sort_output=True, include_lineno=False, omit_header=False)
    LOCALE.with_suffix(".mo").write_bytes(compiled(stored()))


def translation(catalog: Catalog, message):
    other = catalog.get(singular(message), message.context)
    if other is None or other.fuzzy or not all(as_tuple(other.string)):
        return None
    return other.string if isinstance(other.id, tuple) == isinstance(message.id, tuple) else None


def singular(message) -> str:
    return message.id[0] if isinstance(message.id, tuple) else message.id


def as_tuple(string) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


def compiled(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def complaints() -> Iterator[str]:
    catalog = stored()
    present = {(singular(message), message.context) for message in gathered() if message.id}
    for text, context in sorted(present, key=str):
        message = catalog.get(text, context)
        if message is None:
            yield f"missing: {text!r}"
        elif message.fuzzy:
            yield f"fuzzy: {text!r}"
        elif not all(as_tuple(message.string)):
            yield f"empty: {text!r}"
        else:
            yield from (f"{error}: {text!r}" for error in message.check(catalog))
    for message in catalog:
        if message.id and (singular(message), message.context) not in present:
            yield f"no longer used: {singular(message)!r}"
    if LOCALE.with_suffix(".mo").read_bytes() != compiled(catalog):
        yield "the compiled catalogue is older than the text: run `make catalogues`"


def main() -> int:
    configure()
    if sys.argv[1:2] == ["write"]:
        write([Path(name) for name in sys.argv[2:]])
        return 0
    found = list(complaints())
    print("\n".join(found) or "Every text of the interface is there in Dutch and in English.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
