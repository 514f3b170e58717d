"""The network: the hub and everything it publishes, as the hub wrote it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import Field

from cyclebook.model.block import Block
from cyclebook.model.cohort import CohortFolder
from cyclebook.model.fields import Slug, Text
from cyclebook.model.privacy import Privacy
from cyclebook.model.problem import Problem
from cyclebook.model.source import ReportedFigure, SourceEntry


class Aim(Block):
    """What the network is for, and by when."""

    statement: Text
    by: Text | None = None
    measures: list[Text] = Field(default_factory=list)


class District(Block):
    """A district of the network."""

    id: Slug
    name: Text


class Priority(Block):
    """A focus that teams work on, with the district's own target in words."""

    id: Slug
    name: Text
    target: Text | None = None


class Driver(Block):
    """A cause the network works on, and the causes beneath it."""

    id: Slug
    name: Text
    strength: Text | None = None
    drivers: list["Driver"] = Field(default_factory=list)


class Network(Block):
    """The front matter of `network.md`."""

    title: Text
    about: Text | None = None
    """One or two sentences under the title of the home page."""
    aim: Aim | None = None
    districts: list[District] = Field(default_factory=list)
    priorities: list[Priority] = Field(default_factory=list)
    drivers: list[Driver] = Field(default_factory=list)
    privacy: Privacy = Field(default_factory=Privacy)
    reported: list[ReportedFigure] = Field(default_factory=list)
    sources: list[SourceEntry] = Field(default_factory=list)
    notes: list[Text] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Library:
    """All that was read below one `teams` folder. `network` is None where it cannot be read."""

    root: PurePosixPath
    network: Network | None
    cohorts: tuple[CohortFolder, ...]
    problems: tuple[Problem, ...]
