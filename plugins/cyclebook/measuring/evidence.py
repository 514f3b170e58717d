"""How strong the evidence of a storyboard is, and what weakens it.

The levels: 0 a story only; 1 one value before, one after; 2 a weekly series; 3 a weekly series
with a signal against a baseline fixed beforehand; 4 with a comparison group formed the same way;
5 groups formed at random.
"""

import re
from collections.abc import Iterator
from enum import IntEnum, StrEnum

from cyclebook.measuring.claims import Line, Reason, Says
from cyclebook.measuring.comparing import counts_compared
from cyclebook.measuring.median import FEWEST_FOR_MEDIAN
from cyclebook.measuring.runchart import RunChart
from cyclebook.measuring.weekly import Weekly
from cyclebook.model.comparison import Comparison, Formed
from cyclebook.model.goal import Caution as Written
from cyclebook.model.goal import Goal, Selection
from cyclebook.model.storyboard import Observation, Storyboard

_EXTRAPOLATED = re.compile(r"(?<!\bnot )(?<!\bno )extrapolat", re.IGNORECASE)
_SIGNALS = (Says.SIGNAL, Says.SHIFT_ABOVE, Says.SHIFT_BELOW)


class Level(IntEnum):
    """The level of evidence."""

    STORY = 0
    TWO_VALUES = 1
    WEEKLY = 2
    SIGNAL = 3
    COMPARED = 4
    RANDOM = 5


class Caution(StrEnum):
    """What a reader should bear in mind."""

    LOW_BASELINE = "low-baseline"
    FAVOURABLE_BASELINE = "favourable-baseline"
    NO_BASELINE = "no-baseline"
    ONE_VALUE_BASELINE = "one-value-baseline"
    REVISED = "revised"
    DIFFERENT_TEST = "different-test"
    GROUP_CHANGED = "group-changed"
    ABSENT_AS_ZERO = "absent-as-zero"
    EXTRAPOLATED = "extrapolated"
    LAST_YEAR_UNKNOWN = "last-year-unknown"


def evidence_level(written: Storyboard, outcome: Weekly | None, chart: RunChart | None) -> Level:
    """The level of a storyboard with this outcome measure and this analysis of it.

    A signal against a series' own median stays level 2: no line was fixed beforehand. Four
    weekly numbers or fewer are no series.
    """
    if _at_random(written.comparison):
        return Level.RANDOM
    if outcome is None or len(outcome.counted) < FEWEST_FOR_MEDIAN:
        return Level.TWO_VALUES if _has_numbers(written, outcome) else Level.STORY
    if _same_way(written.comparison):
        return Level.COMPARED
    fixed = chart is not None and chart.line is Line.FROZEN_MEDIAN and chart.says in _SIGNALS
    steady = chart is not None and Reason.UNSTEADY_BASELINE not in chart.reasons
    return Level.SIGNAL if fixed and steady else Level.WEEKLY


def cautions(written: Storyboard, outcome: Weekly | None) -> tuple[Caution, ...]:
    """What weakens the comparison of before and after, in the order of the page."""
    return tuple(_cautions(written, outcome)) if _has_numbers(written, outcome) else ()


def _cautions(written: Storyboard, outcome: Weekly | None) -> Iterator[Caution]:
    goal = written.goal
    said = goal.cautions if goal else []
    if goal and goal.selection is Selection.LOW_BASELINE:
        yield Caution.LOW_BASELINE
    if goal and goal.selection is Selection.FAVOURABLE_BASELINE:
        yield Caution.FAVOURABLE_BASELINE
    values = _values_before(goal, outcome)
    if values == 0:
        yield Caution.NO_BASELINE
    elif values == 1:
        yield Caution.ONE_VALUE_BASELINE
    if goal and goal.revised:
        yield Caution.REVISED
    if Written.DIFFERENT_TEST in said:
        yield Caution.DIFFERENT_TEST
    if outcome is not None and len(outcome.sizes) > 1:
        yield Caution.GROUP_CHANGED
    if Written.ABSENT_AS_ZERO in said:
        yield Caution.ABSENT_AS_ZERO
    beside = [*written.other_results, *written.follow_up]
    if Written.EXTRAPOLATED in said or any(_extrapolated(one) for one in beside):
        yield Caution.EXTRAPOLATED
    if goal is None or goal.last_year is None:
        yield Caution.LAST_YEAR_UNKNOWN


def _values_before(goal: Goal | None, outcome: Weekly | None) -> int:
    """How many values from before the cycle are given: baseline weeks with a number, else the baseline."""
    weeks = len(outcome.baseline_values) if outcome else 0
    given = (goal and goal.baseline) or (outcome and outcome.baseline is not None)
    return weeks or (1 if given else 0)


def _at_random(comparison: Comparison | None) -> bool:
    return comparison is not None and comparison.formed is Formed.AT_RANDOM and counts_compared(comparison)


def _same_way(comparison: Comparison | None) -> bool:
    return comparison is not None and comparison.formed is Formed.SAME_WAY and counts_compared(comparison)


def _has_numbers(written: Storyboard, outcome: Weekly | None) -> bool:
    return bool((written.goal and written.goal.result) or (outcome and outcome.counted))


def _extrapolated(one: Observation) -> bool:
    return one.nature is not None and _EXTRAPOLATED.search(one.nature) is not None
