"""How fast a participant's page answers while a whole group is active.

    python bench/participants.py

Starts the real command with a data folder of its own, lets 30 and then 200 people join a dialogue, and measures what
they do at a human pace (look, choose, change their mind), and what their phones do when the facilitator goes on. The
peer in the same run is the smallest page that the same server has, `/_healthz/livez/`: the ratio says what our pages
cost on top. Asked: under 100 ms at the 95th percentile.
"""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "journeys"))

from plain_phone import STEP, PlainPhone

LIMIT = 0.100
SECONDS = 40
# Seconds between two acts of one person: quicker than any step asks for, which takes a minute or more.
PACE = (15, 25)

PREPARE = """
import django; django.setup()
from goedwerk.accounts.models import User
from goedwerk.approaches.queries import find_approach
from goedwerk.dialogues.actions import leading, preparing
from goedwerk.organisations.models import Membership
membership = Membership.objects.get()
dialogue = preparing.prepare_dialogue(
    organisation=membership.organisation, user=membership.user, listed=find_approach("dagstart-dilemma"),
    preparation=preparing.Preparation(
        title="Bench", inputs={"dilemma": "wat-werkt-of-wat-mag", "values": "publieke-waarden-36:short"}),
)
leading.open_round(round=dialogue.round, user=membership.user, version=1)
print(dialogue.code)
"""
LEAD = """
import django; django.setup()
from goedwerk.dialogues.actions import leading
from goedwerk.dialogues.models import Dialogue
round = Dialogue.objects.get(code={code!r}).round
leading.next_step(round=round, user=round.led_by, version=round.version)
"""


def be_active(phone: PlainPhone, until: float) -> None:
    """Look, choose, look again: an act in some twenty seconds."""
    time.sleep(random.uniform(0, PACE[1]))
    while time.monotonic() < until:
        phone.look()
        step = STEP.search(phone.page)
        if step and phone.choices and random.random() < 0.5:
            phone.post(step[1], option=random.choice(phone.choices), confidence="3")
        time.sleep(random.uniform(*PACE))


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def together(phones: list[PlainPhone], act) -> None:
    threads = [threading.Thread(target=act, args=[phone]) for phone in phones]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def measure(address: str, folder: Path, people: int) -> dict[str, float]:
    code = run(folder, PREPARE)
    phones = [PlainPhone(address, code) for _ in range(people)]
    together(phones, lambda phone: (time.sleep(random.uniform(0, people / 20)), phone.join()))
    run(folder, LEAD.format(code=code))
    run(folder, LEAD.format(code=code))
    for phone in phones:
        phone.times.clear()
    until = time.monotonic() + SECONDS
    together(phones, lambda phone: be_active(phone, until))
    active = [spent for phone in phones for spent in phone.times]
    for phone in phones:
        phone.times.clear()
    together(phones, lambda phone: (time.sleep(random.uniform(0, 1.5)), phone.look()))
    burst = [spent for phone in phones for spent in phone.times]
    peer = PlainPhone(address, code)
    for _ in range(200):
        peer.look("/_healthz/livez/")
    return {
        "acts": len(active),
        "p50": percentile(active, 0.5),
        "p95": percentile(active, 0.95),
        "burst p95": percentile(burst, 0.95),
        "ratio to livez (p50)": percentile(active, 0.5) / percentile(peer.times, 0.5),
    }


def run(folder: Path, source: str) -> str:
    own = {
        "GOEDWERK_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "goedwerk.config.settings",
        "GOEDWERK_LOG_LEVEL": "ERROR",
    }
    result = subprocess.run(
        [sys.executable, "-c", source], env={**os.environ, **own}, capture_output=True, text=True, check=True
    )
    return result.stdout.strip()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        own = {"GOEDWERK_DATA": name, "GOEDWERK_PORT": str(port), "GOEDWERK_LOG_LEVEL": "ERROR"}
        server = subprocess.Popen(
            [sys.executable, "-m", "goedwerk", "serve"], env={**os.environ, **own}, stdout=subprocess.PIPE, text=True
        )
        while "/sign-in/" not in server.stdout.readline():
            pass
        try:
            found = {people: measure(f"http://127.0.0.1:{port}", folder, people) for people in (30, 200)}
        finally:
            server.terminate()
            server.wait(10)
    for people, figures in found.items():
        print(f"{people} people: " + ", ".join(f"{name} {show(name, value)}" for name, value in figures.items()))
    return 0 if all(figures["p95"] < LIMIT for figures in found.values()) else 1


def show(name: str, value: float) -> str:
    if name == "acts":
        return str(value)
    return f"{value:.1f}" if "ratio" in name else f"{1000 * value:.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
