"""The agenda for calendars follows RFC 5545 to the letter, and is the same whenever it is made."""

import re
from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from cyclebook.outputs import calendar
from cyclebook.published import AgendaSlot, PublishedConvening

MEETING = PublishedConvening(
    slug="spring",
    title="We meet",
    eyebrow="Convening",
    standfirst=None,
    day=date(2026, 4, 21),
    when=None,
    start=time(9),
    end=time(12, 45),
    time_zone="America/Los_Angeles",
    place="Library; second floor",
    who=None,
    bring=None,
    purpose="To learn, and to find each other",
    agenda=(
        AgendaSlot(time(9), time(9, 30), "Welcome", "How to walk,\nand how to talk"),
        AgendaSlot(time(9, 30), None, "First walk", None),
    ),
    stations=(),
    wall=(),
    pairs=(),
    routes=(),
    walk=None,
    cards=False,
    heard=(),
    after=None,
    story=(),
    notes=(),
    sources=(),
    illustrative=False,
)


def unfolded(text: str) -> list[str]:
    """The content lines of a file."""
    return re.sub(r"\r\n[ \t]", "", text).removesuffix("\r\n").split("\r\n")


def test_the_whole_file() -> None:
    """Two items of an agenda are two events in UTC, stamped with the day of the meeting."""
    assert calendar(MEETING, "https://example.org/convenings/spring/") == "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Cyclebook//Convening//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            "UID:convening-spring-1@example.org",
            "DTSTAMP:20260421T000000Z",
            "DTSTART:20260421T160000Z",
            "DTEND:20260421T163000Z",
            "SUMMARY:Welcome (We meet)",
            r"DESCRIPTION:How to walk\,\nand how to talk",
            r"LOCATION:Library\; second floor",
            "URL:https://example.org/convenings/spring/",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:convening-spring-2@example.org",
            "DTSTAMP:20260421T000000Z",
            "DTSTART:20260421T163000Z",
            "SUMMARY:First walk (We meet)",
            r"LOCATION:Library\; second floor",
            "URL:https://example.org/convenings/spring/",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    )


def test_winter_and_summer_time() -> None:
    """The hour of the place stands for another hour in UTC before and after the clocks change."""
    winter = replace(MEETING, day=date(2026, 1, 20))

    assert "DTSTART:20260120T170000Z" in unfolded(calendar(winter, None) or "")
    assert "DTSTART:20260421T160000Z" in unfolded(calendar(MEETING, None) or "")


def test_without_hours_it_takes_the_day() -> None:
    """A meeting of which only the day is known is an event of a whole day."""
    lines = unfolded(calendar(replace(MEETING, agenda=(), start=None, end=None), None) or "")

    assert {"DTSTART;VALUE=DATE:20260421", "DTEND;VALUE=DATE:20260422"} <= set(lines)


def test_without_an_agenda_it_is_one_event() -> None:
    """A meeting with hours and no agenda is one event, from its start to its end."""
    lines = unfolded(calendar(replace(MEETING, agenda=()), None) or "")

    assert lines.count("BEGIN:VEVENT") == 1
    assert {"DTSTART:20260421T160000Z", "DTEND:20260421T194500Z"} <= set(lines)


def test_without_a_day_there_is_no_calendar() -> None:
    """A meeting whose day is not known cannot be put in a calendar."""
    assert calendar(replace(MEETING, day=None), None) is None


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300), st.text("ab,;\\\n", max_size=200)
)
def test_any_words_make_valid_lines(title: str, note: str) -> None:
    """Lines have at most 75 octets, no line end of their own, and give the words back."""
    slot = AgendaSlot(time(9), None, title, note or None)

    text = calendar(replace(MEETING, title="x", agenda=(slot,)), None) or ""

    raw = text.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 and "\n" not in line and "\r" not in line for line in raw)
    said = dict(line.split(":", 1) for line in unfolded(text) if line.startswith(("SUMMARY", "DESCRIPTION")))
    assert _read(said["SUMMARY"]) == f"{title} (x)"
    assert _read(said.get("DESCRIPTION", "")) == note


def _read(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value)
