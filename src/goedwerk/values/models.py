from django.db import models

from goedwerk.dialogues.models import RandomKey, Response


class ValueSet(RandomKey):
    """A deck of value cards as a pack ships it, with its groups and sources."""

    key = models.SlugField(max_length=80)
    version = models.CharField(max_length=20)
    pack = models.SlugField(max_length=80)
    document = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pack", "key"], name="value_set_once_per_pack")]

    def __str__(self) -> str:
        return self.key


class ValuesPicked(Response):
    """Which cards weighed most for somebody, and which had to give way."""

    picked = models.JSONField(default=list)
    given_up = models.JSONField(default=list)


class Sort(Response):
    """Where somebody laid each card: {card: column}, from negative (weighs less) to positive (weighs more)."""

    placements = models.JSONField(default=dict)


class Ranking(Response):
    """In which order somebody put a list, the heaviest first."""

    order = models.JSONField(default=list)
