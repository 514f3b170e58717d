"""Counts that travel in sentences: "19 of 50", "38%", "five students", a number that a team entered.

Numbers are held back in tables in vain where a text carries them. Both the storyboard's own
words and an article about it are read with what stands here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cyclebook.model.amounts import Amount
from cyclebook.model.block import Block
from cyclebook.model.goal import GoalKind
from cyclebook.model.privacy import SMALLEST_GROUP
from cyclebook.model.storyboard import StoryboardFile

_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    *("twenty", "thirty", "forty", "fifty"),
)
_NUMBERS = {word: number if number <= 20 else (number - 18) * 10 for number, word in enumerate(_WORDS)}
_NUMBER = rf"(?:[0-9]{{1,9}}|{'|'.join(_WORDS)})"
_PEOPLE = (
    r"(?:students?|children|child|families|family|parents?|learners?|kids?|pupils?|readers?|boys?|girls?|"
    r"seniors?|\w*graders?|kindergartn?e?n?ers?|newcomers?)"
)
_SHARE = re.compile(
    rf"\b(?P<count>{_NUMBER})(?:\s+(?:out\s+)?of\s+(?:the\s+|these\s+|our\s+|all\s+)?|\s*/\s*)(?P<size>{_NUMBER})\b",
    re.IGNORECASE,
)
_OF_THINGS = re.compile(
    r"\s+(?:(?!and\b|or\b|but\b|in\b|on\b)[a-z-]+\s+)?"
    r"(?:minutes?|hours?|days?|weeks?|months?|years?|lessons?|class(?:es)?|periods?|meetings?|sessions?|"
    r"visits?|check-ins?|rooms?|tables?|bus(?:es)?|schools?|teams?|teachers?|staff|tests?|cycles?|ideas?|"
    r"steps?|questions?|problems?|tasks?|units?|chapters?|books?|pages?|drivers?|events?)\b",
    re.IGNORECASE,
)
"""What stands after a share of no people: "3 of 8 (short) lessons"."""
_PERCENT = re.compile(r"(?P<percent>[0-9]{1,9}(?:\.[0-9]{1,6})?)\s{0,9}(?:%|per\s?cent\b)", re.IGNORECASE)
_PERSONS = re.compile(rf"\b(?P<count>{_NUMBER})\s+(?:[a-z-]+\s+){{0,2}}{_PEOPLE}\b", re.IGNORECASE)
_BARE = re.compile(r"(?<![\w.:/-])([0-9]+(?:\.[0-9]+)?)(?![\w:/-]|\.[0-9])")
_LABEL = re.compile(
    r"(?:weeks?|grades?|rooms?|periods?|days?|bus(?:es)?|tests?|steps?|pages?|exhibits?)\s+(?:[0-9]+\s*(?:,|and|to|or|–)\s*)*$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"\s+{_MONTH}", re.IGNORECASE)
_NEAR = 60
_TIME_AFTER = re.compile(r"[\s-]+(?P<unit>minute|hour|day|week|month|year)s?\b", re.IGNORECASE)


def holds_count(text: str, raw: frozenset[Decimal]) -> bool:
    """True where a text tells how many: of a group, of people, or one of the numbers in `raw`."""
    if _SHARE.search(text) or _PERCENT.search(text) or _PERSONS.search(text):
        return True
    return any(Decimal(found[1]) in raw and not _labelled(found, text) for found in _BARE.finditer(text))


def holds_share_of_few(text: str) -> bool:
    """True where a text tells a part of fewer than ten people: "3 of 8 came", but not "3 of 8 lessons"."""
    return any(
        _number(found["size"]) < SMALLEST_GROUP and not _OF_THINGS.match(text, found.end())
        for found in _SHARE.finditer(text)
    )


def names_people(unit: str) -> bool:
    """True where a unit names people: "students", "families"; not where it names lessons or days."""
    return (
        re.search(rf"\b(?:{_PEOPLE}|people|persons|adults|staff|teachers?)\b", unit, re.IGNORECASE)
        is not None
    )


def _labelled(found: re.Match[str], text: str) -> bool:
    """True for the number of a week, a grade, a room: "Weeks 4 and 5"."""
    return _LABEL.search(_before(found, text)) is not None


def _before(found: re.Match[str], text: str) -> str:
    """The words before a number, as far back as a label may stand."""
    return text[max(0, found.start() - _NEAR) : found.start()]


def entered_numbers(value: object) -> Iterator[Amount]:
    """Every number that the authors of a storyboard entered."""
    if isinstance(value, Amount):
        yield value
    elif isinstance(value, StoryboardFile):
        yield from entered_numbers(value.storyboard)
        yield from entered_numbers(value.weeks)
    elif isinstance(value, Block):
        yield from entered_numbers([getattr(value, name) for name in type(value).model_fields])
        yield from entered_numbers(list((value.model_extra or {}).values()))
    elif isinstance(value, dict):
        yield from entered_numbers(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from entered_numbers(one)


def entered_sizes(value: object) -> Iterator[int]:
    """Every size of a group that the authors of a storyboard entered, alone or as the 50 of 19/50."""
    if isinstance(value, Amount):
        yield from [value.of] if value.of else []
    elif isinstance(value, StoryboardFile):
        yield from entered_sizes([value.storyboard, *value.weeks])
    elif isinstance(value, Block):
        yield from (size for key in ("of", "among") if isinstance(size := getattr(value, key, None), int))
        yield from entered_sizes([getattr(value, name) for name in type(value).model_fields])
        yield from entered_sizes(list((value.model_extra or {}).values()))
    elif isinstance(value, dict):
        yield from entered_sizes(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from entered_sizes(one)


def sizes_of_people(file: StoryboardFile) -> Iterator[int]:
    """Every size of a group of students or families in a storyboard; not those of staff or lessons."""
    written = file.storyboard
    staff = {one.id for one in written.measures if one.about_staff}
    of_people = [one for one in written.measures if one.id not in staff]
    yield from entered_sizes(written.model_copy(update={"measures": of_people, "weeks": []}))
    yield from entered_sizes([v for row in file.weeks for key, v in row.values.items() if key not in staff])


@dataclass(frozen=True, slots=True)
class TeamCounts:
    """The numbers of one storyboard as an article's words may give them away.

    `percents` are shares that counts come to, as written without or with one decimal place,
    and what is left of the whole. `units` are the units of the numbers: "minutes".
    """

    counts: frozenset[Decimal]
    sizes: frozenset[int]
    percents: frozenset[Decimal]
    units: str

    @classmethod
    def of(cls, file: StoryboardFile, *, sizes_shown: bool) -> "TeamCounts":
        """The numbers of a storyboard, those about staff left out; sizes are counts unless `sizes_shown`."""
        written = file.storyboard
        staff = {one.id for one in written.measures if one.about_staff}
        amounts = [
            *entered_numbers(written.model_copy(update={"measures": [], "weeks": []})),
            *entered_numbers([one for one in written.measures if one.id not in staff]),
            *entered_numbers([v for row in file.weeks for key, v in row.values.items() if key not in staff]),
        ]
        seen = [*written.other_results, *written.follow_up]
        grouped = [written.goal, *written.measures, *written.groups, *seen, *amounts]
        sizes = {one.of for one in grouped if one is not None and one.of}
        shares = written.goal is not None and written.goal.kind in (GoalKind.SHARE, GoalKind.PERCENT)
        percents = {one.value for one in amounts if one.percent or shares}
        counted = {one.value for one in amounts if not one.percent}
        percents |= {count * 100 / size for count in counted for size in sizes if count <= size}
        percents |= {100 - one for one in percents}
        units = [one.unit for one in (written.goal, *written.measures) if one and one.unit]
        return cls(
            frozenset(counted) | frozenset(() if sizes_shown else map(Decimal, sizes)),
            frozenset(sizes),
            frozenset(round(one, places) for one in percents for places in (0, 1)),
            " ".join(units).lower(),
        )

    def told_in(self, text: str) -> re.Match[str] | None:
        """The first place where a text tells one of the numbers; None where there is none."""
        masked = _without_shares(text)
        ways = (self._shares(text), self._percents(text), self._persons(masked), self._bare(masked))
        found = [first for way in ways if (first := next(way, None)) is not None]
        return min(found, key=lambda one: one.start(), default=None)

    def _shares(self, text: str) -> Iterator[re.Match[str]]:
        yield from (one for one in _SHARE.finditer(text) if _number(one["size"]) in self.sizes)

    def _percents(self, text: str) -> Iterator[re.Match[str]]:
        yield from (one for one in _PERCENT.finditer(text) if Decimal(one["percent"]) in self.percents)

    def _persons(self, text: str) -> Iterator[re.Match[str]]:
        yield from (one for one in _PERSONS.finditer(text) if _number(one["count"]) in self.counts)

    def _bare(self, text: str) -> Iterator[re.Match[str]]:
        for found in _BARE.finditer(text):
            if Decimal(found[1]) in self.counts and not _labelled(found, text):
                time = _TIME_AFTER.match(text, found.end())
                of_time = time is not None and time["unit"].lower() not in self.units
                of_month = _MONTH_BEFORE.search(_before(found, text)) or _MONTH_AFTER.match(text, found.end())
                if not (of_time or of_month):
                    yield found


def _number(written: str) -> int:
    return _NUMBERS[written.lower()] if written.lower() in _NUMBERS else int(written)


def _without_shares(text: str) -> str:
    """The text with shares and percents blanked, so that their numbers are not read alone."""
    for one in (_SHARE, _PERCENT):
        text = one.sub(lambda found: "_" * len(found[0]), text)
    return text
