"""Articles, published: they take their numbers from what is published already and cannot get at any other.

What is embargoed, withheld or broken is said in words; no number of it is here to slip out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from cyclebook.catalogue import N_, _
from cyclebook.disclosure.lists import ListFacts, publish_list
from cyclebook.disclosure.sources import publish_source
from cyclebook.disclosure.storyboards import embargoed
from cyclebook.model.article import (
    ArticleBlock,
    ArticleFile,
    ArticleImage,
    ExhibitBlock,
    FastFactsBlock,
    PullQuoteBlock,
    SideBoxBlock,
)
from cyclebook.model.article import ArticleKind as WrittenKind
from cyclebook.model.article_text import LiveNumber, LiveReference, Words
from cyclebook.model.lists import ListBlock, RunChartsBlock
from cyclebook.model.network import Library
from cyclebook.model.source import SourceEntry
from cyclebook.published import (
    Absent,
    ArticleKind,
    ArticlePart,
    ExhibitFacts,
    FastFacts,
    FigureKind,
    Form,
    Listed,
    Number,
    Picture,
    PublishedArticle,
    PublishedCohort,
    PublishedNetwork,
    PublishedStoryboard,
    PullQuote,
    Reference,
    SideBox,
    SmartGoal,
    Source,
    Text,
    Value,
)

NOT_PUBLISHED = N_("not published")

_EYEBROWS = {WrittenKind.CASE_STUDY: N_("Case study"), WrittenKind.REPORT: N_("Report")}


def publish_articles(
    files: tuple[ArticleFile, ...], library: Library, network: PublishedNetwork, as_of: date
) -> tuple[PublishedArticle, ...]:
    """The articles whose embargo is over, newest first; those without a date last, by title."""
    facts = _Facts.of(library, network)
    shown = [_publish(file, facts) for file in files if not embargoed(file.article, as_of)]
    return tuple(sorted(shown, key=_newest_first))


def _newest_first(article: PublishedArticle) -> tuple[int, str, str]:
    return (-article.day.toordinal() if article.day else 0, article.title.casefold(), article.slug)


@dataclass(frozen=True, slots=True)
class _Facts:
    """Published facts by the names that articles use."""

    lists: ListFacts
    storyboards: Mapping[str, PublishedStoryboard]
    cohorts: Mapping[str, PublishedCohort]
    sources: Mapping[str, Source]

    @classmethod
    def of(cls, library: Library, network: PublishedNetwork) -> "_Facts":
        cohorts = {cohort.slug: cohort for cohort in network.cohorts}
        written = [*(library.network.sources if library.network else [])]
        for folder in library.cohorts:
            written.extend(folder.cohort.sources if folder.slug in cohorts else [])
        return cls(
            ListFacts(network),
            {
                f"{one.cohort_slug}/{one.slug}": one
                for cohort in network.cohorts
                for one in cohort.storyboards
            },
            cohorts,
            {source.id: publish_source(source) for source in written},
        )


def _publish(file: ArticleFile, facts: _Facts) -> PublishedArticle:
    article = file.article
    own = {one.id: publish_source(one) for one in article.sources if isinstance(one, SourceEntry)}
    around = _Facts(facts.lists, facts.storyboards, facts.cohorts, {**facts.sources, **own})
    charts = accumulate(
        isinstance(item, ArticleBlock) and isinstance(item.options, RunChartsBlock) for item in file.body
    )
    body = tuple(_part(item, around, number) for item, number in zip(file.body, charts, strict=True))
    opening = tuple(facts.storyboards[team] for team in article.storyboards if team in facts.storyboards)
    return PublishedArticle(
        kind=ArticleKind(file.kind.value),
        slug=file.slug,
        title=article.title,
        eyebrow=article.eyebrow or _(_EYEBROWS[file.kind]),
        standfirst=_filled(article.standfirst, around) if article.standfirst else None,
        by=tuple(article.by),
        day=article.date,
        illustrative=article.illustrative or any(one.illustrative for one in _used(body, opening)),
        storyboards=opening,
        body=body,
        sources=_sources(file, body, around),
        licence=article.licence,
        because=article.because,
    )


def _used(
    body: tuple[ArticlePart, ...], opening: tuple[PublishedStoryboard, ...]
) -> Iterator[PublishedStoryboard | PublishedCohort]:
    """Everything whose numbers the article shows in its own boxes."""
    yield from opening
    for part in body:
        if isinstance(part, ExhibitFacts):
            yield from (one for one in (part.storyboard, part.cohort) if one)
        elif isinstance(part, SmartGoal) and part.storyboard:
            yield part.storyboard


def _sources(file: ArticleFile, body: tuple[ArticlePart, ...], facts: _Facts) -> tuple[Source, ...]:
    """The article's own list first, then what exhibits and boxes name beside it; each once."""
    listed = [
        publish_source(one) if isinstance(one, SourceEntry) else facts.sources.get(one) or Source(one)
        for one in file.article.sources
    ]
    named = [part.source for part in body if isinstance(part, ExhibitFacts | FastFacts | PullQuote)]
    return tuple(dict.fromkeys([*listed, *(source for source in named if source)]))


