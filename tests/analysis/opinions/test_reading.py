"""Files as Polis exports them; a broken line is named, never skipped."""

import numpy as np
import pytest

from goedwerk_analysis.datasets.conversations import TITLES, conversation
from goedwerk_analysis.opinions import reading
from goedwerk_analysis.opinions.reading import UnreadableFile, read_groups, read_statements, read_votes
from goedwerk_analysis.responses.votes import InvalidVotes

HEADER = "timestamp,datetime,comment-id,voter-id,vote\n"


@pytest.fixture
def file(tmp_path):
    def write(text, name="votes.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_the_latest_vote_counts_whatever_the_order_of_lines(file):
    path = file(HEADER + "20,later,5,1,-1\n10,earlier,5,1,1\n")

    assert read_votes(path).matrix().tolist() == [[-1.0]]


def test_without_times_the_last_line_counts(file):
    path = file("comment-id,voter-id,vote\n5,1,1\n5,1,0\n")

    assert read_votes(path).matrix().tolist() == [[0.0]]


def test_a_table_of_participants_is_read_as_well(file):
    path = file("participant,group-id,n-votes,0,1,7\n4,0,2,1,,-1\n2,,1,,0,\n", "participants-votes.csv")

    votes = read_votes(path)

    assert votes.participants.tolist() == [2, 4]
    assert votes.statements.tolist() == [0, 1, 7]
    np.testing.assert_array_equal(votes.matrix(), [[np.nan, 0, np.nan], [1, np.nan, -1]])


def test_statements_nobody_voted_on_are_kept(file):
    votes = read_votes(file("comment-id,voter-id,vote\n5,1,1\n"), known=[3, 5])

    assert votes.statements.tolist() == [3, 5]


def test_names_may_be_text(file):
    votes = read_votes(file("comment-id,voter-id,vote\na,anna,1\nb,12,0\n"))

    assert (votes.participants.tolist(), votes.statements.tolist()) == (["12", "anna"], ["a", "b"])


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("", 1, "a header"),
        ("a,b\n1,2\n", 1, "one numbered column per statement"),
        ("comment-id,vote\n1,1\n", 1, "voter-id"),
        ("comment-id,voter-id,vote,vote\n1,1,1,1\n", 1, "every column once"),
        ("comment-id,voter-id,vote\n1,1,1\n1,2,5\n", 3, "-1 (disagree), 0 (pass) or 1 (agree)"),
        ("comment-id,voter-id,vote\n1,1,1\n\n1,2,agree\n", 4, "-1 (disagree), 0 (pass) or 1 (agree)"),
        ("comment-id,voter-id,vote\n1,1,99999999999999999999999\n", 2, "a vote"),
        ("comment-id,voter-id,vote\n1,1\n", 2, "3 values"),
        ("comment-id,voter-id,vote\n1,,1\n", 2, "a participant"),
        ("participant,0,1\n1,1,2\n", 2, "nothing for statement 1"),
        ("participant,0\n1,1\n2,1\n1,0\n", 4, "every participant once"),
        (HEADER + "soon,x,1,1,1\n", 2, "a time in milliseconds"),
    ],
)
def test_a_broken_line_is_named_with_what_was_expected(file, text, line, expected):
    with pytest.raises(UnreadableFile) as caught:
        read_votes(file(text))

    assert caught.value.line == line
    assert str(caught.value).startswith(f"votes.csv, line {line}: expected")
    assert expected in str(caught.value)


def test_a_broken_line_among_very_many_is_found(file, monkeypatch):
    monkeypatch.setattr(reading, "BATCH", 1000)
    lines = [f"{at % 50},{at // 50},1" for at in range(20_000)]
    lines[17_345] = "3,8,maybe"

    with pytest.raises(UnreadableFile, match="line 17347"):
        read_votes(file("comment-id,voter-id,vote\n" + "\n".join(lines) + "\n"))


def test_bytes_that_are_no_text_are_refused(file):
    with pytest.raises(UnreadableFile, match="UTF-8"):
        read_votes(file(b"comment-id,voter-id,vote\n1,1,\xff\n"))


@pytest.mark.parametrize("header", ["comment-id,voter-id,vote\n", "participant,0,1\n"])
def test_a_file_with_only_a_header_ends_where_votes_were_expected(file, header):
    with pytest.raises(UnreadableFile, match=r"line 2: expected a .*, got 'the end of the file'"):
        read_votes(file(header))


def test_texts_and_moderation_are_read_from_comments(file):
    path = file(
        'comment-id,moderated,is-meta,comment-body\n1,-1,false,no\n2,1,true,"two\nlines"\n3,0,false,yes\n',
        "comments.csv",
    )

    statements = read_statements(path)

    assert (statements.rejected, statements.meta) == ({1}, {2})
    assert statements.text(2) == "two\nlines"


def test_a_statement_listed_twice_is_refused(file):
    with pytest.raises(UnreadableFile, match="line 3: expected every statement once"):
        read_statements(file("comment-id,comment-body\n1,a\n1,b\n", "comments.csv"))


def test_votes_and_comments_must_name_statements_alike(file):
    with pytest.raises(InvalidVotes, match="name statements differently"):
        read_votes(file("comment-id,voter-id,vote\nx,1,1\n"), known=[1, 2])


def test_given_groups_are_read(file):
    groups = read_groups(file("participant,group\n1,0\n2,1\n3,\n", "groups.csv"))

    assert groups == {1: 0, 2: 1, 3: None}


@pytest.mark.parametrize(
    ("name", "people", "votes"), [("brexit-consensus", 204, 5303), ("london.youth.policing", 26, 638)]
)
def test_the_shipped_conversations_are_whole(name, people, votes):
    shipped = conversation(name)

    assert (shipped.votes.n_participants, shipped.votes.n_votes) == (people, votes)
    assert shipped.title == TITLES[name]
    assert "CC BY 4.0" in shipped.source
