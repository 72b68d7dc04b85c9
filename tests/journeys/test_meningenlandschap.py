"""A real conversation of 536 people, replayed through the platform's own actions: it shows what the engine says.

Votes and statements: `tests/analysis/opinions/reference` (The Computational Democracy Project, openData, CC BY 4.0).
"""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO
from pathlib import Path
from time import process_time

import numpy as np
import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import override

from cast import Cast, load_content, prepare
from conversations.conftest import step
from goedwerk.conversations.actions import moderating, proposing, voting
from goedwerk.conversations.landscape import SEED
from goedwerk.conversations.models import Statement
from goedwerk.conversations.names import LANDSCAPE, VOTES
from goedwerk.dialogues import device
from goedwerk.dialogues.actions import leading
from goedwerk.dialogues.actions.taking_part import Joined
from goedwerk.dialogues.models import Participation, Step
from goedwerk.organisations.actions import found
from goedwerk.reports.models import Finding
from goedwerk_analysis.counts import NO_ANSWER
from goedwerk_analysis.disclosure.landscape import at_each_end, common_at_most, dividing_at_most
from goedwerk_analysis.opinions.findings import GoedwerkFinding
from goedwerk_analysis.opinions.goedwerk import explore
from goedwerk_analysis.released import LandscapePicture, Withheld, from_json
from goedwerk_analysis.responses.votes import Votes

pytestmark = pytest.mark.django_db
REFERENCE = Path(__file__).parents[1] / "analysis/opinions/reference"
NAME = "scoop-hivemind.biodiversity"
WORDS = {1: "agree", 0: "pass", -1: "disagree"}
BALLOT = "later-votes"
# How many statements there are at the start, how many people vote one by one, and how many reports are looked at.
SEEDS, ONE_BY_ONE, SEEN = 10, 10, 8
LONGEST = 60


# The conversation


@dataclass(frozen=True)
class Conversation:
    """Statements by number, which of them were taken out, and the votes of each person."""

    texts: Mapping[int, str]
    taken_out: frozenset[int]
    sheets: Mapping[int, Mapping[int, int]]


def read(name: str) -> StringIO:
    return StringIO(gzip.decompress((REFERENCE / f"{NAME}.{name}.csv.gz").read_bytes()).decode())


def conversation() -> Conversation:
    said = list(csv.DictReader(read("statements")))
    sheets: dict[int, dict[int, int]] = {}
    for row in csv.DictReader(read("votes")):
        sheets.setdefault(int(row["voter-id"]), {})[int(row["comment-id"])] = int(row["vote"])
    return Conversation(
        texts={int(row["comment-id"]): row["comment-body"] for row in said},
        taken_out=frozenset(int(row["comment-id"]) for row in said if row["moderated"] == "-1"),
        sheets=sheets,
    )


# The replay


@dataclass(frozen=True)
class Replayed:
    """What came of it: findings and pages, and how the platform named people and statements."""

    real: Conversation
    keys: Mapping[int, str]
    # The voters in the order in which the platform counts people: that of random keys.
    voters: list[int]
    released: Mapping[str, object]
    # The report as the first few of the people see it.
    reports: list[str]
    seconds: float

    @property
    def counted(self) -> list[int]:
        """The statements that were not taken out, in the order of their keys."""
        return sorted(set(self.real.texts) - self.real.taken_out, key=self.keys.__getitem__)

    def sheets(self) -> list[Mapping[str, int]]:
        """The votes of each person by key, in the order in which people came in."""
        named = ({self.keys[number]: vote for number, vote in sheet.items()} for sheet in self.real.sheets.values())
        return list(named)

    def key(self, column: int) -> str:
        return self.keys[self.counted[column]]


@pytest.fixture(scope="module")
def replayed(django_db_setup, django_db_blocker, collected) -> Iterator[Replayed]:
    """One replay for all tests here; the database is left as it was."""
    with django_db_blocker.unblock(), override("en"), transaction.atomic():
        yield replay(conversation())
        transaction.set_rollback(True)


