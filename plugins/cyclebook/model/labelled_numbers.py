"""Numbers that are told apart from counts of people by what stands beside them: week 4, $20, 12 minutes.

What stands here is judged by its words alone, never by the numbers that a team has entered: a text that
vanished when it met a count would tell the count.
"""

import re
from collections.abc import Collection

from cyclebook.model.number_words import NUMBER

THING = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|a\.?m\b\.?|p\.?m\b\.?|o[’']clock|"
    r"mornings?|afternoons?|evenings?|nights?|dollars?|cents?|miles?|blocks?|feet|degrees?|lessons?|"
    r"class(?:es)?|classrooms?|periods?|meetings?|sessions?|check-ins?|convenings?|rooms?|tables?|desks?|walls?|"
    r"doors?|halls?|floors?|buses|bus|routes?|stops?|schools?|districts?|teams?|teachers?|staff|adults?|"
    r"coach(?:es)?|counselors?|principals?|aides?|cycles?|rounds?|phases?|steps?|parts?|pages?|chapters?|"
    r"paragraphs?|sentences?|ideas?|reasons?|causes?|drivers?|changes?|events?|whys)"
)
"""What is not counted child by child. Not so forms, calls, grades, points: one may be one child's."""

_LABEL = (
    r"(?:week|grade|room|period|day|bus|test|step|page|exhibit|figure|cycle|chapter|unit|section|part|level|"
    r"tier|stage|phase|round|question|problem|item|lesson|session|version|route|building|floor|door|gate|"
    r"team|cohort|title)"
)
_ONE = re.compile(rf"\b(?:{_LABEL}|number|no\.)\s+(?:no\.\s*)?$", re.IGNORECASE)
_MORE = re.compile(
    rf"\b(?:{_LABEL}s|buses)\s+(?:{NUMBER}\s*,\s*){{0,20}}(?:{NUMBER}\s*,?\s*(?:and|or|to|through|–|-)\s*)?$",
    re.IGNORECASE,
)
_COMMA_BEFORE = re.compile(r",\s*$")
_LIST_AFTER = re.compile(rf"\s*,?\s*(?:(?:and|or)\s+{NUMBER}|,\s*{NUMBER})\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:Math|Maths|Algebra|Geometry|English|ELA|Science|Spanish|Integrated)\s+$")
_MOST_IN_A_SUBJECT = 12
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?{_MONTH}", re.IGNORECASE)
_DAY = re.compile(r"(?:[1-9]|[12][0-9]|3[01])")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONEY = re.compile(r"[$€£]\s?$")
_LIST_MARK = re.compile(r"(?:^|\n)[ \t]*$")
_AFTER_MARK = re.compile(r"[.)][ \t]+\S")
_THING_AFTER = re.compile(
    rf"\s*(?:or\s+more\s+|(?:more|fewer|full|whole|extra|short|long|school|class|different)\s+){{0,2}}"
    rf"(?P<thing>{THING})(?!\w)",
    re.IGNORECASE,
)
_NEAR = 60


def labelled(text: str, start: int, end: int) -> bool:
    """True for the number of a week, a grade, a room, at `start` to `end` in a text: "Weeks 4 and 5".

    In "week 4, 31 came" the second number is none.
    """
    before = text[max(0, start - _NEAR) : start]
    if _ONE.search(before):
        return True
    if not _MORE.search(before):
        return False
    return not _COMMA_BEFORE.search(before) or _LIST_AFTER.match(text, end) is not None


def dated(text: str, start: int, end: int, *, follows: re.Pattern[str]) -> bool:
    """True for the day of a date, "March 3", and for a year; `follows` is what stands after counts only."""
    written = text[start:end]
    if _YEAR.fullmatch(written):
        return True
    before = text[max(0, start - _NEAR) : start]
    if not _DAY.fullmatch(written):
        return False
    if _MONTH_AFTER.match(text, end):
        return True
    return _MONTH_BEFORE.search(before) is not None and not follows.match(text, end)


def of_things(text: str, end: int, units: Collection[str] = ()) -> bool:
    """True where minutes, rooms or the like follow a number that ends at `end`; not those in `units`.

    `units` are words in the singular: "minute".
    """
    found = _THING_AFTER.match(text, end)
    return found is not None and singular(found["thing"]) not in units


def harmless(text: str, start: int, end: int, units: Collection[str], *, follows: re.Pattern[str]) -> bool:
    """True for a number that its own words tell apart from a count of people.

    `units` are those that the team counts in: their numbers are counts. `follows` is what stands after
    counts only: "came".
    """
    before = text[max(0, start - _NEAR) : start]
    if labelled(text, start, end) or dated(text, start, end, follows=follows) or of_things(text, end, units):
        return True
    if _MONEY.search(before):
        return "dollar" not in units
    if _LIST_MARK.search(before) and _AFTER_MARK.match(text, end):
        return True
    small = text[start:end].isdigit() and int(text[start:end]) <= _MOST_IN_A_SUBJECT
    return small and _SUBJECT.search(before) is not None and not follows.match(text, end)


def singular(word: str) -> str:
    """A word without the ending of its plural, for comparing: "minutes" and "minute" are one."""
    return re.sub(r"(?<=ss)es$|(?<=ch)es$|(?<!s)s$", "", word.lower())
