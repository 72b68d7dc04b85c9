import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goedwerk.approaches import registry
from goedwerk.approaches.recipes import Recipe, StepRecipe
from goedwerk.approaches.step_kind import StepKind
from goedwerk.organisations.models import Organisation


class RandomKey(models.Model):
    """A random key, so that nothing about a row tells when it came."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Whether its rows are laid down anew by their keys when a round closes: how they lie would tell who came first.
    forgets_order = False

    class Meta:
        abstract = True


class Mode(models.TextChoices):
    LIVE = "live", _("together, led by a facilitator")
    OPEN = "open", _("open for some days, everybody in their own time")


class Anonymity(models.TextChoices):
    """What is promised about who answered what. One level so far; it can become another for a new dialogue only."""

    NOBODY_ALONE = "nobody-alone", _("nobody alone can find out")


class Dialogue(RandomKey):
    """One approach with one group. Recipe and material are copies: a later pack changes nothing here.

    What people read before their first answer is fixed once somebody has joined: the database itself refuses to change
    attributes, retention and anonymity then (`promises_kept`).
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="dialogues")
    title = models.CharField(max_length=120)
    code = models.CharField(max_length=12, unique=True)
    recipe = models.JSONField()
    pack = models.CharField(max_length=80)
    pack_version = models.CharField(max_length=20)
    pack_digest = models.CharField(max_length=64)
    # What was chosen per input of the recipe: {input id: document}
    material = models.JSONField(default=dict)
    # The one attribute that choices are split by, or nothing; fixed before anybody answers.
    attribute = models.CharField(max_length=40, blank=True)
    # Attributes that are asked together, only in open rounds of large groups; fixed before anybody answers.
    described_by = models.JSONField(default=list)
    # Copies of the lists that are asked: {key: document}, see `attributes`
    attribute_lists = models.JSONField(default=dict)
    retention_days = models.PositiveSmallIntegerField()
    anonymity = models.CharField(max_length=20, choices=Anonymity, default=Anonymity.NOBODY_ALONE)
    # Everybody whom it is about was asked: then the group is described, and nothing is estimated.
    is_whole_group = models.BooleanField(default=False)
    facilitator_leads_group = models.BooleanField(default=False)
    follow_up_owner = models.CharField(max_length=120, blank=True)
    contacts = models.JSONField(default=list)
    # When the group agreed to look again, and with which steps; empty steps: all of them.
    next_round_on = models.DateField(null=True, blank=True)
    next_steps = models.JSONField(default=list)
    prepared_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-prepared_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def approach(self) -> Recipe:
        return Recipe.of(self.recipe)

    @property
    def round(self) -> "Round":
        return self.rounds.latest("number")


