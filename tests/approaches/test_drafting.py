"""A draft as it changes: order, minutes and ids."""

import pytest

from approaches.drafts import SIX, draft_of
from goedwerk.approaches import drafting

pytestmark = pytest.mark.django_db


def order(draft):
    return [step["id"] for step in draft["steps"]]


def test_the_minutes_of_the_whole_are_those_of_the_steps():
    draft = drafting.with_minutes(draft_of(*SIX), {"welcome": 1, "commit": 20})

    assert draft["minutes"] == 1 + 3 + 2 + 5 + 10 + 20


def test_a_step_that_is_off_does_not_count():
    draft = draft_of("welcome", "commit")
    commit = drafting.step_of(draft, "commit")

    draft = drafting.replaced(draft, "commit", {**commit, "params": {"optional": True}})

    assert draft["minutes"] == drafting.step_of(draft, "welcome")["minutes"]


@pytest.mark.parametrize(
    ("key", "by", "wanted"),
    [
        ("read", -1, ["read", "welcome", "choice"]),
        ("read", 1, ["welcome", "choice", "read"]),
        ("welcome", -1, ["welcome", "read", "choice"]),
        ("choice", 1, ["welcome", "read", "choice"]),
        ("no-such-step", 1, ["welcome", "read", "choice"]),
    ],
)
def test_a_step_moves_one_place_and_stays_at_an_end(key, by, wanted):
    assert order(drafting.moved(draft_of("welcome", "read", "choice"), key, by=by)) == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Weging op vrijdag", "weging-op-vrijdag"),
        ("Éénmaal — andermaal!", "eenmaal-andermaal"),
        ("2030 en verder", "en-verder"),
        ("日本", "eigen"),
        ("x" * 200, "x" * 56),
    ],
)
def test_an_id_reads_like_the_title(title, wanted):
    assert drafting.id_from(title) == wanted


def test_no_two_things_have_the_same_id():
    draft = draft_of("welcome", "welcome", "welcome")

    assert order(draft) == ["welcome", "welcome-2", "welcome-3"]


def test_the_next_version_has_a_higher_number():
    assert drafting.next_version("1.9.0") == "1.10.0"
