"""Groups side by side, published: comparison groups, and how groups spread over bands."""

from collections.abc import Mapping

from cyclebook.disclosure.guard import Guard, group_size
from cyclebook.model.comparison import Comparison as WrittenComparison
from cyclebook.model.comparison import Distribution as WrittenDistribution
from cyclebook.model.fields import Amount
from cyclebook.model.privacy import PolicyName
from cyclebook.published import (
    Absence,
    Absent,
    CohortComparison,
    CohortDistribution,
    ComparedGroup,
    Comparison,
    Distribution,
    DistributionRow,
    Form,
    Source,
    Value,
)


def publish_comparison(
    written: WrittenComparison, sources: Mapping[str, Source], policy: PolicyName
) -> CohortComparison:
    """Groups and their results; what is missing reads "not published"."""
    guard = Guard(policy, public_source=written.source is not None)
    groups = tuple(
        ComparedGroup(
            group.name,
            guard.size(group.of),
            _shown(group.result, group.of, guard),
            group.formed,
        )
        for group in written.groups
    )
    comparison = Comparison(written.what, groups, sources.get(written.source or ""))
    return CohortComparison(comparison, written.note)


def publish_distribution(
    written: WrittenDistribution, sources: Mapping[str, Source], policy: PolicyName
) -> CohortDistribution:
    """Groups and their part in each band, with the source and the hub's note."""
    guard = Guard(policy, public_source=written.source is not None)
    rows = tuple(
        DistributionRow(
            group.name,
            guard.size(group.of),
            tuple(_shown(share, group.of, guard) for share in group.shares),
        )
        for group in written.groups
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
