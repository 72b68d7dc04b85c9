"""A moment for somebody's diary, as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

CONTENT_TYPE = "text/calendar; charset=utf-8"
LONGEST_LINE = 75  # octets, without the line break
LINE_BREAK = "\r\n"


@dataclass(frozen=True)
class Event:
    """Something on a day, or from a moment on for some minutes."""

    key: str
    title: str
    starts: date | datetime
    minutes: int = 0
    text: str = ""
    url: str = ""

    def lines(self) -> Iterator[str]:
        yield f"UID:{self.key}"
        yield from self.when()
        yield f"SUMMARY:{escaped(self.title)}"
        if self.text:
            yield f"DESCRIPTION:{escaped(self.text)}"
        if self.url:
            yield f"URL:{self.url}"

    def when(self) -> Iterator[str]:
        if isinstance(self.starts, datetime):
            yield f"DTSTART:{in_utc(self.starts)}"
            yield f"DTEND:{in_utc(self.starts + timedelta(minutes=self.minutes))}"
        else:
            yield f"DTSTART;VALUE=DATE:{self.starts:%Y%m%d}"
            yield f"DTEND;VALUE=DATE:{self.starts + timedelta(days=1):%Y%m%d}"
            # A day to remember keeps nobody from meeting somebody.
            yield "TRANSP:TRANSPARENT"


def ics(event: Event, *, made_at: datetime) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Goedwerk//Goedwerk//EN",
        "BEGIN:VEVENT",
        f"DTSTAMP:{in_utc(made_at)}",
        *event.lines(),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(folded(line) + LINE_BREAK for line in lines)


def in_utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    """Backslash, comma and semicolon have a meaning of their own, and a line break ends the line (3.3.11)."""
    plain = "\n".join(text.splitlines())
    for mark in ("\\", ";", ","):
        plain = plain.replace(mark, "\\" + mark)
    return "".join(letter for letter in plain.replace("\n", "\\n") if letter.isprintable())


def folded(line: str) -> str:
    """Break a line before it is longer than 75 octets; a letter is never broken in two (3.1)."""
    parts, room = [""], LONGEST_LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            # The space that starts a next line counts too.
            parts, room = [*parts, ""], LONGEST_LINE - 1
        parts[-1] += letter
        room -= size
    return f"{LINE_BREAK} ".join(parts)
