"""What tables state, fact by fact: of whom, what was counted, when, which part of the group, and how many.

Two facts of the same team, measure, time and part are about one number, wherever they stand.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from io import StringIO

from cyclebook.audit.amounts import Amount, Count, Hidden, Share, Told, told
from cyclebook.audit.page import Page, Table, plain
from cyclebook.audit.policies import place_of, team_linked
from cyclebook.audit.site_files import SiteFile

_TOTAL = re.compile(
    r"(?:grand |sub)?totals?\b.*|sum|overall|together|altogether|everyone|everybody|in all|combined|both"
    r"|all(?: (?:of them|together|students|children|families|pupils|learners|grades|groups|classes|parts|"
    r"rooms|teams|schools|weeks))?|(?:the )?(?:whole|entire) (?:group|school|class|cohort|grade)"
    r"|.+ (?:total|in total|in all)",
    re.IGNORECASE,
)
_MEAN = re.compile(r"(?:weekly )?(?:mean|average)\b.*|.* (?:mean|average)|(?:mean|average) .*", re.IGNORECASE)
_WEEK = re.compile(
    r"(?:^|\b(?:in|of|for) )week (?P<week>\d{1,2})\b|^w(?:k|eek)?\.? ?(?P<short>\d{1,2})$", re.IGNORECASE
)
_MOMENT = re.compile(
    r"baseline|before|start|result(?: \(latest\))?|latest|after|end|last year", re.IGNORECASE
)
_SAME_MOMENT = {
    "before": "baseline",
    "start": "baseline",
    "latest": "result",
    "after": "result",
    "end": "result",
}
_SIZE = re.compile(r"(?:.*\b)?(?:group size|size|size of (?:the )?group)|n|of|among", re.IGNORECASE)
_MEMBERS = frozenset({"students", "children", "families", "pupils", "learners", "people"})
_RUNNING = re.compile(
    r"\b(?:cumulative(?:ly)?|running total|so far|to date|since the start|up to (?:then|now))\b",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s*\([^()]*\)|,? percent of [\d,]+$")
_TAIL = re.compile(
    r",? (?:by (?:week|grade|group|class|room|school|student group|month|teacher|part)s?(?: and .*)?"
    r"|week by week|(?:in|of|for) week \d+)$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[^\w%/+<>&]+")
_ASIDE = frozenset(
    {"week", "date", "goal", "weeks", "tests", "number", "year", "day", "minutes", "start", "end"}
)
_MOST_ROWS = 20_000
_LONGEST_HEADING = 12


@lru_cache(maxsize=20_000)
def norm(words: str) -> str:
    """Words without case, marks and units, for comparing labels."""
    return _MARKS.sub(" ", _UNIT.sub("", words).casefold()).strip()


def core(words: str) -> str:
    """A caption without "by grade" and the like: what was counted."""
    return norm(_TAIL.sub("", _TAIL.sub("", plain(words).rstrip("."))))


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a table, with its row and column."""

    row: int
    column: int
    said: Told


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as its reader takes it: labels of rows and columns, and the numbers between.

    `subject` is the team that all of it is about, `subjects` the team of each row; `named` tells
    of each row whether its label is the name of that team.
    """

    path: str
    caption: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[Cell, ...]
    subject: str
    subjects: tuple[str | None, ...]
    measures: tuple[str | None, ...]
    texts: tuple[tuple[str, ...], ...]
    links: tuple[str | None, ...] = ()
    named: tuple[bool, ...] = ()
    by_row: tuple[tuple[Cell, ...], ...] = ()

    def place(self, row: int, column: int) -> str:
        """Where a cell stands, for people."""
        table = f", table “{self.caption}”" if self.caption else ""
        return f"{self.path}{table}, row “{self.rows[row]}”, column “{self.columns[column]}”"

    def total_row(self, row: int) -> bool:
        return _TOTAL.fullmatch(self.rows[row]) is not None

    def total_column(self, column: int) -> bool:
        return _TOTAL.fullmatch(self.columns[column]) is not None

    def mean_row(self, row: int) -> bool:
        return _MEAN.fullmatch(self.rows[row]) is not None

    def mean_column(self, column: int) -> bool:
        return _MEAN.fullmatch(self.columns[column]) is not None

    def size_column(self, column: int) -> bool:
        """True for a column of group sizes; "students" is one where baselines or results stand beside it."""
        label = norm(self.columns[column])
        if label in _MEMBERS and "percent" not in self.columns[column]:
            return any(moment_of(one) or norm(one) in ("share", "percent") for one in self.columns)
        return _SIZE.fullmatch(label) is not None

    def adds(self, column: int) -> bool:
        """True for a column whose numbers can be summed: no weeks, no sizes of groups."""
        return norm(self.columns[column]) not in _ASIDE


def week_of(label: str, heading: str = "") -> str | None:
    """ "week 3" for a label of that week; a bare number is one under the heading "week"."""
    if norm(heading) in ("week", "weeks") and re.fullmatch(r"\d{1,2}", label.strip()):
        return f"week {int(label)}"
    found = _WEEK.search(label.strip())
    return f"week {int(found['week'] or found['short'])}" if found else None


def moment_of(label: str) -> str | None:
    """ "baseline" or "result" for a column of that name."""
    label = norm(label)
    return _SAME_MOMENT.get(label, label) if _MOMENT.fullmatch(label) else None


def running(label: str) -> str | None:
    """What a running total sums up, where a label speaks of one."""
    return norm(_RUNNING.sub(" ", label)) if _RUNNING.search(label) else None


def grids_of_page(file: SiteFile, page: Page, names: dict[tuple[str, str], str]) -> Iterator[Grid]:
    """The tables of a page; layout tables without numbers are passed over."""
    for table in page.tables:
        rows = [
            [cell.words for cell in row for _ in range(cell.span)] for row in table.rows[:_MOST_ROWS] if row
        ]
        links = [
            next((cell.link for cell in row if cell.link), None) for row in table.rows[:_MOST_ROWS] if row
        ]
        firsts = [row[0].link for row in table.rows[:_MOST_ROWS] if row]
        grid = _grid(file, table.caption, table.heading, rows, links, firsts, names, headed=_headed(table))
        if grid:
            yield grid
    timeline = _timeline(file, page, names)
    if timeline:
        yield timeline


def grids_of_csv(file: SiteFile, names: dict[tuple[str, str], str]) -> Iterator[Grid]:
    """The table of a CSV file; semicolons and tabs are read too."""
    first = file.text[: file.text.find("\n")] if "\n" in file.text else file.text
    mark = max((",", ";", "\t"), key=first.count)
    try:
        read = csv.reader(StringIO(file.text, newline=""), delimiter=mark)
        rows = [row for _, row in zip(range(_MOST_ROWS), read, strict=False) if row]
    except csv.Error:
        rows = [line.split(mark) for line in file.text.splitlines()[:_MOST_ROWS]]
    grid = _grid(file, "", "", rows, [None] * len(rows), [None] * len(rows), names, headed=True)
    if grid:
        yield grid


def _headed(table: Table) -> bool:
    first = next((row for row in table.rows if row), [])
    return bool(first) and all(cell.header for cell in first)


def _grid(
    file: SiteFile,
    caption: str,
    heading: str,
    rows: list[list[str]],
    links: list[str | None],
    firsts: list[str | None],
    names: dict[tuple[str, str], str],
    *,
    headed: bool,
) -> Grid | None:
    if len(rows) < (2 if headed else 1):
        return None
    width = max(len(row) for row in rows)
    head = rows[0] if headed else []
    columns = tuple(plain(head[index]) if index < len(head) else "" for index in range(width))
    body, body_links = (rows[1:], links[1:]) if headed else (rows, links)
    firsts = firsts[1:] if headed else firsts
    texts = tuple(tuple(plain(one) for one in row) for row in body)
    cells = tuple(
        Cell(index, column, said)
        for index, row in enumerate(texts)
        for column, words in enumerate(row)
        if (column > 0 or not headed) and (said := _in_percent(told(words), columns, column, row)) is not None
    )
    place = place_of(file.path)
    subject = "/".join(place) if place else ""
    cohort = place[0] if place else ""
    subjects = tuple(
        team_linked(file.path, link) or _named(cohort, row, names)
        for row, link in zip(texts, body_links, strict=True)
    )
    spoken = next((index for index, name in enumerate(columns) if norm(name) == "measure"), None)
    measures = tuple(norm(row[spoken]) if spoken is not None and spoken < len(row) else None for row in texts)
    labels = tuple(row[0] if row else "" for row in texts)
    named = tuple(
        _named(cohort, row, names) is not None
        or (first is not None and team_linked(file.path, first) is not None)
        for row, first in zip(texts, firsts, strict=True)
    )
    return Grid(
        file.path,
        plain(caption),
        heading,
        columns,
        labels,
        cells,
        subject,
        subjects,
        measures,
        texts,
        tuple(body_links),
        named,
        _by_row(cells, len(texts)),
    )


def _in_percent(
    said: Told | None, columns: tuple[str, ...], column: int, row: tuple[str, ...]
) -> Told | None:
    """A bare number in a column, or in a row, whose unit is percent is a share."""
    label = columns[column]
    units = [words for head, words in zip(columns, row, strict=False) if norm(head) == "unit"]
    percent = "(percent" in label or (
        "percent" in units and norm(label) not in _ASIDE and "size" not in label
    )
    if (
        not percent
        or not isinstance(said, Count | Amount)
        or (isinstance(said, Count) and said.size is not None)
    ):
        return said
    return Share(Decimal(said.value), said.step if isinstance(said, Amount) else Decimal(1))


def _by_row(cells: tuple[Cell, ...], rows: int) -> tuple[tuple[Cell, ...], ...]:
    found: list[list[Cell]] = [[] for _ in range(rows)]
    for cell in cells:
        found[cell.row].append(cell)
    return tuple(map(tuple, found))


def _timeline(file: SiteFile, page: Page, names: dict[tuple[str, str], str]) -> Grid | None:
    """The weeks of a team one after the other, each under a heading: a table in all but name."""
    place = place_of(file.path)
    rows: list[list[str]] = []
    week: str | None = None
    for one in page.words if place and place[1] else ():
        if one.tag in ("h2", "h3", "h4"):
            week = one.text if week_of(one.text) and len(one.text) < _LONGEST_HEADING else None
        elif week and told(one.text) is not None:
            rows.append([week, one.text])
            week = None
    if not rows:
        return None
    nothing: list[str | None] = [None] * (len(rows) + 1)
    return _grid(
        file, "Week by week", "", [["Week", "This week"], *rows], nothing, nothing, names, headed=True
    )


def _named(cohort: str, row: tuple[str, ...], names: dict[tuple[str, str], str]) -> str | None:
    """The team whose name a row begins with, alone or with its focus."""
    if not row:
        return None
    longer = norm(f"{row[0]} {row[1]}") if len(row) > 1 else ""
    return names.get((cohort, longer)) or names.get((cohort, norm(row[0])))


def team_names(files: Iterator[tuple[SiteFile, Page]]) -> dict[tuple[str, str], str]:
    """Teams by cohort and name, as links of pages give them; a name of two teams is left out."""
    found: dict[tuple[str, str], set[str]] = {}
    for file, page in files:
        for link, words in page.links:
            team = team_linked(file.path, link)
            if team and words:
                cohort = team.split("/")[0]
                for name in {norm(words), norm(words.split(", ")[0])}:
                    found.setdefault((cohort, name), set()).add(team)
    return {key: next(iter(teams)) for key, teams in found.items() if len(teams) == 1}


def is_number(said: Told) -> bool:
    """True for what takes part in sums: a count, or a number kept back."""
    return isinstance(said, Count | Hidden)
