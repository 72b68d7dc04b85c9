import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest

from goedwerk_analysis.formats.files import write_study
from goedwerk_analysis.formats.study import Study
from goedwerk_analysis.formats.table import write_table
from goedwerk_analysis.responses.sorts import Sorts
from goedwerk_analysis.simulation import SMALL, Population, draw_camps
from goedwerk_analysis.sort_report.marks import shortened, wrapped
from goedwerk_analysis.sort_report.words import WORDS

ASKED = {
    "sorts",
    "statements",
    "eigenvalues",
    "unrotated",
    "loadings",
    "flags",
    "zscores",
    "arrays",
    "characteristics",
    "distinguishing",
    "consensus",
    "intervals",
    "partition",
    "core",
}


def found_in(folder):
    return json.loads((folder / "finding.json").read_text(encoding="utf-8"))


class Outline(HTMLParser):
    """Collects what a reader with a screen reader meets."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.links, self.language = [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.links += [value for name, value in attrs if name in ("src", "href")]
        if tag == "html":
            self.language = dict(attrs).get("lang")

    def named(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def test_a_finding_holds_all_that_was_asked_in_its_shape(run, round_file, tmp_path):
    result = run("sorts", round_file, "--viewpoints", 2, "--bootstrap", 50, "--out", tmp_path / "out")

    assert result.exit_code == 0, result.output
    found = found_in(tmp_path / "out")
    assert set(found) >= ASKED
    assert np.shape(found["loadings"]) == np.shape(found["flags"]) == np.shape(found["unrotated"]) == (210, 2)
    assert np.shape(found["zscores"]) == np.shape(found["arrays"]) == (16, 2)
    assert len(found["characteristics"]) == len(found["distinguishing"]) == 2
    assert len(found["eigenvalues"]) == 210
    assert sum(share["estimate"] for share in found["partition"]["shares"]) == pytest.approx(1)
    assert [share["name"] for share in found["partition"]["shares"]][-2:] == ["overlap", "person"]
    assert found["core"]["groups"] == ["employee", "executive", "manager"]


def test_the_same_seed_gives_the_same_files(run, camps_file, tmp_path):
    for folder in ("one", "two"):
        run("sorts", camps_file, "--bootstrap", 50, "--seed", 7, "--out", tmp_path / folder)

    for name in ("finding.json", "report.html"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_number_of_viewpoints_is_argued_unless_given(run, camps_file, tmp_path):
    run("sorts", camps_file, "--bootstrap", 50, "--out", tmp_path / "out")

    found = found_in(tmp_path / "out")
    assert found["number_of_viewpoints"]["chosen"] == found["n_viewpoints"] == 2
    assert found["number_of_viewpoints"]["reason"]


def test_no_clear_viewpoints_is_an_answer(run, tmp_path):
    random = np.random.default_rng(1)
    columns = np.repeat(np.arange(-3, 4), [1, 2, 3, 4, 3, 2, 1])
    write_study(Study(Sorts.of([random.permutation(columns) for _ in range(30)])), tmp_path / "noise.csv")

    result = run("sorts", tmp_path / "noise.csv", "--out", tmp_path / "out")

    assert result.exit_code == 0
    assert found_in(tmp_path / "out")["loadings"] == []
    assert "geen duidelijke zienswijzen" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_unsteady_viewpoints_get_no_portrait(run, tmp_path):
    random = np.random.default_rng(1)
    columns = np.repeat(np.arange(-3, 4), [1, 2, 3, 4, 3, 2, 1])
    write_study(Study(Sorts.of([random.permutation(columns) for _ in range(30)])), tmp_path / "noise.csv")

    run("sorts", tmp_path / "noise.csv", "--viewpoints", 3, "--bootstrap", 100, "--out", tmp_path / "out")

    assert found_in(tmp_path / "out")["intervals"]["portrait"] == [False] * 3
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert page.count("tekenen we niet") == 3
    assert "grid-" not in page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_is_self_contained_and_has_names_for_everything(run, round_file, tmp_path, language):
    run("sorts", round_file, "--bootstrap", 50, "--language", language, "--out", tmp_path / "out")

    text = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    outline = Outline(text)

    assert outline.language == language
    assert outline.links == []
    assert "http" not in text.replace("http-equiv", "")
    assert len(outline.named("h1")) == 1
    assert next(tag for tag, _ in outline.tags if tag in ("h1", "h2")) == "h1"
    assert all(drawing["role"] == "img" and drawing["aria-labelledby"] for drawing in outline.named("svg"))
    assert len(outline.named("title")) == len(outline.named("svg")) + 1
    assert len(outline.named("caption")) == len(outline.named("table")) >= len(outline.named("svg")) - 2
    assert all("scope" in header for header in outline.named("th"))
    identities = [attrs["id"] for _, attrs in outline.tags if "id" in attrs]
    assert len(identities) == len(set(identities))
    assert not re.search(r"\bnan\b|None", text)


def drawings(folder):
    return re.findall(r"<svg.*?</svg>", page_in(folder), re.DOTALL)


def page_in(folder):
    return (folder / "report.html").read_text(encoding="utf-8")


def test_a_picture_too_wide_for_a_phone_is_reached_by_keyboard(run, round_file, tmp_path):
    run("sorts", round_file, "--viewpoints", 2, "--bootstrap", 50, "--out", tmp_path / "out")

    regions = [attrs for attrs in Outline(page_in(tmp_path / "out")).named("div") if attrs.get("role") == "region"]

    assert all(region["tabindex"] == "0" for region in regions)
    names = [region["aria-label"] for region in regions]
    assert len(names) == len(set(names)) >= 2 * len(drawings(tmp_path / "out")) - 1


@pytest.mark.parametrize(
    ("language", "told"), [("nl", "sterker zijn dan toeval: 2"), ("en", "stronger than chance: 2")]
)
def test_the_page_argues_for_its_number_of_viewpoints(language, told, run, camps_file, tmp_path):
    run("sorts", camps_file, "--bootstrap", 50, "--language", language, "--out", tmp_path / "out")

    assert told in page_in(tmp_path / "out")


def test_without_repetitions_nothing_is_called_steady(run, camps_file, tmp_path):
    run("sorts", camps_file, "--viewpoints", 2, "--bootstrap", 0, "--out", tmp_path / "out")

    assert "er zijn geen herhalingen gedaan" in page_in(tmp_path / "out")


def test_parts_say_in_plain_words_what_they_are_made_of(run, round_file, tmp_path):
    run("sorts", round_file, "--viewpoints", 2, "--bootstrap", 0, "--out", tmp_path / "out")

    page = page_in(tmp_path / "out")
    assert "<td>employee, executive en manager</td>" in page
    assert "<td>20 groepen</td>" in page


def test_an_attribute_of_which_everybody_has_their_own_is_told(run, camps_file, tmp_path):
    rows = [f"s{number},team {number}" for number in range(1, 41)]
    (tmp_path / "who.csv").write_text("\n".join(["name,team", *rows]), encoding="utf-8")

    result = run(
        *("sorts", camps_file, "--viewpoints", 2, "--bootstrap", 0, "--out", tmp_path / "out"),
        *("--attributes", tmp_path / "who.csv"),
    )

    assert result.exit_code == 0, result.output
    assert "leave an attribute out" in found_in(tmp_path / "out")["not_said"]["partition"]
    assert "te veel groepen" in page_in(tmp_path / "out")


def test_names_from_a_file_cannot_break_the_page(run, tmp_path):
    sorts = Population(16, SMALL, seed=1).draw(50, 4, seed=2).sorts
    evil = replace(sorts, cards=('<script>alert("x")</script>', *sorts.cards[1:]))
    (tmp_path / "evil.csv").write_bytes(write_table(Study(evil), "people"))

    run("sorts", tmp_path / "evil.csv", "--bootstrap", 20, "--out", tmp_path / "out")

    assert "<script" not in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_a_report_names_no_person(run, round_file, tmp_path):
    named = re.sub(r"\ns(\d+),", r"\nPersonToHide\1,", round_file.read_text(encoding="utf-8"))
    round_file.write_text(named, encoding="utf-8")

    run("sorts", round_file, "--viewpoints", 2, "--bootstrap", 20, "--out", tmp_path / "out")

    assert "PersonToHide" not in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "PersonToHide1" in found_in(tmp_path / "out")["sorts"]


def test_remarks_are_told_to_who_runs_the_command_and_name_nobody(run, tmp_path):
    camp = draw_camps(12, 1, seed=3, n_cards=16).sorts.positions
    write_study(Study(Sorts.of(np.vstack([camp, -camp[:4]]))), tmp_path / "mirror.csv")

    result = run("sorts", tmp_path / "mirror.csv", "--viewpoints", 1, "--bootstrap", 20, "--out", tmp_path / "out")

    assert "4 sorts define a viewpoint by its opposite" in result.output
    assert "finding.json" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_a_whole_team_gets_no_intervals(run, tmp_path):
    sorts = Population(16, SMALL, seed=1).draw(14, 1, seed=2).sorts
    write_study(Study(sorts), tmp_path / "team.csv")

    run("sorts", tmp_path / "team.csv", "--whole-team", "--bootstrap", 20, "--out", tmp_path / "out")

    found = found_in(tmp_path / "out")
    assert all(share["low"] is None and share["test"] is None for share in found["partition"]["shares"])
    assert found["team"]["n_people"] == 14
    page = page_in(tmp_path / "out")
    core_sheet = page.split("<section>")[1]
    assert "95 %-interval" not in core_sheet
    assert "Beschrijving" in core_sheet


def test_a_small_whole_team_gets_what_more_than_half_placed_high(run, tmp_path):
    (tmp_path / "team.csv").write_text("statement,a,b,c\nlaw,1,1,0\ncare,0,-1,1\nthrift,-1,0,-1\n", encoding="utf-8")

    run("sorts", tmp_path / "team.csv", "--whole-team", "--bootstrap", 0, "--out", tmp_path / "out")

    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "law hoort bij de gezamenlijke kern: een meerderheid zet deze kaart hoog." in page


def test_a_few_people_are_told_what_cannot_be_said(run, tmp_path):
    sorts = Population(16, SMALL, seed=1).draw(6, 1, seed=2).sorts
    write_study(Study(sorts), tmp_path / "few.csv")

    result = run("sorts", tmp_path / "few.csv", "--bootstrap", 20, "--out", tmp_path / "out")

    assert result.exit_code == 0
    found = found_in(tmp_path / "out")
    assert found["core"] is None
    assert "at least 8 sorts" in found["not_said"]["core"]
    assert not found["partition"]["shares"][0]["may_be_said"]


BAD = {
    "one sort": ("statement,a\nlaw,1\ncare,0\nthrift,-1\n", "TooFewSorts"),
    "a hole": ("statement,a,b\nlaw,1,\ncare,0,0\nthrift,-1,1\n", "MissingCard"),
    "a double name": ("statement,a,a\nlaw,1,0\ncare,0,1\n", "DuplicateNames"),
    "a flat sort": ("statement,a,b\nlaw,1,0\ncare,0,0\nthrift,-1,0\n", "FlatSort"),
    "a broken column": ("statement,a,b,c\nlaw,1,1,1\ncare,0,0,1\nthrift,-1,-1,-1\n", "BreaksDistribution"),
    "unforced": ("statement,a,b\nlaw,1,2\ncare,0,0\nthrift,-1,0\n", "NoDistribution"),
    "a word": ("statement,a,b\nlaw,x,2\ncare,0,0\n", "FormatError"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_with_its_type(name, run, tmp_path):
    text, kind = BAD[name]
    (tmp_path / "bad.csv").write_text(text, encoding="utf-8")

    result = run("sorts", tmp_path / "bad.csv", "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert kind in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


def test_more_viewpoints_than_sorts_is_refused(run, camps_file, tmp_path):
    result = run("sorts", camps_file, "--viewpoints", 41, "--out", tmp_path / "out")

    assert (result.exit_code, "TooManyViewpoints" in result.output) == (1, True)


@pytest.mark.parametrize("words", [[], ["--viewpoints", "2"]])
def test_more_people_than_can_be_correlated_still_get_all_the_rest(words, run, camps_file, tmp_path, monkeypatch):
    monkeypatch.setattr("goedwerk_analysis.sort_report.analysis.MOST_CORRELATED", 39)

    result = run("sorts", camps_file, *words, "--bootstrap", 0, "--out", tmp_path / "out")

    assert result.exit_code == 0, result.output
    found = found_in(tmp_path / "out")
    assert "40 sorts are too many" in found["not_said"]["viewpoints"]
    assert (found["loadings"], found["core"]["n_people"]) == ([], [40])


@pytest.mark.parametrize(
    "words", [["--viewpoints", "some"], ["--extraction", "magic"], ["--distribution", "a:b"], ["--language", "fr"]]
)
def test_impossible_options_are_refused(words, run, camps_file, tmp_path):
    assert run("sorts", camps_file, *words, "--out", tmp_path / "out").exit_code == 2


def test_unforced_sorts_are_analysed_with_a_distribution(run, tmp_path):
    (tmp_path / "free.csv").write_text("statement,a,b,c\nlaw,1,2,0\ncare,0,0,1\nthrift,-1,0,0\n", encoding="utf-8")

    result = run(
        "sorts",
        tmp_path / "free.csv",
        "--distribution",
        "-1 0 1",
        "--viewpoints",
        1,
        "--bootstrap",
        0,
        "--out",
        tmp_path,
    )

    assert result.exit_code == 0, result.output
    assert not found_in(tmp_path)["forced"]


def test_turns_and_flags_by_hand_are_made_again_from_their_tables(run, camps_file, tmp_path):
    (tmp_path / "turns.csv").write_text("first,second,degrees,direction\n1,2,10,\n", encoding="utf-8")
    (tmp_path / "flags.csv").write_text(
        "sort,viewpoint,flagged,who,when,reason\ns3,1,yes,researcher,2026-01-01,interview\n", encoding="utf-8"
    )

    result = run(
        *("sorts", camps_file, "--viewpoints", 2, "--bootstrap", 0, "--out", tmp_path / "out"),
        *("--turns", tmp_path / "turns.csv", "--flags", tmp_path / "flags.csv"),
    )

    assert result.exit_code == 0, result.output
    found = found_in(tmp_path / "out")
    assert found["turns"] == [{"first": 0, "second": 1, "degrees": 10.0, "direction": "clockwise"}]
    assert found["flag_origin"][2][0] == "hand"
    assert found["flags_by_hand"][0]["reason"] == "interview"


@pytest.mark.parametrize(
    ("option", "table"),
    [
        ("--turns", "first,second,degrees\n1,3,10\n"),
        ("--turns", "first,second\n1,2\n"),
        ("--turns", "first,second,degrees,direction\n1,2,10,up\n"),
        ("--flags", "sort,viewpoint,flagged,who,when\nnobody,1,yes,me,now\n"),
        ("--flags", "sort,viewpoint,flagged,who,when\ns1,1,perhaps,me,now\n"),
    ],
)
def test_decisions_that_cannot_be_made_are_refused(option, table, run, camps_file, tmp_path):
    (tmp_path / "table.csv").write_text(table, encoding="utf-8")

    result = run("sorts", camps_file, "--viewpoints", 2, option, tmp_path / "table.csv", "--out", tmp_path / "out")

    assert (result.exit_code, "FormatError" in result.output) == (1, True)


def test_every_choice_of_method_reaches_the_analysis(run, camps_file, tmp_path):
    plain = ["sorts", camps_file, "--viewpoints", 2, "--bootstrap", 0]
    run(*plain, "--out", tmp_path / "plain")

    for words in (["--correlation", "spearman"], ["--extraction", "centroid"], ["--convention", "kade"]):
        run(*plain, *words, "--out", tmp_path / "other")

        assert found_in(tmp_path / "other")["loadings"] != found_in(tmp_path / "plain")["loadings"], words


def test_the_sort_of_one_person_is_no_portrait(run, tmp_path):
    camp = draw_camps(12, 1, seed=3, n_cards=16).sorts.positions
    write_study(Study(Sorts.of(np.vstack([camp, -camp[:1]]))), tmp_path / "mirror.csv")

    run(*("sorts", tmp_path / "mirror.csv", "--viewpoints", 1, "--split-bipolar"), "--out", tmp_path / "out")

    page = page_in(tmp_path / "out")
    assert "Zienswijze 1b tekenen we niet: maar één rangorde" in page
    assert page.count("<svg") == 3


def test_bipolar_viewpoints_can_be_split(run, tmp_path):
    camp = draw_camps(12, 1, seed=3, n_cards=16).sorts.positions
    write_study(Study(Sorts.of(np.vstack([camp, -camp[:4]]))), tmp_path / "mirror.csv")

    run("sorts", tmp_path / "mirror.csv", "--viewpoints", 1, "--split-bipolar", "--out", tmp_path / "out")

    assert found_in(tmp_path / "out")["labels"] == ["1a", "1b"]


def test_every_word_has_both_languages_with_the_same_places():
    for key, words in WORDS.items():
        dutch, english = (set(re.findall(r"{(\w+)}", words[language])) for language in ("nl", "en"))
        assert dutch == english, key


def test_long_texts_are_cut_at_a_word():
    assert shortened("a short text", 20) == "a short text"
    assert shortened("a rather long text that goes on", 16) == "a rather long…"
    assert wrapped("one two three four", 8, 2) == ["one two", "three…"]
