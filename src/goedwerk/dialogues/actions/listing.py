"""The lists that an organisation compares by: its own copies, to add to, rename, put in order and retire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_noop

from goedwerk.accounts.models import User
from goedwerk.dialogues import attributes
from goedwerk.dialogues.models import AttributeList
from goedwerk.organisations.actions import log_act
from goedwerk.organisations.models import Organisation

LONGEST_KEY = 40


@dataclass(frozen=True)
class Decided:
    """A list as somebody filled it in: its words, its classes in order, and those that are retired."""

    label: str
    question: str
    # (key, label), with an empty key for a new class
    classes: Sequence[tuple[str, str]]
    retired: frozenset[str] = field(default_factory=frozenset)


@transaction.atomic
def own_lists(organisation: Organisation) -> list[AttributeList]:
    """The lists of this organisation. The first who changes anything gets copies of those of the platform."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    kept = list(AttributeList.objects.filter(organisation=organisation))
    return kept or AttributeList.objects.bulk_create(
        AttributeList(organisation=organisation, position=position, **each.document)
        for position, each in enumerate(attributes.shipped(), start=1)
    )


@transaction.atomic
def add_list(*, organisation: Organisation, user: User, decided: Decided) -> AttributeList:
    kept = own_lists(organisation)
    made = AttributeList.objects.create(
        organisation=organisation,
        key=free_key(decided.label, [each.key for each in kept]),
        position=max((each.position for each in kept), default=0) + 1,
        label=in_own_words(decided.label),
        question=in_own_words(decided.question),
        classes=classes_of(decided, known=[]),
    )
    log_change(organisation, user, decided.label)
    return made


@transaction.atomic
def change_list(*, organisation: Organisation, user: User, key: str, decided: Decided) -> None:
    """What is renamed holds from the next dialogue on; those that are prepared keep their copy."""
    changed = one_of(own_lists(organisation), key)
    changed.label = renamed(changed.label, decided.label)
    changed.question = renamed(changed.question, decided.question)
    changed.classes = classes_of(decided, known=changed.classes)
    changed.save()
    log_change(organisation, user, decided.label)


@transaction.atomic
def move_list(*, organisation: Organisation, user: User, key: str, up: bool) -> None:
    """Change places with the neighbour; at the end of the row nothing happens."""
    kept = own_lists(organisation)
    here = kept.index(one_of(kept, key))
    there = here + (-1 if up else 1)
    if 0 <= there < len(kept):
        kept[here], kept[there] = kept[there], kept[here]
        for position, each in enumerate(kept, start=1):
            each.position = position
        AttributeList.objects.bulk_update(kept, ["position"])
        log_change(organisation, user, attributes.said(kept[there].label))


@transaction.atomic
def retire_list(*, organisation: Organisation, user: User, key: str, retired: bool) -> None:
    """No longer offer a list, or offer it again."""
    changed = one_of(own_lists(organisation), key)
    changed.retired = retired
    changed.save(update_fields=["retired"])
    log_change(organisation, user, attributes.said(changed.label))


def one_of(kept: Iterable[AttributeList], key: str) -> AttributeList:
    found = next((each for each in kept if each.key == key), None)
    if found is None:
        raise AttributeList.DoesNotExist(key)
    return found


def classes_of(decided: Decided, known: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    labels = {each["key"]: each["label"] for each in known}
    made: list[dict[str, Any]] = []
    for key, label in decided.classes:
        key = key or free_key(label, [*labels, *(each["key"] for each in made)])
        text = renamed(labels[key], label) if key in labels else in_own_words(label)
        made.append({"key": key, "label": text, "retired": key in decided.retired})
    return made


def renamed(before: Mapping[str, str], text: str) -> Mapping[str, str]:
    """What an organisation writes holds in every language; what it left as it was stays translated."""
    return before if attributes.said(before) == text else in_own_words(text)


def in_own_words(text: str) -> dict[str, str]:
    return dict.fromkeys((code for code, _name in settings.LANGUAGES), text)


def free_key(label: str, taken: Iterable[str]) -> str:
    stem = slugify(label)[: LONGEST_KEY - 4] or "list"
    names = [stem, *(f"{stem}-{number}" for number in range(2, 100))]
    return next(name for name in names if name not in set(taken))


def log_change(organisation: Organisation, user: User, label: str) -> None:
    log_act(organisation=organisation, actor=user, act=gettext_noop("changed the list"), subject=label)
