"""A measure week by week: goals in force, weeks at goal, missing weeks, when a median is given."""

import re
from decimal import Decimal

import pytest

from cyclebook.measuring.runchart import Line, Reason, RunChart, Says
from cyclebook.measuring.weekly import Weekly, sizes_differ, tracks, weekly
from cyclebook.model.amounts import Amount, NotCollected
from cyclebook.model.goal import Better, Goal
from cyclebook.model.measure import Measure, WeekRow


def measure(**written: object) -> Measure:
    """A weekly measure of 52 students with a goal of 40."""
    base = {"id": "on-time", "name": "On time", "of": "52", "goal": "40", "better": "higher"}
    return Measure.model_validate({key: value for key, value in {**base, **written}.items() if value})


def goal(**written: object) -> Goal:
    """A goal of 40 of 52."""
    base = {"kind": "count", "measure": "students on time", "target": "40", "of": "52", "better": "higher"}
    return Goal.model_validate({key: value for key, value in {**base, **written}.items() if value})


def rows(values: str) -> tuple[WeekRow, ...]:
    """Weekly rows from a line such as "1:22 2:n/d 4:40"."""
    pairs = [one.split(":") for one in values.split()]
    return tuple(WeekRow.model_validate({"week": week, "on-time": value}) for week, value in pairs)


def series(
    values: str, planned: int | None = None, of: Measure | None = None, to: Goal | None = None
) -> Weekly:
    """The series of a measure."""
    return weekly(of or measure(), rows(values), to, planned)


def test_every_week_of_the_cycle_has_an_entry() -> None:
    """Weeks run from 1 to the last planned week; one without a row says nothing, `n/d` not collected."""
    found = [week.value for week in series("1:22 3:n/d", planned=4).weeks]

    assert [Amount(Decimal(22)), None, NotCollected(), None] == found


@pytest.mark.parametrize(("values", "planned", "expected"), [("1:2 6:3", 4, 6), ("1:2", 8, 8), ("", None, 1)])
def test_weeks_beyond_the_plan(values: str, planned: int | None, expected: int) -> None:
    """A row after the planned end lengthens the series; there is always at least one week."""
    assert [*range(1, expected + 1)] == [week.week for week in series(values, planned).weeks]


def test_rows_in_any_order() -> None:
    """The series is in week order, whatever order the rows come in."""
    assert series("3:5 1:2 2:4") == series("1:2 2:4 3:5")


def test_other_measures_do_not_count() -> None:
    """A row that holds other measures only is a week without a number."""
    assert series("1:22", of=measure(id="breakfasts")).counted == []


def test_weeks_at_goal() -> None:
    """Weeks at the goal or past it count; weeks without a number are in neither count."""
    assert series("1:39 2:40 3:n/d 4:41 6:12", planned=8).at_goal == (2, 4)


def test_weeks_at_goal_where_lower_is_better() -> None:
    """Where lower is better, weeks at the goal or below it count."""
    assert series("1:39 2:40 3:41", of=measure(better="lower")).at_goal == (2, 3)


@pytest.mark.parametrize("written", [{"goal": None}, {"better": None}])
def test_no_weeks_at_goal_without_goal_or_direction(written: dict[str, None]) -> None:
    """Without a weekly goal, or without knowing which side is better, no weeks are counted."""
    assert series("1:39 2:40", of=measure(**written)).at_goal is None


def test_no_weeks_at_goal_without_numbers() -> None:
    """A series without a number has no count of weeks, not a count of nought."""
    assert series("1:n/d").at_goal is None


REVISED = {
    "revised": [{"week": "3", "was": "45", "target": "42"}, {"week": "5", "was": "42", "target": "40"}]
}


def test_goal_steps() -> None:
    """A measure that tracks a revised goal has a step for every version, the first from week 1."""
    steps = series("1:40", to=goal(**REVISED)).goals

    assert ((1, Decimal(45)), (3, Decimal(42)), (5, Decimal(40))) == steps


def test_weeks_are_judged_by_the_goal_in_force() -> None:
    """Each week is held against the goal of that week: 45, then 42 from week 3, then 40 from week 5."""
    assert series("1:44 2:45 3:42 4:41 5:40 6:39", to=goal(**REVISED)).at_goal == (3, 6)


@pytest.mark.parametrize("written", [{"of": "60"}, {"goal": "30"}])
def test_measure_of_something_else_keeps_its_own_goal(written: dict[str, str]) -> None:
    """A measure with another group or another goal does not take over the revisions."""
    own = measure(**written)

    assert ((1, own.goal.value),) == series("1:20", of=own, to=goal(**REVISED)).goals


def test_measure_without_goal_has_no_step() -> None:
    """Without a weekly goal there is no goal line."""
    assert series("1:20", of=measure(goal=None), to=goal(**REVISED)).goals == ()


@pytest.mark.parametrize(
    ("own", "to", "expected"),
    [
        ({}, {}, True),
        ({"of": "60"}, {}, False),
        ({"goal": "41"}, {}, False),
        ({"goal": None}, {}, False),
        ({}, {"target": None}, False),
        ({}, {"of": None}, False),
    ],
)
def test_tracks(own: dict[str, str | None], to: dict[str, str | None], expected: bool) -> None:
    """A measure tracks the goal where group and target are the same."""
    assert expected == tracks(measure(**own), goal(**to))


