"""The SMART goal of a storyboard: what it counts, its versions, its result."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from cyclebook.model.amounts import Amount, Quantity
from cyclebook.model.block import Block
from cyclebook.model.days_and_weeks import Day, WeekNumber
from cyclebook.model.fields import Persons, Slug, Text, choice


class GoalKind(StrEnum):
    """What a goal counts: so many of a group, a share of it, an average, or a percent of unknown n."""

    COUNT = "count"
    SHARE = "share"
    MEAN = "mean"
    PERCENT = "percent"


class Better(StrEnum):
    """The direction that counts as improvement."""

    HIGHER = "higher"
    LOWER = "lower"


class Selection(StrEnum):
    """How the goal's group was chosen, as far as it matters for reading a change."""

    LOW_BASELINE = "low-baseline"
    FAVOURABLE_BASELINE = "favourable-baseline"
    WHOLE_GROUP = "whole-group"
    OTHER = "other"


class Caution(StrEnum):
    """What weakens a comparison of before and after and cannot be seen in the numbers."""

    DIFFERENT_TEST = "different-test"
    ABSENT_AS_ZERO = "absent-as-zero"
    EXTRAPOLATED = "extrapolated"


class Outcome(StrEnum):
    """What a source says of a goal."""

    MET = "met"
    NOT_MET = "not met"


class Revision(Block):
    """A new version of the goal, from `week` on."""

    week: WeekNumber
    """The week from which the new target counts."""
    target: Quantity
    """The new target."""
    was: Quantity
    """The target before it."""
    because: Text | None = None
    """Why the goal changed."""


class Goal(Block):
    """The SMART goal: who, how many of how many, from what, to what, by when."""

    kind: Annotated[GoalKind, BeforeValidator(choice(GoalKind))]
    """What the target is: people of a group (count), a share of it (share), an average (mean),
    or a percent of a group whose size is not known (percent)."""
    measure: Text
    """What is counted, as words that follow the count: "students on time every day"."""
    reads: Text | None = None
    """The rest of the sentence that begins with the result: "students were on time every day"."""
    unit: Text | None = None
    """What the number counts, when it is not people."""
    baseline: Quantity | None = None
    """Where the group stood before the cycle."""
    target: Quantity | None = None
    """What the team wants to reach. Needed, unless a source reports the outcome."""
    of: Persons | None = None
    """How many people the group has. Where it is left out, and no number names it as 19/50 does, no number
    of the storyboard is published, unless the policy is open and the numbers are entered from a source."""
    better: Annotated[Better, BeforeValidator(choice(Better))] | None = None
    """Which way is better. Needed where there is no baseline."""
    group: Text | None = None
    """Who is counted, in a few words."""
    selection: Annotated[Selection, BeforeValidator(choice(Selection))] | None = None
    """How the group was chosen: for a low start, for a good one, the whole group, or another way.
    The page prints the caution that follows from it."""
    chosen: Text | None = None
    """How the group was chosen, in words for the page."""
    start: Day | None = None
    """The first day of the goal."""
    end: Day | None = None
    """The last day of the goal. After it, the page says whether the goal was met."""
    result: Quantity | None = None
    """Where the group stood at the end."""
    last_year: Quantity | None = None
    """Where it stood in the same weeks of last year."""
    cautions: list[Annotated[Caution, BeforeValidator(choice(Caution))]] = Field(default_factory=list)
    """What a reader should know that the numbers do not show: another test before than after
    (different-test), absent students counted as zero (absent-as-zero), a figure reckoned beyond the
    weeks that were counted (extrapolated)."""
    statement: Text | None = None
    """The goal in the team's own words; left out, it is written from the fields."""
    revised: list[Revision] = Field(default_factory=list)
    """Every change of the target, in order. The page shows all versions."""

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The numbers about the goal's group in this cycle: baseline, target, result, revised targets."""
        revised = (amount for one in self.revised for amount in (one.target, one.was))
        return tuple(one for one in (self.baseline, self.target, self.result, *revised) if one is not None)


class ReportedOutcome(Block):
    """What a source says of the goal, where it gives no numbers to check."""

    status: Annotated[Outcome, BeforeValidator(choice(Outcome))]
    """What the source says."""
    source: Slug
    """The source, by its id."""
