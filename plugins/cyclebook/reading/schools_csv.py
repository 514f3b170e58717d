"""Schools in a CSV file: who they are, whether they take part, and two figures of each."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator

from cyclebook.model.fields import Flag, Text, read_number
from cyclebook.model.problem import Place, Problem
from cyclebook.model.schools import School, SchoolFigures
from cyclebook.reading.blocks import validate
from cyclebook.reading.places import Places
from cyclebook.reading.weekly_csv import Lacking, read_weekly_csv

_WORDS = ("school", "district", "level", "participating")
_PLACES = ("across", "up")
_FIRST_LINE = "Make the first line: school,district,level, the names of two figures, participating."
_NOT_KNOWN = ("n/d", "n/a", "na", "not published")


def _read_figure(given: Any) -> Decimal | None:
    """A number, or nothing where it is not known."""
    if given is None or str(given).strip().lower() in _NOT_KNOWN:
        return None
    return read_number(given)


_Figure = Annotated[Decimal | None, BeforeValidator(_read_figure)]


class _Row(BaseModel):
    school: Text
    district: Text | None = None
    level: Text | None = None
    across: _Figure = None
    up: _Figure = None
    participating: Flag


class _Rows(BaseModel):
    schools: list[_Row]


def read_schools(content: bytes, file: PurePosixPath) -> tuple[SchoolFigures | None, list[Problem]]:
    """The schools of a file in its order, and every problem; None where there is any.

    The two columns that are none of school, district, level and participating hold the figures:
    the first goes across a drawing, the second up. A cell without a figure is empty or n/d.
    """
    data, places, problems = read_weekly_csv(content, file, _lacking)
    if not problems and not data:
        none = "This file has no schools."
        problems = [Problem("empty-value", Place(file), none, "Write one row for each school.")]
    if not data:
        return None, problems
    figures = [name for name in data[0] if name not in _WORDS]
    if len(figures) > len(_PLACES):
        return None, [*problems, _third(figures, places)]
    names = dict(zip(figures, _PLACES, strict=True))
    rows = [{names.get(name, name): cell for name, cell in row.items()} for row in data]
    read = validate(_Rows, {"schools": rows}, _renamed(places, names), lossy=False)
    problems.extend(_with_heading(one, figures) for one in read.problems)
    schools = read.value.schools if read.value else []
    problems.extend(_twice(schools, read.places))
    if problems:
        return None, problems
    return SchoolFigures(figures[0], figures[1], tuple(_school(row) for row in schools)), []


def _lacking(header: list[str]) -> Lacking | None:
    missing = next((name for name in ("school", "participating") if name not in header), None)
    if missing is not None:
        return missing, _FIRST_LINE
    figures = [name for name in header if name not in _WORDS]
    if len(figures) < len(_PLACES):
        return f"{'second' if figures else 'first'} figure", _FIRST_LINE
    return None


def _third(figures: list[str], places: Places) -> Problem:
    """A column that has no place in a drawing of two figures."""
    name = figures[len(_PLACES)]
    return Problem(
        "unknown-key",
        places.of_key(("weeks", 0, name)),
        "The column {it} is a third figure, and each school has two.",
        f"Delete it, or check its name. Known here: {', '.join(_WORDS)}, and two figures.",
        field=name,
        it=name,
        stand_in="here",
        public_hint="Delete it, or check its name.",
    )


def _renamed(places: Places, names: dict[str, str]) -> Places:
    """The places of cells, under "schools" and the names that the fields have here."""
    told = places.copy()
    for kept in (told.keys, told.values):
        for path, place in list(kept.items()):
            if path[0] == "weeks":
                kept[("schools", *path[1:2], *(names.get(str(name), name) for name in path[2:]))] = place
    return told


def _with_heading(problem: Problem, figures: list[str]) -> Problem:
    """A problem that names the column as the file does."""
    column = {"schools.across": figures[0], "schools.up": figures[1]}.get(problem.field)
    return replace(problem, field=column or problem.field.removeprefix("schools."))


def _twice(schools: list[_Row], places: Places) -> Iterator[Problem]:
    seen = set()
    for index, row in enumerate(schools):
        who = (row.school, row.district)
        if who in seen:
            yield Problem(
                "duplicate-id",
                places.of_value(("schools", index, "school")),
                "{it} stands above already.",
                "Each school has one row. Two schools of one name need two districts.",
                field="school",
                it=row.school,
                stand_in="This school",
            )
        seen.add(who)


def _school(row: _Row) -> School:
    return School(row.school, row.district, row.level, row.across, row.up, row.participating)
