"""Whether everybody whom it is about was asked: part of what is fixed before the first answer."""

from django.db import migrations, models

from goedwerk.dialogues import promises_kept

BEFORE = (*promises_kept.FIRST_PROMISED, "described_by", "attribute_lists")
PROMISED = (*BEFORE, "is_whole_group")


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0006_came_in")]

    operations = [
        migrations.RunPython(promises_kept.drop, promises_kept.making(BEFORE)),
        migrations.AddField("dialogue", "is_whole_group", models.BooleanField(default=False)),
        migrations.RunPython(promises_kept.making(PROMISED), promises_kept.drop),
    ]
