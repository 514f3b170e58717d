"""A finished tree as the gates read it: its pages taken apart once, with what zips carry beside them."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from cyclebook.building.release.manifest import files_of
from cyclebook.model.file_kinds import ARCHIVES, PAGES, ending

_RAW = ("script", "style")
_OF_TEXT = frozenset([*_RAW, "iframe", "noembed", "noframes", "noscript", "textarea", "title", "xmp"])
"""Elements that a browser reads to their end tag without looking for anything else in them."""
_EARLY_END = re.compile(r"-?>|.*--!>", re.DOTALL)
"""A comment that has ended before, for a browser: "<!-->", "<!--->" and "<!-- --!>"."""
_MOST_UNPACKED = 200_000_000
"""Bytes that a zip of the site may hold."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag: name and attributes in small letters, line, and the text of a script or style."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    line: int
    inside: list[str] = field(default_factory=list)

    def get(self, name: str) -> str | None:
        """The value of an attribute; of two with one name the first counts, as in a browser."""
        return next((value for known, value in self.attributes if known == name), None)

    @property
    def text(self) -> str:
        """What stands in a script or style."""
        return "".join(self.inside)


@dataclass(frozen=True)
class FinishedPage:
    """A page of the tree: its path, its source, every opening tag, and its words.

    `doubtful` are lines where a browser may see other tags than these: what hides a tag from us there, such
    as a comment that ends earlier for a browser, hides it from every gate.
    """

    path: str
    source: str
    tags: tuple[Tag, ...]
    words: tuple[str, ...]
    doubtful: tuple[int, ...] = ()

    @classmethod
    def read(cls, path: str, content: bytes) -> "FinishedPage":
        """Take a page apart. Bytes that are no UTF-8 become a mark that no link or script has."""
        source = content.decode("utf-8", "replace")
        reader = _Reader()
        reader.feed(source)
        reader.close()
        return cls(path, source, tuple(reader.tags), tuple(reader.words), tuple(reader.doubtful))

    @property
    def ids(self) -> list[str]:
        """Every id, in the order of the page."""
        return [value for tag in self.tags for name, value in tag.attributes if name == "id"]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a fragment may name."""
        named = (tag.get("name") for tag in self.tags if tag.name == "a")
        return frozenset([*self.ids, *(one for one in named if one)])


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.words: list[str] = []
        self.doubtful: list[int] = []
        self._raw = False
        self._open = set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._read_as_text(self.get_starttag_text() or "")
        told = tuple((name, value or "") for name, value in attrs)
        self.tags.append(Tag(tag, told, self.getpos()[0]))
        self._raw = tag in _RAW
        if tag in _OF_TEXT:
            self._open.add(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._raw = False

    def handle_endtag(self, tag: str) -> None:
        self._raw = False
        self._open.discard(tag)

    def handle_data(self, data: str) -> None:
        if self._raw and self.tags[-1].name in _RAW:
            self._read_as_text(data)
            self.tags[-1].inside.append(data)
        elif not data.isspace():
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        if self._open or _EARLY_END.match(data):
            self._doubt()

    def handle_decl(self, decl: str) -> None:
        if "[" in decl or "<" in decl:
            self._doubt()

    def handle_pi(self, data: str) -> None:
        self._read_as_text(data)

    def unknown_decl(self, _data: str) -> None:
        """A section such as CDATA: text for us, a comment that ends at the first ">" for a browser."""
        self._doubt()

    def _read_as_text(self, source: str) -> None:
        """Doubt a piece in which an element of text ends that was open before it."""
        small = source.lower()
        if any(f"</{name}" in small for name in self._open - {self._own}):
            self._doubt()

    @property
    def _own(self) -> str | None:
        """The script or style whose text is being read: there we end it where a browser does."""
        return self.tags[-1].name if self._raw else None

    def _doubt(self) -> None:
        self.doubtful.append(self.getpos()[0])


@dataclass(slots=True)
class _Pages(Mapping[str, FinishedPage]):
    """Pages by path, read when they are asked for."""

    files: dict[str, Path]
    read: dict[str, FinishedPage] = field(default_factory=dict)

    def __getitem__(self, name: str) -> FinishedPage:
        if name not in self.read:
            self.read[name] = FinishedPage.read(name, self.files[name].read_bytes())
        return self.read[name]

    def __contains__(self, name: object) -> bool:
        return name in self.files

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


@dataclass(frozen=True)
class Tree:
    """A finished tree in a folder; `site_url` is its public address, where it is known."""

    folder: Path
    site_url: str | None = None

    @cached_property
    def files(self) -> Mapping[str, Path]:
        """Every file by its path."""
        return dict(files_of(self.folder))

    @cached_property
    def pages(self) -> Mapping[str, FinishedPage]:
        """Every page by its path: "about/index.html". Each is taken apart when it is first looked at."""
        return _Pages({name: path for name, path in self.files.items() if ending(name) in PAGES})

    @cached_property
    def packed_pages(self) -> Mapping[str, FinishedPage]:
        """Pages in the zips of the site: "convenings/a.zip/a/index.html"."""
        return {
            name: FinishedPage.read(name, content) for name, content in self.packed() if ending(name) in PAGES
        }

    def packed(self) -> Iterator[tuple[str, bytes]]:
        """Every file in the zips of the site. Raises ValueError for a zip that cannot be read."""
        for name, path in self.files.items():
            if ending(name) not in ARCHIVES:
                continue
            try:
                with zipfile.ZipFile(path) as archive:
                    if sum(one.file_size for one in archive.infolist()) > _MOST_UNPACKED:
                        raise ValueError(f"{name} holds too much to be looked through.")
                    for one in archive.infolist():
                        yield f"{name}/{one.filename}", archive.read(one)
            except zipfile.BadZipFile:
                raise ValueError(f"{name} is no zip file.") from None

    @property
    def base(self) -> str:
        """The path of the site at its host: "/cyclebook/"; "/" where its address is not known."""
        path = urlsplit(self.site_url or "").path
        return path if path.endswith("/") else f"{path}/"
