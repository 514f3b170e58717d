"""Groups spread over bands: the parts of a row add up to the size of its group."""

import re
from collections.abc import Iterator

from cyclebook.audit.amounts import Amount
from cyclebook.audit.grid import Cell, Grid
from cyclebook.audit.knowledge import Knowledge
from cyclebook.audit.labels import moment_of, week_of
from cyclebook.audit.ranges import Sum
from cyclebook.audit.sums import checked

_BAND = re.compile(
    r"\b(?:none|never|zero|no|one|two|three|four|five|or (?:more|less|fewer|better)|fewer|under|over|above|"
    r"below|between|rest|other)\b|\d",
    re.IGNORECASE,
)
_FEWEST_PARTS = 2


def spreads_in(number: int, grid: Grid, known: Knowledge) -> Iterator[Sum]:
    """The sums of a table whose columns part each group: labels of bands, or numbers that add up.

    Nothing where the numbers of one row say otherwise.
    """
    sizes = [column for column in range(len(grid.columns)) if grid.size_column(column)]
    parts = [column for column in range(len(grid.columns)) if _part(grid, column)]
    if len(sizes) != 1 or len(parts) < _FEWEST_PARTS:
        return
    found: list[Sum] = []
    proofs = 0
    for cells in grid.by_row:
        made = _sum_of(number, {cell.column: cell for cell in cells}, sizes[0], parts, grid, known)
        if made is None:
            continue
        state = checked(made, known)
        if state is False:
            return
        proofs += state is True
        found.append(made)
    if proofs or all(_BAND.search(grid.columns[column]) for column in parts):
        yield from found


def _part(grid: Grid, column: int) -> bool:
    label = grid.columns[column]
    return (
        column > 0
        and grid.adds(column)
        and not (grid.size_column(column) or grid.total_column(column) or grid.mean_column(column))
        and moment_of(label) is None
        and week_of(label) is None
        and any(cell.column == column for cells in grid.by_row for cell in cells)
    )


def _sum_of(
    number: int, cells: dict[int, Cell], size: int, parts: list[int], grid: Grid, known: Knowledge
) -> Sum | None:
    """The parts of one row against its size; None where one is no number."""
    if size not in cells or any(part not in cells or isinstance(cells[part].said, Amount) for part in parts):
        return None
    names = [known.names.get((number, cells[part].row, part, False)) for part in (size, *parts)]
    terms = {name: -1 if place == 0 else 1 for place, name in enumerate(names) if name is not None}
    if len(terms) < len(names) or any(name in known.conflicting for name in terms):
        return None
    return Sum(terms, 0, 0, f"the size of the group in {grid.place(cells[size].row, size)}")
