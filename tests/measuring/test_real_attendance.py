"""England's weekly attendance, which nobody on this project wrote: gaps stay gaps, and words stay honest."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cyclebook.hosts.command_line import main

FILE = "dfe_weekly_attendance_2024_autumn.csv"


@pytest.fixture(scope="module")
def attendance(repository: Path) -> list[dict[str, str]]:
    """The rows of the Department for Education's table; skipped where it does not lie beside the checkout."""
    found = [path for one in repository.parents if (path := one / "shared" / "data" / FILE).is_file()]
    if not found:
        pytest.skip(f"{FILE} does not lie in ../shared/data.")
    with found[0].open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def written(rows: list[dict[str, str]], area: str, file: Path) -> Path:
    """A file of one area's primary schools: sessions attended of those possible, by calendar week."""
    lines = [
        f"{row['week']},{row['overall_attendance']}/{row['possible_sessions']}\n"
        for row in rows
        if (row["area"], row["phase"]) == (area, "Primary")
    ]
    file.write_text("week,value\n" + "".join(lines), "utf-8")
    return file


@pytest.mark.parametrize(
    ("area", "counted", "gap", "median"),
    [
        ("Camden", 12, ["week 44"], "95.2%"),
        ("Manchester", 12, ["week 43"], "95.1%"),
        ("Rutland", 11, ["week 43", "week 44"], "96%"),
    ],
)
def test_half_term_is_a_gap(
    attendance: list[dict[str, str]], tmp_path: Path, area: str, counted: int, gap: list[str], median: str
) -> None:
    """The half-term week is not collected; twelve ordinary weeks give no signal, and no limits are drawn."""
    file = written(attendance, area, tmp_path / "area.csv")
    text = CliRunner().invoke(main, ["measure", str(file)])
    data = json.loads(CliRunner().invoke(main, ["measure", str(file), "--json"]).stdout)

    assert text.stdout == (
        f"Weeks counted: {counted}\n"
        f"Not collected: {', '.join(gap)}\n"
        f"Median: {median}\n"
        "\n"
        "No signal of change; with so few weeks even a large change is often missed.\n"
    )
    assert (data["n_weeks"], data["n_obs"], data["not_collected"]) == (counted, counted + len(gap), gap)
    assert data["says"] == "no-signal"
    assert not [name for name in data if "limit" in name or name.startswith("p_")]


def test_half_term_shortens_a_baseline(attendance: list[dict[str, str]], tmp_path: Path) -> None:
    """The first eight calendar weeks of Camden hold seven counts: too few to be called a baseline median."""
    file = written(attendance, "Camden", tmp_path / "area.csv")
    told = CliRunner().invoke(main, ["measure", str(file), "--baseline", "8", "--better", "higher"]).stdout

    assert "Baseline: 95.5%\n" in told
    assert "The baseline is the middle of 7 weeks." in told


def test_national_groups_differ(attendance: list[dict[str, str]], tmp_path: Path) -> None:
    """In week 43 many areas were on holiday: the sessions possible fell by a quarter, and that is said."""
    file = written(attendance, "England", tmp_path / "area.csv")
    told = CliRunner().invoke(main, ["measure", str(file)]).stdout

    assert told.endswith("The size of the group differs by more than a quarter between weeks.\n")
