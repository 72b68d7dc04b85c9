import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dialogues', '0003_attributes'),
    ]

    operations = [
        migrations.AddField(
            model_name='passage',
            name='stays_in_room',
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('lines', models.JSONField(default=dict)),
                ('may_leave', models.BooleanField(default=False)),
                ('participation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='dialogues.participation')),
                ('passage', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='case', to='dialogues.passage')),
                ('step', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='dialogues.step')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('step', 'participation'), name='dialogues_case_once')],
            },
        ),
    ]
