"""Weeks give each other away: running totals tell what came in between, and sizes who came and went."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cyclebook.audit.findings import Finding
from cyclebook.audit.knowledge import Knowledge
from cyclebook.audit.labels import running
from cyclebook.audit.naming import Name
from cyclebook.audit.ranges import Sum
from cyclebook.audit.sums import weeks_of

_MANY = 10**9
_FEWEST_MOVED = 10

Series = dict[int, Name]


def running_totals(known: Knowledge) -> Iterator[Sum]:
    """What a running total adds from one week to the next is that week's number."""
    series = weeks_of(known)
    for (subject, measure, parts, size), totals in series.items():
        base = running(measure)
        if base is None or size:
            continue
        totals = {week: name for week, name in totals.items() if name not in known.conflicting}
        weekly = _weekly(subject, base, parts, series)
        yield from _never_falls(totals)
        if weekly:
            yield from _steps(
                totals, weekly, known, f"the running total “{measure}” of {subject or 'the site'}"
            )


def _weekly(
    subject: str,
    base: str,
    parts: frozenset[str],
    series: dict[tuple[str, str, frozenset[str], bool], Series],
) -> Series | None:
    """The weekly numbers that a running total sums up: by name, or the only ones there are."""
    same = {
        measure: one
        for (whose, measure, which, size), one in series.items()
        if whose == subject and which == parts and not size and running(measure) is None
    }
    if base in same:
        return same[base]
    near = [one for measure, one in same.items() if base and (base in measure or measure in base)]
    if len(near) == 1:
        return near[0]
    return next(iter(same.values())) if len(same) == 1 and not base else None


def _never_falls(totals: Series) -> Iterator[Sum]:
    weeks = sorted(totals)
    for before, after in pairwise(weeks):
        yield Sum({totals[after]: 1, totals[before]: -1}, 0, _MANY, "a running total does not fall")


def _steps(totals: Series, weekly: Series, known: Knowledge, how: str) -> Iterator[Sum]:
    found: list[Sum] = []
    before: int | None = None
    for after in sorted(totals):
        first = 1 if before is None else before + 1
        between = [weekly[week] for week in range(first, after + 1) if week in weekly]
        if between:
            terms = {totals[after]: 1, **dict.fromkeys(between, -1)}
            if before is not None:
                terms[totals[before]] = -1
            if not any(name in known.conflicting for name in terms):
                found.append(Sum(terms, 0, 0, how))
        before = after
    if not any(_false(one, known) for one in found):
        yield from found


def _false(one: Sum, known: Knowledge) -> bool:
    bounds = [known.unknowns.bounds[name] for name in one.terms]
    if any(least != most for least, most in bounds):
        return False
    return sum(times * known.unknowns.bounds[name][0] for name, times in one.terms.items()) != 0


@dataclass(frozen=True, slots=True)
class RosterSize:
    """A group size that stands beside a range: of which measure, in which week, and where."""

    subject: str
    measure: str
    week: str
    size: int
    place: str


def moved_rosters(sizes: list[RosterSize]) -> Iterator[Finding]:
    """Group sizes of one measure that differ by fewer than ten, between weeks or between pages."""
    by_measure: dict[tuple[str, str], dict[int, RosterSize]] = {}
    for one in sizes:
        by_measure.setdefault((one.subject, one.measure), {}).setdefault(one.size, one)
    for told in by_measure.values():
        for small, large in pairwise(sorted(told)):
            if large - small < _FEWEST_MOVED:
                one, other = told[small], told[large]
                yield Finding(
                    "moved-roster",
                    one.place,
                    f"{large - small} of the group came or left: both {small} and {large} are told.",
                    f"The other one stands in {other.place}. "
                    "A size that moves by fewer than 10 stays as it was at the start.",
                )
