"""Blocks that list what a network has: they stand in any page of the hub, articles included."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import BeforeValidator

from cyclebook.model.block import Block
from cyclebook.model.fields import Persons, Slug, choice
from cyclebook.model.problem import Problem


class ListedStatus(StrEnum):
    """How a goal may stand in a list. A withheld one stands in none."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_YET = "not-yet"
    NOT_REPORTED = "not-reported"
    REPORTED_MET = "reported-met"
    REPORTED_NOT_MET = "reported-not-met"
    WITHDRAWN = "withdrawn"


class StoryboardsBlock(Block):
    """A list of storyboards, each with its result. It may stand in any page of the hub."""

    cohort: Slug | None = None
    """Only storyboards of this cohort, by the name of its folder."""
    driver: Slug | None = None
    """Only storyboards that work on this driver, by its id."""
    status: Annotated[ListedStatus, BeforeValidator(choice(ListedStatus))] | None = None
    """Only storyboards whose goal stands so. Storyboards that are withheld stand in no list."""
    limit: Persons | None = None
    """At most so many. The list says how many there are in all."""


class ListedDecision(StrEnum):
    """How a test may have ended in a list of ideas."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    ABANDON = "abandon"
    OPEN = "open"


class IdeasBlock(Block):
    """A list of change ideas, each with its tests. It may stand in any page of the hub."""

    driver: Slug | None = None
    """Only ideas that work on this driver, by its id."""
    decision: Annotated[ListedDecision, BeforeValidator(choice(ListedDecision))] | None = None
    """Only ideas of which at least one test ended so; open where a test is not decided yet."""
    limit: Persons | None = None
    """At most so many. The list says how many there are in all."""


class CohortSummaryBlock(Block):
    """The result of a cohort in one sentence and by status. It may stand in any page of the hub."""

    cohort: Slug
    """The cohort, by the name of its folder."""


class RunChartsBlock(Block):
    """Small run charts of a cohort on one scale. They may stand in any page of the hub."""

    cohort: Slug
    """The cohort, by the name of its folder."""
    limit: Persons | None = None
    """At most so many, from the top of the cohort’s table."""


ListBlock = StoryboardsBlock | IdeasBlock | CohortSummaryBlock | RunChartsBlock


@dataclass(frozen=True, slots=True)
class HubList:
    """A list block of a plain page of the hub: its name, its options as written, and what they say.

    `options` is None where they cannot be used.
    """

    name: str
    written: str
    options: ListBlock | None


@dataclass(frozen=True, slots=True)
class HubPageFile:
    """A plain page of the hub with its list blocks, in order."""

    path: PurePosixPath
    lists: tuple[HubList, ...]


@dataclass(frozen=True, slots=True)
class HubPages:
    """The plain pages that hold blocks, and every problem in them.

    `left_out` are files and folders that no site may take in: links, and pages that are no text.
    """

    pages: tuple[HubPageFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: tuple[PurePosixPath, ...] = ()
