"""What parameters are called in the editor: by kind where the same name means something else, else by name alone."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from goedwerk.approaches.step_kind import StepKind

READER_SELF = _("Only the writer; it stays on the own device")
READER_FACILITATOR = _("Only the facilitator, without a name")
READER_GROUP = _("The facilitator first, then the group, without a name")

LABELS: dict[str, Any] = {
    "input": _("What do people read?"),
    "case": _("Where is the case kept?"),
    "about": _("What are the questions about?"),
    "dilemma": _("Options of a dilemma"),
    "options_from": _("Options that the group wrote in an earlier step"),
    "options": _("Options that you write here"),
    "occasion": _("Which choice is it?"),
    "repeat_of": _("Does it ask the same as an earlier step?"),
    "confidence": _("Also ask how sure somebody is"),
    "lines": _("Sentences to finish"),
    "set": _("Which cards?"),
    "pick": _("How many cards weighed most?"),
    "give_up": _("How many cards had to give way?"),
    "shape": _("How many cards in each column, from light to heavy?"),
    "other_shapes": _("For a deck of another size"),
    "condition": _("The question to keep in mind"),
    "piles": _("First three rough piles"),
    "special": _("What it has above the sort that it repeats, is what makes this work special"),
    "items": _("The list"),
    "of": _("Where does the list come from?"),
    "scale": _("The scale"),
    "scale.from": _("Lowest number"),
    "scale.to": _("Highest number"),
    "scale.low": _("Words at the lowest number"),
    "scale.high": _("Words at the highest number"),
    "reasons": _("When do you ask for a reason?"),
    "max": _("How many characters at most?"),
    "reader": _("Who reads it?"),
    "cards.of": _("Ask about the cards of an earlier sort"),
    "cards.top": _("How many of the highest cards?"),
    "cards.bottom": _("How many of the lowest cards?"),
    "each": _("How many for each person?"),
    "moderation": _("When does somebody read a statement?"),
    "rows": _("Rows to start with"),
    "columns": _("What do you ask in each row?"),
    "headings": _("Headings to write under"),
    "types": _("Which types of arguments?"),
    "spoken": _("What do you say when there are fewer than five people?"),
    "turns": _("In how many turns is the time cut?"),
    "size": _("How large are the small groups?"),
    "note": _("The facilitator may type a note of the group"),
    "seconds": _("How many seconds is one turn?"),
    "personal": _("An intention of one person, kept on the own device"),
    "days": _("After how many days?"),
    "fields": _("Which boxes are there?"),
    "by": _("Who writes?"),
    "question_form.options": _("Also write two options, each with its price"),
    "rank.of": _("A list that comes from an earlier step"),
    "rate.of": _("A list that comes from an earlier step"),
    "reveal.of": _("What do you show?"),
    "round.of": _("What do people read from?"),
    "argument_map.of": _("Where do the options come from?"),
    "signal.of": _("What stands beside the writing box?"),
    "signal.days": _("Within how many days do you ask an answer?"),
    "repeat.of": _("Which steps come back?"),
    "vote.of": _("Where do the statements come from?"),
    "evaluate.items": _("The sentences"),
}

HINTS: dict[str, Any] = {
    "labels": _("One on each line. English may stand behind a bar: Dutch | English."),
    "numbers": _("Numbers with commas between them, such as 1, 2, 3, 4, 3, 2, 1."),
    "shapes": _("One shape on each line."),
    "size": _("Leave it empty to talk with everybody."),
    "seconds": _("Leave it empty for no clock. The clock stops nobody."),
    "spoken": _("Then there is no picture, and people tell it themselves."),
    "rows": _("The group adds its own."),
}

CHOICES: dict[str, Any] = {
    "reader=self": READER_SELF,
    "reader=facilitator": READER_FACILITATOR,
    "reader=group": READER_GROUP,
    "occasion=only": _("The only one"),
    "occasion=first": _("The first of two"),
    "occasion=second": _("The second of two"),
    "moderation=before": _("Before others see it"),
    "moderation=after": _("Afterwards"),
    "by=everyone": _("Everybody"),
    "by=owner": _("Only who brings the case"),
    "reasons=none": _("Never"),
    "reasons=extremes": _("At both ends of the scale"),
    "reasons=all": _("Always"),
    "fields=facts": _("The facts"),
    "fields=moment": _("The moment"),
    "fields=worry": _("The worry"),
    "fields=question": _("The question"),
    "fields=what": _("What"),
    "fields=owner": _("Who sees to it"),
    "fields=when": _("When"),
    "fields=because": _("Because"),
    "fields=damage": _("How you limit the damage"),
    "fields=explain": _("How you explain it"),
    "fields=review": _("When you look back"),
    "types=principle": _("Principle"),
    "types=consequence": _("Consequence"),
    "types=virtue": _("Virtue"),
    "types=care": _("Care"),
    "types=feasibility": _("Feasibility"),
}

Path = tuple[str, ...]


def label_of(kind: StepKind, path: Path, description: str = "") -> Any:
    """In the words of the kind itself, else in the usual ones, else as its schema describes it."""
    name = ".".join(path)
    found = kind.words.get(name) or LABELS.get(f"{kind.key}.{name}") or LABELS.get(name)
    return found or description or name.replace("_", " ")


def hint_of(path: Path, shape: str = "") -> Any:
    return HINTS.get(".".join(path)) or HINTS.get(shape, "")


def choice_of(kind: StepKind, path: Path, value: str) -> Any:
    name = f"{path[-1]}={value}"
    return kind.words.get(name) or CHOICES.get(name) or value.replace("_", " ")
