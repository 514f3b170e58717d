"""One page as its reader and its source code show it: tables, drawings, words, and words that no eye sees."""

import re
from dataclasses import dataclass, field

from cyclebook.audit.markup import Closed, Opened, Remarked, Said, tokens

_BLOCKS = frozenset(
    {
        *("p", "li", "ul", "ol", "dl", "dt", "dd", "div", "section", "article", "main", "header", "footer"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "table", "caption", "thead", "tbody", "tr", "td", "th"),
        *("figure", "figcaption", "details", "summary", "blockquote", "br", "hr", "pre", "svg", "title"),
        *("desc", "text", "option", "nav", "aside", "form", "label", "button", "entry", "item", "content"),
        *("description", "id", "updated", "author"),
    }
)
_HOLDERS = frozenset({"li", "tr", "article", "section", "entry", "item", "figure", "main", "body"})
_SILENT = frozenset({"script", "style", "template", "head", "nav"})
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use"})
_TOLD = frozenset({"title", "aria-label", "alt", "content", "summary", "aria-description", "aria-valuetext"})
_LAYOUT = re.compile(r"data-(?:md|every|clipboard|search)(?:-|$)")
_HASH = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")
"""A script or style in a page's policy: its digits count nothing."""
_EMPTY = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "wbr", "source", "area", "base"})


@dataclass(slots=True)
class Holder:
    """A row, list item, article or section: what stands in it is about what it links to."""

    above: "Holder | None"
    tag: str
    links: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Cell:
    """A cell of a table."""

    words: str = ""
    header: bool = False
    link: str | None = None
    span: int = 1


