"""The leaflets: one file, two sheets, and the sentences of the software itself."""

from __future__ import annotations

import re

import pytest
from django.utils import translation
from typer.testing import CliRunner

from goedwerk.cli import leaflet
from goedwerk.cli.commands import app
from goedwerk.reports.cannot import CANNOT, NOT_PROTECTED
from goedwerk.reports.leaflets import TEMPLATES

EVERY = [(reader, language) for reader in TEMPLATES for language in ("nl", "en")]


@pytest.fixture(params=EVERY, ids=" ".join)
def written(request, tmp_path):
    reader, language = request.param
    out = tmp_path / f"{reader}.html"
    leaflet.write(reader, language=language, out=out)
    return language, out


def test_it_says_what_cannot_be_done_and_what_is_not_protected(written):
    language, out = written

    page = out.read_text()

    with translation.override(language):
        sentences = [str(sentence) for sentence in (*CANNOT.values(), *NOT_PROTECTED)]
    assert [sentence for sentence in sentences if sentence not in page] == []
    assert f'<html lang="{language}">' in page


def test_it_says_the_sentence_on_small_groups(written):
    _language, out = written

    assert re.search("Niemand kan daaruit in zijn eentje|Nobody can work out from that alone", out.read_text())


def test_it_needs_nothing_but_itself(written):
    _language, out = written

    page = out.read_text().replace("http://www.w3.org/", "")

    assert re.findall(r"<link|<script|<img|https?://|url\((?![\"']?data:)", page) == []
    assert page.count("<style>") == 2


@pytest.mark.browser
def test_it_is_two_sheets_of_a4_and_nothing_is_cut_off(written, chromium):
    _language, out = written
    page = chromium.new_page()
    page.goto(out.as_uri())
    page.emulate_media(media="print")
    cut_off = page.evaluate(
        "[...document.querySelectorAll('article')].filter(sheet => sheet.scrollHeight > sheet.clientHeight).length"
    )
    paper = page.pdf(prefer_css_page_size=True)
    page.close()

    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 2
    assert cut_off == 0


@pytest.mark.parametrize("words", [["everybody"], ["works-council", "--language", "fr"]])
def test_for_whom_and_in_which_language_is_asked_back(words, tmp_path):
    said = CliRunner().invoke(app, ["leaflet", *words, "--out", str(tmp_path / "x.html")])

    assert said.exit_code == 2
    assert not (tmp_path / "x.html").exists()


def test_the_command_says_where_it_stands(tmp_path):
    out = tmp_path / "or.html"

    said = CliRunner().invoke(app, ["leaflet", "works-council", "--out", str(out)])

    assert said.exit_code == 0
    assert str(out) in said.output.replace("\n", "")
    assert "</html>" in out.read_text()
