"""Baseline, result and goal of each team."""

import pytest
from charted_facts import SPRING_2020, UNPUBLISHED, number, percent, storyboard
from drawn import assert_clean, assert_readable, circles, size, texts, tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cyclebook.figures import Exhibit, dumbbell
from cyclebook.published import Absence, Absent, Better, Form, Status

WITHHELD = Absent(Absence.SMALL_GROUP)
MINUTES = storyboard(
    "Alder School", "Reading", number(12, Form.PLAIN), number(23, Form.PLAIN), number(20, Form.PLAIN)
)
ABSENCES = storyboard(
    "Birch School",
    "Absences",
    number(15, Form.PLAIN),
    number(2, Form.PLAIN),
    number(5, Form.PLAIN),
    better=Better.LOWER,
)


def chart(*rows, **options) -> Exhibit:
    given = {"id": "figure-1", "headline": "5 of 6 teams met the goal they set", "subtitle": "A to Z"}
    return dumbbell(rows, **{**given, "source": "reports", **options})


def marks(drawing):
    return (
        circles(drawing, "var(--book-paper)"),
        circles(drawing, "var(--book-data)"),
        [e for e in tree(drawing).iter("line") if e.get("stroke") == "var(--book-mark)"],
    )


def test_spring_2020_stands_on_a_percentage_scale():
    exhibit = chart(*SPRING_2020)
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        shown = texts(drawing)
        assert {"Fremont High School", "74 of 80", "goal 73 of 80", "43%", "71%", "100%"} <= set(shown)
        assert shown.count("goal not published") == 3
        hollow, filled, goals = marks(drawing)
        assert (len(hollow), len(filled), len(goals)) == (5 + 1, 6 + 1, 3 + 1)  # one of each in the key
    assert "No baseline for Fremont High School." in exhibit.notes


def test_rows_keep_their_order():
    names = [row[0] for row in chart(*reversed(SPRING_2020)).table.rows]
    assert names == [one.name for one in reversed(SPRING_2020)]


def test_other_units_are_scaled_to_each_teams_own_goal():
    exhibit = chart(MINUTES, ABSENCES)
    wide = exhibit.drawings[0]
    _, _, goals = marks(wide)
    assert len({goal.get("x1") for goal in goals[:2]}) == 1
    assert "share of each team’s own goal" in texts(wide)
    assert "Absences, lower is better" in texts(wide)
    assert "Each row is scaled to its own goal, which stands at 100." in exhibit.notes


def test_a_number_past_the_end_says_so():
    far = storyboard("Gum", "Meals", number(10, Form.PLAIN), number(900, Form.PLAIN), number(100, Form.PLAIN))
    exhibit = chart(far)
    assert "900 →" in texts(exhibit.drawings[0])
    assert "An arrow after a number means that it lies past the end of the scale." in exhibit.notes


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            storyboard("A", "f", WITHHELD, WITHHELD, WITHHELD, Status.WITHHELD, withheld=WITHHELD),
            "withheld: fewer than 10 students",
        ),
        (
            storyboard("A", "f", UNPUBLISHED, Absent(Absence.NOT_REPORTED), percent(9), Status.NOT_REPORTED),
            "not reported",
        ),
        (
            storyboard("A", "f", UNPUBLISHED, UNPUBLISHED, UNPUBLISHED, Status.REPORTED_MET),
            "reported met, number not published",
        ),
        (
            storyboard("A", "f", percent(20), Absent(Absence.NOT_REPORTED), percent(40), Status.NOT_REPORTED),
            "result not reported",
        ),
        (
            storyboard("A", "f", number(9, Form.PLAIN), number(2, Form.PLAIN), UNPUBLISHED),
            "from 9 to 2, not drawn to scale",
        ),
    ],
)
def test_what_cannot_be_drawn_is_said_in_words(row, expected):
    exhibit = chart(row)
    for drawing in exhibit.drawings:
        assert expected in texts(drawing)
        assert_readable(drawing)


def test_a_running_cycle_shows_its_latest_number():
    row = storyboard(
        "Hazel",
        "Calls",
        percent(20),
        Absent(Absence.NOT_YET),
        percent(60),
        Status.NOT_YET,
        latest=(4, percent(44)),
    )
    exhibit = chart(row)
    assert {"44%", "latest"} <= set(texts(exhibit.drawings[0]))
    assert exhibit.table.rows[0][3] == "44% (latest)"


def test_the_text_alternative_tells_each_row():
    assert chart(*SPRING_2020[:3]).alt_text == (
        "Dumbbell chart, one row for each of three teams, in percent. "
        "Banning High School (Algebra 1, average score): from 43% to 71%, goal 71%. Goal met. "
        "Bethune Middle School (Geometry): from 34% to 67%, goal 78%. Goal not met. "
        "Fremont High School (Graduation requirements): 74 of 80, goal 73 of 80. Goal met."
    )


def test_a_long_list_is_left_to_the_table():
    rows = [storyboard(f"School {i}", "On time", percent(i), percent(i + 20), percent(60)) for i in range(78)]
    exhibit = chart(*rows)
    assert "The data table lists every team" in exhibit.alt_text
    for drawing in exhibit.drawings:
        assert_readable(drawing)
    assert size(exhibit.drawings[0]).bottom > 78 * 50


def test_the_download_has_plain_digits_and_group_sizes():
    csv = chart(*SPRING_2020).table.to_csv().splitlines()
    assert csv[0].startswith("team,focus,unit,baseline,baseline group size,result")
    assert csv[3] == (
        "Fremont High School,Graduation requirements,count,not published,not published,"
        "74,80,73,80,higher,Goal met"
    )


VALUES = st.one_of(
    st.sampled_from(Absence).map(Absent),
    st.integers(0, 100).map(percent),
    st.integers(0, 80).map(lambda value: number(value, of=80)),
    st.integers(0, 5000).map(lambda value: number(value, Form.PLAIN)),
)
ROWS = st.builds(
    storyboard,
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=60),
    st.one_of(st.none(), st.text(st.characters(codec="utf-8"), max_size=60)),
    VALUES,
    VALUES,
    VALUES,
    st.sampled_from(Status),
    better=st.sampled_from([*Better, None]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROWS, min_size=1, max_size=8))
def test_any_cohort_is_drawn_inside_its_paper_with_all_its_numbers_in_the_table(rows):
    exhibit = chart(*rows)
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
    for row, shown in zip(rows, exhibit.table.rows, strict=True):
        assert (row.goal.baseline.text, row.goal.result.text, row.goal.target.text) == shown[2:5]
