"""Whether a release may go out beside all that was published before it.

Two questions about every address. Would this release show what an earlier one withheld? Then it
is refused. Did an earlier release show what this one withholds? Then the harm is done, and a person must
know. A number that contradicts what was shown before is another number: nothing follows from it.

What was withheld and has been shown since, as a hub may decide, is withheld no longer. So the hub's
word is needed for one release, and need not stay.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import PurePosixPath

from cyclebook.building.ledger.entries import Entry, Ledger
from cyclebook.building.ledger.facts import COHORT_FACTS, POLICY, Fact, Kind
from cyclebook.disclosure.bands import FEWEST_COUNTS, counts_in
from cyclebook.model.problem import Place, Problem

_NAMED = 3
_UNKNOWN, _SMALL, _STRICT = "unknown-group", "small-group", "strict"
_TABLES = frozenset({"groups", "comparison", "comparisons", "distributions"})
"""Facts whose neighbours can give them away."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`refused`: what must not go out. `breaches`: what went out before and is withheld now.

    `breached` are the addresses of the breaches, for the ledger once a person has seen them.
    """

    refused: tuple[Problem, ...] = ()
    breaches: tuple[Problem, ...] = ()
    breached: tuple[str, ...] = ()

    @property
    def stops(self) -> bool:
        """True where the release must not go out as it is."""
        return bool(self.refused or self.breaches)


def judge(
    ledger: Ledger,
    facts: Iterable[Fact],
    teams: PurePosixPath,
    opened: Mapping[str, date] | None = None,
    *,
    as_of: date,
) -> Verdict:
    """The facts of a release as of a day beside all earlier ones; problems name files below `teams`.

    `opened` has cohorts whose hub has decided that what was withheld of them up to a day, that day
    included, may now be known. A day that has not come opens nothing: it would open what nobody has
    thought of yet.
    """
    told = sorted(set(facts))
    policies = {fact.address: fact.value for fact in told if _is_policy(fact)}
    today = max([as_of, *(one.day for one in ledger.entries)])
    until = {cohort: day for cohort, day in (opened or {}).items() if day <= today}
    revealing: dict[str, date] = {}
    breached: list[str] = []
    for fact in told:
        cohort = _cohort(fact.address)
        policy = f"cohorts/{cohort}/{POLICY}"
        before = ledger.latest(policy)
        strict = before is not None and before.value == policies.get(policy) == _STRICT
        earlier = ledger.by_address.get(fact.address, ())
        if any(_shown_before(one.fact, fact) for one in _unseen(earlier)):
            breached.append(fact.address)
        days = [
            one.day
            for one in _still_held_back(earlier)
            if one.day > until.get(cohort, date.min) and _reveals(one.fact, fact, strict=strict)
        ]
        if days:
            revealing[fact.address] = max(days)
    return Verdict(
        tuple(_refusals(revealing, teams)),
        tuple(_breach(Place(file), named) for file, named, _ in _by_file(breached, teams)),
        tuple(breached),
    )


def _is_policy(fact: Fact) -> bool:
    return fact.kind is Kind.WORD and fact.address.endswith(f"/{POLICY}")


def _unseen(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries after the last one that says that a person has seen the breach."""
    last = max((index for index, one in enumerate(entries) if one.seen), default=-1)
    return entries[last + 1 :]


