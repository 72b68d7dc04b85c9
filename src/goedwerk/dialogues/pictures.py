"""What the gate let through of a choice or a rating, as pictures. A sentence says what is seen, and no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from goedwerk.dialogues import picture_words as words
from goedwerk.dialogues.attributes import Attribute
from goedwerk.ui import phrases
from goedwerk.ui.pictures import (
    BandRow,
    BandRows,
    Figure,
    Mark,
    Picture,
    Row,
    Share,
    ShareBars,
    SideBySide,
    Standing,
    Table,
)
from goedwerk_analysis.counts import NO_ANSWER
from goedwerk_analysis.released import ChoicePicture, Label, Range, RatingPicture, ShiftPicture, SplitPicture, Withheld

# Longer answers are named by their letter alone: their words stand right below, in the figure.
LONGEST_NAME = 40
WIDEST_FRONT = 3


@dataclass(frozen=True)
class Option:
    """An answer that could be given, with the letter or number that people call it by."""

    key: str
    letter: str
    text: str
    # What it costs, where the group wrote that with it.
    price: str = ""


@dataclass(frozen=True)
class Question:
    """What was asked: its title, the answers in the order of the question, and the attribute it may be split by."""

    title: str
    options: Sequence[Option]
    attribute: Attribute | None = None

    def option(self, key: str) -> Option:
        if key == NO_ANSWER:
            return Option(NO_ANSWER, "", _("No answer or don't know yet"))
        return next(
            (option for option in self.options if option.key == key),
            Option(key, "", _("An option that is no longer shown")),
        )

    def titled(self, title: str) -> Question:
        return Question(title, self.options, self.attribute)


# One question


def of_question(question: Question, released: ChoicePicture | SplitPicture | Withheld) -> list[Picture]:
    """One picture; or one per group when the question was split."""
    if isinstance(released, SplitPicture):
        return [of_group(question, part.classes, part.picture) for part in released.groups]
    return [of_total(question, released)]


def of_total(question: Question, released: ChoicePicture | Withheld) -> Picture:
    if isinstance(released, Withheld):
        return withheld(question.title, released)
    return drawn(question, released, figure_of(question, released))


def drawn(question: Question, picture: ChoicePicture, figure: Figure) -> Picture:
    return Picture(
        title=question.title,
        sentence=sentence_of(question, picture),
        figure=figure,
        table=Table(question.title, [_("Answer"), _("How many")], table_rows(question, picture)),
        note=words.only_this_group(),
        help=words.reading_help(picture),
    )


def withheld(title: str, released: Withheld) -> Picture:
    return Picture(title=title, sentence=words.withheld_sentence(released), note=words.withheld_note(released))


def of_group(question: Question, classes: Sequence[str], released: ChoicePicture | Withheld) -> Picture:
    """One group of a split question. There is no total: it would tell what the groups together do not."""
    names = ", ".join(question.attribute.label_of(name) for name in classes)
    picture = of_total(question.titled(_("%(title)s: %(group)s") % {"title": question.title, "group": names}), released)
    note = " ".join(filter(None, [_("There is no total of this question, now or later."), picture.note]))
    sentence = _("%(group)s: %(sentence)s") % {"group": names, "sentence": picture.sentence}
    return replace(picture, sentence=sentence, note=note)


# Figures, by what may be told


def figure_of(question: Question, picture: ChoicePicture) -> Figure:
    if picture.form == "bands":
        return band_rows(question, picture, ranges_between(picture.labels, picture.people))
    if picture.form == "shares":
        return ShareBars([share_of(question, picture, key) for key in picture.options])
    return standing(question, picture)


def standing(question: Question, picture: ChoicePicture) -> Standing:
    rows = [row_of(question.option(key), mark_of(picture.label_of(key), picture)) for key in picture.options]
    return Standing(rows, words.marks(picture))


def majority_only(question: Question, picture: ChoicePicture) -> Standing:
    """A finer picture, told as coarsely as the smallest group is."""
    rows = [
        row_of(question.option(key), Mark.FRONT if key == picture.leading else Mark.REST) for key in picture.options
    ]
    return Standing(rows)


def row_of(option: Option, mark: Mark) -> Row:
    return Row(option.letter, option.text, mark)


def mark_of(label: Label, picture: ChoicePicture) -> Mark:
    if label.word == "more-than-half":
        return Mark.FRONT
    told_apart = {"list": "listed", "withheld-comparison": "not-more-than-half"}
    return Mark.LISTED if label.word == told_apart.get(picture.form) else Mark.REST


def band_rows(question: Question, picture: ChoicePicture, columns: Sequence[Range]) -> BandRows:
    rows = [band_row(question.option(key), columns.index(picture.label_of(key).range)) for key in picture.options]
    return BandRows([words.people(column) for column in columns], rows)


def band_row(option: Option, filled: int) -> BandRow:
    return BandRow(option.letter, option.text, filled)


def ranges_between(labels: Sequence[Label], people: int) -> list[Range]:
    """The bands that were used, lowest first, and the room between them: together everybody from 0 to all."""
    columns: list[Range] = []
    start = 0
    for used in sorted({label.range for label in labels}):
        if used.low > start:
            columns.append(Range(start, used.low - 1))
        columns.append(used)
        start = used.high + 1
    return columns + ([Range(start, people)] if start <= people else [])


def share_of(question: Question, picture: ChoicePicture, key: str) -> Share:
    """A whole group is described, not estimated: a share has no interval, but an outer band is a range."""
    option, label = question.option(key), picture.label_of(key)
    if label.percent is not None:
        return Share(
            option.letter, option.text, label.percent, label.percent, label.percent, words.label_word(label, picture)
        )
    low, high = (100 * count / picture.people for count in (label.range.low, label.range.high))
    return Share(
        option.letter, option.text, low, low if label.range.low else high, high, words.label_word(label, picture)
    )


# Words


def sentence_of(question: Question, picture: ChoicePicture) -> str:
    by_form = {
        "list": list_sentence,
        "bands": front_sentence,
        "shares": front_sentence,
        "withheld-comparison": changed_sentence,
    }
    return by_form.get(picture.form, majority_sentence)(question, picture)


def majority_sentence(question: Question, picture: ChoicePicture) -> str:
    if picture.leading is not None:
        return words.more_than_half(named(question.option(picture.leading)))
    return words.no_majority() if picture.form == "majority" else words.widely_spread()


def list_sentence(question: Question, picture: ChoicePicture) -> str:
    names = [named(question.option(key)) for key in picture.listed]
    return " ".join([words.no_majority(), words.listed(names, picture.at_least)]) if names else words.no_majority()


def front_sentence(question: Question, picture: ChoicePicture) -> str:
    """Which answers stand in front; two with the same label are not told apart, and many are no front."""
    if picture.leading is not None:
        return words.more_than_half(named(question.option(picture.leading)))
    label, keys = picture.grouped_by_band[0]
    if len(keys) > WIDEST_FRONT:
        return words.widely_spread()
    names = [named(question.option(key)) for key in keys]
    return " ".join([words.no_majority(), words.in_front(names, words.label_word(label, picture))])


def changed_sentence(question: Question, picture: ChoicePicture) -> str:
    told = [words.group_changed()]
    if picture.leading is not None:
        told.append(words.more_than_half(named(question.option(picture.leading))))
    elif picture.comparable:
        told.append(words.not_majority([named(question.option(key)) for key in picture.comparable]))
    return " ".join(told)


def named(option: Option) -> str:
    """An answer as a sentence names it: by its letter, with its own words when these are few."""
    if option.key == NO_ANSWER:
        return _("“no answer or don't know yet”")
    words_of_it = f"“{option.text.rstrip('.')}”"
    if not option.letter:
        return words_of_it
    return f"{option.letter}, {words_of_it}" if len(option.text) <= LONGEST_NAME else option.letter


def table_rows(question: Question, picture: ChoicePicture) -> list[tuple[str, str]]:
    told = ((question.option(key), words.label_word(picture.label_of(key), picture)) for key in picture.options)
    return [(heading(option.letter, option.text), word) for option, word in told]


def heading(letter: str, text: str) -> str:
    return f"{letter}. {text}" if letter else text


# First and second choice


def of_shift(
    question: Question,
    before: ChoicePicture | SplitPicture | Withheld,
    after: ChoicePicture | SplitPicture | Withheld,
    shift: ShiftPicture | Withheld | None,
) -> list[Picture]:
    """Both moments side by side, and one sentence. They are never subtracted, and who went where is never told."""
    if isinstance(after, ChoicePicture):
        told = side_by_side(question, before, after) if fit_together(before, after) else of_total(question, after)
        sentence = " ".join(filter(None, [told.sentence, words.shift_sentence(shift)]))
        return [replace(told, sentence=sentence)]
    if isinstance(before, SplitPicture) and isinstance(after, SplitPicture):
        return [of_group_shift(question, before, part.classes, part.picture) for part in after.groups]
    return of_question(question, after)


def fit_together(before: Any, after: Any) -> bool:
    """Two full pictures of the same answers; after a change of the group only words are left."""
    both = (before, after)
    whole = all(isinstance(one, ChoicePicture) and one.form != "withheld-comparison" for one in both)
    return whole and before.options == after.options


def side_by_side(question: Question, before: ChoicePicture, after: ChoicePicture) -> Picture:
    first, then = halves(question, before, after)
    return Picture(
        title=question.title,
        sentence=sentence_of(question, after),
        figure=SideBySide(first, then),
        table=Table(
            question.title,
            [_("Answer"), str(phrases.BEFORE), str(phrases.AFTER)],
            [
                (heading(row.letter, row.label), first.word(row), then.word(later))
                for row, later in zip(first.rows, then.rows, strict=True)
            ],
        ),
        note=words.only_this_group(),
        help=" ".join([words.two_moments(), words.reading_help(after)]),
    )


def halves(
    question: Question, before: ChoicePicture, after: ChoicePicture
) -> tuple[Standing | BandRows, Standing | BandRows]:
    """Both moments in the same words. Where these differ, both are told as coarsely as the smallest group is."""
    if before.form == after.form == "bands" and before.people == after.people:
        columns = ranges_between([*before.labels, *after.labels], after.people)
        return band_rows(question, before, columns), band_rows(question, after, columns)
    alike = before.form == after.form and before.form not in ("bands", "shares")
    draw = standing if alike else majority_only
    return draw(question, before), draw(question, after)


def of_group_shift(
    question: Question, before: SplitPicture, classes: Sequence[str], after: ChoicePicture | Withheld
) -> Picture:
    earlier = next((part.picture for part in before.groups if part.classes == classes), None)
    plain = of_group(question, classes, after)
    if not fit_together(earlier, after):
        return plain
    both = side_by_side(question.titled(plain.title), earlier, after)
    return replace(plain, figure=both.figure, table=both.table, help=both.help)


# Ratings


def of_ratings(
    title: str, items: Sequence[tuple[str, str]], points: Sequence[tuple[str, Any]], released: RatingPicture | Withheld
) -> list[Picture]:
    """A picture per sentence that was rated, in the order of the sentences."""
    if isinstance(released, Withheld):
        return [withheld(title, released)]
    scale = [Option(point, point, str(label)) for point, label in points]
    labels: Mapping[str, str] = dict(items)
    return [of_rated(str(labels.get(key, title)), scale, picture) for key, picture in released.rows]


def of_rated(label: str, scale: Sequence[Option], released: ChoicePicture | Withheld) -> Picture:
    """The sentence also names what was rated: several of these stand under each other."""
    picture = of_total(Question(label, scale), released)
    asked = label if label.endswith("?") else f"{label.rstrip('.')}."
    return replace(picture, sentence=f"{asked} {picture.sentence}")
