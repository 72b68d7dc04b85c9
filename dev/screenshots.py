"""Contact sheets of every page, at the width of a phone, a tablet and a big screen.

    python dev/screenshots.py [--language nl] [--only WORD] [--out build/screenshots]

Each picture is written on its own as well, so that it can be looked at closely.
"""

from __future__ import annotations

import argparse
import html
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "journeys"), str(ROOT / "tests")]
os.environ["DJANGO_SETTINGS_MODULE"] = "settings_for_tests"
os.environ.setdefault("GOEDWERK_LOG_LEVEL", "ERROR")

WIDTHS = {"phone": (390, 844), "tablet": (1180, 820), "big": (1920, 1080)}
PER_SHEET = {"phone": 24, "tablet": 12, "big": 12}
LOOKS = """
body { margin: 16px; display: flex; flex-wrap: wrap; gap: 16px; background: #ccc; font: 14px sans-serif }
figure { margin: 0 }
img { display: block }
"""
THUMBNAIL = {"phone": 260, "tablet": 560, "big": 560}


def main() -> None:
    import django
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment()
    from answered import visit_every_page
    from django.core.management import call_command
    from playwright.sync_api import sync_playwright

    options = read_options()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    with ThreadPoolExecutor(1) as thread:
        pages = thread.submit(visit_every_page, options.language).result()
    chosen = [page for page in pages if options.only in page.name]
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for width in WIDTHS:
            photograph(browser, chosen, width, options.out / width)
        browser.close()


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--language", default="nl", choices=["nl", "en"])
    parser.add_argument("--only", default="", help="pages whose name holds this word")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screenshots")
    return parser.parse_args()


def photograph(browser, pages, width: str, folder: Path) -> None:
    from answered import on_a_shelf

    folder.mkdir(parents=True, exist_ok=True)
    size = dict(zip(("width", "height"), WIDTHS[width], strict=True))
    page = browser.new_context(viewport=size, reduced_motion="reduce").new_page()
    taken: list[tuple[str, Path]] = []
    with on_a_shelf() as shelf:
        for number, each in enumerate(pages):
            shelf.html = each.html
            page.goto(shelf.address + each.url)
            file = folder / f"{number:03} {file_name(each.name)}.png"
            page.screenshot(path=file)
            taken.append((each.name, file))
    page.context.close()
    for start in range(0, len(taken), PER_SHEET[width]):
        sheet(browser, taken[start : start + PER_SHEET[width]], width, folder.parent / f"{width}-{start:03}.png")
    print(f"{len(taken)} pages at {size['width']} pixels: {folder.parent}")


def sheet(browser, pictures: list[tuple[str, Path]], width: str, out: Path) -> None:
    size = THUMBNAIL[width]
    cells = "".join(
        f'<figure><img src="{file.as_uri()}" width="{size}"><figcaption>{html.escape(name)}</figcaption></figure>'
        for name, file in pictures
    )
    source = out.with_suffix(".html")
    source.write_text(f"<!doctype html><style>{LOOKS}figure{{width:{size}px}}</style>{cells}", encoding="utf-8")
    page = browser.new_page(viewport={"width": 1760, "height": 900})
    page.goto(source.as_uri())
    page.screenshot(path=out, full_page=True)
    page.close()
    source.unlink()


def file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in name)


if __name__ == "__main__":
    main()
