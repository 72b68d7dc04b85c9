"""The command, from files to a finding and a page that needs nothing else."""

import json
import re
import subprocess
import sys
from itertools import pairwise

import html5lib
import pytest
from typer.testing import CliRunner

from goedwerk_analysis.cli import app
from goedwerk_analysis.datasets import conversations
from goedwerk_analysis.opinions.findings import UnreadableFinding, from_json

DATA = conversations.files(conversations.__name__) / "data"
BREXIT, LONDON = DATA / "brexit-consensus", DATA / "london.youth.policing"


def run(*arguments):
    return CliRunner().invoke(app, ["opinions", *map(str, arguments)])


@pytest.fixture(scope="module")
def brexit(tmp_path_factory):
    out = tmp_path_factory.mktemp("brexit")
    result = run(BREXIT / "votes.csv", "--comments", BREXIT / "comments.csv", "--sections", 3, "--out", out)
    assert result.exit_code == 0, result.output
    return out


@pytest.fixture(scope="module")
def polis(tmp_path_factory):
    out = tmp_path_factory.mktemp("polis")
    asked = ["--recipe", "polis", "--language", "en", "--out", out]
    result = run(BREXIT / "votes.csv", "--comments", BREXIT / "comments.csv", *asked)
    assert result.exit_code == 0, result.output
    return out


def test_the_default_recipe_tells_what_it_must(brexit):
    told = json.loads((brexit / "finding.json").read_text())

    assert told["verdict"] == "division without groups"
    assert told["groups"] is None
    assert {"lines", "common_ground", "dividing", "stability", "n_informed", "version"} <= set(told)
    assert told["sections"]["kind"] == "a cut of a line, not groups"
    assert from_json((brexit / "finding.json").read_text()).participants == 204


def test_the_polis_recipe_tells_what_it_must(polis):
    told = json.loads((polis / "finding.json").read_text())

    assert (told["recipe"], told["participants"], told["statements"], told["votes"]) == ("polis", 204, 50, 5303)
    assert [len(axis) for axis in told["components"]] == [50, 50]
    assert set(told["groups"].values()) == {0, 1, 2}
    assert {"statement", "direction"} <= set(told["representative"]["0"][0])
    assert set(told["consensus"]) == {"agree", "disagree"}
    assert len(told["projections"]["0"]) == 2
    assert len(told["group_aware_consensus"]) == len(told["priorities"]) == 50


def test_given_groups_replace_those_of_polis(tmp_path):
    given = tmp_path / "groups.csv"
    given.write_text("participant,group\n" + "".join(f"{person},{person % 2}\n" for person in range(100)))

    result = run(BREXIT / "votes.csv", "--recipe", "polis", "--groups", given, "--out", tmp_path)

    assert result.exit_code == 0
    assert json.loads((tmp_path / "finding.json").read_text())["group_count"] == 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_few_people_get_a_page_without_lines(tmp_path, language):
    asked = ["--comments", LONDON / "comments.csv", "--language", language, "--out", tmp_path]

    result = run(LONDON / "votes.csv", *asked)

    page = (tmp_path / "report.html").read_text()
    assert result.exit_code == 0
    assert f'<html lang="{language}">' in page
    assert {"nl": "Minder dan 50 mensen", "en": "Fewer than 50 people"}[language] in page


@pytest.mark.parametrize("made", ["brexit", "polis"])
def test_the_page_is_sound_html_with_named_pictures_and_headed_tables(request, made):
    text = (request.getfixturevalue(made) / "report.html").read_text()

    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)

    headings = [int(node.tag[1]) for node in tree.iter() if re.fullmatch(r"h[1-6]", str(node.tag))]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))
    assert all(table.find("caption") is not None for table in tree.iter("table"))
    assert all(cell.get("scope") for cell in tree.iter("th"))
    assert re.findall(r'role="img" aria-labelledby="([\w-]+)', text)
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("made", ["brexit", "polis"])
def test_the_page_asks_nothing_of_the_network(request, made):
    text = (request.getfixturevalue(made) / "report.html").read_text()

    assert not re.findall(r"https?://|src=|@import|url\(|<script|<link", text)


def test_what_people_wrote_is_shown_and_never_run(tmp_path):
    comments = tmp_path / "comments.csv"
    comments.write_text("comment-id,comment-body\n" + "".join(f"{n},<script>alert({n})</script>\n" for n in range(50)))

    run(BREXIT / "votes.csv", "--comments", comments, "--title", "<b>", "--out", tmp_path)

    text = (tmp_path / "report.html").read_text()
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "&lt;b&gt;" in text


def test_a_broken_file_ends_with_a_plain_sentence(tmp_path):
    votes = tmp_path / "votes.csv"
    votes.write_text("comment-id,voter-id,vote\n1,1,7\n")

    result = run(votes, "--out", tmp_path)

    assert result.exit_code == 2
    assert "votes.csv, line 2: expected a vote" in result.output
    assert not (tmp_path / "finding.json").exists()


def test_groups_cannot_be_given_to_the_recipe_that_tests_them(tmp_path):
    result = run(BREXIT / "votes.csv", "--groups", BREXIT / "comments.csv", "--out", tmp_path)

    assert result.exit_code == 2
    assert "recipe polis only" in result.output


def test_the_engine_of_conversations_needs_no_django():
    code = (
        "import sys; sys.modules['django'] = None; import goedwerk_analysis.cli_opinions; "
        "from goedwerk_analysis.opinions import goedwerk, polis, reading, routing; print('fine')"
    )

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout == "fine\n"


@pytest.mark.parametrize("text", ["", "{}", '{"recipe": "astrology"}', '{"recipe": "polis"}', "[]"])
def test_something_else_is_not_taken_for_a_finding(text):
    with pytest.raises(UnreadableFinding):
        from_json(text)


def test_statements_about_the_conversation_itself_stay_unless_asked(tmp_path):
    comments = tmp_path / "comments.csv"
    comments.write_text("comment-id,is-meta,comment-body\n" + "".join(f"{n},{n == 8},text\n" for n in range(50)))
    asked = [BREXIT / "votes.csv", "--recipe", "polis", "--comments", comments, "--out", tmp_path]

    left_in, left_out = (center_of(tmp_path, run(*asked, *more)) for more in ([], ["--leave-out-meta"]))

    assert left_in[8] != 0
    assert left_out[8] == 0


def center_of(out, result):
    assert result.exit_code == 0, result.output
    return json.loads((out / "finding.json").read_text())["center"]


def test_for_polis_a_statement_exists_once_somebody_voted_on_it(tmp_path):
    asked = [LONDON / "votes.csv", "--comments", LONDON / "comments.csv", "--recipe", "polis", "--out", tmp_path]

    result = run(*asked)

    assert result.exit_code == 0
    assert json.loads((tmp_path / "finding.json").read_text())["statements"] == 36
