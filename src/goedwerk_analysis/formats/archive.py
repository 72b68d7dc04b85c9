"""Files within a ZIP, unpacked no further than promised."""

from __future__ import annotations

import io
import zipfile
import zlib

from goedwerk_analysis.formats.study import FormatError

# What the standard library raises for archives that are cut, damaged, encrypted or packed in a way it does not know.
UNREADABLE = (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, RuntimeError)


def unpacked(data: bytes, *, what: str, largest: int, ending: str = "") -> dict[str, bytes]:
    """Content of every file whose name ends so, or say why the archive cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            if size <= largest:
                chosen = [name for name in archive.namelist() if name.lower().endswith(ending)]
                return {name: archive.read(name) for name in chosen}
    except UNREADABLE as problem:
        raise FormatError(f"not a readable {what}: {problem}") from problem
    raise FormatError(f"this {what} unpacks to more than {largest // 1_000_000} MB")
