"""Numbers that belong together and are not of one kind: counts beside percentages, parts of two groups."""

from collections.abc import Iterator

from cyclebook.model.amounts import Amount
from cyclebook.model.goal import Goal, GoalKind
from cyclebook.model.problem import Problem
from cyclebook.model.storyboard import Storyboard
from cyclebook.reading.places import Places, dotted


def mixed_goal(goal: Goal, amounts: dict[str, Amount | None], places: Places) -> Iterator[Problem]:
    """Baseline, target and result (`amounts`) that are not in the unit of the goal."""
    given = {name: amount for name, amount in amounts.items() if amount is not None}
    if goal.kind is GoalKind.COUNT:
        odd = [name for name, amount in given.items() if amount.percent]
        hint = "The goal counts people (kind: count): write how many, without %."
    elif goal.kind is GoalKind.MEAN and not all(amount.percent for amount in given.values()):
        odd = [name for name, amount in given.items() if amount.percent or amount.of]
        hint = "Write baseline, target and result in one unit: all with % or all without."
    else:
        odd = [name for name, amount in given.items() if amount.of]
        hint = "Write percentages, for example 67%, for baseline, target and result; or use kind: count."
    for name in odd:
        yield Problem(
            "mixed-units",
            places.of_value(("goal", name)),
            f"The {name} is not in the same unit as the rest of the goal.",
            hint,
            field=f"goal.{name}",
        )
    for name, amount in given.items():
        if amount.of and goal.of and amount.of != goal.of and name not in odd:
            yield Problem(
                "mixed-units",
                places.of_value(("goal", name)),
                f"The {name} counts another group than of says.",
                "Use one group for baseline, target and result.",
                field=f"goal.{name}",
            )


def mixed_observations(storyboard: Storyboard, places: Places) -> Iterator[Problem]:
    """Results beside the goal or after the cycle whose `before` is in another unit than their `value`."""
    for name, seen in (("other_results", storyboard.other_results), ("follow_up", storyboard.follow_up)):
        for index, one in enumerate(seen):
            if one.before is None or one.before.compares_with(one.value, one.of):
                continue
            path = (name, index, "before")
            if one.before.percent or one.value.percent:
                message = "The number before and the value are not in the same unit."
                hint = "Write both with % or both without, or leave out before."
            else:
                message = "The number before and the value count two different groups."
                hint = "Use one group for both, write both as percentages, or leave out before."
            yield Problem("mixed-units", places.of_value(path), message, hint, field=dotted(path))
