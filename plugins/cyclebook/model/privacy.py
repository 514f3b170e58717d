"""How numbers about people are published, as a hub decides it.

The hub chooses a policy for the network, for a cohort, and for single measures; it may loosen and
tighten. Those who write a storyboard may only tighten.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from cyclebook.model.block import Block
from cyclebook.model.days_and_weeks import read_day
from cyclebook.model.fields import Slug, Text, choice, misread

SMALLEST_GROUP = 10
"""Of a group of fewer students or family members nothing is shown."""


class PolicyName(StrEnum):
    """The privacy policies that this version can publish under."""

    BANDED = "banded"
    STRICT = "strict"
    OPEN = "open"


def read_last_day(given: Any) -> date:
    """A day that has been. A yes would hold for ever, for what nobody has thought of yet."""
    word = given.strip().lower() if isinstance(given, str) else ""
    if word in ("false", "no"):
        raise misread("bad-date", "{it} is not a day.", "Delete the line.", word)
    if word in ("true", "yes"):
        raise misread(
            "bad-date",
            "{it} is not a day, and would hold for ever.",
            "Write the day up to which withheld numbers may now be known, for example earlier: 2026-11-22. "
            "If you delete the line, cyclebook build names the day where one is still needed.",
            word,
        )
    return read_day(given)


class Approval(Block):
    """Who allowed exact counts, as a role, and why."""

    by: Text
    """Who answers for it, as a role."""
    because: Text
    """The reason."""
    earlier: Annotated[date, BeforeValidator(read_last_day)] | None = None
    """The last day of earlier releases: what they withheld of these numbers up to that day may now be
    known too. It can go once a release has shown the numbers."""


class MeasurePrivacy(Block):
    """The hub's policy for one measure, in every storyboard that has it."""

    measure: Slug
    """The measure, by the id that storyboards give it."""
    policy: Annotated[PolicyName, BeforeValidator(choice(PolicyName))]
    """The policy for it."""
    approved: Approval | None = None
    """For the policy open: who answers for exact counts."""
    because: Text | None = None
    """The reason, which the page about the data gives."""


class OwnPrivacy(Block):
    """A narrower policy than the hub's, chosen by those who write."""

    policy: Annotated[PolicyName, BeforeValidator(choice(PolicyName))]
    """The policy: one that shows less than the hub's."""
    because: Text
    """The reason, which the page about the data gives."""


class Privacy(Block):
    """The policy for a network, or for one cohort of it."""

    policy: Annotated[PolicyName, BeforeValidator(choice(PolicyName))] = PolicyName.BANDED
    """How exactly shares of a group are told: as bands, as bands without small counts and group sizes
    (strict), or as exact counts (open)."""
    approved: Approval | None = None
    """For the policy open: who answers for exact counts."""
    because: Text | None = None
    """For a cohort whose policy is not the network's: the reason."""
    measures: list[MeasurePrivacy] = Field(default_factory=list)
    """Single measures whose policy is another one."""


_NARROWER = (PolicyName.OPEN, PolicyName.BANDED, PolicyName.STRICT)


def narrowest(*policies: PolicyName) -> PolicyName:
    """The policy of these that shows least."""
    return max(policies, key=_NARROWER.index)


@dataclass(frozen=True, slots=True)
class Policies:
    """Which policy holds in a cohort, for what."""

    network: Privacy
    cohort: Privacy | None = None

    @property
    def usual(self) -> PolicyName:
        """The policy for all that nothing else is said of."""
        return (self.cohort or self.network).policy

    def of_storyboard(self, own: OwnPrivacy | None) -> PolicyName:
        """The policy for a storyboard: its own may only be narrower."""
        return narrowest(self.usual, *([own.policy] if own else []))

    def of_measure(self, measure: str, *own: OwnPrivacy | None) -> PolicyName:
        """The policy for a measure, by its id; what a storyboard and its measure say may only narrow it.

        What the network says of a measure loosens nothing in a cohort that has a policy of its own.
        """
        hubs = _of(self.cohort, measure)
        if hubs is None:
            hubs = _of(self.network, measure) or self.usual
            hubs = narrowest(hubs, self.usual) if self.cohort else hubs
        return narrowest(hubs, *(one.policy for one in own if one is not None))


def _of(privacy: Privacy | None, measure: str) -> PolicyName | None:
    found = (one.policy for one in (privacy.measures if privacy else ()) if one.measure == measure)
    return next(found, None)
