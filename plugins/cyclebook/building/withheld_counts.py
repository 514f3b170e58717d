"""What the gates look for in a finished site: counts that are not published, and teams under embargo."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cyclebook.building.release.gates.sources import Sources
from cyclebook.disclosure import embargoed
from cyclebook.model.amounts import Amount
from cyclebook.model.counts_in_words import entered_numbers
from cyclebook.model.network import Library
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.pages.page import cohort_address
from cyclebook.reading.article_counts import counts_kept_back
from cyclebook.reading.file_names import NETWORK_FILE
from cyclebook.reading.personal.roster import Roster, read_roster


def sources_of(
    library: Library, teams: Path, as_of: date, words: tuple[str, ...] = (), roster: Path | None = None
) -> Sources:
    """What must not be found: exact counts on the pages of teams without exact counts, embargoes, names.

    `words` are the personal data that `check` has found; `roster` is a file of names.
    """
    kept_back = counts_kept_back(library)
    counts = {
        _address(folder.slug, file): frozenset(_pairs(file))
        for folder in library.cohorts
        for file in folder.storyboards
        if f"{folder.slug}/{file.slug}" in kept_back
    }
    read = read_roster(roster, teams.resolve().parent, library.root / NETWORK_FILE) if roster else None
    names = read.names_in if isinstance(read, Roster) else None
    return Sources(
        counts,
        frozenset(_embargoed(library, as_of)),
        (teams,),
        words,
        (lambda text: any(names(text))) if names else None,
    )


def _pairs(file: StoryboardFile) -> Iterator[tuple[int, int]]:
    """The counts of people in a storyboard, each with the size of its group."""
    written = file.storyboard
    measures = {one.id: one for one in written.measures if not one.about_staff}
    yield from _of(written.goal.of if written.goal else None, written.goal)
    for group in written.groups:
        yield from _of(group.of, group)
    for seen in (*written.other_results, *written.follow_up):
        yield from _of(seen.of, seen)
    for one in measures.values():
        yield from _of(one.of, one)
    for row in file.weeks:
        for name, value in row.values.items():
            if name in measures:
                yield from _of(measures[name].of, value)


def _of(size: int | None, written: object) -> Iterator[tuple[int, int]]:
    for amount in entered_numbers(written):
        of = amount.of or size
        if of and _is_count(amount) and amount.value <= of:
            yield int(amount.value), of


def _is_count(amount: Amount) -> bool:
    return not amount.percent and amount.value == int(amount.value)


def _embargoed(library: Library, as_of: date) -> Iterator[str]:
    for folder in library.cohorts:
        if embargoed(folder.cohort, as_of):
            yield cohort_address(folder.slug)
        else:
            yield from (
                _address(folder.slug, file)
                for file in folder.storyboards
                if embargoed(file.storyboard, as_of)
            )


def _address(cohort: str, file: StoryboardFile) -> str:
    return f"{cohort_address(cohort)}{file.slug}/"
