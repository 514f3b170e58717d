"""What sponsors ask: who is silent, who is stuck, what changed, what waits; from published facts only."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from small_networks import cohort, network, published_cohort, team

from cyclebook.disclosure import publish
from cyclebook.model.goal import Revision
from cyclebook.model.measure import WeekRow
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.published import SponsorsView, Standing

WEEK_SIX = date(2026, 3, 11)
"""A Wednesday: five weeks are over, the sixth runs."""
MEASURE = {"id": "on-time", "name": "On time", "of": "52", "goal": "40", "baseline": "21", "better": "higher"}


def counted(slug: str, *values: int | None, **written: Any) -> StoryboardFile:
    """A team at work with a count in each week, None for a week without a row."""
    rows = [{"week": str(n), "on-time": str(v)} for n, v in enumerate(values, 1) if v is not None]
    return team(
        slug,
        goal={"result": "", "baseline": "21"},
        measures=[MEASURE],
        weeks=tuple(WeekRow.model_validate(row) for row in rows),
        **written,
    )


def view(*files: StoryboardFile, as_of: date = WEEK_SIX, **written: Any) -> SponsorsView | None:
    found = published_cohort(cohort(*files, **{"check_ins": ["3", "6", "9"], **written}), as_of)
    assert found is not None
    return found.sponsored


def seen(*files: StoryboardFile, **more: Any) -> SponsorsView:
    found = view(*files, **more)
    assert found is not None
    return found


def names(teams: Any) -> list[str]:
    return [one.storyboard.slug for one in teams]


def test_a_week_is_asked_for_once_its_seven_days_are_over() -> None:
    """In the sixth week, a team whose last report is of week five is not silent; one of week four is."""
    found = seen(counted("a", 22, 23, 24, 25, 26), counted("b", 22, 23, 24, 25), counted("c"))

    assert (found.week, found.over) == (6, 5)
    assert names(found.silent) == ["b", "c"]


def test_a_week_in_words_or_not_collected_is_a_report() -> None:
    """Who says why there is no number has reported, by the same rule as on the pages of the weeks."""
    first = WeekRow.model_validate({"week": "1", "on-time": "22"})
    told = WeekRow.model_validate({"week": "5", "on-time": "n/d"})
    wrote = WeekRow.model_validate({"week": "5", "challenge": "a snow day"})
    files = [
        team(slug, goal={"result": ""}, measures=[MEASURE], weeks=rows)
        for slug, rows in (("a", (first, told)), ("b", (first, wrote)), ("c", (first,)))
    ]

    assert names(seen(*files).silent) == ["c"]


def test_the_next_check_in_is_this_week_or_later() -> None:
    """The check-in of the running week is still to come, that of a week that is over is the last."""
    found = seen(counted("a", 22))

    assert found.last_check_in == 3
    assert found.next_check_in == (6, date(2026, 3, 9))
    assert seen(counted("a", 22), as_of=date(2026, 4, 8)).next_check_in is None


def test_stuck_is_three_counted_weeks_no_better_than_the_baseline() -> None:
    """One better week of the last three is enough not to be stuck; a week without a count is no week."""
    found = seen(
        counted("better", 20, 20, 22, 20, 20),
        counted("gap", 30, 20, None, 21, 19),
        counted("short", 20, 20),
        counted("stuck", 30, 30, 21, 20, 21),
    )

    assert names(found.stuck) == ["gap", "stuck"]
    assert [one.stuck for one in found.teams] == [False, True, None, True]


def test_a_count_stands_beside_the_target_of_its_own_week() -> None:
    """A goal that was revised in week 4 does not judge the count of week 3."""
    revised = {"result": "", "target": "30", "baseline": "21"}
    rows = (WeekRow.model_validate({"week": "3", "on-time": "35"}),)
    file = team(
        "a",
        goal={**revised},
        measures=[{**MEASURE, "goal": "30"}],
        weeks=rows,
    )
    with_revision = file.storyboard.goal.model_copy(  # type: ignore[union-attr]
        update={"revised": _revision()}
    )
    changed = StoryboardFile(
        file.path, file.cohort, file.slug, file.storyboard.model_copy(update={"goal": with_revision}), rows
    )
    (one,) = seen(changed).teams

    assert one.target is not None
    assert one.target.text.startswith("40")
    assert one.standing is Standing.SHORT
    assert [
        (was.week, was.was.short, was.target.short) for was in seen(changed).revised if was.was and was.target
    ] == [(4, "40", "30")]


def _revision() -> list[Any]:
    return [Revision.model_validate({"week": "4", "target": "30", "was": "40"})]


def test_changes_count_from_the_last_check_in() -> None:
    """A test adapted before the check-in of week 3 is old news; one abandoned after it is not."""
    tests = [
        {"idea": "Old", "weeks": "1-2", "decision": "adapt"},
        {"idea": "New", "weeks": "3-4", "decision": "abandon"},
        {"idea": "Kept", "weeks": "4-5", "decision": "adopt"},
    ]
    written = [{**test, "weeks": test["weeks"].split("-")} for test in tests]
    found = seen(counted("a", 22, 23, 24, 25, 26, tests=written))

    assert [one.test.idea for one in found.turned] == ["New"]


def test_a_test_waits_once_its_weeks_are_over_or_it_has_an_outcome() -> None:
    """A test that still runs waits for nothing; one that is decided has been dealt with."""
    tests = [
        {"idea": "Over", "weeks": ["2", "5"]},
        {"idea": "Runs", "weeks": ["4", "6"]},
        {"idea": "Told", "weeks": ["4", "9"], "happened": "30 of 52"},
        {"idea": "Decided", "weeks": ["2", "3"], "decision": "adopt"},
    ]

    assert [one.test.idea for one in seen(counted("a", 22, tests=tests)).awaiting] == ["Over", "Told"]


def test_after_the_end_only_what_is_open_remains() -> None:
    """A team without a result is named; a cohort whose teams all reported has no such section."""
    late = date(2026, 5, 1)
    found = seen(counted("open", 22), team("done"), as_of=late)

    assert found.week is None
    assert found.teams == ()
    assert [one.slug for one in found.without_result] == ["open"]
    assert view(team("done"), as_of=late) is None


def test_before_the_launch_and_without_dates_there_is_nothing_to_say() -> None:
    """A cohort that has not begun, or whose start nobody gave, has no view."""
    assert view(counted("a", 22), as_of=date(2026, 2, 1)) is None
    assert view(counted("a", 22), start=None) is None


def test_what_a_source_tells_is_not_a_report() -> None:
    """A team entered from a published source is neither silent nor behind."""
    entered = counted("a", 22, entered_from="journal", sources=["journal"])

    assert view(entered) is None


def test_banded_counts_are_not_compared() -> None:
    """Under the policy banded no team is called stuck, at or short of a target."""
    folder = cohort(counted("a", 20, 20, 20, 20, 20), check_ins=["3"])
    library = network(folder, privacy={"policy": "banded"})
    assert library.network is not None
    found = publish(library, library.network, WEEK_SIX).cohorts[0].sponsored
    assert found is not None
    (one,) = found.teams

    assert (one.standing, one.target, one.stuck) == (Standing.NOT_COMPARED, None, None)


@given(
    small=st.booleans(),
    embargoed=st.booleans(),
    gone=st.booleans(),
    values=st.lists(st.integers(0, 9), max_size=9),
    day=st.dates(date(2026, 1, 15), date(2026, 6, 1)),
)
def test_no_withheld_or_embargoed_team_is_in_any_list(
    *, small: bool, embargoed: bool, gone: bool, values: list[int], day: date
) -> None:
    """Whatever the team and the day: what is kept back, or has stopped, is in no list of sponsors."""
    size = "9" if small else "52"
    more: dict[str, Any] = {"publish_after": "2026-12-31"} if embargoed else {}
    if gone:
        more["withdrawn"] = {"week": "2"}
    rows = tuple(WeekRow.model_validate({"week": str(n), "on-time": str(v)}) for n, v in enumerate(values, 1))
    hidden = team(
        "hidden",
        goal={"of": size, "target": "8", "result": "", "baseline": "2"},
        measures=[{**MEASURE, "of": size, "goal": "8", "baseline": "2"}],
        tests=[{"idea": "T", "weeks": ["1", "1"]}],
        weeks=rows,
        **more,
    )
    found = view(hidden, counted("shown", 22), as_of=day)
    if found is not None and (small or embargoed or gone):
        lists = (found.teams, found.revised, found.turned, found.awaiting)
        named = {one.storyboard.slug for part in lists for one in part}
        named |= {one.slug for one in found.without_result}
        assert named <= {"shown"}
