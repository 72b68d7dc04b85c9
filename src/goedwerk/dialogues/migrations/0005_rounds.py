"""Several rounds of one dialogue: who came in to which, when the group meets, and when it looks again."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from goedwerk.dialogues import promises_kept

PROMISED = (*promises_kept.FIRST_PROMISED, "described_by", "attribute_lists")


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0004_cases")]

    operations = [
        migrations.RunPython(promises_kept.drop, promises_kept.making(PROMISED)),
        migrations.AddField("dialogue", "next_round_on", models.DateField(blank=True, null=True)),
        migrations.AddField("dialogue", "next_steps", models.JSONField(default=list)),
        migrations.AddField("round", "starts_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("round", "people", models.PositiveIntegerField(blank=True, null=True)),
        migrations.CreateModel(
            name="Presence",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "participation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="presences",
                        to="dialogues.participation",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="presences", to="dialogues.round"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("round", "participation"), name="presence_once")],
            },
        ),
        migrations.RunPython(promises_kept.making(PROMISED), promises_kept.drop),
    ]
