"""What an outsider can work out from a protected table, by integer programming.

Shares no code with disclosure. Unknown are the cells. Each shown entry is an equation between them. The
ranges that are left for the hidden entries come from scipy's solver.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

Cells = Sequence[int] | Sequence[Sequence[int]]


@dataclass(frozen=True)
class Truth:
    """A table with its margins, all in one row: cells, row totals, column totals, grand total.

    `counts` has a row of ones and zeros for each entry: which cells it counts.
    """

    cells: Cells
    smallest: int = 10
    zeros_public: bool = False

    @cached_property
    def counts(self) -> np.ndarray:
        if not isinstance(self.cells[0], Sequence):
            return np.vstack([np.eye(len(self.cells), dtype=int), np.ones((1, len(self.cells)), dtype=int)])
        height, width = len(self.cells), len(self.cells[0])
        places = np.arange(height * width).reshape(height, width)
        groups = [*places.flatten().reshape(-1, 1), *places, *places.T, places.flatten()]
        return np.array([np.isin(places.flatten(), group) for group in groups], dtype=int)

    @cached_property
    def values(self) -> list[int]:
        flat = list(chain.from_iterable(self.cells)) if isinstance(self.cells[0], Sequence) else self.cells
        return [int(value) for value in self.counts @ np.array(flat)]

    @cached_property
    def small(self) -> frozenset[int]:
        """The entries that must never be shown or worked out."""
        least = 1 if self.zeros_public else 0
        return frozenset(at for at, value in enumerate(self.values) if least <= value < self.smallest)

    @cached_property
    def others(self) -> frozenset[int]:
        """The entries that may be hidden to protect small ones."""
        return frozenset(at for at, value in enumerate(self.values) if value >= self.smallest)

    def range_of(self, cells: np.ndarray, hidden: frozenset[int], least: int = 0) -> tuple[float, float]:
        """The least and the most that the cells (weights) can come to, for all that is shown.

        The most is infinite where nothing bounds it. `least` is known of every cell that is not zero.
        """
        shown = [at for at in range(len(self.values)) if at not in hidden]
        values = np.array(self.values)
        equations = LinearConstraint(self.counts[shown], values[shown], values[shown]) if shown else ()
        floors = [min(least, value) for value in self.values[: self.counts.shape[1]]]
        ends = []
        for sign in (1, -1):
            answer = milp(
                sign * cells, constraints=equations, bounds=Bounds(floors), integrality=np.ones(len(cells))
            )
            ends.append(sign * round(answer.fun) if answer.status == 0 else sign * -np.inf)
        return ends[0], ends[1]

    def recovered(self, hidden: frozenset[int], lowest: int = 1) -> str | None:
        """What an outsider learns too much of, in words; None where nothing is.

        `lowest` is the lower end of the band of small numbers.
        """
        if not self.small <= hidden:
            return f"small numbers are shown: {sorted(self.small - hidden)}"
        highs = {}
        for at in sorted(self.small):
            low, highs[at] = self.range_of(self.counts[at], hidden)
            if low > lowest or highs[at] < self.smallest - 1:
                return f"entry {at} is {low} to {highs[at]}"
            if self.zeros_public:
                low, high = self.range_of(self.counts[at], hidden, least=1)
                known = sum(
                    value > 0 for value in np.array(self.values[: self.counts.shape[1]])[self.counts[at] > 0]
                )
                if low > known or high < max(self.smallest - 1, known + 1):
                    return f"entry {at} is {low} to {high}, knowing that nothing hidden is zero"
        for one, other in combinations([at for at in highs if highs[at] < self.smallest], 2):
            both = self.counts[one] + self.counts[other]
            if both.max() == 1 and self.values[one] + self.values[other] < self.smallest:
                low, high = self.range_of(both, hidden)
                if low == high:
                    return f"entries {one} and {other} are {low} together"
        return None

    def fewest(self, lowest: int = 1) -> int:
        """The size of the smallest set of entries whose hiding keeps everything: by trying all sets."""
        useless: list[frozenset[int]] = []  # large sets that do not do: then no part of one does
        for size in range(len(self.others) + 1):
            for more in map(frozenset, combinations(sorted(self.others), size)):
                if any(more <= one for one in useless):
                    continue
                if self.recovered(self.small | more, lowest) is None:
                    return len(self.small) + size
                useless.append(self._widened(more, lowest))
        raise AssertionError("Hiding everything is always enough.")

    def _widened(self, more: frozenset[int], lowest: int) -> frozenset[int]:
        for at in sorted(self.others - more):
            if self.recovered(self.small | more | {at}, lowest) is not None:
                more |= {at}
        return more
