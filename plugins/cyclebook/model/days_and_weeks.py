"""Days of the calendar and weeks of a cycle, as authors write them."""

import calendar
import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from cyclebook.model.fields import PERSONS, misread, one_value
from cyclebook.model.near_values import day_hint, whole_number

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_HINT = "Write year-month-day, for example 2026-02-28"
_SPAN = re.compile(r"(?:weeks?\s+)?([0-9]{1,2})\s*(?:-|–|—|to|,)\s*([0-9]{1,2})")
_SPAN_HINT = "Write the first and the last week, for example [3, 10]"
LAST_WEEK = 40


def read_week(given: Any) -> int:
    """A week of the cycle, 1 to 40."""
    text = one_value(given, "3")
    if not PERSONS.fullmatch(text) or not 1 <= int(text) <= LAST_WEEK:
        example = f"Write a whole number from 1 to {LAST_WEEK}, for example 3"
        whole = whole_number(text)
        hint = f"Write {whole}" if whole and whole <= LAST_WEEK else example
        raise misread("bad-week", "{it} is not a week number.", hint, text, example)
    return int(text)


def read_day(given: Any) -> date:
    """A calendar day, year first: 2026-02-28."""
    text = one_value(given, "2026-02-28")
    found = _ISO_DAY.fullmatch(text)
    if not found:
        hint = day_hint(text) or _DAY_HINT
        raise misread("bad-date", "{it} is not a date that we can read.", hint, text, _DAY_HINT)
    year, month, day = (int(part) for part in found.groups())
    if not 1 <= month <= 12:
        raise misread("bad-date", "{it} has no such month.", _DAY_HINT, text)
    if not 1900 <= year <= 2200:
        raise misread("bad-date", "{it} has an unlikely year.", _DAY_HINT, text)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise misread(
            "bad-date",
            "{it} is not in the calendar.",
            f"{calendar.month_name[month]} {year} has {last} days. Check the day.",
            text,
            "Check the day: that month is shorter.",
        )
    return date(year, month, day)


def read_week_span(given: Any) -> tuple[int, int]:
    """One week, or the first and the last: 3 or [3, 10]."""
    parts = given if isinstance(given, list) else [given]
    alone = parts[0].strip() if len(parts) == 1 and isinstance(parts[0], str) else ""
    span = _SPAN.fullmatch(alone.lower())
    if span:
        raise misread(
            "bad-week",
            "{it} is not how to write a first and a last week.",
            f"Write [{span[1]}, {span[2]}]",
            alone,
            _SPAN_HINT,
        )
    weeks = [read_week(part) for part in parts]
    if len(weeks) not in (1, 2):
        raise misread("wrong-shape", "This should be one week or two.", _SPAN_HINT)
    if weeks[0] > weeks[-1]:
        raise misread(
            "bad-week",
            "The first week comes after the last.",
            f"Turn them round: [{weeks[-1]}, {weeks[0]}]",
            public_hint="Turn them round.",
        )
    return weeks[0], weeks[-1]


WeekNumber = Annotated[int, BeforeValidator(read_week)]


WeekSpan = Annotated[tuple[int, int], BeforeValidator(read_week_span)]


Day = Annotated[date, BeforeValidator(read_day)]
