import django.db.models.deletion
import uuid
from django.db import migrations, models

from goedwerk.signals import unchanged


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('dialogues', '0001_initial'),
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('text', models.TextField()),
                ('owner', models.CharField(max_length=120)),
                ('answer_by', models.DateField()),
                ('asked_in', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='dialogues.step')),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wordings', to='dialogues.step')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('thread', 'number'), name='wording_numbers_differ')],
            },
        ),
        migrations.CreateModel(
            name='Signal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('agreed_on', models.DateField()),
                ('link', models.PositiveSmallIntegerField(default=1)),
                ('link_until', models.DateField(blank=True, null=True)),
                ('dialogue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signals', to='dialogues.dialogue')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signals', to='organisations.organisation')),
                ('thread', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='signal', to='dialogues.step')),
                ('wording', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='signal', to='signals.wording')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reaction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('vote', models.CharField(blank=True, choices=[('agree', 'I agree with this text'), ('not', 'I do not agree'), ('unknown', "I don't know yet")], max_length=10)),
                ('objection', models.TextField(blank=True)),
                ('proposal', models.TextField(blank=True)),
                ('participation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='dialogues.participation')),
                ('step', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='dialogues.step')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('step', 'participation'), name='signals_reaction_once')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('verdict', models.CharField(choices=[('do', 'We do this'), ('not', 'We do not do this'), ('later', 'Later')], max_length=10)),
                ('text', models.TextField(blank=True)),
                ('on', models.DateField(blank=True, null=True)),
                ('given_on', models.DateField()),
                ('signal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='signals.signal')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('signal', 'number'), name='answer_numbers_differ'), models.CheckConstraint(condition=models.Q(models.Q(('verdict', 'later'), _negated=True), ('on__isnull', False), _connector='OR'), name='later_has_a_day')],
            },
        ),
        migrations.RunPython(unchanged.make, unchanged.drop),
    ]
