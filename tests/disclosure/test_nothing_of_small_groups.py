"""No number about a small group is anywhere in what is published."""

import re
from dataclasses import FrozenInstanceError, is_dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_networks import changed, cohort, everything, published_cohort, published_team, team, text_of

import cyclebook.published
from cyclebook.model.amounts import Amount
from cyclebook.model.goal import Goal, Revision
from cyclebook.model.measure import Measure, WeekRow
from cyclebook.model.storyboard import BodySection, GroupResult, Observation
from cyclebook.published import Absence, Absent, PublishedStoryboard, Status

PLANTED = re.compile(r"7[0-9]{5}")
SMALL = st.integers(0, 9)
SECRET = st.integers(700_000, 799_999)
WITHHELD = Absent(Absence.SMALL_GROUP)


def amount(value: int, of: int | None = None) -> Amount:
    """A planted number."""
    return Amount(Decimal(value), of=of)


def planted(published: object) -> list[str]:
    """Planted numbers that a reader could get."""
    return PLANTED.findall(text_of(published))


def row(week: int, value: Amount | int, measure: str = "on-time", **told: str) -> WeekRow:
    """A weekly row."""
    one = WeekRow.model_validate({"week": str(week), measure: "1", **told})
    one.values[measure] = value if isinstance(value, Amount) else amount(value)
    return one


def test_the_walk_finds_what_is_shown() -> None:
    """Numbers and words of a large group are found by the walk, so the tests below can fail."""
    one = changed(
        team(problem="700001 are late", notes=["700002"]),
        goal=Goal.model_construct(
            **{**team().storyboard.goal.__dict__, "result": amount(700_003), "of": 800_000}
        ),
        other_results=[Observation.model_construct(what="x", value=amount(700_004), of=800_000)],
    )

    assert {"700001", "700002", "700003", "700004"} <= set(planted(published_team(one)))


@given(size=SMALL, numbers=st.lists(SECRET, min_size=9, max_size=9, unique=True), entered=st.booleans())
@settings(max_examples=60, deadline=None)
def test_whole_storyboard_of_a_small_group(size: int, numbers: list[int], *, entered: bool) -> None:
    """Where the goal's group is small, neither a number nor a text that could carry one is published."""
    said = f"{numbers[0]} of them"
    revision = Revision.model_construct(
        week=3, target=amount(numbers[3]), was=amount(numbers[4]), because=said
    )
    written = team(
        weeks=(row(1, numbers[5], note=said, success=said, challenge=said, breakthrough=said, next=said),),
        body=tuple(BodySection(heading, said, 9) for heading in ("Week 1", "What went well", said)),
        problem=said,
        root_cause=[{"why": said, "evidence": said}],
        measures=[{"id": "on-time", "name": said, "unit": said, "source": said}],
        tests=[{"idea": said, "predict": said, "happened": said, "study": said, "scale": said, "next": said}],
        actions=[{"what": said, "who": said}],
        support=[{"kind": said, "note": said}],
        notes=[said],
        reported={"status": "met", "source": "journal"},
        sources=[said],
        **({"entered_from": "journal"} if entered else {}),
    )
    goal = Goal.model_construct(
        kind=written.storyboard.goal.kind,
        measure=said,
        reads=said,
        unit=said,
        baseline=amount(numbers[1]),
        target=amount(numbers[3]),
        result=amount(numbers[2]),
        of=size,
        group=said,
        chosen=said,
        statement=said,
        revised=[revision],
    )
    beside = [
        Observation.model_construct(what=said, value=amount(numbers[6]), before=amount(numbers[7]), of=80)
    ]
    groups = [GroupResult.model_construct(name=said, of=80, baseline=None, result=amount(numbers[8]))]

    found = published_cohort(
        cohort(changed(written, goal=goal, other_results=beside, follow_up=beside, groups=groups))
    )

    assert planted(found) == []
    assert [(one.withheld, one.goal.status, one.goal.target) for one in found.storyboards] == [
        (WITHHELD, Status.WITHHELD, WITHHELD)
    ]


