"""Published facts for the tests of the figures room: invented teams, and the six of spring 2020."""

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from cyclebook.published import (
    Absence,
    Absent,
    Better,
    Decision,
    Form,
    Goal,
    GoalStep,
    Measure,
    Number,
    Point,
    PublishedStoryboard,
    RunLine,
    RunReading,
    RunSays,
    Series,
    Status,
    Test,
    Value,
)

FIRST_FRIDAY = date(2026, 2, 6)


def number(value: float | str, form: Form = Form.COUNT, of: int | None = None) -> Number:
    return Number(Decimal(str(value)), form, of)


def percent(value: float) -> Number:
    return number(value, Form.PERCENT)


def points(values: Sequence[float | None], form: Form, of: int | None = None, *, dated: bool = False):
    return tuple(
        Point(
            week,
            Absent(Absence.NOT_COLLECTED) if value is None else number(value, form, of),
            FIRST_FRIDAY + timedelta(days=7 * (week - 1)) if dated else None,
        )
        for week, value in enumerate(values, start=1)
    )


def series(
    values: Sequence[float | None], *, form: Form = Form.COUNT, dated: bool = False, **fields
) -> Series:
    given = {
        "id": "on-time",
        "name": "In class by the bell all five days",
        "kind": Measure.OUTCOME,
        "form": form,
        "unit": "students",
        "better": Better.HIGHER,
        "of": None,
        **fields,
    }
    return Series(points=points(values, form, given["of"], dated=dated), **given)


def marlow(**fields) -> Series:
    """Ten weeks of a count of 52, one missing, the goal revised from 45 to 40 in week 3."""
    given = {
        "of": 52,
        "goal": (GoalStep(1, number(45)), GoalStep(3, number(40))),
        "baseline": number(21),
        "at_goal": (3, 9),
        "reading": RunReading(RunSays.TOO_FEW, RunLine.MEDIAN_SO_FAR, weeks=9, useful=8, at_goal=(3, 9)),
        **fields,
    }
    return series([22, 19, 24, 27, None, 33, 36, 40, 41, 43], dated=True, **given)


def edison() -> Series:
    """Two published weeks of eight: events among 58 students, fewer is better, no weekly goal."""
    values = {2: number(15, Form.PLAIN), 3: number(2, Form.PLAIN)}
    return dataclasses.replace(
        series([], form=Form.PLAIN, name="Full-day absences", unit="full-day absences", better=Better.LOWER),
        points=tuple(Point(w, values.get(w, Absent(Absence.NOT_PUBLISHED))) for w in range(1, 9)),
        among="58 students",
    )


def change(letter: str, idea: str, first: int | None, last: int | None, decision: Decision) -> Test:
    return Test(letter, idea, first, last, decision)


MARLOW_TESTS = (
    change("A", "Calls home", 1, 4, Decision.ABANDON),
    change("B", "Breakfast in the classroom", 3, 10, Decision.ADOPT),
    change("C", "Greeters at the bus loop", 4, 7, Decision.ADAPT),
)


def storyboard(
    name: str,
    focus: str | None,
    baseline: Value,
    result: Value,
    goal: Value,
    status: Status = Status.MET,
    *,
    better: Better | None = Better.HIGHER,
    withheld: Absent | None = None,
    latest: tuple[int, Number] | None = None,
    priority: str | None = None,
) -> PublishedStoryboard:
    required = {
        field.name: None
        for field in dataclasses.fields(PublishedStoryboard)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    judged = Goal(
        measure="students on time",
        result_words="students were on time",
        statement=None,
        status=status,
        baseline=baseline,
        target=goal,
        result=result,
        better=better,
        latest=latest,
    )
    known = {
        "title": name,
        "school": name,
        "priority": priority,
        "focus": focus,
        "goal": judged,
        "withheld": withheld,
        "team": (),
    }
    return PublishedStoryboard(**{**required, **known})


UNPUBLISHED = Absent(Absence.NOT_PUBLISHED)

SPRING_2020 = (
    storyboard("Banning High School", "Algebra 1, average score", percent(43), percent(71), percent(71)),
    storyboard("Bethune Middle School", "Geometry", percent(34), percent(67), percent(78), Status.NOT_MET),
    storyboard(
        "Fremont High School", "Graduation requirements", UNPUBLISHED, number(74, of=80), number(73, of=80)
    ),
    storyboard(
        "University Medical Magnet", "Algebra", percent(66), percent(89), UNPUBLISHED, Status.REPORTED_MET
    ),
    storyboard(
        "University Medical Magnet", "Geometry", percent(36), percent(78), UNPUBLISHED, Status.REPORTED_MET
    ),
    storyboard(
        "Wilmington Middle School", "Mathematics", percent(26), percent(74), UNPUBLISHED, Status.REPORTED_MET
    ),
)
