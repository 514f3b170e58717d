"""Parts larger than their whole, and numbers of a revision or a student group that are in two units.

What `checks` and `units` say of a goal's baseline, target and result, this says of its revisions, of
student groups and of what was counted beside the goal.
"""

from collections.abc import Iterator
from decimal import Decimal

from cyclebook.model.amounts import Amount
from cyclebook.model.goal import Goal, GoalKind
from cyclebook.model.problem import Problem
from cyclebook.model.storyboard import Observation
from cyclebook.reading.agreement.account import Account
from cyclebook.reading.checks import above_group
from cyclebook.reading.places import Path, Places, dotted

_WHOLE = 100
_PEOPLE = ("students", "children", "people", "families")


def check_wholes(account: Account) -> Iterator[Problem]:
    """Every number of one storyboard that is more than its whole, or has another unit than it should."""
    places, board = account.places, account.storyboard
    goal = board.goal
    if goal is not None:
        yield from _check_revisions(goal, places)
        yield from _check_shares(goal, places)
        yield from _two_sizes(goal, places)
    if goal is not None and goal.of is not None:
        for index, group in enumerate(board.groups):
            if group.of is not None and group.of > goal.of:
                path: Path = ("groups", index, "of")
                yield above_group(Amount(Decimal(group.of)), goal.of, path, places)
    for index, group in enumerate(board.groups):
        before, after = group.baseline, group.result
        if before is not None and after is not None and not before.compares_with(after, group.of):
            told = "The keys baseline and result are not in one unit."
            yield _another_unit(told, ("groups", index, "result"), places)
    for key, observations in (("other_results", board.other_results), ("follow_up", board.follow_up)):
        for index, seen in enumerate(observations):
            yield from _check_observation(seen, (key, index), places)


def _check_revisions(goal: Goal, places: Places) -> Iterator[Problem]:
    for index, revision in enumerate(goal.revised):
        for name, amount in (("target", revision.target), ("was", revision.was)):
            path: Path = ("goal", "revised", index, name)
            if goal.target is not None and amount.percent != goal.target.percent:
                yield _another_unit("This is not in the same unit as the goal’s target.", path, places)
            elif goal.kind is GoalKind.COUNT and goal.of and amount.of is None and amount.value > goal.of:
                yield above_group(amount, goal.of, path, places)


def _check_shares(goal: Goal, places: Places) -> Iterator[Problem]:
    """A share of people is at most all of them."""
    if goal.kind is not GoalKind.SHARE:
        return
    for name, amount in (("baseline", goal.baseline), ("target", goal.target), ("result", goal.result)):
        if amount is not None and amount.percent and amount.value > _WHOLE:
            yield Problem(
                "above-group",
                places.of_value(("goal", name)),
                "{it} is more than the whole group.",
                "A share of a group is at most 100%.",
                field=f"goal.{name}",
                it=f"{amount.value:f}%",
            )


def _two_sizes(goal: Goal, places: Places) -> Iterator[Problem]:
    """Counts of two different groups, where the goal does not say which one is its own."""
    if goal.of is not None or goal.kind is not GoalKind.COUNT:
        return
    given = [(name, getattr(goal, name)) for name in ("baseline", "target", "result")]
    sized = [(name, amount.of) for name, amount in given if amount is not None and amount.of is not None]
    for name, size in sized[1:]:
        if size != sized[0][1]:
            yield Problem(
                "mixed-units",
                places.of_value(("goal", name)),
                f"The {name} counts another group than the {sized[0][0]}.",
                "Use one group for baseline, target and result.",
                field=f"goal.{name}",
            )


def _check_observation(seen: Observation, path: Path, places: Places) -> Iterator[Problem]:
    if seen.of is None or (seen.unit or "students").lower() not in _PEOPLE:
        return
    for name, amount in (("before", seen.before), ("value", seen.value)):
        if amount is not None and not amount.percent and amount.of is None and amount.value > seen.of:
            yield above_group(amount, seen.of, (*path, name), places)


def _another_unit(told: str, path: Path, places: Places) -> Problem:
    return Problem(
        "mixed-units",
        places.of_value(path),
        told,
        "Write both with %, or both without.",
        field=dotted(path),
    )
