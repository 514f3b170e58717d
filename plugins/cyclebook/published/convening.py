"""A convening, as a reader may see it: its stations, and which of them work on the same thing."""

from dataclasses import dataclass
from datetime import date, time
from enum import IntEnum

from cyclebook.catalogue import _
from cyclebook.published.lists import Listing
from cyclebook.published.sources import Source
from cyclebook.published.storyboard import PublishedStoryboard


class SharedKind(IntEnum):
    """What two stations have in common, the strongest reason first."""

    IDEA = 1
    DRIVER = 2
    THEME = 3
    MEASURE = 4
    LEVEL = 5

    @property
    def words(self) -> str:
        """What stands before the shared thing: "the same change idea: Breakfast in class"."""
        return {
            SharedKind.IDEA: _("the same change idea"),
            SharedKind.DRIVER: _("the same driver"),
            SharedKind.THEME: _("the same theme"),
            SharedKind.MEASURE: _("the same measure"),
            SharedKind.LEVEL: _("the same level"),
        }[self]


@dataclass(frozen=True, slots=True, order=True)
class Shared:
    """One thing that two stations have in common, in words."""

    kind: SharedKind
    what: str

    @property
    def words(self) -> str:
        return _("{same}: {what}", same=self.kind.words, what=self.what)


@dataclass(frozen=True, slots=True)
class Station:
    """A table at the convening. `number` counts from 1 along the wall.

    `storyboard` is None for a station whose storyboard is not on this site; then its own
    words tell about it. `offers` and `asks` are Markdown, not yet rendered.
    """

    number: int
    title: str
    theme: str
    storyboard: PublishedStoryboard | None = None
    about: str | None = None
    who: str | None = None
    district: str | None = None
    level: str | None = None
    aim: str | None = None
    result: str | None = None
    question: str | None = None
    offers: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    source: Source | None = None
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """Stations of one theme that stand together, by number."""

    theme: str
    stations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stations that work on the same thing, the lower number first; the strongest reason first."""

    first: int
    second: int
    reasons: tuple[Shared, ...]

    def other(self, number: int) -> int:
        """The number of the other station."""
        return self.second if number == self.first else self.first


@dataclass(frozen=True, slots=True)
class Route:
    """A walk for visitors who care about a theme: stations by number, related ones first."""

    theme: str
    stations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AgendaSlot:
    """A line of the agenda, in the time of the place."""

    start: time
    end: time | None
    what: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Heard:
    """What somebody said on the way out, with `by`, or what several said, in the hub's words."""

    words: str
    by: str | None


@dataclass(frozen=True, slots=True)
class MeetingSection:
    """A part of the hub's own words about a meeting, in order: Markdown, not yet rendered, and lists."""

    heading: str
    parts: tuple[str | Listing, ...]


@dataclass(frozen=True, slots=True)
class PublishedConvening:
    """A convening whose embargo is over.

    `wall` are the stations' clusters in the order of the wall; `stations` stand in the order
    of their numbers. `walk` is (minutes of a walk, minutes for a station), or None without routes.
    `story` and `after` are the hub's own words and lists.
    """

    slug: str
    title: str
    eyebrow: str
    standfirst: str | None
    day: date | None
    when: str | None
    start: time | None
    end: time | None
    time_zone: str | None
    place: str | None
    who: str | None
    bring: str | None
    purpose: str | None
    agenda: tuple[AgendaSlot, ...]
    stations: tuple[Station, ...]
    wall: tuple[Cluster, ...]
    pairs: tuple[Pair, ...]
    routes: tuple[Route, ...]
    walk: tuple[int, int] | None
    cards: bool
    heard: tuple[Heard, ...]
    after: tuple[str | Listing, ...]
    story: tuple[MeetingSection, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]
    illustrative: bool

    def shows(self, storyboard: PublishedStoryboard) -> bool:
        """True where this storyboard has a station."""
        return any(
            (one.storyboard.cohort_slug, one.storyboard.slug) == (storyboard.cohort_slug, storyboard.slug)
            for one in self.stations
            if one.storyboard
        )

    def pairs_of(self, number: int) -> tuple[Pair, ...]:
        """The pairs of a station, the strongest first."""
        own = [one for one in self.pairs if number in (one.first, one.second)]
        return tuple(sorted(own, key=lambda one: (one.reasons[0].kind, -len(one.reasons), one.other(number))))
