"""From the folders of a project to the pages of a site."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path, PurePosixPath

from cyclebook.building.compiled_site import CompiledSite
from cyclebook.building.errors import CyclebookError
from cyclebook.building.every_page import every_page
from cyclebook.building.held_back import (
    convenings_without,
    names_held_back,
    shelf_without,
    without_personal_data,
)
from cyclebook.building.kept_pages import KeptPage, kept_pages, privacy_rules
from cyclebook.building.ledger import Fact, facts_of
from cyclebook.building.markdown_trial import Trial
from cyclebook.building.meetings import sticks
from cyclebook.building.panels import with_panels
from cyclebook.building.pictures import photos_of
from cyclebook.building.release.earlier import EarlierRelease
from cyclebook.building.report import as_text, count_line
from cyclebook.building.withheld_counts import sources_of
from cyclebook.catalogue import Voice, speaking
from cyclebook.disclosure import (
    ListFacts,
    embargoed,
    publish,
    publish_convenings,
    publish_hub_lists,
)
from cyclebook.model.article import Shelf
from cyclebook.model.convening import Convenings
from cyclebook.model.file_kinds import MARKDOWN, TABLES
from cyclebook.model.lists import HubPages
from cyclebook.model.network import Library
from cyclebook.model.problem import Problem, Severity, printable
from cyclebook.outputs import Stick
from cyclebook.pages import (
    Page,
)
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import CONVENINGS, cohort_address
from cyclebook.published import (
    HubListing,
)
from cyclebook.published.days import day_text
from cyclebook.reading import read_articles, read_convenings, read_hub_pages, read_library
from cyclebook.reading.file_names import COHORT_FILE, NETWORK_FILE
from cyclebook.reading.personal import look_for_personal_data


class BrokenFilesError(CyclebookError):
    """The network's or a cohort's own file cannot be used; the text names every problem in them."""


def compile_site(
    teams: Path,
    shown: PurePosixPath,
    *,
    as_of: date,
    site_url: str | None,
    quoting: bool,
    content: tuple[Path, PurePosixPath] | None = None,
    of_theme: frozenset[str] = frozenset(),
    worded: frozenset[str] = frozenset(),
    preview: bool = False,
    voice: Voice | None = None,
    roster: Path | None = None,
    earlier: EarlierRelease | None = None,
) -> CompiledSite:
    """Compile everything below `teams`; problems name paths below `shown`.

    `content` is the folder of the hub's pages, and its name in problems: its articles are compiled too.
    `of_theme` are files there with the name of one of the theme's: they are left out.

    `worded` are the addresses ("", "about/") that the hub introduces in its own words. `voice` is
    the language of the site; its terms come from the network's file.

    A storyboard or an article with errors costs no other its page. Errors in the network's or a
    cohort's own file raise `BrokenFilesError`; in a `preview` they, and broken
    storyboards, become pages that show what to mend. So does personal data; what holds it is left out.
    `roster` is a file of names that must stand nowhere. A storyboard with other errors keeps its page
    of the `earlier` release, where there is one.
    """
    personal = look_for_personal_data(((teams, shown), *([content] if content else [])), NETWORK_FILE, roster)
    with Trial() as trial:
        library = without_personal_data(trial.library(read_library(teams, shown), teams), personal)
        shelf = trial.shelf(read_articles(*content, teams, library), content[0]) if content else Shelf()
        meetings = (
            trial.convenings(read_convenings(*content, teams, library), content[0])
            if content
            else Convenings()
        )
    own = sorted(map(personal.veiled, {*library.problems, *personal.of(shown)}), key=lambda one: one.order)
    errors = [problem for problem in own if problem.severity is Severity.ERROR]
    fatal = [problem for problem in errors if problem.place.path.name in (NETWORK_FILE, COHORT_FILE)]
    if (fatal or library.network is None) and not preview:
        raise BrokenFilesError(f"{as_text(fatal, quoting=quoting)}\n\n{count_line(fatal)}")
    hub = read_hub_pages(*content, teams, library, of_theme) if content else HubPages()
    by_hub = [*shelf.problems, *meetings.problems, *hub.problems]
    if content:
        shelf, meetings = shelf_without(shelf, personal, content[1]), convenings_without(meetings, personal)
        by_hub = sorted({*by_hub, *personal.of(content[1])}, key=lambda one: one.order)
    by_hub = [personal.veiled(problem) for problem in by_hub]
    broken = [problem for problem in errors if problem not in fatal]
    broken += [problem for problem in by_hub if problem.severity is Severity.ERROR]
    by_file = [(path, list(found)) for path, found in groupby(broken, lambda problem: problem.place.path)]
    every = (*own, *by_hub)
    silent = _held_back(library, as_of)
    remarks = [
        problem
        for problem in every
        if problem.severity is not Severity.ERROR
        and problem.place.path not in silent
        and (problem.also is None or problem.also.path not in silent)
    ]
    held = frozenset(names_held_back(personal, content[1]) if content else ())
    out = (*held, *(name.as_posix() for name in hub.left_out))
    frame = Frame(site_url, as_of, worded - {_address(name) for name in out})
    pages: list[Page] = []
    carried: tuple[tuple[str, Stick], ...] = ()
    lists: dict[str, tuple[HubListing, ...]] = {}
    photos: dict[str, bytes] = {}
    facts: tuple[Fact, ...] = ()
    voice = voice or Voice()
    kept: tuple[KeptPage, ...] = ()
    if library.network is not None:
        with speaking(voice):
            network = publish(library, library.network, as_of)
        voice = replace(voice, terms=network.terms)
        with speaking(voice):
            convenings = publish_convenings(meetings.files, library, network, as_of)
            kept = () if preview else tuple(kept_pages(library, teams, earlier, as_of, personal.tainted))
            pages = [
                *every_page(library, shelf, network, convenings, frame, kept),
                *(one.page for one in kept),
            ]
            photos = photos_of(network, teams)
            carried = sticks(convenings, network)
            lists = publish_hub_lists(hub, ListFacts(network))
            facts = facts_of(network)
    plain = frozenset(problem.place.path for problem in hub.problems) - personal.tainted
    refused = frozenset(content[1] / name for name in hub.left_out) if content else frozenset()
    since = {one.path: one.since for one in kept}
    if preview:
        pages = with_panels(pages, fatal, [one for one in broken if one.place.path not in plain])
    return CompiledSite(
        tuple(pages),
        tuple(
            f"{found[0].veiled(_outcome(path, found, plain - refused, since))}\n\n"
            f"{as_text(found, quoting=quoting)}"
            for path, found in by_file
        ),
        tuple(as_text([problem], quoting=quoting) for problem in remarks),
        frame,
        carried,
        lists,
        _by_page(tuple(map(personal.veiled, hub.problems)), content) if preview and content else {},
        held,
        photos,
        voice,
        hub.left_out,
        facts,
        _opened(library),
        kept,
        privacy_rules(library),
        sources_of(library, teams, as_of, personal.hidden, roster),
        dict(_files(library, shelf, meetings)),
        quoting,
    )


def _files(library: Library, shelf: Shelf, meetings: Convenings) -> Iterator[tuple[str, PurePosixPath]]:
    """The files that authors wrote, with the address of the page of each."""
    for folder in library.cohorts:
        yield cohort_address(folder.slug), folder.path / COHORT_FILE
        for file in folder.storyboards:
            yield f"{cohort_address(folder.slug)}{file.slug}/", file.path
    for article in shelf.articles:
        yield f"{article.kind.value}/{article.path.stem}/", article.path
    for meeting in meetings.files:
        yield f"{CONVENINGS}{meeting.path.stem}/", meeting.path


def _opened(library: Library) -> Mapping[str, date]:
    """The cohorts whose hub has decided that what was withheld up to a day may now be known."""
    policies = {
        folder.slug: folder.cohort.privacy or (library.network and library.network.privacy)
        for folder in library.cohorts
    }
    approved = {slug: one.approved for slug, one in policies.items() if one and one.approved}
    return {slug: one.earlier for slug, one in approved.items() if one.earlier}


def _address(name: str) -> str:
    """Where MkDocs puts a page of the hub's: "about/" for "about.md" and for "about/index.md"."""
    nested = name if name.endswith("index.md") else f"{name.removesuffix('.md')}/index.md"
    return nested.removesuffix("index.md")


