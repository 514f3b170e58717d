"""Causal words in case studies and reports; attributed quotations are not the article's own words."""

from collections.abc import Iterator, Sequence

from cyclebook.model.article import Article, ExhibitBlock, PullQuoteBlock, SideBoxBlock
from cyclebook.model.article_text import Words
from cyclebook.model.problem import Place, Problem
from cyclebook.reading.article_body import Item, Passage, WrittenBlock
from cyclebook.reading.article_checks import ReadBlock
from cyclebook.reading.claims.causal_words import TELL, causal_words
from cyclebook.reading.claims.prose import Prose, value_prose
from cyclebook.reading.places import Path, Places


def check_article_words(
    article: Article, places: Places, items: Sequence[Item], blocks: Sequence[ReadBlock]
) -> Iterator[Problem]:
    """Causal words in an article's title, standfirst, text, side boxes, headlines and notes under figures."""
    yield from causal_words(_prose(article, places, items, blocks), article.because, TELL)


def _prose(
    article: Article, places: Places, items: Sequence[Item], blocks: Sequence[ReadBlock]
) -> Iterator[Prose]:
    yield from value_prose(article.title, ("title",), places)
    yield from _live(article.standfirst, ("standfirst",), places)
    read = {block.place: block for block in blocks}
    for block in blocks:
        if isinstance(block.options, ExhibitBlock):
            yield from _live(block.options.headline, ("headline",), block.places)
        elif isinstance(block.options, SideBoxBlock):
            yield from value_prose(block.options.title, ("title",), block.places)
    for item in items:
        if isinstance(item, WrittenBlock):
            known = read.get(item.place)
            if known is None or (isinstance(known.options, PullQuoteBlock) and known.options.by):
                continue
            yield Prose(item.passage.text, Place(places.file, item.passage.line), markdown=True)
        elif isinstance(item, Passage):
            yield Prose(item.text, Place(places.file, item.line), markdown=True)


def _live(words: Words | None, path: Path, places: Places) -> Iterator[Prose]:
    text = "".join(part if isinstance(part, str) else "…" for part in words or ())
    yield from value_prose(text, path, places)
