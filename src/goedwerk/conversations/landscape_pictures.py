"""Lines of difference, the map of broad places, and groups, as pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from string import ascii_uppercase

from django.utils.translation import gettext as _

from goedwerk.conversations.landscape import VALUES
from goedwerk.dialogues import picture_words as words
from goedwerk.ui.landscape_pictures import Cell, End, PlaceMap, Poles, Shade
from goedwerk.ui.pictures import Certainty, Mark, Picture, Row, Standing, Table
from goedwerk_analysis.counts import NO_ANSWER
from goedwerk_analysis.places import PLACES, LineShown
from goedwerk_analysis.released import ChoicePicture, GroupShown, GroupsPicture, Label, LandscapePicture

Texts = Mapping[str, str]
LETTERS = "ABCD"
MOST_CROWDED = 3
LONGEST_NAMED = 140
CERTAINTIES = {
    "sure": Certainty.CERTAIN,
    "probable": Certainty.PROBABLE,
    "may-be-chance": Certainty.CHANCE,
}


def is_short(keys: Sequence[str], texts: Texts) -> bool:
    """Whether these statements can be named in a sentence; otherwise they stand right below it."""
    return sum(len(texts[key]) for key in keys) <= LONGEST_NAMED


def named(keys: Sequence[str], texts: Texts) -> str:
    return words.joined([f"“{texts[key].rstrip('.')}”" for key in keys])


# Lines


def of_lines(shown: LandscapePicture, texts: Texts) -> list[Picture]:
    """One picture per line; without any, one that says so."""
    if not shown.lines:
        return [without_lines()]
    return [of_line(line, ends_of(number), texts) for number, line in enumerate(shown.lines)]


def ends_of(number: int) -> tuple[str, str]:
    """The letters of the two ends of a line: A and B, C and D."""
    return LETTERS[2 * number], LETTERS[2 * number + 1]


def without_lines() -> Picture:
    return Picture(
        _("Along which lines you differ"),
        _("We see no line along which you differ."),
        note=_("Your votes hang together no more than by chance, or too few of you voted on enough statements."),
    )


def of_line(line: LineShown, letters: tuple[str, str], texts: Texts) -> Picture:
    ends = [
        End(letter, [texts[key] for key in keys])
        for letter, keys in zip(letters, (line.first, line.second), strict=True)
    ]
    about = {"first": letters[0], "second": letters[1]}
    return Picture(
        title=_("Along which lines you differ"),
        sentence=line_sentence(line, about, texts),
        figure=Poles(*ends),
        table=Table(
            _("The line from %(first)s to %(second)s") % about,
            [_("End"), _("People here agree more with")],
            [(end.letter, words.joined(end.labels)) for end in ends],
        ),
        certainty=CERTAINTIES[line.certainty],
        note=_("Most people stand somewhere between the ends."),
        help=_("Nobody fits one end precisely. Left, right and the letters mean nothing."),
    )


def line_sentence(line: LineShown, about: Mapping[str, str], texts: Texts) -> str:
    foremost = [*line.first[:1], *line.second[:1]]
    if not is_short(foremost, texts):
        return _("Who agrees with what stands at %(first)s, agrees less often with what stands at %(second)s.") % about
    said = _("From %(first)s to %(second)s: who agrees with %(those)s, agrees less often with %(these)s.")
    return said % {**about, "those": named(foremost[:1], texts), "these": named(foremost[1:], texts)}


# Places


def of_places(shown: LandscapePicture, own: str | None = None) -> list[Picture]:
    """Where few, some and many people stand. `own` is the place of who reads it, on their own phone alone."""
    if not shown.lines or not isinstance(shown.places, ChoicePicture):
        return []
    figure = map_of(shown, shown.places, own)
    title, cells = _("Where you stand together"), [cell for row in figure.rows for cell in row]
    picture = Picture(
        title=title,
        sentence=map_sentence(cells),
        figure=figure,
        table=Table(title, [_("Place"), _("How many of you")], [(cell.name, cell.word) for cell in cells]),
        note=_("No groups stand apart: people lie along the lines.") if shown.verdict == "division" else "",
        help=" ".join([shades_help(shown.places), unplaced(shown.places)]),
    )
    return [picture]


def of_own_place(shown: LandscapePicture, votes: Mapping[str, str | None]) -> list[Picture]:
    """The same map with one mark, and in words: for nobody but the one who voted thus."""
    own = shown.place({key: VALUES[vote] for key, vote in votes.items()})
    title, note = _("Where you stand"), _("Only you see this. The letters stand above, at the ends of the lines.")
    pictures = of_places(shown, own)
    if own is None:
        said = _("You voted on too few of the statements at the ends to have a place on the map.")
        return [Picture(title, said, note=note) for _picture in pictures]
    said = _("Your place: %(place)s.") % {"place": place_words(own.split("+"))}
    return [replace(picture, title=title, sentence=said, note=note) for picture in pictures]


def map_sentence(cells: Sequence[Cell]) -> str:
    crowded = [cell.name for cell in cells if cell.shade is Shade.MANY]
    if not 0 < len(crowded) <= MOST_CROWDED:
        return _("You are spread over the whole map.")
    return _("Most crowded: %(where)s.") % {"where": words.joined([f"“{place}”" for place in crowded])}


def map_of(shown: LandscapePicture, places: ChoicePicture, own: str | None) -> PlaceMap:
    across, down = PLACES, PLACES if len(shown.lines) == 2 else (None,)
    rows = [[cell_of(places, [x, y] if y else [x], own) for x in across] for y in down]
    return PlaceMap(rows, tuple(LETTERS[: 2 * len(shown.lines)]))


def cell_of(places: ChoicePicture, at: Sequence[str], own: str | None) -> Cell:
    option = "+".join(at)
    shade = shade_of(places.label_of(option), places)
    return Cell(place_words(at), shade, shade_words(shade), is_own=option == own)


def shade_of(label: Label, places: ChoicePicture) -> Shade:
    """Bands are the three shades; a picture that is told by majority or list has two of them."""
    if places.form == "bands":
        is_end = {0: Shade.FEW, places.people: Shade.MANY}
        return is_end.get(label.range.low) or is_end.get(label.range.high) or Shade.SOME
    if label.word == "more-than-half":
        return Shade.MANY
    return Shade.SOME if label.word == "listed" else Shade.FEW


def shade_words(shade: Shade) -> str:
    return {Shade.FEW: _("few"), Shade.SOME: _("some"), Shade.MANY: _("many")}[shade]


def place_words(at: Sequence[str]) -> str:
    """A place in words, on one line or on two."""
    if len(at) == 2 and set(at) == {"between"}:
        return _("in the middle")
    return ", ".join(place_on_line(place, ends_of(number)) for number, place in enumerate(at))


def place_on_line(place: str, letters: tuple[str, str]) -> str:
    if place == "between":
        return _("between %(first)s and %(second)s") % {"first": letters[0], "second": letters[1]}
    return _("near %(end)s") % {"end": letters[0] if place == "first" else letters[1]}


def shades_help(places: ChoicePicture) -> str:
    """How many people each word stands for; where no ranges may be told, nothing."""
    if places.form != "bands":
        return _("A place follows from the statements at the ends alone.")
    ranges = {shade_of(label, places): label.range for label in places.labels}
    told = [
        _("%(word)s: %(people)s") % {"word": shade_words(shade), "people": words.people(ranges[shade])}
        for shade in Shade
        if shade in ranges
    ]
    return "; ".join(told) + "."


def unplaced(places: ChoicePicture) -> str:
    shade = shade_words(shade_of(places.label_of(NO_ANSWER), places))
    return _("Who did not vote on the statements at the ends has no place here: %(many)s of you.") % {"many": shade}


# Groups


def of_groups(shown: LandscapePicture, texts: Texts) -> list[Picture]:
    if not isinstance(shown.groups, GroupsPicture):
        return []
    lettered = zip(ascii_uppercase, shown.groups.groups, strict=False)
    return [of_group(letter, shown.groups, group, texts) for letter, group in lettered]


def of_group(letter: str, groups: GroupsPicture, group: GroupShown, texts: Texts) -> Picture:
    levels = list(zip(groups.items, group.levels, strict=True))
    high, low = ([key for key, level in levels if level == side] for side in ("high", "low"))
    rows = [Row("", texts[key], Mark.FRONT) for key in high] + [Row("", texts[key], Mark.REST) for key in low]
    told = {Mark.FRONT: _("agrees more than the others"), Mark.LISTED: "", Mark.REST: _("agrees less than the others")}
    title = _("Groups that vote alike")
    return Picture(
        title=title,
        sentence=_("Group %(letter)s agrees more than the others with %(which)s.")
        % {"letter": letter, "which": named(high[:1], texts)},
        figure=Standing(rows, told),
        table=Table(title, [_("Statement"), _("This group")], [(row.label, told[row.mark]) for row in rows]),
        note=" ".join([size_of(group.size), _("Nobody fits one group precisely.")]),
        help=_("Only what stands out most is told. The letters say nothing about which is larger."),
    )


def size_of(size: Label) -> str:
    if size.percent is not None:
        return _("About %(percent)d%% of you vote this way.") % {"percent": size.percent}
    return _("%(low)d to %(high)d of you vote this way.") % {"low": size.range.low, "high": size.range.high}
