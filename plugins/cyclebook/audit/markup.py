"""Tags and words of a page, one after the other, in time proportional to its length.

Hostile pages are the point of it: nothing here recurses, and no search begins twice at the same place.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from html import unescape

_TAG = re.compile(r"<(?=[a-zA-Z!?]|/[a-zA-Z])")
_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=\"'][^\s/>=]*)\s*(=?)\s*")
_BARE = re.compile(r"[^\s>]*")
_RAW = frozenset({"script", "style", "textarea"})
_MOST_ATTRIBUTES = 100


@dataclass(frozen=True, slots=True)
class Opened:
    """A start tag."""

    tag: str
    attributes: dict[str, str]
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """An end tag."""

    tag: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words between tags."""

    words: str


@dataclass(frozen=True, slots=True)
class Remarked:
    """A comment."""

    words: str


Token = Opened | Closed | Said | Remarked


class _Finder:
    """Finds marks in a text, and remembers of each that there is no further one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._none: set[str] = set()

    def find(self, mark: str, start: int) -> int:
        if mark in self._none:
            return -1
        found = self._text.find(mark, start)
        if found < 0:
            self._none.add(mark)
        return found


def tokens(text: str) -> Iterator[Token]:
    """The tokens of HTML, SVG or XML, as a lenient reader would take them."""
    finder, at, end = _Finder(text), 0, len(text)
    while at < end:
        mark = _TAG.search(text, at)
        start = mark.start() if mark else end
        if start > at:
            yield Said(unescape(text[at:start]))
        if start >= end:
            return
        if text.startswith("<!--", start):
            stop = finder.find("-->", start + 4)
            yield Remarked(text[start + 4 : stop if stop >= 0 else end])
            at = stop + 3 if stop >= 0 else end
        elif text.startswith("<![CDATA[", start):
            stop = finder.find("]]>", start + 9)
            yield Said(text[start + 9 : stop if stop >= 0 else end])
            at = stop + 3 if stop >= 0 else end
        elif text.startswith(("<!", "<?"), start):
            stop = finder.find(">", start)
            at = stop + 1 if stop >= 0 else end
        elif name := _NAME.match(text, start + 2 if text[start + 1] == "/" else start + 1):
            if text[start + 1] == "/":
                stop = finder.find(">", name.end())
                yield Closed(name[0].lower())
                at = stop + 1 if stop >= 0 else end
                continue
            opened, at = _opened(text, name[0].lower(), name.end(), finder)
            yield opened
            if opened.tag in _RAW and not opened.closed:
                at = yield from _raw(text, opened.tag, at, finder)


def _opened(text: str, tag: str, at: int, finder: _Finder) -> tuple[Opened, int]:
    """A start tag and where it ends; quotes hold a `>` as they do in a browser."""
    attributes: dict[str, str] = {}
    while at < len(text):
        found = _ATTRIBUTE.match(text, at)
        if not found:
            stop = finder.find(">", at)
            closed = stop > 0 and text[stop - 1] == "/"
            return Opened(tag, attributes, closed), (stop + 1 if stop >= 0 else len(text))
        at, value = found.end(), ""
        if found[2]:
            quote = text[at : at + 1]
            if quote in ('"', "'") and quote:
                stop = finder.find(quote, at + 1)
                stop = stop if stop >= 0 else len(text)
                value, at = text[at + 1 : stop], stop + 1
            elif bare := _BARE.match(text, at):
                value, at = bare[0], bare.end()
        if len(attributes) < _MOST_ATTRIBUTES:
            attributes.setdefault(found[1].lower(), unescape(value))
    return Opened(tag, attributes), len(text)


def _raw(text: str, tag: str, at: int, finder: _Finder) -> Generator[Token, None, int]:
    """What stands in a script or a style sheet, where `<` opens nothing. Returns where it ends."""
    stop = finder.find(f"</{tag}", at)
    stop = stop if stop >= 0 else len(text)
    if stop > at:
        yield Said(text[at:stop])
    return stop
