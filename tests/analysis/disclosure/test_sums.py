"""Sums over dialogues: when an edition may come out, and an attack by whoever holds every picture before it."""

from datetime import date

import numpy as np
import pytest
from scipy.optimize import linprog

from goedwerk_analysis.counts import NO_ANSWER, ChoiceCounts
from goedwerk_analysis.disclosure import Edition, Part, release_choice, release_sum, sums
from goedwerk_analysis.released import SumPicture, Withheld, from_json, to_json

SPRING, AUTUMN = date(2027, 4, 1), date(2027, 10, 1)
DATES = (SPRING, AUTUMN)


def part(name, *row):
    counts = ChoiceCounts((*"abcdefgh"[: len(row) - 1], NO_ANSWER), row, sum(row))
    return Part(name, counts, release_choice(counts))


def five(*row):
    return [part(f"dialogue {number}", *row) for number in range(5)]


def test_five_dialogues_of_fifty_people_are_added_up():
    shown = release_sum(five(6, 4, 2), on=SPRING, dates=DATES)

    assert (shown.dialogues, shown.picture.people, shown.on) == (5, 60, "2027-04-01")
    assert all(count in label.range for count, label in zip((30, 20, 10), shown.picture.labels, strict=True))


def test_on_another_day_than_was_fixed_nothing_comes_out():
    assert release_sum(five(6, 4, 2), on=date(2027, 4, 2), dates=DATES) == Withheld("not-yet")


@pytest.mark.parametrize("parts", [five(6, 4, 2)[:4], five(4, 3, 2)], ids=["four dialogues", "45 people"])
def test_few_dialogues_or_few_people_are_not_added_up(parts):
    assert release_sum(parts, on=SPRING, dates=DATES) == Withheld("few-dialogues")


def test_the_next_edition_waits_for_five_new_dialogues_and_fifty_new_people():
    first = five(6, 4, 2)
    edition = Edition(frozenset(each.dialogue for each in first), release_sum(first, on=SPRING, dates=DATES))
    new = [part(f"new {number}", 5, 4, 3) for number in range(5)]

    assert release_sum([*first, *new[:4]], on=AUTUMN, dates=DATES, earlier=[edition]) == Withheld("few-dialogues")
    assert isinstance(release_sum([*first, *new], on=AUTUMN, dates=DATES, earlier=[edition]), SumPicture)


def test_a_later_edition_cannot_leave_a_dialogue_out():
    edition = Edition(frozenset({"gone"}), release_sum(five(6, 4, 2), on=SPRING, dates=DATES))

    with pytest.raises(ValueError, match="holds every dialogue"):
        release_sum(five(6, 4, 2), on=AUTUMN, dates=DATES, earlier=[edition])


def test_a_stored_picture_reads_back():
    shown = release_sum(five(6, 4, 2), on=SPRING, dates=DATES)

    assert from_json(to_json(shown)) == shown


# The attack: everybody knows every picture, and the sum; what must have been answered in each dialogue?


class Bounds:
    """Linear bounds on the people per dialogue and option: if these force nobody, no whole numbers do either."""

    def __init__(self, parts, editions):
        self.parts, self.options = parts, len(parts[0].counts.options)
        self.rows, self.limits, self.exact, self.sizes = [], [], [], []
        for at, each in enumerate(parts):
            self.exact.append(self.cells([at], range(self.options)))
            self.sizes.append(each.people)
        for dialogues, shown in editions:
            inside = [at for at, each in enumerate(parts) if each.dialogue in dialogues]
            for option, label in enumerate(shown.picture.labels):
                self.between(self.cells(inside, [option]), label.range)

    def cells(self, parts, options):
        row = np.zeros((len(self.parts), self.options))
        row[np.ix_(list(parts), list(options))] = 1
        return row.ravel()

    def between(self, row, span):
        self.rows += [row, -row]
        self.limits += [span.high, -span.low]

    def most(self, row):
        ranges = [span for each in self.parts for span in each.ranges]
        found = linprog(
            -row, self.rows, self.limits, self.exact, self.sizes, [(span.low, span.high) for span in ranges]
        )
        assert found.status == 0
        return -found.fun

    def forced(self):
        """Dialogues and options of which at most one person can have answered otherwise, or answered so."""
        for at, each in enumerate(self.parts):
            if each.people < 2:
                continue
            for option in range(self.options):
                one = self.cells([at], [option])
                rest = self.cells([at], range(self.options)) - one
                if min(self.most(one), self.most(rest)) < 1.5:
                    yield at, option


def any_dialogue(random, name, options):
    people = int(np.clip(random.lognormal(np.log(10), 0.4), 3, 40))
    liking = random.dirichlet(np.full(options, random.choice([0.1, 0.5, 2])))
    return part(name, *map(int, random.multinomial(people, liking)))


def editions_of(random):
    options = int(random.integers(2, 5))
    parts = [any_dialogue(random, f"{number}", options) for number in range(16)]
    first = release_sum(parts[:8], on=SPRING, dates=DATES)
    if isinstance(first, Withheld):
        return parts[:8], []
    edition = Edition(frozenset(each.dialogue for each in parts[:8]), first)
    second = release_sum(parts, on=AUTUMN, dates=DATES, earlier=[edition])
    later = [] if isinstance(second, Withheld) else [({each.dialogue for each in parts}, second)]
    return parts, [(edition.dialogues, first), *later]


def attack_series(number, seed):
    """Series of dialogues with up to two sums each: in how many somebody is forced, and what the sums still tell."""
    random, exposed, added, labels = np.random.default_rng(seed), 0, 0, []
    for _ in range(number):
        parts, editions = editions_of(random)
        exposed += any(True for _ in Bounds(parts, editions).forced()) if editions else 0
        added += len(editions)
        labels += [label for _, shown in editions for label in shown.picture.labels]
    kept = sum(label.percent is not None for label in labels) / max(len(labels), 1)
    return {"series": number, "sums shown": added, "exposed": exposed, "options in steps of 5 per cent": round(kept, 3)}


def test_sums_and_every_picture_before_them_force_nobody():
    found = attack_series(25, seed=11)

    assert (found["exposed"], found["sums shown"] > 0) == (0, True)


def narrow_five():
    """Four dialogues without a majority for a, one with; the sum then fixes what that one answered."""
    return [*(part(f"dialogue {number}", 5, 5, 0) for number in range(5)), part("last", 10, 0, 0)]


def test_a_sum_cannot_fill_a_dialogue_to_the_brim(monkeypatch):
    parts = narrow_five()
    everybody = {each.dialogue for each in parts}

    def found():
        return list(Bounds(parts, [(everybody, release_sum(parts, on=SPRING, dates=DATES))]).forced())

    assert not found()
    monkeypatch.setattr(sums, "_limits", lambda *_: (10**6, 0))
    monkeypatch.setattr(sums, "has_slack", lambda *_args, **_kwargs: True)
    assert found()
