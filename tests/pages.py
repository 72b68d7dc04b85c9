"""Every page there is, and how to come to it: one list for tests that visit them all.

    for page in every_page(Stage(membership)):
        response = page.visit(language="nl")

The list is made while it is read: between two pages the people act, so visit each page before asking for the next. A
browser takes `page.url` and the cookies of `page.cookies()`; a page with `data` is what a form leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any, Literal
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cast import Cast, prepare
from goedwerk.accounts.actions import make_link
from goedwerk.accounts.models import User
from goedwerk.approaches.actions import keep_draft, keep_version, write_new
from goedwerk.approaches.composing import with_new_step
from goedwerk.approaches.drafting import settled
from goedwerk.approaches.models import Approach, OwnApproach
from goedwerk.dialogues import device
from goedwerk.dialogues.actions import leading, reading, rounds
from goedwerk.dialogues.actions.taking_part import Joined, join, pass_step
from goedwerk.dialogues.models import Dialogue, Passage, PassageState, Step
from goedwerk.organisations.actions import invite
from goedwerk.organisations.models import Membership
from goedwerk.signals.actions import renew_link
from goedwerk.signals.links import link_of
from goedwerk.signals.models import Signal
from signals.asking import agree, give, in_days, put

Who = Literal["anonymous", "participant", "host"]


@dataclass(frozen=True)
class Page:
    """One page: what it is, for whom, its address, and what comes back."""

    name: str
    who: Who
    url: str
    status: int = 200
    # What is sent, for a page that a form leads to.
    data: Mapping[str, Any] | None = None
    token: str = ""
    host: User | None = None
    # Not every address is a page: some answer a file, a number, or nothing.
    is_html: bool = True

    def visit(self, language: str = "nl") -> HttpResponse:
        client = self.client()
        headers = {"accept-language": language}
        if self.data is None:
            return client.get(self.url, headers=headers)
        return client.post(self.url, self.data, headers=headers)

    def client(self) -> Client:
        """A browser as it has to be to see this page."""
        client = Client()
        if self.who == "host":
            client.force_login(self.host)
        if self.token:
            client.cookies[device.PLACE] = self.token
        return client

    def cookies(self) -> dict[str, str]:
        """The cookies that a real browser needs to see this page."""
        return {morsel.key: morsel.value for morsel in self.client().cookies.values()}


@dataclass
class Stage:
    """The people who act between two pages."""

    membership: Membership

    @property
    def host(self) -> User:
        return self.membership.user

    def prepare(self, approach: str, **decisions: Any) -> Dialogue:
        return prepare(self.membership, approach, **decisions)

    def open(self, approach: str, *, people: int, **decisions: Any) -> Cast:
        return Cast.open(self.prepare(approach, **decisions), self.host, people=people)


def every_page(stage: Stage) -> Iterator[Page]:
    yield from front_pages()
    yield from library_pages(stage)
    yield from account_pages(stage)
    yield from organisation_pages(stage)
    yield from approach_pages(stage)
    yield from choosing_pages(stage)
    yield from prepared_pages(stage)
    yield from live_pages(stage)
    yield from next_round_pages(stage)
    yield from small_group_pages(stage)
    yield from open_pages(stage)
    yield from sort_pages(stage)
    yield from compared_pages(stage)
    yield from conversation_pages(stage)
    yield from case_pages(stage)
    yield from signal_pages(stage)
    yield from technical_pages()


# Shapes of a page


def anyone(name: str, view: str, *args: Any, query: str = "", **more: Any) -> Page:
    return Page(name, "anonymous", reverse(view, args=args) + query, **more)


def by_host(stage: Stage, name: str, view: str, *args: Any, query: str = "", **more: Any) -> Page:
    return Page(name, "host", reverse(view, args=args) + query, host=stage.host, **more)


def inside(joined: Joined, name: str, view: str, *args: Any, query: str = "", **more: Any) -> Page:
    return Page(name, "participant", reverse(view, args=args) + query, token=joined.token, **more)


# Without anything


def front_pages() -> Iterator[Page]:
    yield anyone("front door", "dialogues:front")
    yield anyone("front door, with a code nobody knows", "dialogues:front", query="?code=XXXXXXXX")
    yield anyone("join by code", "dialogues:join")
    yield anyone("join, with a code nobody knows", "dialogues:join", query="?code=XXXXXXXX")
    yield anyone("a dialogue nobody knows", "dialogues:now", "XXXXXXXX", status=404)
    yield anyone("after the quick way out", "dialogues:leave-quickly")
    yield anyone("privacy", "reports:privacy")
    yield Page("no such page", "anonymous", "/no-such-page/", status=404)


def library_pages(stage: Stage) -> Iterator[Page]:
    yield by_host(stage, "library of dilemmas", "dilemmas:library")
    yield by_host(stage, "one dilemma", "dilemmas:dilemma", "wat-werkt-of-wat-mag")


# Who organises


def account_pages(stage: Stage) -> Iterator[Page]:
    yield anyone("how to sign in", "accounts:sign-in")
    yield anyone("a link that is used", "accounts:use-link", "no-such-token", status=410)
    yield anyone("a link that works", "accounts:use-link", make_link(user=stage.host), status=302, is_html=False)
    yield by_host(stage, "account", "accounts:account")
    yield by_host(stage, "account, without a name", "accounts:account", data={"name": ""})
    yield by_host(stage, "a link for another device", "accounts:another-device", data={})
    yield by_host(stage, "signing out", "accounts:sign-out", data={}, status=302, is_html=False)
    yield by_host(stage, "signing out everywhere", "accounts:sign-out-everywhere", data={}, status=302, is_html=False)
    stage.host.refresh_from_db()


def organisation_pages(stage: Stage) -> Iterator[Page]:
    colleague = invite(organisation=stage.membership.organisation, name="Sam", by=stage.host)
    yield by_host(stage, "organisation", "organisations:organisation")
    yield by_host(stage, "a colleague without a name", "organisations:invite", data={"name": ""}, status=422)
    yield by_host(stage, "a link for a colleague", "organisations:colleague-link", colleague.pk, data={})
    role = {"data": {"role": "editor"}, "status": 302, "is_html": False}
    yield by_host(stage, "the role of a colleague", "organisations:role", colleague.pk, **role)
    yield by_host(stage, "log of acts", "organisations:log")
    yield by_host(stage, "lists to compare by", "dialogues:lists")
    yield by_host(stage, "a list to compare by", "dialogues:list", "role")
    yield by_host(stage, "a list, not complete", "dialogues:list", "role", data={}, status=422)
    yield by_host(stage, "a new list", "dialogues:new-list")


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
    yield by_host(stage, "keeping what does not work", "approaches:keep", own.pk, data={}, status=422)
    yield by_host(stage, "step of an approach, not complete", "approaches:step", own.pk, "read", data={}, status=422)
    yield by_host(stage, "around the steps", "approaches:about", own.pk)
    yield by_host(stage, "around the steps, not complete", "approaches:about", own.pk, data={}, status=422)
    yield from approach_files(stage, own)
    yield by_host(stage, "retiring", "approaches:retire", own.pk, data={}, status=302, is_html=False)
    yield by_host(stage, "own approaches", "approaches:shelf")
    yield by_host(stage, "taking back", "approaches:take-back", own.pk, data={}, status=302, is_html=False)
    yield by_host(stage, "deleting an approach", "approaches:delete", own.pk, data={}, status=302, is_html=False)


def approach_files(stage: Stage, own: OwnApproach) -> Iterator[Page]:
    own.refresh_from_db()
    own.draft["steps"] = [step for step in own.draft["steps"] if step["kind"] != "reveal"]
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


def choosing_pages(stage: Stage) -> Iterator[Page]:
    yield by_host(stage, "no dialogues yet", "dialogues:mine")
    yield by_host(stage, "choosing an approach", "dialogues:start")
    yield by_host(stage, "choosing, with answers", "dialogues:start", query="?purpose=act&time=long&experience=first")
    yield by_host(stage, "preparing", "dialogues:prepare", "dagstart-dilemma")
    yield by_host(stage, "preparing a round of days", "dialogues:prepare", "korte-reflectie")
    yield by_host(stage, "preparing, not complete", "dialogues:prepare", "dagstart-dilemma", data={}, status=422)
    unknown = with_unknown_kind("dagstart-dilemma")
    yield by_host(stage, "choosing, where one cannot start", "dialogues:start")
    yield by_host(stage, "an approach that cannot start", "dialogues:prepare", unknown.key, status=409)
    unknown.delete()


def with_unknown_kind(key: str) -> Approach:
    """As a pack may bring it: with a kind of step that is not installed here."""
    approach = Approach.objects.get(key=key)
    first, *rest = approach.document["steps"]
    document = {**approach.document, "id": "hologram", "steps": [{**first, "kind": "hologram"}, *rest]}
    approach.pk, approach.key, approach.document = uuid4(), "hologram", document
    approach._state.adding = True
    approach.save()
    return approach


def prepared_pages(stage: Stage) -> Iterator[Page]:
    dialogue = stage.prepare("dagstart-dilemma")
    key, code = dialogue.pk, dialogue.code
    yield anyone("not open yet", "dialogues:now", code)
    yield anyone("big screen before opening", "dialogues:screen", code)
    yield by_host(stage, "my dialogues", "dialogues:mine")
    yield by_host(stage, "a prepared dialogue", "dialogues:dialogue", key)
    yield by_host(stage, "console before opening", "dialogues:console", key)
    yield by_host(stage, "rehearsal", "dialogues:rehearse", key)
    yield by_host(stage, "script on paper", "dialogues:script", key)
    yield by_host(stage, "cards on paper", "dialogues:cards", key)
    yield by_host(stage, "no report yet", "reports:report", key)
    yield by_host(stage, "deleting", "dialogues:delete", key, data={}, status=302, is_html=False)


# A live round, from start to end


def live_pages(stage: Stage) -> Iterator[Page]:
    cast = stage.open("dagstart-dilemma", people=6, follow_up_owner="teamleider Vergunningen")
    yield from at_the_door(cast)
    yield from of_ones_own(cast)
    yield from everywhere(stage, cast, "waiting")
    while cast.step is None or cast.step.key != "harvest":
        step = cast.next()
        yield from everywhere(stage, cast, step.key)
        if step.kind in ("choice", "values_pick"):
            yield from filled_in(cast)
    yield from asides(stage, cast)
    yield from texts(stage, cast)
    cast.close()
    yield from closed(stage, cast)


def at_the_door(cast: Cast) -> Iterator[Page]:
    code = cast.dialogue.code
    yield anyone("what is kept, before the first answer", "dialogues:now", code)
    yield anyone("rather not", "dialogues:listen", code)
    yield anyone("coming back", "dialogues:come-back", code)
    yield anyone("a return code nobody knows", "dialogues:come-back", code, data={"code": "XXXX"})
    yield anyone("making a tablet go round", "dialogues:tablet", code)
    yield anyone("passing the tablet on", "dialogues:pass-on", code, data={}, status=302, is_html=False)
    yield anyone("taking part without cookies", "dialogues:take-part", code, data={}, status=400)
    yield anyone("help and other doors", "dialogues:doors", code)
    yield anyone("what we keep", "dialogues:kept", code)
    yield anyone("the report, from outside", "reports:shared", code)
    yield anyone("the version", "dialogues:version", code, is_html=False)
    yield anyone("events of a dialogue nobody knows", "dialogues:events", "XXXXXXXX", status=404, is_html=False)


def of_ones_own(cast: Cast) -> Iterator[Page]:
    person, code = cast.people[0], cast.dialogue.code
    yield inside(person, "my answers", "dialogues:own", code)
    yield inside(person, "my answers, as a file", "dialogues:take-along", code, is_html=False)
    yield inside(person, "stopping", "dialogues:stop", code)
    yield inside(person, "help and other doors, inside", "dialogues:doors", code)
    yield inside(person, "no report yet, inside", "reports:shared", code)


def everywhere(stage: Stage, cast: Cast, moment: str) -> Iterator[Page]:
    """The phone, the big screen and the console, now."""
    yield inside(cast.people[0], f"phone: {moment}", "dialogues:now", cast.dialogue.code)
    yield anyone(f"big screen: {moment}", "dialogues:screen", cast.dialogue.code)
    yield by_host(stage, f"console: {moment}", "dialogues:console", cast.dialogue.pk)


def filled_in(cast: Cast) -> Iterator[Page]:
    """What follows on a press: errors beside their fields, and what was kept."""
    person, step, code = cast.people[0], cast.step, cast.dialogue.code
    address = ("dialogues:step", code, step.pk)
    yield inside(person, f"phone: {step.key}, not filled in", *address, data={}, status=422)
    cast.answer_all(first_answer(step))
    yield inside(person, f"phone: {step.key}, kept", "dialogues:now", code)
    yield inside(person, f"phone: {step.key}, changing it", *address)


def first_answer(step: Any) -> dict[str, Any]:
    if step.kind == "choice":
        return {"option": step.behaviour.form(step).fields["option"].choices[0][0], "confidence": "4"}
    cards = [card["id"] for card in step.material(step.params["set"])["cards"]]
    return {"picked": cards[: step.params["pick"]], "given_up": cards[-step.params.get("give_up", 0) :]}


def asides(stage: Stage, cast: Cast) -> Iterator[Page]:
    for key in ("turn", "reflections"):
        cast.act(leading.show_aside, key=key)
        yield from everywhere(stage, cast, key)
    cast.act(leading.show_aside, key="")
    yield by_host(stage, "console: readiness", "dialogues:readiness", cast.dialogue.pk, is_html=False)
    yield by_host(stage, "console: changing the order", "dialogues:console", cast.dialogue.pk, query="?order=1")
    yield by_host(stage, "console: asking to close", "dialogues:console", cast.dialogue.pk, query="?close=1")
    outdated = {"version": cast.round.version - 1}
    yield by_host(stage, "console: outdated", "dialogues:act", cast.dialogue.pk, "next", data=outdated, status=409)


def texts(stage: Stage, cast: Cast) -> Iterator[Page]:
    step, code = cast.step, cast.dialogue.code
    box = next(name for name in step.behaviour.form(step).fields if name != "second_look")
    for number, person in enumerate(cast.people):
        cast.answer(person, {box: f"Zin {number}"})
    cast.act(leading.close_step)
    late = {box: "Te laat."}
    yield inside(cast.people[0], "phone: too late", "dialogues:step", code, step.pk, data=late, status=409)
    yield anyone("phone: place lost", "dialogues:step", code, step.pk, data=late, status=403)
    yield by_host(stage, "texts to read", "dialogues:texts", cast.dialogue.pk, step.pk)
    shown = {str(passage.pk): ("show", "") for passage in cast.step.passages.all()[:3]}
    cast.act(reading.let_go, step=cast.step, decisions=shown)
    yield from everywhere(stage, cast, "texts let go")


def closed(stage: Stage, cast: Cast) -> Iterator[Page]:
    key, code, person = cast.dialogue.pk, cast.dialogue.code, cast.people[0]
    yield inside(person, "phone: ended", "dialogues:now", code)
    yield anyone("ended, from outside", "dialogues:now", code)
    yield anyone("big screen: ended", "dialogues:screen", code)
    yield by_host(stage, "a closed dialogue", "dialogues:dialogue", key)
    yield by_host(stage, "report", "reports:report", key)
    yield inside(person, "report, for who took part", "reports:shared", code)
    passage = Passage.objects.filter(step__round=cast.round, state=PassageState.SHOWN).first()
    yield by_host(stage, "striking a text", "reports:strike", key, passage.pk, data={}, status=302, is_html=False)
    yield inside(person, "stopped", "dialogues:stop", code, data={})


def next_round_pages(stage: Stage) -> Iterator[Page]:
    """A second round of the same dialogue, for who leads and for who was there before."""
    cast = stage.open("waardensortering", people=6)
    step = cast.go_to("repeat")
    key, code = cast.dialogue.pk, cast.dialogue.code
    yield from everywhere(stage, cast, step.key)
    yield by_host(stage, "the day you look again", "dialogues:next-day", key)
    gone = {"version": cast.round.version, "day": "2020-01-01"}
    yield by_host(stage, "the day you look again, not right", "dialogues:next-day", key, data=gone, status=422)
    yield anyone("no day for the diary yet", "dialogues:diary-next", code, status=404)
    cast.act(rounds.plan_next, day=timezone.localdate() + timedelta(days=365))
    yield from everywhere(stage, cast, f"{step.key}, agreed")
    yield anyone("the next day for the diary", "dialogues:diary-next", code, is_html=False)
    cast.close()
    yield inside(cast.people[0], "phone: ended, with a day to look again", "dialogues:now", code)
    yield by_host(stage, "a closed dialogue with a day to look again", "dialogues:dialogue", key)
    yield by_host(stage, "preparing a next round", "dialogues:next-round", key)
    yield by_host(stage, "preparing a next round, not complete", "dialogues:next-round", key, data={}, status=422)
    meets = timezone.now() + timedelta(days=365)
    decided = rounds.NextRound(number=2, mode="live", steps=("now", "picture", "repeat"), starts_at=meets)
    rounds.make_next(dialogue=cast.dialogue, user=stage.host, decided=decided)
    yield inside(cast.people[0], "phone: between two rounds", "dialogues:now", code)
    yield by_host(stage, "inviting to a next round", "dialogues:invite", key)
    yield by_host(stage, "a dialogue with a next round", "dialogues:dialogue", key)
    yield anyone("the meeting for the diary", "dialogues:diary", code, is_html=False)
    cast.act(leading.open_round)
    yield inside(cast.people[0], "phone: welcome back", "dialogues:now", code)
    yield anyone("phone: new in a next round", "dialogues:now", code)
    cast.people = [join(dialogue=cast.dialogue, token=person.token) for person in cast.people]
    cast.close()
    yield by_host(stage, "report on the second round", "reports:report", key)
    yield by_host(stage, "report on the first round", "reports:report", key, query="?round=1")


def small_group_pages(stage: Stage) -> Iterator[Page]:
    """Four people: the picture is told aloud."""
    cast = stage.open("dagstart-dilemma", people=4)
    cast.go_to("picture")
    yield from everywhere(stage, cast, "spoken picture")
    cast.close()
    yield by_host(stage, "report on a small group", "reports:report", cast.dialogue.pk)


# A round that is open for some days


def open_pages(stage: Stage) -> Iterator[Page]:
    cast = stage.open("korte-reflectie", people=5, mode="open", closes_at=timezone.now() + timedelta(days=3))
    person, code = cast.people[0], cast.dialogue.code
    yield by_host(stage, "an open dialogue", "dialogues:dialogue", cast.dialogue.pk)
    yield by_host(stage, "inviting, with a reminder", "dialogues:invite", cast.dialogue.pk)
    for step in cast.round.steps.all():
        yield inside(person, f"phone, in one's own time: {step.key}", "dialogues:step", code, step.pk)
        pass_step(step=step, participation=person.participation)
    yield inside(person, "phone, in one's own time: all done", "dialogues:now", code)
    live = stage.open("korte-reflectie", people=5)
    while live.step is None or live.step.position < live.round.steps.count():
        yield from everywhere(stage, live, f"korte-reflectie: {live.next().key}")


# Sorts, lighter ways of putting things in order, and what a large group sees of them


def sort_pages(stage: Stage) -> Iterator[Page]:
    """A sort under two conditions and what a card means; the lightest sort; a scale, and lists in order."""
    cast = stage.open("waardensortering", people=1, optional_steps=("ought",))
    for key in ("now", "meaning", "ought"):
        step = cast.go_to(key)
        yield from everywhere(stage, cast, f"sorting: {key}")
        if step.kind == "sort":
            cast.answer_all(in_order(step))
    cast.close()
    lightest = stage.prepare("waardensortering")
    step = lightest.round.steps.get(key="now")
    step.document["params"] |= {"shape": [3, 10, 3], "piles": False}
    step.save(update_fields=["document"])
    most_and_least = Cast.open(lightest, stage.host, people=1)
    most_and_least.go_to("now")
    yield inside(most_and_least.people[0], "phone: most and least", "dialogues:now", lightest.code)
    mirror = stage.open("goed-werk-spiegel", people=1)
    for key in ("three", "felt", "wanted"):
        mirror.go_to(key)
        yield inside(mirror.people[0], f"phone: in order, {key}", "dialogues:now", mirror.dialogue.code)


def in_order(step: Step, order: Sequence[str] = ()) -> dict[str, str]:
    """A whole sort, with the cards of `order` (or of the deck) from heaviest to lightest."""
    cards = order or [card for card, _name in step.behaviour.points(step)]
    places = [rung.value for rung in step.behaviour.shape(step).rungs for _place in range(rung.size)]
    return {f"card-{card}": str(place) for card, place in zip(cards, places, strict=True)}


def compared_pages(stage: Stage) -> Iterator[Page]:
    """Enough people to see what they share, what differences go with, and ways of looking."""
    closes_at = timezone.now() + timedelta(days=3)
    cast = stage.open("waardensortering", people=0, mode="open", closes_at=closes_at, described_by=("role", "work"))
    step, random = cast.round.steps.get(key="now"), Random(1)
    deck = [card for card, _name in step.behaviour.points(step)]
    ways = (deck, [*deck[:3], *random.sample(deck[3:], len(deck) - 3)])
    for number in range(44):
        said = {"role": ("manager", "employee")[number % 2], "work": ("policy", "delivery")[number // 2 % 2]}
        joined = join(dialogue=cast.dialogue, described=said)
        cast.people.append(joined)
        pull = {card: random.gauss(at, 2) for at, card in enumerate(ways[number % 2])}
        cast.answer(joined, in_order(step, sorted(deck, key=pull.__getitem__)), step)
    cast.close()
    yield by_host(stage, "report on a large group", "reports:report", cast.dialogue.pk)
    yield inside(cast.people[0], "report on a large group, for who took part", "reports:shared", cast.dialogue.code)


# A case that somebody brought, and what a group writes together


def case_pages(stage: Stage) -> Iterator[Page]:
    cast = stage.open("morele-oordeelsvorming", people=6)
    owner, code = cast.people[0], cast.dialogue.code
    written_together(cast, "case", [owner], {"facts": "Een inwoner vroeg om uitstel.", "moment": "Bij de brief."})
    yield from everywhere(stage, cast, "a case let go")
    yield inside(owner, "the case one brought", "dialogues:case", code)
    written_together(cast, "involved", cast.people, {"citizen_interest": "Zekerheid.", "self_interest": "Rust."})
    yield from everywhere(stage, cast, "one table")
    written_together(cast, "missing", cast.people[1:3], {"questions": "Wie wist hiervan?"})
    yield from everywhere(stage, cast, "questions about the facts")
    yield inside(owner, "the case one brought, with questions", "dialogues:case", code)
    yield inside(owner, "facts without an answer", "dialogues:case", code, data={"act": "facts"}, status=422)
    cast.go_to("options")
    cast.answer_all({"ideas": "Eerst bellen\nDe regel volgen"})
    cast.act(leading.close_step)
    yield by_host(stage, "texts to join", "dialogues:texts", cast.dialogue.pk, cast.step.pk)
    let_all_go(cast)
    yield from everywhere(stage, cast, "one list")
    step = cast.go_to("arguments")
    yield from everywhere(stage, cast, "arguments")
    option = step.behaviour.options(step)[0][0]
    written_together(cast, "arguments", cast.people[:2], {f"{option}_for": "Dan hoor je waarom."})
    yield from everywhere(stage, cast, "a map of arguments")
    cast.close()
    yield inside(owner, "phone: ended, for who brought the case", "dialogues:now", code)
    yield inside(owner, "the case one brought, after closing", "dialogues:case", code)
    yield by_host(stage, "report with a table and a map", "reports:report", cast.dialogue.pk)


def written_together(cast: Cast, key: str, people: list[Joined], answer: dict[str, Any]) -> None:
    """These people write this; the step closes, and all of it is let go."""
    cast.go_to(key)
    for person in people:
        cast.answer(person, answer)
    cast.act(leading.close_step)
    let_all_go(cast)


def let_all_go(cast: Cast) -> None:
    waiting = cast.step.passages.filter(state=PassageState.WAITING)
    cast.act(reading.let_go, step=cast.step, decisions={str(passage.pk): ("show", "") for passage in waiting})


# Statements and votes


def conversation_pages(stage: Stage) -> Iterator[Page]:
    question = {"question": "Wat hebben wij nodig om goed werk te doen?"}
    cast = stage.open("een-twee-vier-allen", people=6, inputs=question)
    step, person, code = cast.go_to("all"), cast.people[0], cast.dialogue.code
    yield inside(person, "phone: writing a statement", "dialogues:now", code)
    for number, author in enumerate(cast.people):
        cast.answer(author, {"statement-1": f"Wij bellen {number} keer voordat wij schrijven.", "second_look": "1"})
    yield inside(person, "phone: what became of a statement", "dialogues:step", code, step.pk)
    yield from statement_desk(stage, cast)
    vote = cast.next()
    yield inside(person, "phone: now a vote", "dialogues:now", code, status=302, is_html=False)
    yield inside(person, "phone: voting", "conversations:vote", code, vote.pk)
    yield inside(person, "phone: all statements and my votes", "conversations:votes", code, vote.pk)
    every = {f"vote-{key}": "agree" for key, _text in vote.behaviour.points(vote)}
    yield inside(
        person, "phone: keeping the list", "conversations:votes", code, vote.pk, data=every, status=302, is_html=False
    )
    yield inside(person, "phone: voted on everything", "conversations:vote", code, vote.pk)
    yield anyone("big screen: votes", "dialogues:screen", code)
    yield by_host(stage, "console: votes", "dialogues:console", cast.dialogue.pk)
    cast.next()
    yield from everywhere(stage, cast, "picture of votes")


def statement_desk(stage: Stage, cast: Cast) -> Iterator[Page]:
    desk, step = ("conversations:statements", cast.dialogue.pk, cast.step.pk), cast.step
    waiting = [statement for answer in step.behaviour.answers(step).values() for statement in answer]
    chosen = [str(statement.pk) for statement in waiting[:4]]
    yield by_host(stage, "statements to read", *desk)
    yield by_host(stage, "statements, nothing ticked", *desk, data={"version": cast.round.version}, status=422)
    accept = {"version": cast.round.version, "chosen": chosen, "act": "accept"}
    yield by_host(stage, "statements into the pool", *desk, data=accept, status=302, is_html=False)
    refuse = {"version": cast.round.version, "chosen": [str(waiting[4].pk)], "act": "refuse", "reason": "person"}
    yield by_host(stage, "a statement refused", *desk, data=refuse, status=302, is_html=False)
    yield by_host(stage, "statements in the pool", *desk, query="?state=accepted")
    yield by_host(stage, "statements not in the pool", *desk, query="?state=rejected")


# A request to somebody outside, and the answer


def signal_pages(stage: Stage) -> Iterator[Page]:
    yield by_host(stage, "no signals yet", "signals:signals")
    cast = stage.open("waarderend-gesprek", people=6, follow_up_owner="Hoofd Vergunningen")
    step = cast.go_to("signal")
    yield from everywhere(stage, cast, "signal without a text")
    yield from at_the_desk(stage, cast, step)
    cast.act(leading.close_step)
    yield from everywhere(stage, cast, "signal after closing")
    yield by_host(stage, "desk: closed", "signals:desk", cast.dialogue.pk, step.pk)
    signal = agree(cast, step)
    yield by_host(stage, "desk: agreed", "signals:desk", cast.dialogue.pk, step.pk)
    cast.close()
    yield from answered(stage, cast, signal)


def at_the_desk(stage: Stage, cast: Cast, step: Step) -> Iterator[Page]:
    desk = ("signals:desk", cast.dialogue.pk, step.pk)
    yield by_host(stage, "desk: no text yet", *desk)
    yield by_host(stage, "desk: not filled in", *desk, data={"act": "put", "version": "1"}, status=422)
    put(cast)
    yield by_host(stage, "desk: the group answers", *desk)
    yield from everywhere(stage, cast, "signal with a text")
    cast.answer_all({"vote": "agree", "objection": "Zeg erbij waarom."})
    yield inside(cast.people[0], "phone: signal, kept", "dialogues:now", cast.dialogue.code)


def answered(stage: Stage, cast: Cast, signal: Signal) -> Iterator[Page]:
    code, before = cast.dialogue.code, link_of(signal)
    yield by_host(stage, "a signal that waits", "signals:signal", signal.pk)
    yield by_host(stage, "a new link", "signals:renew", signal.pk, data={}, status=302, is_html=False)
    owner = ("signals:answer", link_of(renew_link(signal=signal, user=stage.host)))
    yield anyone("the link of before", "signals:answer", before, status=410)
    yield anyone("the page of the owner", *owner)
    unfinished = {"key": str(UUID(int=7)), "after": "0", "verdict": "later", "text": "Na de begroting."}
    yield anyone("the owner, not complete", *owner, data=unfinished, status=422)
    yield anyone("the owner answers", *owner, data={**unfinished, "verdict": "do"}, status=302, is_html=False)
    give(signal, "later", "Na de begroting.", on=in_days(40))
    yield anyone("the owner, once more", *owner)
    yield by_host(stage, "signals", "signals:signals")
    yield by_host(stage, "an answered signal", "signals:signal", signal.pk)
    yield anyone("what was asked, and the answer", "dialogues:follow-up", code)
    yield inside(cast.people[0], "phone: ended with an answer", "dialogues:now", code)
    yield inside(cast.people[0], "report with a signal", "reports:shared", code)


# For machines, and for who develops


def technical_pages() -> Iterator[Page]:
    shown = 200 if settings.DEBUG_PAGES else 404
    yield anyone("style pages", "ui:style-page", status=shown)
    yield anyone("one style page", "ui:style-sheet", "report", status=shown)
    yield anyone("another language", "set_language", data={"language": "en"}, status=302, is_html=False)
    yield Page("alive", "anonymous", "/_healthz/livez/", is_html=False)
    yield Page("ready", "anonymous", "/_healthz/readyz/", is_html=False)
    contact = 200 if settings.SECURITY_CONTACT else 404
    yield Page("security.txt", "anonymous", "/.well-known/security.txt", status=contact, is_html=False)
