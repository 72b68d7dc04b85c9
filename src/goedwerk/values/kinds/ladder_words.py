"""Every word that the ladder says. `%(name)s` is filled in on the page; [one, many] where a number decides."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def ladder_words() -> dict[str, Any]:
    return {**pile_words(), **place_words(), **moving_words(), **told_words(), **list_words()}


def both(form: Callable[[int], str]) -> list[str]:
    """Singular and plural, for a number that only the page knows."""
    return [form(1), form(2)]


def pile_words() -> dict[str, Any]:
    return {
        "card": _("Card %(n)s of %(all)s"),
        "heavy": _("Weighs heavily"),
        "between": _("In between"),
        "less": _("Weighs less here"),
        "cards": both(lambda n: ngettext("%(n)s card", "%(n)s cards", n)),
        "undo": _("Undo"),
        "undone": _("That is undone."),
    }


def place_words() -> dict[str, Any]:
    return {
        "count": _("%(n)s of %(all)s placed"),
        "ladder": _("The ladder, from heaviest to least heavy"),
        "rung": _("Rung"),
        "free": both(lambda n: ngettext("%(n)s place left", "%(n)s places left", n)),
        "full": _("full, swap a card"),
        "here": _("it lies here now"),
        "top": _("weighs most"),
        "bottom": _("weighs least"),
        "where": _("Where does this belong:"),
        "later": _("This one later"),
        "lies": _("%(card)s lies on %(rung)s."),
        "room": both(lambda n: ngettext("There is room for %(n)s more.", "There is room for %(n)s more.", n)),
        "noRoom": _("That is full now."),
        "next": _("Next: %(card)s."),
    }


def moving_words() -> dict[str, Any]:
    return {
        "picked": _("Picked up, lies on %(rung)s"),
        "higher": _("Higher"),
        "lower": _("Lower"),
        "leave": _("Leave it here"),
        "off": _("Off the ladder"),
        "wants": _("%(card)s wants to go to %(rung)s"),
        "swap": _("%(rung)s has no place left. Which card do you swap?"),
        "to": _("to %(rung)s"),
        "toHand": _("back to the hand"),
        "rather": _("Rather not"),
        "swapped": _("%(other)s lies on %(rung)s now."),
        "inHand": _("%(card)s is back in your hand."),
        "stays": _("%(card)s stays on %(rung)s."),
        "highest": _("%(card)s lies on the highest rung."),
        "lowest": _("%(card)s lies on the lowest rung."),
    }


def told_words() -> dict[str, Any]:
    return {
        "done": both(lambda n: ngettext("%(n)s card has a place", "All %(n)s cards have a place", n)),
        "check": _(
            "Read from top to bottom. Is it right for you? Tap a card to move it. Weighing less is not unimportant."
        ),
        "keep": _("Keep this order"),
    }


def list_words() -> dict[str, Any]:
    return {
        "asList": _("Rather a list?"),
        "asLadder": _("Rather the ladder?"),
        "left": both(lambda n: ngettext("%(n)s card left.", "%(n)s cards left.", n)),
        "roomOn": _("Room on: %(rungs)s."),
        "tooMany": _("Too many on: %(rungs)s."),
        "fits": _("Every card has a place, and everything fits."),
    }
