"""A convening: a meeting where teams show storyboards to each other, as the hub wrote it."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from cyclebook.model.block import Block
from cyclebook.model.clock_times import ClockTime, TimeZone
from cyclebook.model.days_and_weeks import Day
from cyclebook.model.fields import Flag, Persons, Slug, Text
from cyclebook.model.lists import ListBlock
from cyclebook.model.problem import Problem
from cyclebook.model.source import SourceEntry


class AgendaItem(Block):
    """A line of the agenda."""

    time: ClockTime
    """When it begins, in the time of the place."""
    what: Text
    """What happens then, in a few words."""
    note: Text | None = None
    """A line under it."""
    minutes: Persons | None = None
    """How long it takes. Left out, it ends when the next item begins."""


class Walk(Block):
    """How long visitors walk from station to station. With it, the page has a route for each theme."""

    minutes: Persons
    """How many minutes visitors have for a walk."""
    station: Persons = 10
    """How many minutes a station takes, with the way there."""


class StationEntry(Block):
    """A station whose storyboard is not on this site."""

    title: Text
    """What the station shows, in a few words."""
    about: Text | None = None
    """One or two sentences about its work."""
    who: Text | None = None
    """Who shows it: a school or a team."""
    district: Text | None = None
    """The district of the team."""
    level: Text | None = None
    """The school level: elementary, middle, high, district."""
    theme: Text | None = None
    """What the work is about, in words. Stations of one theme stand together."""
    driver: Slug | None = None
    """The driver that it works on, by its id in network.md. The id of a driver in a cohort.md does too,
    where no other network has one of that id."""
    measure: Text | None = None
    """What the team counts, in words."""
    idea: Text | None = None
    """The change idea that the team tests, in words."""
    aim: Text | None = None
    """What the team wants to reach, in one sentence."""
    result: Text | None = None
    """What came out so far, in one sentence."""
    question: Text | None = None
    """What visitors can ask the team. It stands on the table card."""
    offer: Text | None = None
    """Something the team can give to others."""
    ask: Text | None = None
    """Something the team would like to know from others."""
    source: Slug | None = None
    """Where these facts stand: a source by its id."""
    illustrative: Flag = False
    """True for an invented station: shown with a badge."""


def _written_as(given: Any) -> str:
    return "block" if isinstance(given, dict) else "words"


class Convening(Block):
    """The front matter of a convening."""

    title: Text
    """The title of the page."""
    eyebrow: Text | None = None
    """The small line above the title. Left out, it says Convening."""
    standfirst: Text | None = None
    """One or two sentences below the title."""
    date: Day | None = None
    """The day of the meeting. With it, the agenda can be added to a calendar."""
    when: Text | None = None
    """When it was, in words, where the day is not known: February 2018; the day was not published."""
    start: ClockTime | None = None
    """When it begins. Left out, with the first line of the agenda."""
    end: ClockTime | None = None
    """When it ends."""
    time_zone: TimeZone | None = None
    """The time zone of the place, by its name: America/Los_Angeles."""
    place: Text | None = None
    """Where it is."""
    who: Text | None = None
    """Who comes."""
    bring: Text | None = None
    """What each team brings."""
    purpose: Text | None = None
    """Why you meet, in one or two sentences."""
    agenda: list[AgendaItem] = Field(default_factory=list)
    """What happens when, in order."""
    cohorts: list[Slug] = Field(default_factory=list)
    """Cohorts whose storyboards are all shown, each as a station."""
    storyboards: list[Text] = Field(default_factory=list)
    """Single storyboards that are shown, each as its cohort, a slash, its file name."""
    stations: list[StationEntry] = Field(default_factory=list)
    """Stations whose storyboards are not on this site."""
    walk: Walk | None = None
    """How long visitors have to walk around. Left out, the page has no routes."""
    cards: Flag = True
    """False where no table cards and slips are to be printed."""
    notes: list[Text] = Field(default_factory=list)
    """What a reader should know of this page."""
    sources: list[
        Annotated[
            Annotated[Text, Tag("words")] | Annotated[SourceEntry, Tag("block")], Discriminator(_written_as)
        ]
    ] = Field(default_factory=list)
    """Ids of the network’s or a cohort’s sources, references in words, or sources of the page’s own."""
    because: Text | None = None
    """Why the text may say that one thing caused another. No page shows it."""
    publish_after: Day | None = None
    """The page stays off the site through this day."""
    illustrative: Flag = False
    """True for an invented meeting: shown with a badge."""


CONVENINGS = "convenings"
"""Where convenings stand: the folder below the content folder, and the address on the site."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A line of "What we heard": somebody's own words and who said them, or what several said (`by` None)."""

    words: str
    by: str | None
    line: int


@dataclass(frozen=True, slots=True)
class ConveningSection:
    """A heading of the body, and what stands under it in order: Markdown and lists."""

    heading: str
    parts: tuple[str | ListBlock, ...]


@dataclass(frozen=True, slots=True)
class ConveningFile:
    """A convening that can be read: its sections in order, and what was heard on the way out.

    `after` stands under what was heard: Markdown and lists.
    """

    path: PurePosixPath
    slug: str
    convening: Convening
    body: tuple[ConveningSection, ...] = ()
    heard: tuple[Slip, ...] = ()
    after: tuple[str | ListBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class Convenings:
    """All convenings of a content folder: those that can be read, and every problem."""

    files: tuple[ConveningFile, ...] = ()
    problems: tuple[Problem, ...] = ()
