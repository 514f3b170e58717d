"""Privacy policies that hold for a part of the site only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PolicyApart:
    """A policy that is not the usual one: for a `measure`, or (None) for all of a storyboard."""

    policy: str
    measure: str | None
    because: str | None = None
    approved_by: str | None = None
