"""The report on paper: A4 throughout, and nothing is cut off."""

from __future__ import annotations

import mimetypes
import re
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, Route

from goedwerk.dialogues.models import Passage, PassageState

pytestmark = pytest.mark.browser

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
A4_WIDTH, A4_HEIGHT = 210 / 25.4 * 96, 297 / 25.4 * 96
A4_IN_POINTS = pytest.approx((210 / 25.4 * 72, 297 / 25.4 * 72), abs=1.5)
SENTENCE = "Wie er drie keer naar vraagt, krijgt eerder maatwerk dan wie zwijgt, en daar kwamen we niet uit. "
BOXES = re.compile(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]")
CUT = """() => [...document.querySelectorAll('.gw-paper')]
  .filter(sheet => sheet.scrollWidth > sheet.clientWidth + 1 || sheet.scrollHeight > sheet.clientHeight + 1)
  .map(sheet => sheet.className + ': ' + sheet.scrollWidth + ' x ' + sheet.scrollHeight)"""


@pytest.fixture
def paper(chromium, host):
    """Lay a report down as it would be printed."""
    pages: list[Page] = []

    def lay(dialogue) -> Page:
        document = host.get(reverse("reports:report", args=[dialogue.pk])).content
        page = chromium.new_page(viewport={"width": round(A4_WIDTH), "height": round(A4_HEIGHT)})
        page.route("**/*", lambda route: answer(route, document))
        page.goto("http://paper.example/")
        page.emulate_media(media="print")
        pages.append(page)
        return page

    yield lay
    for page in pages:
        page.close()


def answer(route: Route, document: bytes) -> None:
    path = route.request.url.split("/", 3)[3]
    if not path.startswith("static/"):
        route.fulfill(body=document, content_type="text/html; charset=utf-8")
        return
    file = Path(settings.STATIC_ROOT) / path.removeprefix("static/")
    route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file)[0] or "text/plain")


def sizes(page: Page) -> list[tuple[float, float]]:
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    return [(float(width), float(height)) for width, height in BOXES.findall(pdf)]


@pytest.fixture
def chosen(play, dagstart):
    """Nine people who chose twice."""
    cast = play(dagstart, people=9)
    first, second = (option["id"] for option in dagstart.material["dilemma"]["options"][:2])
    for key, option in (("first", first), ("second", second)):
        cast.go_to(key)
        cast.answer_all({"option": option, "confidence": "4"})
    cast.close()
    return dagstart


@pytest.fixture
def long_winded(play, korte_reflectie):
    """Twelve people who all wrote as much as fits, and everything was let go."""
    cast = play(korte_reflectie, people=12)
    cast.close()
    steps = cast.round.steps
    for kind in ("residue", "commit", "perspective_table"):
        step = steps.filter(kind=kind).first()
        step.state = "closed"
        step.save()
        for _ in range(12):
            lines = [["Wat spreken we af?", (SENTENCE * 3)[:280]], ["Wie pakt het op?", "Teamleider"]]
            Passage.objects.create(step=step, lines=lines, state=PassageState.SHOWN)
    return korte_reflectie


def test_every_sheet_is_a4(paper, chosen):
    found = sizes(paper(chosen))

    assert len(found) >= 5
    assert all(size == A4_IN_POINTS for size in found)


def test_a_sheet_that_runs_on_becomes_more_sheets_of_a4(paper, long_winded):
    found = sizes(paper(long_winded))

    assert len(found) >= 6
    assert all(size == A4_IN_POINTS for size in found)


@pytest.mark.parametrize("report", ["chosen", "long_winded"])
def test_nothing_is_cut_off(paper, report, request):
    page = paper(request.getfixturevalue(report))

    assert page.evaluate(CUT) == []


def test_the_cover_holds_whole_texts_and_says_that_there_are_more(paper, long_winded):
    cover = paper(long_winded).locator(".gw-paper--cover")

    assert "Teamleider" in cover.inner_text()
    assert "…" not in cover.inner_text()


def test_buttons_to_strike_a_text_are_not_printed(paper, long_winded):
    page = paper(long_winded)

    assert page.locator("form").count() > 0
    assert page.locator("form:visible").count() == 0


def test_a_report_needs_nothing_from_elsewhere(paper, chosen):
    page, asked = paper(chosen), []
    page.on("request", lambda request: asked.append(request.url))

    page.reload()

    assert asked
    assert all(url.startswith("http://paper.example/") for url in asked)
