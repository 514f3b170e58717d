"""What the gates look for in a finished site: counts that are not published, and teams under embargo."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from cyclebook.building.release.gates.sources import Sources
from cyclebook.disclosure import embargoed
from cyclebook.model.counts_in_words import TeamCounts
from cyclebook.model.network import Library
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.pages.page import cohort_address
from cyclebook.reading.article_counts import counts_kept_back


def sources_of(library: Library, teams: Path, as_of: date) -> Sources:
    """What must not be found. A pair that some other team publishes exactly is no secret."""
    kept_back = counts_kept_back(library)
    hidden: dict[tuple[int, int], str] = {}
    shown: set[tuple[int, int]] = set()
    for folder in library.cohorts:
        for file in folder.storyboards:
            pairs = set(_pairs(TeamCounts.of(file)))
            if f"{folder.slug}/{file.slug}" not in kept_back:
                shown |= pairs
            elif not file.storyboard.illustrative:
                hidden |= {pair: file.path.as_posix() for pair in sorted(pairs) if pair not in hidden}
    counts: Mapping[tuple[int, int], str] = {pair: at for pair, at in hidden.items() if pair not in shown}
    return Sources(counts, frozenset(_embargoed(library, as_of)), (teams,))


def _pairs(counts: TeamCounts) -> Iterator[tuple[int, int]]:
    whole = [int(count) for count in counts.counts if count == int(count)]
    return ((count, size) for size in counts.sizes for count in whole if count <= size)


def _embargoed(library: Library, as_of: date) -> Iterator[str]:
    for folder in library.cohorts:
        if embargoed(folder.cohort, as_of):
            yield cohort_address(folder.slug)
        else:
            yield from (_address(folder.slug, file) for file in folder.storyboards if _held(file, as_of))


def _held(file: StoryboardFile, as_of: date) -> bool:
    return embargoed(file.storyboard, as_of)


def _address(cohort: str, file: StoryboardFile) -> str:
    return f"{cohort_address(cohort)}{file.slug}/"
