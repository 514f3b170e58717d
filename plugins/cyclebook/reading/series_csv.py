"""One weekly series in a CSV file of its own: a week or a date, and a value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - the rows have a column named date
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator
from pydantic_core import PydanticCustomError

from cyclebook.model import amounts, days_and_weeks
from cyclebook.model.amounts import Amount, read_amount
from cyclebook.model.fields import misread
from cyclebook.model.near_values import whole_number
from cyclebook.model.problem import Place, Problem
from cyclebook.reading.blocks import validate
from cyclebook.reading.places import Places
from cyclebook.reading.weekly_csv import Lacking, read_weekly_csv

LAST_WEEK = 999

_FIRST_LINE = "Make the first line: week,value or date,value."


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One row. `week` or `day` is given, `value` None where nothing was counted."""

    week: int | None
    day: Day | None
    value: Amount | None
    place: Place


def _read_week(given: Any) -> int:
    """A week's number, of a cycle or of a calendar."""
    text = str(given).strip()
    if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) == 0:
        whole = whole_number(text)
        example = f"Write a whole number from 1 to {LAST_WEEK}, or use a column date"
        hint = f"Write {whole}" if whole and whole <= LAST_WEEK else example
        raise misread("bad-week", "{it} is not a week number.", hint, text, example)
    return int(text)


class _Row(BaseModel):
    week: Annotated[int, BeforeValidator(_read_week)] | None = None
    date: days_and_weeks.Day | None = None
    value: amounts.Weekly = None


class _Rows(BaseModel):
    weeks: list[_Row]


def read_series(content: bytes, file: PurePosixPath) -> tuple[tuple[SeriesRow, ...], list[Problem]]:
    """The rows in order, by the column `week` where there is one, and every problem.

    Other columns are not read. A row without a week, out of order or twice is a problem.
    """
    data, places, problems = read_weekly_csv(content, file, _lacking)
    if problems:
        return (), problems
    read = validate(_Rows, {"weeks": data}, places, lossy=False)
    problems = list(read.problems)
    rows = read.value.weeks if read.value else []
    told = tuple(_row(row, read.places, index) for index, row in enumerate(rows))
    axis = "week" if data and "week" in data[0] else "date"
    if not problems:
        problems.extend(_disorder(told, axis, read.places))
    return told, problems


def goal_of(text: str) -> Amount:
    """A goal as it is written: 40, 95% or 40/52. Raises ValueError with a sentence."""
    try:
        return read_amount(text)
    except PydanticCustomError as error:
        told = {name: str(value) for name, value in (error.context or {}).items()}
        said = told["message"].replace("{it}", f'"{told["it"]}"')
        raise ValueError(f"{said} {told['hint']}.".replace("..", ".")) from None


def _lacking(header: list[str]) -> Lacking | None:
    if "week" not in header and "date" not in header:
        return "week", _FIRST_LINE
    return None if "value" in header else ("value", f"{_FIRST_LINE} The column value holds the numbers.")


def _row(row: _Row, places: Places, index: int) -> SeriesRow:
    value = row.value if isinstance(row.value, Amount) else None
    return SeriesRow(row.week, row.date, value, places.of_value(("weeks", index, "value")))


def _disorder(rows: tuple[SeriesRow, ...], axis: str, places: Places) -> Iterator[Problem]:
    """Rows that do not follow the row above, by week and by date; rows without a place in time."""
    for name in ("week", "date"):
        before: int | Day | None = None
        for index, row in enumerate(rows):
            place = places.of_value(("weeks", index, name))
            here = row.week if name == "week" else row.day
            if here is None:
                if name == axis:
                    hint = "Write it, or delete the row. A missing week needs no row."
                    yield Problem("empty-value", place, f"This row has no {name}.", hint, field=name)
                continue
            if before is not None and here == before:
                hint = "Each week has one row. Keep one, or correct it."
                yield Problem("week-twice", place, f"This {name} stands above already.", hint, field=name)
            elif before is not None and _earlier(here, before):
                code = "bad-week" if name == "week" else "bad-date"
                hint = "Put the rows in order, the first week first. Over a new year, use a column date."
                yield Problem(code, place, f"This {name} is before the one above.", hint, field=name)
            before = here


def _earlier(here: int | Day, before: int | Day) -> bool:
    if isinstance(here, int) and isinstance(before, int):
        return here < before
    return isinstance(here, Day) and isinstance(before, Day) and here < before
