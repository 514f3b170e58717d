"""The time of day and the time zone of a meeting, as an author writes them."""

import re
from datetime import time
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator

from cyclebook.model.fields import misread, read_text
from cyclebook.model.near_values import did_you_mean

_TIME = re.compile(r"(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])")
_SPOKEN = re.compile(
    r"(?P<hour>0?[1-9]|1[0-2])(?:[:.](?P<minute>[0-5][0-9]))?\s*(?P<half>[ap])\.?\s*m\.?", re.IGNORECASE
)
_EXAMPLE = "Write hours and minutes, for example 9:00 or 13:30"


_CALLED = {
    "America/New_York": ("eastern", "et", "est", "edt"),
    "America/Chicago": ("central", "ct", "cst", "cdt"),
    "America/Denver": ("mountain", "mt", "mst", "mdt"),
    "America/Phoenix": ("arizona",),
    "America/Los_Angeles": ("pacific", "pt", "pst", "pdt"),
    "America/Anchorage": ("alaska", "akst", "akdt"),
    "Pacific/Honolulu": ("hawaii", "hst"),
}
"""What people in the United States write in place of a zone's name."""


def read_time(given: Any) -> time:
    """A time of the day, 0:00 to 23:59."""
    text = read_text(given)
    if found := _TIME.fullmatch(text):
        return time(int(found["hour"]), int(found["minute"]))
    hint = _EXAMPLE
    if spoken := _SPOKEN.fullmatch(text):
        hour = int(spoken["hour"]) % 12 + (12 if spoken["half"].lower() == "p" else 0)
        hint = f"Write {hour}:{spoken['minute'] or '00'}"
    raise misread("bad-time", "{it} is not a time that we can read.", hint, text, _EXAMPLE)


def read_time_zone(given: Any) -> str:
    """A time zone by its name in the IANA data base: America/Los_Angeles."""
    text = read_text(given)
    try:
        return ZoneInfo(text).key
    except (KeyError, ValueError, OSError):
        example = "Write the name of a zone, for example America/Los_Angeles"
        said = text.lower().removesuffix(" time").removesuffix(" standard").strip()
        known = {name.lower(): name for name in _CALLED}
        near = next((zone for zone, names in _CALLED.items() if said in names), None)
        near = near or known.get(did_you_mean(text.lower(), list(known)) or "")
        raise misread(
            "unknown-time-zone",
            "{it} is not a time zone that we know.",
            f"Did you mean {near}?" if near else example,
            text,
            example,
        ) from None


ClockTime = Annotated[time, BeforeValidator(read_time)]
TimeZone = Annotated[str, BeforeValidator(read_time_zone)]
