"""From the folders of a project to the pages of a site."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from pathlib import Path, PurePosixPath

from cyclebook.building.around import WordsAround, words_around
from cyclebook.building.errors import CyclebookError
from cyclebook.building.guide import guide_pages
from cyclebook.building.held_back import (
    convenings_without,
    names_held_back,
    shelf_without,
    without_personal_data,
)
from cyclebook.building.kept_pages import KeptPage, kept_pages, privacy_rules
from cyclebook.building.ledger import Fact, facts_of
from cyclebook.building.markdown_trial import Trial
from cyclebook.building.meetings import meeting_pages, sticks, write_sticks
from cyclebook.building.pictures import photos_of
from cyclebook.building.release.earlier import EarlierRelease
from cyclebook.building.release.gates.sources import Sources
from cyclebook.building.report import as_text, count_line
from cyclebook.building.weekly_outputs import WeeklyOutputs
from cyclebook.building.withheld_counts import sources_of
from cyclebook.catalogue import Terms, Voice, in_terms, speaking
from cyclebook.disclosure import (
    ListFacts,
    embargoed,
    publish,
    publish_articles,
    publish_convenings,
    publish_hub_lists,
)
from cyclebook.model.article import ArticleKind, Shelf
from cyclebook.model.convening import CONVENINGS, Convenings
from cyclebook.model.lists import HubPages
from cyclebook.model.network import Library
from cyclebook.model.problem import Problem, Severity, printable
from cyclebook.outputs import Stick
from cyclebook.pages import (
    Download,
    MarkedPage,
    Page,
    about_page,
    article_page,
    cohort_page,
    cohorts_page,
    driver_page,
    drivers_page,
    home_page,
    hub_page,
    idea_lists,
    idea_page,
    ideas_page,
    lists_in,
    marked_page,
    network_page,
    numbers_page,
    panel_page,
    panel_part,
    shelf_page,
    storyboard_page,
    with_kept,
)
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import has_structure, idea_address, neighbours
from cyclebook.published import (
    DriverNetwork,
    HubListing,
    PublishedCohort,
    PublishedConvening,
    PublishedNetwork,
)
from cyclebook.published.days import day_text
from cyclebook.reading import read_articles, read_convenings, read_hub_pages, read_library
from cyclebook.reading.hub_pages import has_blocks, split_page
from cyclebook.reading.library import COHORT_FILE, NETWORK_FILE
from cyclebook.reading.personal import look_for_personal_data


class BrokenFilesError(CyclebookError):
    """The network's or a cohort's own file cannot be used; the text names every problem in them."""


@dataclass(frozen=True, slots=True)
class CompiledSite:
    """All pages, a message for each storyboard or article that has none, and remarks that fail nothing.

    Each message is the report of one file. `lists` and, in a preview, `mistaken` blocks are those of
    the hub's own pages, by name: "about.md". `held_back` are files of its folder that must not be copied;
    `photos` are those of storyboards, made anew, by address. `facts` are all that
    the pages tell of students; `opened` are the cohorts of which what earlier releases withheld may now be
    known. `kept` are pages of an earlier release, and `rules` a number for the privacy rules of each
    cohort, by its address; `sources` is what no finished file may tell.
    """

    pages: tuple[Page, ...]
    broken: tuple[str, ...]
    remarks: tuple[str, ...]
    frame: Frame
    sticks: tuple[tuple[str, Stick], ...]
    lists: Mapping[str, tuple[HubListing, ...]]
    mistaken: Mapping[str, tuple[Problem, ...]]
    held_back: frozenset[str]
    photos: Mapping[str, bytes]
    voice: Voice
    left_out: tuple[PurePosixPath, ...] = ()
    facts: tuple[Fact, ...] = ()
    opened: frozenset[str] = frozenset()
    kept: tuple[KeptPage, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)
    sources: Sources = field(default_factory=Sources)

    @property
    def around(self) -> WordsAround:
        """What stands around the pages."""
        return words_around(self.voice)

    def takes(self, name: str) -> bool:
        """Whether a file of the hub's folder ("photos/gate.jpg") may be in a site: no link leads to it."""
        return not any(PurePosixPath(name).is_relative_to(one) for one in self.left_out)

    def finish(self, folder: Path) -> None:
        """Write what is made of finished pages, once they all lie in `folder`: zips for USB sticks."""
        for one in self.kept:
            one.copy_beside(folder)
        with speaking(self.voice):
            write_sticks(self.sticks, folder, self.frame.site_url)

    def hub_page(self, html: str, *, title: str, address: str, sections: tuple[tuple[str, str], ...]) -> Page:
        """One of the hub's own pages, from the HTML and (id, heading) that MkDocs made."""
        with speaking(self.voice):
            return hub_page(html, title=title, address=address, sections=sections, frame=self.frame)

    def marked(self, name: str, markdown: str) -> MarkedPage:
        """The Markdown of one of the hub's own pages ("about.md") with marks in place of its list blocks."""
        if not has_blocks(markdown):
            return MarkedPage(markdown, {})
        return marked_page(split_page(markdown), self.lists.get(name, ()))

    def placed(self, html: str, name: str, marked: MarkedPage, *, address: str) -> tuple[str, list[Download]]:
        """A page with its lists in place of their marks, and their files; a preview shows its mistakes."""
        with speaking(self.voice):
            put_in, downloads = lists_in(html, marked.lists, address)
        problems = self.mistaken.get(name, ())
        if problems:
            codes = sorted({problem.code for problem in problems})
            put_in = f"{panel_part(address, as_text(problems, quoting=True), codes)}{put_in}"
        return put_in, downloads


