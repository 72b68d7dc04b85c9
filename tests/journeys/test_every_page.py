"""Every page of the platform, in Dutch and in English: without a fault for axe and the Nu checker, and light.

The pages come from `pages.every_page`; a page that is missing there fails `tests/contracts/test_urls.py`.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from answered import HOUSE, Visited, answering, static_file, visit_every_page
from django.core.management import call_command
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


@pytest.fixture(scope="module", params=["nl", "en"])
def visited(request, django_db_setup, django_db_blocker) -> list[Visited]:
    """Every page as it was answered, in one language."""
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as thread:
        # A thread of its own, for in this one the browser's loop runs.
        return thread.submit(visit_every_page, request.param).result()


def test_axe_finds_no_fault(visited, browser):
    page = browser.new_context(bypass_csp=True, viewport=WHOLE_PAGE).new_page()
    faults = []
    for each in visited:
        page.unroute_all()
        page.route("**/*", answering(each))
        page.goto(HOUSE + each.url)
        page.evaluate(AXE)
        result = page.evaluate(f"axe.run(document, {{runOnly: {RULES}}})")
        faults += [
            f"{each.name}: {fault['id']}: {fault['nodes'][0]['html'][:200]}: {fault['nodes'][0]['failureSummary']}"
            for fault in result["violations"]
        ]
    page.context.close()

    assert len(visited) > 50
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


def test_every_page_is_light_and_asks_nothing_of_others(visited, browser):
    """A first visit carries at most 150 kB compressed, the page after it 20 kB; no request leaves the house."""
    heavy, outside = [], []
    page = browser.new_context(viewport=PHONE).new_page()
    for each in visited:
        asked: list[str] = []
        page.unroute_all()
        page.route("**/*", answering(each))
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(HOUSE + each.url)
        outside += [f"{each.name}: {url}" for url in asked if not url.startswith((f"{HOUSE}/", "data:"))]
        own = len(gzip.compress(each.html.encode()))
        files = sum(compressed_size(static_file(url)) for url in set(asked) if "/static/" in url)
        if own > 20 * KILOBYTE or own + files > 150 * KILOBYTE:
            heavy.append(f"{each.name}: page {own}, files {files}")
    page.context.close()

    assert heavy == []
    assert outside == []


def compressed_size(file: Path) -> int:
    """As it is sent: compressed, unless that gains nothing."""
    packed = file.with_name(f"{file.name}.gz")
    return (packed if packed.exists() else file).stat().st_size
