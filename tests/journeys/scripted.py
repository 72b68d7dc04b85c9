"""What scripted people answer, and what the facilitator does between: one script that plays any approach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any
from uuid import UUID

from django.forms import BoundField, Form
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _

from goedwerk.conversations.models import Statement, StatementState
from goedwerk.dialogues import cases, device, parts, queries
from goedwerk.dialogues.actions.reading import may_let_go
from goedwerk.dialogues.models import Dialogue, Participation, Passage, PassageState, Round, Step

DUTCH = {"accept-language": "nl"}
BRINGS_A_CASE = 0
# The page before an answer is the same for all: a few people look at it.
LOOKS_FIRST = 1
EVERYBODY_ANSWERS = {"vote", "statement"}
NOTE = "Eerst bellen, dan schrijven.\nElke maand een moment voor uitzonderingen."
FACT = "Het team wist het sinds het voorjaar."
REQUEST = {"text": "Geef ons elke maand tijd voor uitzonderingen.", "owner": "hoofd van de afdeling"}

Sent = Mapping[str, Any]


# What somebody answers


def answer_of(step: Step, number: int) -> Any:
    """What this person fills in, or None for skipping: the same in every run of the test."""
    if step.kind == "case_input" and number != BRINGS_A_CASE:
        return None
    if step.kind not in EVERYBODY_ANSWERS and step.kind != "case_input" and (number + step.position) % 7 == 0:
        return None
    if step.kind == "vote":
        return {key: vote_on(text, number) for key, text in step.behaviour.points(step)}
    return first_answer(step, Random(f"{step.document['id']} {number}"))


def vote_on(text: str, number: int) -> str | None:
    """The same vote on a statement, in whichever step somebody meets it."""
    return Random(f"{text} {number}").choice(["agree", "agree", "disagree", None])


def first_answer(step: Step, random: Random) -> Any:
    """Colleagues of a rehearsal leave some things open; these people try again."""
    tries = (step.behaviour.simulate(step, random) for _try in range(40))
    return next((answer for answer in tries if answer is not None), None)


def sent_for(step: Step, person: Participation, number: int, answer: Any) -> Sent | None:
    """The fields that a page sends for this answer; None where there is nothing for this person to fill in."""
    if step.kind == "statement":
        return {"statement-1": f"Stelling {number}: wij leggen elke uitzondering uit."}
    if step.params.get("cards"):
        return {bound.html_name: f"Zo merk ik dat, {number}." for bound in own_boxes(step, person)}
    form = form_with(step, person, answer)
    if form is None:
        return None
    filled = {bound.html_name: bound.value() for bound in form}
    return {name: value for name, value in filled.items() if value not in (None, "", [], False)}


def own_boxes(step: Step, person: Participation) -> list[BoundField]:
    """Boxes about one's own cards: which these are follows from what somebody did before."""
    return step.behaviour.form_for(step, person).boxes


def form_with(step: Step, person: Participation, answer: Any) -> Form | None:
    """The form of this person with the answer filled in; in a vote it would show what they voted already."""
    if step.kind == "vote":
        return step.behaviour.form(step, None, answer)
    return step.behaviour.form_for(step, person, None, answer)


# Who answers


@dataclass
class Person:
    """Somebody with a phone: plain requests, as a page without JavaScript sends them."""

    number: int
    dialogue: Dialogue
    client: Client = field(default_factory=Client)

    def address(self, name: str = "now", *more: Any) -> str:
        return reverse(f"dialogues:{name}", args=[self.dialogue.code, *more])

    def join(self) -> Person:
        self.client.get(self.address(), headers=DUTCH)
        self.client.post(self.address("take-part"), headers=DUTCH)
        return self

    @property
    def token(self) -> str:
        return self.client.cookies[device.PLACE].value

    @cached_property
    def participation(self) -> Participation:
        return queries.participation_by_token(self.dialogue, self.token)

    def look(self) -> str:
        page = self.client.get(self.address(), headers=DUTCH, follow=True)
        assert page.status_code == 200
        return page.content.decode()

    def send(self, step: Step, sent: Sent) -> None:
        """A hint about names or numbers asks for a second look; the second press keeps."""
        if self.number <= LOOKS_FIRST:
            self.look()
        address = self.address("step", step.pk)
        reply = self.client.post(address, sent, headers=DUTCH)
        if reply.status_code == 422:
            reply = self.client.post(address, {**sent, "second_look": "1"}, headers=DUTCH)
        assert reply.status_code == 302, (step.key, reply.content.decode()[:4000])


# Who leads


