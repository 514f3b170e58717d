"""What a release tells of students and families, as a list of facts with addresses.

Pages, charts, tables, feeds and downloads take their numbers from published cohorts and their
storyboards, so a fact is noted once, there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from cyclebook.published import (
    Absent,
    Against,
    Band,
    Form,
    Number,
    PublishedCohort,
    PublishedNetwork,
    RunSays,
    Status,
)


class Kind(StrEnum):
    """What a fact is: a count of a group, any other number, a band, a word such as "met", or withheld."""

    COUNT = "count"
    NUMBER = "number"
    BAND = "band"
    WORD = "word"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One fact: `37/52` (count), `67%` (number), `70-75/52` (band), `met` (word), `policy` (withheld).

    `address` is the page and the place in its facts: "cohorts/2026-spring/marlow-creek/goal/result".
    """

    address: str
    kind: Kind
    value: str


POLICY = "policy"
COHORT_FACTS = frozenset({POLICY, "comparisons", "distributions"})
"""What is told of a cohort itself, beside its storyboards."""
_TOLD_ELSEWHERE = frozenset({"latest", "weeks", "reading", "interval", "withheld"})
"""What repeats a fact of a goal or a series, or follows from it."""
_KEYS = ("id", "week", "letter", "name", "what", "title", "measure")
"""What an item of a list is called in an address, the first that it has."""


def facts_of(network: PublishedNetwork) -> tuple[Fact, ...]:
    """Every fact of what is published, sorted by address."""
    found = (fact for cohort in network.cohorts for fact in _of_cohort(cohort))
    return tuple(sorted(set(found)))


def _of_cohort(cohort: PublishedCohort) -> Iterator[Fact]:
    home = f"cohorts/{cohort.slug}"
    yield Fact(f"{home}/{POLICY}", Kind.WORD, cohort.policy)
    for name in COHORT_FACTS - {POLICY}:
        yield from _below(getattr(cohort, name), f"{home}/{name}")
    for storyboard in cohort.storyboards:
        yield from _below(storyboard, f"{home}/{storyboard.slug}")


def _below(value: object, address: str) -> Iterator[Fact]:
    fact = _fact(value, address)
    if fact is not None:
        yield fact
    elif isinstance(value, tuple):
        yield from _items(value, address)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _TOLD_ELSEWHERE:
                yield from _below(getattr(value, field.name), f"{address}/{field.name}")


def _items(items: tuple[object, ...], address: str) -> Iterator[Fact]:
    """Items by their names; of those with one name, and of those without, by their number too."""
    used: set[str] = set()
    for number, item in enumerate(items, 1):
        key = next((str(one) for key in _KEYS if (one := getattr(item, key, None)) is not None), str(number))
        key = f"{key}-{number}" if key in used else key
        used.add(key)
        yield from _below(item, f"{address}/{key}")


def _fact(value: object, address: str) -> Fact | None:
    match value:
        case Number(form=Form.COUNT, of=int() as size):
            return Fact(address, Kind.COUNT, f"{value.plain}/{size}")
        case Number():
            return Fact(address, Kind.NUMBER, value.plain + ("%" if value.form is Form.PERCENT else ""))
        case Band():
            return Fact(
                address, Kind.BAND, f"{value.low}-{value.high}" + (f"/{value.of}" if value.of else "")
            )
        case Absent() if value.withheld:
            return Fact(address, Kind.WITHHELD, value.because.name.lower().replace("_", "-"))
        case Status() | RunSays() | Against():
            return Fact(address, Kind.WORD, value.value)
        case _:
            return None
