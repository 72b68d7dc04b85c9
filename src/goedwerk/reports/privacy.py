"""The page on privacy, drawn from what is really there: the tables, the settings, the log, the doors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goedwerk.dialogues import device
from goedwerk.dialogues.doors import Door, general_doors
from goedwerk.organisations.models import Organisation
from goedwerk.reports.cannot import CANNOT, NOT_PROTECTED
from goedwerk.reports.privacy_words import COOKIES, SECTIONS, TableWords


class NoWords(LookupError):
    """A table or a field of which this page would say nothing."""


@dataclass(frozen=True)
class Table:
    words: TableWords
    # (what is stored, in words)
    holds: Sequence[Any]


@dataclass(frozen=True)
class Section:
    title: Any
    tables: Sequence[Table]


@dataclass(frozen=True)
class Cookie:
    name: str
    words: Any
    lasts: str


@dataclass(frozen=True)
class PrivacyPage:
    organisation: Organisation | None
    sections: Sequence[Section]
    cookies: Sequence[Cookie]
    doors: Sequence[Door]
    is_https: bool

    @property
    def cannot(self) -> list[Any]:
        return list(CANNOT.values())

    @property
    def limits(self) -> tuple[Any, ...]:
        return NOT_PROTECTED

    @property
    def days(self) -> int:
        return self.organisation.retention_days if self.organisation else settings.RETENTION_DAYS

    @property
    def silent_logs(self) -> list[str]:
        """The logs that would name visitors, and that go nowhere."""
        loggers = settings.LOGGING["loggers"]
        return sorted(name for name, logger in loggers.items() if logger["handlers"] == ["none"])


def privacy_page(user: Any) -> PrivacyPage:
    return PrivacyPage(
        organisation=organisation_of(user),
        sections=list(sections()),
        cookies=list(cookies()),
        doors=general_doors(),
        is_https=settings.IS_HTTPS,
    )


def organisation_of(user: Any) -> Organisation | None:
    """The organisation of who is signed in; for visitors the only one there is, and otherwise none."""
    membership = getattr(user, "membership", None) if user.is_authenticated else None
    if membership is not None:
        return membership.organisation
    found = Organisation.objects.all()[:2]
    return found[0] if len(found) == 1 else None


# What is stored


def own_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if is_own(model)]


def is_own(model: type[Model]) -> bool:
    return model.__module__.startswith("goedwerk.")


def sections() -> Iterator[Section]:
    words = {label: table for _title, tables in SECTIONS for label, table in tables.items()}
    models = {model._meta.label: model for model in own_models()}
    if unsaid := models.keys() - words.keys():
        raise NoWords(f"no words for {', '.join(sorted(unsaid))}")
    for title, tables in SECTIONS:
        yield Section(title, [table_of(models[label], table) for label, table in tables.items()])


def table_of(model: type[Model], words: TableWords) -> Table:
    names = [field.name for field in model._meta.fields]
    if unsaid := set(names) - set(words.fields):
        raise NoWords(f"no words for {model.__name__}.{', '.join(sorted(unsaid))}")
    return Table(words, [words.fields[name] for name in names])


# Cookies


def cookies() -> Iterator[Cookie]:
    for key, (name, seconds) in cookie_names().items():
        yield Cookie(name, COOKIES[key], lasts(seconds))


def cookie_names() -> Mapping[str, tuple[str, int | None]]:
    """Every cookie that this site can set, and for how many seconds; None: until the browser closes."""
    return {
        "place": (device.PLACE, int(device.OPEN_ROUND.total_seconds())),
        "tablet": (device.TABLET, None),
        "session": (settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_AGE),
        "csrf": (settings.CSRF_COOKIE_NAME, settings.CSRF_COOKIE_AGE),
        "language": (settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_COOKIE_AGE),
        "messages": (CookieStorage.cookie_name, None),
    }


def lasts(seconds: int | None) -> str:
    if seconds is None:
        return _("until you close the browser")
    days = timedelta(seconds=seconds).days
    return ngettext("at most %(days)d day", "at most %(days)d days", days) % {"days": days}
