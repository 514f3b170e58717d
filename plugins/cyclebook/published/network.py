"""The hub and all it publishes, as a reader may see it."""

from dataclasses import dataclass, field
from datetime import date

from cyclebook.catalogue import Terms
from cyclebook.published.cohort import PublishedCohort, ReportedFact
from cyclebook.published.drivers import DriverNetwork
from cyclebook.published.ideas import PublishedIdea, UntestedIdea
from cyclebook.published.policies import PolicyApart
from cyclebook.published.sources import Source


@dataclass(frozen=True, slots=True)
class PublishedPriority:
    """A focus that teams work on; `target` is the district's own, in words."""

    id: str
    name: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Policy:
    """The privacy policy that every number on the site went through."""

    name: str
    smallest_group: int
    approved_by: str | None
    approved_because: str | None


@dataclass(frozen=True, slots=True)
class PublishedNetwork:
    """Title, aim, priorities and cohorts (newest first), as of `as_of`.

    `networks` are the hub's own, first, and those that cohorts describe: drivers, districts, events.
    The site speaks in `terms`.
    `policies` are those of single measures, in all cohorts.
    """

    title: str
    aim: str | None
    aim_by: str | None
    about: str | None
    priorities: tuple[PublishedPriority, ...]
    policy: Policy
    reported: tuple[ReportedFact, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]
    cohorts: tuple[PublishedCohort, ...]
    as_of: date
    ideas: tuple[PublishedIdea, ...] = ()
    untested: tuple[UntestedIdea, ...] = ()
    networks: tuple[DriverNetwork, ...] = ()
    terms: Terms = field(default_factory=Terms)
    policies: tuple[PolicyApart, ...] = ()
