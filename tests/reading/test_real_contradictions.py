"""Contradictions of the sources, entered as published in the storyboards of this site, are found."""

from pathlib import Path

import pytest

from cyclebook.building import check
from cyclebook.reading import read_library

TEAMS = Path(__file__).resolve().parents[2] / "teams"

CONTRADICTIONS = [
    ("network.md", "percentage-disagrees", "92%"),
    ("network.md", "no-such-percentage", "75%"),
    ("network.md", "figures-disagree", "almost 100"),
    ("network.md", "figures-disagree", "5 or 6 and a leader"),
    ("network.md", "figures-disagree", "3"),
    ("network.md", "figures-disagree", "more than 9%"),
    ("2017-spring/cohort.md", "time-outside-cycle", "2017–18"),
    ("2017-spring/cohort.md", "length-disagrees", "10 weeks"),
    ("2018-spring/cohort.md", "length-disagrees", "10 weeks"),
    ("2020-fall/cohort.md", "time-outside-cycle", "fall 2021"),
    ("2020-fall/edison-attendance.md", "team-does-not-add-up", None),
    ("2020-fall/edison-attendance.md", "percentage-disagrees", "80%"),
    ("2020-fall/edison-attendance.md", "percentage-disagrees", "80%"),
    ("2020-fall/edison-attendance.md", "time-far-from-cycle", "18 October 2021"),
    ("2020-spring/banning-algebra.md", "not-in-the-goal", "60%"),
    ("2020-spring/cohort.md", "team-does-not-add-up", "5 to 7"),
]
OURS = {code for _, code, _ in CONTRADICTIONS}


@pytest.fixture(scope="module")
def found() -> list[tuple[str, str, str | None]]:
    """File, code and words of everything that these checks find."""
    problems = check([TEAMS]).problems
    return [
        (Path(problem.place.path).relative_to(TEAMS).as_posix(), problem.code, problem.it)
        for problem in problems
        if problem.code in OURS
    ]


def test_contradictions_of_the_sources_are_found(found: list[tuple[str, str, str | None]]) -> None:
    """Each contradiction that can be entered as published is named, and nothing else is."""
    assert sorted(found, key=str) == sorted(CONTRADICTIONS, key=str)


def test_they_are_warnings_that_say_what_to_do_about_a_source() -> None:
    """A warning on what was entered from a source allows for the source itself being wrong."""
    problems = [problem for problem in check([TEAMS]).problems if problem.code in OURS]

    assert {problem.severity.value for problem in problems} == {"warning"}
    assert all("If the source says so" in problem.advice(quoting=False) for problem in problems)


def test_invented_teams_are_free_of_them(found: list[tuple[str, str, str | None]]) -> None:
    """No invented cohort contradicts itself."""
    invented = {one.slug for one in read_library(TEAMS).cohorts if one.cohort.illustrative}

    assert invented
    assert not [file for file, _, _ in found if file.split("/")[0] in invented]
