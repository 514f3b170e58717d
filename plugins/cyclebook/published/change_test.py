"""A test of change: what was predicted, what happened, what the team decided."""

from dataclasses import dataclass
from enum import StrEnum

from cyclebook.catalogue import _
from cyclebook.published.values import Number


class Decision(StrEnum):
    """What a team decided after a test; `word` is what a reader sees."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    ABANDON = "abandon"
    OPEN = "open"  # the test still runs or nobody has decided
    NOT_PUBLISHED = "not-published"

    @property
    def word(self) -> str:
        return {
            Decision.ADOPT: _("Adopted"),
            Decision.ADAPT: _("Adapted"),
            Decision.ABANDON: _("Abandoned"),
            Decision.OPEN: _("Not decided"),
            Decision.NOT_PUBLISHED: _("Not published"),
        }[self]


@dataclass(frozen=True, slots=True)
class PredictedCount:
    """A prediction and its outcome as counts of one group: 35 of 52, then 34 of 52."""

    predicted: Number
    happened: Number


@dataclass(frozen=True, slots=True)
class Test:
    """A test of change. `letter` is A, B, C… in order of start; weeks are None where not known.

    Tests with the same `idea_key`, across teams, are of one idea; None where its title is withheld.
    `counts` are given only where both numbers may be shown.
    """

    letter: str
    idea: str
    first_week: int | None
    last_week: int | None
    decision: Decision
    scale: str | None = None
    question: str | None = None
    predicted: str | None = None
    happened: str | None = None
    off: str | None = None
    study: str | None = None
    next: str | None = None
    ramp: str | None = None
    driver: str | None = None
    short: str | None = None
    idea_key: str | None = None
    counts: PredictedCount | None = None
    driver_id: str | None = None

    @property
    def label(self) -> str:
        """The name used inside a chart."""
        return self.short or self.idea

    @property
    def weeks(self) -> str | None:
        if self.first_week is None:
            return None
        if self.last_week is None or self.last_week == self.first_week:
            return _("Week {week}", week=self.first_week)
        return _("Weeks {first}–{last}", first=self.first_week, last=self.last_week)