@given(size=st.integers(1, 9), which=st.sampled_from(["baseline", "target", "result"]), number=SECRET)
@settings(max_examples=40, deadline=None)
def test_group_written_as_part_of_a_number(size: int, which: str, number: int) -> None:
    """A small group that stands only in a number, such as 5/8, withholds the goal, public source or not."""
    written = team(goal={"of": ""}, entered_from="journal")
    goal = written.storyboard.goal.model_copy(
        update={"target": amount(number), which: amount(number, of=size)}
    )

    assert planted(published_team(changed(written, goal=goal))) == []


@given(
    of=st.none() | SMALL,
    among=st.none() | SMALL,
    numbers=st.lists(SECRET, min_size=8, max_size=8, unique=True),
)
@settings(max_examples=60, deadline=None)
def test_measure_of_a_small_group(of: int | None, among: int | None, numbers: list[int]) -> None:
    """A measure of a small group shows no week, goal, baseline, median or count of weeks."""
    if of is None and among is None:
        of = 9
    measure = Measure.model_construct(
        id="on-time", name="On time", of=of, among=among, goal=amount(numbers[0]), baseline=amount(numbers[1])
    )
    weeks = tuple(row(week, number) for week, number in enumerate(numbers[2:], 1))

    found = published_team(changed(team(weeks=weeks), measures=[measure]))

    (series,) = found.series
    assert planted(found) == []
    assert (series.of, series.among, series.median, series.at_goal, series.goal) == (
        None,
        None,
        None,
        None,
        (),
    )
    assert {point.value for point in series.points[:6]} == {WITHHELD}


@given(size=st.integers(1, 9), number=SECRET, others=st.lists(st.integers(20, 50), min_size=6, max_size=6))
@settings(max_examples=40, deadline=None)
def test_week_of_a_small_group(size: int, number: int, others: list[int]) -> None:
    """A week with a small group of its own is withheld, with the median and the count of weeks at goal."""
    measure = {"id": "on-time", "name": "On time", "of": "52", "goal": "40", "better": "higher"}
    weeks = (*(row(week, other) for week, other in enumerate(others, 1)), row(7, amount(number, of=size)))

    found = published_team(team(weeks=weeks, measures=[measure]))

    (series,) = found.series
    assert planted(found) == []
    assert [week.value for week in found.weeks][-1] == WITHHELD
    assert (series.median, series.at_goal) == (None, None)


@given(size=st.integers(1, 9), number=SECRET, of=st.none() | st.integers(10, 99), before=st.booleans())
@settings(max_examples=40, deadline=None)
def test_observation_of_a_small_group(size: int, number: int, of: int | None, *, before: bool) -> None:
    """A result beside the goal is withheld where its group is small, however the size is written."""
    small, large = amount(number, of=size), amount(12, of=40)
    written = Observation.model_construct(
        what="x", value=large if before else small, before=small if before else None, of=of
    )

    found = published_team(changed(team(), other_results=[written], follow_up=[written]))

    assert planted(found) == []
    assert [one.before or one.value for one in (*found.beside, *found.follow_up)] == [WITHHELD, WITHHELD]


@given(
    sizes=st.lists(st.integers(10, 40), max_size=3),
    small=SMALL,
    in_number=st.booleans(),
    where=st.integers(0, 3),
    number=SECRET,
)
@settings(max_examples=60, deadline=None)
def test_one_small_student_group_withholds_all(
    sizes: list[int], small: int, where: int, number: int, *, in_number: bool
) -> None:
    """One small student group withholds the numbers and sizes of all: the rest would give it away."""
    groups = [
        GroupResult.model_construct(name="x", of=size, baseline=amount(number), result=amount(number))
        for size in sizes
    ]
    own = {"of": None, "result": amount(number, of=small)} if in_number else {"of": small, "result": None}
    groups.insert(where, GroupResult.model_construct(name="y", baseline=None, **own))

    found = published_team(changed(team(), groups=groups))

    assert planted(found) == []
    assert {value for one in found.groups for value in (one.size, one.baseline, one.result)} == {WITHHELD}


