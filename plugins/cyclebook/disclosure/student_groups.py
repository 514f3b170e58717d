"""Results by student group: shown side by side, and so that none gives away a few students."""

from collections.abc import Sequence
from itertools import chain, combinations

from cyclebook.disclosure.guard import Guard, group_size
from cyclebook.disclosure.sums import incomplete_parts
from cyclebook.model.amounts import Amount
from cyclebook.model.privacy import SMALLEST_GROUP
from cyclebook.model.storyboard import GroupResult as WrittenGroup
from cyclebook.published import Absence, Absent, Form, GroupResult, Value

_MOST_TOGETHER = 12


def publish_groups(
    written: Sequence[WrittenGroup],
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
    few of the whole, and groups that together do. What a number tells of the others is judged elsewhere.
    """
    sizes = [size_of(group) for group in written]
    refused = next((no for size in sizes if (no := guard.refusal(size)) is not None), None)
    if refused is None and group_of_goal is not None and _leave_a_few(sizes, group_of_goal):
        refused = Absent(Absence.WORKED_OUT)

    def shown(amount: Amount | None, size: int | None) -> Value:
        if refused is not None:
            return refused
        if amount is None:
            return Absent(Absence.NOT_REPORTED)
        own = Form.PERCENT if amount.percent else Form.COUNT if amount.of is not None else form
        return guard.show(amount.value, own, size, mean=mean)

    return tuple(
        GroupResult(
            group.name, refused or guard.size(size), shown(group.baseline, size), shown(group.result, size)
        )
        for group, size in zip(written, sizes, strict=True)
    )


def size_of(group: WrittenGroup) -> int | None:
    """How many students the group has."""
    return group_size(group.of, group.baseline, group.result)


def _leave_a_few(sizes: Sequence[int | None], whole: int) -> bool:
    """True where a group, all groups, or some that need not overlap leave one to nine of the whole."""
    known = [size for size in sizes if size is not None]
    apart = [sizes[at] or 0 for at in incomplete_parts(sizes, whole)][:_MOST_TOGETHER]
    some = chain.from_iterable(combinations(apart, many) for many in range(2, len(apart) + 1))
    left = (whole - sum(together) for together in chain([(size,) for size in known], [tuple(known)], some))
    return any(0 < rest < SMALLEST_GROUP for rest in left)
