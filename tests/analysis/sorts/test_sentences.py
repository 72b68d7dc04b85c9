import re

import pytest

from goedwerk_analysis.comparison.core import core
from goedwerk_analysis.comparison.dispersion import agreement_within
from goedwerk_analysis.comparison.distinctive import distinctive
from goedwerk_analysis.comparison.drift import drift
from goedwerk_analysis.comparison.fit_gap import fit_gap
from goedwerk_analysis.comparison.partition import Partition, Share, partition, without_inference
from goedwerk_analysis.comparison.sentences import (
    agreement_sentences,
    core_sentences,
    distinctive_sentences,
    drift_sentences,
    fit_gap_sentences,
    number,
    partition_sentences,
    workshop_sentence,
)
from goedwerk_analysis.comparison.significance import Test as SignificanceTest
from goedwerk_analysis.comparison.templates import TEMPLATES
from goedwerk_analysis.simulation import LARGE, SMALL, Population, draw_two_conditions


def bar_with(role):
    shares = (Share("common", 0.31, 0.28, 0.34), role, Share("overlap", 0, None, None), Share("person", 0.6, 0.5, 0.7))
    return Partition(200, 16, None, shares)


def test_the_common_share_is_said_with_its_interval():
    role = Share("role", 0.04, 0.02, 0.06, test=SignificanceTest(1.0, 2, 3.0, 0.001, p_holm=0.001))

    said = partition_sentences(bar_with(role), "nl")

    assert said[0] == "Van alles wat in de rangordes zit, is ongeveer 31 % voor iedereen gelijk (tussen 28 en 34 %)."
    assert said[1] == "Ongeveer 4 % hangt samen met rol (tussen 2 en 6 %)."


@pytest.mark.parametrize(
    ("high", "expected"),
    [(0.03, "We zien geen duidelijk verschil tussen rollen."), (0.2, "Of rollen verschillen, weten we niet.")],
)
def test_no_clear_difference_is_never_called_equal(high, expected):
    said = partition_sentences(bar_with(Share("role", 0.001, 0.0, high)), "nl")

    assert said[1].startswith(expected)


def test_a_difference_that_does_not_survive_holm_is_not_said():
    role = Share("role", 0.02, 0.001, 0.04, test=SignificanceTest(1.0, 2, 3.0, 0.03, p_holm=0.12))

    assert "geen duidelijk verschil" in partition_sentences(bar_with(role), "nl")[1]


def test_a_whole_team_is_told_without_intervals():
    sorts = Population(16, LARGE, seed=1).draw(60, 4, seed=2).sorts

    said = " ".join(partition_sentences(without_inference(partition(sorts, ["role"])), "en"))

    assert "between" not in said


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_finding_can_be_told(language):
    sorts = Population(16, LARGE, seed=1).draw(420, 24, seed=2).sorts
    half = [sorts.only(slice(0, 210)), sorts.only(slice(210, 420))]
    first, second, _ = draw_two_conditions(Population(36, SMALL, seed=2), 60, seed=3, shift=1.0)
    cards = [f"card {number}" for number in range(36)]
    bar = partition(sorts, ["role", "work"], organisation="organisation", organisation_type="type")

    told = [
        *partition_sentences(bar, language),
        *core_sentences(core(sorts, "role"), cards, language),
        *distinctive_sentences(distinctive(sorts, "role"), cards, language),
        *fit_gap_sentences(fit_gap(first, second), cards, language),
        *drift_sentences(drift(*half, ["role"]), cards, language),
        *agreement_sentences(agreement_within(sorts, "role", permutations=9), language),
        workshop_sentence(12, language),
    ]

    assert len(told) > 10
    assert all(sentence.endswith((".", ").")) for sentence in told)
    assert not any(re.search(r"[{}]|nan|None", sentence) for sentence in told)


def test_every_template_has_both_languages_with_the_same_places():
    places = {
        key: [set(re.findall(r"{(\w+)}", words[language])) for language in ("nl", "en")]
        for key, words in TEMPLATES.items()
    }

    assert {key for key, (dutch, english) in places.items() if dutch != english} == set()


def test_numbers_follow_the_language():
    assert number(-1.25, "nl") == "−1,2"
    assert number(0.8, "nl", sign=True) == "+0,8"
    assert number(-0.04, "en") == "0.0"
