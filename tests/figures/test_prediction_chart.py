"""Prediction against outcome: what is drawn, what is said, and that all of it can be read."""

from dataclasses import replace

from charted_facts import number
from drawn import assert_clean, assert_readable, circles, texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cyclebook.figures import Exhibit, predictions
from cyclebook.published import (
    Absence,
    Absent,
    Decision,
    Goal,
    IdeaTest,
    PredictedCount,
    PublishedStoryboard,
    Status,
)
from cyclebook.published import Test as OneTest

NOTHING = Absent(Absence.NOT_PUBLISHED)
BOARD = PublishedStoryboard(
    cohort_slug="2026-spring",
    cohort_title="Spring 2026",
    slug="a",
    title="On time",
    school="Marlow Creek Elementary",
    district=None,
    level=None,
    priority=None,
    focus=None,
    illustrative=False,
    withheld=None,
    team=(),
    coach=None,
    facilitator=None,
    sponsor=None,
    start=None,
    end=None,
    weeks_planned=10,
    goal=Goal("x", "x", None, Status.MET, NOTHING, NOTHING, NOTHING),
)


def row_of(predicted: int | None, happened: int = 0, of: int = 52, *, school: str | None = None) -> IdeaTest:
    """A test with counts of a group, or with none."""
    counts = None if predicted is None else PredictedCount(number(predicted, of=of), number(happened, of=of))
    test = OneTest("A", "Breakfast", 3, 10, Decision.ADOPT, counts=counts)
    return IdeaTest(replace(BOARD, school=school or BOARD.school), test)


def chart(*tests: IdeaTest) -> Exhibit | None:
    """The chart of these tests."""
    return predictions(tests, id="figure-1", idea="Breakfast", source="counted by the teams")


def test_without_counts_nothing_is_drawn() -> None:
    """Tests in words only have no place on a scale."""
    assert chart() is None
    assert chart(row_of(None), row_of(None)) is None


def test_rows_are_on_the_scale_of_their_own_groups() -> None:
    """The same share of groups of different sizes stands at the same place."""
    exhibit = chart(row_of(10, 20, 40), row_of(25, 50, 100), row_of(None))
    assert exhibit is not None
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        _, one, other = circles(drawing, "var(--book-data)")
        assert one[0] == other[0]
        assert {"predicted 10", "20 of 40", "predicted 25", "50 of 100"} <= set(texts(drawing))
    assert exhibit.headline == "Two tests came out higher than predicted"
    assert exhibit.notes[1] == "One test is not drawn: no counts of one group are published for both."


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.integers(10, 2000).flatmap(
                lambda of: st.tuples(st.integers(0, of), st.integers(0, of), st.just(of))
            ),
            st.text(st.characters(codec="utf-8"), min_size=1, max_size=70),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_counts_are_readable_and_in_the_table(rows: list[tuple[tuple[int, int, int], str]]) -> None:
    """No text leaves the paper or touches another, whatever the counts and the names are."""
    exhibit = chart(*(row_of(*counts, school=name) for counts, name in rows))
    assert exhibit is not None
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
    assert [row[1:4] for row in exhibit.table.csv_rows] == [tuple(map(str, counts)) for counts, _ in rows]