def test_what_a_tracking_measure_takes_from_the_goal() -> None:
    """Direction and baseline that a tracking measure lacks come from the goal; its own go first."""
    to = goal(baseline="21", better="higher")
    bare, own = measure(better=None), measure(baseline="19", better="lower")
    other = measure(better=None, of="60")

    assert [
        (one.better, one.baseline) for one in (series("1:22", of=of, to=to) for of in (bare, own, other))
    ] == [(Better.HIGHER, 21), (Better.LOWER, 19), (None, None)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("1:20 2:22 3:24 4:26", None),
        ("1:20 2:22 3:24 4:26 5:28", None),
        ("1:20 2:22 3:24 4:26 5:28 6:30", "25"),
        ("1:20 2:n/d 3:24 4:26 5:28 6:30", None),
        ("1:20 2:24 3:24 4:24 5:28 6:30 7:31", None),
        ("1:20 2:22 3:24 4:26 5:28 6:30 7:31", "26"),
    ],
)
def test_median_needs_five_useful_weeks(values: str, expected: str | None) -> None:
    """A median is given only where at least five weeks lie off it."""
    assert (Decimal(expected) if expected else None) == series(values).median


def test_running_total_has_no_median() -> None:
    """A measure that adds up has no median, however many weeks it has."""
    values = "1:10 2:20 3:30 4:40 5:50 6:51"

    assert [Decimal(35), None] == [
        series(values, of=measure(cumulative=one)).median for one in (None, "true")
    ]


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [([], False), ([20], False), ([20, 25], False), ([20, 26], True), ([5, 4, 4], False)],
)
def test_group_sizes_differ(sizes: list[int], *, expected: bool) -> None:
    """Sizes differ where the largest is more than a quarter larger than the smallest."""
    assert sizes_differ(sizes) is expected


STEADY = "1:30 2:31 3:29 4:32 5:28 6:31 7:29 8:30"
RISEN = f"{STEADY} 9:36 10:37 11:38 12:39 13:40 14:41 15:42 16:43"


def chart_of(one: Weekly) -> RunChart:
    """The analysis, which must be there."""
    assert one.chart is not None
    return one.chart


def test_eight_baseline_weeks_freeze_the_median() -> None:
    """The line is the median of the first eight weeks, whatever comes later; later weeks shift from it."""
    found = series(RISEN, of=measure(baseline_weeks="8"))

    assert (found.median, found.baseline) == (30, None)
    assert (chart_of(found).line, chart_of(found).says) == (Line.FROZEN_MEDIAN, Says.SHIFT_ABOVE)


def test_three_baseline_weeks_are_a_labelled_line() -> None:
    """Their middle is drawn as a baseline; there is no median and no shift."""
    found = series(RISEN, of=measure(baseline_weeks="3"))

    assert (found.median, found.baseline) == (None, 30)
    assert (chart_of(found).line, chart_of(found).says) == (Line.BASELINE, Says.COUNTS_ONLY)
    assert chart_of(found).reasons == (Reason.SHORT_BASELINE,)


def test_baseline_weeks_partly_missing() -> None:
    """Of eight weeks that were named, six were counted: too few to judge by."""
    found = series(RISEN.replace("2:31", "2:n/d").replace("5:28 ", ""), of=measure(baseline_weeks="8"))

    assert found.baseline_values == [30, 29, 32, 31, 29, 30]
    assert (found.median, found.baseline, chart_of(found).line) == (None, 30, Line.BASELINE)


@pytest.mark.parametrize("weeks", ["9", "40"])
def test_more_baseline_weeks_than_rows(weeks: str) -> None:
    """While the baseline is still being counted there is nothing to compare with it."""
    found = series(STEADY, planned=12, of=measure(baseline_weeks=weeks))

    assert (found.median, chart_of(found).line) == (30, Line.FROZEN_MEDIAN)
    assert chart_of(found).reasons == (Reason.NOTHING_AFTER_BASELINE,)


def test_baseline_weeks_without_rows() -> None:
    """A storyboard without a weekly number has an empty analysis."""
    found = series("", planned=10, of=measure(baseline_weeks="8"))

    assert (chart_of(found).line, chart_of(found).n_weeks, found.median) == (Line.NONE, 0, None)


def test_planned_weeks_are_no_missing_weeks() -> None:
    """Weeks that are still to come are not analysed."""
    assert chart_of(series("1:30 2:n/d 3:31", planned=10)).n_obs == 3


def test_running_total_has_no_chart() -> None:
    """A total always rises, so nothing is read from runs, baseline weeks or not."""
    assert series(RISEN, of=measure(cumulative="true")).chart is None
    assert series(RISEN, of=measure(cumulative="true", baseline_weeks="8")).chart is None


def test_varying_groups_are_analysed_as_shares() -> None:
    """The same counts of larger and larger groups fall as shares; no line of counts is common to them."""
    values = " ".join(f"{week}:30/{40 + week}" for week in range(1, 13))
    found = series(values)

    assert (chart_of(found).says, found.median) == (Says.SIGNAL, None)
    assert chart_of(found).median == pytest.approx((30 / 46 + 30 / 47) / 2)
    assert chart_of(series(re.sub("/[0-9]+", "", values))).says is Says.NOT_ANALYSABLE


def test_varying_groups_have_no_baseline_line() -> None:
    """Three baseline weeks of two group sizes have no middle in common with counts."""
    found = series("1:30/52 2:30/50 3:30/52 4:31/52 5:33/52 6:34/52", of=measure(baseline_weeks="3"))

    assert (found.baseline, found.median) == (None, None)


def test_a_count_of_unknown_size_is_no_share() -> None:
    """Beside shares, a bare count has no place: it is left out of the analysis, not read as 3,000 percent."""
    found = series("1:30/52 2:31/50 3:30 4:32/52 5:33/50 6:29/52", of=measure(of=None, goal=None))

    assert (len(found.counted), chart_of(found).n_weeks) == (6, 5)
    assert chart_of(found).median == pytest.approx(32 / 52)


def test_one_size_is_no_varying_group() -> None:
    """The measure's size written with a week changes nothing."""
    assert series("1:30/52 2:31", of=measure()).sizes == (52,)
