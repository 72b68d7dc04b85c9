import logging

from django.db import transaction

from goedwerk.dialogues.models import Step
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
