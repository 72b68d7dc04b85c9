"""Pages for every verdict: sound, readable in both languages, the numbers of the picture in its table."""

from string import Template

import html5lib
import numpy as np
import pytest

from goedwerk_analysis.opinions import simulation
from goedwerk_analysis.opinions.goedwerk import explore
from goedwerk_analysis.opinions.report.page import page
from goedwerk_analysis.opinions.report.sentences import DUTCH, ENGLISH, Words
from goedwerk_analysis.opinions.statements import Statements


def finding_of(shares, seed=2):
    rng = np.random.default_rng(seed)
    mould = simulation.Template.made_up(n_people=260, n_statements=40, observed=0.6, rng=rng)
    votes, _ = simulation.with_groups(mould, np.array(shares), 260, rng, separation=3.0, within=0.1)
    return explore(votes).finding()


@pytest.fixture(scope="module")
def two_groups():
    return finding_of([0.55, 0.45])


def test_groups_are_named_in_the_picture_and_described_in_tables(two_groups):
    text = page(two_groups, Statements(), title="Maatwerk")

    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    assert "Er zijn 2 groepen die verschillend stemden" in text
    assert text.count("Groep 1") >= 2
    assert f"Groep 2 ({two_groups.groups.sizes[1]} mensen)" in text
    assert f"{two_groups.groups.in_between} mensen staan tussen de groepen in" in text


def test_no_place_of_a_single_person_is_on_the_page(two_groups):
    kept = two_groups.without_people()

    assert page(kept, Statements()) == page(two_groups, Statements())


def test_the_picture_tells_the_same_as_its_table(two_groups):
    words = Words("nl")

    text = page(two_groups, Statements())

    first = two_groups.dividing[0]
    for share in (first.along.low_end.agree, first.along.high_end.agree):
        assert words.percent(share.value) in text
        assert words.margin(share.low, share.high) in text


def test_both_languages_have_every_sentence_with_the_same_blanks():
    assert set(DUTCH) == set(ENGLISH)
    assert all(
        set(Template(DUTCH[key]).get_identifiers()) == set(Template(ENGLISH[key]).get_identifiers()) for key in DUTCH
    )


@pytest.mark.parametrize(
    ("language", "value", "text"), [("nl", 1234.5, "1.234,5"), ("en", 1234.5, "1,234.5"), ("nl", -0.5, "−0,5")]
)
def test_numbers_are_written_as_the_language_does(language, value, text):
    assert Words(language).number(value, 1) == text


def test_a_margin_never_looks_narrower_than_it_is():
    assert Words("nl").margin(0.0004, 0.0009) == "0 tot 1 %"
    assert Words("en").margin(0.994, 1.0) == "99 to 100 %"
