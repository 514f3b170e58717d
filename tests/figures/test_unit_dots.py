"""A group of children as dots."""

import pytest
from charted_facts import number, percent
from drawn import assert_clean, assert_readable, size, texts, tree
from hypothesis import given, settings
from hypothesis import strategies as st

from cyclebook.figures import dots
from cyclebook.published import Better, Form


def filled_and_open(drawing):
    circles = list(tree(drawing).iter("circle"))
    filled = [one for one in circles if one.get("fill") == "var(--book-data)"]
    return len(filled), len(circles) - len(filled)


def test_each_child_is_a_dot_and_the_goal_a_line():
    wide, narrow = dots(number(52, of=58), number(47), id="result", unit="students")
    for drawing in (wide, narrow):
        assert filled_and_open(drawing) == (52, 6)
        assert texts(drawing) == ["goal 47"]
        assert_clean(drawing)
        assert_readable(drawing)
    assert tree(wide)[0].text == "52 of 58 students"
    assert tree(wide)[1].text == (
        "Each dot is one of 58 students: 52 filled, 6 open. A line marks the goal of 47."
    )


def test_the_line_steps_where_the_goal_ends_within_a_column():
    straight = dots(number(33, of=42), number(30), id="a", unit="students")[0]
    stepped = dots(number(33, of=42), number(31), id="a", unit="students")[0]
    assert tree(straight).find("path").get("d") == "M301 2V50"
    assert tree(stepped).find("path").get("d") == "M321 2V26H301V50"


def test_where_less_is_better_the_words_say_so():
    wide, _ = dots(number(8, of=200), number(12), id="a", unit="students", better=Better.LOWER)
    assert texts(wide) == ["goal 12 or fewer"]
    assert "the goal of 12 or fewer" in tree(wide)[1].text


@pytest.mark.parametrize(
    "result",
    [
        number(5),
        percent(50),
        number(5, Form.PLAIN, 10),
        number("4.5", of=10),
        number(11, of=10),
        number(5, of=900),
    ],
)
def test_what_is_not_a_whole_count_of_a_known_group_is_no_picture(result):
    assert dots(result, None, id="a", unit="students") is None


@pytest.mark.parametrize("goal", [percent(50), number("4.5"), number(11), number(5, of=12)])
def test_a_goal_that_is_no_count_of_the_same_group_is_not_marked(goal):
    wide, _ = dots(number(5, of=10), goal, id="a", unit="students")
    assert texts(wide) == []
    assert "goal" not in tree(wide)[1].text


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 600), st.data())
def test_any_group_fits_its_paper(group, data):
    count = data.draw(st.integers(0, group))
    goal = number(data.draw(st.integers(0, group)))
    wide, narrow = dots(number(count, of=group), goal, id="a", unit="<students>", better=Better.LOWER)
    for drawing, room in ((wide, 742), (narrow, 338)):
        assert filled_and_open(drawing) == (count, group - count)
        assert size(drawing).right <= room
        assert_clean(drawing)
        assert_readable(drawing)