def compile_site(
    teams: Path,
    shown: PurePosixPath,
    *,
    as_of: date,
    site_url: str | None,
    quoting: bool,
    content: tuple[Path, PurePosixPath] | None = None,
    worded: frozenset[str] = frozenset(),
    preview: bool = False,
    voice: Voice | None = None,
    roster: Path | None = None,
    earlier: EarlierRelease | None = None,
) -> CompiledSite:
    """Compile everything below `teams`; problems name paths below `shown`.

    `content` is the folder of the hub's pages, and its name in problems: its articles are compiled too.

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
    hub = read_hub_pages(*content, teams, library) if content else HubPages()
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
    frame = Frame(site_url, as_of, worded - {_address(name) for name in held})
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
            pages = [*_pages(library, shelf, network, convenings, frame, kept), *(one.page for one in kept)]
            photos = photos_of(network, teams)
            carried = sticks(convenings, network)
            lists = publish_hub_lists(hub, ListFacts(network))
            facts = facts_of(network)
    plain = frozenset(problem.place.path for problem in hub.problems) - personal.tainted
    refused = frozenset(content[1] / name for name in hub.left_out) if content else frozenset()
    since = {one.path: one.since for one in kept}
    if preview:
        pages = _with_panels(pages, fatal, [one for one in broken if one.place.path not in plain])
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
    )


def _opened(library: Library) -> frozenset[str]:
    """The cohorts of which the hub has decided that what was withheld earlier may now be known."""
    policies = {
        folder.slug: folder.cohort.privacy or (library.network and library.network.privacy)
        for folder in library.cohorts
    }
    return frozenset(
        slug for slug, one in policies.items() if one and one.approved is not None and one.approved.earlier
    )


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
    if path.suffix not in (".md", ".csv"):
        return f"{shown} is left out:"
    if any(problem.code == "file-not-read" for problem in problems):
        return f"{shown} is not read. Save it in another form, or move it away:"
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


def _pages(
    library: Library,
    shelf: Shelf,
    network: PublishedNetwork,
    convenings: tuple[PublishedConvening, ...],
    frame: Frame,
    kept: tuple[KeptPage, ...],
) -> Iterator[Page]:
    articles = publish_articles(shelf.articles, library, network, frame.as_of)
    ideas = {idea.key: idea_address(idea) for idea in network.ideas}
    weekly = WeeklyOutputs(network, ideas, frame)
    yield weekly.with_feeds(home_page(network, frame, articles, convenings))
    for kind in dict.fromkeys(article.kind for article in articles):
        yield shelf_page(kind, tuple(article for article in articles if article.kind is kind), frame)
    for article in articles:
        yield article_page(article, network, frame)
    yield from meeting_pages(convenings, frame)
    yield about_page(network, frame)
    yield numbers_page(frame)
    yield weekly.with_feeds(cohorts_page(network, frame))
    every = {(one.cohort_slug, one.slug): one for cohort in network.cohorts for one in cohort.storyboards}
    yield from guide_pages(frame)
    yield ideas_page(network, frame)
    yield from idea_lists(network, frame)
    for idea in network.ideas:
        yield idea_page(idea, ideas, frame)
    yield from _network_pages(network, frame)
    for cohort in network.cohorts:
        with in_terms(cohort.terms):
            page = cohort_page(cohort, frame, _network_of(cohort, network))
            of_cohort = [(one.page, one.since) for one in kept if one.cohort == cohort.slug]
            yield weekly.with_feeds(with_kept(page, of_cohort), cohort)
            yield from weekly.weeks(cohort)
            for storyboard in cohort.storyboards:
                previous, following = neighbours(storyboard, cohort)
                before = every.get(storyboard.continues) if storyboard.continues else None
                yield storyboard_page(
                    storyboard,
                    frame,
                    previous=previous,
                    following=following,
                    before=before,
                    ideas=ideas,
                    meetings=tuple(one for one in convenings if one.shows(storyboard)),
                )


def _network_pages(network: PublishedNetwork, frame: Frame) -> Iterator[Page]:
    """Drivers, districts and calendars, as far as the networks have any."""
    if any(has_structure(one) for one in network.networks):
        yield network_page(network.networks, frame)
    drivers = any(one.drivers for one in network.networks)
    for one in network.networks:
        with in_terms(_terms_of(one, network)):
            if one.drivers or (drivers and one.slug is None):
                yield drivers_page(one, network.networks, frame)
            yield from (driver_page(driver, one, frame) for driver in one.every_driver)


def _terms_of(one: DriverNetwork, network: PublishedNetwork) -> Terms:
    """The words of a network: the hub's, or those of the cohorts that belong to another one."""
    if one.slug is None:
        return network.terms
    return next((cohort.terms for cohort in network.cohorts if cohort.slug == one.slug), Terms())


def _network_of(cohort: PublishedCohort, network: PublishedNetwork) -> DriverNetwork | None:
    """The network that lists this cohort among its own."""
    return next((one for one in network.networks if cohort.slug in dict(one.cohorts)), None)


def _with_panels(pages: list[Page], fatal: list[Problem], broken: list[Problem]) -> list[Page]:
    """Pages for the live preview: problems take the place of what cannot be made."""
    if fatal:
        panel = _panel("", "The network cannot be published yet", fatal)
        pages = [panel, *(page for page in pages if page.address)]
    for path, found in groupby(broken, lambda problem: problem.place.path):
        if path.suffix == ".md":
            folder = path.parent.name
            articles = folder in {CONVENINGS, *(kind.value for kind in ArticleKind)}
            address = f"{folder}/{path.stem}/" if articles else f"cohorts/{folder}/{path.stem}/"
            pages.append(_panel(address, f"{path.name} cannot be read yet", list(found)))
    return pages


def _panel(address: str, title: str, problems: list[Problem]) -> Page:
    codes = sorted({problem.code for problem in problems})
    return panel_page(address, title, as_text(problems, quoting=True), codes)
