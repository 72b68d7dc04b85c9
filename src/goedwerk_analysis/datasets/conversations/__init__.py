"""Small published conversations to learn with: real votes, with their licence beside them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import as_file, files

from goedwerk_analysis.opinions.reading import read_statements, read_votes
from goedwerk_analysis.opinions.statements import Statements
from goedwerk_analysis.responses.votes import Votes

TITLES = {
    "brexit-consensus": "Can there be consensus on Brexit?",
    "london.youth.policing": "What is the best way to engage more young people in local scrutiny of policing?",
}
SOURCE = "The Computational Democracy Project, openData, CC BY 4.0"


@dataclass(frozen=True, eq=False)
class Conversation:
    title: str
    votes: Votes
    statements: Statements
    source: str = SOURCE


def conversation(name: str) -> Conversation:
    """One of the conversations in `TITLES`.

    Examples
    --------
    >>> conversation("london.youth.policing").votes.n_participants
    26
    """
    with as_file(files(__name__) / "data" / name) as folder:
        statements = read_statements(folder / "comments.csv")
        votes = read_votes(folder / "votes.csv", known=list(statements.texts))
    return Conversation(TITLES[name], votes, statements)
