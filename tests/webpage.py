"""A web page as a tree of elements, read with the standard library: what a test asks of finished HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
_MAY_STAY_OPEN = re.compile("p|li|d[td]|t[rdh]|thead|tbody|option")
_INLINE = re.compile(
    "a|abbr|b|circle|cite|code|em|g|i|line|mark|path|rect|s|small|span|strong|sub|sup|tspan|u|use"
)


@dataclass(eq=False)
class Element:
    """An element, with what stands in it."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: list["Element | str"] = field(default_factory=list)

    def __repr__(self) -> str:
        """The opening tag, to be recognised in a failing test."""
        told = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return f"<{self.tag}{told[:120]}>"

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, *tags: str, of_class: str | None = None) -> list["Element"]:
        """Elements below this one with one of the tags (or any), and a class."""
        return [
            one
            for one in self.walk()
            if one is not self
            and (not tags or one.tag in tags)
            and (of_class is None or of_class in one.classes)
        ]

    def one(self, *tags: str, of_class: str | None = None) -> "Element":
        """The only such element."""
        found = self.all(*tags, of_class=of_class)
        assert len(found) == 1, f"{len(found)} of {tags or of_class} in {self!r}"
        return found[0]

    def by_id(self, name: str) -> "Element":
        return next(one for one in self.walk() if one.get("id") == name)

    @property
    def words(self) -> str:
        """All text on one line; blocks are kept apart."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in ("script", "style"):
                apart = "" if _INLINE.fullmatch(child.tag) else " "
                yield apart
                yield from child._pieces()
                yield apart


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("document", {})
        self.here = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(element)
        if not _VOID.fullmatch(tag):
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(element)

    def handle_endtag(self, tag: str) -> None:
        if _VOID.fullmatch(tag):
            return
        while self.here.tag != tag:
            assert _MAY_STAY_OPEN.fullmatch(self.here.tag), (
                f"line {self.getpos()[0]}: </{tag}> closes {self.here!r}"
            )
            assert self.here.parent is not None
            self.here = self.here.parent
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def parse(html: str) -> Element:
    """The page's tree. A tag that closes what it did not open is a failure."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root
