"""Stacked measures, progress against a pace, small multiples and sparklines."""

import dataclasses
from datetime import date, timedelta
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from charted_facts import edison, marlow, number, percent, series, storyboard
from drawn import assert_clean, assert_readable, circles, labels, texts, tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_bands import banded
from test_run_chart_properties import any_series

from cyclebook.figures import Exhibit, measures_chart, pace_chart, small_multiples, sparkline
from cyclebook.figures.exhibit import Drawing
from cyclebook.figures.panels.pace_words import expected
from cyclebook.published import Absence, Absent, Better, Form, GoalStep, Measure, Number, Series

UNPUBLISHED = Absent(Absence.NOT_PUBLISHED)
GREETED = series(
    [None, None, 11, 15, 20, None, 28, 31, 34, 35],
    of=42,
    id="g",
    name="greeted by name before the bell",
    kind=Measure.PROCESS,
)
LATE = series(
    [11, 12, 11, 12, 10, None, 11, 10, 12, 11],
    of=42,
    id="l",
    name="late to second period",
    kind=Measure.BALANCING,
    better=Better.LOWER,
)
MEALS = series(
    [61, 130, 190, None, 330],
    form=Form.PLAIN,
    id="m",
    name="Breakfasts served",
    unit="meals",
    kind=Measure.PROCESS,
    cumulative=True,
    pace=(GoalStep(4, number(300, Form.PLAIN)), GoalStep(10, number(900, Form.PLAIN))),
)


def stacked(*measures: Series, **options) -> Exhibit:
    return measures_chart(measures, **{"id": "figure-4", "subtitle": "", "source": "", **options})


def paced(one: Series = MEALS, **options) -> Exhibit:
    return pace_chart(one, **{"id": "figure-5", "subtitle": "", "source": "", **options})


def board(name: str, *weeks: Series):
    made = storyboard(name, "On time", UNPUBLISHED, UNPUBLISHED, UNPUBLISHED)
    return dataclasses.replace(made, series=weeks, cohort_slug="spring", slug=name.lower())


def multiples(*boards):
    return small_multiples(boards, id="figure-2", order="in alphabetical order", source="")


def test_measures_share_their_weeks_and_have_scales_of_their_own():
    exhibit = stacked(GREETED, LATE)
    assert exhibit.headline == "Two measures on the same weeks, weeks 1 to 10"
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        shown = texts(drawing)
        assert {"Process: greeted by name before the bell", "Balancing: late to second period"} <= set(shown)
        assert "42" in shown
        assert {"35", "11", "Students, of 42, lower is better"} <= set(shown)
        assert len(circles(drawing, "var(--book-data)")) == 7
        assert len(circles(drawing, "var(--book-ink-2)")) == 9
        assert drawing.svg.count('fill="var(--book-tint)"') == 4
    assert exhibit.table.rows[2] == ("3", "11 of 42", "11 of 42")


def test_the_alternative_of_measures_says_which_way_is_better():
    """Each measure says so for itself; one whose direction is not known says nothing."""
    unknown = dataclasses.replace(GREETED, id="u", name="asked for a seat", better=None)
    exhibit = measures_chart([GREETED, LATE, unknown], id="figure-3", subtitle="", source="")
    greeted, late, seat = (exhibit.alt_text.index(one.name) for one in (GREETED, LATE, unknown))
    assert greeted < exhibit.alt_text.index("Higher is better.") < late
    assert late < exhibit.alt_text.index("Lower is better.") < seat
    assert "is better" not in exhibit.alt_text[seat:]


def test_a_line_of_a_measure_breaks_at_a_missing_week():
    lines = [e for e in tree(stacked(GREETED).drawings[0]).iter("path") if "L" in e.get("d")]
    assert len(lines) == 2


@pytest.mark.parametrize(("week", "height"), [(0, 0), (2, 150), (4, 300), (7, 600), (10, 900), (11, None)])
def test_the_pace_line_is_straight_between_its_steps(week, height):
    assert expected(MEALS, week) == (None if height is None else Decimal(height))


@pytest.mark.parametrize(
    ("weeks", "fields", "headline"),
    [
        ([61, 130, 190, None, 330], {}, "330 meals by week 5, 70 behind the pace line (400)"),
        ([61, 130, 190, 310], {}, "310 meals by week 4, 10 ahead of the pace line (300)"),
        ([61, 130, 190, 300], {}, "300 meals by week 4, on the pace line (300)"),
        ([61], {"better": Better.LOWER}, "61 meals by week 1, 14 ahead of the pace line (75)"),
        ([61], {"better": None}, "61 meals by week 1, 14 below the pace line (75)"),
        ([61], {"pace": ()}, "61 meals by week 1"),
        ([None], {}, "Weekly numbers not collected"),
    ],
)
def test_the_headline_counts_how_far_ahead_or_behind(weeks, fields, headline):
    one = series(
        weeks, **{"form": Form.PLAIN, "unit": "meals", "cumulative": True, "pace": MEALS.pace, **fields}
    )
    assert paced(one).headline == headline


def test_progress_begins_at_zero_at_the_launch():
    exhibit = paced()
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert {"Launch", "330", "Pace 300"} <= set(texts(drawing))
        assert len(circles(drawing, "var(--book-data)")) == 5
    assert [row[-1] for row in exhibit.table.rows] == [*["none set"] * 3, "300", "none set", "900"]
    assert "Set for after the weeks of the chart: 900 by week 10." in exhibit.notes
    assert "Pace line: 300 by week 4 and 900 by week 10." in exhibit.alt_text


