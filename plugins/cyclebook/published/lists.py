"""What a list block of a page shows."""

from dataclasses import dataclass

from cyclebook.published.cohort import PublishedCohort
from cyclebook.published.ideas import PublishedIdea
from cyclebook.published.storyboard import PublishedStoryboard


@dataclass(frozen=True, slots=True)
class StoryboardList:
    """The first storyboards of a choice of `total`, none of them withheld; `about` words the choice."""

    about: str
    storyboards: tuple[PublishedStoryboard, ...]
    total: int
    cohort: PublishedCohort | None


@dataclass(frozen=True, slots=True)
class CohortSummary:
    """A cohort in short; None where it is not published yet."""

    cohort: PublishedCohort | None


@dataclass(frozen=True, slots=True)
class RunChartList:
    """Small run charts of a cohort, None where it is not published; `id` is their own on the page."""

    id: str
    cohort: PublishedCohort | None
    storyboards: tuple[PublishedStoryboard, ...]


@dataclass(frozen=True, slots=True)
class IdeaList:
    """The first change ideas of a choice of `total`; `about` words the choice."""

    about: str
    ideas: tuple[PublishedIdea, ...]
    total: int


Listing = StoryboardList | IdeaList | CohortSummary | RunChartList


@dataclass(frozen=True, slots=True)
class HubListing:
    """A block of a plain page by its name and options as written; it shows nothing where these are wrong."""

    name: str
    written: str
    listing: Listing | None
