"""What the numbers of a storyboard can bear, published.

Under a policy that withholds counts only words go out: the level, the cautions, signal or no
signal. Statistics, intervals and the names of rules follow from exact counts.
"""

from cyclebook.disclosure.comparisons import shown_differences
from cyclebook.disclosure.guard import Guard
from cyclebook.measuring.claims import FEWEST_FOR_RULES, PLENTY
from cyclebook.measuring.evidence import Caution as Found
from cyclebook.measuring.evidence import cautions, evidence_level
from cyclebook.measuring.intervals import wilson
from cyclebook.measuring.median import FEWEST_FOR_MEDIAN
from cyclebook.measuring.runchart import Reason, RunChart, Says
from cyclebook.measuring.weekly import Weekly
from cyclebook.model.comparison import Comparison
from cyclebook.model.counts_in_words import names_people
from cyclebook.model.storyboard import Storyboard
from cyclebook.published import (
    Against,
    Better,
    Caution,
    CohortComparison,
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
    if chart.says in _WORDS_ALLOWED:
        # How many weeks are few is said of those that everybody sees, not of those off the line.
        few = chart.says is Says.NO_SIGNAL and chart.n_weeks < PLENTY
        unsteady = Reason.UNSTEADY_BASELINE in chart.reasons
        reasons = ((RunReason.FEW_WEEKS, few), (RunReason.UNSTEADY_BASELINE, unsteady))
        return RunReading(
            RunSays(chart.says.value),
            RunLine(chart.line.value),
            reasons=tuple(reason for reason, holds in reasons if holds),
            finished=finished,
        )
    if chart.n_weeks < FEWEST_FOR_MEDIAN:
        return RunReading(RunSays.COUNTS_ONLY, RunLine.NONE, weeks=chart.n_weeks, finished=finished)
    if chart.n_weeks < FEWEST_FOR_RULES:
        return RunReading(RunSays.TOO_FEW, RunLine.NONE, finished=finished)
    return None


def publish_evidence(
    written: Storyboard,
    outcome: Weekly | None,
    reading: RunReading | None,
    goal: Goal,
    comparison: CohortComparison | None,
    guard: Guard,
) -> Evidence:
    """The level of evidence and what belongs to it.

    `outcome` is the measure that the page draws, `reading` what may be said of it; `goal` and
    `comparison` are the published ones.
    """
    chart = outcome.chart if outcome else None
    level = evidence_level(written, outcome, chart)
    found = cautions(written, outcome)
    return Evidence(
        level=EvidenceLevel(level.value),
        cautions=tuple(Caution(one.value) for one in found if guard.exact or one is not Found.GROUP_CHANGED),
        reading=reading,
        interval=_interval(goal, written.goal.unit if written.goal else None),
        statistics=_statistics(chart) if guard.exact and _whole(reading) else None,
        against=_against(written.comparison, comparison, goal),
        ended=written.goal is not None and written.goal.result is not None,
    )


def _whole(reading: RunReading | None) -> bool:
    """True where a reader sees the count of every week: else the rules would tell of the withheld ones."""
    return reading is not None and reading.useful is not None


def _against(written: Comparison | None, shown: CohortComparison | None, goal: Goal) -> Against | None:
    """How the group stands beside every other one whose count a reader sees.

    Which side is better is known where the count compared is that of the goal.
    """
    if written is None or shown is None:
        return None
    groups = shown.comparison.groups
    found = shown_differences(written, groups)
    if not found or not any(one.clear for one in found):
        return Against.BY_CHANCE if found else None
    above, below = all(one.low > 0 for one in found), all(one.high < 0 for one in found)
    if above is below or goal.better is None or groups[0].result != goal.result:
        return None
    return Against.BETTER if above is (goal.better is Better.HIGHER) else Against.WORSE


def _interval(goal: Goal, unit: str | None) -> Interval | None:
    """The interval of a published count of people of a group; `unit` is what the goal counts."""
    result = goal.result
    if not isinstance(result, Number) or result.form is not Form.COUNT or not result.of:
        return None
    if unit is not None and not names_people(unit):
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
