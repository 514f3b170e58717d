"""Sentences and cells that tell exact counts of people where the policy allows ranges only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cyclebook.audit.amounts import Amount, Count, Range, Share, counts_of, whole
from cyclebook.audit.grid import Grid
from cyclebook.audit.naming import size_of

_PEOPLE = (
    r"(?:students?|children|child|families|family|parents?|guardians?|learners?|kids?|pupils?|readers?|boys?|girls?|"
    r"seniors?|freshmen|sophomores?|juniors|\w*graders?|kindergart(?:e?ners?|eners)|newcomers?|toddlers?|siblings?|"
    r"youths?|teenagers?|households?)"
)
_SMALL_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ADJECTIVES = (
    r"(?:(?!weeks?\b|days?\b|teams?\b|times\b|tests?\b|or\b|to\b|and\b|in\b|of\b|per\b|points?\b)"
    r"[a-z-]+\s+){0,2}"
)
_SHARE = re.compile(
    rf"(?<![\w.,%/–-])(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}})\s+(?:out\s+)?of\s+(?:the\s+|our\s+|all\s+|these\s+)?"
    rf"(?P<size>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}})\s+{_ADJECTIVES}{_PEOPLE}\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"(?<![\w.,–-])(?P<percent>\d{{1,3}}(?:\.\d{{1,6}})?)\s?(?:%|percent\b)\s+of\s+(?:the\s+|our\s+|all\s+|these\s+)?"
    rf"(?P<size>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}})\s+{_ADJECTIVES}{_PEOPLE}\b",
    re.IGNORECASE,
)
_FEW = re.compile(
    rf"(?<![\w.,:/–-])(?P<count>[1-9]|{'|'.join(_SMALL_WORDS)})\s+{_ADJECTIVES}{_PEOPLE}\b", re.IGNORECASE
)
_LOOSE = re.compile(
    r"(?:fewer than|less than|more than|at least|at most|over|under|up to|about|around|nearly|almost|every|"
    r"groups? of|pairs? of|grades?|weeks?|rooms?|tests?|figure|table|to|or|–|-|level|half|in|no|the)\s+$",
    re.IGNORECASE,
)
_BEFORE_BAND = re.compile(r"(?:over\s+|≤\s?|≥\s?|to\s+|–\s?|-\s?)$", re.IGNORECASE)
_AFTER_BAND = re.compile(r"\s*(?:or less|or more)", re.IGNORECASE)
_THINGS = re.compile(
    r"\b(?:staff|teachers?|adults?|tutors?|coach(?:es)?|principals?|counselors?|aides?|employees|teams?|schools?|storyboards?|"
    r"weeks?|days?|lessons?|posts?|rooms?|classes|classrooms?|meals?|minutes?|hours?|calls?|letters?|visits?|meetings?|tests?|"
    r"ideas?|measures?|districts?|servers?|backups?|books?|cards?|buses|stations?|weekly data)\b",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(rf"\b{_PEOPLE}\b", re.IGNORECASE)
_SMALLEST = 10
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Exact:
    """An exact number that stands in words: a code, what it tells, and the words around it."""

    code: str
    what: str
    words: str


def exact_counts(text: str) -> Iterator[Exact]:
    """Counts and percentages of people that a text tells exactly."""
    for found in _SHARE.finditer(text):
        count, size = whole(found["count"]), whole(found["size"])
        if count <= size:
            yield Exact("exact-count", _told(count, size), found[0])
    for found in _PERCENT.finditer(text):
        before, size = text[max(0, found.start() - 8) : found.start()], whole(found["size"])
        if _BEFORE_BAND.search(before) or size > 10**7:
            continue
        yield Exact(
            "share-is-a-count",
            f"{found['percent']}% of {size} is told exactly: the percentage gives the count.",
            found[0],
        )
    for found in _FEW.finditer(text):
        before = text[max(0, found.start() - 14) : found.start()]
        if not _LOOSE.search(before):
            yield Exact(
                "small-count", f"A count below 10 stands beside a word for people: “{found[0]}”.", found[0]
            )


def _told(count: int, size: int) -> str:
    for told in (count, size - count):
        if told < _SMALLEST:
            return f"An exact count is told: {count} of {size}, so {told} on one side."
    return f"An exact count is told: {count} of {size}."


def exact_cells(grid: Grid, sizes: set[int]) -> Iterator[tuple[int, int, str, str]]:
    """Cells with exact counts or shares of people: row, column, code and what they tell.

    `sizes` are the sizes of the groups that the page speaks of: a count of as many is one of people.
    """
    banded = {
        index for one in grid.cells if isinstance(one.said, Range) for index in (one.column, -1 - one.row)
    }
    for cell in grid.cells:
        label, row = grid.columns[cell.column], grid.rows[cell.row]
        if (
            isinstance(cell.said, Amount | Range)
            or grid.size_column(cell.column)
            or not grid.adds(cell.column)
        ):
            continue
        about = f"{label} {grid.measures[cell.row] or ''} {'' if row.isdigit() else row}"
        size = size_of(grid, cell.row, cell.column, cell.said)
        people = bool(_OF_PEOPLE.search(about)) or size in sizes
        things = bool(_THINGS.search(about))
        if isinstance(cell.said, Share) and size and (people or not things):
            left = counts_of(cell.said, size)
            if len(left) < _FEWEST:
                yield (
                    cell.row,
                    cell.column,
                    "share-is-a-count",
                    (
                        f"{cell.said.percent}% of a group of {size} can only be "
                        f"{' or '.join(map(str, left)) or 'nothing'}."
                    ),
                )
        elif isinstance(cell.said, Count):
            whole_group = cell.said.size is not None and (people or not things)
            among_ranges = cell.said.size is None and bool(banded & {cell.column, -1 - cell.row})
            if whole_group or (among_ranges and people):
                yield (
                    cell.row,
                    cell.column,
                    "exact-count",
                    (
                        _told(cell.said.value, cell.said.size)
                        if cell.said.size
                        else f"An exact count is told: {cell.said.value}."
                    ),
                )
