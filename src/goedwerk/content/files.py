"""Gathers the files of a pack from a folder or a zip, without trusting either."""

import hashlib
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from goedwerk.content.pack import PackError, PackInvalid

MAX_FILE = 400_000
MAX_PACK = 5_000_000
MAX_FILES = 500

Files = dict[str, bytes]


def gather(path: Path) -> Files:
    """The YAML files of a pack by their name inside it, in order of name."""
    found = _from_folder(path) if path.is_dir() else _from_zip(path)
    return dict(sorted(found.items()))


def digest(files: Files) -> str:
    """A fingerprint that is the same for a folder and for its zip, and changes with every byte."""
    total = hashlib.sha256()
    for name, content in sorted(files.items()):
        total.update(f"{len(name.encode())}:{name}{len(content)}:".encode())
        total.update(content)
    return total.hexdigest()


def _from_folder(folder: Path) -> Files:
    if not (folder / "pack.yaml").exists():
        # Said before looking further: somebody may have given the path of a whole disk.
        raise _refused("pack.yaml", "This folder has no pack.yaml; add one, or give the path of a pack.")
    names = sorted(found for found in folder.rglob("*") if _is_ours(found.relative_to(folder).as_posix()))
    return _bounded((name.relative_to(folder).as_posix(), _read(name, folder)) for name in names)


def _is_ours(name: str) -> bool:
    """Only YAML counts; a readme, a licence or a hidden file may lie beside it."""
    parts = PurePosixPath(name).parts
    return name.lower().endswith((".yaml", ".yml")) and not any(part.startswith((".", "__MACOSX")) for part in parts)


def _read(file: Path, folder: Path) -> bytes:
    name = file.relative_to(folder).as_posix()
    if not file.resolve().is_relative_to(folder.resolve()):
        raise _refused(name, "This is a link to a file outside the pack; put the file itself here.")
    if not file.is_file():
        raise _refused(name, "This is not an ordinary file; remove it or give it another name.")
    with file.open("rb") as stream:
        return stream.read(MAX_FILE + 1)


def _bounded(found: Iterator[tuple[str, bytes]]) -> Files:
    files: Files = {}
    for name, content in found:
        if not name.isprintable():
            raise _refused(name, "This name has characters that cannot be shown; give the file another name.")
        if len(content) > MAX_FILE:
            raise _refused(name, f"This file is larger than {MAX_FILE:,} bytes; split it into smaller files.")
        files[name] = content
        if len(files) > MAX_FILES:
            raise _refused(name, f"This pack has more than {MAX_FILES} files; split it into smaller packs.")
        if sum(map(len, files.values())) > MAX_PACK:
            raise _refused(name, f"This pack is larger than {MAX_PACK:,} bytes; split it into smaller packs.")
    return files


def _from_zip(path: Path) -> Files:
    if not path.is_file():
        raise _refused(path.name, "There is no such folder or zip; check the path.")
    if path.stat().st_size > MAX_PACK:
        raise _refused(path.name, f"This zip is larger than {MAX_PACK:,} bytes; split it into smaller packs.")
    try:
        with zipfile.ZipFile(path) as archive:
            return _bounded(_unpacked(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        message = f"This zip cannot be opened ({error}); make it again, without a password."
        raise _refused(path.name, message) from error


def _unpacked(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
    for entry in entries:
        _check_entry(entry)
    ours = [entry for entry in entries if _is_ours(entry.filename)]
    _check_doubles(ours)
    top = _shared_folder(ours)
    for entry in ours:
        # The size in a zip may be a lie; so we stop reading by ourselves.
        with archive.open(entry) as stream:
            yield entry.filename[len(top) :], stream.read(MAX_FILE + 1)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    inside = PurePosixPath(name)
    if inside.is_absolute() or ".." in inside.parts or "\\" in name or ":" in name:
        raise _refused(name, "This name points outside the zip; make the zip again from the folder of the pack.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _refused(name, "This is a link; put the file itself in the zip.")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # Other methods unpack a whole block at once, however little is asked.
        raise _refused(name, "This file is packed in an unusual way; make an ordinary zip (deflate).")


def _check_doubles(entries: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.filename in seen:
            raise _refused(entry.filename, "This file is in the zip twice; make the zip again.")
        seen.add(entry.filename)


def _shared_folder(entries: list[zipfile.ZipInfo]) -> str:
    """Most tools zip a folder with its own name on top; then that name is not part of the pack."""
    names = [entry.filename for entry in entries]
    if "pack.yaml" in names:
        return ""
    tops = {name.split("/", 1)[0] + "/" for name in names}
    top = tops.pop() if len(tops) == 1 else ""
    return top if top + "pack.yaml" in names else ""


def _refused(name: str, message: str) -> PackInvalid:
    # A name may hold codes that a terminal would obey.
    shown = name if name.isprintable() else ascii(name)
    return PackInvalid((PackError(file=shown, line=1, key="", message=message),))
