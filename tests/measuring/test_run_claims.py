"""What a run chart may say: each row of the table, the guard, and how often chance looks like a shift."""

from collections.abc import Callable
from random import Random
from statistics import median

import pytest

from cyclebook.measuring.runchart import Line, Reason, Rule, Says, analyse
from cyclebook.measuring.runs import runs
from cyclebook.model.goal import Better

STEADY = [10, 12, 9, 13, 11, 8, 12, 10]
"""Eight weeks about a median of 10.5, four on each side, that cross it five times."""


@pytest.mark.parametrize("values", [[], [5], [1, 2, 3, 4], [1, 2, None, 3, 4], [1, 2, 3, 4, 5]])
def test_row_1_fewer_than_five(values: list[int | None]) -> None:
    """With fewer than five weeks, or fewer than five off the median, there are counts only and no median."""
    chart = analyse(values)

    assert (chart.says, chart.line, chart.rules, chart.reasons) == (Says.COUNTS_ONLY, Line.NONE, (), ())


@pytest.mark.parametrize(
    "values", [[1, 2, 3, 4, 5, 6], [2, 1, 3, 4, 6, 5, 7, 9, 8, 10][:9], [1, 2, 3, 4, 5, 6, 7, 8, 9]]
)
def test_row_2_five_to_nine(values: list[int]) -> None:
    """With five to nine useful weeks there is a median so far and no rule, whatever the weeks look like."""
    chart = analyse(values)

    assert (chart.says, chart.line, chart.rules) == (Says.TOO_FEW, Line.MEDIAN_SO_FAR, ())


def test_row_3_without_a_signal() -> None:
    """With ten to nineteen useful weeks and no rule that fires, the reader hears how little that tells."""
    chart = analyse([4, 7, 5, 9, 3, 8, 6, 2, 9, 5])

    assert (
        chart.says,
        chart.line,
        chart.rules,
        chart.reasons,
    ) == (Says.NO_SIGNAL, Line.MEDIAN, (), (Reason.FEW_WEEKS,))


@pytest.mark.parametrize(
    ("values", "rules"),
    [
        ([1, 3, 2, 4, 3, 8, 6, 9, 7, 8], (Rule.FEW_CROSSINGS,)),
        ([1, 3, 2, 4, 1, 3, 2, 8, 9, 7, 8, 9, 7, 8], (Rule.FEW_CROSSINGS,)),
        ([3, 2, 1, 2, 3, 1, 2, 3, 8, 9, 7, 8, 9, 7, 8, 9], (Rule.LONG_RUN, Rule.FEW_CROSSINGS)),
        ([6, 4, 6, 5, 1, 2, 3, 7, 8, 9, 1, 9], (Rule.TREND,)),
        ([9, 1, 6, 4, 2, 3, 5, 7, 8, 10], (Rule.TREND,)),
    ],
)
def test_row_3_with_a_signal(values: list[int], rules: tuple[Rule, ...]) -> None:
    """With ten to nineteen useful weeks, a rule that fires is a signal, and the rule is named."""
    chart = analyse(values)

    assert (Says.SIGNAL, Line.MEDIAN, rules, ()) == (chart.says, chart.line, chart.rules, chart.reasons)


def test_five_in_a_row_is_no_trend() -> None:
    """Five rising points are not enough."""
    chart = analyse([9, 1, 6, 4, 3, 5, 7, 8, 10, 2])

    assert (chart.trend, chart.says) == (5, Says.NO_SIGNAL)


def test_trend_needs_seven_points_beyond_twenty_weeks() -> None:
    """Six rising points are a trend in twenty weeks, and none in twenty-one; seven are."""
    noise = [7, 2, 8, 1, 9, 2, 7, 1, 8, 2, 9, 1, 7, 2]
    twenty, more, longest = (
        analyse([*noise, 1, 4, 5, 6, 8, 9]),
        analyse([*noise, 9, 1, 4, 5, 6, 8, 9]),
        analyse([*noise, 1, 4, 5, 6, 8, 9, 10]),
    )

    assert [(one.n_weeks, one.trend, Rule.TREND in one.rules) for one in (twenty, more, longest)] == [
        (20, 6, True),
        (21, 6, False),
        (21, 7, True),
    ]


def test_row_4_shift_by_eight_in_a_row() -> None:
    """Eight weeks in a row on the better side of a frozen median are a shift."""
    chart = analyse([*STEADY, *[14] * 8], baseline=8, better=Better.HIGHER)

    assert (chart.says, chart.line) == (Says.SHIFT_ABOVE, Line.FROZEN_MEDIAN)
    assert Rule.EIGHT_IN_A_ROW in chart.rules


