import logging

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_noop

from goedwerk.accounts.actions import make_link
from goedwerk.accounts.models import User
from goedwerk.organisations.models import HostAct, Membership, Organisation, Role

log = logging.getLogger("goedwerk.hosts")


@transaction.atomic
def found(*, name: str, owner: str) -> Membership:
    """The first organisation of an installation, with its first facilitator."""
    organisation = Organisation.objects.create(name=name, retention_days=settings.RETENTION_DAYS)
    return Membership.objects.create(organisation=organisation, user=User.objects.create_user(owner), role=Role.OWNER)


@transaction.atomic
def invite(*, organisation: Organisation, name: str, by: User | None = None) -> Membership:
    """A colleague who can lead dialogues. The link that signs them in is made apart, and told once."""
    membership = Membership.objects.create(organisation=organisation, user=User.objects.create_user(name))
    if by is not None:
        log_act(organisation=organisation, actor=by, act=gettext_noop("invited"), subject=name)
    return membership


@transaction.atomic
def make_colleague_link(*, membership: Membership, by: User) -> str:
    """A new link for a colleague who cannot get in. It is written down that somebody made it."""
    token = make_link(user=membership.user)
    log_act(
        organisation=membership.organisation,
        actor=by,
        act=gettext_noop("made a link for"),
        subject=membership.user.name,
    )
    return token


@transaction.atomic
def change_role(*, membership: Membership, role: str, by: User) -> None:
    """Whether a colleague may also write approaches."""
    membership.role = role
    membership.save()
    log_act(
        organisation=membership.organisation,
        actor=by,
        act=gettext_noop("changed the role of"),
        subject=membership.user.name,
    )


@transaction.atomic
def change_organisation(*, organisation: Organisation, by: User) -> None:
    organisation.save()
    log_act(organisation=organisation, actor=by, act=gettext_noop("changed"), subject=organisation.name)


def log_act(*, organisation: Organisation, actor: User, act: str, subject: str) -> None:
    """Write down what a host did, in the database and in the log of the process."""
    HostAct.objects.create(organisation=organisation, actor=actor.name, act=act, subject=subject[:200])
    log.info("%s: %s %s", actor.name, act, subject)
