"""The annotated run chart: what it says and what it draws."""

import dataclasses
from datetime import date

import pytest
from charted_facts import MARLOW_TESTS, change, edison, marlow, number, percent, series
from drawn import assert_clean, assert_readable, circles, size, texts, tree

from cyclebook.figures import Exhibit, headline, run_chart
from cyclebook.published import Absence, Absent, Better, Decision, Form, GoalStep, Point

DATA = "var(--book-data)"
GOAL_40 = {"goal": (GoalStep(1, number(40)),)}
GOAL_5 = {"goal": (GoalStep(1, number(5)),)}
LONG_NAMES = [
    change(letter, f"A long name of a test, number {letter} of many", 1 + ord(letter) % 9, 9, Decision.OPEN)
    for letter in "ABCDEFGHIJKL"
]


def chart(one, tests=(), **options) -> Exhibit:
    return run_chart(one, tests, **{"id": "figure-1", "subtitle": "All", "source": "counts", **options})


@pytest.mark.parametrize(
    ("weeks", "fields", "expected"),
    [
        ([22, 30, 35, 41, 43], GOAL_40, "From 22 in week 1 to 43 in week 5; goal of 40 first met in week 4"),
        ([22, 30, None, 41, 43], {}, "22 in week 1, 30 in week 2, 41 in week 4, 43 in week 5"),
        (
            [22, 41, 35, 38, 39],
            GOAL_40,
            "From 22 in week 1 to 39 in week 5; goal of 40 met in week 2, not in week 5",
        ),
        (
            [22, 23, 24, 25, 26],
            GOAL_40,
            "From 22 in week 1 to 26 in week 5; goal of 40 not met in any counted week",
        ),
        (
            [41, 42, 43, 44, 45],
            GOAL_40,
            "From 41 in week 1 to 45 in week 5; goal of 40 met in every counted week",
        ),
        ([43] * 5, {}, "43 in every week"),
        ([43, 43, None, 43, 43, 43], {}, "43 in every counted week"),
        ([61, 130, 190, 270, 330], {"cumulative": True}, "330 in all by week 5"),
        ([None, 7], {}, "7 in week 2"),
        ([None, None], {}, "Weekly numbers not collected"),
        (
            [9, 8, 7, 4, 3],
            {**GOAL_5, "better": Better.LOWER},
            "From 9 in week 1 to 3 in week 5; goal of 5 first met in week 4",
        ),
        ([9, 8, 7, 4, 3], {**GOAL_5, "better": None}, "From 9 in week 1 to 3 in week 5"),
    ],
)
def test_the_headline_is_a_fact(weeks, fields, expected):
    assert headline(series(weeks, **fields)) == expected


def test_the_headline_judges_the_last_version_of_a_goal():
    assert headline(marlow()) == "From 22 in week 1 to 43 in week 10; revised goal of 40 first met in week 8"


def test_the_headline_names_no_week_where_measuring_counted_otherwise():
    assert headline(marlow(at_goal=(4, 9))) == "From 22 in week 1 to 43 in week 10"


def test_a_varying_group_stands_with_each_number_and_is_not_compared_with_a_goal_of_another():
    one = dataclasses.replace(
        marlow(of=None, goal=(GoalStep(1, number(40, of=52)),), at_goal=None),
        points=tuple(Point(w, number(20 + w, of=48 + w)) for w in range(1, 7)),
    )
    exhibit = chart(one)
    assert exhibit.headline == "From 21 of 49 in week 1 to 26 of 54 in week 6"
    assert {"21/49", "22/50", "26/54"} <= set(texts(exhibit.drawings[0]))
    assert "The size of the group changes" in " ".join(exhibit.notes)


def test_the_text_alternative_tells_the_chart_in_sentences():
    assert chart(marlow(), MARLOW_TESTS).alt_text == (
        "Line chart: In class by the bell all five days, weeks 1–10. Higher is better. "
        "Started at 22, ended at 43, of 52 students. Lowest: 19 in week 2. "
        "The goal is first 45, from week 3 on 40. Revised goal of 40 first met in week 8. "
        "Baseline 21. Too few weeks off the median (8) for run-chart rules, which need about 10. "
        "Week 5 not collected. "
        "Three tests of change, A to C, are marked on the weeks in which they ran."
    )


