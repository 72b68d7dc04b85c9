"""Who joined before there were several rounds, came in to the only one."""

from django.db import migrations


def come_in(apps, schema_editor):
    presence = apps.get_model("dialogues", "Presence")
    for participation in apps.get_model("dialogues", "Participation").objects.select_related("dialogue"):
        for round in participation.dialogue.rounds.all():
            presence.objects.create(round=round, participation=participation)
    for round in apps.get_model("dialogues", "Round").objects.filter(state="closed"):
        round.people = round.presences.count()
        round.save(update_fields=["people"])


class Migration(migrations.Migration):
    dependencies = [("dialogues", "0005_rounds")]

    # Undoing it drops the table with it.
    operations = [migrations.RunPython(come_in, migrations.RunPython.noop)]
