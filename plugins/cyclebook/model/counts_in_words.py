"""Counts that travel in sentences: "19 of 50", "38%", "five students", a number that could be a count.

Numbers are held back in tables in vain where a text carries them. Both the storyboard's own
words and an article about it are read with what stands here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cyclebook.model.amounts import Amount
from cyclebook.model.block import Block
from cyclebook.model.goal import Goal, GoalKind
from cyclebook.model.labelled_numbers import THING, dated, harmless, labelled, of_things, singular
from cyclebook.model.number_words import DIGITS, LARGE_WORD, NUMBER, SMALL_WORD, number_of
from cyclebook.model.privacy import SMALLEST_GROUP
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.model.told_people import AFTER_COUNT, PEOPLE, PERSONS, tells_people

_SHARE = re.compile(
    rf"\b(?P<count>{NUMBER})(?:\s+(?:out\s+)?of\s+(?:the\s+|these\s+|our\s+|all\s+|a\s+)?|\s*/\s*)(?P<size>{NUMBER})\b",
    re.IGNORECASE,
)
_ALL_OR_NONE = re.compile(
    rf"\b(?:all|none\s+of)\s+(?:of\s+)?(?:the\s+|these\s+|our\s+)?(?P<size>{NUMBER})\b(?!\s+of\b)",
    re.IGNORECASE,
)
_OF_THINGS = re.compile(
    rf"\s+(?:(?!and\b|or\b|but\b|in\b|on\b)[a-z-]+\s+)?"
    rf"(?:{THING}|visits?|tests?|questions?|problems?|tasks?|units?|books?)\b",
    re.IGNORECASE,
)
"""What stands after a share of no people: "3 of 8 (short) lessons"."""
_PERCENT = re.compile(
    r"(?P<percent>[0-9]{1,9}(?:\.[0-9]{1,6})?)\s{0,9}(?:%|(?:per\s?cent|pct)\b)", re.IGNORECASE
)
_BARE = re.compile(
    rf"(?<![\w^])(?<!\w-)(?<![0-9][:./,])(?P<number>{DIGITS}(?:\.[0-9]{{1,6}})?|{LARGE_WORD})"
    rf"(?:[-–][0-9]{{1,9}})?(?!\w|-\w|[:/][0-9]|\.[0-9])",
    re.IGNORECASE,
)
_SO_MANY_IN = re.compile(rf"\b(?:{SMALL_WORD}|one)\s+in\s+(?:every\s+)?$", re.IGNORECASE)
_NEAR = 30
_ALONE = re.compile(r"(?<![\w.:/-])([0-9]+(?:\.[0-9]+)?)(?![\w:/-]|\.[0-9])")
_UNSAID = re.compile(r"(?<=\])\([^()\s]*\)|https?://\S+|[*_`~]+|(?<=[ \t])[ \t]+")
"""What is not read aloud: addresses, the marks of Markdown, more than one space."""
_TIME_AFTER = re.compile(r"[\s-]+(?P<unit>minute|hour|day|week|month|year)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Countable:
    """Which numbers in a text could be counts of a storyboard: any up to `most` (None: any at all).

    Not whether they are: a text that vanished only beside its own count would tell that count. `units` are
    those that are counted in, as single words: of minutes, where a team counts minutes.
    """

    most: int | None
    units: frozenset[str]

    @classmethod
    def of(cls, written: object, *, sizes_shown: bool) -> "Countable":
        """What could be counted in a storyboard or a block; any number, where its group is not told."""
        blocks = list(_blocks(written))
        open_ended = any("of" in type(one).model_fields and getattr(one, "of", 0) is None for one in blocks)
        means = any(isinstance(one, Goal) and one.kind is GoalKind.MEAN for one in blocks)
        units = " ".join(unit for one in blocks if isinstance(unit := getattr(one, "unit", None), str))
        bounded = sizes_shown and not open_ended and not means
        return cls(
            max(entered_sizes(written), default=None) if bounded else None,
            frozenset(singular(word) for word in re.findall(r"[a-z]+", units.lower())),
        )

    def told_in(self, text: str) -> bool:
        """True where a number stands alone that could be a count."""
        return any(
            self._could_be(found["number"])
            and not harmless(text, *found.span("number"), self.units, follows=AFTER_COUNT)
            and not of_things(text, found.end(), self.units)
            and not _in_so_many(found, text)
            for found in _BARE.finditer(text)
        )

    def _could_be(self, written: str) -> bool:
        return self.most is None or number_of(written.partition(".")[0]) <= self.most


def _in_so_many(found: re.Match[str], text: str) -> bool:
    """True for the ten of "seven in ten": a share, and no number of its own."""
    word = not found["number"][0].isdigit()
    return word and _SO_MANY_IN.search(text[max(0, found.start() - _NEAR) : found.start()]) is not None


def holds_count(text: str, countable: Countable | None, *, predicts: bool = False) -> bool:
    """True where a text tells how many: of a group, of people, or a number that could be a count.

    In a name, where `countable` is None, a number alone is none: "Algebra 1". Where a text `predicts`, a
    fraction is none: "two thirds".
    """
    said = _UNSAID.sub("", text)
    if _SHARE.search(said) or _PERCENT.search(said) or tells_people(said, predicts=predicts):
        return True
    return countable is not None and countable.told_in(said)


def holds_share_of_few(text: str) -> bool:
    """True where a text tells a part of fewer than ten people: "3 of 8 came", but not "3 of 8 lessons"."""
    said = _UNSAID.sub("", text)
    return any(
        number_of(found["size"]) < SMALLEST_GROUP and not _OF_THINGS.match(said, found.end())
        for way in (_SHARE, _ALL_OR_NONE)
        for found in way.finditer(said)
    )


def names_people(unit: str) -> bool:
    """True where a unit names people: "students", "families"; not where it names lessons or days."""
    return (
        re.search(rf"\b(?:{PEOPLE}|people|persons|adults|staff|teachers?)\b", unit, re.IGNORECASE) is not None
    )


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


def _blocks(value: object) -> Iterator[Block]:
    """Every block of a storyboard, with those in it."""
    if isinstance(value, StoryboardFile):
        yield from _blocks([value.storyboard, *value.weeks])
    elif isinstance(value, Block):
        yield value
        yield from _blocks([getattr(value, name) for name in type(value).model_fields])
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _blocks(one)


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
        yield from (one for one in _SHARE.finditer(text) if number_of(one["size"]) in self.sizes)

    def _percents(self, text: str) -> Iterator[re.Match[str]]:
        yield from (one for one in _PERCENT.finditer(text) if Decimal(one["percent"]) in self.percents)

    def _persons(self, text: str) -> Iterator[re.Match[str]]:
        yield from (one for one in PERSONS.finditer(text) if number_of(one["count"]) in self.counts)

    def _bare(self, text: str) -> Iterator[re.Match[str]]:
        for found in _ALONE.finditer(text):
            if Decimal(found[1]) in self.counts and not labelled(text, *found.span(1)):
                time = _TIME_AFTER.match(text, found.end())
                of_time = time is not None and time["unit"].lower() not in self.units
                if not of_time and not dated(text, *found.span(1), follows=AFTER_COUNT):
                    yield found


def _without_shares(text: str) -> str:
    """The text with shares and percents blanked, so that their numbers are not read alone."""
    for one in (_SHARE, _PERCENT):
        text = one.sub(lambda found: "_" * len(found[0]), text)
    return text