def test_row_4_shift_below() -> None:
    """Where lower is better, a shift goes below, and is called so."""
    chart = analyse([*STEADY, *[3] * 8], baseline=8, better=Better.LOWER)

    assert (chart.says, Rule.EIGHT_IN_A_ROW in chart.rules) == (Says.SHIFT_BELOW, True)


@pytest.mark.parametrize("better", [None, Better.LOWER])
def test_row_4_shift_to_the_worse_side(better: Better | None) -> None:
    """A shift to the worse side, or to one of no known worth, is told by Anhøj's rules alone."""
    chart = analyse([*STEADY, *[14] * 8], baseline=8, better=better)

    assert (chart.says, Rule.EIGHT_IN_A_ROW in chart.rules) == (Says.SHIFT_ABOVE, False)


def test_row_4_no_signal() -> None:
    """Weeks that go on as the baseline did give no signal."""
    chart = analyse([*STEADY, 12, 9, 11, 10], baseline=8, better=Better.HIGHER)

    assert (
        chart.says,
        chart.line,
        chart.reasons,
    ) == (Says.NO_SIGNAL, Line.FROZEN_MEDIAN, (Reason.FEW_WEEKS,))


def test_eight_in_a_row_are_counted_after_the_baseline() -> None:
    """Weeks of the baseline itself add nothing to eight in a row."""
    first = [12, 9, 8, 13, 9, 8, 12, 14]
    charts = [analyse([*first, *[13] * more], baseline=8, better=Better.HIGHER) for more in (6, 7, 8)]

    assert [Rule.EIGHT_IN_A_ROW in one.rules for one in charts] == [False, False, True]


def test_eight_in_a_row_pass_over_the_median() -> None:
    """A week on the median, or without a count, neither makes nor breaks eight in a row."""
    chart = analyse([*STEADY, 14, 14, 14, 14, 10.5, None, 14, 14, 14, 14], baseline=8, better=Better.HIGHER)

    assert Rule.EIGHT_IN_A_ROW in chart.rules


def test_changing_baseline_bears_no_shift() -> None:
    """Where the baseline was already rising, a signal is no more than a signal."""
    chart = analyse([*range(1, 9), *[14] * 8], baseline=8, better=Better.HIGHER)

    assert (chart.says, chart.reasons) == (Says.SIGNAL, (Reason.UNSTEADY_BASELINE,))


def test_contrary_runs_are_no_shift() -> None:
    """Eight better weeks, and more that are worse after them, are a signal and a shift to neither side."""
    chart = analyse([*STEADY, *[14] * 8, *[3] * 9], baseline=8, better=Better.HIGHER)

    assert (chart.says, chart.reasons) == (Says.SIGNAL, (Reason.NO_ONE_SIDE,))
    assert Rule.EIGHT_IN_A_ROW in chart.rules


def test_nothing_counted_after_the_baseline() -> None:
    """A baseline that takes up all weeks cannot show a change against itself."""
    chart = analyse([*STEADY, 9, 12, None], baseline=10)

    assert (chart.says, chart.reasons) == (Says.TOO_FEW, (Reason.NOTHING_AFTER_BASELINE,))


def test_few_weeks_about_a_baseline() -> None:
    """With fewer than ten useful weeks in all, a frozen median bears no rule."""
    chart = analyse([*STEADY, 14], baseline=8)

    assert (chart.says, chart.line, chart.n_useful) == (Says.TOO_FEW, Line.FROZEN_MEDIAN, 9)


def test_few_useful_weeks_about_a_baseline() -> None:
    """With fewer than five weeks off a frozen median there are counts only."""
    chart = analyse([5, 5, 4, 5, 6, 5, 5, 5, 5, 9], baseline=8)

    assert (chart.says, chart.line, chart.n_useful) == (Says.COUNTS_ONLY, Line.BASELINE, 3)


@pytest.mark.parametrize("first", [[0] * 8, [0, 0, 1, 0, 2, 0, 0, 1]])
def test_baseline_at_the_end_of_the_scale(first: list[int]) -> None:
    """Where most of the baseline shares one value, weeks can leave it to one side only: not analysable."""
    chart = analyse([*first, *[3, 2] * 6], baseline=8, better=Better.HIGHER)

    assert (chart.says, chart.reasons, chart.rules) == (Says.NOT_ANALYSABLE, (Reason.SHARED_BASELINE,), ())