def test_large_student_groups_are_shown() -> None:
    """Student groups of ten or more are shown with their sizes; a number nobody wrote is not reported."""
    found = published_team(
        team(groups=[{"name": "x", "of": "18", "baseline": "6"}, {"name": "y", "of": "10"}])
    )

    assert [(one.size.text, one.baseline.text, one.result.text) for one in found.groups] == [
        ("18", "6 of 18", "not reported"),
        ("10", "not reported", "not reported"),
    ]


@pytest.mark.parametrize("sizes", [("45",), ("12", "43"), ("20", "25")], ids=["one", "one of two", "both"])
def test_student_groups_that_leave_a_few_are_withheld(sizes: tuple[str, ...]) -> None:
    """Of a goal's 52 students, groups that leave one to nine tell the number and the result of those."""
    groups = [{"name": f"g{size}", "of": size, "result": "10"} for size in sizes]
    goal = {
        "kind": "count",
        "measure": "on time",
        "target": "40",
        "of": "52",
        "result": "43",
        "better": "higher",
    }
    found = published_team(team(groups=groups, goal={**goal, "better": "higher"}))

    assert {value.text for one in found.groups for value in (one.size, one.result)} == {
        "withheld, so that private numbers cannot be worked out"
    }


def test_student_group_of_unknown_size() -> None:
    """A student group of unknown size withholds all, unless the storyboard comes from a public source."""
    groups = [{"name": "x", "of": "18", "result": "6"}, {"name": "y", "result": "7"}]
    own, entered = (published_team(team(groups=groups, **one)) for one in ({}, {"entered_from": "journal"}))

    assert {one.result for one in own.groups} == {Absent(Absence.UNKNOWN_GROUP)}
    assert [one.result.text for one in entered.groups] == ["6 of 18", "7"]


def test_goal_of_unknown_size() -> None:
    """A group of unknown size withholds the storyboard, unless its numbers come from a public source."""
    own, entered = (published_team(team(goal={"of": ""}, **one)) for one in ({}, {"entered_from": "journal"}))

    assert (own.withheld, own.goal.status) == (Absent(Absence.UNKNOWN_GROUP), Status.WITHHELD)
    assert (entered.withheld, entered.goal.result.text, entered.goal.group_size.text) == (
        None,
        "43",
        "not published",
    )


def test_staff_are_no_students() -> None:
    """A measure about staff or lessons is shown however few they are."""
    measure = {
        "id": "on-time",
        "name": "Lessons",
        "of": "4",
        "goal": "3",
        "better": "higher",
        "about_staff": "yes",
    }
    found = published_team(team(weeks=(row(1, 3),), measures=[measure]))

    assert [point.value.text for point in found.series[0].counted] == ["3 of 4"]


def test_published_types_are_frozen() -> None:
    """Nothing that was published can be changed afterwards: every type is a frozen dataclass or an enum."""
    types = [getattr(cyclebook.published, name) for name in cyclebook.published.__all__]
    open_types = [one.__name__ for one in types if is_dataclass(one) and not one.__dataclass_params__.frozen]

    assert open_types == []
    assert PublishedStoryboard in types


def test_published_objects_are_frozen_through_and_through() -> None:
    """A published cohort holds no list, set or dict, and refuses to have a field set."""
    measure = {"id": "on-time", "name": "On time", "of": "52"}
    found = published_cohort(cohort(team(weeks=(row(1, 30),), measures=[measure], notes=["x"])))

    assert [one for one in everything(found) if isinstance(one, (list, dict, set))] == []
    with pytest.raises(FrozenInstanceError):
        found.title = "changed"
