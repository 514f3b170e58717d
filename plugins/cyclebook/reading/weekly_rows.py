"""Where a storyboard's weekly rows stand: in its own file, or in a CSV file beside it, and never in both."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from pydantic import BaseModel

from cyclebook.model.days_and_weeks import LAST_WEEK
from cyclebook.model.measure import WeekRow
from cyclebook.model.problem import Place, Problem
from cyclebook.model.storyboard import Storyboard, StoryboardFile
from cyclebook.reading.block_types import known_keys
from cyclebook.reading.blocks import validate
from cyclebook.reading.field_problems import meant_keys
from cyclebook.reading.files_beside import csv_beside
from cyclebook.reading.front_matter import FrontMatter
from cyclebook.reading.places import Places
from cyclebook.reading.regular_files import is_file
from cyclebook.reading.weekly_csv import read_weekly_csv


class _Weeks(BaseModel):
    """The rows of a weekly CSV file."""

    weeks: list[WeekRow]


def table_of(storyboard: StoryboardFile | None, file: Path) -> str | None:
    """The name of the CSV file that a storyboard reads, if it has one; None where that is not known."""
    if storyboard is None:
        return None
    named = storyboard.storyboard.weeks
    if isinstance(named, str):
        return named if is_file(file.parent / named) else None
    return f"{file.stem}.csv"


def all_measures_read(storyboard: Storyboard, front: FrontMatter) -> bool:
    """False where a measure was left out for a mistake, or all of them for a misspelt key."""
    data = front.data or {}
    written = data.get("measures")
    if "measures" not in data:
        return not front.lossy and "measures" not in meant_keys(data, known_keys(Storyboard, ()))
    return written is None or (isinstance(written, list) and len(written) == len(storyboard.measures))


def second_set(places: Places, file: Path) -> Iterator[Problem]:
    """Rows in the storyboard and in a CSV file of its own name: nobody can say which are right."""
    if is_file(file.with_suffix(".csv")):
        yield Problem(
            "two-sets-of-weeks",
            places.of_key(("weeks",)),
            "There are two sets of weekly rows: these, and a CSV file with the name of this storyboard.",
            f"Keep one. Delete the rows here, or delete {file.stem}.csv.",
            field="weeks",
        )


def _too_many(place: Place, what: str) -> Problem:
    """More rows than the longest cycle has weeks."""
    told = f"{what} has more than {LAST_WEEK} weeks."
    return Problem("too-large", place, told, "Keep one row for each week of the cycle.")


def weekly_rows(
    storyboard: Storyboard,
    places: Places,
    file: Path,
    shown: PurePosixPath,
    problems: list[Problem],
    *,
    written: bool,
) -> tuple[list[WeekRow], Places]:
    """The rows inline (`written`), in the file that `weeks` names, or in a CSV file of the same name."""
    beside = f"{file.stem}.csv"
    if isinstance(storyboard.weeks, list):
        if written or not is_file(file.parent / beside):
            if len(storyboard.weeks) > LAST_WEEK:
                problems.append(_too_many(places.of_value(("weeks", LAST_WEEK)), "This list"))
                return [], places
            return storyboard.weeks, places
        name = beside
    else:
        name = storyboard.weeks
    place = places.of_value(("weeks",))
    found_file = csv_beside(
        name, file, shown, place, "weeks", example=beside, save=f"Save the weekly rows as {beside}."
    )
    if isinstance(found_file, Problem):
        problems.append(found_file)
        return [], places
    data, row_places, found = read_weekly_csv(found_file, shown.parent / name)
    if len(data) > LAST_WEEK:
        problems.append(_too_many(row_places.of_value(("weeks", LAST_WEEK)), "This file"))
        return [], places
    rows = validate(_Weeks, {"weeks": data}, row_places, lossy=False)
    problems.extend([*found, *rows.problems])
    return (rows.value.weeks if rows.value else []), rows.places
