"""Causes of one effect, grouped, as a team drew them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cause:
    """A possible cause; `evidence` is what the team looked at, None where it found none."""

    text: str
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Bone:
    """A group of causes, such as "Timetable" or "People"."""

    name: str
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Fishbone:
    """An effect and the groups of causes that a team thought of, in its own order."""

    effect: str
    bones: tuple[Bone, ...]
