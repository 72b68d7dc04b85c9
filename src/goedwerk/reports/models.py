from django.db import models

from goedwerk.dialogues.models import RandomKey, Step


class Finding(RandomKey):
    """What the gate let through of one step, stored once: screen, report and print read this and compute nothing."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="findings")
    # Which question of the step: "choice", "confidence", "picked", "shift"…
    name = models.CharField(max_length=40)
    released = models.JSONField()
    method = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "name"], name="finding_stored_once")]

    def __str__(self) -> str:
        return f"{self.name} of {self.step}"
