"""A case study or report, as a reader may see it: words with their numbers filled in, blocks, exhibits."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cyclebook.published.cohort import PublishedCohort
from cyclebook.published.lists import Listing
from cyclebook.published.picture import Picture
from cyclebook.published.sources import Source
from cyclebook.published.storyboard import PublishedStoryboard


class ArticleKind(StrEnum):
    """What an article is; the value is the folder of its address."""

    CASE_STUDY = "case-studies"
    REPORT = "reports"


class FigureKind(StrEnum):
    """The figure of an exhibit."""

    RUN_CHART = "run-chart"
    DOTS = "dots"
    BEFORE_AFTER = "before-after"
    DUMBBELL = "dumbbell"
    MEASURES = "measures"
    PACE = "pace"
    FISHBONE = "fishbone"
    TIMELINE = "timeline"
    MULTIPLES = "multiples"
    COMPARISON = "comparison"
    DISTRIBUTION = "distribution"


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to an exhibit of the same article; without words it prints the exhibit's number."""

    id: str
    words: str


Text = tuple[str | Reference, ...]
"""Markdown, not yet rendered, with references to exhibits."""


@dataclass(frozen=True, slots=True)
class ExhibitFacts:
    """What an exhibit shows. `absent` says in words why it shows nothing."""

    id: str
    figure: FigureKind
    storyboard: PublishedStoryboard | None
    cohort: PublishedCohort | None
    measure: str | None
    note: Text
    source: Source | None
    headline: str | None
    alt: str | None
    absent: str | None = None


@dataclass(frozen=True, slots=True)
class FastFacts:
    """Facts in the margin: (label, value)."""

    title: str | None
    rows: tuple[tuple[str, str], ...]
    note: Text
    source: Source | None


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A sentence set large; with `by` it is a quotation."""

    text: Text
    by: str | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class SideBox:
    """A story beside the story."""

    title: str
    text: Text


@dataclass(frozen=True, slots=True)
class SmartGoal:
    """The goal of a storyboard; None where it is not published."""

    storyboard: PublishedStoryboard | None
    note: Text


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of what the network has, and the words under it."""

    listing: Listing
    note: Text


ArticlePart = Text | ExhibitFacts | FastFacts | PullQuote | SideBox | SmartGoal | Picture | Listed


@dataclass(frozen=True, slots=True)
class PublishedArticle:
    """An article whose embargo is over. `storyboards` are those whose results open it.

    `because` says why the text speaks of cause and effect.
    """

    kind: ArticleKind
    slug: str
    title: str
    eyebrow: str
    standfirst: str | None
    by: tuple[str, ...]
    day: date | None
    illustrative: bool
    storyboards: tuple[PublishedStoryboard, ...]
    body: tuple[ArticlePart, ...]
    sources: tuple[Source, ...]
    licence: str | None
    because: str | None = None
