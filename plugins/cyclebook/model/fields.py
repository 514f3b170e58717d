"""The types of single fields. YAML hands every scalar over as text; the field's type reads it.

So `no`, `010`, `12:30` and `2026-02-30` are either right or a clear error, never a
silent surprise.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from cyclebook.model.near_values import DIGITS, day_hint, did_you_mean, number_hint, whole_number

_PERSONS = re.compile(r"[0-9]{1,9}")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DAY_HINT = "Write year-month-day, for example 2026-02-28"
_NO_DATA = ("n/d", "n/a", "na")

_NOTHING_COUNTED = re.compile(r"[-–—.?]+|none|absent|missing|no count", re.IGNORECASE)
_SPAN = re.compile(r"(?:weeks?\s+)?([0-9]{1,2})\s*(?:-|–|—|to|,)\s*([0-9]{1,2})")
_SPAN_HINT = "Write the first and the last week, for example [3, 10]"

LAST_WEEK = 40

Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as an author wrote it: 40, 86.7, 67% or 19/50."""

    value: Decimal
    of: int | None = None
    percent: bool = False

    def compares_with(self, other: "Amount", size: int | None = None) -> bool:
        """True where both stand on one scale: plain numbers, or parts of one group, or percentages.

        `size` is the group of a number that names none. A percentage also compares with a part of a group.
        """
        sizes = {amount.of or size for amount in (self, other) if not amount.percent}
        if self.percent or other.percent:
            return None not in sizes
        return len(sizes - {None}) < 2


@dataclass(frozen=True, slots=True)
class NotCollected:
    """A week in which the team did not count: `n/d`."""


WeeklyValue = Amount | NotCollected


def misread(
    code: str, message: str, hint: str, it: object = None, public_hint: str | None = None
) -> PydanticCustomError:
    """An error about one value; `message` may hold {it}. Give `public_hint` where `hint` repeats it."""
    told = {
        "message": message,
        "hint": hint,
        "it": None if it is None else str(it),
        "public_hint": public_hint,
    }
    return PydanticCustomError(code, "{message}", told)


def _text(given: Any, example: str) -> str:
    if isinstance(given, str):
        return given.strip()
    kind = (
        "a list" if isinstance(given, list) else "a block of keys" if isinstance(given, dict) else "nothing"
    )
    hint = f"Write one value, for example {example}"
    if isinstance(given, dict):
        hint = 'Write it on one line. Words with a colon need quotes, for example "The log says: late"'
    raise misread("wrong-shape", f"This should be one value, but {kind} stands here.", hint)


def read_text(given: Any) -> str:
    """Plain words, at least one character."""
    text = _text(given, "some words on one line")
    if not text:
        raise misread("empty-value", "This key has no value.", "Write a value, or delete the line.")
    return text


def read_number(given: Any) -> Decimal:
    """Digits with an optional decimal point."""
    text = _text(given, "17")
    if not DIGITS.fullmatch(text):
        example = "Write digits, for example 17 or 86.7"
        raise misread("not-a-number", "{it} is not a number.", number_hint(text) or example, text, example)
    return Decimal(text)


def read_persons(given: Any) -> int:
    """A whole number of people or teams, one or more."""
    text = _text(given, "52")
    if not _PERSONS.fullmatch(text) or int(text) == 0:
        whole = whole_number(text)
        example = "Write digits, for example 52"
        hint = f"Write {whole}" if whole else (number_hint(text) if "," in text else None) or example
        raise misread("not-a-number", "{it} is not a whole number of 1 or more.", hint, text, example)
    return int(text)


def read_week(given: Any) -> int:
    """A week of the cycle, 1 to 40."""
    text = _text(given, "3")
    if not _PERSONS.fullmatch(text) or not 1 <= int(text) <= LAST_WEEK:
        example = f"Write a whole number from 1 to {LAST_WEEK}, for example 3"
        whole = whole_number(text)
        hint = f"Write {whole}" if whole and whole <= LAST_WEEK else example
        raise misread("bad-week", "{it} is not a week number.", hint, text, example)
    return int(text)


def read_amount(given: Any) -> Amount:
    """A number, a percentage or a count of a group: 40, 67%, 19/50."""
    text = _text(given, "40")
    if "/" in text:
        return _fraction(text)
    percent = text.endswith("%")
    digits = text[:-1].strip() if percent else text
    if not DIGITS.fullmatch(digits):
        example = "Write digits, for example 17, 86.7, 67% or 19/50"
        raise misread("not-a-number", "{it} is not a number.", number_hint(text) or example, text, example)
    return Amount(Decimal(digits), percent=percent)


def _fraction(text: str) -> Amount:
    upper, _, lower = (part.strip() for part in text.partition("/"))
    example = "Write the count, a slash and the size of the group, for example 19/50"
    if not _PERSONS.fullmatch(upper) or not _PERSONS.fullmatch(lower):
        raise misread("bad-fraction", "{it} is not a count of a group.", example, text)
    if int(lower) == 0:
        raise misread("bad-fraction", "{it} has a group of nobody.", example, text)
    if int(upper) > int(lower):
        raise misread(
            "above-group",
            "{it} counts more people than the group has.",
            "The first number can be at most the second. Check both.",
            text,
        )
    return Amount(Decimal(upper), of=int(lower))


