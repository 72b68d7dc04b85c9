"""The folder that holds everything a small installation keeps: database, secret."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from goedwerk.config.env import WrongSetting


def default_data_folder() -> Path:
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "goedwerk"


def prepare(folder: Path) -> Path:
    """Make the folder, for its owner alone."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise WrongSetting("GOEDWERK_DATA", f"cannot make the folder {folder}: {error.strerror}.") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise WrongSetting("GOEDWERK_DATA", f"cannot write in the folder {folder}. Whose is it?")
    return folder


def secret_in(folder: Path) -> str:
    """The secret of this installation: made once, readable by its owner alone."""
    path = prepare(folder) / "secret"
    if not path.exists():
        make_secret(path)
    return path.read_text(encoding="utf-8").strip()


def make_secret(path: Path) -> None:
    # Written whole before it gets its name, so that two processes that start at once share one secret.
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix="secret-")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(secrets.token_urlsafe(64))
    with contextlib.suppress(FileExistsError):
        os.link(draft, path)
    os.unlink(draft)
