"""The network: the hub and everything it publishes, as the hub wrote it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import Field

from cyclebook.model.block import Block
from cyclebook.model.cohort import CohortFolder
from cyclebook.model.drivers import Aim, District, Driver, LearningEvent
from cyclebook.model.fields import Slug, Text
from cyclebook.model.people import AllowedWords, Person
from cyclebook.model.privacy import Privacy
from cyclebook.model.problem import Problem
from cyclebook.model.schools import SchoolFigures
from cyclebook.model.source import ReportedFigure, SourceEntry
from cyclebook.model.terms import HubTerms


class Priority(Block):
    """A focus that teams work on, with the district's own target in words."""

    id: Slug
    """A short name. Storyboards refer to it."""
    name: Text
    """The name of the priority."""
    target: Text | None = None
    """The district’s own target, in words."""


class Idea(Block):
    """A change idea that several teams try, so that all their tests stand on one page."""

    id: Slug
    """A short name. Tests refer to it with the key idea."""
    title: Text
    """The idea in a few words: the title of its page."""
    about: Text | None = None
    """What a team does that tries it, in a sentence or two."""
    driver: Slug | None = None
    """The driver that the idea works on, by its id in network.md. The id of a driver in a cohort.md does
    too, where no other network has one of that id."""


class Network(Block):
    """The front matter of `network.md`."""

    title: Text
    """The title of the site’s home page."""
    about: Text | None = None
    """One or two sentences under the title of the home page."""
    aim: Aim | None = None
    """What the network is for."""
    districts: list[District] = Field(default_factory=list)
    """The districts of the network."""
    priorities: list[Priority] = Field(default_factory=list)
    """What teams work on."""
    drivers: list[Driver] = Field(default_factory=list)
    """The causes that the network works on, as a tree."""
    ideas: list[Idea] = Field(default_factory=list)
    """Change ideas under one name each. Others have the title that a test gives them."""
    events: list[LearningEvent] = Field(default_factory=list)
    """The meetings in which the network learns, for its calendar."""
    schools: Text | None = None
    """A CSV file beside this one: school, district, level, two columns of figures, participating."""
    schools_source: Slug | None = None
    """The source of the figures of schools, by its id."""
    terms: HubTerms = Field(default_factory=HubTerms)
    """The hub’s own words for ours: breakthrough team for team."""
    privacy: Privacy = Field(default_factory=Privacy)
    """How exactly numbers about people may be told. Left out, shares show as bands."""
    reported: list[ReportedFigure] = Field(default_factory=list)
    """Figures that a source states of the network."""
    sources: list[SourceEntry] = Field(default_factory=list)
    """Published sources that every file may refer to."""
    notes: list[Text] = Field(default_factory=list)
    """What a reader should know of the numbers on this site."""
    people: list[Person] = Field(default_factory=list)
    """Adults who agreed to be named. Nobody else is, on any page; a student never."""
    allow: list[AllowedWords] = Field(default_factory=list)
    """Words that look like personal data and may stand: an address for the public, the name of a school."""


@dataclass(frozen=True, slots=True)
class Library:
    """All that was read below one `teams` folder. `network` is None where it cannot be read."""

    root: PurePosixPath
    network: Network | None
    cohorts: tuple[CohortFolder, ...]
    problems: tuple[Problem, ...]
    schools: SchoolFigures | None = None
