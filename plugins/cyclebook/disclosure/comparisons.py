"""Groups side by side, published: comparison groups, and how groups spread over bands."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from cyclebook.disclosure.guard import Guard, group_size
from cyclebook.disclosure.parts import kept_apart
from cyclebook.disclosure.sums import Beside, Group, told_beside
from cyclebook.disclosure.wording import words_told
from cyclebook.measuring.comparing import Difference as Reckoned
from cyclebook.measuring.comparing import differences
from cyclebook.model.amounts import Amount
from cyclebook.model.comparison import Comparison as WrittenComparison
from cyclebook.model.comparison import Distribution as WrittenDistribution
from cyclebook.published import (
    Absence,
    Absent,
    CohortComparison,
    CohortDistribution,
    ComparedGroup,
    Comparison,
    Difference,
    Distribution,
    DistributionRow,
    Form,
    Formed,
    Number,
    Source,
    Value,
)
from cyclebook.published.values import decimals

_FINER = 100


def publish_comparison(
    written: WrittenComparison,
    sources: Mapping[str, Source],
    around: Guard,
    kept_back: Collection[int] = (),
) -> CohortComparison:
    """Groups and their results, as `around` judges them; what is missing reads "not published".

    `kept_back` are the places of groups whose results would tell too much of another number.
    """
    guard = replace(around, public_source=written.source is not None)
    written = words_told(written, guard)
    groups = tuple(
        ComparedGroup(
            group.name,
            guard.size(group.of),
            Absent(Absence.WORKED_OUT) if at in kept_back else _shown(group.result, group.of, guard),
            group.formed,
        )
        for at, group in enumerate(written.groups)
    )
    comparison = Comparison(
        written.what,
        groups,
        sources.get(written.source or ""),
        Formed(written.formed.value) if written.formed else None,
        tuple(_difference(one, groups) for one in shown_differences(written, groups)),
    )
    return CohortComparison(comparison, written.note)


def groups_beside(written: WrittenComparison, around: Guard, first: Group) -> Iterator[Beside]:
    """The results of the groups as they would show if they stood alone; `first` says what the first group is.

    What a named source has published in exact counts may stand as it is.
    """
    guard = replace(around, public_source=written.source is not None)
    for at, group in enumerate(written.groups):
        yield Beside(
            _shown(group.result, group.of, guard),
            group_size(group.of, group.result),
            guard.policy,
            Group.BESIDE if at else first,
            decided=True if guard.exact and guard.public_source else None,
            size_told=guard.sizes_shown,
        )


def publish_comparisons(
    written: Sequence[WrittenComparison],
    sources: Mapping[str, Source],
    around: Guard,
    teams: Sequence[Beside],
) -> tuple[CohortComparison, ...]:
    """The comparisons of a cohort, without results that would tell too much of one of its `teams`."""
    groups = [[*groups_beside(one, around, Group.BESIDE)] for one in written]
    told = iter(told_beside([*teams, *chain.from_iterable(groups)])[len(teams) :])
    kept_back = [[at for at, _ in enumerate(each) if not next(told)] for each in groups]
    return tuple(
        publish_comparison(one, sources, around, gone) for one, gone in zip(written, kept_back, strict=True)
    )


def shown_differences(written: WrittenComparison, groups: tuple[ComparedGroup, ...]) -> tuple[Reckoned, ...]:
    """The differences between `groups`, the published ones, of which a reader sees both counts."""

    def seen(index: int) -> bool:
        return isinstance(groups[index].result, Number)

    return tuple(one for one in differences(written) if seen(one.first) and seen(one.other))


def _difference(found: Reckoned, groups: tuple[ComparedGroup, ...]) -> Difference:
    """A difference, rounded for readers: to whole points, from 100 people in each group on to one decimal."""
    sizes = [groups[index].result.of for index in (found.first, found.other)]  # type: ignore[union-attr]
    places = 1 if all(size is not None and size >= _FINER for size in sizes) else 0

    def number(value: float, to: int = places) -> Number:
        return Number(decimals(value, to), Form.PLAIN)

    ratio = found.ratio
    return Difference(
        groups[found.first].name,
        groups[found.other].name,
        number(found.points),
        number(found.low),
        number(found.high),
        None if ratio is None else (number(ratio[0], 1), number(ratio[1], 1), number(ratio[2], 1)),
        found.widened,
    )


def publish_distribution(
    written: WrittenDistribution, sources: Mapping[str, Source], around: Guard
) -> CohortDistribution:
    """Groups and their part in each band, with the source and the hub's note."""
    guard = replace(around, public_source=written.source is not None)
    written = words_told(written, guard)
    rows = tuple(
        DistributionRow(
            group.name,
            guard.size(group.of),
            tuple(_shown(share, group.of, guard) for share in group.shares),
        )
        for group in written.groups
    )
    rows = tuple(
        kept_apart(row, group, guard.policy) for row, group in zip(rows, written.groups, strict=True)
    )
    return CohortDistribution(
        Distribution(written.what, rows, tuple(written.bands)),
        sources.get(written.source or ""),
        written.note,
    )


def _shown(amount: Amount | None, size: int | None, guard: Guard) -> Value:
    if amount is None:
        return Absent(Absence.NOT_PUBLISHED)
    known = group_size(size, amount)
    form = Form.PERCENT if amount.percent else Form.COUNT if known is not None else Form.PLAIN
    return guard.show(amount.value, form, known)
