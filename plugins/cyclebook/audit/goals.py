"""A goal that is seen, beside the words met or not met, narrows the range of a result."""

import re
from collections.abc import Iterator

from cyclebook.audit.amounts import Count, Range, Share, counts_of
from cyclebook.audit.findings import Finding
from cyclebook.audit.grid import Cell, Grid
from cyclebook.audit.labels import moment_of, norm
from cyclebook.audit.naming import size_of

_STATUS = re.compile(r"(?:revised )?(?:goal )?(?:(?P<not>not )?met|(?P<missed>missed))", re.IGNORECASE)
_FEWEST = 3


def goals_that_narrow(grids: list[Grid]) -> Iterator[Finding]:
    """Rows whose goal and status leave fewer than three counts of a range."""
    for grid in grids:
        heads = [norm(one) for one in grid.columns]
        status = next((index for index, one in enumerate(heads) if one.startswith("status")), None)
        goal = next(
            (index for index, one in enumerate(heads) if one in ("goal", "target", "goal in force")), None
        )
        better = next((index for index, one in enumerate(heads) if one == "better"), None)
        if status is None or goal is None:
            continue
        cells = {(cell.row, cell.column): cell for cell in grid.cells}
        for row, texts in enumerate(grid.texts):
            met = _STATUS.fullmatch(texts[status]) if status < len(texts) else None
            aim = cells.get((row, goal))
            if not met or aim is None:
                continue
            lower = better is not None and better < len(texts) and norm(texts[better]) == "lower"
            for column in range(len(grid.columns)):
                result = cells.get((row, column))
                if result and moment_of(grid.columns[column]) == "result":
                    yield from _narrowed(
                        grid, result, aim, met=not (met["not"] or met["missed"]), lower=lower
                    )


def _narrowed(grid: Grid, result: Cell, aim: Cell, *, met: bool, lower: bool) -> Iterator[Finding]:
    size = size_of(grid, result.row, result.column, result.said)
    if not isinstance(result.said, Range) or size is None:
        return
    if isinstance(aim.said, Count):
        least = most = aim.said.value
    elif isinstance(aim.said, Share) and (counts := counts_of(aim.said, size)):
        least, most = counts[0], counts[-1]
    else:
        return
    left = [
        count
        for count in result.said.counts(size)
        if (count <= most if lower else count >= least) is met or least <= count <= most
    ]
    if len(left) < _FEWEST:
        yield Finding(
            "goal-narrows",
            grid.place(result.row, result.column),
            f"With the goal, this range can only be {' or '.join(map(str, left)) or 'nothing'} of {size}.",
            f"The goal is shown in {grid.place(aim.row, aim.column)}, and so is whether it was met.",
        )
