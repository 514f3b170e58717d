"""From a `teams` folder to the pages of a site."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path, PurePosixPath

from cyclebook.building.guide import guide_pages
from cyclebook.building.report import as_text, count_line
from cyclebook.disclosure import publish
from cyclebook.model.network import Library
from cyclebook.model.problem import Problem, Severity
from cyclebook.pages import (
    Page,
    about_page,
    cohort_page,
    cohorts_page,
    home_page,
    panel_page,
    storyboard_page,
)
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import neighbours
from cyclebook.published import PublishedNetwork
from cyclebook.reading import read_library
from cyclebook.reading.library import COHORT_FILE, NETWORK_FILE


class CyclebookError(Exception):
    """Base of all errors of this program."""


class BrokenFilesError(CyclebookError):
    """The network's or a cohort's own file cannot be used; the text names every problem in them."""


@dataclass(frozen=True, slots=True)
class CompiledSite:
    """All pages, a message for each storyboard that has none, and remarks that fail nothing.

    Each message is the report of one file.
    """

    pages: tuple[Page, ...]
    broken: tuple[str, ...]
    remarks: tuple[str, ...]


def compile_site(
    teams: Path,
    shown: PurePosixPath,
    *,
    as_of: date,
    site_url: str | None,
    quoting: bool,
    worded: frozenset[str] = frozenset(),
    preview: bool = False,
) -> CompiledSite:
    """Compile everything below `teams`; problems name paths below `shown`.

    `worded` are the addresses ("", "about/") that the hub introduces in its own words.

    A storyboard with errors costs no other its page. Errors in the network's or a
    cohort's own file raise `BrokenFilesError`; in a `preview` they, and broken
    storyboards, become pages that show what to mend.
    """
    library = read_library(teams, shown)
    errors = [problem for problem in library.problems if problem.severity is Severity.ERROR]
    fatal = [problem for problem in errors if problem.place.path.name in (NETWORK_FILE, COHORT_FILE)]
    if (fatal or library.network is None) and not preview:
        raise BrokenFilesError(f"{as_text(fatal, quoting=quoting)}\n\n{count_line(fatal)}")
    broken = [problem for problem in errors if problem not in fatal]
    by_file = [
        (path, as_text(found, quoting=quoting))
        for path, found in groupby(broken, lambda problem: problem.place.path)
    ]
    remarks = [problem for problem in library.problems if problem.severity is not Severity.ERROR]
    pages = [] if library.network is None else list(_pages(library, Frame(site_url, as_of, worded)))
    if preview:
        pages = _with_panels(pages, fatal, broken)
    return CompiledSite(
        tuple(pages),
        tuple(f"{path} has no page:\n\n{text}" for path, text in by_file),
        tuple(as_text([problem], quoting=quoting) for problem in remarks),
    )


def _pages(library: Library, frame: Frame) -> Iterator[Page]:
    if library.network is None:
        return
    network: PublishedNetwork = publish(library, library.network, frame.as_of)
    yield home_page(network, frame)
    yield about_page(network, frame)
    yield cohorts_page(network, frame)
    every = {(one.cohort_slug, one.slug): one for cohort in network.cohorts for one in cohort.storyboards}
    yield from guide_pages(frame)
    for cohort in network.cohorts:
        yield cohort_page(cohort, frame)
        for storyboard in cohort.storyboards:
            previous, following = neighbours(storyboard, cohort)
            before = every.get(storyboard.continues) if storyboard.continues else None
            yield storyboard_page(storyboard, frame, previous=previous, following=following, before=before)


def _with_panels(pages: list[Page], fatal: list[Problem], broken: list[Problem]) -> list[Page]:
    """Pages for the live preview: problems take the place of what cannot be made."""
    if fatal:
        panel = _panel("", "The network cannot be published yet", fatal)
        pages = [panel, *(page for page in pages if page.address)]
    for path, found in groupby(broken, lambda problem: problem.place.path):
        if path.suffix == ".md":
            address = f"cohorts/{path.parent.name}/{path.stem}/"
            pages.append(_panel(address, f"{path.name} cannot be read yet", list(found)))
    return pages


def _panel(address: str, title: str, problems: list[Problem]) -> Page:
    codes = sorted({problem.code for problem in problems})
    return panel_page(address, title, as_text(problems, quoting=True), codes)
