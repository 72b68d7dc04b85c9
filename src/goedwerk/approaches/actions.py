from __future__ import annotations

from copy import deepcopy
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from goedwerk.accounts.models import User
from goedwerk.approaches import drafting
from goedwerk.approaches.drafting import Draft
from goedwerk.approaches.models import ApproachVersion, OwnApproach
from goedwerk.approaches.problems import Problem, problems_of
from goedwerk.approaches.queries import Listed
from goedwerk.organisations.actions import log_act
from goedwerk.organisations.models import Organisation


class NotReady(Exception):
    """A draft that cannot be kept as a version yet, with everything that is in the way."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(", ".join(problem.text for problem in problems))


@transaction.atomic
def write_new(*, organisation: Organisation, user: User, title: str, purpose: str, minutes: int) -> OwnApproach:
    draft = drafting.new_draft(title=title, purpose=purpose, author=organisation.name)
    return begin(organisation=organisation, user=user, draft=draft, minutes_available=minutes)


@transaction.atomic
def copy_approach(*, organisation: Organisation, user: User, listed: Listed) -> OwnApproach:
    """An own version of an approach that is there already: the copy goes its own way."""
    document = deepcopy(dict(listed.approach.document))
    made_from = f"{listed.recipe.title} {document['version']}"
    draft = {**document, "version": drafting.next_version(document["version"])}
    return begin(organisation=organisation, user=user, draft=draft, made_from=made_from)


@transaction.atomic
def take_in(*, organisation: Organisation, user: User, documents: list[Draft]) -> list[OwnApproach]:
    """Approaches from a file that was read already."""
    return [begin(organisation=organisation, user=user, draft=document) for document in documents]


def begin(*, organisation: Organisation, user: User, draft: Draft, **more: Any) -> OwnApproach:
    defaults = {"minutes_available": max(5, draft["minutes"])}
    own = OwnApproach.objects.create(organisation=organisation, draft=draft, **{**defaults, **more})
    log_act(organisation=organisation, actor=user, act=gettext_noop("began to write"), subject=own.title)
    return own


def keep_draft(*, own: OwnApproach, draft: Draft, **more: Any) -> None:
    """A draft changes as often as somebody likes; nothing that runs sees it."""
    own.draft = draft
    for name, value in more.items():
        setattr(own, name, value)
    own.save()


def take_out(*, own: OwnApproach, step: str) -> None:
    """Take a step out; the last one that was taken out can be put back."""
    at = drafting.place_of(own.draft, step)
    if at is not None:
        removed = {"at": at, "step": own.draft["steps"][at]}
        keep_draft(own=own, draft=drafting.without_step(own.draft, step), removed=removed)


def put_back(*, own: OwnApproach) -> None:
    if own.removed:
        step = own.removed["step"]
        step = {**step, "id": drafting.free_id(own.draft, step["id"])}
        keep_draft(own=own, draft=drafting.with_step(own.draft, step, at=own.removed["at"]), removed=None)


@transaction.atomic
def keep_version(*, own: OwnApproach, user: User) -> ApproachVersion:
    """Freeze the draft as a version that dialogues can be prepared with; the draft goes on as the next one."""
    in_the_way = problems_of(own.draft)
    if in_the_way:
        raise NotReady(in_the_way)
    latest = own.latest
    version = ApproachVersion.objects.create(
        own=own, number=latest.number + 1 if latest else 1, document=own.draft, digest=drafting.digest_of(own.draft)
    )
    keep_draft(own=own, draft={**own.draft, "version": drafting.next_version(own.draft["version"])}, removed=None)
    log_act(organisation=own.organisation, actor=user, act=gettext_noop("kept a version of"), subject=str(version))
    return version


@transaction.atomic
def retire(*, own: OwnApproach, user: User) -> None:
    """No longer offered; dialogues that were prepared with it go on, for they have a copy."""
    own.retired = True
    own.save()
    log_act(organisation=own.organisation, actor=user, act=gettext_noop("retired"), subject=own.title)


@transaction.atomic
def take_back(*, own: OwnApproach, user: User) -> None:
    own.retired = False
    own.save()
    log_act(organisation=own.organisation, actor=user, act=gettext_noop("took back"), subject=own.title)


@transaction.atomic
def delete_approach(*, own: OwnApproach, user: User) -> None:
    """With all its versions. Dialogues keep their copy."""
    title = own.title
    own.delete()
    log_act(organisation=own.organisation, actor=user, act=gettext_noop("deleted"), subject=title)