@dataclass(slots=True)
class Table:
    """A table with its rows of cells, headings included."""

    caption: str = ""
    heading: str = ""
    rows: list[list[Cell]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, list item, cell or label."""

    text: str
    holder: Holder
    tag: str


@dataclass(frozen=True, slots=True)
class Unseen:
    """Words in the source of a page that its reader does not see, and where they stand."""

    where: str
    text: str
    holder: Holder


@dataclass(slots=True)
class Drawing:
    """An SVG: its shapes as (tag, attributes) and its labels as (attributes, words)."""

    name: str
    holder: Holder
    shapes: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    labels: list[tuple[dict[str, str], str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """What stands on one page."""

    heading: str = ""
    language: str = ""
    tables: list[Table] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    unseen: list[Unseen] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


def read_page(text: str) -> Page:
    """The page that HTML or SVG describes; never fails, whatever the text."""
    reader = _Reader()
    for token in tokens(text):
        if isinstance(token, Said):
            reader.said(token.words)
        elif isinstance(token, Opened):
            reader.opened(token)
        elif isinstance(token, Closed):
            reader.closed(token.tag)
        else:
            reader.remarked(token)
    reader.block_ends("")
    return reader.page


def plain(words: str) -> str:
    """Words with single spaces."""
    return " ".join(words.replace("\xad", "").split())


class _Reader:
    """Where the reading of a page stands."""

    def __init__(self) -> None:
        self.page = Page()
        self._top = Holder(None, "page")
        self._holders = [self._top]
        self._open: dict[str, int] = {}
        self._silent: list[str] = []
        self._drawing: Drawing | None = None
        self._label: dict[str, str] | None = None
        self._tables: list[Table] = []
        self._cell: Cell | None = None
        self._heading = ""
        self._said: list[str] = []
        self._tag = ""
        self._link: tuple[str, list[str]] | None = None
        self._script = ""

    @property
    def _holder(self) -> Holder:
        return self._holders[-1]

    def opened(self, token: Opened) -> None:
        tag = token.tag
        for name, value in token.attributes.items():
            self._attribute(tag, name, value, token)
        if tag == "html":
            self.page.language = token.attributes.get("lang", "")
        if tag in _SILENT:
            if not token.closed:
                self._silent.append(tag)
            self._script = token.attributes.get("type", "") if tag == "script" else self._script
            return
        if tag in _SHAPES and self._drawing:
            self._drawing.shapes.append((tag, token.attributes))
            return
        if tag in _BLOCKS:
            self.block_ends(tag)
        if tag in _HOLDERS and tag not in _EMPTY:
            self._holders.append(Holder(self._holder, tag))
            self._open[tag] = self._open.get(tag, 0) + 1
        if tag == "svg" and self._drawing is None:
            name = token.attributes.get("id") or token.attributes.get("aria-labelledby", "")
            self._drawing = Drawing(name, self._holder)
            self.page.drawings.append(self._drawing)
        elif tag == "text" and self._drawing:
            self._label = token.attributes
        elif tag == "table":
            self._tables.append(Table(heading=self._heading))
            self.page.tables.append(self._tables[-1])
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._cell = Cell(header=tag == "th", span=_span(token.attributes.get("colspan", "1")))
            if not self._tables[-1].rows:
                self._tables[-1].rows.append([])
            self._tables[-1].rows[-1].append(self._cell)
        elif tag == "a" and "href" in token.attributes:
            self._link = (token.attributes["href"], [])
            self._holder.links.append(token.attributes["href"])
            if self._cell and self._cell.link is None:
                self._cell.link = token.attributes["href"]
        elif tag == "link" and "href" in token.attributes:
            self._holder.links.append(token.attributes["href"])

    def closed(self, tag: str) -> None:
        if self._silent and tag in self._silent:
            while self._silent and self._silent.pop() != tag:
                pass
            return
        if tag in _BLOCKS:
            self.block_ends("")
        if tag == "svg":
            self._drawing = None
        elif tag == "text":
            self._label = None
        elif tag == "table" and self._tables:
            self._tables.pop()
            self._cell = None
        elif tag in ("td", "th"):
            self._cell = None
        elif tag == "a" and self._link:
            self.page.links.append((self._link[0], plain("".join(self._link[1]))))
            self._link = None
        if self._open.get(tag, 0):
            while self._holder.tag != tag:
                self._open[self._holders.pop().tag] -= 1
            self._open[self._holders.pop().tag] -= 1

    def said(self, words: str) -> None:
        if self._silent:
            if self._silent[-1] == "script" and words.strip():
                kind = self._script or "text/javascript"
                self.page.unseen.append(Unseen(f"a script of the type {kind}", words, self._holder))
            return
        self._said.append(words)
        if self._link:
            self._link[1].append(words)

    def remarked(self, token: Remarked) -> None:
        if token.words.strip():
            self.page.unseen.append(Unseen("a comment", plain(token.words), self._holder))

    def block_ends(self, next_tag: str) -> None:
        """Words so far are a paragraph; they go where they belong."""
        text, tag, self._tag = plain("".join(self._said)), self._tag, next_tag
        self._said.clear()
        if not text:
            return
        if self._drawing is not None and tag in ("title", "desc"):
            self._drawing.told.append(text)
            self.page.unseen.append(Unseen(f"the <{tag}> of a drawing", text, self._holder))
            return
        if self._drawing is not None and self._label is not None:
            self._drawing.labels.append((self._label, text))
        if self._cell is not None:
            self._cell.words = f"{self._cell.words} {text}".strip()
        elif tag == "caption" and self._tables:
            self._tables[-1].caption = f"{self._tables[-1].caption} {text}".strip()
        if tag == "h1" and not self.page.heading:
            self.page.heading = text
        if tag in ("h1", "h2", "h3", "h4"):
            self._heading = text
        self.page.words.append(Words(text, self._holder, tag))

    def _attribute(self, tag: str, name: str, value: str, token: Opened) -> None:
        read = name in _TOLD or (name == "value" and tag != "option") or name.startswith("data-")
        if not read or not value or _LAYOUT.match(name):
            return
        if tag in ("meta", "link", "input") and token.attributes.get("name") in (
            *("viewport", "generator", "theme-color"),
        ):
            return
        told = plain(_HASH.sub("", value))
        self.page.unseen.append(Unseen(f"the attribute {name} of <{tag}>", told, self._holder))


def _span(written: str) -> int:
    return (
        min(int(written), 100)
        if written.isascii() and written.isdigit() and len(written) < 4 and int(written)
        else 1
    )
