"""A whole dialogue through a real server; then everything it printed and every file it kept is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest
from served import House, Visitor

pytestmark = pytest.mark.xdist_group("served")

ADDRESS = "127.0.0.77"
FORWARDED = "203.0.113.77"
AGENT = "Kanarie-Agent/7.7"
FACILITATOR_AGENT = "Kanarie-Tablet/8.8"
PEOPLE = 6
SHOWN, RETOLD, WAITS, LEFT, LATE = "Kanarie-getoond", "Kanarie-verteld", "Kanarie-wacht", "Kanarie-weg", "Kanarie-laat"

STEP = re.compile(r'action="(/d/[^"]+/step/[^"]+/)"')
DECISION = re.compile(r'name="(decision-[0-9a-f-]{36})"')
TEXTAREA = re.compile(r'<textarea[^>]*name="([^"]+)"')
VALUES = {name: re.compile(rf'name="{name}"[^>]*value="([^"]+)"') for name in ("option", "picked", "given_up")}


@dataclass
class Journey:
    house: House
    host: Visitor
    phones: list[Visitor] = field(default_factory=list)
    dialogue: str = ""
    code: str = ""

    # The facilitator

    def prepare(self, **decisions: object) -> Journey:
        self.host.get("/dialogues/start/dagstart-dilemma/")
        fields = {**defaults(self.host.page), "title": "Wat werkt", **decisions}
        self.host.post("/dialogues/start/dagstart-dilemma/", **fields)
        self.dialogue = re.search(r"/dialogues/([0-9a-f-]{36})/", self.host.path)[1]
        self.code = self.house.query("SELECT code FROM dialogues_dialogue ORDER BY prepared_at DESC")[0][0]
        return self

    def act(self, act: str) -> Visitor:
        self.host.get(f"/dialogues/{self.dialogue}/console/")
        if self.host.path.endswith("/console/"):
            return self.host.post(f"/dialogues/{self.dialogue}/act/{act}/", version=self.host.version)
        return self.host.post(f"/dialogues/{self.dialogue}/act/{act}/", version=1)

    def next_until(self, kind: str) -> None:
        while (self.kind_of_now() or "") != kind:
            self.act("next")

    def kind_of_now(self) -> str:
        now = self.house.query(
            "SELECT step.kind FROM dialogues_round round JOIN dialogues_step step ON step.id = round.current_id"
            " WHERE round.dialogue_id = ?",
            self.dialogue.replace("-", ""),
        )
        return now[0][0] if now else ""

    # The participants

    def join(self, people: int) -> None:
        for _ in range(people):
            phone = Visitor(self.house.port, source=ADDRESS, agent=AGENT, forwarded_for=FORWARDED)
            phone.get(f"/d/{self.code}/").post(f"/d/{self.code}/take-part/")
            self.phones.append(phone)

    def answer(self, phone: Visitor, **fields: object) -> Visitor:
        phone.get(f"/d/{self.code}/")
        return phone.post(STEP.search(phone.page)[1], **fields)

    def choose(self) -> None:
        for phone in self.phones:
            phone.get(f"/d/{self.code}/")
            self.answer(phone, option=VALUES["option"].search(phone.page)[1])

    def write(self, *texts: str) -> None:
        for phone, text in zip(self.phones, texts, strict=True):
            phone.get(f"/d/{self.code}/")
            self.answer(phone, **{TEXTAREA.search(phone.page)[1]: text})


def defaults(page: str) -> dict[str, object]:
    """What a form holds when nobody touches it, as far as a preparation needs."""
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    fields.pop("csrfmiddlewaretoken", None)
    checked = re.findall(r"<input[^>]*\bchecked\b[^>]*>", page)
    for tag in checked:
        fields[attribute(tag, "name")] = attribute(tag, "value")
    for tag in re.findall(r'<input[^>]*type="(?:text|number)"[^>]*>', page):
        fields.setdefault(attribute(tag, "name"), attribute(tag, "value"))
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.S):
        selected = re.search(r'<option value="([^"]*)"[^>]*selected', options) or re.search(r'value="([^"]+)"', options)
        fields[name] = selected[1] if selected else ""
    return fields


def attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return found[1] if found else ""


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[House]:
    house = House(tmp_path_factory.mktemp("house"))
    yield house
    house.close()


@pytest.fixture(scope="module")
def signed_in(house) -> Visitor:
    return Visitor(house.port, agent=FACILITATOR_AGENT).get(house.link)


@pytest.fixture(scope="module")
def journey(house, signed_in) -> Journey:
    """Six people choose, pick and write; one stops, one is late, some things go wrong; then the dialogue is closed."""
    journey = Journey(house, signed_in).prepare(retention_days=0)
    journey.act("open")
    journey.join(PEOPLE)
    journey.next_until("choice")
    journey.choose()
    journey.next_until("text")
    journey.write(SHOWN, RETOLD, WAITS, WAITS, WAITS, LEFT)
    journey.phones[5].get(f"/d/{journey.code}/mine/stop/").post(f"/d/{journey.code}/mine/stop/")
    things_go_wrong(journey)
    late = journey.phones[4].get(f"/d/{journey.code}/")
    form, box = form_of(journey, late)
    journey.act("close-step")
    late.post(form, **{box: LATE})
    read_texts(journey)
    journey.act("close")
    return journey


def form_of(journey: Journey, phone: Visitor) -> tuple[str, str]:
    """The address and the box of a text that was sent already, to be changed."""
    phone.get(f"/d/{journey.code}/")
    change = re.search(r'(/d/[^"]+/step/[^"]+/)', phone.page)[1]
    phone.get(change)
    return change, TEXTAREA.search(phone.page)[1]


def things_go_wrong(journey: Journey) -> None:
    stranger = Visitor(journey.house.port, source=ADDRESS, agent=AGENT, forwarded_for=FORWARDED)
    stranger.get("/d/ZZZZZZZZ/").get(f"/d/{journey.code}/no-such-page/")
    stranger.post(f"/d/{journey.code}/take-part/", csrfmiddlewaretoken="forged")
    stranger.ask("POST", f"/d/{journey.code}/step/{journey.dialogue}/", "lines=" + "x" * 600_000)
    stranger.get(f"/dialogues/{journey.dialogue}/report/").get("/sign-in/no-such-token/")
    stranger.headers["Host"] = "elsewhere.example"
    stranger.get(f"/d/{journey.code}/")


def read_texts(journey: Journey) -> None:
    """Let one text go as it is, and one in other words; the others wait."""
    host, decisions = journey.host, {}
    for card in host.page.split("<li")[1:]:
        if not (found := DECISION.search(card)):
            continue
        if SHOWN in card:
            decisions[found[1]] = "show"
        if RETOLD in card:
            decisions |= {found[1]: "retell", found[1].replace("decision", "text"): "In andere woorden"}
    host.post(host.path, version=host.version, **decisions)


# While answers are kept


def test_the_journey_was_really_made(journey):
    assert journey.house.query("SELECT count(*) FROM dialogues_participation")[0][0] >= PEOPLE
    assert journey.house.tables_with(SHOWN) == {"dialogues_textresponse", "dialogues_passage"}
    assert journey.house.tables_with(RETOLD) == {"dialogues_textresponse"}
    assert journey.house.query("SELECT count(*) FROM reports_finding")[0][0] > 0


def test_an_answer_stands_in_the_tables_of_answers_alone(journey):
    assert journey.house.tables_with(WAITS) <= {"dialogues_textresponse", "dialogues_passage"}


def test_nothing_of_a_late_answer_is_kept(journey):
    assert journey.house.files_with(LATE) == set()


@pytest.mark.parametrize("trace", [ADDRESS, FORWARDED, AGENT, FACILITATOR_AGENT, "User-Agent", "Mozilla"])
def test_no_file_and_no_log_tells_from_where_or_with_what(journey, trace):
    assert journey.house.files_with(trace) == set()


def test_the_log_does_not_name_the_dialogue_for_its_visitors(journey):
    assert journey.code not in journey.house.said
    assert journey.dialogue not in journey.house.said
    assert "/d/" not in journey.house.said


def test_no_answer_is_printed(journey):
    assert "Kanarie" not in journey.house.said


def test_the_code_stands_in_the_database_once(journey):
    assert journey.house.tables_with(journey.code) == {"dialogues_dialogue"}


def test_no_token_is_kept_in_clear(journey):
    for phone in journey.phones:
        token = phone.cookies["goedwerk-place"]
        assert token == "" or journey.house.files_with(token) == set()


def test_the_link_to_sign_in_is_printed_once_and_kept_nowhere(journey):
    token = journey.house.link.split("/")[2]

    assert journey.house.files_with(token) == {"printed.txt"}
    assert journey.house.said.count(token) == 1


def test_no_table_holds_a_session_or_a_visit(journey):
    assert journey.house.query("SELECT count(*) FROM django_session") == [(0,)]


def test_acts_of_hosts_are_written_down_and_participants_are_not(journey):
    actors = {actor for (actor,) in journey.house.query("SELECT DISTINCT actor FROM organisations_hostact")}

    assert len(actors) == 1


def test_going_wrong_is_not_a_fault_of_the_system(journey):
    assert "Traceback" not in journey.house.said


# Once they are erased


@pytest.fixture(scope="module")
def erased(journey) -> Journey:
    journey.house.do_jobs()
    return journey


@pytest.mark.parametrize("canary", [WAITS, LEFT, RETOLD])
def test_after_erasure_an_answer_is_in_no_file_at_all(erased, canary):
    assert erased.house.files_with(canary) == set()


def test_after_erasure_only_the_text_that_was_let_go_is_left(erased):
    assert erased.house.tables_with("Kanarie") == {"dialogues_passage"}
    assert erased.house.tables_with(SHOWN) == {"dialogues_passage"}


def test_after_erasure_no_table_of_answers_holds_a_row(erased):
    tables = ("dilemmas_choice", "dialogues_textresponse", "dialogues_attendance", "values_valuespicked")

    assert {table: erased.house.query(f"SELECT count(*) FROM {table}")[0][0] for table in tables} == dict.fromkeys(
        tables, 0
    )


def test_after_erasure_the_report_still_shows_the_pictures(erased):
    report = erased.phones[0].get(f"/d/{erased.code}/report/")

    assert report.status == 200
    assert SHOWN in report.page
    assert erased.house.query("SELECT count(*) FROM reports_finding")[0][0] > 0


# Two presses at the same moment


def test_of_two_facilitators_who_close_at_once_one_does_and_findings_are_stored_once(house, signed_in):
    journey = Journey(house, signed_in).prepare()
    journey.act("open")
    journey.join(5)
    journey.next_until("choice")
    journey.choose()
    before = house.query("SELECT count(*) FROM reports_finding")[0][0]
    signed_in.get(f"/dialogues/{journey.dialogue}/console/")
    hands = [twin(signed_in) for _ in range(6)]

    with ThreadPoolExecutor(len(hands)) as pool:
        address = f"/dialogues/{journey.dialogue}/act/next/"
        done = list(pool.map(lambda hand: hand.post(address, version=signed_in.version).status, hands))

    assert sorted(done) == [200] + [409] * 5
    stored = house.query("SELECT step_id, name, count(*) FROM reports_finding GROUP BY step_id, name")
    assert {times for *_which, times in stored} == {1}
    assert len(stored) == before + 2


def twin(visitor: Visitor) -> Visitor:
    other = Visitor(visitor.port)
    other.cookies, other.page = dict(visitor.cookies), visitor.page
    return other
