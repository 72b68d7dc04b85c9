from goedwerk.accounts.models import User
from goedwerk.organisations.models import HostAct, Membership, Organisation


def membership_of(user: User) -> Membership | None:
    return Membership.objects.select_related("organisation").filter(user=user).first()


def acts_of(organisation: Organisation) -> list[HostAct]:
    return list(HostAct.objects.filter(organisation=organisation)[:200])
