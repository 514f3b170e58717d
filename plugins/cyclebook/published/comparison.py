"""Groups side by side: how their members spread over bands, how many reached a measure, before and after."""

from dataclasses import dataclass
from enum import StrEnum

from cyclebook.catalogue import _, ngettext
from cyclebook.published.sources import Source
from cyclebook.published.values import Absent, Band, Form, Number, Value


@dataclass(frozen=True, slots=True)
class DistributionRow:
    """A group and its part in each band, in the order of the bands: counts of the group or percents."""

    name: str
    size: Value
    shares: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Distribution:
    """How the members of groups spread over ordered `bands`, such as chronic, basic, proficient.

    `order` says in words how the bands are ordered ("from most to fewest absences").
    Raises ValueError for fewer than two or more than six bands, and where a group has
    more or fewer shares than there are bands.
    """

    title: str
    groups: tuple[DistributionRow, ...]
    bands: tuple[str, ...]
    order: str | None = None
    unit: str = "students"

    def __post_init__(self) -> None:
        if not 2 <= len(self.bands) <= 6:
            raise ValueError(f"{self.title}: two to six bands can be told apart, not {len(self.bands)}.")
        for group in self.groups:
            if len(group.shares) != len(self.bands):
                raise ValueError(f"{group.name}: one share for each of {len(self.bands)} bands.")


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """A group and how many of it reached the measure. `formed` says how the group was chosen."""

    name: str
    size: Value
    result: Value
    formed: str | None = None


class Formed(StrEnum):
    """How the groups of a comparison came to be."""

    SAME_WAY = "same way"
    DIFFERENTLY = "differently"
    AT_RANDOM = "at random"


@dataclass(frozen=True, slots=True)
class Difference:
    """The share in `group` minus that in `other`, in percentage points, with its 95% interval.

    `ratio` is the risk ratio with its interval, where there is one. `widened` is True where the
    interval allows for people of one school being alike. All numbers are rounded for readers.
    """

    group: str
    other: str
    points: Number
    low: Number
    high: Number
    ratio: tuple[Number, Number, Number] | None = None
    widened: bool = False

    @property
    def sentence(self) -> str:
        """ "The share in A is 12 points higher than in B (95% interval: 3 to 21 points higher)."."""
        low, high = _signed(self.low), _signed(self.high)
        if self.points.value == 0:
            return _(
                "The shares in {group} and {other} differ by less than a point "
                "(95% interval: {low} to {high} points).",
                group=self.group,
                other=self.other,
                low=low,
                high=high,
            )
        facts = {
            "group": self.group,
            "points": _unsigned(self.points),
            "other": self.other,
            "low": low,
            "high": high,
        }
        amount = 1 if abs(self.points.value) == 1 else 2  # "1.5 points"
        if self.points.value > 0:
            return ngettext(
                "The share in {group} is {points} percentage point higher than in {other} "
                "(95% interval: {low} to {high} points).",
                "The share in {group} is {points} percentage points higher than in {other} "
                "(95% interval: {low} to {high} points).",
                amount,
                **facts,
            )
        return ngettext(
            "The share in {group} is {points} percentage point lower than in {other} "
            "(95% interval: {low} to {high} points).",
            "The share in {group} is {points} percentage points lower than in {other} "
            "(95% interval: {low} to {high} points).",
            amount,
            **facts,
        )

    @property
    def ratio_sentence(self) -> str | None:
        """ "That is 1.3 times the share in B (95% interval: 1.1 to 1.5)."."""
        if self.ratio is None:
            return None
        ratio, low, high = self.ratio
        return _(
            "That is {ratio} times the share in {other} (95% interval: {low} to {high}).",
            ratio=ratio.short,
            other=self.other,
            low=low.short,
            high=high.short,
        )


def _unsigned(number: Number) -> str:
    return f"{abs(number.value).normalize():f}"


def _signed(number: Number) -> str:
    return f"{'−' if number.value < 0 else '+' if number.value > 0 else ''}{_unsigned(number)}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A target group beside comparison groups, on one measure.

    `formed` says whether the groups were formed in the same way, None where nobody says so.
    `differences` are those of the first group to each other one whose count is known too.
    """

    measure: str
    groups: tuple[ComparedGroup, ...]
    source: Source | None = None
    formed: Formed | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class CohortComparison:
    """Groups side by side on one measure, and the hub's note on them."""

    comparison: Comparison
    note: str | None


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """One thing known at the start and at the end: "Students in the chronic band", 12 and 5.

    Raises ValueError where the two cannot stand on one scale: a share beside a plain
    number, or counts of two different groups.
    """

    what: str
    before: Value
    after: Value
    unit: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        known = [value for value in (self.before, self.after) if not isinstance(value, Absent)]
        share = any(_is_percentage(value) for value in known)
        sizes = {value.of for value in known if not _is_percentage(value)}
        if None in sizes if share else len(sizes - {None}) > 1:
            raise ValueError(f"{self.what}: {self.before.text} and {self.after.text} have no common scale.")


def _is_percentage(value: Number | Band) -> bool:
    return isinstance(value, Band) or value.form is Form.PERCENT