@pytest.mark.parametrize("baseline", range(1, 8))
def test_row_5_short_baseline(baseline: int) -> None:
    """About the median of one to seven weeks a line may be drawn, and never is a shift or a signal told."""
    chart = analyse([*STEADY[:baseline], *[40] * 20], baseline=baseline, better=Better.HIGHER)

    assert (
        chart.says,
        chart.line,
        chart.rules,
        chart.reasons,
    ) == (Says.COUNTS_ONLY, Line.BASELINE, (), (Reason.SHORT_BASELINE,))
    assert chart.signal


def test_missing_weeks_do_not_lengthen_a_baseline() -> None:
    """Eight rows of which one has no number are a baseline of seven."""
    chart = analyse([*STEADY[:7], None, *[40] * 20], baseline=8)

    assert chart.reasons == (Reason.SHORT_BASELINE,)


def test_baseline_without_a_number() -> None:
    """A baseline in which nothing was counted gives no line."""
    chart = analyse([None, None, 3, 4, 5], baseline=2)

    assert (
        chart.median,
        chart.line,
        chart.says,
        chart.reasons,
    ) == (None, Line.NONE, Says.COUNTS_ONLY, (Reason.EMPTY_BASELINE,))


def test_given_line() -> None:
    """About a line that was handed in, nothing is said: nobody knows how many weeks it stands for."""
    chart = analyse([*[40] * 20, 1], centre=10, better=Better.HIGHER)

    assert (
        chart.signal,
        chart.says,
        chart.line,
        chart.reasons,
    ) == (True, Says.COUNTS_ONLY, Line.BASELINE, (Reason.GIVEN_LINE,))


def test_row_6_twenty_and_more() -> None:
    """From twenty useful weeks on, "no signal" comes without the warning that changes are missed."""
    steady, shifted = [*STEADY, 12, 9] * 2, [*[4, 5] * 5, *[8, 9] * 5]

    assert (analyse(steady).says, analyse(steady).reasons) == (Says.NO_SIGNAL, ())
    assert (analyse(shifted).says, analyse(shifted).rules) == (
        Says.SIGNAL,
        (Rule.LONG_RUN, Rule.FEW_CROSSINGS),
    )


@pytest.mark.parametrize(
    "values",
    [
        [100] * 5,
        [0] * 9 + [1],
        [100, 100, 98, 100, 97, 100, 100, 96, 100, 99],
        [1, 3] * 10 + [1],
        [0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1],
    ],
)
def test_guard(values: list[int]) -> None:
    """Where every useful point lies on one side of the series' own median, nothing can be analysed."""
    chart = analyse(values)

    assert (chart.says, chart.reasons, chart.rules) == (Says.NOT_ANALYSABLE, (Reason.SHARED_VALUE,), ())
    assert max(values.count(one) for one in values) * 2 > len(values)


def test_guard_needs_five_weeks() -> None:
    """Of four weeks nothing is said at all, whatever they share."""
    assert analyse([0, 0, 0, 1]).says == Says.COUNTS_ONLY


def share_of_six(line: Callable[[list[float]], float], first: int, *, either: bool = False) -> float:
    """How often, in eight weeks of noise, six or more in a row lie above (or on `either` side of) a line."""
    random = Random(8_2026)  # noqa: S311 - a simulation, not a secret
    tries, hits = 40_000, 0
    for _ in range(tries):
        centre = line([random.random() for _ in range(first)])
        sides = [1 if random.random() > centre else -1 for _ in range(8)]
        hits += any(length >= 6 and (either or side > 0) for side, length in runs(sides))
    return hits / tries


@pytest.mark.parametrize(
    ("first", "exact"), [(1, 5 / 28), (3, 7 / 60), (5, 1 / 11), (7, 1 / 13)], ids=["1", "3", "5", "7"]
)
def test_chance_looks_like_a_shift_against_a_short_baseline(first: int, exact: float) -> None:
    """Noise has six or more of eight weeks in a row on the better side of one baseline value 18% of the time.

    Of the median of three, 12%; of five, 9%; of seven, 8%. The event is a run of at
    least six on the one side that counts as better; on either side it is twice as
    likely. Exactly: with U the chance of a week above the line, the integral of
    U^6 (3 - 2U) over the density of U, which is that of the middle one of so many
    uniform numbers. Four standard errors of 40,000 tries are at most 0.8 points.
    """
    assert pytest.approx(exact, abs=0.008) == share_of_six(median, first)


def test_either_side_is_twice_as_likely() -> None:
    """The 18% counts the better side alone: six in a row on either side of one value come in 36% of cases."""
    assert pytest.approx(5 / 14, abs=0.01) == share_of_six(median, 1, either=True)


def test_chance_against_a_known_median() -> None:
    """Against a median that is known, noise has six in a row on the better side 3% of the time."""
    assert pytest.approx(1 / 32, abs=0.004) == share_of_six(lambda _: 0.5, 1)
