"""The difference between two groups: between counts only, with its interval, widened for schools."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyclebook.measuring.comparing import counts_compared, differences
from cyclebook.measuring.intervals import design_effect, newcombe, risk_ratio
from cyclebook.model.comparison import Comparison

TARGET = {"name": "Target", "of": "58", "result": "44"}
CONTROL = {"name": "Control", "of": "61", "result": "30"}


def comparison(*groups: dict[str, str], **more: Any) -> Comparison:
    """Groups side by side."""
    return Comparison.model_validate({"what": "proficient", "groups": list(groups), **more})


def test_difference_of_two_counts() -> None:
    """44 of 58 beside 30 of 61: 26.7 points, Newcombe's interval, Katz's ratio."""
    (one,) = differences(comparison(TARGET, CONTROL))
    low, high = newcombe(44, 58, 30, 61)
    assert (one.first, one.other, one.widened, one.clear) == (0, 1, False, True)
    assert (one.points, one.low, one.high) == pytest.approx((26.6817, 100 * low, 100 * high), abs=1e-4)
    assert [round(end) for end in (one.low, one.high)] == [9, 42]
    assert one.ratio == risk_ratio(44, 58, 30, 61)


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Control", "of": "61", "result": "49%"},
        {"name": "Control", "result": "49%"},
        {"name": "Control", "result": "30"},
        {"name": "Control", "of": "61"},
        {"name": "Control", "of": "61", "result": "30.5"},
        {"name": "Control", "of": "61", "result": "62"},
    ],
)
def test_nothing_is_reckoned_without_two_counts(other: dict[str, str]) -> None:
    """A percentage, an unknown size, a part of a person and more than all are no counts, on either side."""
    for groups in ((TARGET, other), (other, TARGET)):
        assert differences(comparison(*groups)) == ()
        assert not counts_compared(comparison(*groups))


def test_groups_without_a_count_are_passed_over() -> None:
    """The first group stands against each other one that has a count, by their places in the list."""
    third = {"name": "Third", "result": "12/50"}
    found = differences(comparison(TARGET, {"name": "Second", "result": "49%"}, third))
    assert [(one.first, one.other) for one in found] == [(0, 2)]


def test_the_size_may_stand_in_the_count() -> None:
    """44/58 is 44 of 58."""
    written = comparison({"name": "Target", "result": "44/58"}, CONTROL)
    assert differences(written) == differences(comparison(TARGET, CONTROL))


@pytest.mark.parametrize("counts", [("0", "30"), ("44", "0"), ("0", "0")])
def test_no_ratio_with_a_count_of_nought(counts: tuple[str, str]) -> None:
    """The difference stays, the ratio is left out."""
    groups = ({**one, "result": count} for one, count in zip((TARGET, CONTROL), counts, strict=True))
    (one,) = differences(comparison(*groups))
    assert one.ratio is None


def test_schools_widen_the_interval() -> None:
    """119 people of 7 schools that are alike by 0.05: the design effect is 1 + (17 - 1) * 0.05."""
    by_school = [{**TARGET, "schools": "3"}, {**CONTROL, "schools": "4"}]
    (one,) = differences(comparison(*by_school, icc="0.05"))
    (plain,) = differences(comparison(TARGET, CONTROL))
    low, high = newcombe(44, 58, 30, 61, design_effect=design_effect(17, 0.05))
    assert (one.low, one.high) == pytest.approx((100 * low, 100 * high))
    assert one.low < plain.low < plain.high < one.high
    assert (one.points, one.widened, one.ratio) == (plain.points, True, None)


def test_people_who_are_not_alike_widen_nothing() -> None:
    """With an ICC of 0 the interval is the plain one, and nobody says that it was widened."""
    by_school = [{**TARGET, "schools": "3"}, {**CONTROL, "schools": "4"}]
    assert differences(comparison(*by_school, icc="0")) == differences(comparison(TARGET, CONTROL))


@pytest.mark.parametrize("schools", [({}, {}), ({"schools": "3"}, {}), ({}, {"schools": "4"})])
def test_no_interval_where_the_schools_are_not_known(schools: tuple[dict[str, str], dict[str, str]]) -> None:
    """A plain interval would be too narrow, so there is none; the counts still stand side by side."""
    groups = [{**one, **more} for one, more in zip((TARGET, CONTROL), schools, strict=True)]
    written = comparison(*groups, icc="0.05")
    assert differences(written) == ()
    assert counts_compared(written)


def test_sizes_written_in_the_counts_are_those_of_the_design_effect() -> None:
    """Where only the count has the size, schools are allowed for all the same."""
    groups = [
        {"name": "Target", "result": "44/58", "schools": "3"},
        {"name": "Control", "result": "30/61", "schools": "4"},
    ]
    (one,) = differences(comparison(*groups, icc="0.05"))
    assert one.widened


@given(
    x=st.integers(0, 40),
    y=st.integers(0, 40),
    schools=st.integers(1, 99),
    icc=st.sampled_from(["0", "0.05", "0.4", "1"]),
)
def test_any_difference_lies_in_its_interval(x: int, y: int, schools: int, icc: str) -> None:
    """Whatever the counts, schools and likeness, the interval holds the difference and ends at 100 points."""
    groups = [
        {"name": name, "of": "40", "result": str(count), "schools": str(schools)}
        for name, count in (("A", x), ("B", y))
    ]
    (one,) = differences(comparison(*groups, icc=icc))
    assert -100 - 1e-9 <= one.low <= one.points + 1e-9
    assert one.points - 1e-9 <= one.high <= 100 + 1e-9
    assert one.clear is (one.low > 0 or one.high < 0)
