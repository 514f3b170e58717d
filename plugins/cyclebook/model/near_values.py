"""What an author meant by a value that is nearly right: "21,5", "five", "4/17/2026", "measurs".

The readers of single fields ask here for the hint in their messages; nothing here
accepts a value.
"""

import calendar
import re
from datetime import date
from difflib import get_close_matches

_PEOPLE = "(?: (?:students|people|children|pupils|adults))?"
_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(_MONTHS)
_DAYS = (
    re.compile(r"(?P<month>[0-9]{1,2})[/.-](?P<day>[0-9]{1,2})[/.-](?P<year>[0-9]{4}|[0-9]{2})"),
    re.compile(r"(?P<year>[0-9]{4})[/. ](?P<month>[0-9]{1,2})[/. ](?P<day>[0-9]{1,2})"),
    re.compile(
        rf"(?:[a-z]+,\s*)?(?P<month>{_MONTH})[a-z]*\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{{4}})"
    ),
    re.compile(
        rf"(?:[a-z]+,\s*)?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<month>{_MONTH})[a-z]*\.?,?[\s-]+(?P<year>[0-9]{{4}})"
    ),
)
_SPREADSHEET_DAY = re.compile(rf"[0-9]{{1,2}}-(?:{_MONTH})|(?:{_MONTH})-[0-9]{{1,2}}", re.IGNORECASE)
DIGITS = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")
"""A number as it is to be written."""


def did_you_mean(word: str, known: list[str]) -> str | None:
    """The nearest of `known`, if any is near enough to be worth asking about."""
    near = get_close_matches(word.strip().lower().replace(" ", "_"), known, n=1, cutoff=0.6)
    return near[0] if near else None


def whole_number(text: str) -> int | None:
    """The number in "five", "5.0", "5th", "week 5" or "no. 5"; None where none is plain."""
    word = text.strip().lower()
    if word in _WORDS:
        return _WORDS.index(word) + 1
    found = re.fullmatch(rf"(?:week|wk|no)?[.#\s]*([0-9]{{1,9}})(?:st|nd|rd|th|\.0+)?{_PEOPLE}", word)
    return int(found[1]) or None if found else None


def number_hint(text: str) -> str | None:
    """How to write a number that is nearly right: "21,5", "1,400", "about 20", "five"."""
    if re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+", text):
        return f"Write it without a comma: {text.replace(',', '')}"
    if re.fullmatch(r"[0-9]+,[0-9]{1,6}", text):
        return f"Use a point: {text.replace(',', '.')}"
    if _SPREADSHEET_DAY.fullmatch(text):
        return (
            "The spreadsheet turned a fraction into a date. Format the column as text, "
            "then type the fraction again."
        )
    about = re.fullmatch(rf"(?:about|around|ca\.|~)?\s*([0-9]+(?:\.[0-9]+)?){_PEOPLE}", text.lower())
    if about and about[1] != text and DIGITS.fullmatch(about[1]):
        return f"Write {about[1]}"
    percent = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)\s*(?:percent|per cent|pct)", text.lower())
    if percent:
        return f"Write {percent[1]}%"
    word = text.lower()
    return f"Write {_WORDS.index(word) + 1}" if word in _WORDS else None


def part_hint(text: str) -> str | None:
    """How to write a part of a group, "43 of 52" or "43 out of 52 children", where a slash may stand."""
    part = re.fullmatch(
        rf"([0-9]{{1,9}})\s*(?:out\s+of|of)\s*(?:the\s+)?([0-9]{{1,9}}){_PEOPLE}", text.lower()
    )
    return f"Write {part[1]}/{part[2]}" if part and 0 < int(part[2]) >= int(part[1]) else None


def day_hint(text: str) -> str | None:
    """How to write "4/17/2026", "31.12.2026", "April 17, 2026" or "17-Apr-2026": year first.

    In "6/3/2026" either number may be the month. Then the hint offers both days.
    """
    meant = _day_meant(text)
    if not meant:
        return None
    other = meant.month != meant.day <= 12 and _DAYS[0].fullmatch(text.strip())
    if not other:
        return f"Write {meant.isoformat()}"
    turned = meant.replace(month=meant.day, day=meant.month)
    return (
        f"Write {meant.isoformat()} for {calendar.month_name[meant.month]} {meant.day}, "
        f"or {turned.isoformat()} for {turned.day} {calendar.month_name[turned.month]}."
    )


def _day_meant(text: str) -> date | None:
    found = next((match for one in _DAYS if (match := one.fullmatch(text.strip().lower()))), None)
    if not found:
        return None
    month = int(_MONTHS.get(found["month"], 0) or found["month"])
    day, year = int(found["day"]), int(found["year"])
    if month > 12 >= day:
        month, day = day, month
    try:
        meant = date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
    return meant if 1900 <= meant.year <= 2200 else None
