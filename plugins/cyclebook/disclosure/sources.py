"""Where the facts of a page come from, as a reader sees it."""

from collections.abc import Iterator, Mapping

from cyclebook.model.source import SourceEntry
from cyclebook.model.storyboard import Storyboard
from cyclebook.published import Source


def sources_of(written: Storyboard, known: Mapping[str, Source]) -> Iterator[Source]:
    """The sources of a storyboard; the one that it was entered from comes first."""
    ids = (
        [written.entered_from] if written.entered_from and written.entered_from not in written.sources else []
    )
    for source in [*ids, *written.sources]:
        if isinstance(source, SourceEntry):
            yield publish_source(source)
        else:
            yield known.get(source) or Source(source)


def publish_source(source: SourceEntry) -> Source:
    """A source as a reader sees it."""
    return Source(source.text, source.url, source.short)
