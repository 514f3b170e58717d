"""One thing before and after: dots of children, else places on a scale."""

import pytest
from charted_facts import number, percent
from drawn import assert_clean, assert_readable, labels, texts, tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cyclebook.figures import Exhibit, before_after
from cyclebook.published import Absence, Absent, Band, BeforeAfter, Form

EDISON = BeforeAfter(
    "Students in the chronic band",
    number(12),
    number(5),
    "students",
    "Whether any student entered the band in the same weeks is not published.",
)


def chart(fact=EDISON, **options) -> Exhibit:
    return before_after(fact, **{"id": "figure-2", "subtitle": "", "source": "", **options})


def dots(drawing):
    circles = list(tree(drawing).iter("circle"))
    return [sum(one.get("fill") == f"var(--book-{fill})" for one in circles) for fill in ("data", "paper")]


def test_children_of_a_group_of_unknown_size_are_dots_and_dashed_circles():
    exhibit = chart()
    assert exhibit.headline == "12 students before, 5 after"
    assert exhibit.notes == (EDISON.note,)
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert dots(drawing) == [17, 7]
        assert drawing.svg.count('stroke-dasharray="2 2"') == 7
        assert {"At the start", "12", "At the end", "5"} <= set(texts(drawing))
    assert exhibit.alt_text == (
        "Dot chart: Students in the chronic band, before and after. "
        "At the start: 12 students. At the end: 5 students."
    )


def test_children_of_a_known_group_are_drawn_with_the_others():
    for drawing in chart(BeforeAfter("On time", number(12, of=20), number(17, of=20))).drawings:
        assert dots(drawing) == [29, 11]
        assert "stroke-dasharray" not in drawing.svg


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (percent(43), percent(71)),
        (percent(40), number(17, of=20)),
        (number(160), number(20)),
        (number(15, Form.PLAIN), number("2.5", Form.PLAIN)),
        (Band(35, 40, 52), Band(75, 80, 52)),
        (Band(75, 80, 52), Band(75, 80, 52)),
        (Absent(Absence.NOT_PUBLISHED), number(5)),
        (Absent(Absence.NOT_PUBLISHED), Absent(Absence.POLICY)),
    ],
)
def test_anything_else_stands_on_a_scale_with_its_words(before, after):
    exhibit = chart(BeforeAfter("Average score", before, after))
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert f"At the start: {before.text}" in texts(drawing)
        assert f"At the end: {after.text}" in texts(drawing)
    assert [row[1] for row in exhibit.table.rows] == [before.text, after.text]


def test_the_download_has_plain_digits_and_group_sizes():
    known = chart(BeforeAfter("On time", number(12, of=20), number(17, of=20), "students"))
    assert known.table.to_csv() == (
        "when,On time (students),group size\nAt the start,12,20\nAt the end,17,20\n"
    )
    assert chart().table.csv_header == ("when", "Students in the chronic band (students)")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (number(195, Form.PLAIN), percent(0)),
        (percent(40), number(12)),
        (Band(35, 40, 52), number(12, Form.PLAIN)),
        (number(12, of=20), number(17, of=30)),
    ],
)
def test_two_units_have_no_scale_in_common(before, after):
    """A share beside a plain number, and counts of two groups, cannot be drawn and are refused."""
    for pair in ((before, after), (after, before)):
        with pytest.raises(ValueError, match="have no common scale"):
            BeforeAfter("Late buses", *pair)


SHARES = st.one_of(
    st.integers(0, 100).map(percent),
    st.integers(0, 80).map(lambda value: number(value, of=80)),
    st.integers(0, 19).map(lambda i: Band(5 * i, 5 * i + 5)),
)
AMOUNTS = st.one_of(
    st.integers(0, 80).map(lambda value: number(value, of=80)),
    st.integers(0, 120).map(number),
    st.integers(0, 5000).map(lambda value: number(value, Form.PLAIN)),
)
ABSENCES = st.sampled_from(Absence).map(Absent)
PAIRS = st.one_of(*(st.tuples(known | ABSENCES, known | ABSENCES) for known in (SHARES, AMOUNTS)))
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, PAIRS, st.one_of(st.none(), WORDS), st.tuples(WORDS, WORDS))
def test_any_fact_is_drawn_on_its_paper_with_its_numbers_in_the_table(what, pair, unit, names):
    """Two shares, or two amounts, or words in place of one of them."""
    fact = BeforeAfter(what, *pair, unit)
    exhibit = chart(fact, names=names)
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert min((label.size for label in labels(drawing)), default=12) >= 12
    assert [row[1] for row in exhibit.table.rows] == [fact.before.text, fact.after.text]
