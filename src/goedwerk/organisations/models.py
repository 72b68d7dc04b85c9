import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Organisation(models.Model):
    """Who hosts dialogues, and what holds for all of them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120)
    retention_days = models.PositiveSmallIntegerField(_("days that answers are kept after closing"), default=7)
    # Where somebody can go with a worry or a report: [{"who": …, "how": …}]
    contacts = models.JSONField(_("local contacts"), default=list)

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    OWNER = "owner", _("owner")
    EDITOR = "editor", _("facilitator and writer")
    FACILITATOR = "facilitator", _("facilitator")


class Membership(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="memberships")
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="membership")
    role = models.CharField(max_length=20, choices=Role, default=Role.FACILITATOR)

    def __str__(self) -> str:
        return f"{self.user}, {self.role}"

    @property
    def may_write(self) -> bool:
        """Whether somebody may change what others lead with: the approaches of the organisation."""
        return self.role in (Role.OWNER, Role.EDITOR)


class HostAct(models.Model):
    """What an organiser did, and when. Participants never stand here."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="host_acts")
    actor = models.CharField(max_length=80)
    act = models.CharField(max_length=60)
    subject = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.actor}: {self.act} {self.subject}"
