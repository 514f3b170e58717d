"""Totals: which numbers of the site's tables add up to which others."""

import re
from collections import defaultdict
from collections.abc import Iterator
from math import ceil, floor

from cyclebook.audit.amounts import Amount, Count, Hidden, Range, Told
from cyclebook.audit.grid import Grid
from cyclebook.audit.knowledge import Knowledge
from cyclebook.audit.labels import norm, week_of
from cyclebook.audit.naming import Name
from cyclebook.audit.ranges import Contradiction, Sum, narrow

_REST = re.compile(r"\b(?:others?|the rest|remaining|not|no|without|non)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|each|per|split|broken down)\b", re.IGNORECASE)
_FEWEST_PROOFS = 3

Line = list[tuple[int, Told]]


def sums_in(number: int, grid: Grid, known: Knowledge) -> Iterator[Sum]:
    """The sums inside one table: total rows and columns, named so or proved by the numbers, and means."""
    rows: dict[int, dict[int, Told]] = defaultdict(dict)
    columns: dict[int, dict[int, Told]] = defaultdict(dict)
    for cell in grid.cells:
        if grid.adds(cell.column):
            rows[cell.row][cell.column] = cell.said
            columns[cell.column][cell.row] = cell.said
    summed = [
        column
        for column in columns
        if any(isinstance(one, Count | Hidden) for one in columns[column].values())
    ]
    across = [one for one in summed if not grid.mean_column(one)]
    down = [one for one in range(len(grid.rows)) if rows.get(one) and not grid.mean_row(one)]
    for size in (False, True):
        by_row = {row: {c: (number, row, c, size) for c in across} for row in down}
        by_column = {column: {r: (number, r, column, size) for r in down} for column in summed}
        yield from _totals(
            by_row, _chosen(across, grid.total_column), known, f"the total in each row of {_table(grid)}"
        )
        yield from _totals(
            by_column, _chosen(down, grid.total_row), known, f"the total of each column of {_table(grid)}"
        )
    for row in range(len(grid.rows)):
        if grid.mean_row(row):
            for column, said in rows.get(row, {}).items():
                others = [(number, one, column, False) for one in down if not grid.total_row(one)]
                yield from _mean(said, others, known, grid.place(row, column))
        for column, said in rows.get(row, {}).items():
            if grid.mean_column(column) and not grid.mean_row(row):
                others = [(number, row, one, False) for one in across if not grid.total_column(one)]
                yield from _mean(said, others, known, grid.place(row, column))


def _chosen(lines: list[int], total: object) -> tuple[list[int], list[int]]:
    """Those named as totals, and those at the ends that numbers may prove to be."""
    named = [one for one in lines if total(one)]  # type: ignore[operator]
    return named, [] if named or len(lines) < 3 else [lines[-1], lines[0]]


Place = tuple[int, int, int, bool]


def _totals(
    lines: dict[int, dict[int, Place]], chosen: tuple[list[int], list[int]], known: Knowledge, how: str
) -> Iterator[Sum]:
    named, guessed = chosen
    for total in [*named, *guessed]:
        found: list[Sum] = []
        proofs, refuted = 0, False
        for line in lines.values():
            if total not in line or line[total] not in known.names:
                continue
            parts = [place for index, place in line.items() if index not in named and index != total]
            names = [known.names[place] for place in parts if place in known.names]
            if not names or len(names) < len(parts):
                continue
            terms = {known.names[line[total]]: -1, **dict.fromkeys(names, 1)}
            if len(terms) != len(names) + 1 or any(name in known.conflicting for name in terms):
                continue
            made = Sum(terms, 0, 0, how)
            state = checked(made, known)
            refuted = refuted or state is False
            proofs += state is True and sum(known.unknowns.bounds[name][0] > 0 for name in names) > 1
            found.append(made)
        if not refuted and (total in named or proofs >= _FEWEST_PROOFS):
            yield from found
            if total not in named:
                return


def checked(one: Sum, known: Knowledge) -> bool | None:
    """True where all numbers are known and add up, False where they cannot; None where some are unknown."""
    try:
        narrow({name: known.unknowns.bounds[name] for name in one.terms}, [one])
    except Contradiction:
        return False
    exact = all(least == most for least, most in (known.unknowns.bounds[name] for name in one.terms))
    return True if exact else None


def _mean(said: Told, places: list[Place], known: Knowledge, place: str) -> Iterator[Sum]:
    """A mean of weeks is their sum, divided."""
    names = [known.names[one] for one in places if one in known.names]
    if not isinstance(said, Amount | Count) or len(names) < 2 or len(set(names)) < len(names):
        return
    value, step = (said.value, said.step) if isinstance(said, Amount) else (said.value, 1)
    least = ceil((value * 2 - step) * len(names) / 2)
    most = floor((value * 2 + step) * len(names) / 2)
    made = Sum(dict.fromkeys(names, 1), least, most, f"the mean in {place}")
    if checked(made, known) is not False:
        yield made


def wholes(grids: list[Grid], known: Knowledge) -> Iterator[Sum]:
    """Parts in one table whose whole stands in another: the same team, measure and time."""
    for number, grid in enumerate(grids):
        partition = _BY.search(grid.caption) or _BY.search(grid.heading) or any(map(_REST.search, grid.rows))
        lines: dict[tuple[Name, bool], set[Name]] = defaultdict(set)
        broken: set[tuple[Name, bool]] = set()
        for cell in grid.cells:
            name = known.names.get((number, cell.row, cell.column, False))
            if name is None or grid.mean_row(cell.row) or grid.mean_column(cell.column):
                continue
            for part in name.parts:
                above = Name(name.subject, name.measure, name.time, name.parts - {part})
                line = (above, part == norm(grid.rows[cell.row]))
                if isinstance(cell.said, Count | Hidden | Range) and not name.alone:
                    lines[line].add(name)
                else:
                    broken.add(line)
        for line, parts in lines.items():
            above = line[0]
            elsewhere = [one for one in known.sightings.get(above, ()) if one.table != number]
            if not elsewhere or line in broken or len(parts) < 2 or not partition:
                continue
            terms = {above: -1, **dict.fromkeys(parts, 1)}
            if any(name in known.conflicting for name in terms):
                continue
            made = Sum(terms, 0, 0, f"{_table(grid)} and its total in {elsewhere[0].place}")
            if checked(made, known) is not False:
                yield made


def _table(grid: Grid) -> str:
    return f"the table “{grid.caption}” in {grid.path}" if grid.caption else grid.path


def weeks_of(known: Knowledge) -> dict[tuple[str, str, frozenset[str], bool], dict[int, Name]]:
    """The weekly numbers of each measure, by week."""
    found: dict[tuple[str, str, frozenset[str], bool], dict[int, Name]] = defaultdict(dict)
    for name in known.sightings:
        if name.time and week_of(name.time) and not name.alone:
            found[name.subject, name.measure, name.parts, name.size][int(name.time.split()[1])] = name
    return found