def test_the_launch_stands_at_its_day():
    one = marlow(of=None, goal=(), baseline=None, cumulative=True, pace=(GoalStep(10, number(400)),))
    near = circles(paced(one, start=date(2026, 2, 2)).drawings[0], "var(--book-data)")
    far = circles(paced(one).drawings[0], "var(--book-data)")
    assert near[1][0] - near[0][0] < far[1][0] - far[0][0]


@pytest.mark.parametrize("weeks", [1, 10, 40])
@pytest.mark.parametrize("gap", [1, 7])
def test_the_name_of_the_launch_stays_on_the_paper(weeks, gap):
    """Weeks or days that stand close leave less than half of its width to its left."""
    one = series([*[1] * weeks, 4], cumulative=True, dated=True)
    last = dataclasses.replace(one.points[-1], day=one.points[-2].day + timedelta(days=gap))
    for drawing in paced(dataclasses.replace(one, points=(*one.points[:-1], last))).drawings:
        (launch,) = [label for label in labels(drawing) if label.text == "Launch"]
        assert launch.box.left >= 0


def test_shares_known_as_ranges_have_no_total():
    with pytest.raises(ValueError, match="total"):
        paced(banded())


def test_every_team_is_drawn_on_one_scale_in_the_order_given():
    made = multiples(board("Birch", marlow()), board("Alder", GREETED), board("Cedar", banded()))
    assert [cell.name for cell in made.cells] == ["Birch", "Alder", "Cedar"]
    assert [cell.group for cell in made.cells] == ["of 52", "of 42", "of 52"]
    assert made.headline == "Three teams, week by week, on one scale"
    assert "from 0 to 100% of each team’s own group; in alphabetical order" in made.scale_note
    assert "A cross is a week without a number." in made.notes
    for cell in made.cells:
        drawing = Drawing(cell.svg, "one")
        assert_clean(drawing)
        assert_readable(drawing)
        assert {"1", "10"} <= set(texts(drawing))
        assert min(label.size for label in labels(drawing)) >= 12
    assert {"40", "43"} <= set(texts(Drawing(made.cells[0].svg, "one")))
    assert made.table.rows[0][2:5] == ("Goal met", "40", "22 of 52")


def test_teams_without_a_share_are_listed_in_words():
    made = multiples(board("Alder", edison()), board("Birch"), board("Cedar", marlow()))
    assert [cell.name for cell in made.cells] == ["Cedar"]
    assert dict(made.listed)["Birch"] == "no weekly numbers"
    assert dict(made.listed)["Alder"].startswith("full-day absences, not a share of a group")


def test_78_teams_have_78_charts_with_ids_of_their_own():
    made = multiples(*(board(f"School {n}", marlow()) for n in range(78)))
    ids = [e.get("id") for cell in made.cells for e in ET.fromstring(cell.svg).iter() if e.get("id")]  # noqa: S314
    assert len(made.cells) == 78
    assert len(ids) == len(set(ids))


def test_a_sparkline_has_gaps_a_goal_and_a_last_point():
    svg = sparkline(marlow())
    assert svg.startswith(
        '<svg class="spark" viewBox="0 0 104 30" width="104" height="30" aria-hidden="true"'
    )
    assert svg.count("<path") == 2
    assert svg.count("<circle") == 1
    assert svg.count("stroke-dasharray") == 1
    assert sparkline(series([None])) == ""


def test_a_sparkline_of_bands_is_boxes():
    svg = sparkline(banded())
    assert svg.count("<rect") == 5
    assert "<circle" not in svg
    assert "<path" not in svg


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(any_series(), min_size=1, max_size=4))
def test_any_measures_are_drawn_on_their_paper_with_their_numbers_in_the_table(measures):
    exhibit = stacked(*measures)
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
    cells = {cell for row in exhibit.table.rows for cell in row}
    assert {point.value.text for one in measures for point in one.points} <= cells
    made = multiples(*(board("Any", one) for one in measures))
    assert len(made.cells) + len(made.listed) == len(measures)
    for cell in made.cells:
        assert_clean(Drawing(cell.svg, "one"))
        assert_readable(Drawing(cell.svg, "one"))
    for one in measures:
        line = sparkline(one)
        assert bool(line) is bool(one.counted)
        assert not line or ET.fromstring(line).get("aria-hidden") == "true"  # noqa: S314


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_series(), st.dictionaries(st.integers(1, 45), st.integers(0, 5000), max_size=5))
def test_any_progress_is_drawn_on_its_paper_with_its_pace_in_the_table(one, pace):
    steps = tuple(GoalStep(week, Number(Decimal(total), one.form)) for week, total in pace.items())
    exhibit = paced(dataclasses.replace(one, cumulative=True, pace=steps))
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
    shown = {row[0]: row[-1] for row in exhibit.table.rows}
    assert all(shown[str(step.week)] == step.value.short for step in steps)


def test_percentages_are_their_own_share():
    one = series([43, 71], form=Form.PERCENT, goal=(GoalStep(1, percent(71)),))
    assert multiples(board("Alder", one)).cells[0].group == "size not published"
