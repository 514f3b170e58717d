"""Parts that add up to a group: what the others and the size of the group tell of one of them.

Each part was judged alone before. Exact counts are a table of one dimension. Ranges narrow each other:
of 40 students, over 65% to 75% of them in one part and over 25% to 35% in the only other one leave
fewer counts than either range holds.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain, combinations

from cyclebook.disclosure.bands import FEWEST_COUNTS, counts_in
from cyclebook.disclosure.guard import group_size
from cyclebook.disclosure.tables import Withheld, protect
from cyclebook.model.amounts import Amount
from cyclebook.model.comparison import DistributionGroup
from cyclebook.model.privacy import SMALLEST_GROUP
from cyclebook.published import Absence, Absent, Band, DistributionRow, Number, Value

_Range = tuple[int, int]


def kept_apart(row: DistributionRow, written: DistributionGroup) -> DistributionRow:
    """The row without parts that are small, or that would tell too much of another part.

    What is withheld then has one reason throughout: nobody shall see which part was the small one.
    """
    size = group_size(written.of, *written.shares)
    if size is None or all(isinstance(share, Absent) for share in row.shares):
        return row
    exact = any(isinstance(share, Number) for share in row.shares)
    counts = [None if share is None else _count(share, size) for share in written.shares]
    if exact:
        rounded = any(share is not None and share.percent for share in written.shares)
        gone, size_too = _small(counts, size, slack=len(counts) if rounded else 0)
    else:
        gone, size_too = _too_narrow(row.shares, counts, size), False
    if not gone and not size_too:
        return row
    withheld = Absent(Absence.WORKED_OUT)
    shares = tuple(
        withheld if size_too or at in gone or (isinstance(share, Absent) and share.withheld) else share
        for at, share in enumerate(row.shares)
    )
    return replace(row, size=withheld if size_too else row.size, shares=shares)


def _count(share: Amount, size: int) -> int:
    """People in a part; a percentage of a known group is a count, too."""
    people = share.value * size / 100 if share.percent else share.value
    return max(int(Decimal(people).quantize(Decimal(1), rounding=ROUND_HALF_UP)), 0)


def _small(counts: Sequence[int | None], size: int, *, slack: int) -> tuple[set[int], bool]:
    """The places of parts to withhold where counts are exact, and whether the size goes, too.

    Parts that are not published are one more part, as large as what is left of the group; so is what
    is left beyond `slack`, the people that rounded percentages can lose.
    """
    known = {at: count for at, count in enumerate(counts) if count is not None}
    rest = size - sum(known.values())
    more = [max(rest, 0)] if len(known) < len(counts) or rest > slack else []
    protected = protect([*known.values(), *more], zeros_public=True)
    gone = {at for at, shown in zip(known, protected.cells, strict=False) if isinstance(shown, Withheld)}
    return gone, isinstance(protected.total, Withheld)


def _too_narrow(shares: Sequence[Value], counts: Sequence[int | None], size: int) -> set[int]:
    """The places of the fewest parts to withhold so that every range stays as wide as it reads."""
    shown = [at for at, share in enumerate(shares) if isinstance(share, Band)]
    choices = chain.from_iterable(combinations(shown, many) for many in range(len(shown)))
    return next(
        (set(gone) for gone in choices if _wide_enough(shares, counts, size, frozenset(gone))), set(shown)
    )


def _wide_enough(
    shares: Sequence[Value], counts: Sequence[int | None], size: int, gone: frozenset[int]
) -> bool:
    """True where, without the parts `gone`, each part can be all that a reader is to think possible."""
    told = [_told(share, size, gone=at in gone) for at, share in enumerate(shares)]
    least, most = sum(low for low, _ in told), sum(high for _, high in told)
    left = [(max(low, size - (most - high)), min(high, size - (least - low))) for low, high in told]
    return all(
        left[at] == told[at]
        if isinstance(share, Band) and at not in gone
        else _open(share, left[at], counts[at], size)
        for at, share in enumerate(shares)
    )


def _told(share: Value, size: int, *, gone: bool) -> _Range:
    return counts_in((share.low, share.high), size) if isinstance(share, Band) and not gone else (0, size)


def _open(share: Value, left: _Range, count: int | None, size: int) -> bool:
    """True where what is left of a part that is not shown is no less than a band.

    Where the part was withheld for itself, as a small number or as all but one, any such must be left.
    """
    lowest, highest = left
    few = SMALLEST_GROUP - 1
    if highest - lowest + 1 < FEWEST_COUNTS:
        return False
    if count is None or not isinstance(share, Absent):
        return True
    if 0 < count <= few:
        return lowest <= 1 and few <= highest
    return not 0 < size - count <= few or (lowest <= size - few and size - 1 <= highest)
