"""Groups beside each other, as an author wrote them: comparison groups, and how groups spread over bands."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from cyclebook.model.amounts import MaybeQuantity, Quantity
from cyclebook.model.block import Block
from cyclebook.model.fields import PartOfOne, Persons, Slug, Text, choice


class Formed(StrEnum):
    """How the groups of a comparison came to be."""

    SAME_WAY = "same way"
    DIFFERENTLY = "differently"
    AT_RANDOM = "at random"


class ComparedGroup(Block):
    """A group beside the target group: who, how many, what was seen, and how the group was formed."""

    name: Text
    """The name of the group."""
    of: Persons | None = None
    """How many people the group has."""
    result: Quantity | None = None
    """What was seen in the group."""
    formed: Text | None = None
    """How the group was formed, in words."""
    schools: Persons | None = None
    """From how many schools its people come. Used with `icc`."""


class Comparison(Block):
    """One thing measured in several groups."""

    what: Text
    """What is compared."""
    groups: list[ComparedGroup]
    """The groups; the first is the one that the comparison is about."""
    formed: Annotated[Formed, BeforeValidator(choice(Formed))] | None = None
    """Whether the groups were formed in the same way, differently, or at random. Left out, the page warns
    that they may have differed from the start."""
    icc: PartOfOne | None = None
    """How alike people of one school are, from 0 to 1 (intraclass correlation). It widens the interval. Needs
    `schools` in each group: without it no difference is given."""
    source: Slug | None = None
    """The source, by its id."""
    note: Text | None = None
    """What a reader should know of it."""


class DistributionGroup(Block):
    """A group's shares, one for each band in order; "not published" where a source gives none."""

    name: Text
    """The name of the group."""
    of: Persons | None = None
    """How many people the group has."""
    shares: list[MaybeQuantity]
    """The share of each band, in the order of the bands."""


class Distribution(Block):
    """How groups spread over bands in order: chronic, basic, proficient; or 0, 1, 2, more absences."""

    what: Text
    """What is spread over the bands."""
    bands: list[Text]
    """The names of the bands, in order."""
    groups: list[DistributionGroup]
    """The groups."""
    source: Slug | None = None
    """The source, by its id."""
    note: Text | None = None
    """What a reader should know of it."""