def test_a_few_numbers_are_told_one_by_one():
    tests = [change("A", "Attendance assembly", 1, 2, Decision.ADAPT)]
    assert chart(edison(), tests).alt_text == (
        "Point chart: Full-day absences, weeks 1–8, among 58 students. Lower is better. "
        "Week 2: 15. Week 3: 2. "
        "Weeks 1 and 4 to 8 not published. One test of change, A, is marked on the weeks in which it ran."
    )


def test_an_authors_words_win():
    exhibit = chart(marlow(), headline="Mine", alt="My < words")
    assert (exhibit.headline, exhibit.alt_text) == ("Mine", "My < words")
    assert all("My &lt; words" in drawing.svg for drawing in exhibit.drawings)


def test_the_wide_drawing_shows_every_number_and_names_every_line():
    wide = chart(marlow(median=number(33)), MARLOW_TESTS).drawings[0]
    shown = texts(wide)
    assert {"22", "19", "24", "27", "33", "36", "40", "41", "43"} <= set(shown)
    assert {"Students, of 52", "better ↑", "Goal 45", "Goal 40", "Baseline 21", "Median 33", "so far"} <= set(
        shown
    )
    assert {"not collected", "6 Feb", "10 Apr 2026", "52", "A", "B", "C"} <= set(shown)
    assert {"A Calls home: abandoned", "C Greeters at the bus loop: adapted"} <= set(shown)
    assert len(circles(wide, DATA)) == 9


def test_the_narrow_drawing_shows_first_last_and_extremes():
    shown = texts(chart(marlow()).drawings[1])
    assert {"22", "19", "43", "Goal 40", "Baseline 21"} <= set(shown)
    assert not {"24", "27", "33", "36", "41"} & set(shown)


def test_the_line_breaks_at_a_missing_week():
    lines = [p.get("d") for p in tree(chart(marlow()).drawings[0]).iter("path") if p.get("stroke") == DATA]
    assert [line.count("L") for line in lines] == [3, 4]


def test_neighbouring_missing_weeks_share_one_label():
    for drawing in chart(edison()).drawings:
        shown = texts(drawing)
        assert "weeks 4 to 8 not published" in shown
        assert shown.count("not published") == 1
        assert drawing.svg.count('fill="var(--book-tint)"') == 6


def test_unequal_dates_make_unequal_distances():
    one = marlow()
    days = [date(2026, 2, 6), date(2026, 2, 13), date(2026, 2, 27)]
    one = dataclasses.replace(
        one, points=tuple(Point(i + 1, number(5 + i), day) for i, day in enumerate(days))
    )
    (a, _), (b, _), (c, _) = circles(chart(one).drawings[0], DATA)
    assert c - b == pytest.approx(2 * (b - a), abs=0.1)


def test_without_dates_the_start_stands_under_week_one():
    assert "from 2 Feb 2026" in texts(chart(edison(), start=date(2026, 2, 2)).drawings[0])


def test_letters_of_one_week_stand_side_by_side_or_on_top_of_each_other():
    tests = [change(letter, "Idea", 5, 8, Decision.OPEN) for letter in "AB"]
    side = circles(chart(edison(), tests).drawings[0], "var(--book-ink)")
    assert side[0][1] == side[1][1]
    assert side[1][0] - side[0][0] >= 20
    dense = series(range(40))
    stacked = circles(chart(dense, tests).drawings[1], "var(--book-ink)")
    assert stacked[0][0] == stacked[1][0]
    assert stacked[0][1] - stacked[1][1] >= 17


def test_decisions_are_drawn_and_written():
    tests = [
        change(letter, letter, 1, 3, decision) for letter, decision in zip("ABCDE", Decision, strict=True)
    ]
    exhibit = chart(marlow(), tests)
    svg = exhibit.drawings[0].svg
    assert svg.count('stroke-dasharray="3,2"') == 3
    assert "filled, adopted; pale, adapted; dashed, abandoned, not decided or decision not published" in (
        " ".join(exhibit.notes)
    )
    assert "E E: decision not published" in texts(exhibit.drawings[0])


def test_tests_without_weeks_are_left_to_a_note():
    tests = [change("A", "Calls", None, None, Decision.ADOPT), change("B", "Carts", 2, None, Decision.ADOPT)]
    exhibit = chart(marlow(), tests)
    assert "A" not in texts(exhibit.drawings[0])
    assert "Test A is not drawn: the weeks are not known." in exhibit.notes
    assert "Where the last week of a test is not known, only its first week is drawn." in exhibit.notes


