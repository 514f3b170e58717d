"""Everything the site says of each number, gathered: where it is kept back, shown, or given as a range.

A number is known by its team, its measure, its time and the part of the group it is about. If two
statements of one number cannot both be true, they are not about one number, and nothing
is concluded from them.
"""

from dataclasses import dataclass, field

from cyclebook.audit.amounts import Amount, Count, Hidden, Range, Share, Told, counts_of
from cyclebook.audit.facts import Grid, core, moment_of, norm, week_of
from cyclebook.audit.ranges import Unknowns

_GENERIC = frozenset(
    {
        *("", "students", "children", "families", "count", "counts", "number", "value", "percent", "people"),
        *("result", "this week", "pupils", "learners", "parents", "share", "numbers"),
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """Which number: `size` is True for the size of the group instead of the count.

    `parts` are the labels of the group's part, none for the whole group; `alone` sets a cell apart
    that shares its labels with another cell of its table.
    """

    subject: str
    measure: str
    time: str
    parts: frozenset[str]
    size: bool = False
    alone: str = ""

    @property
    def whole(self) -> "Name":
        """The same number of the whole group."""
        return Name(self.subject, self.measure, self.time, frozenset(), self.size)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place that says something of a number."""

    place: str
    path: str
    said: Told
    table: int


@dataclass(slots=True)
class Knowledge:
    """Numbers with all sightings of each, and the bounds they leave."""

    unknowns: Unknowns = field(default_factory=Unknowns)
    sightings: dict[Name, list[Sighting]] = field(default_factory=dict)
    conflicting: set[Name] = field(default_factory=set)
    names: dict[tuple[int, int, int, bool], Name] = field(default_factory=dict)

    def hidden(self, name: Name) -> bool:
        """True for a number that the site keeps back somewhere."""
        return any(isinstance(one.said, Hidden) for one in self.sightings.get(name, ()))

    def banded(self, name: Name) -> bool:
        """True for a number that the site gives as a range somewhere."""
        return any(isinstance(one.said, Range) for one in self.sightings.get(name, ()))

    def see(self, name: Name, sighting: Sighting, size: int | None) -> None:
        """Take in one statement; `size` is the size of the group where it is known."""
        self.sightings.setdefault(name, []).append(sighting)
        bounds = _bounds(sighting.said, size)
        old = self.unknowns.bounds.get(name, (0, None))
        least = max(old[0], bounds[0])
        most = old[1] if bounds[1] is None else bounds[1] if old[1] is None else min(old[1], bounds[1])
        if most is not None and least > most:
            self.conflicting.add(name)
            return
        self.unknowns.bounds[name] = (least, most)


def _bounds(said: Told, size: int | None) -> tuple[int, int | None]:
    if isinstance(said, Count):
        return said.value, said.value
    if isinstance(said, Hidden):
        return 0, said.most
    if isinstance(said, Range | Share) and size is not None and size > 0:
        within = said.counts(size) if isinstance(said, Range) else counts_of(said, size)
        if within:
            return within[0], within[-1]
    return 0, size


def gathered(grids: list[Grid]) -> Knowledge:
    """What all tables together say."""
    found = Knowledge()
    captions = _captions(grids)
    for number, grid in enumerate(grids):
        used: set[Name] = set()
        sized = {
            one.column for one in grid.cells if isinstance(one.said, Count) and one.said.size is not None
        }
        for cell in grid.cells:
            if isinstance(cell.said, Amount):
                continue
            name = _named(grid, captions[number], cell.row, cell.column)
            if name in used:
                name = Name(
                    name.subject,
                    name.measure,
                    name.time,
                    name.parts,
                    name.size,
                    f"{number}:{cell.row}:{cell.column}",
                )
            used.add(name)
            seen = Sighting(grid.place(cell.row, cell.column), grid.path, cell.said, number)
            found.see(name, seen, size_of(grid, cell.row, cell.column, cell.said))
            found.names[number, cell.row, cell.column, False] = name
            if cell.column in sized:
                size = Name(name.subject, name.measure, name.time, name.parts, size=True, alone=name.alone)
                whole = cell.said.size if isinstance(cell.said, Count) else None
                said: Told = Hidden() if whole is None else Count(whole)
                if whole is not None or isinstance(cell.said, Hidden):
                    found.see(size, Sighting(seen.place, seen.path, said, number), None)
                    found.names[number, cell.row, cell.column, True] = size
    return found


def size_of(grid: Grid, row: int, column: int, said: Told) -> int | None:
    """The size of the group that a share is of: said with it, in a column of its own, or in the heading."""
    if isinstance(said, Range | Count) and said.size is not None:
        return said.size
    label = grid.columns[column]
    if " of " in label:
        last = label.rsplit(" of ", 1)[1].replace(",", "").strip(") ")
        if last.isascii() and last.isdigit() and len(last) < 9:
            return int(last)
    own = norm(label)
    beside: int | None = None
    best: int | None = None
    for cell in grid.cells:
        if cell.row != row or not isinstance(cell.said, Count) or cell.said.size is not None:
            continue
        name = norm(grid.columns[cell.column])
        if cell.column != column and grid.size_column(cell.column):
            if name.startswith(own):
                return cell.said.value
            if cell.column == column + 1 and name in ("group size", "size", "students", "n"):
                beside = cell.said.value
            if name in ("group size", "size", "students", "n"):
                best = cell.said.value
    return best if beside is None else beside


def _captions(grids: list[Grid]) -> list[str]:
    """What each table is of; a download without a caption takes that of the page's table with its labels."""
    by_labels: dict[tuple[str, frozenset[str]], list[Grid]] = {}
    for grid in grids:
        if grid.caption:
            by_labels.setdefault((_folder(grid.path), frozenset(map(norm, grid.rows))), []).append(grid)
    found = []
    for grid in grids:
        caption = grid.caption
        if not caption:
            columns = set(map(norm, grid.columns))
            twins = {
                one.caption
                for one in by_labels.get((_folder(grid.path), frozenset(map(norm, grid.rows))), ())
                if 2 * len(columns & set(map(norm, one.columns))) >= len(columns)
            }
            caption = twins.pop() if len(twins) == 1 else ""
        found.append(core(caption))
    return found


def _folder(path: str) -> str:
    return path.rsplit("/", 1)[0] if "/" in path else ""


def _named(grid: Grid, caption: str, row: int, column: int) -> Name:
    """Which number a cell is, by all labels around it."""
    subject = grid.subjects[row] or grid.subject or _folder(grid.path)
    team = grid.named[row]
    label, head = grid.rows[row], grid.columns[column]
    first = grid.columns[0] if grid.columns else ""
    by_row, by_column = week_of(label, first), week_of(head)
    moment = moment_of(head)
    time = by_row or by_column or moment or week_of(grid.caption) or ""
    parts = set()
    if not by_row and not grid.total_row(row) and not team:
        parts.add(norm(label))
    measure = grid.measures[row]
    if measure is None:
        own = norm(head)
        if by_column or moment:
            measure = "" if moment and team else caption
        elif by_row or team:
            measure = caption if own in _GENERIC else own
        else:
            measure = caption
            if not grid.total_column(column) and own not in _GENERIC:
                parts.add(own)
    if grid.size_column(column) and not by_column:
        measure = f"{measure} (size of the group)"
    if not caption and not team and not by_row:
        measure = f"{measure} in {grid.path}"  # without a caption nothing says what is counted
    return Name(subject, measure, time, frozenset(parts))
