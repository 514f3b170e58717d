"""Numbers of one moment side by side: which of their groups can be parts of another, and what that tells.

The program cannot read what a group is. So groups whose sizes add up to the size of another one are taken for
its parts, and a group that lacks fewer than ten people of another one is taken for all but those.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain, combinations, islice

from cyclebook.disclosure.bands import answers, counts_in, strict_answer
from cyclebook.disclosure.telling import Figure, Sum, may_be_told
from cyclebook.model.privacy import SMALLEST_GROUP, PolicyName
from cyclebook.published import Absence, Absent, Band, Form, Number, Value

_MOST_PARTS = 12
_FEW_PARTS = 3
_MOST_SUMS = 24

Counts = tuple[int, int]
"""The lowest and the highest count that a reader must think possible."""


class Group(Enum):
    """What is known of a group beside others."""

    GOAL = auto()
    PART = auto()  # of the goal's group
    OTHER = auto()
    BESIDE = auto()  # another group than those it stands beside, though it can hold some of them
    TEAM = auto()  # shares nobody with another team


@dataclass(frozen=True, slots=True)
class Beside:
    """A number as one page or another would show it, and the size of its group, if that is known.

    `decided` is set where it is known already whether it is told. Where the size of its group is not told,
    its bands are others.
    """

    value: Value
    size: int | None
    policy: PolicyName
    group: Group = Group.OTHER
    decided: bool | None = None
    size_told: bool = True


def told_beside(numbers: Sequence[Beside]) -> tuple[bool, ...]:
    """For each of the numbers, in their order, True where it may stand beside those before it.

    A number that shows nothing may stand.
    """
    figures = [_figure(one) for one in numbers]
    given = [at for at, figure in enumerate(figures) if figure is not None]
    known = [figure for figure in figures if figure is not None]
    groups = [numbers[at].group for at in given]
    strict = any(one.policy is PolicyName.STRICT for one in numbers)
    sums: list[Sum] = [*islice(_that_add_up(known, groups), _MOST_SUMS)]
    for whole, parts in _that_leave_many(known, groups):
        size = known[whole].size - sum(known[part].size for part in parts)
        sums.append(Sum(whole, (*parts, len(known))))
        known.append(Figure(size, strict=strict))
    few_left = _that_leave_a_few(known, groups, unknown=any(_of_unknown_size(one) for one in numbers))
    told = dict(zip(given, may_be_told(known, sums, [*few_left]), strict=False))
    return tuple(
        told[at] if figure is not None and figure.answer is not None else True
        for at, figure in enumerate(figures)
    )


def withheld_beside(values: Sequence[Value], told: Sequence[bool]) -> tuple[Value, ...]:
    """The values, without those that may not be told."""
    return tuple(
        value if shown else Absent(Absence.WORKED_OUT) for value, shown in zip(values, told, strict=True)
    )


def counts_of(value: Value, size: int) -> Counts | None:
    """The counts of `size` people whose share lies in a band; None for what is no band."""
    if not isinstance(value, Band):
        return None
    return counts_in((value.low, value.high), size)


def figure_of(
    value: Value, size: int, policy: PolicyName, *, decided: bool | None = None, size_told: bool = True
) -> Figure | None:
    """A number about `size` people as it would be told; None for one that is no count of them."""
    strict = policy is PolicyName.STRICT
    if isinstance(value, Number):
        if value.form is Form.PLAIN:
            return None
        count = value.value if value.form is Form.COUNT else value.value * size / 100
        return Figure(size, answer=((int(count), -int(-count // 1)),), decided=decided)
    if isinstance(value, Band):
        answer = strict_answer(value, size) if strict else (counts_in((value.low, value.high), size),)
    elif strict and value.because is Absence.POLICY:
        answer = strict_answer(None, size)
    else:
        return None
    return Figure(
        size, answers(size, strict=strict, size_told=size_told), answer, decided=decided, strict=strict
    )


def _figure(number: Beside) -> Figure | None:
    value, size = number.value, number.size
    if size is None:
        return None
    if isinstance(value, Absent) and value.because is Absence.SMALL_GROUP:
        return Figure(size, decided=False, guarded=True)
    return figure_of(value, size, number.policy, decided=number.decided, size_told=number.size_told)


def _of_unknown_size(number: Beside) -> bool:
    return number.group is Group.TEAM and number.value == Absent(Absence.UNKNOWN_GROUP)


def _that_add_up(figures: Sequence[Figure], groups: Sequence[Group]) -> Iterator[Sum]:
    """Groups whose sizes add up to that of another, those of fewest parts first."""
    places = range(len(figures))
    for whole in places:
        size = figures[whole].size
        pool = [at for at in places if at != whole and 0 < figures[at].size < size]
        if groups[whole] is Group.TEAM:
            continue
        for parts in _choices(pool, groups):
            if len(parts) > 1 and sum(figures[part].size for part in parts) == size:
                yield Sum(whole, parts)


def _choices(pool: Sequence[int], groups: Sequence[Group]) -> Iterator[tuple[int, ...]]:
    """All sets of a few numbers, the smaller first. Of many numbers: small sets, and the teams together."""
    most = len(pool) if len(pool) <= _MOST_PARTS else _FEW_PARTS
    yield from chain.from_iterable(combinations(pool, many) for many in range(1, most + 1))
    if most < len(pool):
        yield tuple(at for at in pool if groups[at] is Group.TEAM)


def _that_leave_many(
    figures: Sequence[Figure], groups: Sequence[Group]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The goal's group with each part of it, and with those parts together that stand in no complete run."""
    for goal in (at for at, group in enumerate(groups) if group is Group.GOAL):
        size = figures[goal].size
        parts = [at for at, group in enumerate(groups) if group is Group.PART]
        together = _incomplete(figures, groups, size)
        for chosen in dict.fromkeys([*((at,) for at in parts), tuple(together)]):
            if size - sum(figures[at].size for at in chosen) >= SMALLEST_GROUP and chosen:
                yield goal, chosen


