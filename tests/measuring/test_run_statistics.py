"""Run-chart statistics, held to the answers of qicharts2 (R), and what must hold of any series."""

import json
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyclebook.measuring.runchart import RunChart, analyse
from cyclebook.measuring.runs import fewest_crossings_by_chance, longest_run_by_chance
from cyclebook.model.goal import Better

DATA = Path(__file__).parents[1] / "data"
SERIES: list[dict[str, Any]] = json.loads((DATA / "runchart.json").read_text("utf-8"))["series"]
CASES = [case for case in SERIES if "exclude" not in case and case["id"] != "float_tie_n08"]
LIMITS: list[dict[str, Any]] = json.loads((DATA / "runs_table.json").read_text("utf-8"))["rows"]

COUNTS = ("n_obs", "n_useful", "longest_run", "longest_run_max", "n_crossings", "n_crossings_min")
INTEGERS = st.lists(st.integers(-20, 20), max_size=40)
WITH_GAPS = st.lists(st.none() | st.integers(-9, 9), max_size=40)


def counts(chart: RunChart) -> list[int | None]:
    """The statistics, in the order of `COUNTS`."""
    return [getattr(chart, name) for name in COUNTS]


def test_all_cases_of_the_reference_are_held() -> None:
    """Of 110 series 107 are compared: two leave points out, which we do not offer; one is for information."""
    assert (len(SERIES), len(CASES)) == (110, 107)
    assert sum(len(case["parts"]) for case in CASES) == 107
    assert sum("cl" in case for case in CASES) == 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_agrees_with_the_reference(case: dict[str, Any]) -> None:
    """Every statistic of every phase is that of qicharts2; the median to one part in a billion."""
    for part in case["parts"]:
        first, last = part["rows"]
        chart = analyse(case["plotted"][first - 1 : last], centre=case.get("cl"))

        assert [part[name] for name in COUNTS] == counts(chart)
        assert part["runs_signal"] == chart.signal
        assert pytest.approx(part["cl"], rel=1e-9, abs=1e-12) == float(chart.median)


def test_floats_that_should_be_equal_are_equal() -> None:
    """0.1 + 0.2 lies on a median of 0.3, where R, which compares exactly, sees it above."""
    (case,) = [case for case in SERIES if case["id"] == "float_tie_n08"]
    chart = analyse(case["plotted"])

    assert (chart.n_useful, chart.n_crossings) == (4, 3)


def test_limits_agree_with_the_table() -> None:
    """For 4 to 60 useful points, both limits are those of the table."""
    assert len(LIMITS) == 57
    assert [(row["anhoej_longest_run_max"], row["anhoej_crossings_min"]) for row in LIMITS] == [
        (longest_run_by_chance(row["n_useful"]), fewest_crossings_by_chance(row["n_useful"]))
        for row in LIMITS
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], 0),
        ([3], 1),
        ([3, 3, 3], 1),
        ([3, 4], 2),
        ([1, 2, 3, 2, 1], 3),
        ([1, 2, 2, None, 2, 3, 4, 5, 6], 6),
        ([9, 8, 7, 8, 7, 6, 5], 4),
        ([1, 1 + 1e-12, 2, 3], 3),
    ],
)
def test_longest_trend(values: list[float | None], expected: int) -> None:
    """A trend counts points that only rise or only fall; equal neighbours and gaps are passed over."""
    assert expected == analyse(values).trend


def test_exact_for_decimals() -> None:
    """Decimals are reckoned as decimals: the median of three and four tenths is 0.35, with no rounding."""
    chart = analyse([Decimal("0.3"), Decimal("0.4"), Decimal("0.35")])
    assert analyse([Decimal("0.3"), Decimal("0.4")]).median == 0.35
    assert chart.n_useful == 2


