"""What a compiled site is: its pages, and what belongs to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from cyclebook.building.around import WordsAround, words_around
from cyclebook.building.kept_pages import KeptPage
from cyclebook.building.ledger import Fact
from cyclebook.building.meetings import write_sticks
from cyclebook.building.release.finished import Tree
from cyclebook.building.release.gates.links import without_authors_dead_links
from cyclebook.building.release.gates.sources import Sources
from cyclebook.building.report import as_text
from cyclebook.catalogue import Voice, speaking
from cyclebook.model.problem import Problem, printable
from cyclebook.outputs import Stick
from cyclebook.pages import (
    Download,
    MarkedPage,
    Page,
    hub_page,
    lists_in,
    marked_page,
    panel_part,
)
from cyclebook.pages.frame import Frame
from cyclebook.published import (
    HubListing,
)
from cyclebook.reading.content_files import is_taken
from cyclebook.reading.hub_pages import has_blocks, split_page


@dataclass(frozen=True, slots=True)
class CompiledSite:
    """All pages, a message for each storyboard or article that has none, and remarks that fail nothing.

    Each message is the report of one file. `lists` and, in a preview, `mistaken` blocks are those of
    the hub's own pages, by name: "about.md". `held_back` are files of its folder that must not be copied;
    `photos` are those of storyboards, made anew, by address. `facts` are all that
    the pages tell of students; `opened` are the cohorts of which what earlier releases withheld up to a
    day may now be known. `kept` are pages of an earlier release, and `rules` a number for the privacy
    rules of each cohort, by its address; `sources` is what no finished file may tell.
    `files` are those that authors wrote, by the address of their page; with `quoting` False no message
    repeats their words.
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
    opened: Mapping[str, date] = field(default_factory=dict)
    kept: tuple[KeptPage, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)
    sources: Sources = field(default_factory=Sources)
    files: Mapping[str, PurePosixPath] = field(default_factory=dict)
    quoting: bool = True

    @property
    def around(self) -> WordsAround:
        """What stands around the pages."""
        return words_around(self.voice)

    def takes(self, name: str) -> bool:
        """Whether a file of the hub's folder ("photos/gate.jpg") may be in a site: its kind, and no link."""
        path = PurePosixPath(name)
        return (
            is_taken(path)
            and name not in self.held_back
            and not any(path.is_relative_to(one) for one in self.left_out)
        )

    def finish(self, folder: Path) -> tuple[str, ...]:
        """Write what is made of finished pages, once they all lie in `folder`: zips for USB sticks.

        Before that, links of authors that lead nowhere become plain words. Returns a message for each file.
        """
        for one in self.kept:
            one.copy_beside(folder)
        with speaking(self.voice):
            write_sticks(self.sticks, folder, self.frame.site_url)
            ours = frozenset(page.address for page in self.pages)
            lost = without_authors_dead_links(Tree(folder, self.frame.site_url), ours)
            if lost:
                write_sticks(self.sticks, folder, self.frame.site_url)
        return tuple(self._told_of(address, links) for address, links in lost.items())

    def _told_of(self, address: str, links: tuple[str, ...]) -> str:
        """Which links of a page have become plain words."""
        file = self.files.get(address)
        where = printable(str(file)) if file else f"The page {address}"
        many = f"{len(links)} links that lead" if len(links) > 1 else "a link that leads"
        quoted = ", ".join(f'"{printable(link)}"' for link in dict.fromkeys(links)) if self.quoting else ""
        named = f": {quoted}" if quoted else ""
        return f"{where} has {many} nowhere. The words stay, without the link{named}."

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
