"""A goal and how it stands, published."""

from datetime import date

from cyclebook.catalogue import _
from cyclebook.disclosure.bands import counted_share
from cyclebook.disclosure.guard import Guard, group_size
from cyclebook.disclosure.sums import counts_of
from cyclebook.measuring.attainment import Attained, Attainment
from cyclebook.model.amounts import Amount
from cyclebook.model.goal import Goal as WrittenGoal
from cyclebook.model.goal import GoalKind
from cyclebook.model.privacy import PolicyName
from cyclebook.published import (
    Absence,
    Absent,
    Band,
    Better,
    Form,
    Goal,
    GoalVersion,
    Number,
    Status,
    Value,
)
from cyclebook.published.days import day_text


def goal_form(goal: WrittenGoal) -> Form:
    """How the goal's numbers are read."""
    if goal.kind is GoalKind.COUNT:
        return Form.COUNT
    if goal.kind is GoalKind.MEAN:
        given = [amount for amount in (goal.baseline, goal.target, goal.result) if amount]
        return Form.PERCENT if any(amount.percent for amount in given) else Form.PLAIN
    return Form.PERCENT


def goal_group(goal: WrittenGoal) -> int | None:
    """The size of the goal's group, as `of` or as part of a number such as 19/50."""
    return group_size(goal.of, *goal.amounts)


def publish_goal(
    goal: WrittenGoal,
    attainment: Attainment,
    guard: Guard,
    *,
    end: date | None,
    missing: Absent,
) -> Goal:
    """The goal of a group that may be shown; `missing` says why a number that nobody wrote is absent."""
    form, size = goal_form(goal), goal_group(goal)

    def shown(amount: Amount | None) -> Value:
        mean = goal.kind is GoalKind.MEAN
        return missing if amount is None else guard.show(amount.value, form, size, mean=mean)

    versions = tuple(
        GoalVersion(
            guard.target(one.target, form, size),
            one.week,
            _sentence(one.because),
            one.met if guard.exact else None,
        )
        for one in attainment.versions
    )
    status = Status(attainment.status.value)
    if status in (Status.MET, Status.NOT_MET) and not guard.exact and goal.result and goal.target:
        by = Better(attainment.better.value) if attainment.better else None
        if _word_narrows(shown(goal.result), goal.target, form, size, by, guard):
            status = Status.WITHHELD
    no_result = Absent(Absence.NOT_YET) if attainment.status is Attained.NOT_YET else missing
    baseline = shown(goal.baseline)
    target = missing if goal.target is None else guard.target(goal.target.value, form, size)
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
        chosen=goal.chosen,
        group_size=guard.size(size),
        unit=goal.unit if form is Form.PLAIN else None,
        last_year=None if goal.last_year is None else shown(goal.last_year),
    )


def _word_narrows(
    result: Value, target: Amount, form: Form, size: int | None, better: Better | None, guard: Guard
) -> bool:
    """True where "met" or "not met" would cut the band of the result, for whoever knows the goal.

    It depends on the band and the goal alone, never on the count: else the silence would tell. Where
    `strict` withholds a result, it withholds the word too.
    """
    if not isinstance(result, Band) or size is None:
        return guard.policy is not PolicyName.BANDED
    counts = counts_of(result, size)
    if counts is None or better is None:
        return True
    lowest, highest = counts
    asked = [target.value]
    if form is not Form.COUNT:
        # A goal of 90% of 29 people is 26.1 of them as it is written, and 26 as it is meant.
        asked = [share * size / 100 for share in (target.value, counted_share(target.value, size))]
    higher = better is Better.HIGHER
    return any(lowest < one <= highest if higher else lowest <= one < highest for one in asked)


def _statement(goal: WrittenGoal, target: Value, baseline: Value, end: date | None) -> str | None:
    """The goal as a sentence, from its fields; without numbers where they are withheld."""
    if isinstance(target, Absent):
        if not target.withheld:
            return None
        measure = f"{goal.measure[0].upper()}{goal.measure[1:]}"
        return _("{goal}, by {day}.", goal=measure, day=day_text(end)) if end else _("{goal}.", goal=measure)
    if not isinstance(target, Number):
        return None
    said = f"{target.text} {goal.measure}"
    if goal.unit and target.form is Form.PLAIN:
        said = f"{target.text} {goal.unit} {goal.measure}"
    if end:
        said = _("{goal}, by {day}", goal=said, day=day_text(end))
    if isinstance(baseline, Number) and baseline.value < target.value:
        said = _("{goal}, up from {baseline}", goal=said, baseline=baseline.short)
    elif isinstance(baseline, Number):
        said = _("{goal}, down from {baseline}", goal=said, baseline=baseline.short)
    return _("{goal}.", goal=said)


def _sentence(words: str | None) -> str | None:
    """A reason as a sentence of its own."""
    if not words:
        return None
    return f"{words[0].upper()}{words[1:]}" + ("" if words.endswith((".", "!", "?")) else ".")


def withheld_goal(refused: Absent) -> Goal:
    """A goal of which nothing may be said; its words can carry its numbers, so they stay back too."""
    return Goal(
        measure=_("a goal that is withheld"),
        result_words="",
        statement=None,
        status=Status.WITHHELD,
        baseline=refused,
        target=refused,
        result=refused,
    )
