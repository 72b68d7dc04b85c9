import uuid

from django.db import models

from goedwerk.approaches.recipes import Recipe


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
