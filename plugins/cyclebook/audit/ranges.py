"""What is still possible: the range of each unknown whole number under everything that is known of it.

Unknowns have bounds, and sums of them lie between bounds. First bounds are drawn from sum to unknown and
back until nothing moves; then a simplex in exact arithmetic finds the least and the greatest
value of each, which for sums of whole numbers the first step alone does not.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from math import ceil, floor
from typing import Any

from cyclebook.audit.simplex import Corner, Tableau, TooMuchWork

Key = Hashable
_MOST_UNKNOWNS = 80
_MOST_BRANCHES = 60
_MOST_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Sum:
    """`least` ≤ sum of the terms ≤ `most`; `how` says where a reader finds it."""

    terms: Mapping[Any, int]
    least: int
    most: int
    how: str = ""


@dataclass(frozen=True, slots=True)
class Possible:
    """The values an unknown can still have; `most` is None where there is no limit.

    `exact` is False where the search was cut short: the true range may be narrower.
    """

    least: int
    most: int | None
    exact: bool = True

    @property
    def size(self) -> int | None:
        """How many values are left; None for endlessly many."""
        return None if self.most is None else self.most - self.least + 1


class Contradiction(Exception):  # noqa: N818 - not an error: the statements are not about the same thing
    """No numbers agree with everything that was read."""


@dataclass(slots=True)
class Unknowns:
    """Unknown whole numbers, their bounds, and the sums that tie them."""

    bounds: dict[Key, tuple[int, int | None]] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)

    def groups(self) -> Iterable[tuple[list[Key], list[Sum]]]:
        """Unknowns that hang together through sums, with those sums; known ones tie nothing."""
        above: dict[Key, Key] = {key: key for key in self.bounds}

        def top(key: Key) -> Key:
            while above[key] != key:
                above[key] = above[above[key]]
                key = above[key]
            return key

        for one in self.sums:
            open_keys = [key for key in one.terms if not self._fixed(key)]
            for key in open_keys[1:]:
                above[top(key)] = top(open_keys[0])
        members: dict[Key, list[Key]] = defaultdict(list)
        for key in self.bounds:
            members[top(key)].append(key)
        sums: dict[Key, list[Sum]] = defaultdict(list)
        for one in self.sums:
            open_keys = [key for key in one.terms if not self._fixed(key)]
            if open_keys:
                sums[top(open_keys[0])].append(one)
        for first, keys in members.items():
            yield keys, sums[first]

    def _fixed(self, key: Key) -> bool:
        least, most = self.bounds[key]
        return least == most

    def possible(self, keys: list[Key], sums: list[Sum], wanted: Iterable[Key]) -> dict[Key, Possible]:
        """The ranges of the `wanted` unknowns of one group. Raises Contradiction."""
        known = {key: self.bounds[key] for one in sums for key in one.terms}
        known.update((key, self.bounds[key]) for key in keys)
        narrowed = narrow(known, sums)
        found = {}
        search = _Search(known, narrowed, sums) if len(keys) <= _MOST_UNKNOWNS and len(sums) > 1 else None
        for key in wanted:
            least, most = narrowed[key]
            if least == most or not sums:
                found[key] = Possible(least, most)
            elif len(sums) == 1:
                found[key] = Possible(least, most)  # with one sum, the first step is exact
            elif search is None:
                found[key] = Possible(least, most, exact=False)
            else:
                found[key] = search.range_of(key, least, most)
        return found


def narrow(
    bounds: Mapping[Key, tuple[int, int | None]], sums: Iterable[Sum]
) -> dict[Key, tuple[int, int | None]]:
    """Bounds drawn from sum to unknown and back until nothing moves. Raises Contradiction."""
    now = dict(bounds)
    sums = list(sums)
    for _ in range(_MOST_ROUNDS):
        moved = False
        for one in sums:
            moved = _narrow_by(now, one) or moved
        if not moved:
            break
    return now


def _narrow_by(now: dict[Key, tuple[int, int | None]], one: Sum) -> bool:
    """Narrow each term of one sum by all the others; True where a bound moved."""
    low, high, free_low, free_high = 0, 0, 0, 0
    for key, times in one.terms.items():
        least, most = _times(now[key], times)
        low, free_low = (low, free_low + 1) if least is None else (low + least, free_low)
        high, free_high = (high, free_high + 1) if most is None else (high + most, free_high)
    moved = False
    for key, times in one.terms.items():
        least, most = now[key]
        own_low, own_high = _times(now[key], times)
        others_low = _rest(low, free_low, own_low)
        others_high = _rest(high, free_high, own_high)
        top = None if others_low is None else one.most - others_low
        bottom = None if others_high is None else one.least - others_high
        if times < 0:
            top, bottom = (None if bottom is None else -bottom), (None if top is None else -top)
        size = abs(times)
        if bottom is not None and -(-bottom // size) > least:
            least, moved = -(-bottom // size), True
        if top is not None and (most is None or top // size < most):
            most, moved = top // size, True
        if most is not None and least > most:
            raise Contradiction
        if (least, most) != now[key]:
            now[key] = (least, most)
            new_low, new_high = _times(now[key], times)
            low, free_low = _swap(low, free_low, own_low, new_low)
            high, free_high = _swap(high, free_high, own_high, new_high)
    if (not free_low and low > one.most) or (not free_high and high < one.least):
        raise Contradiction
    return moved


def _times(bounds: tuple[int, int | None], times: int) -> tuple[int | None, int | None]:
    least, most = bounds
    scaled = None if most is None else most * times
    return (least * times, scaled) if times > 0 else (scaled, least * times)


def _rest(total: int, free: int, own: int | None) -> int | None:
    if own is None:
        return total if free == 1 else None
    return None if free else total - own


def _swap(total: int, free: int, old: int | None, new: int | None) -> tuple[int, int]:
    total, free = (total, free - 1) if old is None else (total - old, free)
    return (total, free + 1) if new is None else (total + new, free)


class _Search:
    """The exact range of single unknowns in one group of sums."""

    def __init__(
        self,
        bounds: Mapping[Key, tuple[int, int | None]],
        narrowed: Mapping[Key, tuple[int, int | None]],
        sums: list[Sum],
    ) -> None:
        self._fixed = {key: least for key, (least, most) in narrowed.items() if least == most}
        self._keys = [key for key in bounds if key not in self._fixed]
        self._limited = {key for key in self._keys if bounds[key][1] is not None}
        self._bounds = {key: narrowed[key] for key in self._keys}
        self._sums = sums
        self._tableau: Tableau | None
        try:
            self._tableau = self._made(self._bounds)
        except TooMuchWork:
            self._tableau = None

    def range_of(self, key: Key, least: int, most: int | None) -> Possible:
        """The least and greatest value; the given bounds where the search is cut short."""
        if self._tableau is None:
            return Possible(least, most, exact=False)
        if not self._tableau.feasible:
            raise Contradiction
        try:
            top, bottom = self._best(key, 1), self._best(key, -1)
        except TooMuchWork:
            return Possible(least, most, exact=False)
        return Possible(bottom if bottom is not None else least, top)

    def _made(self, bounds: Mapping[Key, tuple[int, int | None]]) -> Tableau:
        """The sums as equations; unknowns count from their least values, and loose sums have slack."""
        column = {key: index for index, key in enumerate(self._keys)}
        width = len(self._keys)
        rows: list[dict[int, int]] = []
        rights: list[int] = []
        for one in self._sums:
            row = {column[key]: times for key, times in one.terms.items() if key in column}
            shift = sum(
                times * (self._fixed[key] if key in self._fixed else bounds[key][0])
                for key, times in one.terms.items()
            )
            if one.least != one.most:
                row[width] = 1
                rows.append({width: 1, width + 1: 1})
                rights.append(one.most - one.least)
                width += 2
            rows.append(row)
            rights.append(one.most - shift)
        for key in self._keys:
            least, most = bounds[key]
            if most is not None and (key in self._limited or bounds is not self._bounds):
                rows.append({column[key]: 1, width: 1})
                rights.append(most - least)
                width += 1
        return Tableau(rows, rights, width)

    def _best(self, key: Key, sign: int) -> int | None:
        """The greatest (sign 1) or least (sign -1) whole value of an unknown; None without a limit."""
        index, best = self._keys.index(key), None
        waiting = [self._bounds]
        for branch in range(_MOST_BRANCHES):
            if not waiting:
                break
            bounds = waiting.pop()
            tableau = self._tableau if branch == 0 else self._made(bounds)
            if tableau is None or not tableau.feasible:
                continue
            corner = tableau.greatest(index, sign)
            if corner is None:
                return None
            value = bounds[key][0] + corner.value
            value = floor(value) if sign > 0 else ceil(value)
            if best is not None and sign * value <= sign * best:
                continue
            broken = self._broken(corner)
            if broken is None:
                best = value
                continue
            other = self._keys[broken]
            least, most = bounds[other]
            middle = floor(least + corner.at[broken])
            waiting.append({**bounds, other: (least, middle)})
            waiting.append({**bounds, other: (middle + 1, most)})
        if waiting or best is None:
            raise TooMuchWork
        return best

    def _broken(self, corner: Corner) -> int | None:
        """The first unknown that is not whole at a corner."""
        return next(
            (index for index in range(len(self._keys)) if not isinstance(corner.at[index], int)), None
        )
