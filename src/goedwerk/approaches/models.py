import uuid

from django.db import models

from goedwerk.approaches.recipes import Recipe
from goedwerk.organisations.models import Organisation


class Approach(models.Model):
    """A recipe of steps as a pack ships it. A dialogue takes a copy, so that nothing that runs can change."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(max_length=80)
    version = models.CharField(max_length=20)
    pack = models.SlugField(max_length=80)
    pack_version = models.CharField(max_length=20)
    pack_digest = models.CharField(max_length=64)
    document = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pack", "key"], name="approach_once_per_pack")]
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key

    @property
    def recipe(self) -> Recipe:
        return Recipe.of(self.document)


class OwnApproach(models.Model):
    """An approach that an organisation writes itself: a draft that changes, and the versions that were kept of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="own_approaches")
    draft = models.JSONField()
    # How many minutes there are, so that the page can say when the steps take more.
    minutes_available = models.PositiveSmallIntegerField(default=60)
    # The step that was taken out last, so that it can be put back: {"at": place, "step": document}.
    removed = models.JSONField(null=True, blank=True)
    # The title and version of what it was copied from; empty when it was written from nothing.
    made_from = models.CharField(max_length=200, blank=True)
    retired = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return self.recipe.title

    @property
    def recipe(self) -> Recipe:
        return Recipe.of(self.draft)

    @property
    def latest(self) -> "ApproachVersion | None":
        return max(self.versions.all(), key=lambda version: version.number, default=None)


class VersionIsFrozen(Exception):
    """Somebody wants to change a version that was kept. Keep a new one instead."""


class ApproachVersion(models.Model):
    """An approach as it was kept at one moment: what dialogues are prepared with. It never changes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    own = models.ForeignKey(OwnApproach, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    document = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["own", "number"], name="version_numbers_differ")]
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.recipe.title} {self.version}"

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise VersionIsFrozen(self.pk)
        super().save(*args, **kwargs)

    @property
    def recipe(self) -> Recipe:
        return Recipe.of(self.document)

    @property
    def version(self) -> str:
        return self.document["version"]

    # What a dialogue writes down of where its recipe came from, as with the approach of a pack.

    @property
    def pack(self) -> str:
        return self.own.organisation.name[:80]

    @property
    def pack_version(self) -> str:
        return self.version

    @property
    def pack_digest(self) -> str:
        return self.digest
