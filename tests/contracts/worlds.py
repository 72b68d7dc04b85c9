"""Worlds that differ in one thing only, and everything that anybody could see of each of them.

Whatever is the same in two worlds cannot tell in which of the two we live. Every address of the platform is looked at
in every role, again after each act; random keys and moments are taken out, because they differ by themselves.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from cast import Cast, prepare
from goedwerk.cli import erasing as for_operators
from goedwerk.config.logs import WithoutRequest
from goedwerk.dialogues import device
from goedwerk.dialogues.actions import leading, taking_part
from goedwerk.dialogues.actions.taking_part import Joined
from goedwerk.dialogues.models import Step
from goedwerk.organisations.models import Membership

ONE, OTHER = UUID(int=77), UUID(int=88)
RANDOM = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{40,}|data-(?:ends|now)=\"[^\"]+|\d\d?:\d\d|\d+ ms")
# These do not answer with a page: one goes on for as long as somebody listens, one works once.
NOT_LOOKED_AT = {"dialogues:events", "accounts:use-link"}
LETTERS = "34679ACDEFGHJKMNPQRTUVWXY"
CODES = {ONE: "AAAACCCC", OTHER: "DDDDEEEE"}


@dataclass
class World:
    """A group that answers, and what was seen of it: {(when, who, address): text}."""

    membership: Membership
    key: UUID = ONE
    # A world that only has to be there, beside the one that is compared, is not.
    is_looked_at: bool = True
    seen: dict[tuple[str, str, str], str] = field(default_factory=dict)
    cast: Cast | None = None
    bystander: Joined | None = None
    people: Sequence[Joined] = ()

    def play(self, answers: Sequence[int | None], *, order: Sequence[int] | None = None) -> World:
        """Person number i gives answer number i, in this order; nothing given is skipped."""
        self.begin(len(answers))
        self.answer("first", answers, order or range(len(answers)))
        self.look("while a step is open")
        self.cast.act(leading.close_step)
        self.look("when it is closed")
        self.cast.close()
        self.look("when the dialogue is closed")
        return self

    def begin(self, people: int) -> None:
        dialogue = prepare(self.membership, "dagstart-dilemma", key=self.key, title=f"Dialoog {self.key.int}")
        dialogue.code = CODES[self.key]
        dialogue.save()
        self.cast = Cast.open(dialogue, self.membership.user)
        self.bystander, *self.people = [self.join(letter) for letter in LETTERS[: people + 1]]

    def join(self, letter: str) -> Joined:
        return taking_part.join(dialogue=self.cast.dialogue, token=f"{CODES[self.key]}{8 * letter}")

    def answer(self, key: str, answers: Sequence[int | None], order: Sequence[int]) -> None:
        step = self.cast.go_to(key)
        options = [option["id"] for option in self.cast.dialogue.material["dilemma"]["options"]]
        for number in order:
            if answers[number] is None:
                taking_part.pass_step(step=step, participation=self.people[number].participation)
            else:
                self.cast.answer(self.people[number], {"option": options[answers[number]]})

    # Everything that can be seen

    def look(self, when: str) -> None:
        if not self.is_looked_at:
            return
        addresses = list(self.addresses())
        for who, browser in self.browsers().items():
            for name, address in addresses:
                response = browser.get(address, headers={"accept-language": "en"})
                self.seen[when, who, name] = self.plain(response)
        self.seen[when, "operator", "goedwerk erase --dry-run"] = printed(for_operators.announce)

    def browsers(self) -> dict[str, Client]:
        outsider, bystander, host = Client(), Client(), Client()
        bystander.cookies[device.PLACE] = self.bystander.token
        host.force_login(self.membership.user)
        return {"outsider": outsider, "somebody who takes part": bystander, "facilitator": host}

    def addresses(self) -> Iterator[tuple[str, str]]:
        step = self.cast.round.steps.get(key="first")
        for name, kwargs in routes():
            filled_in = {kwarg: self.value_of(kwarg, kind, step) for kwarg, kind in kwargs.items()}
            yield name, reverse(name, kwargs=filled_in)

    def value_of(self, kwarg: str, kind: str, step: Step) -> Any:
        """What stands in an address. A new kind of address needs a line here, so that it is looked at too."""
        dialogue = self.cast.dialogue
        values = {
            "code": dialogue.code,
            "dialogue": dialogue.pk,
            "step": step.pk if kind == "UUIDConverter" else "first",
            "act": "next",
            "key": self.membership.pk if kind == "UUIDConverter" else "wat-werkt-of-wat-mag",
            "passage": UUID(int=0),
            "signal": UUID(int=0),
            "link": "no-such-link",
            "approach": UUID(int=0) if kind == "UUIDConverter" else dialogue.approach.key,
            "number": 1,
            "sheet": "choose",
        }
        return values[kwarg]

    def plain(self, response: Any) -> str:
        """The lines of a page in an order that says nothing, without what is random."""
        body = b"".join(response.streaming_content) if response.streaming else response.content
        text = RANDOM.sub("·", body.decode("utf-8", "replace"))
        return "\n".join([str(response.status_code), *sorted(text.splitlines())])


def routes(resolver: Any = None, space: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every address that has a name, with what must be filled in."""
    for entry in (resolver or get_resolver()).url_patterns:
        if not isinstance(entry, URLPattern):
            yield from routes(entry, entry.namespace or space)
        elif entry.name and f"{space}:{entry.name}".lstrip(":") not in NOT_LOOKED_AT:
            kinds = {kwarg: type(kind).__name__ for kwarg, kind in entry.pattern.converters.items()}
            yield f"{space}:{entry.name}".lstrip(":"), kinds


def printed(command: Any) -> str:
    said = io.StringIO()
    with redirect_stdout(said):
        command()
    return RANDOM.sub("·", said.getvalue())


@contextmanager
def apart() -> Iterator[None]:
    """What happens here has not happened afterwards: the next world begins where this one did."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Log(logging.Handler):
    """Everything that any part of the platform writes down."""

    def __init__(self) -> None:
        super().__init__(level=logging.DEBUG)
        self.lines: list[str] = []
        # As the log of the process itself is filtered.
        self.addFilter(WithoutRequest())

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    @contextmanager
    def listening(self) -> Iterator[Log]:
        loggers = [logging.getLogger(), *map(logging.getLogger, ("django", "goedwerk"))]
        for logger in loggers:
            logger.addHandler(self)
        try:
            yield self
        finally:
            for logger in loggers:
                logger.removeHandler(self)

    @property
    def text(self) -> str:
        return RANDOM.sub("·", "\n".join(self.lines))
