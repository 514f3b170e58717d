"""A share known only as a range is drawn from end to end, and nothing stands for its middle."""

import re

import pytest
from charted_facts import number, percent, storyboard
from drawn import assert_clean, assert_readable, circles, texts, tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cyclebook.figures import dots, dumbbell, run_chart
from cyclebook.published import Absence, Absent, Band, Form, GoalStep, Measure, Point, Series, Status

WASH, DATA = "var(--book-data-wash)", "var(--book-data)"
WITHHELD = Absent(Absence.POLICY)
WEEKS = (Band(35, 40, 52), Band(35, 40, 52), Band(45, 50, 52), None, Band(55, 60, 52), Band(75, 80, 52))


def banded(values=WEEKS, **fields) -> Series:
    points = tuple(Point(w, v or Absent(Absence.NOT_COLLECTED)) for w, v in enumerate(values, start=1))
    given = {"of": 52, "goal": (), "form": Form.COUNT, **fields}
    return Series("on-time", "On time", Measure.OUTCOME, given.pop("form"), "students", None, points, **given)


def chart(one, **options):
    return run_chart(one, (), **{"id": "figure-1", "subtitle": "", "source": "", **options})


def boxes(drawing):
    return [e for e in tree(drawing).iter("path") if e.get("fill") == WASH and e.get("stroke") == DATA]


@pytest.mark.parametrize(
    ("band", "text", "short"),
    [
        (Band(75, 80), "over 75% to 80%", "75–80%"),
        (Band(0, 5), "5% or less", "≤5%"),
        (Band(95, 100), "95% or more", "≥95%"),
    ],
)
def test_a_band_in_words(band, text, short):
    assert (band.text, band.short) == (text, short)
    assert not hasattr(band, "value")


@pytest.mark.parametrize("ends", [(5, 5), (80, 75), (-1, 5), (95, 101), (0, 100)])
def test_a_band_that_says_nothing_or_nonsense_is_refused(ends):
    with pytest.raises(ValueError, match="band"):
        Band(*ends)


def test_a_series_of_bands_takes_only_numbers_that_are_shares():
    assert len(banded((Band(5, 10), percent(50), number(4, of=10))).counted) == 3
    with pytest.raises(ValueError, match="every number has a share"):
        banded((Band(5, 10), number(50, Form.PLAIN)))


def test_each_week_is_a_box_without_point_or_line():
    for drawing in chart(banded()).drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert len(boxes(drawing)) == 5
        assert circles(drawing, DATA) == []
        assert [p for p in tree(drawing).iter("path") if p.get("fill") is None] == []
        assert "75–80%" in texts(drawing)
        assert "100%" in texts(drawing)
        assert "Students, percent of 52" in texts(drawing)


def test_the_words_of_a_banded_chart_are_its_bands():
    exhibit = chart(banded())
    assert exhibit.headline == "Over 35% to 40% in week 1, over 75% to 80% in week 6"
    assert exhibit.alt_text == (
        "Range chart: On time, weeks 1–6. In week 1 over 35% to 40%, in week 6 over 75% to 80%, "
        "of 52 students. Week 4 not collected."
    )
    assert "the exact share is withheld" in " ".join(exhibit.notes)
    assert [row[1] for row in exhibit.table.rows[3:5]] == ["not collected", "over 55% to 60%"]
    assert exhibit.table.csv_header[:2] == ("week", "On time (percent)")
    assert exhibit.table.csv_rows[0] == ("1", "over 35% to 40%", "52")


def test_a_goal_is_drawn_where_it_is_a_number_and_nowhere_else():
    assert "Goal 40" in texts(chart(banded(goal=(GoalStep(1, number(40)),))).drawings[0])
    unplaced = banded(of=None, goal=(GoalStep(1, number(40)),))
    assert "Goal 40" not in texts(chart(unplaced).drawings[0])


def test_an_exact_week_among_bands_stands_at_its_share():
    mixed = banded((number(26, of=52), *WEEKS[1:]))
    ((_, y),) = circles(chart(mixed).drawings[0], DATA)
    ticks = {e.text: float(e.get("y")) for e in tree(chart(mixed).drawings[0]).iter("text")}
    assert y == pytest.approx(ticks["50%"] - 14 * 0.35, abs=0.2)


