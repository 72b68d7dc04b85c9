"""The folder that holds everything a small installation keeps: database, secret."""

import os
import secrets
from pathlib import Path


def default_data_folder() -> Path:
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "goedwerk"


def prepare(folder: Path) -> Path:
    """Make the folder, for its owner alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_in(folder: Path) -> str:
    """The secret of this installation: made once, readable by its owner alone."""
    path = prepare(folder) / "secret"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="utf-8").strip()
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text(encoding="utf-8").strip()
