"""An article's body to HTML: one run of Markdown with marks for what is put in after sanitising.

Blocks, pictures and references stand as marks while Markdown and the sanitiser run, so that
neither can change our own markup, and an author's words can never become it.
"""

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from cyclebook.pages.article_figures import exhibit_id
from cyclebook.pages.figure_names import ExhibitName
from cyclebook.pages.page import relative
from cyclebook.pages.prose import Prose
from cyclebook.pages.readable_tables import readable_tables
from cyclebook.pages.templates import markup
from cyclebook.published import (
    ArticlePart,
    ExhibitFacts,
    FastFacts,
    Listed,
    PullQuote,
    Reference,
    SideBox,
    SmartGoal,
    Text,
)

_FOOTNOTES = re.compile(r'<div class="footnote">\s*<hr>(.*)</div>\s*$', re.DOTALL)
_H2 = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_LINK_TO_FILE = re.compile(r'href="(?P<path>[^":#?]+)\.md(?P<fragment>#[^"]*)?"')


@dataclass(frozen=True, slots=True)
class RenderedBody:
    """The body and its notes, with (id, heading) of every section."""

    html: Markup
    notes: Markup | None
    sections: tuple[tuple[str, str], ...]


class References:
    """The exhibits of an article by number, and every place where its text refers to them."""

    def __init__(self, body: Iterable[ArticlePart]) -> None:
        parts = list(body)
        names = [part.id for part in parts if isinstance(part, ExhibitFacts)]
        self._numbers = {name: number for number, name in enumerate(names, 1)}
        self._made: list[str] = []
        self._boxes = 0
        self._count: dict[str, int] = {}
        self._named = {one.id for text in _texts(parts) for one in text if isinstance(one, Reference)}
        said = repr(list(_texts(parts)))
        self._key = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]

    def name(self, name: str) -> ExhibitName:
        """ "Exhibit 2"."""
        return ExhibitName(self._numbers[name])

    def back(self, name: str) -> str | None:
        """The id of the first place that refers to an exhibit."""
        return _reference_id(name, 1) if name in self._named else None

    def next_box(self) -> int:
        """The number of the next box that needs an id."""
        self._boxes += 1
        return self._boxes

    def block_mark(self, index: int) -> str:
        """Stands for the part at `index`, as a paragraph of its own."""
        return f"\n\n{self._key}b{index}e\n\n"

    def blocks_in(self, html: str, block: Callable[[int, str], str]) -> str:
        """Every mark of a block replaced by what `block` makes of its index and of the HTML before it."""
        mark = re.compile(rf"(?:<p>)?{self._key}b(\d+)e(?:</p>)?")
        return mark.sub(lambda found: block(int(found[1]), html[: found.start()]), html)

    def marked(self, text: Text) -> str:
        """Markdown in which references to exhibits are marks."""
        return "".join(part if isinstance(part, str) else self._mark(part) for part in text)

    def _mark(self, reference: Reference) -> str:
        if reference.id not in self._numbers:
            return reference.words
        self._count[reference.id] = self._count.get(reference.id, 0) + 1
        own = escape(_reference_id(reference.id, self._count[reference.id]))
        words = escape(reference.words or self.name(reference.id).name)
        self._made.append(f'<a class="ref" id="{own}" href="#{escape(exhibit_id(reference.id))}">{words}</a>')
        return f"{self._key}r{len(self._made) - 1}e"

    def links_in(self, html: str) -> str:
        """Every mark of a reference replaced by its link."""
        return re.sub(rf"{self._key}r(\d+)e", lambda found: self._made[int(found[1])], html)


def _reference_id(name: str, number: int) -> str:
    return f"ref-{name}-{number}"


def _texts(parts: Iterable[ArticlePart]) -> Iterable[Text]:
    for part in parts:
        if isinstance(part, tuple):
            yield part
        elif isinstance(part, ExhibitFacts | FastFacts | SmartGoal | Listed):
            yield part.note
        elif isinstance(part, PullQuote | SideBox):
            yield part.text


def render_body(
    parts: tuple[ArticlePart, ...],
    references: References,
    block: Callable[[ArticlePart, int], str],
    prose: Prose,
) -> RenderedBody:
    """The whole body; `block` makes the HTML of a block that stands below headings of a level.

    `prose` is that of the whole page, so that notes in blocks and in the text have ids of their own.
    """
    markdown = "".join(
        references.marked(part) if isinstance(part, tuple) else references.block_mark(index)
        for index, part in enumerate(parts)
    )
    html = readable_tables(str(prose.html(markdown, highest=2)))
    notes = None
    footnotes = _FOOTNOTES.search(html)
    if footnotes:
        html, notes = html[: footnotes.start()], markup(references.links_in(footnotes[1]))
    html, sections = _numbered_sections(html)
    html = references.blocks_in(html, lambda index, before: block(parts[index], 3 if "<h2" in before else 2))
    return RenderedBody(markup(references.links_in(html)), notes, sections)


def links_to_pages(html: str, address: str) -> str:
    """Links to Markdown files, written from the article's own file, as links from its page to theirs."""
    folder = posixpath.dirname(address.rstrip("/"))

    def led(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, found["path"]))
        page = "" if target == "index" else f"{target.removesuffix('/index')}/"
        return f'href="{relative(page, address)}{found["fragment"] or ""}"'

    return _LINK_TO_FILE.sub(led, html)


def _numbered_sections(html: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Ids for headings of level two: part-1, part-2."""
    sections: list[tuple[str, str]] = []

    def with_id(found: re.Match[str]) -> str:
        name = f"part-{len(sections) + 1}"
        sections.append((name, Markup(_TAG.sub("", found[1])).unescape()))  # noqa: S704 - read back as text
        return f'<h2 id="{name}">{found[1]}</h2>'

    return _H2.sub(with_id, html), tuple(sections)
