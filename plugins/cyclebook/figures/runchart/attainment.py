"""Which weeks met the goal in force, as far as the published numbers can tell.

`measuring` decides whether a goal is met. Here only: which week a headline may name.
"""

from dataclasses import dataclass

from cyclebook.published import Better, Form, GoalStep, Number, Series


@dataclass(frozen=True, slots=True)
class GoalWeeks:
    """The last version of a goal, and the weeks since then: counted ones, and those that met it."""

    goal: Number
    from_week: int
    revised: bool
    counted: tuple[int, ...]
    met: tuple[int, ...]


def goal_steps(series: Series) -> tuple[GoalStep, ...]:
    """The versions of the goal that are in force in at least one week of the series, in order."""
    weeks = [point.week for point in series.points]
    in_force = [max((s for s in series.goal if s.week <= week), key=_week, default=None) for week in weeks]
    return tuple(dict.fromkeys(step for step in in_force if step))


def goal_weeks(series: Series) -> GoalWeeks | None:
    """How the last version stands; None where there is no goal or the numbers cannot be compared."""
    steps = goal_steps(series)
    if not steps or series.better is None:
        return None
    judged = {point.week: _meets(series, point.week, point.value) for point in series.counted}
    total = sum(verdict is True for verdict in judged.values())
    if series.at_goal is not None and series.at_goal[0] != total:
        return None
    since = {week: verdict for week, verdict in judged.items() if week >= steps[-1].week}
    if any(verdict is None for verdict in since.values()):
        return None
    met = tuple(week for week, verdict in since.items() if verdict)
    return GoalWeeks(
        steps[-1].value, steps[-1].week, len(steps) > 1 and not series.cumulative, tuple(since), met
    )


def _week(step: GoalStep) -> int:
    return step.week


def _meets(series: Series, week: int, value: object) -> bool | None:
    """None where the goal and the week's number do not count the same group."""
    goal = next((s.value for s in reversed(goal_steps(series)) if s.week <= week), None)
    if goal is None:
        return False
    if not isinstance(value, Number) or goal.form is not value.form:
        return None
    if value.form is Form.COUNT and series.varying_group and goal.of != value.of:
        return None
    return value.value >= goal.value if series.better is Better.HIGHER else value.value <= goal.value
