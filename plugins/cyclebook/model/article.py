"""A case study or report: an article that a hub writes about storyboards."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag

from cyclebook.model.article_text import Told, Words
from cyclebook.model.block import Block
from cyclebook.model.fields import Day, Flag, Slug, Text, choice
from cyclebook.model.problem import Problem
from cyclebook.model.source import SourceEntry


class FigureKind(StrEnum):
    """The figures that an exhibit can show."""

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


class FastFact(Block):
    """A line of the fast facts: a label and what a source says."""

    label: Text
    value: Told


class ExhibitBlock(Block):
    """`/// exhibit`: a figure on live data. Its body is a note under the figure."""

    id: Slug
    figure: Annotated[FigureKind, BeforeValidator(choice(FigureKind))]
    team: Text | None = None
    """The storyboard, as "cohort/team"."""
    cohort: Slug | None = None
    measure: Slug | None = None
    """A measure's id; for comparison, distribution and before-after, the place in the file's list: "1"."""
    source: Slug | None = None
    alt: Text | None = None
    headline: Told | None = None


class FastFactsBlock(Block):
    """`/// fast-facts`: facts in the margin."""

    title: Text | None = None
    facts: list[FastFact]
    source: Slug | None = None


class PullQuoteBlock(Block):
    """`/// pull-quote`: its body is the quotation, at most 25 words, or the article's own sentence."""

    by: Text | None = None
    """Who said it, for a quotation; at most two quotations stand in an article."""
    source: Slug | None = None


class SideBoxBlock(Block):
    """`/// side-box`: a story beside the story. Its body is Markdown."""

    title: Text


class SmartGoalBlock(Block):
    """`/// smart-goal`: the goal of a storyboard, boxed."""

    team: Text


def _written_as(given: Any) -> str:
    return "block" if isinstance(given, dict) else "words"


class Article(Block):
    """The front matter of a case study or a report."""

    title: Text
    eyebrow: Text = "Case study"
    standfirst: Told | None = None
    by: list[Text] = Field(default_factory=list)
    date: Day | None = None
    storyboards: list[Text] = Field(default_factory=list)
    """The storyboards whose results open the article, as "cohort/team"."""
    sources: list[
        Annotated[
            Annotated[Text, Tag("words")] | Annotated[SourceEntry, Tag("block")], Discriminator(_written_as)
        ]
    ] = Field(default_factory=list)
    because: Text | None = None
    """Why the text may say that one thing caused another. No page shows it."""
    licence: Text | None = None
    publish_after: Day | None = None
    illustrative: Flag = False


@dataclass(frozen=True, slots=True)
class ArticleBlock:
    """A `///` block of an article's body: its options and the words in it, which are Markdown."""

    options: ExhibitBlock | FastFactsBlock | PullQuoteBlock | SideBoxBlock | SmartGoalBlock
    words: Words
    line: int


@dataclass(frozen=True, slots=True)
class ArticleImage:
    """A picture on a line of its own; `file` is its path below the content folder."""

    file: PurePosixPath
    alt: str
    caption: str | None = None


class ArticleKind(StrEnum):
    """Where articles stand: the folder below the content folder, and the address on the site."""

    CASE_STUDY = "case-studies"
    REPORT = "reports"


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article that can be read: words (Markdown), blocks and pictures in order."""

    path: PurePosixPath
    kind: ArticleKind
    slug: str
    article: Article
    body: tuple[Words | ArticleBlock | ArticleImage, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All articles of a content folder: those that can be read, and every problem."""

    articles: tuple[ArticleFile, ...] = ()
    problems: tuple[Problem, ...] = ()
