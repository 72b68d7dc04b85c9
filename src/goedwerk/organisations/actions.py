import logging

from django.conf import settings
from django.db import transaction

from goedwerk.accounts.models import User
from goedwerk.organisations.models import HostAct, Membership, Organisation, Role

log = logging.getLogger("goedwerk.hosts")


@transaction.atomic
def found(*, name: str, owner: str) -> Membership:
    """The first organisation of an installation, with its first facilitator."""
    organisation = Organisation.objects.create(name=name, retention_days=settings.RETENTION_DAYS)
    return Membership.objects.create(organisation=organisation, user=User.objects.create_user(owner), role=Role.OWNER)


@transaction.atomic
def invite(*, organisation: Organisation, name: str) -> Membership:
    return Membership.objects.create(organisation=organisation, user=User.objects.create_user(name))


def log_act(*, organisation: Organisation, actor: User, act: str, subject: str) -> None:
    """Write down what a host did, in the database and in the log of the process."""
    HostAct.objects.create(organisation=organisation, actor=actor.name, act=act, subject=subject[:200])
    log.info("%s: %s %s", actor.name, act, subject)