def _part(item: Words | ArticleBlock | ArticleImage, facts: _Facts, number: int) -> ArticlePart:
    if isinstance(item, ArticleImage):
        return Picture(item.file.as_posix(), item.alt, item.caption, item.credit)
    if isinstance(item, ArticleBlock):
        return _block(item, facts, number)
    return _text(item, facts)


def _block(item: ArticleBlock, facts: _Facts, number: int) -> ArticlePart:
    options, words = item.options, _text(item.words, facts)
    if isinstance(options, ListBlock):
        return Listed(publish_list(options, facts.lists, number), words)
    if isinstance(options, ExhibitBlock):
        return _exhibit(options, words, facts)
    if isinstance(options, FastFactsBlock):
        rows = tuple((fact.label, _filled(fact.value, facts)) for fact in options.facts)
        return FastFacts(options.title, rows, words, facts.sources.get(options.source or ""))
    if isinstance(options, PullQuoteBlock):
        return PullQuote(words, options.by, facts.sources.get(options.source or ""))
    if isinstance(options, SideBoxBlock):
        return SideBox(options.title, words)
    return SmartGoal(facts.storyboards.get(options.team), words)


def _exhibit(options: ExhibitBlock, note: Text, facts: _Facts) -> ExhibitFacts:
    storyboard = facts.storyboards.get(options.team or "")
    cohort = facts.cohorts.get(options.cohort or "")
    absent = None
    if storyboard is None and cohort is None:
        absent = _("What this exhibit shows is not published yet.")
    elif storyboard and storyboard.withheld:
        absent = _("The numbers of this exhibit are {withheld}.", withheld=_colon_free(storyboard.withheld))
    return ExhibitFacts(
        id=options.id,
        figure=FigureKind(options.figure.value),
        storyboard=storyboard,
        cohort=cohort,
        measure=options.measure,
        note=note,
        source=facts.sources.get(options.source or ""),
        headline=_filled(options.headline, facts) if options.headline else None,
        alt=options.alt,
        absent=absent,
    )


def _colon_free(refused: Absent) -> str:
    """ "withheld, fewer than 10 students": inside a sentence."""
    return refused.text.replace(": ", ", ")


def _text(words: Words, facts: _Facts) -> Text:
    """Running text with its numbers; neighbouring words become one piece."""
    parts: list[str | Reference] = []
    for part in words:
        if not isinstance(part, str | LiveReference):
            parts.append(Reference(part.id, part.words))
            continue
        said = part if isinstance(part, str) else _number(part, facts)
        if parts and isinstance(parts[-1], str):
            parts[-1] += said
        else:
            parts.append(said)
    return tuple(parts)


def _filled(words: Words, facts: _Facts) -> str:
    """A line of front matter or of a block's options; references to exhibits keep their words only."""
    return "".join(part if isinstance(part, str) else part.words for part in _text(words, facts))


def _number(reference: LiveReference, facts: _Facts) -> str:
    """A number without a unit: "23 of 23", "17", "87.1". What is not published is said in words."""
    one = facts.storyboards.get(reference.team)
    if one is None:
        return _(NOT_PUBLISHED)
    goal = one.goal
    if reference.number is LiveNumber.GOAL:
        return _bare(goal.target, short=True)
    return _bare(goal.result if reference.number is LiveNumber.RESULT else goal.baseline, short=False)


def _bare(value: Value, *, short: bool) -> str:
    if isinstance(value, Number) and value.form is Form.PERCENT:
        return value.short.removesuffix("%")
    return value.short if short and isinstance(value, Number) else value.text
