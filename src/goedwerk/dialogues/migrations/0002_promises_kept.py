"""The level of anonymity, and a database that keeps what was promised before the first answer."""

from django.db import migrations, models

from goedwerk.dialogues import promises_kept


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="dialogue",
            name="anonymity",
            field=models.CharField(
                choices=[("nobody-alone", "nobody alone can find out")], default="nobody-alone", max_length=20
            ),
        ),
        migrations.RunPython(promises_kept.making(promises_kept.FIRST_PROMISED), promises_kept.drop),
    ]
