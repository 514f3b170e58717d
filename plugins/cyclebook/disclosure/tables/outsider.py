"""What someone outside can still think possible of a hidden entry, given all that is shown.

To make an entry larger and keep every sum, something must flow back from its head to its tail through
other hidden entries: each of them can grow without end, and shrink to the least that it may be. To make it
smaller the flow goes the other way. So the question is one of greatest flow (Ford and Fulkerson 1956).
Where too little can flow, the places that it did reach have a *wall* around them, of entries that are
shown. Whatever else is hidden, one entry of the wall must be.
"""

from dataclasses import dataclass

from cyclebook.disclosure.tables.layout import Layout


@dataclass(frozen=True, slots=True)
class Demand:
    """So `much` must be able to flow from `start` to `goal` without the entries `apart` (bits)."""

    start: int
    goal: int
    much: int
    apart: int


@dataclass(frozen=True, slots=True)
class Outsider:
    """Someone who knows the layout, what is shown, and that a hidden entry is at least `least`."""

    layout: Layout
    least: int

    def walls(self, demand: Demand, hidden: int) -> tuple[int, ...]:
        """The walls in the way, around the start and around the goal, as bits; none where enough flows."""
        flow = _Flow(self.layout, self.least, hidden & ~demand.apart)
        if flow.carries(demand.start, demand.goal, demand.much):
            return ()
        every = (1 << self.layout.places) - 1
        sides = (flow.reached(demand.start), every & ~flow.reached(demand.goal, backwards=True))
        return tuple(dict.fromkeys(self._wall(side, hidden) for side in sides))

    def _wall(self, inside: int, hidden: int) -> int:
        """The shown entries that would let something out from the places `inside`, were they hidden."""
        wall = 0
        for at, entry in enumerate(self.layout.entries):
            if hidden >> at & 1:
                continue
            leaves, enters = inside >> entry.tail & 1, inside >> entry.head & 1
            if leaves > enters or (enters > leaves and entry.value > self.least):
                wall |= 1 << at
        return wall


class _Flow:
    """A table of hidden entries that could be the true one, changed step by step."""

    def __init__(self, layout: Layout, least: int, hidden: int) -> None:
        self._least = least
        self._values = [entry.value for entry in layout.entries]
        self._ways: list[list[tuple[int, int, int]]] = [[] for _ in range(layout.places)]
        while hidden:
            at = hidden.bit_length() - 1
            hidden ^= 1 << at
            entry = layout.entries[at]
            self._ways[entry.tail].append((at, entry.head, 1))
            self._ways[entry.head].append((at, entry.tail, -1))

    def carries(self, start: int, goal: int, much: int) -> bool:
        """True where so much can flow from start to goal; what can flow does."""
        while much > 0:
            path = self._path(start, goal)
            if path is None:
                return False
            room = [self._values[at] - self._least for at, sign in path if sign < 0]
            amount = min(much, *room) if room else much
            for at, sign in path:
                self._values[at] += sign * amount
            much -= amount
        return True

    def _path(self, start: int, goal: int) -> list[tuple[int, int]] | None:
        """A shortest way from start to goal: the entries on it, and whether each grows or shrinks."""
        came: dict[int, tuple[int, int, int]] = {}
        queue, seen = [start], 1 << start
        for place in queue:
            for at, to, sign in self._ways[place]:
                if seen >> to & 1 or (sign < 0 and self._values[at] <= self._least):
                    continue
                came[to] = (place, at, sign)
                if to == goal:
                    return _traced(came, start, goal)
                seen |= 1 << to
                queue.append(to)
        return None

    def reached(self, start: int, *, backwards: bool = False) -> int:
        """The places, as bits, that something can still flow to from `start`; `backwards`, to it."""
        queue, seen = [start], 1 << start
        for place in queue:
            for at, to, sign in self._ways[place]:
                shrinks = (sign < 0) != backwards
                if seen >> to & 1 or (shrinks and self._values[at] <= self._least):
                    continue
                seen |= 1 << to
                queue.append(to)
        return seen


def _traced(came: dict[int, tuple[int, int, int]], start: int, goal: int) -> list[tuple[int, int]]:
    path = []
    place = goal
    while place != start:
        place, at, sign = came[place]
        path.append((at, sign))
    return path
