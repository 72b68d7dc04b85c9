"""Pages on which an organisation writes an approach of its own."""

from __future__ import annotations

from collections.abc import Iterator

from goedwerk.approaches.actions import keep_draft, keep_version, write_new
from goedwerk.approaches.composing import with_new_step
from goedwerk.approaches.drafting import settled
from goedwerk.approaches.models import OwnApproach
from pages.shapes import Page, Stage, by_host


def approach_pages(stage: Stage) -> Iterator[Page]:
    """An approach of the organisation itself, from nothing to a version, and gone again."""
    yield by_host(stage, "no approach of one's own", "approaches:shelf")
    yield by_host(stage, "writing an approach", "approaches:new")
    yield by_host(stage, "writing an approach, without a name", "approaches:new", data={}, status=422)
    copied = {"approach": "dagstart-dilemma"}
    yield by_host(stage, "copying an approach", "approaches:copy", data=copied, status=302, is_html=False)
    own = write_new(
        organisation=stage.membership.organisation, user=stage.host, title="Vrijdag", purpose="Wegen.", minutes=20
    )
    yield by_host(stage, "editor, without steps", "approaches:editor", own.pk)
    for kind in ("read", "choice", "sort", "reveal", "group_talk", "commit"):
        draft, step = with_new_step(own.draft, kind, at=len(own.draft["steps"]))
        keep_draft(own=own, draft=draft)
        yield by_host(stage, f"step of an approach: {kind}", "approaches:step", own.pk, step)
        yield by_host(stage, f"three screens: {kind}", "dialogues:approach-preview", own.pk, step)
    yield by_host(stage, "editor", "approaches:editor", own.pk, query="?step=reveal")
    out, wrong = {"act": "remove:choice"}, {"act": "add", "kind": "hologram"}
    yield by_host(stage, "taking a step out", "approaches:change", own.pk, data=out, status=302, is_html=False)
    yield by_host(stage, "editor, with something to repair", "approaches:change", own.pk, data=wrong, status=422)
    without(own, "choice")
    yield by_host(stage, "keeping what does not work", "approaches:keep", own.pk, data={}, status=422)
    yield by_host(stage, "step of an approach, not complete", "approaches:step", own.pk, "read", data={}, status=422)
    yield by_host(stage, "around the steps", "approaches:about", own.pk)
    yield by_host(stage, "around the steps, not complete", "approaches:about", own.pk, data={}, status=422)
    yield from approach_files(stage, own)
    yield by_host(stage, "retiring", "approaches:retire", own.pk, data={}, status=302, is_html=False)
    yield by_host(stage, "own approaches", "approaches:shelf")
    yield by_host(stage, "taking back", "approaches:take-back", own.pk, data={}, status=302, is_html=False)
    yield by_host(stage, "deleting an approach", "approaches:delete", own.pk, data={}, status=302, is_html=False)


def without(own: OwnApproach, kind: str) -> None:
    """What a host may have done meanwhile: whoever does not visit every page meets the same draft."""
    own.refresh_from_db()
    own.draft["steps"] = [step for step in own.draft["steps"] if step["kind"] != kind]
    keep_draft(own=own, draft=own.draft)


def approach_files(stage: Stage, own: OwnApproach) -> Iterator[Page]:
    without(own, "reveal")
    keep_draft(own=own, draft=settled(own.draft))
    keep_version(own=own, user=stage.host)
    yield by_host(stage, "script of an approach", "dialogues:approach-script", own.pk)
    yield by_host(stage, "cards of an approach", "dialogues:approach-cards", own.pk)
    yield by_host(stage, "versions", "approaches:versions", own.pk)
    back = {"status": 302, "is_html": False, "data": {}}
    yield by_host(stage, "beginning from a version", "approaches:restore-version", own.pk, 1, **back)
    yield by_host(stage, "an approach as YAML", "approaches:yaml", own.pk)
    yield by_host(stage, "YAML with a mistake", "approaches:yaml", own.pk, data={"yaml": "id: [1"}, status=422)
    yield by_host(stage, "checking YAML", "approaches:check", data={"yaml": "id: [1"}, is_html=False)
    yield by_host(stage, "an approach as a file", "approaches:file", own.pk, is_html=False)
    yield by_host(stage, "an approach as a pack", "approaches:pack", own.pk, is_html=False)
    yield by_host(stage, "taking an approach in", "approaches:import")
    yield by_host(stage, "taking in what is wrong", "approaches:import", data={"yaml": "id: &a 1"}, status=422)