@dataclass
class Lead:
    """The facilitator, by the forms of her pages."""

    dialogue: Dialogue
    client: Client

    @property
    def round(self) -> Round:
        return self.dialogue.rounds.select_related("current").latest("number")

    def press(self, act: str, **more: Any) -> None:
        address = reverse("dialogues:act", args=[self.dialogue.pk, act])
        self.send(address, **more)

    def send(self, address: str, **more: Any) -> None:
        reply = self.client.post(address, {"version": self.round.version, **more}, headers=DUTCH)
        assert reply.status_code == 302, (address, reply.content.decode()[:4000])

    def look(self) -> None:
        page = self.client.get(reverse("dialogues:dialogue", args=[self.dialogue.pk]), headers=DUTCH, follow=True)
        assert page.status_code == 200

    def read_statements(self, step: Step) -> None:
        waiting = statements_that_wait(step)
        if waiting:
            self.send(step.behaviour.desk(step), chosen=waiting, act="accept", together="on")

    def read_texts(self, step: Step) -> None:
        waits = step.passages.filter(state=PassageState.WAITING).exists()
        if waits and may_let_go(step):
            self.send(reverse("dialogues:texts", args=[self.dialogue.pk, step.pk]), rest="show")

    def report(self) -> str:
        return self.client.get(reverse("reports:report", args=[self.dialogue.pk]), headers=DUTCH).content.decode()


def statements_that_wait(step: Step) -> list[str]:
    waiting = Statement.objects.filter(step=step, state=StatementState.WAITING)
    return [str(key) for key in waiting.values_list("pk", flat=True)]


# A whole dialogue


@dataclass
class Play:
    """A dialogue that is played, and what everybody answered in it by the script."""

    lead: Lead
    people: list[Person]
    answers: dict[UUID, dict[UUID, Any]] = field(default_factory=dict)
    # Every line that somebody typed in.
    written: set[str] = field(default_factory=set)

    @property
    def dialogue(self) -> Dialogue:
        return self.lead.dialogue

    def steps(self) -> list[Step]:
        return list(self.lead.round.steps.select_related("round__dialogue"))

    def whole(self) -> Play:
        """From opening to closing."""
        self.lead.press("open")
        for person in self.people:
            person.join()
        if not self.lead.round.is_live:
            self.in_own_time()
        if self.lead.round.is_live:
            self.together()
        self.lead.press("close")
        for step in self.steps():
            self.lead.read_texts(step)
        return self

    def in_own_time(self) -> None:
        """Part after part; and then, where the approach wants it, the meeting."""
        while True:
            for step in self.steps():
                if step.is_open:
                    self.everybody_does(step)
            if not parts.next_part(self.lead.round):
                break
            self.lead.press("next-part")
            self.read_what_closed()
        if parts.has_meeting(self.lead.round):
            self.lead.press("gather")
            self.read_what_closed()

    def together(self) -> None:
        while queries.step_to_come(self.lead.round) is not None:
            self.lead.press("next")
            self.lead.look()
            step = self.lead.round.current
            self.everybody_does(step)
            self.lead.press("close-step")
            self.read_what_closed()
            AFTERWARDS.get(step.kind, lambda play, step: None)(self, step)

    def read_what_closed(self) -> None:
        for step in self.steps():
            if step.is_closed:
                self.lead.read_texts(step)

    def everybody_does(self, step: Step) -> None:
        if step.params.get("note"):
            self.note(step)
        for person in self.people:
            self.does(person, step)
        if step.kind == "statement":
            self.lead.read_statements(step)

    def does(self, person: Person, step: Step) -> None:
        """Fill in what the script says, or skip. Talking and looking ask for nothing."""
        if step.behaviour.form(step) is None and step.round.is_live:
            return
        answer, place = answer_of(step, person.number), person.participation
        sent = None if answer is None else sent_for(step, place, person.number, answer)
        if sent is None:
            person.send(step, {"pass": "yes"})
            return
        person.send(step, sent)
        self.written.update(sent_texts(sent))
        self.answers.setdefault(step.pk, {})[place.pk] = answer

    def note(self, step: Step) -> None:
        if step == self.lead.round.current:
            self.lead.press("note", text=NOTE)


def answer_the_facts(play: Play, step: Step) -> None:
    """Who brought the case answers the first question, and says that it may leave the room."""
    owner = play.people[BRINGS_A_CASE]
    case = cases.case_of(owner.participation, step.round)
    asked = cases.asked_of(case)
    owner.client.post(owner.address("case"), {"act": "facts", f"fact-{asked[0].passage.pk}": FACT})
    owner.client.post(owner.address("case"), {"act": "leave", "may_leave": "yes"})
    play.read_what_closed()


def agree_on_a_request(play: Play, step: Step) -> None:
    day = step.round.opened_at.date().replace(month=12, day=28)
    play.lead.send(step.behaviour.writing_url(step), act="agree", answer_by=day.isoformat(), **REQUEST)


AFTERWARDS: Mapping[str, Callable[[Play, Step], None]] = {
    "clarify": answer_the_facts,
    "signal": agree_on_a_request,
}


def texts_that_may_be_read(play: Play) -> set[str]:
    """Every text that the facilitator let go."""
    shown = Passage.objects.filter(step__round=play.lead.round, state=PassageState.SHOWN)
    return {text for passage in shown for _label, text in passage.lines}


def sent_texts(sent: Sent) -> set[str]:
    """Whole texts, and each of their lines: a list becomes a text per line."""
    typed = {value for value in sent.values() if isinstance(value, str)}
    return typed | {line for text in typed for line in text.splitlines()}


def everything_written(play: Play) -> set[str]:
    none_needed = _("No agreement is needed.")
    return play.written | {none_needed, FACT, *NOTE.splitlines(), REQUEST["text"]}
