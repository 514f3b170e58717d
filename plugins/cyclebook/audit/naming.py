"""Which number a cell is: labels around it, brought into one form, so that pages and downloads agree.

A number is known by its team, its measure, its time and the part of the group it is about.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from cyclebook.audit.amounts import Count, Hidden, Range, Told
from cyclebook.audit.grid import Grid
from cyclebook.audit.labels import core, moment_of, norm, week_of

_FEWEST_WEEKS = 3
_MOST_MEASURES = 60
_SIZES = "(size of the group)"
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


def names_of(grids: list[Grid]) -> dict[tuple[int, int, int], Name]:
    """Which number each cell is, by the numbers of its table, row and column."""
    captions = _captions(grids)
    return {
        (number, cell.row, cell.column): _named(grid, captions[number], cell.row, cell.column)
        for number, grid in enumerate(grids)
        for cell in grid.cells
    }


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
    for cell in grid.by_row[row]:
        if not isinstance(cell.said, Count) or cell.said.size is not None:
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
        measure = f"{measure} {_SIZES}"
    if not caption and not team and not by_row:
        measure = f"{measure} in {grid.path}"  # without a caption nothing says what is counted
    return Name(subject, measure, time, frozenset(parts))


@dataclass(slots=True)
class _Series:
    """The weeks of a measure under one name, the tables it stands in and the sizes of its group."""

    weeks: dict[str, Told]
    tables: set[int]
    sizes: set[int]


def same_measures(grids: list[Grid], named: dict[tuple[int, int, int], Name]) -> dict[tuple[str, str], str]:
    """Measures of one team that go by several names, told by their weeks: most of them say the same.

    A download calls by its id what the page calls by its name. Two columns of one table are two measures.
    """
    by_team: dict[str, dict[str, _Series]] = defaultdict(dict)
    for number, grid in enumerate(grids):
        for cell in grid.cells:
            name = named[number, cell.row, cell.column]
            if name.time.startswith("week ") and not name.parts and _SIZES not in name.measure:
                one = by_team[name.subject].setdefault(name.measure, _Series({}, set(), set()))
                one.weeks.setdefault(name.time, _bare(cell.said))
                one.tables.add(number)
                size = size_of(grid, cell.row, cell.column, cell.said)
                one.sizes.update({size} if size else ())
    found: dict[tuple[str, str], str] = {}
    for team, measures in by_team.items():
        if len(measures) <= _MOST_MEASURES:
            found.update({(team, one): other for one, other in _merged(measures).items()})
    return found


def _merged(measures: dict[str, _Series]) -> dict[str, str]:
    """For each name but one of a measure, that one."""
    agreeing = sorted(
        (
            (-_agreeing(measures[one], measures[other]), one, other)
            for one, other in combinations(sorted(measures), 2)
            if _agreeing(measures[one], measures[other])
        ),
    )
    leads = {one: one for one in measures}
    tables = {one: set(measures[one].tables) for one in measures}
    for _, one, other in agreeing:
        first, second = leads[one], leads[other]
        if first != second and not tables[first] & tables[second]:
            tables[first] |= tables[second]
            leads = {name: first if lead == second else lead for name, lead in leads.items()}
    return {one: lead for one, lead in leads.items() if one != lead}


def _agreeing(one: _Series, other: _Series) -> int:
    """How many weeks say the same; 0 where they are too few, or always one thing, or groups differ."""
    if one.sizes and other.sizes and not one.sizes & other.sizes:
        return 0
    shared = [week for week in one.weeks if week in other.weeks]
    same = [
        week
        for week in shared
        if one.weeks[week] == other.weeks[week] and not isinstance(one.weeks[week], Hidden)
    ]
    enough = len(same) >= _FEWEST_WEEKS and 4 * len(same) >= 3 * len(shared)
    return len(same) if enough and len({one.weeks[week] for week in same}) > 1 else 0


def _bare(said: Told) -> Told:
    """A range or count without the size of its group."""
    if isinstance(said, Range):
        return Range(said.low, said.high, over=said.over)
    return Count(said.value) if isinstance(said, Count) else said
