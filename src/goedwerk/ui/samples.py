"""Made-up material for the style pages."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from goedwerk.ui.large_pictures import Arrow, ArrowGroup, Arrows, Bar, Ladder, Ladders, Part, Tile, Untold
from goedwerk.ui.pictures import (
    BandRow,
    BandRows,
    Certainty,
    Mark,
    Picture,
    Row,
    Share,
    ShareBars,
    SideBySide,
    Standing,
    Table,
)

OPTIONS = [
    ("A", "Refuse by the rule and refer him to a fund."),
    ("B", "Grant it by way of exception and write down well why this case differs."),
    ("C", "Grant it and look again at the two earlier families, unasked."),
    ("D", "Hold it, and discuss the rule itself with colleagues, even though he waits."),
]
VALUES = [
    ("Tailoring", "See what is needed in this case and dare to deviate."),
    ("Equal treatment", "Treat equal cases equally, without favour or prejudice."),
    ("Lawfulness", "Act within the law and only with a power."),
    ("Human dignity", "Treat everybody with respect and never as a file."),
]
BANDS = ["0 to 3 people", "4 to 6 people", "7 or 8 people", "9 to 12 people"]


def _standing(marks: str) -> Standing:
    meaning = {"f": Mark.FRONT, "l": Mark.LISTED, "r": Mark.REST}
    rows = [Row(letter, label, meaning[mark]) for (letter, label), mark in zip(OPTIONS, marks, strict=True)]
    return Standing(rows)


def _bands(filled: list[int]) -> BandRows:
    rows = [BandRow(letter, label, place) for (letter, label), place in zip(OPTIONS, filled, strict=True)]
    return BandRows(BANDS, rows)


def _table(caption: str, columns: list[str], *words: list[str]) -> Table:
    labels = [f"{letter}. {label}" for letter, label in OPTIONS]
    return Table(caption, ["Choice", *columns], list(zip(labels, *words, strict=True)))


SMALL_HELP = "You are a small group. Numbers would let people guess who chose what; therefore we use words."

MAJORITY = Picture(
    title="First choice",
    sentence="More than half of you would grant it and look again at the earlier families.",
    figure=_standing("rrfr"),
    table=_table("First choice, in words", ["How many"], ["no", "no", "more than half", "no"]),
    certainty=Certainty.CHANCE,
    note="This is one small group. It says nothing about other groups.",
    help=SMALL_HELP,
)
SPREAD = Picture(
    title="First choice",
    sentence="No answer has more than half. Two were chosen by at least three people.",
    figure=_standing("rllr"),
    table=_table(
        "First choice, in words", ["How many"], ["fewer than three", "three or more", "three or more", "fewer"]
    ),
    certainty=Certainty.CHANCE,
    note="This is one small group.",
    help=SMALL_HELP,
)
SHIFT_SMALL = Picture(
    title="First and second choice",
    sentence="After the talk more than half of you chose C. More than half did not change.",
    figure=SideBySide(_standing("rrrr"), _standing("rrfr")),
    table=_table(
        "Choices before and after the talk, in words",
        ["First", "Then"],
        ["not more than half"] * 4,
        ["not more than half", "not more than half", "more than half", "not more than half"],
    ),
    certainty=Certainty.CHANCE,
    note="This is one small group.",
    help=SMALL_HELP,
)
SHIFT_LONG = replace(
    SHIFT_SMALL,
    sentence="More than half of you chose C, “Grant it and look again at the two earlier families, unasked.”. "
    "Not more than half of you gave another answer than the first time.",
)
SHIFT = Picture(
    title="First and second choice",
    sentence="After the talk about half of you would also look again at the earlier families.",
    figure=SideBySide(_bands([1, 1, 0, 1]), _bands([0, 1, 2, 0])),
    table=_table(
        "Choices before and after the talk, in bands",
        ["First", "Then"],
        [BANDS[1], BANDS[1], BANDS[0], BANDS[1]],
        [BANDS[0], BANDS[1], BANDS[2], BANDS[0]],
    ),
    certainty=Certainty.PROBABLE,
    note="It holds for this group, today.",
    help="Hatched is before the talk, full is after it. The bands may overlap with what you remember: they are wide.",
)
BAND_PICTURE = Picture(
    title="Second choice",
    sentence="Choice C stands in front, with seven or eight of you.",
    figure=_bands([0, 1, 2, 0]),
    table=_table("Second choice, in bands", ["How many"], [BANDS[0], BANDS[1], BANDS[2], BANDS[0]]),
    certainty=Certainty.CERTAIN,
    note="Everybody in this group was asked.",
)
SHARES = Picture(
    title="Second choice of 128 people",
    sentence="Four in ten would look again at the earlier families, clearly more than chose anything else.",
    figure=ShareBars(
        [
            Share("A", OPTIONS[0][1], 11, 15, 22, "15 % (11 to 22)"),
            Share("B", OPTIONS[1][1], 23, 30, 38, "30 % (23 to 38)"),
            Share("C", OPTIONS[2][1], 32, 40, 49, "40 % (32 to 49)"),
            Share("D", OPTIONS[3][1], 10, 15, 22, "15 % (10 to 22)"),
        ]
    ),
    table=_table(
        "Share per choice with 95% interval, 128 people",
        ["Share", "Interval"],
        ["15 %", "30 %", "40 %", "15 %"],
        ["11 to 22 %", "23 to 38 %", "32 to 49 %", "10 to 22 %"],
    ),
    certainty=Certainty.CERTAIN,
    help="Dark runs to the lower end of the interval, light to the upper end, the line marks the estimate.",
)
TOO_FEW = Picture(
    title="First choice",
    sentence="You are with few. Tell each other what you chose, if you want to.",
    note="With fewer than five people every picture would show who chose what. So this reveal is spoken.",
)

BAR = Picture(
    title="Where the difference lies",
    sentence="About 30% is the same for everybody. A part of the difference goes with kind of work (10%).",
    figure=Bar(
        [
            Part("the same for everybody", 30, "about 30%, between 25 and 35%", "common", 25, 35),
            Part("role", 5, "about 5%, between 0 and 10%", "series-1", 0, 10),
            Part("kind of work", 10, "about 10%, between 5 and 15%", "series-2", 5, 15),
            Part("from person to person", 55, "about 55%, between 50 and 60%", "rest", 50, 60),
        ],
        "Everything in the orders = 100%",
    ),
    table=Table(
        "Where the difference lies",
        ["Part", "Share"],
        [["the same for everybody", "30%"], ["role", "5%"], ["kind of work", "10%"], ["from person to person", "55%"]],
    ),
    certainty=Certainty.CERTAIN,
    note="People within a group differ more than groups do.",
)
LADDERS = Picture(
    title="Ways of looking",
    sentence="There are 2 ways in which several of you weigh the same cards.",
    figure=Ladders(
        [
            Ladder("Way A", "about half", [Tile("Tailoring", True, "B: least")], Untold([2, 3, 2]), [Tile("Law")]),
            Ladder(
                "Way B", "15 to 22 of you", [Tile("Trust")], Untold([2, 3, 2]), [Tile("Tailoring", True, "A: most")]
            ),
        ],
        ("weighs most", "in between: nothing is told", "weighs least"),
    ),
    table=Table(
        "Ways of looking", ["Value", "A", "B"], [["Tailoring", "most", "least"], ["Trust", "in between", "most"]]
    ),
    certainty=Certainty.PROBABLE,
)
ARROWS = Picture(
    title="What moved",
    sentence="Frank advice weighs more than last time; efficiency weighs less.",
    figure=Arrows(
        [ArrowGroup("Since last time", [Arrow("Frank advice", True, "more"), Arrow("Efficiency", False, "less")])]
    ),
    table=Table("What moved", ["Value", "Weight"], [["Frank advice", "more"], ["Efficiency", "less"]]),
    certainty=Certainty.CERTAIN,
)

NOW = datetime(2026, 11, 30, 9, 15, tzinfo=UTC)
CONTEXT = {
    "page_nav": [("#", "Approaches", False), ("#", "Dilemmas", True), ("#", "My dialogues", False)],
    "footer_links": [("#", "What we keep"), ("#", "Accessibility"), ("#", "Something to report? These are the doors")],
    "sign_in_url": "#",
    "bar_title": "Dilemma at the day's start",
    "links": {"kept": "#", "help": "#", "leave": "#", "leave_to": "/", "stop": "#"},
    "steps": {"number": 3, "count": 8, "label": "choose for yourself", "left": 2},
    "people": 9,
    "options": OPTIONS,
    "cards": VALUES,
    "scale": [(1, "very unsure"), (2, "unsure"), (3, "in between"), (4, "sure"), (5, "very sure")],
    "pictures": [MAJORITY, SPREAD, SHIFT_SMALL, SHIFT, BAND_PICTURE, SHARES, BAR, LADDERS, ARROWS, TOO_FEW],
    "majority": MAJORITY,
    "shift": SHIFT,
    "shift_small": SHIFT_SMALL,
    "shift_long": SHIFT_LONG,
    "cover": {
        "kind": "Report for those who took part",
        "title": "What works or what is allowed",
        "for_whom": "Team Income, November 2026",
    },
    "report_head": "What works or what is allowed. Team Income",
    "ends": (NOW + timedelta(minutes=3, seconds=24)).isoformat(),
    "now": NOW.isoformat(),
    "rings": ["executive", "manager", "employee"],
    "join_url": "https://goedwerk.example/j/KM4T7R",
}