def _outcome(
    path: PurePosixPath,
    problems: list[Problem],
    plain: frozenset[PurePosixPath],
    since: Mapping[PurePosixPath, date],
) -> str:
    """What the problems of a file lead to: the line above them. `plain` are the hub's own pages.

    `since` has the files whose storyboard keeps its page, with the day that the page is of.
    """
    shown = printable(str(path))
    if path.with_suffix(".md") in since:
        day = day_text(since[path.with_suffix(".md")])
        return f"{shown} has mistakes, so the page of the storyboard stays as it was on {day}:"
    if path in plain:
        return f"{shown} is shown without the blocks that have mistakes:"
    if any(problem.code == "file-not-read" for problem in problems):
        return f"{shown} is not read. Save it in another form, or move it away:"
    if path.suffix not in (*MARKDOWN, *TABLES):
        return f"{shown} is left out:"
    if path.suffix == ".csv":
        return f"{shown} has mistakes, so the storyboard beside it has no page:"
    return f"{shown} has no page:"


def _by_page(
    problems: tuple[Problem, ...], content: tuple[Path, PurePosixPath]
) -> dict[str, tuple[Problem, ...]]:
    """Problems of the hub's own pages by the name of the page below its folder."""
    by_path = groupby(problems, lambda problem: problem.place.path)
    return {path.relative_to(content[1]).as_posix(): tuple(found) for path, found in by_path}


def _held_back(library: Library, as_of: date) -> frozenset[PurePosixPath]:
    """The files of storyboards under embargo: a remark in a public log would name them."""
    return frozenset(
        path
        for cohort in library.cohorts
        for file in cohort.storyboards
        if embargoed(cohort.cohort, as_of) or embargoed(file.storyboard, as_of)
        for path in (file.path, file.path.with_suffix(".csv"))
    )
