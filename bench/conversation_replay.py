"""A real conversation, vote by vote through the platform: what it releases is what the engine finds in the same votes.

    python bench/conversation_replay.py [--name scoop-hivemind.biodiversity]

Each participant of the published conversation joins, each statement is in the pool, each vote is a call of the action
that a page calls, and what its moderators refused is taken out. The released landscape is then compared with the engine
on the file itself, and with the gate on that.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from typing import Any

import conversation
import opinions_truth

CHOICES = {1: "agree", 0: "pass", -1: "disagree"}
TOLD = {1: "agree", 0: None, -1: "disagree"}
AT_ONCE = 1000
Cast = list[tuple[int, int, int]]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--name", default="scoop-hivemind.biodiversity")
    return parser.parse_args()


def read(name: str) -> tuple[Cast, list[int], set[int]]:
    """(person, statement, vote) of everybody; all statements; and those that were refused."""
    votes, statements = opinions_truth.conversation(name)
    matrix = votes.matrix()
    cast = [
        (person, int(votes.statements[column]), int(vote))
        for person, row in enumerate(matrix)
        for column, vote in enumerate(row)
        if vote == vote  # not missing
    ]
    return cast, [int(each) for each in votes.statements], {int(each) for each in statements.rejected}


def text_of(statement: int) -> str:
    return f"Stelling {statement} van het gesprek dat wij naspelen."


def propose(dialogue, step, author, statements: Sequence[int]) -> None:
    """What was refused later was proposed by somebody, and voted on until then."""
    from goedwerk.conversations.actions import moderating, proposing
    from goedwerk.conversations.models import Statement

    texts = [text_of(statement) for statement in statements]
    proposing.propose(step=step, participation=author, texts=texts)
    chosen = list(Statement.objects.values_list("pk", flat=True))
    moderating.accept(step=step, user=dialogue.round.led_by, version=1, chosen=chosen, together=True)


def refuse(dialogue, step) -> None:
    from goedwerk.conversations.actions import moderating
    from goedwerk.conversations.models import Statement

    chosen = list(Statement.objects.values_list("pk", flat=True))
    moderating.refuse(step=step, user=dialogue.round.led_by, version=1, chosen=chosen, reason="elsewhere")


def play(cast: Cast, statements: Sequence[int], refused: set[int]) -> tuple[Any, Mapping[int, str], list]:
    """The whole conversation; the step that kept its votes, the key of each statement, and who took part."""
    from django.db import transaction

    from goedwerk.conversations.actions import voting
    from goedwerk.dialogues.actions import taking_part

    dialogue = conversation.begin([text_of(each) for each in statements if each not in refused])
    steps = {step.key: step for step in dialogue.round.steps.select_related("round__dialogue")}
    people = [taking_part.join(dialogue=dialogue).participation for _ in range(1 + max(row[0] for row in cast))]
    with transaction.atomic():
        propose(dialogue, steps["add"], people[0], sorted(refused & set(statements)))
    later = steps["later-votes"]
    by_text = {text: key for key, text in later.behaviour.points(later)}
    keys = {statement: by_text[text_of(statement)] for statement in statements}
    for batch in batched(cast):
        # Together on disk, for speed; each is still an act of its own.
        with transaction.atomic():
            for person, statement, vote in batch:
                how = {"statement": keys[statement], "choice": CHOICES[vote]}
                voting.vote(step=steps["first-votes"], participation=people[person], **how)
    refuse(dialogue, steps["add"])
    conversation.close(dialogue)
    return later, keys, people


def batched(cast: Cast) -> list[Cast]:
    return [cast[start : start + AT_ONCE] for start in range(0, len(cast), AT_ONCE)]


def from_the_file(cast: Cast, keys: Mapping[int, str], people: list, refused: set[int]) -> Any:
    """The same votes from the file, through the engine and the gate, without the platform."""
    from goedwerk.conversations.landscape import find_landscape
    from goedwerk_analysis.disclosure import release_landscape

    sheets: dict[int, dict[str, str | None]] = {person: {} for person in range(len(people))}
    for person, statement, vote in cast:
        if statement not in refused:
            sheets[person][keys[statement]] = TOLD[vote]
    in_order = sorted(range(len(people)), key=lambda person: people[person].pk)
    pool = sorted(key for statement, key in keys.items() if statement not in refused)
    return release_landscape(find_landscape(pool, [sheets[person] for person in in_order]))


def main() -> int:
    asked = arguments()
    cast, statements, refused = read(asked.name)
    with tempfile.TemporaryDirectory() as folder:
        conversation.build_house(folder)
        from goedwerk.reports.queries import released_of

        began = time.perf_counter()
        step, keys, people = play(cast, statements, refused)
        spent = time.perf_counter() - began
        released = released_of(step)["landscape"]
        expected = from_the_file(cast, keys, people, refused)
    print(f"{asked.name}: {len(people)} people, {len(statements)} statements, {len(cast)} votes, in {spent:.0f} s")
    print(f"verdict {released.verdict}; {len(released.agreed)} agreed, {len(released.dividing)} dividing")
    print("released equals the engine and the gate on the file:", released == expected)
    return 0 if released == expected else 1


if __name__ == "__main__":
    sys.exit(main())
