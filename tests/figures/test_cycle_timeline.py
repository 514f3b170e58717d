"""A cycle from launch to retrospective."""

from datetime import date

import pytest
from drawn import assert_clean, assert_readable, circles, labels, texts, tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cyclebook.figures import Exhibit, cycle_timeline
from cyclebook.published import Break, Cycle

SPRING = Cycle(10, date(2026, 3, 2), (3, 6, 9), (Break("Spring break", 5),))


def chart(cycle=SPRING, **options) -> Exhibit:
    return cycle_timeline(cycle, **{"id": "figure-1", "subtitle": "", "source": "", **options})


def test_launch_check_ins_break_and_retrospective_are_named():
    exhibit = chart()
    assert exhibit.headline == "10 weeks, three check-ins"
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        shown = texts(drawing)
        assert shown.count("Check-in") == 3
        assert {
            "Launch",
            "Retrospective",
            "Spring break",
            "2 Mar",
            "week 3, 16 Mar",
            "week 6, 13 Apr",
        } <= set(shown)
    assert exhibit.notes[0] == "Dates are the first day of their week."


def test_a_break_moves_the_days_after_it_and_stands_between_its_weeks():
    assert [SPRING.day_of(week) for week in (5, 6)] == [date(2026, 3, 30), date(2026, 4, 13)]
    dotted = [e for e in tree(chart().drawings[0]).iter("line") if e.get("stroke-dasharray")]
    assert len(dotted) == 1


def test_without_dates_there_are_weeks():
    exhibit = chart(Cycle(8, None, (4,)))
    assert {"Launch", "week 4", "week 8"} <= set(texts(exhibit.drawings[0]))
    assert exhibit.notes == ()
    assert exhibit.alt_text == "Timeline of eight weeks. Check-in in week 4. Retrospective in week 8."


def test_what_is_over_is_filled_and_now_is_named():
    exhibit = chart(now=6)
    for drawing in exhibit.drawings:
        assert "now: week 6" in texts(drawing)
        assert_readable(drawing)
        assert len(circles(drawing, "var(--book-data)")) == 3
    assert "now:" not in " ".join(texts(chart().drawings[0]))
    assert exhibit.alt_text.endswith("Now in week 6.")


def test_a_check_in_in_the_last_week_shares_its_place_with_the_retrospective():
    for drawing in chart(Cycle(8, None, (4, 8))).drawings:
        assert "Check-in and retrospective" in texts(drawing)


def test_the_table_is_in_time_order():
    assert [row[:2] for row in chart().table.rows] == [
        ("Launch", "1"),
        ("Check-in", "3"),
        ("Spring break", "after 5"),
        ("Check-in", "6"),
        ("Check-in", "9"),
        ("Retrospective", "10"),
    ]
    assert chart().table.csv_rows[1] == ("Check-in", "3", "2026-03-16")


@pytest.mark.parametrize(
    "fields",
    [
        {"weeks": 0},
        {"check_ins": (11,)},
        {"check_ins": (6, 3)},
        {"breaks": (Break("b", 10),)},
        {"breaks": (Break("b", 3, 0),)},
        {"breaks": (Break("b", 5), Break("a", 2))},
    ],
)
def test_an_impossible_cycle_is_refused(fields):
    with pytest.raises(ValueError, match=r"check-in|reak|week"):
        Cycle(**{"weeks": 10, **fields})


@st.composite
def any_cycle(draw: st.DrawFn) -> Cycle:
    weeks = draw(st.integers(1, 40))
    after = sorted(draw(st.lists(st.integers(1, weeks - 1), max_size=4))) if weeks > 1 else []
    names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=50)
    return Cycle(
        weeks,
        draw(st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2030, 1, 1)))),
        tuple(sorted(draw(st.sets(st.integers(1, weeks), max_size=8)))),
        tuple(Break(draw(names), week, draw(st.integers(1, 4))) for week in after),
    )


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_cycle(), st.one_of(st.none(), st.integers(0, 42)))
def test_any_cycle_is_drawn_on_its_paper_and_whole_in_its_table(cycle, now):
    exhibit = chart(cycle, now=now)
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert min(label.size for label in labels(drawing)) >= 12
    both = cycle.weeks in cycle.check_ins
    assert len(exhibit.table.rows) == 2 + len(cycle.check_ins) - both + len(cycle.breaks)
    shown = " ".join([*texts(exhibit.drawings[0]), *exhibit.notes])
    assert "etrospective" in shown
    assert chart(cycle, now=now) == exhibit
