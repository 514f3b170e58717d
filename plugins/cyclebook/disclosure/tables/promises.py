"""What must stay possible to outsiders: of each small entry its whole band, of two more than one sum."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from cyclebook.disclosure.tables.layout import Entry, Layout
from cyclebook.disclosure.tables.outsider import Demand, Outsider


class Promises:
    """The promises about a table's small entries.

    `small` are the entries hidden for their own sake, `others` those that can be hidden to protect them,
    both as bits. A zero that is public is neither. Bands begin at 1, or at zero where `from_zero`.
    """

    def __init__(self, layout: Layout, smallest: int, *, zeros_public: bool, from_zero: bool) -> None:
        self._layout = layout
        self._smallest = smallest
        self._low = 0 if from_zero else min(1, smallest - 1)
        self._unaware = Outsider(layout, 0)
        self._aware = Outsider(layout, 1) if zeros_public else self._unaware
        self._small = [
            at
            for at, entry in enumerate(layout.entries)
            if entry.value < smallest and not (zeros_public and entry.value == 0)
        ]
        self.small = _bits(self._small)
        self.others = _bits(at for at, entry in enumerate(layout.entries) if entry.value >= smallest)
        self._bands = tuple(asked for at in self._small for asked in self._band(at))

    def walls(self, hidden: int) -> set[int]:
        """What breaks a promise while just the entries `hidden` are; empty where all are kept.

        A wall is a set of `others`, as bits: one of them must be hidden too.
        """
        found = {wall for who, demand in self._bands for wall in who.walls(demand, hidden)}
        return {wall & self.others for wall in found or self._sums(hidden)}

    def kept(self, hidden: int) -> bool:
        """True where every promise is kept while just the entries `hidden` are."""
        broken = any(who.walls(demand, hidden) for who, demand in self._bands)
        return not broken and not any(self._sums(hidden))

    def _band(self, at: int) -> Iterator[tuple[Outsider, Demand]]:
        """That an entry may be anything from the lower to the upper end of its band."""
        entry = self._layout.entries[at]
        lowest = max(self._low, self._fewest(entry))
        high = max(self._smallest - 1, lowest + 1)
        yield self._aware, Demand(entry.head, entry.tail, high - entry.value, 1 << at)
        yield self._aware, Demand(entry.tail, entry.head, entry.value - lowest, 1 << at)
        if self._aware is not self._unaware:
            yield self._unaware, Demand(entry.tail, entry.head, entry.value - self._low, 1 << at)

    def _fewest(self, entry: Entry) -> int:
        """The least that an entry can be to the one who is aware that no hidden cell is less than so much."""
        if not self._aware.least:
            return 0
        cells = (one for one in self._layout.entries if not one.margin and one.cells & entry.cells)
        return sum(min(one.value, self._aware.least) for one in cells)

    def _sums(self, hidden: int) -> Iterator[int]:
        """Walls around two entries about different students whose sum is known and small.

        Where each can fill its band, such a sum is one less than `smallest`, and neither can be larger.
        """
        stuck = [at for at in self._small if self._unaware.walls(self._beyond(at), hidden)]
        for one, other in combinations(stuck, 2):
            first, second = self._layout.entries[one], self._layout.entries[other]
            if first.value + second.value < self._smallest and not first.cells & second.cells:
                yield from self._held(first, second, 1 << one | 1 << other, hidden)

    def _beyond(self, at: int) -> Demand:
        entry = self._layout.entries[at]
        return Demand(entry.head, entry.tail, self._smallest - entry.value, 1 << at)

    def _held(self, first: Entry, second: Entry, both: int, hidden: int) -> Iterator[int]:
        """One wall, of all that lets two entries move only one against the other; none where it does not."""
        wall = 0
        for way in _ways_to_move(first, second, both):
            in_the_way = [part for demand in way for part in self._unaware.walls(demand, hidden)]
            if not in_the_way:
                return
            wall |= in_the_way[0]
        yield wall


def _ways_to_move(first: Entry, second: Entry, both: int) -> Iterator[tuple[Demand, ...]]:
    """The ways in which the sum of two entries can change: one of them, up or down, or both together."""
    for entry in (first, second):
        yield (Demand(entry.head, entry.tail, 1, both),)
        if entry.value:
            yield (Demand(entry.tail, entry.head, 1, both),)
    yield Demand(first.head, second.tail, 1, both), Demand(second.head, first.tail, 1, both)
    if first.value and second.value:
        yield Demand(first.tail, second.head, 1, both), Demand(second.tail, first.head, 1, both)


def _bits(places: Iterable[int]) -> int:
    return sum(1 << at for at in places)
