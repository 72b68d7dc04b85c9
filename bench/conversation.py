"""How fast a vote and the page after it are, in a conversation of thousands.

    python bench/conversation.py [--people 2000] [--statements 300] [--votes 400]

Fills a conversation in a data folder of its own: everybody has voted on about half of the statements. Then people vote
through the pages, one press at a time: the post that keeps a vote, and the page with the next statement. The peer in
the same run is the smallest page there is, `/_healthz/livez/`: the ratio says what a vote costs on top, on any machine.
Asked: under 200 ms at the 95th percentile for each page.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta

LIMIT = 0.200
CHOICES = ("agree", "disagree", "pass")
STATEMENT = re.compile(r'name="statement" value="(\w+)"')
SHARES = (0.5, 0.35, 0.15)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--statements", type=int, default=300)
    parser.add_argument("--votes", type=int, default=400)
    return parser.parse_args()


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def timed(times: list[float], act, *given):
    began = time.perf_counter()
    result = act(*given)
    times.append(time.perf_counter() - began)
    return result


def build_house(folder: str) -> None:
    """The platform in a data folder of its own."""
    os.environ |= {"GOEDWERK_DATA": folder, "GOEDWERK_LOG_LEVEL": "ERROR"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "goedwerk.config.settings"
    os.environ["GOEDWERK_ALLOWED_HOSTS"] = "testserver,localhost"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def begin(lines: Sequence[str]):
    """A prepared and opened conversation, with the steps that are about statements, and these in its pool."""
    from goedwerk.content import loaders
    from goedwerk.content.reader import read_pack
    from goedwerk.dialogues.actions import leading, preparing
    from goedwerk.organisations.actions import found

    for path in loaders.shipped_packs():
        loaders.load_pack(read_pack(path))
    membership = found(name="Bench", owner="Noor")
    dialogue = preparing.prepare_dialogue(
        organisation=membership.organisation,
        user=membership.user,
        listed=steps_about_statements(),
        preparation=in_three_days(lines),
    )
    leading.open_round(round=dialogue.round, user=membership.user, version=1)
    return dialogue


def steps_about_statements():
    """The approach with these steps alone."""
    from goedwerk.approaches.models import Approach
    from goedwerk.approaches.queries import find_approach

    approach = Approach.objects.get(key="meningenlandschap")
    wanted = ("first-votes", "add", "later-votes", "map")
    steps = [step for step in approach.document["steps"] if step["id"] in wanted]
    approach.document = {**approach.document, "steps": steps}
    approach.save()
    return find_approach("meningenlandschap")


def in_three_days(lines: Sequence[str]):
    from django.utils import timezone

    from goedwerk.dialogues.actions import preparing

    return preparing.Preparation(
        title="Bench",
        mode="open",
        inputs={"question": "Wat hebben wij nodig?", "seeds": "\n".join(lines)},
        closes_at=timezone.now() + timedelta(days=3),
    )


def fill(dialogue, people: int) -> list:
    """Everybody joined, and voted on about half of the statements."""
    from django.db import transaction

    from goedwerk.conversations import tallies
    from goedwerk.conversations.models import Tally, Votes
    from goedwerk.dialogues.actions import taking_part

    step = dialogue.round.steps.get(key="later-votes")
    keys = [key for key, _text in step.behaviour.points(step)]
    with transaction.atomic():
        joined = [taking_part.join(dialogue=dialogue) for _ in range(people)]
        Votes.objects.bulk_create(
            Votes(step=step, participation=each.participation, votes=half(keys)) for each in joined
        )
        Tally.objects.bulk_create(
            Tally(step=step, statement=key, disagree=disagree, passed=passed, agree=agree)
            for key, (disagree, passed, agree) in tallies.recount(step).items()
        )
    return joined


def half(keys: list[str]) -> dict[str, str]:
    seen = sorted(random.sample(keys, len(keys) // 2))
    return dict(zip(seen, random.choices(CHOICES, SHARES, k=len(seen)), strict=True))


def vote(dialogue, joined: list, votes: int) -> dict[str, list[float]]:
    from django.test import Client
    from django.urls import reverse

    from goedwerk.dialogues import device

    step = dialogue.round.steps.get(key="first-votes")
    address = reverse("conversations:vote", args=[dialogue.code, step.pk])
    spent: dict[str, list[float]] = {"vote": [], "next statement": [], "list": [], "livez": []}
    for number in range(votes):
        client = Client()
        client.cookies[device.PLACE] = random.choice(joined).token
        page = timed(spent["next statement"], client.get, address)
        sent = {"statement": STATEMENT.search(page.content.decode())[1], "choice": random.choice(CHOICES)}
        answer = timed(spent["vote"], client.post, address, sent)
        timed(spent["next statement"], client.get, answer.url)
        timed(spent["livez"], client.get, "/_healthz/livez/")
        if number % 20 == 0:
            timed(spent["list"], client.get, f"/d/{dialogue.code}/step/{step.pk}/votes/")
    return spent


def close(dialogue) -> None:
    """Everybody's votes become one picture, in the transaction of the act that closes the round."""
    from goedwerk.dialogues.actions import leading

    round = dialogue.round
    leading.close_round(round=round, user=round.led_by, version=round.version)


def check(dialogue) -> bool:
    """The running tallies still equal a count of all votes."""
    from goedwerk.conversations import tallies

    step = dialogue.round.steps.get(key="later-votes")
    return tallies.of(step) == tallies.recount(step)


def main() -> int:
    asked = arguments()
    with tempfile.TemporaryDirectory() as folder:
        build_house(folder)
        dialogue = begin([f"Stelling {number}: wij doen dit anders dan vroeger." for number in range(asked.statements)])
        joined = timed(filled := [], fill, dialogue, asked.people)
        spent = vote(dialogue, joined, asked.votes)
        is_right = check(dialogue)
        timed(closed := [], close, dialogue)
    print(f"{asked.people} people, {asked.statements} statements; tallies right: {is_right}")
    print(f"filled in {filled[0]:.0f} s; closed, with all pictures, in {closed[0]:.1f} s")
    peer = percentile(spent["livez"], 0.5)
    for name, times in spent.items():
        p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
        print(f"{name:15} p50 {1000 * p50:6.1f} ms  p95 {1000 * p95:6.1f} ms  {p50 / peer:6.1f} x livez")
    fast = all(percentile(spent[name], 0.95) < LIMIT for name in ("vote", "next statement", "list"))
    return 0 if fast and is_right else 1


if __name__ == "__main__":
    sys.exit(main())
