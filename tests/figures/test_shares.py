"""Groups beside each other, and groups split over bands."""

import dataclasses
from itertools import pairwise

import pytest
from charted_facts import number, percent
from drawn import assert_clean, assert_readable, labels, texts, tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cyclebook.figures import compared_groups, stacked_bands
from cyclebook.figures.shares.stacking import Piece, pieces
from cyclebook.published import (
    Absence,
    Absent,
    Band,
    ComparedGroup,
    Comparison,
    Difference,
    Distribution,
    DistributionRow,
    Form,
    Source,
)

UNPUBLISHED = Absent(Absence.NOT_PUBLISHED)
TARGET = ComparedGroup("Target group", number(58, Form.PLAIN), number(44, of=58), "chosen for absences")
OTHERS = ComparedGroup("Control schools", number(61, Form.PLAIN), number(30, of=61), "six other schools")
DIFFERENCE = Difference(
    "Target group",
    "Control schools",
    *(number(value, Form.PLAIN) for value in (27, 9, 42)),
    ratio=(number(1.5, Form.PLAIN), number(1.2, Form.PLAIN), number(2.1, Form.PLAIN)),
)
BANDS = ("Chronic", "Basic", "Proficient or advanced")
SOUTH = Distribution(
    "Students by attendance band",
    (
        DistributionRow("Target schools", UNPUBLISHED, (UNPUBLISHED, UNPUBLISHED, percent(75))),
        DistributionRow("Control schools", number(379, Form.PLAIN), (UNPUBLISHED, UNPUBLISHED, percent(53))),
    ),
    BANDS,
    "from least to most attendance",
)


def compared(*groups, differences=(), **options):
    comparison = Comparison(
        "Proficient or advanced", groups, Source("A report", short="report"), differences=differences
    )
    return compared_groups(comparison, **{"id": "figure-1", "subtitle": "", **options})


def stacked(spread=SOUTH, wanted="last"):
    return stacked_bands(spread, id="figure-2", subtitle="", source="", wanted=wanted)


def filled(drawing, fill):
    return [e for e in tree(drawing).iter("path") if e.get("fill") == f"var(--book-{fill})"]


def one_row(*shares, size=UNPUBLISHED) -> DistributionRow:
    return DistributionRow("A", size, shares)


def test_bars_begin_at_zero_and_carry_their_counts():
    exhibit = compared(TARGET, OTHERS)
    assert exhibit.headline == "44 of 58 in Target group; 30 of 61 in Control schools"
    assert exhibit.source == "report"
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert {"44 of 58", "30 of 61", "Target group", "0", "100%"} <= set(texts(drawing))
        bars = [*filled(drawing, "data"), *filled(drawing, "ink-3")]
        assert len({bar.get("d").split(",")[0] for bar in bars}) == 1


def test_the_difference_is_said_where_it_was_published():
    """Its sentences stand in the notes and in the text alternative; so does a widening."""
    said = (
        "The share in Target group is 27 percentage points higher than in Control schools "
        "(95% interval: +9 to +42 points)."
    )
    ratio = "That is 1.5 times the share in Control schools (95% interval: 1.2 to 2.1)."
    widened = "The interval is widened, because students of one school are alike."
    exhibit = compared(TARGET, OTHERS, differences=(DIFFERENCE,))
    assert (said, ratio) == exhibit.notes[:2]
    assert f"{said} {ratio}" in exhibit.alt_text
    assert widened not in exhibit.notes
    by_school = dataclasses.replace(DIFFERENCE, ratio=None, widened=True)
    assert (said, widened) == compared(TARGET, OTHERS, differences=(by_school,)).notes[:2]


def test_no_difference_is_said_where_none_was_published():
    """The chart reckons nothing of its own, whatever stands beside the target group."""
    for result in (percent(49), Band(45, 50, 61), UNPUBLISHED, number(4, of=9), number(30, of=61)):
        other = ComparedGroup("Control schools", UNPUBLISHED, result, "chosen for absences")
        assert "points" not in " ".join(compared(TARGET, other).notes)


def test_groups_that_were_not_formed_the_same_way_are_said_to_be():
    notes = " ".join(compared(TARGET, OTHERS).notes)
    assert "The groups were not chosen the same way" in notes
    unknown = ComparedGroup("Others", UNPUBLISHED, percent(53))
    notes = " ".join(compared(TARGET, unknown).notes)
    assert "How Others was formed is not published." in notes


def test_what_is_missing_reads_not_published():
    exhibit = compared(TARGET, ComparedGroup("Others", UNPUBLISHED, UNPUBLISHED))
    for drawing in exhibit.drawings:
        assert "not published" in texts(drawing)
        assert len(filled(drawing, "ink-3")) == 0
    assert exhibit.table.rows[1] == ("Others", "not published", "not published", "not published")


def test_a_band_is_solid_to_its_lower_end_and_hatched_to_its_upper_end():
    exhibit = compared(
        ComparedGroup("A", UNPUBLISHED, Band(75, 80)), ComparedGroup("B", UNPUBLISHED, Band(0, 5))
    )
    wide = exhibit.drawings[0]
    assert len(filled(wide, "data")) == 1
    assert len(filled(wide, "paper")) == 2
    assert {"over 75% to 80%", "5% or less"} <= set(texts(wide))


