"""The words of pictures, each in one place: what is said of a group, and why there are no numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from goedwerk.ui import phrases
from goedwerk.ui.pictures import Mark
from goedwerk_analysis.released import ChoicePicture, Label, PicksPicture, Range, ShiftPicture, Withheld

SMALLEST_BAND_GROUP, SMALLEST_SHARE_GROUP = 12, 50

# What one label says


def label_word(label: Label, picture: ChoicePicture) -> str:
    told = {
        "more-than-half": phrases.MORE_THAN_HALF,
        "not-more-than-half": phrases.NOT_MORE_THAN_HALF,
        "not-comparable": _("cannot be compared"),
        "unsaid": phrases.NOT_MORE_THAN_HALF,
    }
    if label.word in told:
        return str(told[label.word])
    if label.word == "share":
        return _("about %(percent)d%%") % {"percent": label.percent}
    return at_least(label.range.low) if label.word == "listed" else people_or_fewer(label, picture)


def people_or_fewer(label: Label, picture: ChoicePicture) -> str:
    return fewer_than(picture.at_least or 0) if label.word == "not-listed" else people(label.range)


def people(range: Range) -> str:
    """A range of people; nobody at all is never told by itself."""
    return _("%(low)d to %(high)d people") % {"low": range.low, "high": range.high}


def at_least(count: int) -> str:
    """The bar of a list, in words: the picture of a small group holds no numbers."""
    return str(phrases.AT_LEAST_THREE) if count == 3 else _("at least four people")


def fewer_than(count: int) -> str:
    return str(phrases.FEWER_THAN_THREE) if count == 3 else _("fewer than four people")


def marks(picture: ChoicePicture) -> Mapping[Mark, str]:
    """What it means to stand in front, to be listed, or neither."""
    words = {Mark.FRONT: str(phrases.MORE_THAN_HALF), Mark.LISTED: "", Mark.REST: str(phrases.NOT_MORE_THAN_HALF)}
    if picture.form == "list":
        bar = picture.at_least or 0
        return words | {Mark.LISTED: at_least(bar), Mark.REST: fewer_than(bar)}
    if picture.form == "withheld-comparison":
        return words | {Mark.LISTED: str(phrases.NOT_MORE_THAN_HALF), Mark.REST: _("cannot be compared")}
    return words


# Sentences


def more_than_half(name: str) -> str:
    return _("More than half of you chose %(name)s.") % {"name": name}


def no_majority() -> str:
    return _("No answer has more than half.")


def widely_spread() -> str:
    return _("No answer has more than half. Your answers are widely spread.")


def listed(names: Sequence[str], bar: int | None) -> str:
    return _("Chosen by %(bar)s: %(names)s.") % {"bar": at_least(bar or 0), "names": joined(names)}


def in_front(names: Sequence[str], word: str) -> str:
    if len(names) == 1:
        return _("In front stands %(name)s, with %(word)s.") % {"name": names[0], "word": word}
    together = {"names": joined(names), "word": word}
    return _("In front stand %(names)s, each with %(word)s. They are not told apart.") % together


def group_changed() -> str:
    return _("The group changed in between. So we only say what those who came or went cannot explain.")


def not_majority(names: Sequence[str]) -> str:
    return _("Not more than half of you chose: %(names)s.") % {"names": joined(names)}


def shift_sentence(shift: ShiftPicture | Withheld | None) -> str:
    if shift is None:
        return ""
    if isinstance(shift, Withheld):
        return _("The group changed in between, so we do not say how many of you changed.")
    if shift.more_than_half:
        return _("More than half of you gave another answer than the first time.")
    return _("Not more than half of you gave another answer than the first time.")


def joined(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    between = "; " if any("," in name for name in names) else ", "
    return _("%(first)s and %(last)s") % {"first": between.join(names[:-1]), "last": names[-1]}


# Notes and help


def only_this_group() -> str:
    return _("This is about this group, today. It says nothing about other groups.")


def two_moments() -> str:
    return _("Both pictures stand beside each other. Choosing the same is as good as choosing differently.")


def reading_help(picture: ChoicePicture | PicksPicture) -> str:
    if picture.people < SMALLEST_BAND_GROUP:
        return _("You are a small group. Numbers would let people guess who chose what. So we use words.")
    if picture.people < SMALLEST_SHARE_GROUP:
        return _("We show ranges, not exact numbers. So nobody can find out alone what somebody else chose.")
    return _("Shares are rounded to 5 per cent. Very small and very large groups are shown as a range.")


def withheld_sentence(withheld: Withheld) -> str:
    return {
        "few": _("You are with too few people for a picture."),
        "spread": _("You named many values. None stands clearly in front."),
        "beside": _("This time there is no second list."),
        "changed-group": _("The group changed in between, so the two moments cannot be compared."),
        "no-groups": _("No groups stand out that think alike."),
        "few-dialogues": _("There are too few dialogues to add up."),
        "not-yet": _("This sum comes out on a date that was fixed beforehand."),
        "audit": _("There is no picture of this question."),
    }[withheld.reason]


def withheld_note(withheld: Withheld) -> str:
    return {
        "few": _("With fewer than five people every picture would show who chose what. Whoever wants to tells."),
        "spread": _("That is an outcome too. Talk about why the values differ."),
        "beside": _("The first list holds too many cards. A second one could then show who chose what."),
        "changed-group": _("A comparison could show what the people who came or went had answered."),
        "no-groups": _("A group is shown only when it stands out clearly and has at least five people."),
        "few-dialogues": _("A sum needs five dialogues and fifty people, and as many new ones each next time."),
        "not-yet": _("Nobody can choose the moment, so nobody can use it to find out who came in between."),
        "audit": _("The last check found that it could give somebody away. Talk about it instead."),
    }[withheld.reason]