def test_what_is_not_finite_is_missing() -> None:
    """None, NaN and infinity are weeks without a number, in floats and decimals alike."""
    given = [None, float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity"), 4]
    chart = analyse(given)

    assert (chart.n_obs, chart.n_weeks, chart.median) == (6, 1, 4)


def test_baseline_fixes_the_median() -> None:
    """The median is that of the first rows, the missing among them; runs are counted over all."""
    chart = analyse([4, None, 6, 5, 9, 9, 3], baseline=4)

    assert Decimal(5) == chart.median
    assert counts(chart) == [7, 5, 3, 5, 2, 0]


@given(values=st.lists(st.integers(-9, 9), min_size=1, max_size=40), baseline=st.integers(1, 40))
@settings(max_examples=150, deadline=None)
def test_baseline_is_a_line_through_all_weeks(values: list[int], baseline: int) -> None:
    """Runs about a baseline are those about its median, given as a line: all weeks, the first ones too."""
    baseline = min(baseline, len(values))
    frozen, given = analyse(values, baseline=baseline), analyse(values, centre=median(values[:baseline]))

    assert (frozen.median, counts(frozen), frozen.signal) == (given.median, counts(given), given.signal)


def test_series_without_a_number() -> None:
    """Without a number there is no median and no statistic, and the weeks are counted all the same."""
    chart = analyse([None, None])

    assert (
        chart.median,
        counts(chart),
        chart.signal,
        chart.trend,
    ) == (None, [2, 0, None, None, None, None], False, 0)


@pytest.mark.parametrize(
    ("values", "given", "told"),
    [
        ([1, "2"], {}, "A week's value is a number, or None where nothing was counted: not '2'."),
        ([True], {}, "A week's value is a number, or None where nothing was counted: not True."),
        ([1], {"baseline": 0}, "A baseline is a whole number of weeks, 1 or more: not 0."),
        ([1], {"baseline": 1.0}, "A baseline is a whole number of weeks, 1 or more: not 1.0."),
        ([1], {"baseline": 2}, "The baseline has 2 weeks, and the series only 1."),
        ([1], {"baseline": 1, "centre": 1}, "The line is either that of a baseline or a given centre"),
        ([1], {"centre": float("nan")}, "The centre is a finite number."),
        ([1], {"better": "up"}, "Better is either higher or lower: not 'up'."),
    ],
)
def test_bad_arguments(values: list[Any], given: dict[str, Any], told: str) -> None:
    """What cannot be analysed is refused with a sentence."""
    with pytest.raises(ValueError, match="^" + told.replace(".", r"\.")):
        analyse(values, **given)


@given(values=INTEGERS, step=st.integers(-1000, 1000))
@settings(max_examples=150, deadline=None)
def test_shifting_all_values(values: list[int], step: int) -> None:
    """Adding a number to every value changes no statistic and no claim."""
    before, after = analyse(values), analyse([value + step for value in values])

    assert (counts(before), before.trend, before.says, before.rules) == (
        counts(after),
        after.trend,
        after.says,
        after.rules,
    )


@given(values=INTEGERS)
@settings(max_examples=150, deadline=None)
def test_reversal(values: list[int]) -> None:
    """Backwards, a series has the same runs, crossings and trends."""
    before, after = analyse(values), analyse(values[::-1])

    assert (counts(before), before.trend) == (counts(after), after.trend)


@given(values=INTEGERS)
@settings(max_examples=150, deadline=None)
def test_upside_down(values: list[int]) -> None:
    """With every sign turned round, a series says the same about its own median."""
    before, after = analyse(values), analyse([-value for value in values])

    assert (counts(before), before.says, before.rules) == (counts(after), after.says, after.rules)


@given(values=WITH_GAPS)
@settings(max_examples=150, deadline=None)
def test_missing_weeks_change_nothing(values: list[int | None]) -> None:
    """Without its missing weeks, a series differs in the number of weeks only."""
    before, after = analyse(values), analyse([value for value in values if value is not None])

    assert before.n_obs == len(values)
    assert counts(before)[1:] == counts(after)[1:]
    assert (before.n_weeks, before.median, before.says, before.line, before.trend) == (
        after.n_weeks,
        after.median,
        after.says,
        after.line,
        after.trend,
    )


@given(values=WITH_GAPS, baseline=st.integers(1, 40), better=st.sampled_from(Better))
@settings(max_examples=300, deadline=None)
def test_upside_down_about_a_baseline(values: list[int | None], baseline: int, better: Better) -> None:
    """Turned round, with the other side as better, a shift above becomes one below; nothing else changes."""
    baseline = min(baseline, len(values))
    if not baseline:
        return
    other = Better.LOWER if better is Better.HIGHER else Better.HIGHER
    turned = [None if value is None else -value for value in values]
    before = analyse(values, baseline=baseline, better=better)
    after = analyse(turned, baseline=baseline, better=other)
    swap = {"shift-above-baseline": "shift-below-baseline", "shift-below-baseline": "shift-above-baseline"}

    assert (counts(before), before.rules, before.reasons) == (counts(after), after.rules, after.reasons)
    assert swap.get(before.says.value, before.says.value) == after.says.value
