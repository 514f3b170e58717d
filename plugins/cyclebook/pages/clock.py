"""How hours and time zones are told to readers."""

from datetime import time

_CALLED = {
    "America/New_York": "Eastern time",
    "America/Chicago": "Central time",
    "America/Denver": "Mountain time",
    "America/Phoenix": "Arizona time",
    "America/Los_Angeles": "Pacific time",
    "America/Anchorage": "Alaska time",
    "Pacific/Honolulu": "Hawaii time",
}
"""What people call the zones of the United States. Any other zone is told by its place."""


def clock_words(at: time) -> str:
    """ "9:00 am", "12:45 pm"."""
    return f"{(at.hour - 1) % 12 + 1}:{at:%M} {'am' if at.hour < 12 else 'pm'}"


def hours_words(start: time | None, end: time | None) -> str | None:
    """ "9:00 am to 12:45 pm"; with a start only, "from 9:00 am"; None without any."""
    if start and end:
        return f"{clock_words(start)} to {clock_words(end)}"
    if start:
        return f"from {clock_words(start)}"
    return f"until {clock_words(end)}" if end else None


def zone_words(zone: str) -> str:
    """ "Pacific time", "time of Vienna"."""
    return _CALLED.get(zone) or f"time of {zone.rpartition('/')[2].replace('_', ' ')}"
