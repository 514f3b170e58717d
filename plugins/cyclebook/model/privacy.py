"""How numbers about people are published, as a hub decides it."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from cyclebook.model.block import Block
from cyclebook.model.fields import Flag, Text, choice

SMALLEST_GROUP = 10
"""Of a group of fewer students or family members nothing is shown."""


class PolicyName(StrEnum):
    """The privacy policies that this version can publish under."""

    BANDED = "banded"
    STRICT = "strict"
    OPEN = "open"


class Approval(Block):
    """Who allowed exact counts, as a role, and why."""

    by: Text
    """Who answers for it, as a role."""
    because: Text
    """The reason."""
    earlier: Flag = False
    """True where what earlier releases withheld of these numbers may now be known too."""


class Privacy(Block):
    """The policy for a network, or for one cohort of it."""

    policy: Annotated[PolicyName, BeforeValidator(choice(PolicyName))] = PolicyName.BANDED
    """How exactly shares of a group are told: as bands, as bands without small counts and group sizes
    (strict), or as exact counts (open)."""
    approved: Approval | None = None
    """For the policy open: who answers for exact counts."""
    because: Text | None = None
    """For a cohort whose policy is not the network's: the reason."""
