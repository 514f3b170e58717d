"""The smallest set that takes one from each of many sets (a hitting set), exact or good enough."""

from collections.abc import Collection, Sequence


def smallest_cover(sets: Collection[int], costs: Sequence[int], patience: int | None) -> int | None:
    """The cheapest set of bits that meets each of `sets`, by branch and bound.

    `costs` has a positive number for each bit. No set may be empty. None where more than `patience`
    branches would have to be tried: steps and not seconds, so that the answer is the same on any machine.
    """
    search = _Search(costs, patience)
    needed = _without_supersets(sets)
    search.best = quick_cover(needed, costs)
    search.least = search.cost(search.best)
    return search.best if search.branch(needed, 0, 0) else None


def quick_cover(sets: Collection[int], costs: Sequence[int]) -> int:
    """A set of bits that meets each of `sets`: again and again the bit that meets most, then the cheapest."""
    chosen = 0
    meeting: dict[int, set[int]] = {}
    for one in sets:
        for bit in _bits(one):
            meeting.setdefault(bit, set()).add(one)
    while any(meeting.values()):
        pick = max(meeting, key=lambda bit: (len(meeting[bit]), -costs[bit]))
        chosen |= 1 << pick
        for one in tuple(meeting[pick]):
            for bit in _bits(one):
                meeting[bit].discard(one)
    return chosen


class _Search:
    """The best set so far, and how many branches may still be tried."""

    def __init__(self, costs: Sequence[int], patience: int | None) -> None:
        self.costs = costs
        self.patience = patience
        self.best = 0
        self.least = 0

    def cost(self, chosen: int) -> int:
        return sum(self.costs[bit] for bit in _bits(chosen))

    def branch(self, sets: list[int], chosen: int, spent: int) -> bool:
        """Tries all that can be cheaper than the best; False where patience ends."""
        if self.patience is not None:
            self.patience -= 1
            if self.patience < 0:
                return False
        if not sets:
            if spent < self.least:
                self.best, self.least = chosen, spent
            return True
        if spent + self._at_least(sets) >= self.least:
            return True
        shut = 0
        for bit in sorted(
            _bits(min(sets, key=lambda one: (one.bit_count(), one))), key=self.costs.__getitem__
        ):
            left = [one & ~shut for one in sets if not one >> bit & 1]
            if all(left) and not self.branch(left, chosen | 1 << bit, spent + self.costs[bit]):
                return False
            shut |= 1 << bit
        return True

    def _at_least(self, sets: Sequence[int]) -> int:
        """What sets that share nothing must cost together."""
        taken, bound = 0, 0
        for one in sorted(sets, key=int.bit_count):
            if not one & taken:
                taken |= one
                bound += min(self.costs[bit] for bit in _bits(one))
        return bound


def _without_supersets(sets: Collection[int]) -> list[int]:
    kept: list[int] = []
    for one in sorted(set(sets), key=lambda one: (one.bit_count(), one)):
        if not any(other & one == other for other in kept):
            kept.append(one)
    return kept


def _bits(chosen: int) -> list[int]:
    return [bit for bit in range(chosen.bit_length()) if chosen >> bit & 1]
