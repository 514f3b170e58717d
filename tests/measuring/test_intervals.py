"""Intervals for counts of people, held to the answers of R."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyclebook.measuring.intervals import design_effect, newcombe, risk_ratio, wilson

ANSWERS: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[1] / "data" / "intervals.json").read_text("utf-8")
)
RATIOS = [case for case in ANSWERS["two_sample"] if case["rr"] is not None]
COUNTS = st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def test_all_answers_are_held() -> None:
    """Of R's answers, 20 single proportions, 5 differences and 4 ratios are compared."""
    assert (len(ANSWERS["one_sample"]), len(ANSWERS["two_sample"]), len(RATIOS)) == (20, 5, 4)


@pytest.mark.parametrize("case", ANSWERS["one_sample"], ids=lambda case: f"{case['x']}-of-{case['n']}")
def test_wilson_agrees_with_r(case: dict[str, Any]) -> None:
    """Wilson's interval is that of `prop.test` without correction; 0 and 1 at the ends are exact."""
    low, high = wilson(case["x"], case["n"])

    assert pytest.approx(case["wilson"], rel=1e-9, abs=0) == [low, high]
    assert (case["x"] == 0, case["x"] == case["n"]) == (low == 0, high == 1)


@pytest.mark.parametrize("case", ANSWERS["two_sample"], ids=lambda case: f"{case['x1']}-and-{case['x2']}")
def test_newcombe_agrees_with_r(case: dict[str, Any]) -> None:
    """The interval of a difference is Newcombe's tenth."""
    counts = (case["x1"], case["n1"], case["x2"], case["n2"])

    assert pytest.approx(case["newcombe"], rel=1e-9) == list(newcombe(*counts))


@pytest.mark.parametrize("case", RATIOS, ids=lambda case: f"{case['x1']}-and-{case['x2']}")
def test_risk_ratio_agrees_with_r(case: dict[str, Any]) -> None:
    """The ratio of two rates and its interval are Katz's."""
    counts = (case["x1"], case["n1"], case["x2"], case["n2"])

    assert pytest.approx([case["rr"], *case["rr_katz"]], rel=1e-9) == list(risk_ratio(*counts))


@pytest.mark.parametrize(
    ("x", "n", "told"),
    [
        (0, 0, "There is no rate in a group of nobody."),
        (1, -3, "There is no rate in a group of nobody."),
        (5, 4, "The count is between 0 and the size of the group: not 5 of 4."),
        (-1, 4, "The count is between 0 and the size of the group: not -1 of 4."),
        (1.5, 4, "Counts of people are whole numbers: not 1.5 of 4."),
        (1, 4.0, "Counts of people are whole numbers: not 1 of 4.0."),
        (True, 4, "Counts of people are whole numbers: not True of 4."),
    ],
)
def test_counts_that_cannot_be(x: Any, n: Any, told: str) -> None:
    """Every interval refuses counts that cannot be, in either group, with a sentence."""
    asked = [
        lambda: wilson(x, n),
        *(lambda one=one: one(x, n, 1, 2) for one in (newcombe, risk_ratio)),
        *(lambda one=one: one(1, 2, x, n) for one in (newcombe, risk_ratio)),
    ]
    for one in asked:
        with pytest.raises(ValueError) as refused:
            one()
        assert told == str(refused.value)


@pytest.mark.parametrize("counts", [(0, 10, 3, 10), (3, 10, 0, 10)])
def test_no_ratio_with_nothing(counts: tuple[int, int, int, int]) -> None:
    """Where a count is 0 there is no ratio."""
    with pytest.raises(ValueError, match="There is no ratio where a count is 0"):
        risk_ratio(*counts)


def test_design_effect() -> None:
    """One student a school, or schools that are not alike, widen nothing; 25 alike by 0.1 do 3.4 times."""
    assert [1, 1, pytest.approx(3.4)] == [design_effect(1, 0.5), design_effect(25, 0), design_effect(25, 0.1)]


@pytest.mark.parametrize(("m", "icc"), [(0.5, 0.1), (float("nan"), 0.1), (25, -0.1), (25, 1.1)])
def test_design_effect_refuses(m: float, icc: float) -> None:
    """A school of nobody and a correlation outside 0 to 1 are refused."""
    with pytest.raises(ValueError, match="not "):
        design_effect(m, icc)


def test_design_effect_counts_fewer_people() -> None:
    """A difference widened by 2 is that of half as many people with the same rates."""
    assert pytest.approx(newcombe(30, 40, 10, 50)) == newcombe(60, 80, 20, 100, design_effect=2)


@pytest.mark.parametrize("effect", [0.9, float("inf"), float("nan")])
def test_design_effect_never_narrows(effect: float) -> None:
    """An effect below 1, or none at all, is refused."""
    with pytest.raises(ValueError, match="A design effect is 1 or more"):
        newcombe(60, 80, 20, 100, design_effect=effect)


@given(counts=COUNTS)
@settings(max_examples=200, deadline=None)
def test_wilson_holds_the_rate(counts: tuple[int, int]) -> None:
    """Wilson's interval lies between 0 and 1 and holds the rate itself."""
    x, n = counts
    low, high = wilson(x, n)

    assert 0 <= low <= x / n <= high <= 1
    assert low < high


@given(first=COUNTS, second=COUNTS)
@settings(max_examples=200, deadline=None)
def test_newcombe_swapped(first: tuple[int, int], second: tuple[int, int]) -> None:
    """With the groups swapped the difference changes its sign; it lies in its interval, within -1 and 1."""
    low, high = newcombe(*first, *second)
    low_swapped, high_swapped = newcombe(*second, *first)

    assert pytest.approx((-high_swapped, -low_swapped), abs=1e-12) == (low, high)
    assert -1 - 1e-12 <= low <= first[0] / first[1] - second[0] / second[1] <= high <= 1 + 1e-12


@given(first=COUNTS, second=COUNTS, effect=st.floats(1, 50))
@settings(max_examples=100, deadline=None)
def test_widened_holds_the_plain_interval(
    first: tuple[int, int], second: tuple[int, int], effect: float
) -> None:
    """A design effect never makes an interval narrower."""
    low, high = newcombe(*first, *second)
    wider_low, wider_high = newcombe(*first, *second, design_effect=effect)

    assert wider_low <= low + 1e-12
    assert high <= wider_high + 1e-12
