"""The weeks of a cohort: who reported, who did not, and which weeks there are."""

from datetime import date

from small_networks import AFTER, cohort, published_cohort, team

from cyclebook.model.measure import WeekRow
from cyclebook.published import PublishedCohort

MEASURE = {"id": "on-time", "name": "On time", "of": "52", "goal": "40", "better": "higher"}


def rows(*weeks: int, **told: str) -> tuple[WeekRow, ...]:
    """A row with a number for each of the weeks."""
    return tuple(WeekRow.model_validate({"week": str(week), "on-time": "30", **told}) for week in weeks)


def of_teams(*files: object, as_of: date = AFTER, **written: object) -> PublishedCohort:
    """The cohort with these teams."""
    found = published_cohort(cohort(*files, **written), as_of)  # type: ignore[arg-type]
    assert found is not None
    return found


def reported(found: PublishedCohort) -> list[tuple[int, list[str], list[str]]]:
    """(week, who reported, who did not)."""
    return [
        (one.week, [team.storyboard.slug for team in one.teams], [board.slug for board in one.silent])
        for one in found.weekly
    ]


def test_weeks_run_to_the_last_that_anybody_reported() -> None:
    """A week in which one team is silent names it; a week in which all are silent has its place too."""
    found = of_teams(
        team("a", weeks=rows(1, 2, 4), measures=[MEASURE]), team("b", weeks=rows(1), measures=[MEASURE])
    )

    assert reported(found) == [
        (1, ["a", "b"], []),
        (2, ["a"], ["b"]),
        (3, [], ["a", "b"]),
        (4, ["a"], ["b"]),
    ]
    assert [one.sentence for one in found.weekly[1:3]] == ["1 of 2 teams reported.", "No team reported."]


def test_a_word_is_a_report_and_so_is_a_week_not_collected() -> None:
    """A row with a note, or with n/d, was reported."""
    noted = (WeekRow.model_validate({"week": "1", "note": "No count"}),)
    skipped = (WeekRow.model_validate({"week": "1", "on-time": "n/d"}), *rows(2))
    found = of_teams(team("a", weeks=noted), team("b", weeks=skipped, measures=[MEASURE]))

    assert reported(found)[0] == (1, ["a", "b"], [])
    assert found.weekly[0].teams[1].number == "not collected"


def test_withheld_embargoed_and_withdrawn_teams_are_not_called_silent() -> None:
    """Teams whose numbers may not be shown have no part in a week, nor those that have stopped."""
    found = of_teams(
        team("a", weeks=rows(1, 2, 3), measures=[MEASURE]),
        team("b", weeks=rows(1, 2), goal={"of": "7", "target": "4", "result": "5"}),
        team("c", weeks=rows(1, 2), measures=[MEASURE], publish_after="2031-01-01"),
        team("d", weeks=rows(1), measures=[MEASURE], withdrawn={"week": "2", "because": "the school moved"}),
        team("e", weeks=rows(1), measures=[MEASURE], withdrawn={"because": "the school moved"}),
    )

    assert reported(found) == [(1, ["a", "d", "e"], []), (2, ["a"], []), (3, ["a"], [])]
    assert {one.withheld for one in found.weekly} == {1}


def test_a_source_is_taken_at_its_word() -> None:
    """Of a team entered from a source only the weeks it tells of are here, and nobody is called silent."""
    found = of_teams(
        team("a", weeks=rows(2, 5), measures=[MEASURE], entered_from="journal"),
        team("b", entered_from="journal"),
        start=None,
    )

    assert reported(found) == [(2, ["a"], []), (5, ["a"], [])]
    assert {one.sentence for one in found.weekly} == {"What published sources tell of this week."}
    assert [one.updated for one in found.weekly] == [None, None]


def test_weeks_after_the_day_are_not_shown() -> None:
    """A week that begins after the as-of date has no page, whatever is written in its row."""
    files = (team("a", weeks=rows(1, 2, 3), measures=[MEASURE]),)

    assert [one.week for one in of_teams(*files, as_of=date(2026, 2, 9)).weekly] == [1, 2]
    assert [one.week for one in of_teams(*files, as_of=date(2026, 2, 8)).weekly] == [1]


def test_days_come_from_the_rows_else_from_the_start_of_the_cohort() -> None:
    """A week changed last on the last day that a row names, else on its own last day."""
    dated = (*rows(1, date="2026-02-05"), *rows(2))
    found = of_teams(
        team("a", weeks=dated, measures=[MEASURE]),
        team("b", weeks=rows(1, date="2026-02-06"), measures=[MEASURE]),
    )

    assert [one.updated for one in found.weekly] == [date(2026, 2, 6), date(2026, 2, 15)]


def test_tests_stand_in_their_weeks_with_their_decision_in_the_last() -> None:
    """A test is running until its last week, in which its decision stands."""
    found = of_teams(
        team(
            "a",
            weeks=rows(1, 2, 3),
            measures=[MEASURE],
            tests=[{"idea": "Cart", "weeks": ["1", "2"], "decision": "adapt"}, {"idea": "Song"}],
        )
    )

    assert [
        [(test.idea, one.teams[0].state(test)) for test in one.teams[0].tests] for one in found.weekly
    ] == [
        [("Cart", "running")],
        [("Cart", "adapted")],
        [],
    ]
