"""Reads settings from the environment, and stops loudly at a value that cannot be right."""

import os
import re
from collections.abc import Mapping
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit
from zoneinfo import ZoneInfo

# A name or an address of a computer: no scheme, no path, no port.
HOST = re.compile(r"(\.|\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\]|\*", re.IGNORECASE)
SHORTEST_SECRET = 50

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

    def secret_key(self, name: str) -> str:
        value = self.secret(name)
        if value and len(value) < SHORTEST_SECRET:
            raise WrongSetting(name, f"write at least {SHORTEST_SECRET} random characters, not {len(value)}.")
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

    def hosts(self, name: str) -> list[str]:
        """Names of this site, such as goedwerk.example.nl."""
        found = self.words(name)
        for word in found:
            if not HOST.fullmatch(word):
                raise WrongSetting(name, f"write names such as goedwerk.example.nl, separated by commas, not {word!r}.")
        return found

    def host(self, name: str) -> str:
        """One name or address of this computer on a network."""
        value = self.text(name)
        if value and not HOST.fullmatch(value):
            raise WrongSetting(name, f"write an address such as 192.168.1.20, not {value!r}.")
        return value

    def interface(self, name: str, *, default: str) -> str:
        """An address of this computer to listen on."""
        value = self.text(name, default)
        try:
            return str(ip_address(value))
        except ValueError as error:
            raise WrongSetting(name, f"write an address such as 127.0.0.1 or 0.0.0.0, not {value!r}.") from error

    def time_zone(self, name: str, *, default: str) -> str:
        value = self.text(name, default)
        try:
            return ZoneInfo(value).key
        except (KeyError, ValueError, OSError) as error:
            raise WrongSetting(name, f"write a time zone such as Europe/Amsterdam, not {value!r}.") from error

    def modules(self, name: str) -> list[str]:
        """Python modules that can be found here."""
        found = self.words(name)
        for word in found:
            if not is_module(word):
                raise WrongSetting(name, f"there is no module {word!r} here. Install it, or take it out.")
        return found

    def way_out(self, name: str, *, default: str) -> str:
        """A page of this site (/leave/), or an address elsewhere."""
        value = self.text(name, default)
        is_path = value.startswith("/") and not value.startswith("//")
        if not is_path and not names_a_site(value):
            raise WrongSetting(
                name, f"write a path such as /leave/ or an address such as https://nos.nl, not {value!r}."
            )
        return value

    def contact(self, name: str) -> str:
        value = self.text(name)
        if value and not re.fullmatch(r"mailto:[^@\s]+@[^@\s]+|tel:[+0-9-]+|https://\S+", value):
            raise WrongSetting(name, f"write mailto:security@example.nl, tel:… or https://…, not {value!r}.")
        return value

    def url(self, name: str) -> str:
        """An address of this site, without a path: https://goedwerk.example.nl"""
        value = self.text(name).rstrip("/")
        if value and (not names_a_site(value) or urlsplit(value).path):
            raise WrongSetting(name, f"write an address such as https://goedwerk.example.nl, not {value!r}.")
        return value

    def postgresql(self, name: str) -> dict | None:
        """A Django database from postgresql://user:password@host:5432/name, or None when nothing is set."""
        value = self.secret(name)
        if not value:
            return None
        parts = urlsplit(value)
        if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/") or not has_port_or_none(parts):
            raise WrongSetting(name, "write postgresql://user:password@host:5432/name, or leave it empty for SQLite.")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.strip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
        }


def names_a_site(value: str) -> bool:
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and has_port_or_none(parts) and bool(HOST.fullmatch(parts.hostname or ""))


def has_port_or_none(parts: SplitResult) -> bool:
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False


def is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except (ModuleNotFoundError, ValueError):
        return False
