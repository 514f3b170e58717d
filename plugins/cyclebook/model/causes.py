"""Why the problem is there: the Five Whys, and the fishbone."""

from cyclebook.model.block import Block
from cyclebook.model.fields import Text


class WhyStep(Block):
    """One answer of the Five Whys and what the team looked at."""

    why: Text
    """One answer to the question why."""
    evidence: Text | None = None
    """What the team looked at to be sure."""


class Cause(Block):
    """One cause on a bone of the fishbone, and what the team looked at."""

    cause: Text
    """The cause, in a few words."""
    evidence: Text | None = None
    """What the team looked at to be sure."""


class Bone(Block):
    """A family of causes: People, Timetable, Building."""

    name: Text
    """The name of the family."""
    causes: list[Cause]
    """The causes in it."""
