"""A measure week by week: goals in force, weeks at goal, missing weeks, when a median is given."""

from decimal import Decimal

import pytest

from cyclebook.measuring.weekly import Weekly, sizes_differ, tracks, weekly
from cyclebook.model.fields import Amount, NotCollected
from cyclebook.model.storyboard import Better, Goal, Measure, WeekRow


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
