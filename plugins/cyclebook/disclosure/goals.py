"""A goal and how it stands, published."""

from datetime import date

from cyclebook.disclosure.guard import Guard
from cyclebook.measuring.attainment import Attained, Attainment
from cyclebook.model.fields import Amount
from cyclebook.model.storyboard import Goal as WrittenGoal
from cyclebook.model.storyboard import GoalKind
from cyclebook.published import Absence, Absent, Better, Form, Goal, GoalVersion, Number, Status, Value
from cyclebook.published.days import day_text


def goal_form(goal: WrittenGoal) -> Form:
    """How the goal's numbers are read."""
    if goal.kind is GoalKind.COUNT:
        return Form.COUNT
    if goal.kind is GoalKind.MEAN:
        given = [amount for amount in (goal.baseline, goal.target, goal.result) if amount]
        return Form.PERCENT if any(amount.percent for amount in given) else Form.PLAIN
    return Form.PERCENT


def publish_goal(
    goal: WrittenGoal,
    attainment: Attainment,
    guard: Guard,
    *,
    end: date | None,
    latest: tuple[int, Number] | None,
    missing: Absent,
) -> Goal:
    """The goal of a group that may be shown; `missing` says why a number that nobody wrote is absent."""
    form = goal_form(goal)

    def shown(amount: Amount | None) -> Value:
        return missing if amount is None else guard.show(amount.value, form, goal.of or amount.of)

    versions = tuple(
        GoalVersion(guard.show(one.target, form, goal.of), one.week, one.because, one.met)
        for one in attainment.versions
    )
    status = Status(attainment.status.value)
    no_result = Absent(Absence.NOT_YET) if attainment.status is Attained.NOT_YET else missing
    target, baseline = shown(goal.target), shown(goal.baseline)
    return Goal(
        measure=goal.measure,
        result_words=goal.reads or goal.measure,
        statement=goal.statement or _statement(goal, target, baseline, end),
        status=status,
        baseline=baseline,
        target=target,
        result=no_result if goal.result is None else shown(goal.result),
        versions=versions,
        better=Better(attainment.better.value) if attainment.better else None,
        group=goal.group,
        selection=goal.selection,
        group_size=guard.size(goal.of),
        unit=goal.unit if form is Form.PLAIN else None,
        latest=latest if goal.result is None else None,
    )


def _statement(goal: WrittenGoal, target: Value, baseline: Value, end: date | None) -> str | None:
    """The goal as a sentence, from its fields."""
    if not isinstance(target, Number):
        return None
    by = f"By {day_text(end)}, " if end else ""
    unit = f" {goal.unit}" if goal.unit and target.form is Form.PLAIN else ""
    start = f", from {baseline.short}" if isinstance(baseline, Number) else ""
    sentence = f"{by}{target.text}{unit} {goal.measure}{start}."
    return sentence[0].upper() + sentence[1:]


def withheld_goal(goal: WrittenGoal | None, refused: Absent) -> Goal:
    """A goal of which nothing may be said."""
    return Goal(
        measure=goal.measure if goal else "",
        result_words="",
        statement=None,
        status=Status.WITHHELD,
        baseline=refused,
        target=refused,
        result=refused,
    )
