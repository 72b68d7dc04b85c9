"""Short lists per organisation, copies of them in each dialogue, and several attributes together for large groups."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from goedwerk.dialogues import attributes, promises_kept


def copy_lists(apps, schema_editor):
    """A dialogue that was prepared before gets the list that it asks."""
    shipped = {each.key: each.document for each in attributes.shipped()}
    for dialogue in apps.get_model("dialogues", "Dialogue").objects.exclude(attribute=""):
        dialogue.attribute_lists = {dialogue.attribute: shipped[dialogue.attribute]}
        dialogue.save(update_fields=["attribute_lists"])


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_initial"),
        ("dialogues", "0002_promises_kept"),
    ]

    operations = [
        migrations.RunPython(promises_kept.drop, promises_kept.making(promises_kept.FIRST_PROMISED)),
        migrations.AddField(
            model_name="dialogue",
            name="described_by",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="dialogue",
            name="attribute_lists",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="participation",
            name="described",
            field=models.JSONField(default=dict),
        ),
        migrations.CreateModel(
            name="AttributeList",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("label", models.JSONField()),
                ("question", models.JSONField()),
                ("classes", models.JSONField(default=list)),
                ("retired", models.BooleanField(default=False)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attribute_lists",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("organisation", "key"), name="attribute_lists_differ")
                ],
            },
        ),
        migrations.RunPython(copy_lists, migrations.RunPython.noop),
        migrations.RunPython(
            promises_kept.making((*promises_kept.FIRST_PROMISED, "described_by", "attribute_lists")),
            promises_kept.drop,
        ),
    ]
