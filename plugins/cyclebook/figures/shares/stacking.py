"""How far a stack is known: its pieces from both ends inward."""

from collections.abc import Sequence
from dataclasses import dataclass

from cyclebook.published import Band, DistributionRow, Form, Number, Value

_SLACK = 1.5  # rounded percents may add up to a little more or less than 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a stack in percent. `band` is its place among the bands, None where nothing is known."""

    low: float
    high: float
    band: int | None
    certain: bool = True


def extent(value: Value, size: Value) -> tuple[float, float] | None:
    """The percent of a group from where to where a share reaches; None where it is not known."""
    if isinstance(value, Band):
        return float(value.low), float(value.high)
    if not isinstance(value, Number) or value.value < 0:
        return None
    share = value.share
    if share is None and value.form is Form.COUNT and isinstance(size, Number) and size.value > 0:
        share = value.value * 100 / size.value
    return None if share is None else (float(share), float(share))


def pieces(group: DistributionRow) -> tuple[Piece, ...]:
    """The stack of a group, from both ends inward as far as it is known.

    Empty where what is published adds up to more than the whole.
    """
    known = [extent(share, group.size) for share in group.shares]
    if sum(one[0] for one in known if one) > 100 + _SLACK:
        return ()
    forward = _fitting(_from_one_end(list(enumerate(known)), 100 + _SLACK))
    reached = max((piece.high for piece in forward), default=0.0)
    if len(forward) >= len(known) and all(piece.certain for piece in forward):
        return tuple(forward)
    used = {piece.band for piece in forward}
    rest = [(band, one) for band, one in reversed(list(enumerate(known))) if band not in used]
    backward = [
        Piece(100 - piece.high, 100 - piece.low, piece.band, piece.certain)
        for piece in _from_one_end(rest, 100 - reached)
    ]
    begin = min((piece.low for piece in backward), default=100.0)
    gap = [Piece(reached, begin, None)] if begin - reached > 0.01 else []
    return (*forward, *gap, *reversed(backward))


def _from_one_end(known: Sequence[tuple[int, tuple[float, float] | None]], room: float) -> list[Piece]:
    """Pieces one after the other until a share is not known or only in part, or there is no room."""
    found: list[Piece] = []
    at = 0.0
    for band, one in known:
        if one is None or at + one[0] > room + 0.01:
            break
        low, high = at + one[0], min(at + one[1], room)
        if low > at or one[0] == one[1]:
            found.append(Piece(at, low, band))
        at = low
        if one[0] != one[1]:
            if high > low:
                found.append(Piece(low, high, band, certain=False))
            break
    return found


def _fitting(found: Sequence[Piece]) -> list[Piece]:
    """Pieces that end at 100 or before: rounding may have carried the last one a little past it."""
    return [Piece(min(p.low, 100), min(p.high, 100), p.band, p.certain) for p in found]
