"""The goal of a cycle, and how it stands."""

from dataclasses import dataclass
from enum import StrEnum

from cyclebook.catalogue import _
from cyclebook.published.values import Better, Known, Number, Value


class Status(StrEnum):
    """How a goal stands. The value is a stable key; `word` is what a reader sees."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_YET = "not-yet"
    NOT_REPORTED = "not-reported"
    REPORTED_MET = "reported-met"
    REPORTED_NOT_MET = "reported-not-met"
    WITHDRAWN = "withdrawn"
    WITHHELD = "withheld"

    @property
    def word(self) -> str:
        return {
            Status.MET: _("Goal met"),
            Status.NOT_MET: _("Goal not met"),
            Status.NOT_YET: _("Not yet"),
            Status.NOT_REPORTED: _("Not reported"),
            Status.REPORTED_MET: _("Reported met"),
            Status.REPORTED_NOT_MET: _("Reported not met"),
            Status.WITHDRAWN: _("Withdrawn"),
            Status.WITHHELD: _("Withheld"),
        }[self]


@dataclass(frozen=True, slots=True)
class GoalVersion:
    """A version of the goal: set at launch (`week` None) or revised in a week."""

    target: Value
    week: int | None = None
    because: str | None = None
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """The goal and how it stands. `versions` are in time order; the last one is judged.

    `result_words` finishes the sentence that begins with the result:
    "52 of 58" + "students missed two days or fewer". `latest` is the last counted
    week and its number or band, for a goal without a result yet.
    """

    measure: str
    result_words: str
    statement: str | None
    status: Status
    baseline: Value
    target: Value
    result: Value
    versions: tuple[GoalVersion, ...] = ()
    better: Better | None = None
    group: str | None = None
    chosen: str | None = None
    group_size: Value | None = None
    unit: str | None = None
    latest: tuple[int, Known] | None = None
    last_year: Value | None = None

    def worded(self, value: Value) -> str:
        """A value with the goal's unit, where it has one: "23 minutes", "74 of 80"."""
        if not self.unit or not isinstance(value, Number):
            return value.text
        return _("{number} {unit}", number=value.text, unit=self.unit)

    @property
    def revised(self) -> bool:
        return len(self.versions) > 1

    @property
    def status_word(self) -> str:
        """The status as a reader sees it; a goal judged by a later version says so."""
        if self.revised and self.status in (Status.MET, Status.NOT_MET):
            return _("Revised goal met") if self.status is Status.MET else _("Revised goal not met")
        return self.status.word
