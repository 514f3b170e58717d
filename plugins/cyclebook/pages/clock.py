"""How hours and time zones are told to readers."""

from datetime import time

from cyclebook.catalogue import N_, _

_CALLED = {
    "America/New_York": N_("Eastern time"),
    "America/Chicago": N_("Central time"),
    "America/Denver": N_("Mountain time"),
    "America/Phoenix": N_("Arizona time"),
    "America/Los_Angeles": N_("Pacific time"),
    "America/Anchorage": N_("Alaska time"),
    "Pacific/Honolulu": N_("Hawaii time"),
}
"""What people call the zones of the United States. Any other zone is told by its place."""


def clock_words(at: time) -> str:
    """ "9:00 am", "12:45 pm"."""
    hour = f"{(at.hour - 1) % 12 + 1}:{at:%M}"
    return _("{hour} am", hour=hour) if at.hour < 12 else _("{hour} pm", hour=hour)


def hours_words(start: time | None, end: time | None) -> str | None:
    """ "9:00 am to 12:45 pm"; with a start only, "from 9:00 am"; None without any."""
    if start and end:
        return _("{first} to {last}", first=clock_words(start), last=clock_words(end))
    if start:
        return _("from {day}", day=clock_words(start))
    return _("until {day}", day=clock_words(end)) if end else None


def zone_words(zone: str) -> str:
    """ "Pacific time", "time of Vienna"."""
    if zone in _CALLED:
        return _(_CALLED[zone])
    return _("time of {place}", place=zone.rpartition("/")[2].replace("_", " "))