def read_weekly_value(given: Any) -> WeeklyValue | None:
    """A week's number, `n/d` for not collected, or nothing."""
    if given is None or (isinstance(given, str) and not given.strip()):
        return None
    if isinstance(given, str) and given.strip().lower() in _NO_DATA:
        return NotCollected()
    try:
        return read_amount(given)
    except PydanticCustomError as error:
        told = dict(error.context or {})
        if error.type == "above-group" or told["public_hint"] not in (None, told["hint"]):
            raise
        hint = f"{told['hint']}; or n/d where nothing was counted"
        if _NOTHING_COUNTED.fullmatch(str(told["it"])):
            hint = "Write n/d where nothing was counted."
        told |= {"hint": hint, "public_hint": hint}
        raise PydanticCustomError(error.type, "{message}", told) from None


def read_day(given: Any) -> date:
    """A calendar day, year first: 2026-02-28."""
    text = _text(given, "2026-02-28")
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


def read_flag(given: Any) -> bool:
    """Yes or no."""
    word = _text(given, "true").lower()
    if word in ("true", "yes"):
        return True
    if word in ("false", "no"):
        return False
    raise misread("not-yes-or-no", "{it} is neither yes nor no.", "Write true or false.", word)


def read_slug(given: Any) -> str:
    """A short name for addresses: small letters, digits and hyphens."""
    text = _text(given, "on-time")
    if not _SLUG.fullmatch(text):
        example = "Use a-z, 0-9 and hyphens only, for example on-time"
        near = re.sub(r"[\s_]+", "-", text.lower())
        hint = f"Write {near}" if _SLUG.fullmatch(near) else example
        raise misread("bad-id", "{it} cannot be a short name.", hint, text, example)
    return text


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


def read_web_address(given: Any) -> str:
    """An https address."""
    text = _text(given, "https://example.org/report")
    if not re.fullmatch(r"https://[^\s<>\"']+", text):
        raise misread(
            "bad-address", "{it} is not a web address that we link to.", "Begin it with https://", text
        )
    return text


def read_people_count(given: Any) -> int | None:
    """A number of teams, or the words "not published" (None)."""
    if isinstance(given, str) and given.strip().lower() == "not published":
        return None
    return read_persons(given)


def read_team_tally(given: Any) -> int:
    """A number of teams, or the word "none" (0)."""
    if isinstance(given, str) and given.strip().lower() in ("none", "0"):
        return 0
    return read_persons(given)


def read_teams_or_none(given: Any) -> int | None:
    """A number of teams, "none" (0), or the words "not published" (None)."""
    if isinstance(given, str) and given.strip().lower() in ("none", "0"):
        return 0
    return read_people_count(given)


def read_maybe_amount(given: Any) -> Amount | None:
    """A number, or the words "not published" (None)."""
    if isinstance(given, str) and given.strip().lower() == "not published":
        return None
    return read_amount(given)


def read_part_of_one(given: Any) -> Decimal:
    """A number from 0 to 1, written with a decimal point: 0.05."""
    text = _text(given, "0.05")
    if not DIGITS.fullmatch(text) or Decimal(text) > 1:
        hint = "Write it with a decimal point, for example 0.05"
        raise misread("not-a-number", "{it} is not a number from 0 to 1.", hint, text)
    return Decimal(text)


def choice(kinds: type[Kind]) -> Callable[[Any], Kind]:
    """A reader for one word out of a short list."""
    return lambda given: _choose(kinds, given)


def _choose(kinds: type[Kind], given: Any) -> Kind:
    known = [kind.value for kind in kinds]
    word = _text(given, known[0])
    if word in known:
        return kinds(word)
    near = did_you_mean(word, known)
    ask = f"Did you mean {near}? " if near else ""
    raise misread(
        "not-a-choice",
        "{it} is not one of the words for this.",
        f"{ask}Choose from: {', '.join(known)}",
        word,
    )


Text = Annotated[str, BeforeValidator(read_text)]
Persons = Annotated[int, BeforeValidator(read_persons)]
WeekNumber = Annotated[int, BeforeValidator(read_week)]
WeekSpan = Annotated[tuple[int, int], BeforeValidator(read_week_span)]
PartOfOne = Annotated[Decimal, BeforeValidator(read_part_of_one)]
Quantity = Annotated[Amount, BeforeValidator(read_amount)]
MaybeQuantity = Annotated[Amount | None, BeforeValidator(read_maybe_amount)]
Weekly = Annotated[Amount | NotCollected | None, BeforeValidator(read_weekly_value)]
Day = Annotated[date, BeforeValidator(read_day)]
Flag = Annotated[bool, BeforeValidator(read_flag)]
Slug = Annotated[str, BeforeValidator(read_slug)]
WebAddress = Annotated[str, BeforeValidator(read_web_address)]
TeamCount = Annotated[int | None, BeforeValidator(read_people_count)]
TeamTally = Annotated[int, BeforeValidator(read_team_tally)]
TeamsOrNone = Annotated[int | None, BeforeValidator(read_teams_or_none)]
