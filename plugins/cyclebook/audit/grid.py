"""A table as its reader takes it: labels of rows and columns, and the numbers between."""

import re
from dataclasses import dataclass

from cyclebook.audit.amounts import Told
from cyclebook.audit.labels import moment_of, norm

_TOTAL = re.compile(
    r"(?:grand |sub)?totals?\b.*|sum|overall|together|altogether|everyone|everybody|in all|combined|both"
    r"|all(?: (?:of them|together|students|children|families|pupils|learners|grades|groups|classes|parts|"
    r"rooms|teams|schools|weeks))?|(?:the )?(?:whole|entire) (?:group|school|class|cohort|grade)"
    r"|.+ (?:total|in total|in all)",
    re.IGNORECASE,
)
_MEAN = re.compile(r"(?:weekly )?(?:mean|average)\b.*|.* (?:mean|average)|(?:mean|average) .*", re.IGNORECASE)
_SIZE = re.compile(r"(?:.*\b)?(?:group size|size|size of (?:the )?group)|n|of|among", re.IGNORECASE)
_MEMBERS = frozenset({"students", "children", "families", "pupils", "learners", "people"})
ASIDE = frozenset(
    {"week", "date", "goal", "weeks", "tests", "number", "year", "day", "minutes", "start", "end"}
)


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
        return norm(self.columns[column]) not in ASIDE
