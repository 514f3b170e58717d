"""Parts that add up to a group: what the others and the size of the group tell of one of them.

Each part was judged alone before. Exact counts are a table of one dimension. Ranges narrow each other:
of 40 students, over 65% to 75% of them in one part and over 25% to 35% in the only other one leave
fewer counts than either range holds.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from cyclebook.disclosure.guard import group_size
from cyclebook.disclosure.sums import figure_of
from cyclebook.disclosure.tables import Withheld, protect
from cyclebook.disclosure.telling import Figure, Sum, may_be_told
from cyclebook.model.amounts import Amount
from cyclebook.model.comparison import DistributionGroup
from cyclebook.model.privacy import SMALLEST_GROUP, PolicyName
from cyclebook.published import Absence, Absent, DistributionRow, Number, Value


def kept_apart(row: DistributionRow, written: DistributionGroup, policy: PolicyName) -> DistributionRow:
    """The row without parts that are small, or that would tell too much of another part.

    What is withheld then has one reason throughout: nobody shall see which part was the small one.
    """
    size = group_size(written.of, *written.shares)
    if size is None or size < SMALLEST_GROUP:
        return row
    exact = any(isinstance(share, Number) for share in row.shares)
    counts = [None if share is None else _count(share, size) for share in written.shares]
    if exact:
        rounded = any(share is not None and share.percent for share in written.shares)
        gone, size_too = _small(counts, size, slack=len(counts) if rounded else 0)
    else:
        gone, size_too = _kept_back(row.shares, size, policy), False
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


def _kept_back(shares: Sequence[Value], size: int, policy: PolicyName) -> set[int]:
    """The places of the parts that would narrow others, or that others would narrow."""
    unknown = Figure(size, strict=policy is PolicyName.STRICT)
    everyone = Figure(size, answer=((size, size),), decided=True)
    figures = [figure_of(share, size, policy) or unknown for share in shares]
    _, *told = may_be_told([everyone, *figures], [Sum(0, tuple(range(1, len(figures) + 1)))])
    return {at for at, shown in enumerate(told) if not shown and figures[at].answer is not None}
