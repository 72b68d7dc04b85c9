"""Every approach that can start, from preparation to report: live, and where it allows in one's own time.

Scripted people answer by the forms of the pages. Of every approach one of them has a real browser: by touch, by
keyboard alone, or without JavaScript; and some are led in a real console. At the end the engine and the gate get the
same answers once more, from the script, and the report has to say that and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone
from django.utils.translation import override
from hands import InBrowser, InConsole, Keyboard, Touch
from people import PHONE, TABLET
from playwright.sync_api import Page
from scripted import Lead, Person, Play, everything_written, texts_that_may_be_read

from cast import prepare
from goedwerk.approaches.queries import find_approach
from goedwerk.content import loaders
from goedwerk.content.reader import read_pack
from goedwerk.dialogues.models import Attendance
from goedwerk.reports import queries
from goedwerk.reports.models import Finding
from goedwerk.reports.pages import report_of
from goedwerk.reports.release import Run, release
from goedwerk_analysis.released import from_json

PEOPLE = 5
SENTENCE = re.compile(r'class="gw-picture__sentence[^"]*">(.*?)</h[12]>', re.DOTALL)


# The ladder and the vote are tried by thumb and by keyboard in tests of their own; here their lists are used.
HANDS = dict.fromkeys(("waardensortering", "deliberatiemeting", "goed-werk-spiegel", "meningenlandschap"), "plain")
HANDS |= dict.fromkeys(("een-twee-vier-allen", "logboek"), "plain")
HANDS |= dict.fromkeys(("korte-reflectie", "socratisch-gesprek"), "keyboard")
IN_CONSOLE = {"een-twee-vier-allen", "pre-mortem-besluit"}
HAS_BROWSER = 1


def shipped() -> list[tuple[str, list[str]]]:
    """Every approach of the packs, and the ways in which it may be done."""
    items = [item for pack in map(read_pack, loaders.shipped_packs()) for item in pack.approaches]
    return [(item.key, item.document["modes"]) for item in items]


FIRST = [(approach, modes[0]) for approach, modes in shipped()]
ALSO = [(approach, mode) for approach, modes in shipped() for mode in modes[1:]]


def prepared(membership, approach: str, mode: str):
    listed = find_approach(approach)
    assert listed.can_start, listed.missing
    closes_at = timezone.now() + timedelta(days=3) if mode == "open" else None
    dialogue = prepare(membership, approach, mode=mode, closes_at=closes_at)
    recipe = dialogue.approach
    return dialogue, min(max(PEOPLE, recipe.group_min), recipe.group_max)


@pytest.fixture
def play(pack, membership, host):
    """Everybody by plain requests."""

    def start(approach: str, mode: str) -> Play:
        dialogue, number = prepared(membership, approach, mode)
        return Play(Lead(dialogue, host), [Person(each, dialogue) for each in range(number)]).whole()

    return start


@pytest.fixture
def open_page(plain_static_files, browser):
    """Another browser each time, closed at the end."""
    contexts = []

    def open_one(**how) -> Page:
        context = browser.new_context(locale="nl-NL", **how)
        contexts.append(context)
        # Nothing that goes on by itself: the database of a test cannot be read while another thread writes.
        context.route(re.compile(r"/(events|version|readiness)/$"), lambda route: route.abort())
        page = context.new_page()
        page.set_default_timeout(20_000)
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def lead_of(host, live_server, open_page):
    """Who leads: by plain requests, or for some approaches in a console."""

    def start(dialogue, approach: str) -> Lead:
        if approach not in IN_CONSOLE:
            return Lead(dialogue, host)
        page = open_page(viewport=TABLET, base_url=live_server.url)
        session = {"name": "sessionid", "value": host.cookies["sessionid"].value, "url": live_server.url}
        page.context.add_cookies([session])
        return InConsole(dialogue, host, page)

    return start


@pytest.fixture
def play_in_browser(pack, membership, live_server, open_page, lead_of):
    """One of the people, and of some approaches the facilitator, in Chromium."""

    def start(approach: str, mode: str) -> Play:
        dialogue, number = prepared(membership, approach, mode)
        people = [Person(each, dialogue) for each in range(number)]
        hand = HANDS.get(approach, "touch")
        page = open_page(viewport=PHONE, base_url=live_server.url, java_script_enabled=hand != "plain")
        people[min(HAS_BROWSER, number - 1)] = InBrowser(
            min(HAS_BROWSER, number - 1), dialogue, page=page, hand=Keyboard() if hand == "keyboard" else Touch()
        )
        return Play(lead_of(dialogue, approach), people).whole()

    return start


@pytest.fixture
def plain_static_files(settings):
    """The live server looks for files by the names they have in the source."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


# What came of it


def computed(play: Play) -> dict[str, dict]:
    """What the gate releases of the answers in the script, step by step; nothing stored is read but who was there."""
    runs, shown = {}, {}
    for step in play.steps():
        if not step.is_closed:
            continue
        written = play.answers.get(step.pk, {})
        present = Attendance.objects.filter(step=step).order_by("participation_id")
        run = Run(step, {each.participation_id: written.get(each.participation_id) for each in present})
        earlier = [runs[other.pk] for other in queries.steps_shown_before(step) if other.position < step.position]
        shown[step.key] = release(run, earlier)
        runs[step.pk] = replace(run, released=shown[step.key])
    return shown


def stored(play: Play) -> dict[str, dict]:
    found = Finding.objects.filter(step__round=play.lead.round).select_related("step")
    kept: dict[str, dict] = {step.key: {} for step in play.steps() if step.is_closed}
    for finding in found:
        kept[finding.step.key][finding.name] = from_json(finding.released)
    return kept


def drawn(play: Play, released: dict[str, dict]) -> list[str]:
    """The sentence of every picture that the report should hold: a first answer stands beside the second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queries, "released_of", lambda step: released[step.key])
        report = report_of(play.dialogue, back_url="/")
        return [str(picture.sentence) for sheet in report.sheets for picture in sheet.pictures]


def text_of(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))).strip()


def quoted_in(play: Play) -> set[str]:
    """Every text of somebody that the report holds."""
    report = report_of(play.dialogue, back_url="/")
    parts = [*report.texts, report.rubs, report.agreed]
    return {text for part in parts for passage in part.passages for _label, text in passage.lines}


def assert_the_report_says_what_the_gate_says(played: Play) -> None:
    released, html = computed(played), played.lead.report()
    assert released == stored(played)
    assert [text_of(sentence) for sentence in SENTENCE.findall(html)] == drawn(played, released)
    assert quoted_in(played) <= texts_that_may_be_read(played) <= everything_written(played)
    assert [person.number for person in played.people if person.token in html] == []


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("approach", "mode"), FIRST)
def test_from_preparation_to_report(approach, mode, play_in_browser):
    with override("nl"):
        played = play_in_browser(approach, mode)

        assert_the_report_says_what_the_gate_says(played)


@pytest.mark.django_db
@pytest.mark.parametrize(("approach", "mode"), ALSO)
def test_the_same_in_ones_own_time(approach, mode, play):
    with override("nl"):
        played = play(approach, mode)

        assert_the_report_says_what_the_gate_says(played)