def _that_leave_a_few(
    figures: Sequence[Figure], groups: Sequence[Group], *, unknown: bool
) -> Iterator[frozenset[int]]:
    """A whole and parts of it that leave fewer than ten people.

    Of teams these are all of them or single ones; any, where a team of `unknown` size may be what is left.
    """
    shown = [at for at, group in enumerate(groups) if figures[at].answer is not None]
    others = [at for at in shown if groups[at] in (Group.GOAL, Group.OTHER)]
    teams = [at for at in shown if groups[at] is Group.TEAM]
    for whole in shown:
        size = figures[whole].size
        if groups[whole] is Group.BESIDE:
            together = _choices(teams, groups) if unknown else iter([*((at,) for at in teams), tuple(teams)])
        elif whole in others:
            parts = _incomplete(figures, groups, size) if groups[whole] is Group.GOAL else []
            together = _choices([*parts, *(at for at in others if at != whole)], groups)
        else:
            continue
        for chosen in together:
            if 0 < size - sum(figures[at].size for at in chosen) < SMALLEST_GROUP:
                yield frozenset((whole, *chosen))


def _incomplete(figures: Sequence[Figure], groups: Sequence[Group], whole: int) -> list[int]:
    return incomplete_parts(
        [
            one.size if group is Group.PART else None
            for one, group in zip(figures[: len(groups)], groups, strict=True)
        ],
        whole,
    )


def incomplete_parts(sizes: Sequence[int | None], whole: int) -> list[int]:
    """The places of parts that belong to no run of parts, one after the other, that makes up the whole."""
    places = [at for at, size in enumerate(sizes) if size is not None]
    complete = set[int]()
    for first in range(len(places)):
        for last in range(first + 2, len(places) + 1):
            if sum(sizes[at] or 0 for at in places[first:last]) == whole:
                complete |= {*places[first:last]}
    return [at for at in places if at not in complete]