class AttributeList(RandomKey):
    """A short list of an organisation to compare answers by. Dialogues keep copies of it."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="attribute_lists")
    key = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    label = models.JSONField()
    question = models.JSONField()
    # [{"key", "label", "retired"}, …] in the order in which they are asked
    classes = models.JSONField(default=list)
    retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="attribute_lists_differ")]

    def __str__(self) -> str:
        return self.key


class RoundState(models.TextChoices):
    PREPARED = "prepared", _("prepared")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class Round(RandomKey):
    """One run-through in time: a moment that is led, or some days that are open."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField(default=1)
    mode = models.CharField(max_length=10, choices=Mode)
    state = models.CharField(max_length=10, choices=RoundState, default=RoundState.PREPARED)
    # Moves with every act of a facilitator, never with an answer; screens follow it.
    version = models.PositiveIntegerField(default=1)
    current = models.ForeignKey("Step", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    led_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # A passage of the material that is on the screens now, such as the turn of a dilemma.
    aside = models.CharField(max_length=80, blank=True)
    # When the group meets, for a diary; nothing opens by itself.
    starts_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    erase_at = models.DateTimeField(null=True, blank=True)
    erased = models.BooleanField(default=False)
    # How many came in, laid down at closing: everybody saw this number on their own phone.
    people = models.PositiveIntegerField(null=True, blank=True)

    # Set on a round in memory that is rehearsed (`dialogues.rehearsal`); never stored.
    rehearsal = None

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dialogue", "number"], name="round_numbers_differ")]

    def __str__(self) -> str:
        return f"{self.dialogue}, round {self.number}"

    @property
    def is_open(self) -> bool:
        return self.state == RoundState.OPEN

    @property
    def is_closed(self) -> bool:
        return self.state == RoundState.CLOSED

    @property
    def is_live(self) -> bool:
        return self.mode == Mode.LIVE

    @property
    def began_open(self) -> bool:
        """Whether people did it in their own time at first: such a round has a last day, also when it met since."""
        return not self.is_live or self.closes_at is not None

    @property
    def is_first(self) -> bool:
        return self.number == 1


class StepState(models.TextChoices):
    WAITING = "waiting", _("still to come")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")
    SKIPPED = "skipped", _("skipped")


class Step(RandomKey):
    """One step of one round."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="steps")
    key = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=60)
    minutes = models.PositiveSmallIntegerField()
    document = models.JSONField()
    state = models.CharField(max_length=10, choices=StepState, default=StepState.WAITING)
    # Total, or split by the attribute of the dialogue: laid down before opening.
    is_split = models.BooleanField(default=False)
    # The step of this round that this one asks again, because the facilitator repeated it.
    again = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    ends_at = models.DateTimeField(null=True, blank=True)
    seconds_left = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["round", "key"], name="step_keys_differ")]

    def __str__(self) -> str:
        return self.key

    @property
    def is_open(self) -> bool:
        return self.state == StepState.OPEN

    @property
    def is_closed(self) -> bool:
        return self.state == StepState.CLOSED

    @property
    def is_waiting(self) -> bool:
        return self.state == StepState.WAITING

    @property
    def recipe(self) -> StepRecipe:
        return StepRecipe.of(self.document)

    @property
    def title(self) -> str:
        return self.recipe.title

    @property
    def params(self) -> Mapping[str, Any]:
        return self.document["params"]

    @property
    def behaviour(self) -> StepKind:
        """The step kind: how this step asks, keeps, counts and draws."""
        return registry.kind_of(self.kind)

    @property
    def desk(self) -> str:
        """Where the facilitator reads what people send here, when the kind has a page of its own for that."""
        return self.behaviour.desk(self)

    def material(self, name: str) -> Mapping[str, Any]:
        """What was chosen for an input of the recipe."""
        return self.round.dialogue.material[name]

    def sibling(self, key: str) -> "Step | None":
        """Another step of this round, in its latest repeat that was run."""
        steps = [step for step in self.round.steps.all() if step.key == key or step.document["id"] == key]
        run = [step for step in steps if step.state != StepState.SKIPPED]
        return (run or steps or [None])[-1]

    def time_left(self, now: datetime | None = None) -> int | None:
        """Seconds left on the timer; below zero when more time is taken. None: no timer."""
        if self.ends_at is None:
            return self.seconds_left
        return round((self.ends_at - (now or timezone.now())).total_seconds())


class Participation(RandomKey):
    """A pseudonym in one dialogue, opened by a token that only the participant's device holds."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="participations")
    token_hash = models.CharField(max_length=64, unique=True)
    attribute = models.CharField(max_length=40, blank=True)
    # What somebody said of themselves for a large group: {key of an attribute: class}; never shown of one person.
    described = models.JSONField(default=dict)
    left = models.BooleanField(default=False)
    forgets_order = True

    def __str__(self) -> str:
        return "participation"


class Presence(RandomKey):
    """This pseudonym came in to this round: no time, no order. It stays: a later round is held against it."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="presences")
    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="presences")
    forgets_order = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "participation"], name="presence_once")]

    def __str__(self) -> str:
        return "presence"


class Response(RandomKey):
    """One answer of one participation to one step. No time, no order; answering again replaces it."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="+")
    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    forgets_order = True

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["step", "participation"], name="%(app_label)s_%(class)s_once"),
        ]

    @classmethod
    def keep(cls, *, step: Step, participation: Participation, **answer: Any) -> "Response":
        record, _created = cls.objects.update_or_create(step=step, participation=participation, defaults=answer)
        return record

    @classmethod
    def erase(cls, *, step: Step, participation: Participation | None = None) -> None:
        rows = cls.objects.filter(step=step)
        if participation is not None:
            rows = rows.filter(participation=participation)
        rows.delete()


class Attendance(Response):
    """Who was there when a step closed, and while it is open: who is ready (answered or skipped)."""

    ready = models.BooleanField(default=False)


class TextResponse(Response):
    lines = models.JSONField(default=dict)


class Case(Response):
    """The case that somebody brought. It stays theirs: to change, to withdraw, and to let leave the room or not."""

    lines = models.JSONField(default=dict)
    # Whether it may stand in the report; until its owner says so, it may not.
    may_leave = models.BooleanField(default=False)
    # The text of the group that it became, when its step closed.
    passage = models.OneToOneField("Passage", null=True, blank=True, on_delete=models.SET_NULL, related_name="case")


class RatingResponse(Response):
    points = models.JSONField(default=dict)


class AgreementResponse(Response):
    none_needed = models.BooleanField(default=False)
    lines = models.JSONField(default=dict)


class PassageState(models.TextChoices):
    WAITING = "waiting", _("to read")
    SHOWN = "shown", _("shown")
    SKIPPED = "skipped", _("skipped")


class Passage(RandomKey):
    """A text on its way to the group: without its writer, choice or attribute, in no order."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="passages")
    heading = models.CharField(max_length=200, blank=True)
    # [[label, text], …]
    lines = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=PassageState, default=PassageState.WAITING)
    retold = models.BooleanField(default=False)
    # A case and its facts: in no report until who brought the case says yes.
    stays_in_room = models.BooleanField(default=False)

    def __str__(self) -> str:
        return "passage"

    @property
    def said(self) -> list[tuple[str, str]]:
        """The lines as a page shows them: (what stands above it, text)."""
        return [(self.step.behaviour.line_label(self.step, label), text) for label, text in self.lines]
