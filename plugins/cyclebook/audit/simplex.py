"""The least and the greatest value of a sum of whole numbers under equations: exact, without rounding.

A small simplex method (Dantzig's tableau, Bland's rule against cycling) in whole numbers and fractions,
with branch and bound where a corner is not whole. Tables with totals have whole corners, so there it
hardly ever branches.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Exact = int | Fraction
Row = Mapping[int, int]

_MOST_PIVOTS = 3_000


class TooMuchWork(Exception):  # noqa: N818 - not an error: the caller keeps the bounds it has
    """The search was cut short."""


@dataclass(frozen=True, slots=True)
class Corner:
    """An optimum: its value, and where it stands."""

    value: Exact
    at: tuple[Exact, ...]


class Tableau:
    """Equations over `width` numbers that are zero or more, brought to a corner that keeps them all."""

    def __init__(self, rows: Sequence[Row], rights: Sequence[int], width: int) -> None:
        self._width = width
        self._rows: list[list[Exact]] = []
        self._basis: list[int] = []
        self._pivots = 0
        for index, (row, right) in enumerate(zip(rows, rights, strict=True)):
            sign = -1 if right < 0 else 1
            dense: list[Exact] = [0] * (width + len(rows) + 1)
            for column, times in row.items():
                dense[column] = sign * times
            dense[width + index] = 1
            dense[-1] = sign * right
            self._rows.append(dense)
            self._basis.append(width + index)
        self.feasible = self._start()

    def greatest(self, column: int, sign: int = 1) -> Corner | None:
        """The corner where `sign` times a column is greatest; None where it grows without end."""
        goal: list[Exact] = [0] * (self._width + 1)
        goal[column] = -sign
        for row, basic in zip(self._rows, self._basis, strict=True):
            if goal[basic]:
                _subtract(goal, row, goal[basic])
        if not self._climb(goal):
            return None
        at: list[Exact] = [0] * self._width
        for row, basic in zip(self._rows, self._basis, strict=True):
            at[basic] = row[-1]
        return Corner(sign * goal[-1], tuple(at))

    def _start(self) -> bool:
        """Drive out the helping columns; False where no numbers keep the equations."""
        count = len(self._rows)
        goal: list[Exact] = [0] * (self._width + count + 1)
        for row in self._rows:
            _subtract(goal, row, 1)
        for index in range(count):
            goal[self._width + index] = 0
        self._climb(goal)
        if goal[-1] != 0:
            return False
        kept: list[tuple[list[Exact], int]] = []
        for index in range(count):
            row = self._rows[index]
            if self._basis[index] >= self._width:
                entering = next((column for column in range(self._width) if row[column]), None)
                if entering is None:
                    continue  # this equation follows from the others
                self._pivot(index, entering, goal)
            kept.append((self._rows[index], self._basis[index]))
        self._rows = [[*row[: self._width], row[-1]] for row, _ in kept]
        self._basis = [basic for _, basic in kept]
        return True

    def _climb(self, goal: list[Exact]) -> bool:
        while True:
            entering = next((column for column in range(self._width) if goal[column] < 0), None)
            if entering is None:
                return True
            leaving, least = -1, None
            for index, row in enumerate(self._rows):
                if row[entering] > 0:
                    ratio = Fraction(row[-1]) / row[entering]
                    if (
                        least is None
                        or ratio < least
                        or (ratio == least and self._basis[index] < self._basis[leaving])
                    ):
                        leaving, least = index, ratio
            if leaving < 0:
                return False
            self._pivot(leaving, entering, goal)

    def _pivot(self, leaving: int, entering: int, goal: list[Exact]) -> None:
        self._pivots += 1
        if self._pivots > _MOST_PIVOTS:
            raise TooMuchWork
        row = self._rows[leaving]
        by = row[entering]
        if by == -1:
            row = [-one for one in row]
        elif by != 1:
            row = [_whole(Fraction(one) / by) for one in row]
        self._rows[leaving] = row
        self._basis[leaving] = entering
        for index, other in enumerate(self._rows):
            if index != leaving and other[entering]:
                _subtract(other, row, other[entering])
        if goal[entering]:
            _subtract(goal, row, goal[entering])


def _subtract(target: list[Exact], row: list[Exact], times: Exact) -> None:
    for column, value in enumerate(row):
        if value:
            left = target[column] - times * value
            target[column] = left if isinstance(left, int) else _whole(left)


def _whole(value: Fraction) -> Exact:
    return value.numerator if value.denominator == 1 else value
