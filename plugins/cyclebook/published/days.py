"""How a day is written, the same whatever language the machine speaks."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_text(day: date) -> str:
    """ "6 February 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """ "6 Feb"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def span_text(start: date | None, end: date | None) -> str | None:
    """ "2 February to 17 April 2026"; with one day only, "from …" or "to …"; None without any."""
    if start and end:
        first = f"{start.day} {MONTHS[start.month - 1]}" if start.year == end.year else day_text(start)
        return f"{first} to {day_text(end)}"
    if start:
        return f"from {day_text(start)}"
    return f"until {day_text(end)}" if end else None
