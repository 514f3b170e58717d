"""Days, months, seasons and years as people write them in sentences."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name} | {
    name: number for number, name in enumerate(calendar.month_abbr) if name
}
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))}|Sept)\b\.?"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)[0-9]{2}"
_SEASON = "spring|summer|fall|autumn|winter"

_TIME = re.compile(
    rf"\b(?:(?P<iso>{_YEAR}-[0-9]{{2}}-[0-9]{{2}})"
    rf"|(?P<d1>{_DAY})\s+(?:of\s+)?(?P<m1>{_MONTH})(?:,?\s+(?P<y1>{_YEAR})\b)?"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>{_DAY})\b(?![:%])(?:,?\s+(?P<y2>{_YEAR})\b)?"
    rf"|(?P<m3>{_MONTH})\s+(?:of\s+)?(?P<y3>{_YEAR})\b"
    rf"|(?P<season>(?i:{_SEASON}))\s+(?:of\s+)?(?P<y4>{_YEAR})\b"
    rf"|(?P<y5>{_YEAR})\s?[–/-]\s?(?P<y6>{_YEAR}|[0-9]{{2}})\b"
    rf"|(?<![$€£.,])(?P<y7>{_YEAR})\b(?![%,][0-9]|%|\s+(?:students|pupils|children|people|families)))"
)


class Precision(IntEnum):
    """How exactly a time is told."""

    YEARS = 0
    YEAR = 1
    SEASON = 2
    MONTH = 3
    DAY = 4


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day to the last, both included."""

    first: date
    last: date

    def meets(self, other: "Span", *, before: int = 0, after: int = 0) -> bool:
        """Whether the two share a day once `other` is made longer by so many days at its ends."""
        return (
            self.last >= other.first - timedelta(days=before)
            and self.first <= other.last + timedelta(days=after)
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """A time told in a text from `start` to `end`; `span` is None for a day without its year."""

    precision: Precision
    span: Span | None
    start: int
    end: int
    words: str
    month: int | None = None
    day: int | None = None


def times(text: str) -> Iterator[Time]:
    """Every time that a text tells, each once and as exactly as it is told."""
    for found in _TIME.finditer(text):
        time = _time(found)
        if time is not None:
            yield time


def _time(found: "re.Match[str]") -> Time | None:
    def told(
        precision: Precision, span: Span | None, month: int | None = None, day: int | None = None
    ) -> Time:
        return Time(precision, span, found.start(), found.end(), found[0], month, day)

    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
        exact = _day(year, month, day)
        return told(Precision.DAY, exact, month, day) if exact else None
    for month_name, day_words, year_words in (("m1", "d1", "y1"), ("m2", "d2", "y2")):
        if found[month_name]:
            month, day = _month(found[month_name]), int(re.sub(r"\D", "", found[day_words]))
            exact = _day(int(found[year_words] or 2024), month, day)
            if exact is None:
                return None
            return told(Precision.DAY, exact if found[year_words] else None, month, day)
    if found["m3"]:
        month = _month(found["m3"])
        return told(Precision.MONTH, month_span(int(found["y3"]), month), month)
    if found["season"]:
        return told(Precision.SEASON, season_span(found["season"], int(found["y4"])))
    if found["y5"]:
        first, second = int(found["y5"]), int(found["y6"])
        last = second if second > 99 else first - first % 100 + second
        if last == first + 1:
            return told(Precision.YEAR, Span(date(first, 7, 1), date(last, 6, 30)))
        return told(Precision.YEARS, Span(date(first, 1, 1), date(last, 12, 31))) if last > first else None
    year = int(found["y7"])
    return told(Precision.YEAR, Span(date(year, 1, 1), date(year, 12, 31)))


def _month(name: str) -> int:
    return _MONTHS.get(name.rstrip("."), 9)


def _day(year: int, month: int, day: int) -> Span | None:
    try:
        exact = date(year, month, day)
    except ValueError:
        return None
    return Span(exact, exact)


def month_span(year: int, month: int) -> Span:
    """All days of a month."""
    return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def season_span(season: str, year: int) -> Span:
    """The days that a school may call by a season's name; a winter may be at either end of the year."""
    first, last = {
        "spring": (date(year, 1, 1), date(year, 6, 30)),
        "summer": (date(year, 6, 1), date(year, 9, 15)),
        "winter": (date(year - 1, 11, 1), date(year + 1, 4, 15)),
    }.get(season.lower(), (date(year, 7, 1), date(year, 12, 31)))
    return Span(first, last)
