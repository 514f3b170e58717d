"""How the entries of a table add up: as a network in which each entry is a stream between two places.

The grand total flows out to the rows, from each row through its cells to the columns, and from the
columns back. What comes to a place leaves it: that is all that margins say. So what outsiders can
work out is a question about flows in a network, and its answers are whole numbers
(Castro 2012, "Recent advances in optimization techniques for statistical tabular data protection").
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import index


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell or a margin of `value`, flowing from place `tail` to place `head`.

    `cells` are the cells that it counts, as bits; `margin` is False for a cell.
    """

    value: int
    tail: int
    head: int
    cells: int
    margin: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """The entries of a table: cells row by row, then row totals, column totals and the grand total.

    `rows` is None for a table of one dimension, whose only margin is its total.
    """

    entries: tuple[Entry, ...]
    rows: int | None
    columns: int

    @classmethod
    def of(cls, cells: object) -> "Layout":
        """The layout of a list of counts, or of a list of rows. Raises ValueError for anything else."""
        written = _sequence(cells)
        if not written:
            raise ValueError("A table needs at least one cell.")
        if any(isinstance(one, Iterable) and not isinstance(one, str) for one in written):
            return cls._of_rows([_sequence(one) for one in written])
        counts = [_count(one) for one in written]
        out, back = 0, 1
        single = (Entry(count, out, back, 1 << at, margin=False) for at, count in enumerate(counts))
        total = Entry(sum(counts), back, out, (1 << len(counts)) - 1, margin=True)
        return cls((*single, total), None, len(counts))

    @classmethod
    def _of_rows(cls, written: Sequence[Sequence[object]]) -> "Layout":
        height, width = len(written), len(written[0])
        if any(len(row) != width for row in written):
            raise ValueError("Every row of a table needs the same number of cells.")
        if not width:
            raise ValueError("A table needs at least one cell.")
        counts = [[_count(one) for one in row] for row in written]
        out, back, row_place, column_place = 0, 1, 2, 2 + height
        entries = [
            Entry(count, row_place + row, column_place + column, 1 << (row * width + column), margin=False)
            for row, line in enumerate(counts)
            for column, count in enumerate(line)
        ]
        in_row, in_column = (1 << width) - 1, sum(1 << (row * width) for row in range(height))
        for row, total in enumerate(map(sum, counts)):
            entries.append(Entry(total, out, row_place + row, in_row << (row * width), margin=True))
        for column, total in enumerate(map(sum, zip(*counts, strict=True))):
            entries.append(Entry(total, column_place + column, back, in_column << column, margin=True))
        entries.append(Entry(sum(map(sum, counts)), back, out, (1 << (height * width)) - 1, margin=True))
        return cls(tuple(entries), height, width)

    @property
    def places(self) -> int:
        """The number of places that entries flow between."""
        return 2 if self.rows is None else 2 + self.rows + self.columns


def _sequence(written: object) -> list[object]:
    if isinstance(written, Iterable) and not isinstance(written, str | bytes | Mapping):
        return list(written)
    raise ValueError("A table is a list of counts, or a list of rows of counts.")


def _count(written: object) -> int:
    """The count, which the message does not repeat: messages are read by others than tables are."""
    refusal = ValueError(
        f"A cell of a table is a whole number, 0 or more, not of type {type(written).__name__}."
    )
    if isinstance(written, bool):
        raise refusal
    try:
        count = index(written)  # type: ignore[arg-type]
    except TypeError:
        raise refusal from None
    if count < 0:
        raise ValueError("A cell of a table is a whole number, 0 or more, not a negative one.")
    return count
