"""Tables of pages and downloads, and weeks told one after the other, as grids of numbers."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO

from cyclebook.audit.amounts import Amount, Count, Share, Told, told
from cyclebook.audit.grid import ASIDE, Cell, Grid
from cyclebook.audit.labels import norm, week_of
from cyclebook.audit.page import Page, Table, plain
from cyclebook.audit.policies import place_of, team_linked
from cyclebook.audit.site_files import SiteFile

_MOST_ROWS = 20_000
_LONGEST_HEADING = 12


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
    percent = "(percent" in label or ("percent" in units and norm(label) not in ASIDE and "size" not in label)
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
