"""Tables with complementary suppression, published: nothing is recovered. Without it, all that follows is."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from exact_ranges import exact_range

from cyclebook.audit import Audit, audit_site
from cyclebook.audit.ranges import Sum, Unknowns
from cyclebook.disclosure.tables import protect

Entry = int | None
"""A number that is shown, or None for one that is withheld."""


@dataclass(frozen=True)
class Shown:
    """A table as readers see it: cells by row, totals of rows and columns, the total of all."""

    cells: tuple[tuple[Entry, ...], ...]
    row_totals: tuple[Entry, ...]
    column_totals: tuple[Entry, ...]
    total: Entry


def protected(cells: Sequence[Sequence[int]], *, zeros_public: bool) -> Shown:
    """With complementary suppression."""
    found = protect(cells, zeros_public=zeros_public)

    def shown(entries: Sequence[object]) -> tuple[Entry, ...]:
        return tuple(one if isinstance(one, int) else None for one in entries)

    rows = tuple(shown(row) for row in found.cells)  # type: ignore[arg-type]
    return Shown(rows, shown(found.row_totals), shown(found.column_totals), *shown([found.total]))


def primaries_only(cells: Sequence[Sequence[int]], *, zeros_public: bool) -> Shown:
    """What a program publishes that hides small numbers and thinks no further."""

    def shown(value: int) -> Entry:
        return None if value < 10 and not (zeros_public and value == 0) else value

    return Shown(
        tuple(tuple(map(shown, row)) for row in cells),
        tuple(shown(sum(row)) for row in cells),
        tuple(shown(sum(column)) for column in zip(*cells, strict=True)),
        shown(sum(map(sum, cells))),
    )


def random_tables(count: int) -> list[list[list[int]]]:
    """Counts as schools have them: many small, some zero, some large."""
    dice = random.Random(2026)  # noqa: S311 - invented data, nothing secret
    tables = []
    for _ in range(count):
        most = dice.choice([9, 15, 30, 60, 200])
        height, width = dice.randint(2, 4), dice.randint(2, 4)
        values = [0, dice.randint(1, 9), *[dice.randint(0, most) for _ in range(4)]]
        tables.append(
            [[dice.choice([*values, dice.randint(0, most)]) for _ in range(width)] for _ in range(height)]
        )
    return tables


def published(tables: Sequence[Shown], site: Path) -> Audit:
    """The audit of a site that has each table on a page of its own, and as a download beside it.

    In every second one the page has the cells, and only the download has the totals.
    """
    (site / "about").mkdir(parents=True)
    (site / "about/index.html").write_text("<p>The policy of this site is “open”.</p>", "utf-8")
    for number, table in enumerate(tables):
        width = len(table.cells[0])
        columns = [f"Class {letter}" for letter in "ABCDE"[:width]]
        rows = [[f"Grade {row}", *cells] for row, cells in enumerate(table.cells, 1)]
        full = [
            ["Grade", *columns, "Total"],
            *([*row, total] for row, total in zip(rows, table.row_totals, strict=True)),
            ["Total", *table.column_totals, table.total],
        ]
        folder = site / f"cohorts/spring/team-{number}"
        folder.mkdir(parents=True)
        on_page = [["Grade", *columns], *rows] if number % 2 else full
        (folder / "index.html").write_text(
            f"<h1>Team {number}</h1><table><caption>Students late, by grade and class</caption>"
            f"{_html(on_page)}</table>"
        )
        (folder / "figure-1.csv").write_text("\n".join(",".join(map(_words, row)) for row in full) + "\n")
    return audit_site(site)


def _html(rows: Sequence[Sequence[object]]) -> str:
    head = "".join(f"<th>{one}</th>" for one in rows[0])
    body = "".join(f"<tr>{''.join(f'<td>{_words(one)}</td>' for one in row)}</tr>" for row in rows[1:])
    return f"<tr>{head}</tr>{body}"


def _words(one: object) -> str:
    return "withheld" if one is None else str(one)


def recovered(audit: Audit) -> set[int]:
    """The numbers of the teams whose tables give something away."""
    return {int(one.place.split("team-")[1].split("/")[0]) for one in audit.findings}


@pytest.mark.parametrize("zeros_public", [False, True])
def test_nothing_is_recovered_from_two_hundred_protected_tables(zeros_public: bool, tmp_path: Path) -> None:
    """No page and no download tells a hidden number; and there are hundreds that it could tell."""
    tables = [protected(one, zeros_public=zeros_public) for one in random_tables(200)]
    found = published(tables, tmp_path / "site")
    assert [str(one) for one in found.findings] == []
    assert found.hidden > 1_000
    assert found.inexact == 0


@pytest.mark.parametrize("zeros_public", [False, True])
def test_whatever_follows_is_recovered_where_only_small_numbers_are_hidden(
    zeros_public: bool, tmp_path: Path
) -> None:
    """The audit names exactly those tables from which scipy's exact solver can tell a hidden number."""
    tables = [primaries_only(one, zeros_public=zeros_public) for one in random_tables(60)]
    found = published(tables, tmp_path / "site")
    telling = {number for number, table in enumerate(tables) if follows(table, int(zeros_public))}
    assert telling <= recovered(found)
    assert len(telling) > 20
    safe = set(range(60)) - telling
    assert not safe & recovered(found) - {number for number in safe if small_sum(tables[number])}


def follows(table: Shown, least: int) -> bool:
    """True where scipy's solver leaves a hidden entry fewer than three values, or only some from 1 to 9."""
    unknowns = equations(table, least if any(0 in row for row in table.cells) else 0)
    for key, (least_known, most_known) in unknowns.bounds.items():
        if least_known != most_known:
            low, high = exact_range(unknowns, key)
            if high is not None and (high - low < 2 or (high <= 9 and not (low <= 1 and high == 9))):
                return True
    return False


def small_sum(table: Shown) -> bool:
    """True where hidden cells of one row or column are known to add up to fewer than ten."""
    lines = [
        *((row, total) for row, total in zip(table.cells, table.row_totals, strict=True)),
        *(
            (column, total)
            for column, total in zip(zip(*table.cells, strict=True), table.column_totals, strict=True)
        ),
        (table.row_totals, table.total),
        (table.column_totals, table.total),
    ]
    return any(
        total is not None and None in line and 0 < total - sum(one or 0 for one in line) < 10
        for line, total in lines
    )


def equations(table: Shown, least: int) -> Unknowns:
    """A table's entries as unknowns, and its totals as sums."""
    height, width = len(table.cells), len(table.cells[0])
    found = Unknowns()
    entries: dict[tuple[int, int], Entry] = {
        (r, c): table.cells[r][c] for r, c in product(range(height), range(width))
    }
    entries |= {(r, width): one for r, one in enumerate(table.row_totals)}
    entries |= {(height, c): one for c, one in enumerate(table.column_totals)}
    entries[height, width] = table.total
    for key, one in entries.items():
        found.bounds[key] = (least, None) if one is None else (one, one)
    for r in range(height + 1):
        found.sums.append(Sum({(r, width): -1, **{(r, c): 1 for c in range(width)}}, 0, 0))
    for c in range(width + 1):
        found.sums.append(Sum({(height, c): -1, **{(r, c): 1 for r in range(height)}}, 0, 0))
    return found


def test_the_mutant_is_a_fair_one() -> None:
    """Protection hides more than the small numbers in most tables: so there is something to skip."""
    tables = random_tables(60)
    more = [protected(one, zeros_public=False) != primaries_only(one, zeros_public=False) for one in tables]
    assert sum(more) > 20