def test_dumbbell_rows_are_boxes_and_no_line_joins_them():
    rows = [
        storyboard("Alder", "On time", Band(35, 40, 52), Band(75, 80, 52), WITHHELD),
        storyboard("Birch", "On time", Band(75, 80, 41), Band(75, 80, 41), percent(90), Status.NOT_MET),
        storyboard("Cedar", "On time", WITHHELD, Band(95, 100), WITHHELD),
    ]
    exhibit = dumbbell(rows, id="f", headline="", subtitle="", source="")
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert len(boxes(drawing)) == 3 + 1  # one in the key
        assert {"35–40%", "≥95%"} <= set(texts(drawing))
        assert not [e for e in tree(drawing).iter("line") if e.get("stroke") == DATA]
    assert exhibit.table.rows[0][2:5] == (
        "over 35% to 40%",
        "over 75% to 80%",
        "withheld under the privacy policy",
    )
    assert exhibit.table.csv_rows[0][3:5] == ("over 35% to 40%", "52")
    assert "over 35% to 40% to start with, then over 75% to 80%" in exhibit.alt_text
    assert "the exact share is withheld" in " ".join(exhibit.notes)


def test_a_latest_band_stands_for_a_running_cycle():
    row = storyboard("Alder", "f", Band(35, 40), Absent(Absence.NOT_YET), WITHHELD, latest=(4, Band(50, 55)))
    exhibit = dumbbell([row], id="f", headline="", subtitle="", source="")
    assert {"50–55%", "latest"} <= set(texts(exhibit.drawings[0]))


def test_a_band_is_no_dots():
    assert dots(Band(75, 80, 52), None, id="a", unit="students") is None


def test_boxes_and_points_stand_over_their_weeks():
    drawing = chart(banded((number(26, of=52), *WEEKS[1:]))).drawings[0]
    weeks = {e.text: float(e.get("x")) for e in tree(drawing).iter("text")}
    ((x, _),) = circles(drawing, DATA)
    left, width = map(float, re.match(r"M([\d.]+),[\d.]+h([\d.]+)", boxes(drawing)[0].get("d")).groups())
    assert (x, left + width / 2) == pytest.approx((weeks["1"], weeks["2"]), abs=0.2)


def test_a_box_runs_from_the_lower_to_the_upper_end():
    drawing = chart(banded((Band(25, 50), Band(75, 80)))).drawings[0]
    ticks = {e.text: float(e.get("y")) - 14 * 0.35 for e in tree(drawing).iter("text")}
    first = boxes(drawing)[0].get("d")
    top, height = map(float, re.fullmatch(r"M[\d.]+,([\d.]+)h[\d.]+v([\d.]+)h.*", first).groups())
    assert (top, top + height) == pytest.approx((ticks["50%"], ticks["25%"]), abs=0.2)


EDGES = st.integers(0, 19).map(lambda i: (i * 5, i * 5 + 5))
BANDS = st.builds(lambda ends, of: Band(*ends, of), EDGES, st.one_of(st.none(), st.just(52)))
VALUES = st.one_of(BANDS, st.sampled_from(Absence).map(Absent), st.integers(0, 100).map(percent))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(VALUES, min_size=1, max_size=40), st.integers(0, 120))
def test_any_mix_of_bands_is_drawn_inside_its_paper_with_its_words_in_the_table(values, goal):
    exhibit = chart(banded(tuple(values), goal=(GoalStep(1, percent(goal)),), baseline=percent(20)))
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
    cells = {cell for row in exhibit.table.rows for cell in row}
    assert {value.text for value in values} <= cells


ROWS = st.builds(storyboard, st.text(max_size=40), st.text(max_size=40), VALUES, VALUES, VALUES)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROWS, min_size=1, max_size=6))
def test_any_rows_of_bands_are_drawn_inside_their_paper(rows):
    exhibit = dumbbell(rows, id="f", headline="", subtitle="", source="")
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
