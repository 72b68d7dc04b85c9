"""Every page of the platform, in Dutch and in English: without a fault for axe and the Nu checker, and light.

The pages come from `pages.every_page`; a page that is missing there fails `tests/contracts/test_urls.py`.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from answered import Shelf, Visited, on_a_shelf, static_file, visit_every_page
from people import PHONE

ROOT = Path(__file__).resolve().parents[2]
AXE = (ROOT / "tests/vendor/axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NU = ROOT / "dev/checkers/node_modules/vnu-jar/build/dist/vnu.jar"
# So high that nothing lies under what stands still at the bottom while one scrolls.
WHOLE_PAGE = {"width": PHONE["width"], "height": 6000}
# Makes the test database; the pages themselves are made once, for all tests here.
pytestmark = pytest.mark.django_db
KILOBYTE = 1000


@dataclass(frozen=True)
class Seen:
    """What a browser made of a page: the faults that axe finds in it, and what it asked for."""

    page: Visited
    faults: list[dict]
    files: set[str]
    outside: list[str]

    @property
    def own_size(self) -> int:
        return len(gzip.compress(self.page.html.encode()))

    @property
    def size(self) -> int:
        return self.own_size + sum(compressed_size(static_file(url)) for url in self.files)


@pytest.fixture(scope="module", params=["nl", "en"])
def visited(request, collected, django_db_setup, django_db_blocker) -> list[Visited]:
    """Every page as it was answered, in one language."""
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as thread:
        # A thread of its own, for in this one the browser's loop runs.
        return thread.submit(visit_every_page, request.param).result()


@pytest.fixture(scope="module")
def seen(visited, browser) -> list[Seen]:
    """Each page in the browser: once, for to load a page takes longer than to look at it."""
    asked: list[str] = []
    page = browser.new_context(bypass_csp=True, viewport=WHOLE_PAGE).new_page()
    page.add_init_script(AXE)
    page.on("request", lambda request: asked.append(request.url))
    with on_a_shelf() as shelf:
        found = [look(page, asked, shelf, each) for each in visited]
    page.context.close()
    return found


def look(page, asked: list[str], shelf: Shelf, each: Visited) -> Seen:
    asked.clear()
    shelf.html = each.html
    page.goto(shelf.address + each.url)
    faults = page.evaluate(f"axe.run(document, {{runOnly: {RULES}, resultTypes: ['violations']}})")["violations"]
    outside = [url for url in asked if not url.startswith((f"{shelf.address}/", "data:"))]
    return Seen(each, faults, {url for url in asked if "/static/" in url}, outside)


def test_axe_finds_no_fault(seen):
    faults = [
        f"{each.page.name}: {fault['id']}: {fault['nodes'][0]['html'][:200]}: {fault['nodes'][0]['failureSummary']}"
        for each in seen
        for fault in each.faults
    ]

    assert len(seen) > 50
    assert faults == [], "\n".join(faults)


@pytest.mark.nu
def test_the_nu_checker_finds_no_fault(visited, tmp_path):
    for number, each in enumerate(visited):
        (tmp_path / f"{number:03}.html").write_text(each.html, encoding="utf-8")

    checked = subprocess.run(
        [shutil.which("java"), "-jar", NU, "--errors-only", "--format", "json", "--skip-non-html", tmp_path],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    faults = [
        f"{visited[int(Path(urlsplit(fault['url']).path).stem)].name}: {fault['message']}: {fault.get('extract', '')}"
        for fault in json.loads(checked.stderr)["messages"]
    ]
    assert faults == [], "\n".join(faults)


def test_every_page_is_light_and_asks_nothing_of_others(seen):
    """A first visit carries at most 150 kB compressed, the page after it 20 kB; no request leaves the house."""
    heavy = [
        f"{each.page.name}: page {each.own_size}, together {each.size}"
        for each in seen
        if each.own_size > 20 * KILOBYTE or each.size > 150 * KILOBYTE
    ]

    assert all(each.files for each in seen)
    assert heavy == []
    assert [f"{each.page.name}: {url}" for each in seen for url in each.outside] == []


def compressed_size(file: Path) -> int:
    """As it is sent: compressed, unless that gains nothing."""
    packed = file.with_name(f"{file.name}.gz")
    return (packed if packed.exists() else file).stat().st_size
