"""Which policies hold apart from the usual one, and why: for the page about the data."""

from collections.abc import Iterator

from cyclebook.model.privacy import Policies, PolicyName, Privacy
from cyclebook.model.storyboard import Storyboard
from cyclebook.published import PolicyApart


def of_measures(privacy: Privacy | None) -> Iterator[PolicyApart]:
    """The measures for which a network or a cohort has another policy."""
    for one in privacy.measures if privacy else ():
        by = one.approved.by if one.approved else None
        because = one.because or (one.approved.because if one.approved else None)
        yield PolicyApart(one.policy.value, one.measure, because, by)


def of_storyboard(written: Storyboard, policies: Policies) -> Iterator[PolicyApart]:
    """What those who write a storyboard have narrowed."""
    own = written.privacy
    if own is not None and policies.of_storyboard(own) is not policies.usual:
        yield PolicyApart(own.policy.value, None, own.because)
    for measure in written.measures:
        hubs = policies.of_measure(measure.id, own)
        if measure.privacy is not None and policies.of_measure(measure.id, own, measure.privacy) is not hubs:
            yield PolicyApart(measure.privacy.policy.value, measure.name, measure.privacy.because)


def policies_of(written: Storyboard, policies: Policies) -> dict[str, PolicyName]:
    """The policy for each measure of a storyboard, by its id."""
    return {one.id: policies.of_measure(one.id, written.privacy, one.privacy) for one in written.measures}
