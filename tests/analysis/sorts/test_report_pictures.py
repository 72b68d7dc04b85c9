"""The pictures of a report: on a phone, in the dark and on paper."""

import re
from xml.etree import ElementTree

import numpy as np

from goedwerk_analysis.comparison.core import core
from goedwerk_analysis.formats.study import Study
from goedwerk_analysis.formats.table import write_table
from goedwerk_analysis.simulation import SMALL, Population
from goedwerk_analysis.sort_report.core_picture import core_picture, sections
from goedwerk_analysis.sort_report.grid_picture import grid_picture
from goedwerk_analysis.sort_report.style import IN_THE_DARK, dark_style

CARDS = [f"c{number}" for number in range(1, 17)]


def drawings(folder):
    return re.findall(r"<svg.*?</svg>", page_in(folder), re.DOTALL)


def page_in(folder):
    return (folder / "report.html").read_text(encoding="utf-8")


def test_every_drawing_is_well_formed(run, round_file, tmp_path):
    run("sorts", round_file, "--viewpoints", 2, "--bootstrap", 50, "--out", tmp_path / "out")

    drawn = drawings(tmp_path / "out")

    assert len(drawn) >= 3
    for drawing in drawn:
        tree = ElementTree.fromstring(drawing)
        assert all(float(text.get("font-size")) >= 12.5 for text in tree.iter("text"))


def test_a_large_deck_is_a_picture_for_one_sheet_of_paper(run, tmp_path):
    sorts = Population(36, SMALL, seed=1).draw(60, 4, seed=2).sorts
    (tmp_path / "large.csv").write_bytes(write_table(Study(sorts), "people"))

    run("sorts", tmp_path / "large.csv", "--viewpoints", 1, "--bootstrap", 0, "--out", tmp_path / "out")

    core = ElementTree.fromstring(drawings(tmp_path / "out")[0])
    width, height = (float(value) for value in core.get("viewBox").split()[2:])
    # 172 mm is what a sheet has left under a title and a few sentences; small letters are then 2.7 mm high.
    assert (width, 12.5 * 172 / height) > (699, 2.7)


def test_the_key_of_a_picture_takes_as_many_lines_as_its_names_need():
    sorts = Population(16, SMALL, seed=1).draw(60, 4, seed=2).sorts
    names = [f"afdeling met een behoorlijk lange naam {number}" for number in range(3)]
    named = sorts.with_attributes({"unit": [names[row % 3] for row in range(60)]})

    drawn = ElementTree.fromstring(core_picture(found := core(named, "unit"), sections(found, [], "nl"), CARDS, "nl"))

    labels = [mark for mark in drawn.iter("text") if "mensen" in (mark.text or "")]
    assert len({label.get("y") for label in labels}) == 2
    assert all(float(label.get("x")) + 6.2 * len(label.text) < 700 for label in labels)


def test_places_in_other_viewpoints_stay_within_their_card():
    array = np.sort(np.repeat(np.arange(-4.0, 5.0), [2, 3, 4, 5, 8, 5, 4, 3, 2]))
    places = {card: ["B: +2", "C: −3", "D: +1", "E: 0", "F: −4", "G: +4"] for card in range(36)}

    drawn = ElementTree.fromstring(grid_picture(array, places, [f"c{n}" for n in range(36)], "A", "nl"))

    cell = min(float(part.get("width")) for part in drawn.iter("rect"))
    assert all(6.9 * len(part.text) <= cell for part in drawn.iter("text") if ":" in (part.text or ""))


def test_every_colour_of_a_picture_has_one_for_the_dark(run, round_file, tmp_path):
    run("sorts", round_file, "--viewpoints", 2, "--bootstrap", 50, "--out", tmp_path / "out")

    used = {colour for drawing in drawings(tmp_path / "out") for colour in re.findall(r'"(#\w{6})"', drawing)}

    assert used <= set(IN_THE_DARK)
    assert all(f'[fill="{colour}"]' in dark_style() for colour in used)
