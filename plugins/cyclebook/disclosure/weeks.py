"""Weekly numbers, published: series for charts and tables, entries for the timeline."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from cyclebook.catalogue import ngettext
from cyclebook.disclosure.evidence import publish_reading
from cyclebook.disclosure.frozen_group import FrozenGroup
from cyclebook.disclosure.guard import Guard, group_size
from cyclebook.disclosure.told_words import told_by
from cyclebook.measuring.weekly import Week, Weekly
from cyclebook.model.amounts import Amount, NotCollected
from cyclebook.model.measure import Measure, WeekRow
from cyclebook.model.storyboard import BodySection, StoryboardFile
from cyclebook.published import (
    Absence,
    Absent,
    Band,
    Better,
    Form,
    GoalStep,
    Number,
    Point,
    Series,
    Test,
    Value,
    WeekEntry,
)
from cyclebook.published import Measure as Kind

WEEK_HEADING = re.compile(r"Week\s+([0-9]{1,2})", re.IGNORECASE)


def form_of(measure: Measure, weeks: Sequence[Week]) -> Form:
    """Counts of a group, percentages, or plain numbers such as absences."""
    amounts = [week.value for week in weeks if isinstance(week.value, Amount)]
    if measure.of or any(amount.of for amount in amounts):
        return Form.COUNT
    if measure.unit in ("%", "percent") or any(amount.percent for amount in amounts):
        return Form.PERCENT
    return Form.PLAIN


def group_of_measure(measure: Measure, goal_size: int | None) -> int | None:
    """The size of the group of a measure. One without a group of its own is about the goal's group."""
    sizes = (group_size(measure.of, measure.goal, measure.baseline), measure.among, goal_size)
    return next((one for one in sizes if one is not None), None)


def publish_series(
    weekly: Weekly,
    guard: Guard,
    goal_size: int | None,
    *,
    running: bool,
    entered: bool,
    kept_back: Collection[int] = (),
) -> Series:
    """One measure. A measure without a group of its own is about the goal's group.

    `kept_back` are weeks whose number would tell too much of another one. Where a week is withheld, so is
    what could only be reckoned with it.
    """
    measure = weekly.measure
    form = form_of(measure, weekly.weeks)
    size = group_of_measure(measure, goal_size)
    last = max((week.week for week in weekly.weeks if week.value is not None), default=0)
    exact = guard.exact or measure.about_staff
    frozen = FrozenGroup.of(weekly, guard)
    sizes_shown = guard.sizes_shown or measure.about_staff

    def shown(value: Decimal) -> Value:
        if measure.about_staff:
            return Number(value, form, measure.of)
        found = guard.show(value, form, size)
        # The group may be the goal's or those that events were counted among: of those this is no share.
        of = measure.of if guard.sizes_shown else None
        return replace(found, of=of) if isinstance(found, Band) else found

    def point(week: Week) -> Point:
        if isinstance(week.value, Amount):
            if week.week in kept_back:
                return Point(week.week, Absent(Absence.WORKED_OUT), week.day)
            told = shown(week.value.value) if week.value.of is None else frozen.told(week.value)
            return Point(week.week, told, week.day)
        if isinstance(week.value, NotCollected):
            return Point(week.week, Absent(Absence.NOT_COLLECTED), week.day)
        return Point(week.week, Absent(silence(week.week, last, running=running, entered=entered)), week.day)

    def number(value: Decimal | None) -> Number | None:
        found = None if value is None or not exact else shown(value)
        return found if isinstance(found, Number) else None

    points = tuple(point(week) for week in weekly.weeks)
    open_to_readers = any(isinstance(one.value, Number | Band) for one in points)
    whole = not any(isinstance(one.value, Absent) and one.value.withheld for one in points)
    steps = tuple(
        GoalStep(week, found)
        for week, target in weekly.goals
        for found in [number(target)]
        if found is not None
    )
    reading = None
    if open_to_readers:
        words_from = weekly if exact and whole else told_by(weekly, points)
        reading = publish_reading(words_from, exact=exact and whole, finished=not running)
    return Series(
        id=measure.id,
        name=measure.name,
        kind=Kind(measure.kind.value),
        form=form,
        unit=measure.unit,
        better=Better(weekly.better.value) if weekly.better else None,
        points=points,
        of=measure.of if form is Form.COUNT and open_to_readers and sizes_shown else None,
        among=_among(measure.among, guard),
        cumulative=measure.cumulative,
        goal=steps,
        baseline=number(weekly.baseline),
        median=number(weekly.median) if whole else None,
        at_goal=weekly.at_goal if exact and open_to_readers and whole else None,
        source=measure.source,
        reading=reading,
        pace=tuple(
            GoalStep(week, found)
            for week, total in sorted(measure.targets.items())
            for found in [number(total.value)]
            if found is not None
        ),
    )


def _among(size: int | None, guard: Guard) -> str | None:
    if not size or not isinstance(guard.size(size), Number):
        return None
    return ngettext("{count} student", "{count} students", size)


def silence(week: int, last: int, *, running: bool, entered: bool) -> Absence:
    """Why a week without a row has no number."""
    if entered:
        return Absence.NOT_PUBLISHED
    return Absence.NOT_YET if running and week > last else Absence.NOT_REPORTED


def publish_weeks(
    file: StoryboardFile, outcome: Series | None, tests: tuple[Test, ...], *, entered: bool
) -> tuple[WeekEntry, ...]:
    """The timeline: every week up to the last with a row; from a source, only weeks it tells of."""
    rows = {row.week: row for row in file.weeks}
    prose = _week_sections(file.body)
    told = sorted({*rows, *prose})
    if not told:
        return ()
    weeks = told if entered else range(1, told[-1] + 1)
    points = {point.week: point for point in outcome.points} if outcome else {}
    return tuple(
        _entry(week, rows.get(week), prose.get(week), points.get(week), outcome, tests) for week in weeks
    )


def _entry(
    week: int,
    row: WeekRow | None,
    prose: str | None,
    point: Point | None,
    outcome: Series | None,
    tests: tuple[Test, ...],
) -> WeekEntry:
    return WeekEntry(
        week=week,
        day=row.date if row else None,
        value=point.value if point else Absent(Absence.NOT_REPORTED),
        goal=outcome.goal_at(week) if outcome else None,
        note=row.note if row else None,
        success=row.success if row else None,
        challenge=row.challenge if row else None,
        breakthrough=row.breakthrough if row else None,
        next=row.next if row else None,
        prose=prose,
        tests=tuple(test.letter for test in tests if _runs_in(test, week)),
    )


def _runs_in(test: Test, week: int) -> bool:
    return test.first_week is not None and test.first_week <= week <= (test.last_week or test.first_week)


def _week_sections(body: tuple[BodySection, ...]) -> dict[int, str]:
    """Markdown under "Week N" headings, by week."""
    sections: dict[int, str] = {}
    for section in body:
        found = WEEK_HEADING.fullmatch(section.heading.strip())
        if found:
            week = int(found[1])
            sections[week] = (
                f"{sections[week]}\n\n{section.markdown}" if week in sections else section.markdown
            )
    return sections
