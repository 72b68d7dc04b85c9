"""A process that fills a dialogue of every kind of step, and erases it in the way that is asked.

Run as a script in a data folder of its own. Every line on its input is an act; every act is answered by one line of
JSON with the traces to look for: words and random keys that are in the database then, or may not be anywhere any more.
"""

from __future__ import annotations

import json
import sys
from copy import deepcopy
from random import Random

import django

PEOPLE = 12
# Longer than a page of the database holds, so that pages split and rows move while people answer.
LONG = "en wat er toen gebeurde "

if __name__ == "__main__":
    django.setup()

    from django.apps import apps
    from django.core.management import call_command
    from django.utils import timezone

    from goedwerk.accounts.actions import make_link, use_link
    from goedwerk.dialogues import traces
    from goedwerk.dialogues.actions import closing, erasing, preparing, taking_part
    from goedwerk.dialogues.kinds.writing import WrittenField
    from goedwerk.dialogues.models import Dialogue, Mode, Response, Round, RoundState, StepState
    from goedwerk.organisations.actions import found
    from goedwerk.organisations.models import Membership
    from goedwerk.signals.models import Wording
    from kind_steps import MATERIAL, asks, every_step

    def prepare() -> Dialogue:
        """A round in which every kind of step is open at once."""
        steps = {name: step for name, step in every_step().items() if asks(step) or name == "welcome"}
        # What goes to the group at once stays with the group: only who wrote it is forgotten.
        del steps["statement-after"]
        documents = {name: {**deepcopy(step.document), "id": name} for name, step in steps.items()}
        recipe = {**steps["welcome"].round.dialogue.recipe, "steps": list(documents.values())}
        dialogue = Dialogue.objects.create(
            organisation=membership.organisation,
            title="Dialoog",
            code=preparing.new_code(),
            recipe=recipe,
            material=MATERIAL,
            attribute="role",
            retention_days=7,
        )
        opened = Round.objects.create(dialogue=dialogue, mode=Mode.OPEN, state=RoundState.OPEN)
        for position, (name, step) in enumerate(steps.items(), start=1):
            step.round, step.key, step.position, step.document = opened, name, position, documents[name]
            step.state = StepState.OPEN
            step.save()
        return dialogue

    def answer(dialogue: Dialogue, words: str) -> None:
        people = [taking_part.join(dialogue=dialogue, attribute="manager").participation for _ in range(PEOPLE)]
        steps = [step for step in dialogue.round.steps.select_related("round__dialogue") if asks(step)]
        # Twice, because most people change something.
        for number in (1, 2):
            if number == 2:
                put_texts(steps)
            for step in steps:
                for person in people:
                    form = filled_in(step, f"{words} {number} {LONG * number}")
                    assert form.is_valid(), (step.key, form.errors)
                    taking_part.answer_step(step=step, participation=person, form=form)

    def put_texts(steps) -> None:
        """Who proposed what to ask then votes on a text, and says what should be different in it."""
        for step in steps:
            if step.kind == "signal":
                asked = {"text": "Mogen wij afwijken?", "owner": "Hoofd", "answer_by": timezone.localdate()}
                Wording.objects.create(thread=step, number=1, asked_in=step, **asked)

    def filled_in(step, words: str):
        form = step.behaviour.form(step, answer=step.behaviour.simulate(step, Random(7)))
        said = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
        written = {name: words[: field.most] for name, field in form.fields.items() if isinstance(field, WrittenField)}
        seen = {"second_look": "1"} if "second_look" in form.fields else {}
        everything = {**said, **written, **seen}
        return step.behaviour.form(step, {name: value for name, value in everything.items() if value})

    def responses():
        return [model for model in apps.get_models() if issubclass(model, Response)]

    def keys(dialogue: Dialogue) -> list[str]:
        return [
            key.hex
            for model in responses()
            for key in model.objects.filter(step__round__dialogue=dialogue).values_list("pk", flat=True)
        ]

    # Ways to erase

    def by_retention(dialogue: Dialogue) -> None:
        Round.objects.filter(dialogue=dialogue).update(closes_at=timezone.now())
        closing.close_due_rounds()
        erasing.erase_due_rounds(dialogue.round.erase_at)

    def by_everybody_stopping(dialogue: Dialogue) -> None:
        for person in dialogue.participations.all():
            taking_part.leave(participation=person)

    def by_deleting(dialogue: Dialogue) -> None:
        preparing.delete_dialogue(dialogue=dialogue, user=membership.user)

    WAYS = {"retention": by_retention, "stopping": by_everybody_stopping, "deleting": by_deleting}

    # Acts

    def fill(words: str) -> dict:
        global dialogue
        dialogue = prepare()
        answer(dialogue, words)
        asked = {step.kind for step in dialogue.round.steps.all() if asks(step)}
        return {"words": words, "keys": keys(dialogue), "kinds": sorted(asked)}

    def erase(way: str) -> dict:
        WAYS[way](dialogue)
        return {}

    def sign_in(_words: str) -> dict:
        token = make_link(user=membership.user)
        fingerprint = apps.get_model("accounts.SignInLink").objects.get()
        use_link(token=token)
        return {"fingerprint": fingerprint.token_hash}

    def wipe(_words: str) -> dict:
        return {"gone": traces.wipe(attempts=2)}

    call_command("migrate", verbosity=0)
    membership = Membership.objects.first() or found(name="Gemeente Waterrijk", owner="Noor")
    dialogue = Dialogue.objects.first()
    ACTS = {"fill": fill, "erase": erase, "sign-in": sign_in, "wipe": wipe}
    print("ready", flush=True)
    for line in sys.stdin:
        act, _, word = line.strip().partition(" ")
        print(json.dumps(ACTS[act](word)), flush=True)
