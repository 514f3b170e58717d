"""Whether a goal was met. Exact arithmetic on what was counted, so no interval belongs to it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from cyclebook.model.goal import Better, Goal, Outcome, ReportedOutcome


class Attained(StrEnum):
    """How a goal stands."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_YET = "not-yet"
    NOT_REPORTED = "not-reported"
    REPORTED_MET = "reported-met"
    REPORTED_NOT_MET = "reported-not-met"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the goal: `week` is None for the one set at launch; `met` None without a result."""

    target: Decimal
    week: int | None
    because: str | None
    met: bool | None


@dataclass(frozen=True, slots=True)
class Attainment:
    """How the goal stands, by its last version; every version with whether it would have been met."""

    status: Attained
    better: Better | None
    versions: tuple[Version, ...]


def better_of(goal: Goal) -> Better | None:
    """The direction of improvement: as written, else from baseline to target."""
    if goal.better is not None:
        return goal.better
    if goal.baseline is None or goal.target is None or goal.baseline.value == goal.target.value:
        return None
    return Better.HIGHER if goal.target.value > goal.baseline.value else Better.LOWER


def reached(value: Decimal, target: Decimal, better: Better) -> bool:
    """True where `value` is at the target or beyond it, on the better side."""
    return value >= target if better is Better.HIGHER else value <= target


def attain(
    goal: Goal,
    *,
    end: date | None,
    as_of: date,
    reported: ReportedOutcome | None = None,
    withdrawn: bool = False,
) -> Attainment:
    """Judge a goal by its last version.

    Without a result: not yet until `end` has passed, then not reported. Where a
    source states the outcome and gives no numbers to check, its word is kept apart.
    A team that has `withdrawn` is named as such, unless it reported a result.
    """
    better = better_of(goal)
    result = goal.result.value if goal.result else None
    versions = tuple(
        Version(
            target,
            week,
            because,
            None if result is None or better is None else reached(result, target, better),
        )
        for target, week, because in _targets(goal)
    )
    if versions and versions[-1].met is not None:
        status = Attained.MET if versions[-1].met else Attained.NOT_MET
    elif reported is not None:
        status = Attained.REPORTED_MET if reported.status is Outcome.MET else Attained.REPORTED_NOT_MET
    elif withdrawn:
        status = Attained.WITHDRAWN
    elif result is None and end is not None and as_of <= end:
        status = Attained.NOT_YET
    else:
        status = Attained.NOT_REPORTED
    return Attainment(status, better, versions)


def _targets(goal: Goal) -> list[tuple[Decimal, int | None, str | None]]:
    """Every version as (target, first week, reason), in time order."""
    if goal.target is None:
        return []
    if not goal.revised:
        return [(goal.target.value, None, None)]
    first = (goal.revised[0].was.value, None, None)
    return [first, *((one.target.value, one.week, one.because) for one in goal.revised)]
