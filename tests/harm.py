"""What no page may hold, whoever wrote the words in it: looked for in HTML, in feeds and in downloads."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from webpage import Element, parse

_TAGS = {
    *("script", "style", "iframe", "frame", "object", "embed", "applet", "base", "form", "input", "math"),
    *("foreignobject", "animate", "animatetransform", "set", "handler", "portal", "template", "noscript"),
    *("audio", "video", "source", "track", "marquee", "bgsound", "dialog", "textarea", "select"),
}
_ADDRESSES = {"href", "src", "srcset", "xlink:href", "action", "formaction", "data", "poster", "background"}
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def harm_in(article: Element, *, style: bool = False) -> Iterator[str]:
    """What could run, load or send something in an article that has no script, form or style of ours.

    An e-mail has styles of its own (`style`), because mail programs read no stylesheet.
    """
    for one in article.walk():
        own = one.tag in ("input", "button", "select") and "filters" in " ".join(_classes_around(one))
        if one.tag in _TAGS and not own and not (style and one.tag == "style"):
            yield f"{one!r}"
        for name, value in one.attributes.items():
            plain = as_browsers_read(value)
            if name.startswith("on") or (name == "style" and not style) or name == "srcdoc":
                yield f"{name} on {one!r}"
            if name in _ADDRESSES and not _harmless(one, plain):
                yield f"{name} of {one!r}"


def as_browsers_read(address: str) -> str:
    """An address without what a browser passes over in it: line ends and tabs, and spaces before it."""
    return re.sub(r"[\t\r\n]|^[\x00-\x20]+", "", address).lower()


def _classes_around(one: Element) -> Iterator[str]:
    here: Element | None = one
    while here is not None:
        yield from here.classes
        here = here.parent


def _harmless(one: Element, address: str) -> bool:
    """A link to https or mailto that a reader follows, or an address below this site."""
    if one.tag == "a" and address.startswith(("https://", "mailto:")):
        return True
    found = urlsplit(address.replace("\\", "/"))
    return not found.scheme and not found.netloc


def harm_in_files(files: Mapping[str, bytes]) -> list[str]:
    """The same in every page, e-mail, feed and archive of a site, and formulas in its spreadsheets."""
    found = []
    for name, content in files.items():
        text = content.decode("utf-8", "replace")
        if name.endswith("/email.html"):
            found += [f"{name}: {one}" for one in harm_in(parse(text), style=True)]
        elif name.endswith(".html") and name != "404.html":
            found += [f"{name}: {one}" for one in harm_in(parse(text).one("article"))]
        elif name.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(content)) as stick:
                for inner in stick.namelist():
                    if inner.endswith(".html"):
                        page = parse(stick.read(inner).decode("utf-8"))
                        found += [f"{name}/{inner}: {one}" for one in harm_in(page.one("body"))]
        elif name.endswith("feed.xml"):
            found += [f"{name}: {one}" for one in _in_feed(text)]
        elif name.endswith(".csv"):
            found += [f"{name}: {cell[:60]!r}" for cell in formulas(text)]
    return found


def _in_feed(text: str) -> Iterator[str]:
    """Every entry's HTML, read once more as HTML; a feed reader shows what it finds there."""
    for one in ET.fromstring(text).iter():  # noqa: S314 - a feed of our own making
        if one.get("type") == "html":
            yield from harm_in(parse(one.text or ""))
        link = as_browsers_read(one.get("href") or "")
        if link and not link.startswith(("https://", "http://")):
            yield f"link to {link}"


def formulas(sheet: str) -> Iterator[str]:
    """Cells that a spreadsheet would compute: numbers are none."""
    for row in csv.reader(io.StringIO(sheet)):
        yield from (cell for cell in row if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell))
