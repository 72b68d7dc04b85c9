from uuid import UUID

from goedwerk.accounts.models import User
from goedwerk.organisations.models import HostAct, Membership, Organisation

LATEST = 200


def membership_of(user: User) -> Membership | None:
    return Membership.objects.select_related("organisation").filter(user=user).first()


def members_of(organisation: Organisation) -> list[Membership]:
    return list(Membership.objects.filter(organisation=organisation).select_related("user").order_by("user__name"))


def member(organisation: Organisation, key: UUID) -> Membership | None:
    return Membership.objects.filter(organisation=organisation, pk=key).select_related("user", "organisation").first()


def acts_of(organisation: Organisation) -> list[HostAct]:
    return list(HostAct.objects.filter(organisation=organisation)[:LATEST])
