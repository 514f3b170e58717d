"""What the numbers of a storyboard can bear, published.

Under a policy that withholds counts only words go out: the level, the cautions, signal or no
signal. Statistics, intervals and the names of rules follow from exact counts.
"""

from cyclebook.disclosure.guard import Guard
from cyclebook.measuring.claims import FEWEST_FOR_RULES
from cyclebook.measuring.comparing import differences
from cyclebook.measuring.evidence import Caution as Found
from cyclebook.measuring.evidence import cautions, evidence_level
from cyclebook.measuring.intervals import wilson
from cyclebook.measuring.median import FEWEST_FOR_MEDIAN
from cyclebook.measuring.runchart import Reason, RunChart, Says
from cyclebook.measuring.weekly import Weekly
from cyclebook.model.comparison import Comparison
from cyclebook.model.storyboard import Storyboard
from cyclebook.published import (
    Against,
    Better,
    Caution,
    Evidence,
    EvidenceLevel,
    Form,
    Goal,
    Interval,
    Number,
    RunLine,
    RunReading,
    RunReason,
    RunRule,
    RunSays,
    RunStatistics,
)
from cyclebook.published.values import decimals

_WORDS_ALLOWED = (Says.NO_SIGNAL, Says.SIGNAL, Says.SHIFT_ABOVE, Says.SHIFT_BELOW)


def publish_reading(weekly: Weekly, *, exact: bool, finished: bool) -> RunReading | None:
    """What may be said of a series, all of it or in words only; None where nothing may be.

    `exact` is True where a reader sees the counts of every week.
    """
    chart = weekly.chart
    if chart is None:
        return None
    if not exact:
        return _in_words(chart, finished=finished)
    baseline = len(weekly.baseline_values) if weekly.measure.baseline_weeks else None
    return RunReading(
        says=RunSays(chart.says.value),
        line=RunLine(chart.line.value),
        rules=tuple(RunRule(rule.value) for rule in chart.rules),
        reasons=tuple(RunReason(reason.value) for reason in chart.reasons),
        weeks=chart.n_weeks,
        useful=chart.n_useful,
        at_goal=weekly.at_goal,
        better=Better(weekly.better.value) if weekly.better else None,
        baseline_weeks=baseline,
        finished=finished,
        groups_differ=weekly.sizes_differ,
    )


def _in_words(chart: RunChart, *, finished: bool) -> RunReading | None:
    """Signal or no signal, without the rule; that there are too few weeks where everybody sees so."""
    reasons = tuple(
        RunReason(one.value) for one in chart.reasons if one in (Reason.FEW_WEEKS, Reason.UNSTEADY_BASELINE)
    )
    if chart.says in _WORDS_ALLOWED:
        line = RunLine(chart.line.value)
        return RunReading(RunSays(chart.says.value), line, reasons=reasons, finished=finished)
    if chart.n_weeks < FEWEST_FOR_MEDIAN:
        return RunReading(RunSays.COUNTS_ONLY, RunLine.NONE, weeks=chart.n_weeks, finished=finished)
    if chart.n_weeks < FEWEST_FOR_RULES:
        return RunReading(RunSays.TOO_FEW, RunLine.NONE, finished=finished)
    return None


def publish_evidence(
    written: Storyboard, outcome: Weekly | None, reading: RunReading | None, goal: Goal, guard: Guard
) -> Evidence:
    """The level of evidence and what belongs to it.

    `outcome` is the measure that the page draws, `reading` what may be said of it.
    """
    chart = outcome.chart if outcome else None
    level = evidence_level(written, outcome, chart)
    found = cautions(written, outcome)
    return Evidence(
        level=EvidenceLevel(level.value),
        cautions=tuple(Caution(one.value) for one in found if guard.exact or one is not Found.GROUP_CHANGED),
        reading=reading,
        interval=_interval(goal),
        statistics=_statistics(chart) if guard.exact and reading is not None else None,
        against=_against(written.comparison, goal) if guard.exact else None,
    )


def _against(comparison: Comparison | None, goal: Goal) -> Against | None:
    """How the group stands beside every other one whose count is known."""
    found = differences(comparison) if comparison else ()
    if not found or goal.better is None:
        return None
    above, below = all(one.low > 0 for one in found), all(one.high < 0 for one in found)
    if not above and not below:
        return Against.BY_CHANCE
    return Against.BETTER if above is (goal.better is Better.HIGHER) else Against.WORSE


def _interval(goal: Goal) -> Interval | None:
    """The interval of a published count of people of a group."""
    result = goal.result
    if not isinstance(result, Number) or result.form is not Form.COUNT or not result.of:
        return None
    if result.value != int(result.value) or not 0 <= result.value <= result.of:
        return None
    low, high = wilson(int(result.value), result.of)
    share = float(result.value) * 100 / result.of
    return Interval(result, *(_percent(one) for one in (share, low * 100, high * 100)))


def _percent(value: float) -> Number:
    return Number(decimals(value, 1), Form.PERCENT)


def _statistics(chart: RunChart | None) -> RunStatistics | None:
    """What the two rules were reckoned from, where they were applied."""
    if chart is None or chart.says not in _WORDS_ALLOWED or chart.longest_run is None:
        return None
    return RunStatistics(
        useful=chart.n_useful,
        longest_run=chart.longest_run,
        longest_run_limit=chart.longest_run_max or 0,
        crossings=chart.n_crossings or 0,
        crossings_limit=chart.n_crossings_min or 0,
    )
