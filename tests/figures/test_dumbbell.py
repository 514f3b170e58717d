"""Baseline, result and goal of each team."""

import pytest
from charted_facts import SPRING_2020, UNPUBLISHED, number, percent, storyboard
from drawn import assert_clean, assert_readable, circles, labels, size, texts, tree, upright_lines
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
    assert "An arrow means that a number lies past the end of the scale." in exhibit.notes


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


def many(count: int, **fields) -> list:
    return [
        storyboard(f"School {i:02}", "On time", percent(i), percent(i + 20), percent(60), **fields)
        for i in range(count)
    ]


def level(drawing, words: str) -> float:
    return next(label.y for label in labels(drawing) if label.text == words)


def test_the_lines_of_a_narrow_scale_keep_off_the_words_of_the_rows():
    """Zero and the other level lines stand between the names, the focus and the goal, never in them."""
    for rows in (SPRING_2020, [*many(24), *SPRING_2020]):
        drawing = chart(*rows).drawings[1]
        said = {words for row in rows for words in (row.name, row.focus)}
        words = [label for label in labels(drawing) if label.text in said or label.text.startswith("goal ")]
        assert len(words) >= len(rows)
        lines = upright_lines(drawing)
        assert lines
        assert not [(label, line) for label in words for line in lines if label.box.meets(line)]


def test_more_than_24_teams_take_a_short_line_each_on_a_phone():
    """Up to 24 teams have their numbers beside the marks; more have marks and whole names only."""
    few, dense = (chart(*many(count)).drawings[1] for count in (24, 78))
    assert size(few).bottom > 24 * 80
    assert size(dense).bottom < 78 * 24
    assert {"23%", "43%"} <= set(texts(few))
    assert not {"23%", "43%"} & set(texts(dense))
    assert {f"School {i:02}" for i in range(78)} <= set(texts(dense))
    hollow, filled, goals = marks(dense)
    assert len(hollow) == len(filled) == len(goals) == 78 + 1  # one of each in the key
    assert texts(dense)[-1] == "The data table has the numbers."


def test_a_long_name_of_a_dense_row_is_broken_and_never_cut():
    """Each word of a long name stands on one of its lines."""
    long = "Dogwood Bridge Elementary School of the Performing Arts"
    dense = chart(*many(30), storyboard(long, "On time", percent(1), percent(2), percent(3))).drawings[1]
    assert long in " ".join(texts(dense))
    assert min(label.size for label in labels(dense)) >= 12


def test_dense_rows_stand_by_their_priorities_where_these_gather_enough_teams():
    """Reading before Attendance in the rows, after it in the drawing; teams without one come last."""
    loose = storyboard("Loose End", "On time", percent(1), percent(2), percent(3))
    rows = [loose, *many(20, priority="Reading"), *many(20, priority="Attendance")]
    dense = chart(*rows).drawings[1]
    heights = [level(dense, words) for words in ("Attendance", "Reading", "No priority given", "Loose End")]
    assert heights == sorted(heights)
    assert texts(dense).count("100%") == 3
    assert texts(dense)[-1] == "Teams stand by priority. The data table has the numbers."
    each_its_own = [
        storyboard(f"School {i}", None, percent(i), percent(i), percent(i), priority=f"Aim {i}")
        for i in range(30)
    ]
    assert "Aim 1" not in texts(chart(*each_its_own).drawings[1])


def test_a_dense_row_says_in_words_what_its_marks_cannot():
    """Why there is no result, which of two namesakes a row is, that lower is better, and an arrow."""
    dense = chart(
        *many(25),
        storyboard("Alder", "f", WITHHELD, WITHHELD, WITHHELD, Status.WITHHELD, withheld=WITHHELD),
        storyboard("Birch", "Geometry", percent(10), percent(20), percent(30), better=Better.LOWER),
        storyboard("Birch", "Algebra", percent(10), percent(2000), percent(30)),
    ).drawings[1]
    assert "withheld: fewer than 10 students" in " ".join(texts(dense))
    assert {"Geometry", "Algebra", "lower is better", "→"} <= set(texts(dense))


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
@given(st.lists(ROWS, min_size=1, max_size=8), st.sampled_from([0, 25]))
def test_any_cohort_is_drawn_inside_its_paper_with_all_its_numbers_in_the_table(some, more):
    """Few rows, and as many as a phone draws densely."""
    rows = [*some, *many(more)]
    exhibit = chart(*rows)
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
    for row, shown in zip(rows, exhibit.table.rows, strict=True):
        assert (row.goal.baseline.text, row.goal.result.text, row.goal.target.text) == shown[2:5]
