import uuid

import django.db.models.deletion
from django.db import migrations, models


def response(name, field):
    """A table with one answer per person and step, as every kind of answer has."""
    return migrations.CreateModel(
        name=name,
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            field,
            (
                "participation",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dialogues.participation"
                ),
            ),
            (
                "step",
                models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dialogues.step"),
            ),
        ],
        options={
            "abstract": False,
            "constraints": [
                models.UniqueConstraint(fields=("step", "participation"), name=f"values_{name.lower()}_once")
            ],
        },
    )


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0001_initial"), ("values", "0001_initial")]

    operations = [
        response("Sort", ("placements", models.JSONField(default=dict))),
        response("Ranking", ("order", models.JSONField(default=list))),
    ]
