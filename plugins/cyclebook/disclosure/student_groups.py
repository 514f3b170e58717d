"""Results by student group: shown side by side, and so that none gives away a few students."""

from collections.abc import Sequence

from cyclebook.disclosure.guard import Guard, group_size
from cyclebook.disclosure.sums import counts_of, kept_back
from cyclebook.model.amounts import Amount
from cyclebook.model.storyboard import GroupResult as WrittenGroup
from cyclebook.published import Absence, Absent, Form, Goal, GroupResult, Value


def publish_groups(
    written: Sequence[WrittenGroup],
    goal: Goal,
    guard: Guard,
    group_of_goal: int | None,
    form: Form,
    *,
    mean: bool = False,
) -> tuple[GroupResult, ...]:
    """The groups in the order of the file; `group_of_goal` is the size of the group that they are part of.

    `form` is that of the goal's numbers: theirs too, where one is not written as 40% or 12/30. `mean` is
    True where they are averages.

    One small group withholds all: the others would give it away. So does a group that leaves only a
    few of the whole, and groups that together do.
    """
    sizes = [group_size(group.of, group.baseline, group.result) for group in written]
    known = [size for size in sizes if size is not None]
    refused = next((no for size in sizes if (no := guard.refusal(size)) is not None), None)
    if refused is None and group_of_goal is not None:
        left = [group_of_goal - size for size in (*known, sum(known))]
        if any(0 < rest < guard.smallest for rest in left):
            refused = Absent(Absence.WORKED_OUT)

    def shown(amount: Amount | None, size: int | None) -> Value:
        if refused is not None:
            return refused
        if amount is None:
            return Absent(Absence.NOT_REPORTED)
        own = Form.PERCENT if amount.percent else Form.COUNT if amount.of is not None else form
        return guard.show(amount.value, own, size, mean=mean)

    baselines = [shown(group.baseline, size) for group, size in zip(written, sizes, strict=True)]
    results = [shown(group.result, size) for group, size in zip(written, sizes, strict=True)]
    if known and sum(known) == group_of_goal and len(known) == len(sizes):
        baselines = _adding_up(baselines, known, goal.baseline)
        results = _adding_up(results, known, goal.result)
    return tuple(
        GroupResult(group.name, refused or guard.size(size), baseline, result)
        for group, size, baseline, result in zip(written, sizes, baselines, results, strict=True)
    )


def _adding_up(values: list[Value], sizes: list[int], total: Value) -> list[Value]:
    """Bands of groups that make up the goal's group; without those that would narrow another."""
    everyone = sum(sizes)
    parts = [counts_of(value, size) for value, size in zip(values, sizes, strict=True)]
    hidden = kept_back(parts, sizes, counts_of(total, everyone))
    return [Absent(Absence.WORKED_OUT) if place in hidden else value for place, value in enumerate(values)]
