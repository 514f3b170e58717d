"""A table as it may be shown: small numbers hidden, and as few others as keep them hidden."""

from collections.abc import Sequence
from dataclasses import dataclass

from cyclebook.disclosure.tables.layout import Layout
from cyclebook.disclosure.tables.promises import Promises
from cyclebook.disclosure.tables.secondary import enough, fewest
from cyclebook.model.privacy import SMALLEST_GROUP
from cyclebook.published import Absence, Absent

_MOST_WORK = 200_000  # entries times small entries: some seconds


@dataclass(frozen=True, slots=True)
class Withheld:
    """No number. Why is not said: who can tell small numbers from their protectors can tell too much."""

    @property
    def text(self) -> str:
        """What a reader sees in its place."""
        return Absent(Absence.WORKED_OUT).text


Shown = int | Withheld


@dataclass(frozen=True, slots=True)
class Protected:
    """A table with its margins, each a number or withheld.

    `cells` has the shape of the table that was given: numbers, or rows of numbers. A table of one
    dimension has no `row_totals` and no `column_totals`.
    """

    cells: tuple[Shown, ...] | tuple[tuple[Shown, ...], ...]
    row_totals: tuple[Shown, ...]
    column_totals: tuple[Shown, ...]
    total: Shown


def protect(
    cells: Sequence[int] | Sequence[Sequence[int]],
    *,
    smallest: int = SMALLEST_GROUP,
    zeros_public: bool = False,
) -> Protected:
    """The table with its margins, without the small numbers and what would give them away.

    `cells` are whole numbers, 0 or more, without margins: a list of them, or a list of rows of equal
    length. Small is what is below `smallest`, a zero too unless `zeros_public`. Up to 25 entries, totals
    counted, no fewer could be hidden; in a larger table it can be some more; one too large to be
    searched is withheld as a whole, if it holds anything small.

    Raises ValueError for an empty table, rows of unequal length, anything but whole numbers from 0 up,
    and a `smallest` below 1.
    """
    if isinstance(smallest, bool) or not isinstance(smallest, int) or smallest < 1:
        raise ValueError(f"The smallest number to show is a whole number, 1 or more, not {smallest!r}.")
    layout = Layout.of(cells)
    return _filled(layout, _hidden(layout, smallest, zeros_public=zeros_public))


def _hidden(layout: Layout, smallest: int, *, zeros_public: bool) -> int:
    """The entries to hide, as bits. Zero stays possible, too, where that takes nothing more."""
    promises = Promises(layout, smallest, zeros_public=zeros_public, from_zero=False)
    if not promises.small:
        return 0
    if promises.small.bit_count() * len(layout.entries) > _MOST_WORK:
        return (1 << len(layout.entries)) - 1
    few = fewest(layout, promises)
    if zeros_public:
        return enough(layout, promises) if few is None else few
    stronger = Promises(layout, smallest, zeros_public=False, from_zero=True)
    if few is None:
        return enough(layout, stronger)
    strong = fewest(layout, stronger)
    return strong if strong is not None and strong.bit_count() == few.bit_count() else few


def _filled(layout: Layout, hidden: int) -> Protected:
    shown: tuple[Shown, ...] = tuple(
        Withheld() if hidden >> at & 1 else entry.value for at, entry in enumerate(layout.entries)
    )
    if layout.rows is None:
        return Protected(shown[:-1], (), (), shown[-1])
    width, many = layout.columns, layout.rows * layout.columns
    rows = tuple(shown[start : start + width] for start in range(0, many, width))
    return Protected(rows, shown[many : many + layout.rows], shown[many + layout.rows : -1], shown[-1])
