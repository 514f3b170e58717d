"""What the storyboards in `teams` publish: the facts of the published sources, exactly."""

from datetime import date
from pathlib import Path

import pytest

from cyclebook.disclosure import publish
from cyclebook.published import PublishedCohort, PublishedStoryboard, Status
from cyclebook.reading import read_library

TEAMS = Path(__file__).parents[2] / "teams"


@pytest.fixture(scope="module")
def cohorts() -> dict[str, PublishedCohort]:
    """The cohorts of this repository, by slug."""
    library = read_library(TEAMS)
    assert library.network is not None
    return {one.slug: one for one in publish(library, library.network, date(2026, 11, 22)).cohorts}


def storyboard(cohorts: dict[str, PublishedCohort], address: str) -> PublishedStoryboard:
    """A storyboard by `cohort/slug`."""
    cohort, slug = address.split("/")
    return next(one for one in cohorts[cohort].storyboards if one.slug == slug)


@pytest.mark.parametrize(
    ("address", "result", "goal", "status"),
    [
        ("2020-spring/fremont-graduation", "74 of 80", "73 of 80", Status.MET),
        ("2018-spring/columbus-mathematics", "23 of 23", "17 of 23", Status.MET),
        ("2020-spring/bethune-geometry", "67%", "78%", Status.NOT_MET),
        ("2020-fall/edison-attendance", "52 of 58", "47 of 58", Status.MET),
    ],
)
def test_results(
    cohorts: dict[str, PublishedCohort], address: str, result: str, goal: str, status: Status
) -> None:
    """Result, goal and status are those of the published source."""
    one = storyboard(cohorts, address).goal

    assert (one.result.text, one.target.text, one.status) == (result, goal, status)


def test_spring_2020(cohorts: dict[str, PublishedCohort]) -> None:
    """Of six teams two met the goal by the numbers, three by the source's word, and one did not."""
    tally = cohorts["2020-spring"].tally

    assert (tally.total, tally.met, tally.reported_met, tally.not_met) == (6, 2, 3, 1)
    assert (tally.reported_not_met, tally.not_yet, tally.not_reported, tally.withheld) == (0, 0, 0, 0)
    assert cohorts["2020-spring"].complete


def test_fall_2020_is_incomplete(cohorts: dict[str, PublishedCohort]) -> None:
    """One team of eight is published, so there is no cohort rate."""
    fall = cohorts["2020-fall"]

    assert (fall.complete, fall.taking_part, fall.tally.total) == (False, 8, 1)


def test_no_student_count_below_ten_as_a_group(cohorts: dict[str, PublishedCohort]) -> None:
    """No published number is out of a group of fewer than ten, but for those about staff."""
    sizes = {
        point.value.of
        for cohort in cohorts.values()
        for one in cohort.storyboards
        for series in one.series
        for point in series.counted
    }

    assert {size for size in sizes if size is not None and size < 10} == set()


def test_invented_teams_are_marked(cohorts: dict[str, PublishedCohort]) -> None:
    """Teams that come from no source are marked as invented, and no other is."""
    marks = {
        one.illustrative != one.entered_from_source
        for cohort in cohorts.values()
        for one in cohort.storyboards
    }

    assert marks == {True}
