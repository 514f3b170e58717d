"""The part of a cohort's page for its sponsors: what it says, and when it is left out."""

from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from cyclebook.building import compile_site
from small_site import SmallSite, front_matter, storyboard
from webpage import parse

_COHORT = "teams/2026-spring/cohort.md"
_ROWS = [{"week": week, "on-time": count} for week, count in enumerate((21, 19, 20, 18, 19), 1)]


def _at_work(**changes: Any) -> str:
    measures = [{"id": "on-time", "name": "On time", "of": 52, "goal": 40, "better": "higher"}]
    goal = {"result": None, **changes.pop("goal", {})}
    return storyboard(**{"measures": measures, "weeks": _ROWS, "goal": goal, **changes})


def _words(folder: Path, day: date) -> str:
    site = compile_site(folder / "teams", PurePosixPath("teams"), as_of=day, site_url=None, quoting=True)
    (page,) = [one for one in site.pages if one.address == "cohorts/2026-spring/"]
    found = [one for one in parse(page.html).all("section") if one.get("aria-labelledby") == "sponsors"]
    assert ("sponsors" in dict(page.sections)) is bool(found), "the list of sections agrees with the page"
    return found[0].words if found else ""


@pytest.fixture
def running(tmp_path: Path) -> Path:
    """Three teams in week six: one stuck, one silent, one too small to be shown."""
    files = {
        "teams/2026-spring/birch-hill.md": _at_work(school="Birch Hill Elementary"),
        "teams/2026-spring/marlow-creek.md": _at_work(
            weeks=_ROWS[:3], tests=[{"idea": "Late bus", "weeks": [1, 2]}]
        ),
        "teams/2026-spring/tall-pines.md": _at_work(
            school="Tall Pines Middle School",
            goal={"of": 9, "baseline": 2, "target": 8},
            measures=[{"id": "on-time", "name": "On time", "of": 9, "goal": 8, "better": "higher"}],
            weeks=[{"week": 1, "on-time": 3}],
            tests=[],
        ),
    }
    SmallSite.write(tmp_path, files)
    return tmp_path


def test_while_the_cycle_runs_sponsors_read_how_each_team_stands(running: Path) -> None:
    """The week, the next check-in, who is silent, who is stuck, and each team beside its target."""
    words = _words(running, date(2026, 3, 11))

    for said in (
        "For sponsors: week 6 of 10",
        "This week. Week 6, which begins on 9 March 2026.",
        "Marlow Creek Elementary last report: week 3",
        "Birch Hill Elementary 19 of 52, baseline 21",
        "Late bus (weeks 1–2)",
        "One team stays out of these lists",
        "Not there yet",
    ):
        assert said in words
    assert "Tall Pines" not in words


def test_the_rule_of_being_stuck_stands_on_the_page(running: Path) -> None:
    """What "stuck" means is said in a sentence, with what it does not mean."""
    words = _words(running, date(2026, 3, 11))

    assert "The last three weeks that were counted were no better than the baseline." in words
    assert "a reason to ask, not a verdict" in words


def test_without_published_targets_no_team_is_set_beside_one(running: Path) -> None:
    """Under the policy banded the table of targets is left out, and a sentence says so."""
    text = front_matter(
        {
            "title": "Spring 2026",
            "start": "2026-02-02",
            "weeks": 10,
            "check_ins": [3, 6, 9],
            "privacy": {"policy": "banded", "because": "small groups"},
        }
    )
    (running / _COHORT).write_text(text, "utf-8")
    words = _words(running, date(2026, 3, 11))

    assert "No weekly target is published here" in words
    assert "Not there yet" not in words
    assert "19 of 52" not in words


def test_a_finished_cohort_has_the_section_only_for_what_is_open(tmp_path: Path) -> None:
    """With every result in, nothing is left to say; a missing result is named."""
    SmallSite.write(tmp_path, {})
    assert _words(tmp_path, date(2026, 6, 1)) == ""

    SmallSite.write(tmp_path, {"teams/2026-spring/birch-hill.md": _at_work(school="Birch Hill Elementary")})
    words = _words(tmp_path, date(2026, 6, 1))
    assert "For sponsors: what is still open" in words
    assert "Birch Hill Elementary last count: week 5" in words
