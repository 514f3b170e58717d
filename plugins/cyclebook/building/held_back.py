"""What is not published because of personal data in it: the rest of a project stays as it is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from cyclebook.model.article import ArticleImage, Shelf
from cyclebook.model.cohort import CohortFolder
from cyclebook.model.convening import Convenings
from cyclebook.model.network import Library
from cyclebook.model.problem import Severity
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.reading.personal import Personal


def without_personal_data(library: Library, personal: Personal) -> Library:
    """The library without storyboards that have personal data in a file of theirs, which count as broken."""
    folders = {path.parent for path in personal.tainted}
    kept = tuple(_cohort(cohort, personal, folders) for cohort in library.cohorts)
    schools = library.network.schools if library.network else None
    own = schools is not None and library.root / schools in personal.tainted
    return replace(library, cohorts=kept, schools=None if own else library.schools)


def _cohort(cohort: CohortFolder, personal: Personal, folders: set[PurePosixPath]) -> CohortFolder:
    out = [
        one.slug
        for one in cohort.storyboards
        if personal.tainted & _files(one) or one.path.with_suffix("") in folders
    ]
    table = cohort.cohort.schools
    return replace(
        cohort,
        storyboards=tuple(one for one in cohort.storyboards if one.slug not in out),
        broken=(*cohort.broken, *out),
        schools=None if table and cohort.path / table in personal.tainted else cohort.schools,
    )


def _files(storyboard: StoryboardFile) -> set[PurePosixPath]:
    """The file, and the CSV file of its weeks."""
    named = storyboard.storyboard.weeks
    table = named if isinstance(named, str) else f"{storyboard.slug}.csv"
    return {storyboard.path, storyboard.path.parent / table}


def shelf_without(shelf: Shelf, personal: Personal, content: PurePosixPath) -> Shelf:
    """The shelf without articles that have personal data in their text or in a picture of theirs."""
    kept = (
        one
        for one in shelf.articles
        if one.path not in personal.tainted
        and not any(
            isinstance(part, ArticleImage) and content / part.file in personal.tainted for part in one.body
        )
    )
    return replace(shelf, articles=tuple(kept))


def convenings_without(meetings: Convenings, personal: Personal) -> Convenings:
    """The convenings without those that have personal data in them."""
    return replace(meetings, files=tuple(one for one in meetings.files if one.path not in personal.tainted))


def names_held_back(personal: Personal, content: PurePosixPath) -> Iterator[str]:
    """Files of the hub's own folder that must not be copied to the site, by their names below it."""
    for problem in personal.problems:
        if problem.severity is Severity.ERROR and problem.place.path.is_relative_to(content):
            yield problem.place.path.relative_to(content).as_posix()