def _still_held_back(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """The entries that no later exact number of the same place has opened.

    Later is what stands below, and has no earlier day: a merge may have turned lines round.
    """
    told = [one for one in entries if not one.seen]
    for index, one in enumerate(told):
        if not any(one.day <= later.day and _opens(later.fact, one.fact) for later in told[index + 1 :]):
            yield one


def _opens(later: Fact, held_back: Fact) -> bool:
    """True where an exact number went out that told what was held back; another number opens nothing."""
    return later.kind in (Kind.COUNT, Kind.NUMBER) and _reveals(held_back, later, strict=False)


def _reveals(old: Fact, new: Fact, *, strict: bool) -> bool:
    """True where `new` shows what was withheld before, or told as a band; `strict` then and now."""
    if new.kind in (Kind.WITHHELD, Kind.WORD) or old == new:
        return False
    if old.kind is Kind.WITHHELD:
        # A size that is known at last, a group that has grown, and a count that was small and is no longer
        # tell nothing of what was withheld. In a table they do: what is shown later hid its neighbours.
        if _in_table(new):
            return old.value != _UNKNOWN
        return old.value not in (_UNKNOWN, _SMALL) and not (strict and new.kind is Kind.BAND)
    return old.kind is Kind.BAND and _narrows(old, new)


def _in_table(fact: Fact) -> bool:
    return not _TABLES.isdisjoint(fact.address.split("/")[2:4])


def _narrows(band: Fact, new: Fact) -> bool:
    """True where a band and another fact of the same number leave fewer counts than a band must."""
    low, high, size = _band(band)
    if new.kind is not Kind.BAND:
        share = _share(new)
        return share is None or low <= share <= high
    other_low, other_high, other_size = _band(new)
    if size is not None and size == other_size:
        first, last = counts_in((low, high), size)
        other_first, other_last = counts_in((other_low, other_high), size)
        return 0 < min(last, other_last) - max(first, other_first) + 1 < FEWEST_COUNTS
    smallest = min((one for one in (size, other_size) if one is not None), default=None)
    overlap = min(high, other_high) - max(low, other_low)
    return smallest is not None and overlap > 0 and overlap * smallest < FEWEST_COUNTS * 100


def _shown_before(old: Fact, new: Fact) -> bool:
    """True where `old` told more of the number that `new` withholds or tells as a band."""
    if old.kind in (Kind.WITHHELD, Kind.WORD):
        return False
    if new.kind is Kind.WITHHELD:
        return True
    return new.kind is Kind.BAND and old.kind is not Kind.BAND and _narrows(new, old)


def _share(fact: Fact) -> Fraction | None:
    """A count or a percentage as percent; None for a number that is neither."""
    if fact.kind is Kind.COUNT:
        count, _, size = fact.value.partition("/")
        return Fraction(count) * 100 / int(size)
    return Fraction(fact.value.removesuffix("%")) if fact.value.endswith("%") else None


def _band(fact: Fact) -> tuple[int, int, int | None]:
    edges, _, size = fact.value.partition("/")
    low, _, high = edges.partition("-")
    return int(low), int(high), int(size) if size else None


def _refusals(revealing: Mapping[str, date], teams: PurePosixPath) -> Iterator[Problem]:
    """One problem for each file. The day is that of its cohort, for which one word is said."""
    last: dict[str, date] = {}
    for address, day in revealing.items():
        last[_cohort(address)] = max(day, last.get(_cohort(address), day))
    for file, named, cohort in _by_file(revealing, teams):
        yield _refusal(Place(file), named, last[cohort])


def _by_file(addresses: Iterable[str], teams: PurePosixPath) -> Iterator[tuple[PurePosixPath, str, str]]:
    """The files of some facts, sorted, each with its first few facts in words, and with its cohort."""
    by_file: dict[tuple[PurePosixPath, str], list[str]] = {}
    for address in addresses:
        file, fact = _file_of(address, teams)
        by_file.setdefault((file, _cohort(address)), []).append(fact)
    for (file, cohort), facts in sorted(by_file.items()):
        more = f" and {len(facts) - _NAMED} more" if len(facts) > _NAMED else ""
        yield file, ", ".join(facts[:_NAMED]) + more, cohort


def _cohort(address: str) -> str:
    return address.split("/")[1]


def _file_of(address: str, teams: PurePosixPath) -> tuple[PurePosixPath, str]:
    """The file that a fact comes from, and what the fact is called in it."""
    _, cohort, place, *rest = address.split("/")
    if place in COHORT_FACTS:
        return teams / cohort / "cohort.md", "/".join([place, *rest])
    return teams / cohort / f"{place}.md", "/".join(rest)


def _refusal(place: Place, facts: str, last: date) -> Problem:
    return Problem(
        "reveals-withheld",
        place,
        f"This release would show what an earlier one withheld: {facts}.",
        "Go back to the policy and the rows of the earlier release. Where the hub decides that what was "
        "withheld up to that day may now be known, write under privacy, in approved: "
        f"earlier: {last.isoformat()}",
    )


def _breach(place: Place, facts: str) -> Problem:
    return Problem(
        "shown-before",
        place,
        f"An earlier release already shows what this one withholds: {facts}.",
        "Copies of the earlier release may exist. Tell whoever answers for privacy, and have old copies "
        "taken down. Then build once with --breaches-seen",
    )
