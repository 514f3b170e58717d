"""A convening's agenda as an iCalendar file (RFC 5545): one event for each item, in UTC."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from cyclebook.published import PublishedConvening

_LONGEST_LINE = 75
_HOST = "cyclebook.invalid"
"""Stands in an event's id where the site has no public address."""


def calendar(convening: PublishedConvening, url: str | None) -> str | None:
    """The file's text, or None for a meeting without a day. `url` is the page's public address.

    Lines end with CRLF and are folded at 75 octets. The time stamp of an event is the meeting's
    own day, so that the same facts give the same bytes. Without hours the meeting takes the whole day.
    """
    if convening.day is None:
        return None
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Cyclebook//Convening//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *_events(convening, convening.day, url),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _events(convening: PublishedConvening, day: date, url: str | None) -> Iterator[str]:
    zone = ZoneInfo(convening.time_zone) if convening.time_zone else UTC

    def moment(at: time) -> str:
        return f"{datetime.combine(day, at, zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"

    def hours(start: time, end: time | None) -> list[str]:
        until = [f"DTEND:{moment(end)}"] if end and end > start else []
        return [f"DTSTART:{moment(start)}", *until]

    items = [
        (f"{slot.what} ({convening.title})", slot.note, hours(slot.start, slot.end))
        for slot in convening.agenda
    ]
    if not items and convening.start:
        items = [(convening.title, convening.purpose, hours(convening.start, convening.end))]
    if not items:
        whole = [
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        ]
        items = [(convening.title, convening.purpose, whole)]
    host = urlsplit(url).hostname if url else None
    for number, (summary, note, span) in enumerate(items, 1):
        yield "BEGIN:VEVENT"
        yield f"UID:convening-{convening.slug}-{number}@{host or _HOST}"
        yield f"DTSTAMP:{day:%Y%m%d}T000000Z"
        yield from span
        yield f"SUMMARY:{_escaped(summary)}"
        if note:
            yield f"DESCRIPTION:{_escaped(note)}"
        if convening.place:
            yield f"LOCATION:{_escaped(convening.place)}"
        if url:
            yield f"URL:{url}"
        yield "END:VEVENT"


def _escaped(text: str) -> str:
    """TEXT of RFC 5545, section 3.3.11."""
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets (section 3.1); no character is cut in two."""
    pieces, piece, size = [], "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1  # the space that says the line goes on counts too
        piece, size = piece + char, size + octets
    return "\r\n".join([*pieces, piece])
