"""Drafts for tests, made as the editor makes them, and the editor as its forms are pressed."""

from django.urls import reverse

from goedwerk.approaches import composing, drafting

SIX = ("welcome", "read", "choice", "reveal", "group_talk", "commit")


def draft_of(*kinds):
    draft = drafting.new_draft(title="Vrijdagweging", purpose="Samen wegen.", author="Gemeente Waterrijk")
    for kind in kinds:
        draft, _key = composing.with_new_step(draft, kind, at=len(draft["steps"]))
    return draft


def params_in(draft, key):
    return drafting.step_of(draft, key)["params"]


def with_params(draft, key, **params):
    step = drafting.step_of(draft, key)
    return drafting.replaced(draft, key, {**step, "params": {**step["params"], **params}})


def address(own, page="editor", *args):
    return reverse(f"approaches:{page}", args=[own.pk, *args])


def order(own):
    own.refresh_from_db()
    return [step["id"] for step in own.draft["steps"]]


def press(host, own, act, **fields):
    return host.post(address(own, "change"), {"act": act, **fields})
