"""Weekly rows in a CSV file, with the place of every cell."""

import csv
import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from cyclebook.model.problem import Place, Problem
from cyclebook.reading.places import Places
from cyclebook.reading.plain_text import MAX_CSV, plain_text

MAX_ROWS = 2_000
MAX_COLUMNS = 50
MAX_LINE = 20_000

Lacking = tuple[str, str]
"""A column that is not there, and how to write the first line."""

_CELL = re.compile(r'("(?:[^"]|"")*"|[^,]*)(?:,|$)')


def no_week(header: list[str]) -> Lacking | None:
    """What the first line of a storyboard's rows lacks."""
    return (
        None if "week" in header else ("week", "Make the first line: week,date, then the id of each measure.")
    )


def read_weekly_csv(
    content: bytes, file: PurePosixPath, lacks: Callable[[list[str]], Lacking | None] = no_week
) -> tuple[list[dict[str, Any]], Places, list[Problem]]:
    """Rows as text by column name; places under ("weeks", row, column).

    `lacks` names a column that the first line should have and has not.
    """
    places = Places(file)
    decoded = plain_text(content, file, MAX_CSV, "In a spreadsheet, choose “CSV UTF-8” when you save.")
    if decoded.text is None:
        return [], places, list(decoded.problems)
    lines = decoded.text.split("\n")
    long = next((number for number, line in enumerate(lines, 1) if len(line) > MAX_LINE), None)
    if long is not None:
        told = f"This line has more than {MAX_LINE:,} characters."
        return [], places, [Problem("too-large", Place(file, long), told, "Shorten the notes in it.")]
    titles = _cells(lines[0])
    header = [cell.strip() for cell, _, _ in titles]
    problems = [
        *decoded.problems,
        *_header_problems(header, lines[0], file, lacks(header)),
        *_too_many(header, lines, file),
    ]
    if len(problems) > len(decoded.problems):
        return [], places, problems
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip().strip(","):
            continue
        cells = _cells(line)
        if len(cells) != len(header):
            problems.append(
                Problem(
                    "ragged-row",
                    Place(file, number, 1, max(1, len(line))),
                    f"This row has {len(cells)} cells; the first line has {len(header)}.",
                    "Put text that holds a comma in double quotes, and keep a comma for each empty cell.",
                )
            )
            continue
        row = len(rows)
        places.values["weeks", row] = Place(file, number, 1, max(1, len(line)))
        for name, (_, column, length) in zip(header, cells, strict=True):
            places.values["weeks", row, name] = Place(file, number, column, max(1, length))
        for name, (_, column, _) in zip(header, titles, strict=True):
            places.keys["weeks", row, name] = Place(file, 1, column, max(1, len(name)))
        rows.append({name: cell.strip() or None for name, (cell, _, _) in zip(header, cells, strict=True)})
    return rows, places, problems


def _too_many(header: list[str], lines: list[str], file: PurePosixPath) -> list[Problem]:
    """More rows or columns than any cycle has."""
    if len(header) > MAX_COLUMNS:
        told, hint = f"This file has more than {MAX_COLUMNS} columns.", "Keep week, date and your measures."
    elif len(lines) > MAX_ROWS + 2:
        told, hint = f"This file has more than {MAX_ROWS:,} rows.", "Keep one row a week."
    else:
        return []
    return [Problem("too-large", Place(file), told, hint)]


def _cells(line: str) -> list[tuple[str, int, int]]:
    """Text, column (from 1) and length of each cell."""
    texts = next(csv.reader([line]), [""])
    spans = [(found.start(1) + 1, found.end(1) - found.start(1)) for found in _CELL.finditer(line)]
    return [
        (text, *(spans[index] if index < len(spans) else (1, len(line)))) for index, text in enumerate(texts)
    ]


def _header_problems(
    header: list[str], line: str, file: PurePosixPath, lacking: Lacking | None
) -> list[Problem]:
    place = Place(file, 1, 1, max(1, len(line)))
    separator = next((name for sign, name in ((";", "semicolons"), ("\t", "tabs")) if sign in line), None)
    if len(header) < 2 and separator:
        return [
            Problem(
                "bad-separator",
                place,
                f"The columns are separated by {separator}.",
                "Save the file again as CSV with commas.",
            )
        ]
    if lacking is not None:
        name, hint = lacking
        return [Problem("missing-key", place, f"The column {name} is missing.", hint, field=name)]
    twice = next((name for name in header if header.count(name) > 1), None)
    if twice is not None:
        column = [one for one in _cells(line) if one[0].strip() == twice][1][1]
        return [
            Problem(
                "duplicate-key",
                Place(file, 1, column, max(1, len(twice))),
                "The column {it} stands here twice.",
                "Keep one of the two.",
                it=twice,
                stand_in="name",
            )
        ]
    return []
