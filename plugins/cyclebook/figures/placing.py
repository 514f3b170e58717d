"""Where a label goes: the first place that is free, and the one that covers least.

A label may never touch another text or a point. It may cross a line, at a cost.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cyclebook.figures.marks import Box, Label, Rule

_GAP = 2.0


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A line that a label had better not cross, and how bad it is if it does."""

    line: Rule
    cost: float


def best_place(
    candidates: Iterable[Label], *, taken: Sequence[Box], lines: Sequence[Obstacle], within: Box
) -> Label | None:
    """The candidate that is free and crosses least; the earlier one of equals; None where none is free."""
    best, least = None, float("inf")
    for candidate in candidates:
        box = candidate.box
        if not within.holds(box) or any(box.meets(other, _GAP) for other in taken):
            continue
        cost = sum(obstacle.cost for obstacle in lines if obstacle.line.crosses(box))
        if cost < least:
            best, least = candidate, cost
        if not least:
            break
    return best


def nearest_free_heights(
    wanted: Sequence[tuple[float, float]], *, taken: Sequence[tuple[float, float]], top: float, bottom: float
) -> list[float | None]:
    """Tops for blocks in one column, each as near as may be to where it wants to be.

    `wanted` are (top, height), most important first; `taken` are (top, bottom) of
    what stands there already. None where a block finds no room.
    """
    occupied = list(taken)
    found: list[float | None] = []
    for start, height in wanted:
        steps = (start + sign * shift for shift in range(int(bottom - top) + 1) for sign in (1, -1))
        place = next(
            (
                y
                for y in steps
                if top <= y
                and y + height <= bottom
                and not any(y < b + _GAP and a < y + height + _GAP for a, b in occupied)
            ),
            None,
        )
        found.append(place)
        if place is not None:
            occupied.append((place, place + height))
    return found