def test_without_tests_there_is_no_panel():
    with_tests, without = chart(marlow(), MARLOW_TESTS), chart(marlow())
    assert "Tests of change" not in texts(without.drawings[0])
    assert size(without.drawings[0]).bottom < size(with_tests.drawings[0]).bottom - 90


def test_percentages_have_percent_signs():
    one = series([43, 48, 66, 71, 70], form=Form.PERCENT, goal=(GoalStep(1, percent(71)),))
    shown = texts(chart(one).drawings[0])
    assert {"0%", "100%", "43%", "Goal 71%", "Students, percent"} <= set(shown)


def test_the_group_is_the_top_of_the_scale_only_where_it_is_near():
    assert "52" in texts(chart(marlow()).drawings[0])
    assert "200" not in texts(chart(series([3, 5, 8], of=200)).drawings[0])


def test_a_value_that_is_withheld_says_so():
    one = dataclasses.replace(
        edison(), points=(Point(1, Absent(Absence.SMALL_GROUP)), Point(2, number(9, Form.PLAIN)))
    )
    exhibit = chart(one)
    assert "withheld: fewer than 10 students" in texts(exhibit.drawings[0])
    assert exhibit.table.csv_rows[0][1] == "withheld: fewer than 10 students"


def test_the_table_has_every_week_the_baseline_and_the_median():
    table = chart(marlow(median=number(33)), MARLOW_TESTS).table
    assert [column.heading for column in table.columns] == [
        "Week",
        "Date",
        "Students, of 52",
        "Goal",
        "Tests",
    ]
    assert table.rows[0] == ("Baseline", "", "21", "", "")
    assert table.rows[1] == ("1", "6 February 2026", "22", "45", "A")
    assert table.rows[5] == ("5", "6 March 2026", "not collected", "40", "B, C")
    assert table.rows[-1] == ("Median so far", "", "33", "", "")


def test_the_download_has_units_plain_digits_and_words_for_what_is_missing():
    csv = chart(marlow(), MARLOW_TESTS).table.to_csv().splitlines()
    assert csv[0] == (
        "week,date,In class by the bell all five days (students),group size,goal (students),"
        "baseline (students),tests of change"
    )
    assert csv[1] == "1,2026-02-06,22,52,45,21,A"
    assert csv[5] == '5,2026-03-06,not collected,not collected,40,21,"B, C"'


def test_names_with_markup_stay_words():
    one = dataclasses.replace(marlow(), name="<b>\"On\" & 'time'</b>", unit="<i>students</i>")
    tests = [change("A", '<script>alert("x")</script>', 1, 3, Decision.ADOPT)]
    exhibit = chart(one, tests, who="<School> & Co")
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert "<script" not in drawing.svg
        assert any('<script>alert("x")</script>' in text for text in texts(drawing))


@pytest.mark.parametrize(
    ("one", "tests"),
    [
        (marlow(median=number(33)), MARLOW_TESTS),
        (edison(), MARLOW_TESTS),
        (series([12] * 8, of=14, goal=(GoalStep(1, number(12)),)), MARLOW_TESTS),
        (series([0, 0, 0], better=Better.LOWER), ()),
        (series([40, 6000, 120000], goal=(GoalStep(1, number(10)),)), ()),
        (series([5]), [change("A", "Only", 1, 1, Decision.ADOPT)]),
        (series([-2, 3, -1.5, 0.25, 1], form=Form.PLAIN, baseline=number(-1, Form.PLAIN)), ()),
        (series([0.02, 0.013], form=Form.PLAIN), ()),
        (marlow(), LONG_NAMES),
    ],
)
def test_every_text_stays_inside_and_apart(one, tests):
    for drawing in chart(one, tests, start=date(2026, 2, 2)).drawings:
        assert_clean(drawing)
        assert_readable(drawing)


def test_a_line_without_room_for_its_name_is_named_in_a_note():
    one = marlow(baseline=number(21), median=number(22), goal=(GoalStep(1, number(23)),))
    exhibit = chart(dataclasses.replace(one, points=tuple(Point(w, number(22, of=52)) for w in range(1, 41))))
    shown = texts(exhibit.drawings[1])
    for name in ("Goal 23", "Median 22 so far", "Baseline 21"):
        assert name in shown or name in " ".join(exhibit.notes)
