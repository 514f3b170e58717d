"""A case study or report: an article that a hub writes about storyboards."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag

from cyclebook.model.article_text import Told, Words
from cyclebook.model.block import Block
from cyclebook.model.days_and_weeks import Day
from cyclebook.model.fields import Flag, Slug, Text, choice
from cyclebook.model.lists import ListBlock
from cyclebook.model.photo import ArticlePhoto
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
    """What the fact is about, in a few words."""
    value: Told
    """What there is to know. A number of a storyboard is written as a live number."""


class ExhibitBlock(Block):
    """A figure on live data. Words below its options are a note under the figure."""

    id: Slug
    """A short name. The text refers to the exhibit by it: [](#weekly) prints “Exhibit 1” and links there."""
    figure: Annotated[FigureKind, BeforeValidator(choice(FigureKind))]
    """What is drawn."""
    team: Text | None = None
    """The storyboard: its cohort, a slash, its file name."""
    cohort: Slug | None = None
    """The cohort, by the name of its folder. A dumbbell takes a cohort or one team."""
    measure: Slug | None = None
    """A measure by its id. For comparison, distribution and before-after, the place in the file’s list: 1."""
    source: Slug | None = None
    """The source under the figure, by its id."""
    alt: Text | None = None
    """What the figure shows, for those who cannot see it. Left out, the program says it."""
    headline: Told | None = None
    """The message of the figure. Left out, the program writes one from the numbers."""


class FastFactsBlock(Block):
    """Facts in the margin. Words below its options are a note under the facts."""

    title: Text | None = None
    """The heading of the facts."""
    facts: list[FastFact]
    """The facts, each with a label."""
    source: Slug | None = None
    """Where the facts come from: a source by its id."""


class PullQuoteBlock(Block):
    """A sentence in large letters: the article’s own, or a quotation of 25 words or fewer."""

    by: Text | None = None
    """Who said it, for a quotation. An article quotes others at most twice."""
    source: Slug | None = None
    """Where the quotation stands: a source by its id."""


class SideBoxBlock(Block):
    """A short text beside the article. It stands in Markdown below the options."""

    title: Text
    """The heading of the box."""


class SmartGoalBlock(Block):
    """The goal of a storyboard, boxed. Words below its options are a note under the goal."""

    team: Text
    """The storyboard: its cohort, a slash, its file name."""


BlockOptions = ExhibitBlock | FastFactsBlock | PullQuoteBlock | SideBoxBlock | SmartGoalBlock | ListBlock
"""The options of every kind of block that an article may hold."""


def _written_as(given: Any) -> str:
    return "block" if isinstance(given, dict) else "words"


class Article(Block):
    """The front matter of a case study or a report."""

    title: Text
    """The title of the article."""
    eyebrow: Text | None = None
    """The small line above the title. Left out, it says Case study or Report."""
    standfirst: Told | None = None
    """One or two sentences below the title, for those who read no further."""
    by: list[Text] = Field(default_factory=list)
    """Who wrote the article."""
    date: Day | None = None
    """The day of the article. Lists put the newest first."""
    storyboards: list[Text] = Field(default_factory=list)
    """The storyboards whose results open the article, each as its cohort, a slash, its file name."""
    sources: list[
        Annotated[
            Annotated[Text, Tag("words")] | Annotated[SourceEntry, Tag("block")], Discriminator(_written_as)
        ]
    ] = Field(default_factory=list)
    """Ids of the network’s or a cohort’s sources, references in words, or sources of the article’s own."""
    photos: list[ArticlePhoto] = Field(default_factory=list)
    """Whether people can be seen in each picture of the text, and that they agreed."""
    because: Text | None = None
    """Why the text may say that one thing caused another. The page prints it among its notes."""
    licence: Text | None = None
    """Under which licence others may use the article."""
    publish_after: Day | None = None
    """The page stays off the site through this day."""
    illustrative: Flag = False
    """True for invented data: shown with a badge."""


@dataclass(frozen=True, slots=True)
class ArticleBlock:
    """A `///` block of an article's body: its options and the words in it, which are Markdown."""

    options: BlockOptions
    words: Words
    line: int


@dataclass(frozen=True, slots=True)
class ArticleImage:
    """A picture on a line of its own; `file` is its path below the content folder.

    `credit` says whose picture it is: "Photo: Ann Bell".
    """

    file: PurePosixPath
    alt: str
    caption: str | None = None
    credit: str | None = None


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
