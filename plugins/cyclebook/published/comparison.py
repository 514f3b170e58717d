"""Groups side by side: how their members spread over bands, how many reached a measure, before and after."""

from dataclasses import dataclass

from cyclebook.published.sources import Source
from cyclebook.published.values import Value


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


@dataclass(frozen=True, slots=True)
class Comparison:
    """A target group beside comparison groups, on one measure."""

    measure: str
    groups: tuple[ComparedGroup, ...]
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """One thing known at the start and at the end: "Students in the chronic band", 12 and 5."""

    what: str
    before: Value
    after: Value
    unit: str | None = None
    note: str | None = None
