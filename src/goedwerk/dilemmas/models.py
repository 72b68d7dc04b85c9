from django.db import models

from goedwerk.dialogues.models import RandomKey, Response


class Dilemma(RandomKey):
    """A situation with a question and options, a turn, and two opposing reflections; as a pack ships it."""

    key = models.SlugField(max_length=80)
    version = models.CharField(max_length=20)
    pack = models.SlugField(max_length=80)
    terrain = models.CharField(max_length=40)
    level = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    document = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pack", "key"], name="dilemma_once_per_pack")]
        ordering = ["position"]

    def __str__(self) -> str:
        return self.key


class Vocabulary(RandomKey):
    """The labels that the dilemmas of a pack are described with."""

    pack = models.SlugField(max_length=80, unique=True)
    document = models.JSONField()

    def __str__(self) -> str:
        return self.pack


class Choice(Response):
    """What somebody chose; an empty option is "I don't know yet"."""

    option = models.CharField(max_length=80, blank=True)
    confidence = models.PositiveSmallIntegerField(null=True)


class Question(Response):
    """The moral question as somebody would put it, and two ways to act, each with its price."""

    lines = models.JSONField(default=dict)
