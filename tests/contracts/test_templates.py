"""A template borrows from its own room or from a room below it, like code does."""

import re
from pathlib import Path

from rooms import looks_up

import goedwerk

ROOT = Path(goedwerk.__file__).parent
BORROWS = re.compile(r"""{%\s*(?:extends|include)\s+(?:["']([\w-]+)/|(\S+))""")
POINTS = re.compile(r"""{%\s*url\s+["']([\w-]+):""")
UNSAFE = re.compile(r"""\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|\|safe\b|{%\s*autoescape\s+off""")


def templates():
    found = {*ROOT.glob("**/templates/**/*.html"), *ROOT.glob("*/kinds/**/*.html")}
    for path in sorted(found):
        yield path.relative_to(ROOT), path.relative_to(ROOT).parts[0], path.read_text(encoding="utf-8")


def borrowings():
    for path, room, text in templates():
        for other, variable in BORROWS.findall(text):
            yield path, room, other, variable


def test_templates_borrow_downward():
    assert [f"{path} -> {other}" for path, room, other, _ in borrowings() if looks_up(room, other)] == []


def test_templates_name_what_they_borrow():
    """A variable include can hide an upward borrowing; the step page's own slots are the exception."""
    slots = {"page.step_template", "page.screen_template", "page.phone_template"}
    # How a kind lays texts together, wherever they are shown.
    slots |= {"at.together_template", "page.at.together_template", "page.together_template", "texts.together_template"}

    assert [str(path) for path, _, _, variable in borrowings() if variable and variable not in slots] == []


def test_templates_link_downward():
    upward = [
        f"{path} -> {other}"
        for path, room, text in templates()
        for other in POINTS.findall(text)
        if looks_up(room, other)
    ]

    assert upward == []


def test_templates_hold_no_script_or_style_of_their_own():
    """The Content-Security-Policy would refuse them, and escaping is never switched off."""
    assert [f"{path}: {found}" for path, _, text in templates() for found in UNSAFE.findall(text)] == []