def replay(real: Conversation) -> Replayed:
    """Prepare, open, let everybody in, propose and read, vote, take statements out, and close."""
    started, cast = process_time(), opened(real)
    ballot = step(cast, BALLOT)
    pool = {text: key for key, text in ballot.behaviour.points(ballot)}
    keys = {number: pool[text] for number, text in real.texts.items()}
    for place, (person, sheet) in enumerate(zip(cast.people, real.sheets.values(), strict=True)):
        votes = {keys[number]: WORDS[vote] for number, vote in sheet.items()}
        give(ballot, person.participation, votes, one_by_one=place < ONE_BY_ONE)
    take_out(cast, [real.texts[number] for number in real.taken_out])
    cast.act(leading.close_round)
    seconds = process_time() - started
    holders = [person.participation.pk for person in cast.people]
    return Replayed(
        real=real,
        keys=keys,
        voters=[voter for _, voter in sorted(zip(holders, real.sheets, strict=True))],
        released={each.name: from_json(each.released) for each in Finding.objects.filter(step=ballot)},
        reports=[report_for(cast, person) for person in cast.people[:SEEN]],
        seconds=seconds,
    )


def opened(real: Conversation) -> Cast:
    """The round is open, everybody is in, and all statements are in the pool: some from the start, some proposed."""
    load_content()
    house = found(name="Gemeente Waterrijk", owner="Noor")
    first = [text for number, text in real.texts.items() if number not in real.taken_out][:SEEDS]
    later = [text for text in real.texts.values() if text not in first]
    closes = timezone.now() + timedelta(days=3)
    inputs = {"question": "Hoe beschermen wij de natuur?", "seeds": "\n".join(first)}
    dialogue = prepare(house, "meningenlandschap", inputs=inputs, mode="open", closes_at=closes)
    cast = Cast.open(dialogue, house.user, people=len(real.sheets))
    for at in range(0, len(later), 3):
        texts, writer = later[at : at + 3], cast.people[at // 3].participation
        proposing.propose(step=step(cast, "add"), participation=writer, texts=texts)
    accept_all(cast)
    return cast


def accept_all(cast: Cast) -> None:
    waiting = list(Statement.objects.filter(step=step(cast, "add")).values_list("pk", flat=True))
    how = {"version": cast.round.version, "chosen": waiting, "together": True}
    moderating.accept(step=step(cast, "add"), user=cast.facilitator, **how)


def give(ballot: Step, participation: Participation, votes: Mapping[str, str], *, one_by_one: bool) -> None:
    """Vote by vote, as somebody with a phone does; or all at once, as from the list of all statements."""
    if not one_by_one:
        voting.vote_on_list(step=ballot, participation=participation, votes=votes)
        return
    for statement, choice in votes.items():
        voting.vote(step=ballot, participation=participation, statement=statement, choice=choice)


def take_out(cast: Cast, texts: Sequence[str]) -> None:
    """What was refused in the real conversation after people had voted on it."""
    chosen = list(Statement.objects.filter(step=step(cast, "add"), text__in=texts).values_list("pk", flat=True))
    how = {"version": cast.round.version, "chosen": chosen, "reason": "elsewhere"}
    moderating.refuse(step=step(cast, "add"), user=cast.facilitator, **how)


def report_for(cast: Cast, person: Joined) -> str:
    phone = Client(headers={"accept-language": "en"})
    phone.cookies[device.PLACE] = person.token
    return phone.get(reverse("reports:shared", args=[cast.dialogue.code])).content.decode()


# What the engine says of the same votes


@pytest.fixture(scope="module")
def votes(replayed) -> Votes:
    """As the engine takes them, without a line of the platform in between."""
    place = {number: at for at, number in enumerate(replayed.counted)}
    cast = [
        (row, place[number], vote)
        for row, voter in enumerate(replayed.voters)
        for number, vote in replayed.real.sheets[voter].items()
        if number in place
    ]
    who, what, vote = np.array(cast).T
    return Votes.of(participants=who, statements=what, values=vote, all_statements=range(len(place)))


@pytest.fixture(scope="module")
def finding(votes) -> GoedwerkFinding:
    return explore(votes, seed=SEED).finding()


@pytest.fixture
def landscape(replayed) -> LandscapePicture:
    return replayed.released[LANDSCAPE]


def test_the_conversation_is_replayed_within_the_time_that_a_check_may_take(replayed):
    assert len(replayed.voters) == 536
    assert replayed.seconds < LONGEST


def test_the_verdict_is_that_of_the_engine(landscape, finding):
    assert finding.verdict == "division without groups"
    assert (landscape.verdict, landscape.people, landscape.groups) == ("division", 536, Withheld("no-groups"))


def test_common_ground_is_what_the_engine_is_surest_of(replayed, landscape, finding):
    clearest = finding.common_ground[: common_at_most(536)]

    expected = {(replayed.key(one.statement), one.direction) for one in clearest}
    assert {(key, "agree") for key in landscape.agreed} | {(key, "disagree") for key in landscape.rejected} == expected


def test_what_divides_is_what_the_engine_says_divides_most(replayed, landscape, finding):
    most = finding.dividing[: dividing_at_most(536)]

    assert set(landscape.dividing) == {replayed.key(one.statement) for one in most}


def test_the_lines_are_the_firmest_of_the_engine_with_a_few_statements_at_each_end(replayed, landscape, finding):
    order = {"sure": 0, "probable": 1, "may be chance": 2}
    firmest = sorted(finding.lines, key=lambda line: (order[line.certainty], line.number))

    for shown, line in zip(landscape.lines, firmest, strict=False):
        ends = [{replayed.key(number) for number in end} for end in (line.low_end, line.high_end)]
        assert shown.certainty == line.certainty.replace(" ", "-")
        assert any(set(shown.first) <= one and set(shown.second) <= other for one, other in (ends, ends[::-1]))
        assert max(len(shown.first), len(shown.second)) <= at_each_end(536)


def test_the_map_counts_everybody_by_what_is_shown(replayed, landscape):
    sheets = (
        {replayed.keys[number]: vote for number, vote in sheet.items()} for sheet in replayed.real.sheets.values()
    )
    counted = Counter(landscape.place(sheet) or NO_ANSWER for sheet in sheets)

    for option, label in zip(landscape.places.options, landscape.places.labels, strict=True):
        assert counted[option] in label.range


def test_of_single_statements_only_the_named_are_told_and_rightly(replayed, landscape):
    shown = replayed.released[VOTES]

    assert set(shown.statements) == landscape.named
    for key, picture in shown.rows:
        given = [sheet.get(number_of(replayed, key)) for sheet in replayed.real.sheets.values()]
        assert given.count(1) in picture.label_of("agree").range
        assert given.count(-1) in picture.label_of("disagree").range


def number_of(replayed: Replayed, key: str) -> int:
    return next(number for number, own in replayed.keys.items() if own == key)


def test_what_was_taken_out_is_nowhere(replayed, landscape):
    assert not {replayed.keys[number] for number in replayed.real.taken_out} & landscape.named


def test_the_report_of_who_took_part_shows_it_and_their_own_place(replayed, landscape):
    texts = {replayed.keys[number]: text for number, text in replayed.real.texts.items()}

    for report in replayed.reports:
        assert all(escape(texts[key]) in report for key in landscape.named)
        assert report.count('id="own-place"') == 1


def test_of_two_people_in_two_places_only_their_own_place_differs(replayed, landscape):
    places = {}
    for sheet, report in zip(replayed.sheets(), replayed.reports, strict=False):
        places[landscape.place(sheet)] = without_own_place(report)

    assert len(places) > 1
    assert len(set(places.values())) == 1


def without_own_place(report: str) -> str:
    begin = report.index('id="own-place"')
    return without_tokens(report[:begin] + report[report.index("</details>\n</article>", begin) :])


def without_tokens(page: str) -> str:
    return re.sub(r'csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"', "", page)
