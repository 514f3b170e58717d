"""What every chart is made of: a headline, drawings, a text alternative and its data.

The pages room adds the number ("Figure 1") and the HTML around it.
"""

import csv
import io
import re
from dataclasses import dataclass
from typing import Literal

Variant = Literal["wide", "narrow", "one"]

_DIGITS = re.compile(r"-?\d+(\.\d+)?")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a data table; `numeric` ones are set flush right."""

    heading: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class DataTable:
    """The numbers behind a drawing, for readers (`rows`) and for programs (`csv_rows`).

    The first column of `rows` is the row header. `csv_header` names units;
    `csv_rows` hold plain digits, ISO dates, or the words that say why a number is
    missing.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    csv_header: tuple[str, ...]
    csv_rows: tuple[tuple[str, ...], ...]

    def to_csv(self) -> str:
        """The table as CSV: UTF-8 text, one `\\n` after each row, no cell a spreadsheet would run."""
        sheet = io.StringIO()
        writer = csv.writer(sheet, lineterminator="\n")
        for row in (self.csv_header, *self.csv_rows):
            writer.writerow([_inert(cell) for cell in row])
        return sheet.getvalue()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A complete `<svg>` element. Wide and narrow ones of a figure are switched by the page's width."""

    svg: str
    variant: Variant


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A figure without its number. `alt_title` and `alt_text` are also inside each drawing."""

    id: str
    headline: str
    subtitle: str
    drawings: tuple[Drawing, ...]
    notes: tuple[str, ...]
    source: str
    table: DataTable
    alt_title: str
    alt_text: str


def _inert(cell: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers."""
    one_line = cell.replace("\r\n", "\n").replace("\r", "\n")
    if cell.startswith(_FORMULA_STARTS) and not _DIGITS.fullmatch(cell):
        return f"'{one_line}"
    return one_line
