"""A file for a diary, held against RFC 5545: escaping, folding, moments in UTC."""

import random
from datetime import UTC, date, datetime, timedelta, timezone

from goedwerk.ui.calendar import Event, escaped, folded, ics

MADE = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def unfolded(text: str) -> str:
    return text.replace("\r\n ", "")


def lines_of(event: Event) -> list[str]:
    return unfolded(ics(event, made_at=MADE)).split("\r\n")


def test_a_moment_is_told_in_utc_whatever_the_clock_of_the_server():
    amsterdam_in_summer = timezone(timedelta(hours=2))
    starts = datetime(2026, 6, 4, 9, 0, tzinfo=amsterdam_in_summer)

    lines = lines_of(Event("key", "Dialoog", starts, minutes=90))

    assert lines == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Goedwerk//Goedwerk//EN",
        "BEGIN:VEVENT",
        "DTSTAMP:20260301T093000Z",
        "UID:key",
        "DTSTART:20260604T070000Z",
        "DTEND:20260604T083000Z",
        "SUMMARY:Dialoog",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_day_ends_where_the_next_begins_and_leaves_the_diary_free():
    lines = lines_of(Event("key", "Laatste dag", date(2026, 2, 28)))

    assert lines[6:9] == ["DTSTART;VALUE=DATE:20260228", "DTEND;VALUE=DATE:20260301", "TRANSP:TRANSPARENT"]


def test_marks_with_a_meaning_are_escaped_and_a_line_break_stays_a_line_break():
    assert escaped("a\\b; c, d\r\ne: f") == r"a\\b\; c\, d\ne: f"


def test_what_cannot_be_printed_cannot_start_a_line_of_its_own():
    lines = lines_of(Event("key", "Een\u2028BEGIN:VALARM\x00\x0bTwee", date(2026, 2, 28)))

    assert [line for line in lines if line.startswith("BEGIN")] == ["BEGIN:VCALENDAR", "BEGIN:VEVENT"]


def test_no_line_is_longer_than_75_octets_and_no_letter_is_broken():
    draw = random.Random(5545)
    for _ in range(200):
        line = "".join(draw.choices("aé€𝔤 ", k=draw.randrange(400)))

        parts = folded(line).split("\r\n")

        assert max(len(part.encode()) for part in parts) <= 75
        assert all(part.startswith(" ") for part in parts[1:])
        assert unfolded("\r\n".join(parts)) == line


def test_a_short_line_is_left_as_it_is():
    assert folded("x" * 75) == "x" * 75
    assert folded("x" * 76) == "x" * 75 + "\r\n x"


def test_text_and_address_are_there_only_when_there_is_one():
    full = lines_of(Event("key", "Dialoog", date(2026, 2, 28), text="Met code X", url="https://example.org/d/X/"))

    assert "DESCRIPTION:Met code X" in full
    assert "URL:https://example.org/d/X/" in full
    assert not any("DESCRIPTION" in line or "URL" in line for line in lines_of(Event("key", "D", date(2026, 2, 28))))
