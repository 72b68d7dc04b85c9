"""Reads settings from the environment, and stops loudly at a value that cannot be right."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}


class WrongSetting(ValueError):
    """A variable holds a value that cannot be used; says which one and what to do."""

    def __init__(self, name: str, way_out: str):
        super().__init__(f"{name}: {way_out}")
        self.name = name


class Environment:
    """The variables of one process, each read by its full name."""

    def __init__(self, variables: Mapping[str, str] | None = None):
        self.variables = os.environ if variables is None else variables

    def text(self, name: str, default: str = "") -> str:
        return self.variables.get(name, "").strip() or default

    def boolean(self, name: str, *, default: bool) -> bool:
        value = self.text(name).lower()
        if not value:
            return default
        if value not in TRUE | FALSE:
            raise WrongSetting(name, f"write yes or no, not {value!r}.")
        return value in TRUE

    def integer(self, name: str, *, default: int, low: int, high: int) -> int:
        value = self.text(name)
        if not value:
            return default
        if not (value.isascii() and value.isdecimal()) or not low <= int(value) <= high:
            raise WrongSetting(name, f"write a whole number from {low} to {high}, not {value!r}.")
        return int(value)

    def words(self, name: str) -> list[str]:
        return [word.strip() for word in self.text(name).split(",") if word.strip()]

    def choice(self, name: str, *, default: str, allowed: tuple[str, ...]) -> str:
        value = self.text(name, default)
        if value not in allowed:
            raise WrongSetting(name, f"write one of {', '.join(allowed)}, not {value!r}.")
        return value

    def secret(self, name: str) -> str:
        """The value itself, or the content of the file that `NAME_FILE` names."""
        path = self.text(f"{name}_FILE")
        if not path:
            return self.text(name)
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise WrongSetting(f"{name}_FILE", f"cannot read {path}: {error.strerror}.") from error

    def url(self, name: str) -> str:
        """An address of this site, without a path: https://goedwerk.example.nl"""
        value = self.text(name).rstrip("/")
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.hostname or parts.path):
            raise WrongSetting(name, f"write an address such as https://goedwerk.example.nl, not {value!r}.")
        return value

    def postgresql(self, name: str) -> dict | None:
        """A Django database from postgresql://user:password@host:5432/name, or None when nothing is set."""
        value = self.secret(name)
        if not value:
            return None
        parts = urlsplit(value)
        if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
            raise WrongSetting(name, "write postgresql://user:password@host:5432/name, or leave it empty for SQLite.")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.strip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
        }
