"""A network as its drivers and districts show it: who works on what, and what nobody tests.

A hub publishes its own network and those that cohorts describe. All of it is made from
published storyboards: an embargoed or withheld team stands nowhere here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cyclebook.catalogue import N_, _
from cyclebook.published.change_test import Test
from cyclebook.published.sources import Source
from cyclebook.published.storyboard import PublishedStoryboard
from cyclebook.published.values import Absent, Number


class Strength(StrEnum):
    """How much a driver is thought to matter for what stands above it, in the words of a reader."""

    STRONG = N_("strong")
    MODERATE = N_("moderate")
    WEAK = N_("weak")

    @property
    def word(self) -> str:
        return _(self.value)

    @property
    def link(self) -> str:
        """ "strong link": beside the name of a driver."""
        return {
            Strength.STRONG: _("strong link"),
            Strength.MODERATE: _("moderate link"),
            Strength.WEAK: _("weak link"),
        }[self]


@dataclass(frozen=True, slots=True)
class DriverTest:
    """A test of a change idea that works on a driver, and the storyboard that tells of it."""

    storyboard: PublishedStoryboard
    test: Test


@dataclass(frozen=True, slots=True)
class Focus:
    """What a district works on, and the driver it belongs to. `in_schools` is False where it has no teams."""

    district_id: str
    district: str
    what: str
    driver_id: str | None
    driver: str | None
    in_schools: bool


@dataclass(frozen=True, slots=True)
class PublishedDriver:
    """A driver with those beneath it, the teams that work on it, their tests, and foci of districts."""

    id: str
    name: str
    strength: Strength | None
    drivers: tuple["PublishedDriver", ...] = ()
    teams: tuple[PublishedStoryboard, ...] = ()
    tests: tuple[DriverTest, ...] = ()
    foci: tuple[Focus, ...] = ()

    @property
    def untested(self) -> bool:
        """True where no published test and no focus works on it or on any driver beneath it."""
        return not (self.tests or self.foci) and all(one.untested for one in self.drivers)

    def walk(self) -> Iterator["PublishedDriver"]:
        """This driver, then those beneath it, each before its own."""
        yield self
        for one in self.drivers:
            yield from one.walk()


@dataclass(frozen=True, slots=True)
class PublishedDistrict:
    """A district, its teams and what they work on.

    `launched` is the number of teams that the hub or a source gives, None where it is not
    published or, with `said` False, not given; `storyboards` are the teams that this site shows.
    """

    id: str
    name: str
    launched: int | None
    said: bool
    foci: tuple[Focus, ...]
    note: str | None
    storyboards: tuple[PublishedStoryboard, ...]


@dataclass(frozen=True, slots=True)
class LearningEvent:
    """A series of meetings in which the network learns."""

    what: str
    kind: str | None
    sessions: int | None
    length: str | None
    when: str | None
    who: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class SchoolPoint:
    """A school and its two figures."""

    name: str
    district: str | None
    level: str | None
    across: Number | Absent
    up: Number | Absent
    participating: bool


@dataclass(frozen=True, slots=True)
class SchoolFigures:
    """Two figures of whole schools, as a source gives them; `across` and `up` are what they measure."""

    across: str
    up: str
    schools: tuple[SchoolPoint, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class DriverNetwork:
    """A network with its aim, drivers and districts; `slug` is None for the hub's own.

    `illustrative` where every cohort of it is invented; `cohorts` are (slug, title), newest first.
    """

    slug: str | None
    title: str
    illustrative: bool
    aim: str | None
    aim_by: str | None
    drivers: tuple[PublishedDriver, ...]
    districts: tuple[PublishedDistrict, ...]
    events: tuple[LearningEvent, ...]
    schools: SchoolFigures | None
    cohorts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def every_driver(self) -> tuple[PublishedDriver, ...]:
        """All drivers, each before those beneath it."""
        return tuple(one for driver in self.drivers for one in driver.walk())

    @property
    def parents(self) -> dict[str, PublishedDriver]:
        """The driver above each driver that has one, by the id of the lower one."""
        return {below.id: one for one in self.every_driver for below in one.drivers}

    def counted(self, storyboards: tuple[PublishedStoryboard, ...]) -> tuple[PublishedStoryboard, ...]:
        """Those that enter a count: no invented ones, unless the whole network is invented."""
        return tuple(one for one in storyboards if self.illustrative or not one.illustrative)
