import logging

from django.db import transaction
from django.utils.translation import gettext_noop

from goedwerk.accounts.models import User
from goedwerk.dialogues.actions import reading
from goedwerk.dialogues.models import Dialogue, Passage, Step
from goedwerk.organisations.actions import log_act
from goedwerk.reports import queries, release
from goedwerk.reports.models import Finding
from goedwerk_analysis.released import METHOD, Withheld, to_json

log = logging.getLogger("goedwerk.disclosure")


@transaction.atomic
def keep_findings(step: Step) -> None:
    """Take and store what may be shown of a step that has just closed: once, and never again."""
    run, earlier = queries.run_of(step), queries.earlier_runs(step)
    for name, released in release.release(run, earlier, classes=queries.classes_for(step)).items():
        if isinstance(released, Withheld) and released.reason == "audit":
            log.error(
                "The gate's own audit refused the picture %r of a step of kind %r: a fault in the rule", name, step.kind
            )
        Finding.objects.create(step=step, name=name, released=to_json(released), method=METHOD)


@transaction.atomic
def strike(*, passage: Passage, dialogue: Dialogue, user: User) -> None:
    """Take a text out of the report, and write down that it was done: not which text."""
    reading.strike(passage=passage)
    log_act(
        organisation=dialogue.organisation,
        actor=user,
        act=gettext_noop("struck a text from the report"),
        subject=dialogue.title,
    )
