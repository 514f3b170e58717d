"""A number that a reader may see, or the reason why there is none.

Every chart, table, text alternative and download takes its words from here, so
that they cannot disagree.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from cyclebook.catalogue import N_, _


class Form(StrEnum):
    """How a number is read."""

    COUNT = "count"  # so many of a group
    PERCENT = "percent"  # a percentage, an average score in percent
    PLAIN = "plain"  # anything else: absences, minutes, meals


class Better(StrEnum):
    """The direction that counts as improvement."""

    HIGHER = "higher"
    LOWER = "lower"


class Absence(StrEnum):
    """Why there is no number; the value is the message that the reader sees."""

    NOT_PUBLISHED = N_("not published")
    NOT_COLLECTED = N_("not collected")
    NOT_REPORTED = N_("not reported")
    NOT_YET = N_("not yet")
    SMALL_GROUP = N_("withheld: fewer than 10 students")
    UNKNOWN_GROUP = N_("withheld: group size not known")
    POLICY = N_("withheld under the privacy policy")
    WORKED_OUT = N_("withheld, so that private numbers cannot be worked out")


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number.

    `value` is a count, a percentage (67 means 67%) or a plain amount; `of` is the
    size of the group in people, given only where it may be shown.
    """

    value: Decimal
    form: Form
    of: int | None = None

    @property
    def short(self) -> str:
        """The number alone: "74", "67%", "86.7%", "1,204"."""
        digits = f"{self.value.normalize():,f}"
        return f"{digits}%" if self.form is Form.PERCENT else digits

    @property
    def text(self) -> str:
        """The number as it stands in a sentence or a table: "74 of 80", "67%", "15"."""
        if self.form is Form.COUNT and self.of is not None:
            return _("{count} of {group}", count=self.short, group=f"{self.of:,}")
        return self.short

    @property
    def share(self) -> Decimal | None:
        """Percent from 0 to 100, for placing the number on a percentage scale; None if it has none."""
        if self.form is Form.PERCENT:
            return self.value
        if self.form is Form.COUNT and self.of:
            return self.value * 100 / self.of
        return None

    @property
    def plain(self) -> str:
        """Digits only, for a CSV cell."""
        return f"{self.value.normalize():f}"


@dataclass(frozen=True, slots=True)
class Absent:
    """No number, and why."""

    because: Absence

    @property
    def text(self) -> str:
        return _(self.because.value)

    @property
    def short(self) -> str:
        """Why there is no number, where there is little room: "withheld", "not published"."""
        return _("withheld") if self.withheld else self.text

    @property
    def withheld(self) -> bool:
        """True where the number exists and privacy rules keep it back."""
        return self.because in (
            Absence.SMALL_GROUP,
            Absence.UNKNOWN_GROUP,
            Absence.POLICY,
            Absence.WORKED_OUT,
        )


@dataclass(frozen=True, slots=True)
class Band:
    """A share known only to lie in a range: open below and closed above, except at the top edge.

    `low` and `high` are whole percents; `of` is the size of the group where it may be
    shown. There is no value inside: a drawing takes its geometry from both ends. Raises
    ValueError for a range that is empty, beyond 0 to 100, or all of it: that says nothing.
    With `over`, the top band leaves out its edge, as all others do.
    """

    low: int
    high: int
    of: int | None = None
    over: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.low < self.high <= 100:
            raise ValueError(f"A band runs from a lower to a higher percent: 75 to 80, not {self}.")
        if (self.low, self.high) == (0, 100):
            raise ValueError("A band from 0 to 100 percent says nothing. Withhold the number: Absent.")

    @property
    def text(self) -> str:
        """The band as it stands in a sentence or a table: "over 75% to 80%", "5% or less", "95% or more"."""
        if self.low == 0:
            return _("{percent}% or less", percent=self.high)
        if self.high == 100:
            if self.over:
                return _("over {percent}%", percent=self.low)
            return _("{percent}% or more", percent=self.low)
        return _("over {low}% to {high}%", low=self.low, high=self.high)

    @property
    def short(self) -> str:
        """The band inside a chart: "75–80%", "≤5%", "≥95%"."""
        if self.low == 0:
            return f"≤{self.high}%"
        if self.high == 100:
            return f">{self.low}%" if self.over else f"≥{self.low}%"
        return f"{self.low}–{self.high}%"


Known = Number | Band
Value = Number | Band | Absent


def decimals(value: float, places: int) -> Decimal:
    """A float, rounded half up to `places` decimals."""
    return rounded(Decimal(repr(value)), places)


def rounded(value: Decimal, places: int) -> Decimal:
    """`value` rounded half up to `places` decimals."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