def test_plain_amounts_have_a_scale_of_their_own():
    groups = (
        ComparedGroup("A", UNPUBLISHED, number(160, Form.PLAIN)),
        ComparedGroup("B", UNPUBLISHED, number(40)),
    )
    shown = texts(compared(*groups).drawings[0])
    assert {"0", "50", "150", "200", "160"} <= set(shown)


def test_only_the_published_part_of_a_stack_is_drawn():
    exhibit = stacked()
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        shown = texts(drawing)
        assert shown.count("not published") >= 1
        assert {"75%", "53%"} <= {text.rpartition(" ")[2] for text in shown}
        assert len(filled(drawing, "data")) == 2 + 1  # one in the key
    assert pieces(SOUTH.groups[0]) == (Piece(0, 25, None), Piece(25, 100, 2))
    assert "not published" in " ".join(exhibit.notes)
    assert exhibit.table.rows[0] == (
        "Target schools",
        "not published",
        "not published",
        "not published",
        "75%",
    )


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((percent(20), percent(30), percent(50)), ((0, 20, 0), (20, 50, 1), (50, 100, 2))),
        ((percent(20), UNPUBLISHED, percent(50)), ((0, 20, 0), (20, 50, None), (50, 100, 2))),
        ((UNPUBLISHED, percent(20), UNPUBLISHED), ((0, 100, None),)),
        ((percent(80), percent(30), percent(50)), ()),
        ((percent(33), percent(33), percent(33)), ((0, 33, 0), (33, 66, 1), (66, 99, 2))),
        ((Band(10, 20), UNPUBLISHED, UNPUBLISHED), ((0, 10, 0), (10, 20, 0), (20, 100, None))),
        ((percent(0), percent(1), Band(95, 100)), ((0, 0, 0), (0, 1, 1), (1, 96, 2), (96, 100, 2))),
        ((UNPUBLISHED, UNPUBLISHED, Band(75, 80)), ((0, 20, None), (20, 25, 2), (25, 100, 2))),
    ],
)
def test_a_stack_is_built_from_both_ends_as_far_as_it_is_known(shares, expected):
    assert tuple((p.low, p.high, p.band) for p in pieces(one_row(*shares))) == expected


def test_counts_are_parts_of_the_group():
    row = one_row(number(5), number(15), size=number(20, Form.PLAIN))
    assert [(p.low, p.high) for p in pieces(row)] == [(0, 25), (25, 100)]
    assert pieces(one_row(number(5), number(15))) == (Piece(0, 100, None),)


def test_a_distribution_runs_from_the_wanted_band_on():
    spread = Distribution("Absences", (one_row(*map(percent, (50, 25, 15, 10))),), ("0", "1", "2", "more"))
    wide = stacked(spread, "first").drawings[0]
    assert "0: 50%" in texts(wide)
    solid = [bar.get("d") for bar in filled(wide, "data")]
    assert len({fill.get("fill") for fill in tree(wide).iter("path")}) >= 3
    assert solid


@pytest.mark.parametrize("bands", [("one",), tuple("abcdefg")])
def test_bands_that_cannot_be_told_apart_are_refused(bands):
    with pytest.raises(ValueError, match="bands"):
        Distribution("t", (), bands)


def test_a_group_has_one_share_for_each_band():
    with pytest.raises(ValueError, match="one share"):
        Distribution("t", (one_row(percent(5)),), BANDS)


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
VALUES = st.one_of(
    st.sampled_from(Absence).map(Absent),
    st.integers(0, 100).map(percent),
    st.integers(0, 80).map(lambda value: number(value, of=80)),
    st.integers(0, 5000).map(lambda value: number(value, Form.PLAIN)),
    st.integers(0, 19).map(lambda i: Band(5 * i, 5 * i + 5)),
)
SIZES = st.one_of(
    st.integers(0, 900).map(lambda n: number(n, Form.PLAIN)), st.sampled_from(Absence).map(Absent)
)


@st.composite
def any_spread(draw: st.DrawFn) -> Distribution:
    bands = draw(st.lists(WORDS, min_size=2, max_size=6))
    rows = st.builds(
        DistributionRow,
        WORDS,
        SIZES,
        st.lists(VALUES, min_size=len(bands), max_size=len(bands)).map(tuple),
    )
    return Distribution(draw(WORDS), draw(st.lists(rows, min_size=1, max_size=6).map(tuple)), tuple(bands))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_spread(), st.sampled_from(["first", "last"]))
def test_any_distribution_is_drawn_on_its_paper_with_its_numbers_in_the_table(spread, wanted):
    exhibit = stacked(spread, wanted)
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
        assert min(label.size for label in labels(drawing)) >= 12
    for group, row in zip(spread.groups, exhibit.table.rows, strict=True):
        assert row[2:] == tuple(share.text for share in group.shares)
        found = pieces(group)
        assert all(0 <= piece.low <= piece.high <= 100 for piece in found)
        assert all(a.high <= b.low + 0.02 for a, b in pairwise(found))


GROUPS = st.builds(ComparedGroup, WORDS, SIZES, VALUES, st.one_of(st.none(), WORDS))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(GROUPS, min_size=1, max_size=8))
def test_any_comparison_is_drawn_on_its_paper_with_its_numbers_in_the_table(groups):
    exhibit = compared(*groups)
    for drawing in exhibit.drawings:
        assert_clean(drawing)
        assert_readable(drawing)
    assert [row[2] for row in exhibit.table.rows] == [group.result.text for group in groups]
