"""Any series of 1 to 40 weeks makes a chart that can be read."""

from datetime import date, timedelta

from charted_facts import change, number
from drawn import assert_clean, assert_readable, tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cyclebook.figures import run_chart
from cyclebook.published import (
    Absence,
    Absent,
    Better,
    Decision,
    Form,
    GoalStep,
    Measure,
    Number,
    Point,
    Series,
)

NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=70)
ABSENT = st.sampled_from(Absence).map(Absent)


@st.composite
def any_series(draw: st.DrawFn) -> Series:
    weeks = draw(st.integers(1, 40))
    form = draw(st.sampled_from(Form))
    group = draw(st.sampled_from([None, 14, 52, 1200])) if form is Form.COUNT else None
    most = {Form.COUNT: group or 900, Form.PERCENT: 100, Form.PLAIN: 120_000}[form]
    sizes = st.integers(group, group + 9) if group and draw(st.booleans()) else st.just(group)
    whole = st.integers(0, most)
    value = st.one_of(whole, st.decimals(0, most, places=1)) if form is Form.PLAIN else whole
    amounts = [draw(st.one_of(value, st.none(), value)) for _ in range(weeks)]
    values = [number(v, form, draw(sizes)) if v is not None else draw(ABSENT) for v in amounts]
    days = sorted(draw(st.sets(st.integers(0, 700), min_size=weeks, max_size=weeks)))
    dated = draw(st.booleans())
    first = date(2025, 9, 1)
    steps = sorted(draw(st.sets(st.integers(1, weeks), max_size=4)))
    return Series(
        id="any",
        name=draw(NAMES),
        kind=Measure.OUTCOME,
        form=form,
        unit=draw(NAMES),
        better=draw(st.sampled_from([*Better, None])),
        points=tuple(
            Point(i + 1, values[i], first + timedelta(days=days[i]) if dated else None) for i in range(weeks)
        ),
        of=group,
        cumulative=draw(st.booleans()),
        goal=tuple(GoalStep(week, number(draw(whole), form)) for week in steps),
        baseline=number(draw(whole), form) if draw(st.booleans()) else None,
        median=number(draw(whole), form) if draw(st.booleans()) else None,
    )


@st.composite
def any_tests(draw: st.DrawFn):
    return [
        change(
            letter,
            draw(NAMES),
            draw(st.one_of(st.none(), st.integers(1, 45))),
            draw(st.one_of(st.none(), st.integers(1, 45))),
            draw(st.sampled_from(Decision)),
        )
        for letter in "ABCDEFGHIJ"[: draw(st.integers(0, 10))]
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_series(), any_tests())
def test_any_series_is_drawn_inside_its_paper_with_all_its_numbers_in_the_table(series, tests):
    exhibit = run_chart(series, tests, id="figure-1", subtitle="", source="", start=date(2026, 2, 2))
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
    cells = {cell for row in exhibit.table.rows for cell in row}
    plain = {cell for row in exhibit.table.csv_rows for cell in row}
    shown = [step.value for step in series.goal if series.goal_at(step.week) is step.value]
    for value in (*(point.value for point in series.points), series.baseline, series.median, *shown):
        if isinstance(value, Number):
            assert cells & {value.short, value.text}
            assert value.plain in plain
        elif value is not None:
            assert value.text in cells
    again = run_chart(series, tests, id="figure-1", subtitle="", source="", start=date(2026, 2, 2))
    assert again == exhibit
    ids = [e.get("id") for one in exhibit.drawings for e in tree(one).iter() if e.get("id")]
    assert len(ids) == len(set(ids))
