"""What a network works on and how it is built: its aim, drivers, districts and meetings.

A hub writes these in `network.md`; a cohort of another network in its `cohort.md`.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from cyclebook.model.block import Block
from cyclebook.model.fields import Persons, Slug, TeamsOrNone, Text, choice


class Strength(StrEnum):
    """How much a driver is thought to matter for what stands above it."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"


class Aim(Block):
    """What the network is for, and by when."""

    statement: Text
    """The aim in one sentence."""
    by: Text | None = None
    """When the network wants to be there."""
    measures: list[Text] = Field(default_factory=list)
    """How it will know, in words."""


class Driver(Block):
    """A cause the network works on, and the causes beneath it."""

    id: Slug
    """A short name. Storyboards, tests and foci refer to it."""
    name: Text
    """The cause, in words."""
    strength: Annotated[Strength, BeforeValidator(choice(Strength))] | None = None
    """How much it is thought to matter: strong, moderate, weak."""
    drivers: list["Driver"] = Field(default_factory=list)
    """The causes beneath it."""


class Focus(Block):
    """Something that a district works on or tests."""

    what: Text
    """The focus, in words."""
    driver: Slug | None = None
    """The driver that it works on, by its id."""


class District(Block):
    """A district of the network."""

    id: Slug
    """A short name. Storyboards refer to it."""
    name: Text
    """The name of the district."""
    teams: TeamsOrNone = None
    """How many teams it has, none, or not published. Left out, the page counts the storyboards it shows."""
    foci: list[Focus] = Field(default_factory=list)
    """What its teams work on, where no storyboards tell of it."""
    note: Text | None = None
    """What a reader should know of this district."""


class LearningEvent(Block):
    """A series of meetings in which the network learns: convenings, workshops, calls."""

    what: Text
    """The name of the series."""
    kind: Text | None = None
    """How people meet: in person, online."""
    sessions: Persons | None = None
    """How many sessions it has."""
    length: Text | None = None
    """How long a session is."""
    when: Text | None = None
    """When it takes place, in words."""
    who: Text | None = None
    """Who takes part, as roles."""
    note: Text | None = None
    """What it is for."""
