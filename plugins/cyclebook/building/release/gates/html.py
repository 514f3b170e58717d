"""The HTML gate: no script but the theme's, nothing that runs from an attribute, nothing from elsewhere."""

import hashlib
import posixpath
import re
import sys
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from cyclebook.building.release.content_security import REFERENCE, is_data, known_scripts, shape
from cyclebook.building.release.finding import Finding
from cyclebook.building.release.finished import FinishedPage, Tag, Tree
from cyclebook.model.file_kinds import DRAWINGS, FEEDS, OTHER_PAGES, SCRIPTS, STYLES, ending

_REFUSED = frozenset(
    [
        "animate",
        "applet",
        "base",
        "embed",
        "fencedframe",
        "foreignobject",
        "frame",
        "frameset",
        "iframe",
        "noembed",
        "noframes",
        "object",
        "plaintext",
        "portal",
        "set",
        "xmp",
    ]
)
"""Elements that load or run what we cannot see, change attributes later, or end our reading of the page."""
_RUNS = re.compile(r"on[a-z]")
_ALSO_REFUSED = frozenset({"srcdoc", "formaction", "ping"})
_LOADED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "input": ("src",),
    "form": ("action",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "feimage": ("href", "xlink:href"),
    "body": ("background",),
    "table": ("background",),
    "td": ("background",),
}
"""What a browser asks for by itself, or sends something to."""
_LOADED_LINKS = frozenset(
    [
        "stylesheet",
        "icon",
        "apple-touch-icon",
        "mask-icon",
        "manifest",
        "preload",
        "modulepreload",
        "prefetch",
        "prerender",
        "preconnect",
        "dns-prefetch",
        "import",
    ]
)
_ADDRESS = frozenset(
    ["href", "src", "action", "xlink:href", "data", "poster", "background", "cite", "longdesc", "srcset"]
)
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_URL = r"(?:\\?u|\\0{0,4}[57]5\s?)(?:\\?r|\\0{0,4}[57]2\s?)(?:\\?l|\\0{0,4}[46]c\s?)\(\s*"
"""The beginning of an address; each of its letters may be written as a number."""
_CSS = re.compile(
    rf"/\*.*?(?:\*/|$)|{_URL}(?P<bare>[^\s'\")][^)]*)|(?P<asked>{_URL}|@import\s*)?"
    r"(?:\"(?P<double>(?:\\.|[^\"\\\n\r\f])*)|'(?P<single>(?:\\.|[^'\\\n\r\f])*))[\"']?|\\.",
    re.IGNORECASE | re.DOTALL,
)
"""The parts of a stylesheet in which a sign may mean something else: comments, addresses, texts, escapes."""
_CSS_ESCAPE = re.compile(r"\\(?:(?P<code>[0-9a-f]{1,6})\s?|(?P<sign>.))", re.IGNORECASE | re.DOTALL)
_AT_A_HOST = re.compile(r"\s*(?:https?:|[/\\]{2}\w)", re.IGNORECASE)
_ASKS = re.compile(_URL, re.IGNORECASE)
_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0\xad​-‏⁠﻿]")
_SCRIPT = re.compile(r"<script", re.IGNORECASE)
_RUNS_IN_XML = re.compile(r"<(?:[\w.-]+:)?script\b|<\?xml-stylesheet|<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
"""What makes a browser run something in an XML file, or hides it from a search such as this."""

_BY_AUTHOR = "If it stands in a page of the hub, take it out there."
_OF_THEME = "Put it into the folder of the theme (custom_dir), and list it in mkdocs.yml: extra_javascript."
_LOCAL = "Put the file into the folder of pages, and link to it there."


def unsafe_html(tree: Tree, scripts: frozenset[str]) -> Iterator[Finding]:
    """What runs, or loads from another host: in pages, zips for USB sticks, scripts, stylesheets, feeds.

    `scripts` are the SHA-256 of the theme's script files: a file of another content is not theirs.
    """
    known = known_scripts(tree)
    reference = tree.pages.get(REFERENCE)
    if reference is None:
        yield Finding(REFERENCE, "The site has no error page.", "The theme makes one: leave it in.")
        return
    sources = frozenset(_script_files(reference, tree))
    for page in tree.pages.values():
        yield from _page(page, tree, known, sources)
    try:
        packed = list(tree.packed_pages.values())
    except ValueError as error:
        yield Finding("a zip", str(error), "Take the file out of the folder of pages.")
        return
    carried = frozenset(_carried(tree, sources))
    for page in packed:
        yield from _page(page, tree, frozenset(), carried)
    for name, path in tree.files.items():
        runs = ending(name) in SCRIPTS or name in sources
        if runs and hashlib.sha256(path.read_bytes()).hexdigest() not in scripts:
            yield Finding(name, "This script file is not the theme's, or has been changed.", _OF_THEME)
        elif ending(name) in STYLES:
            text = path.read_text("utf-8", errors="replace")
            if any(_elsewhere(url, tree) for url in _urls(text)):
                yield Finding(name, "This stylesheet loads something from another host.", _LOCAL)
        elif ending(name) in DRAWINGS:
            yield from _page(FinishedPage.read(name, path.read_bytes()), tree, frozenset(), frozenset())
        elif ending(name) in OTHER_PAGES or (
            ending(name) in FEEDS and _RUNS_IN_XML.search(path.read_text("utf-8", errors="replace"))
        ):
            yield Finding(name, "This file can run a script when it is opened.", "Leave it out of the site.")


def _page(
    page: FinishedPage, tree: Tree, known: frozenset[str], sources: frozenset[str]
) -> Iterator[Finding]:
    if "\0" in page.source:
        yield Finding(page.path, "A character stands here that is no text.", _BY_AUTHOR)
    for line in page.doubtful:
        yield Finding(
            f"{page.path}:{line}", "Browsers may read this comment or tag in another way.", _BY_AUTHOR
        )
    for tag in page.tags:
        where = f"{page.path}:{tag.line}"
        if tag.name == "script":
            yield from _script(tag, where, page, tree, known, sources)
        elif tag.name in _REFUSED:
            yield Finding(where, f"The element <{tag.name}> is not allowed.", _BY_AUTHOR)
        elif tag.name == "meta" and (tag.get("http-equiv") or "").lower() in ("refresh", "set-cookie"):
            yield Finding(where, "A page may not lead on to another by itself.", _BY_AUTHOR)
        elif tag.name == "style" and ending(page.path) not in DRAWINGS:
            yield Finding(where, "A page may not bring its own style.", _BY_AUTHOR)
        yield from _attributes(tag, where, page, tree)
        if tag.name == "style" and any(_elsewhere(url, tree) for url in _urls(tag.text)):
            yield Finding(where, "This is loaded from another host.", _LOCAL)
    if len(_SCRIPT.findall(page.source)) != sum(tag.name == "script" for tag in page.tags):
        yield Finding(page.path, "A script stands where none can be.", _BY_AUTHOR)
    for name, times in Counter(page.ids).items():
        if times > 1:
            yield Finding(page.path, f'The id "{name}" stands {times} times.', "An id is for one element.")


def _script(
    tag: Tag, where: str, page: FinishedPage, tree: Tree, known: frozenset[str], sources: frozenset[str]
) -> Iterator[Finding]:
    source = tag.get("src")
    if tag.get("href") is not None or tag.get("xlink:href") is not None:
        yield Finding(where, "A script of a drawing is not allowed.", _BY_AUTHOR)
    if source is not None and _rooted(source, page, tree) not in sources:
        yield Finding(where, "This script file is not known.", _OF_THEME)
    if source is None and not is_data(tag) and shape(tag) not in known:
        yield Finding(where, "This script is not known.", _BY_AUTHOR)


def _script_files(reference: FinishedPage, tree: Tree) -> Iterator[str]:
    """The files of the theme's and the hub's scripts, from the site's root."""
    for tag in reference.tags:
        source = tag.get("src") if tag.name == "script" else None
        if source is not None:
            yield _rooted(source, reference, tree)


def _carried(tree: Tree, sources: frozenset[str]) -> Iterator[str]:
    """The same files where a zip carries them along, unchanged."""
    known = {tree.files[name].read_bytes() for name in sources if name in tree.files}
    yield from (name for name, content in tree.packed() if ending(name) in SCRIPTS and content in known)


def _rooted(source: str, page: FinishedPage, tree: Tree) -> str:
    """Where a script lies, from the site's root; an address at another host stays what it is."""
    if _elsewhere(source, tree) or ":" in source:
        return source
    if source.startswith("/"):
        return source.removeprefix(tree.base)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), source))


def _attributes(tag: Tag, where: str, page: FinishedPage, tree: Tree) -> Iterator[Finding]:
    loaded = _LOADED.get(tag.name, ())
    if tag.name == "link" and _LOADED_LINKS & set((tag.get("rel") or "").lower().split()):
        loaded = ("href", "imagesrcset")
    for name, value in tag.attributes:
        if _RUNS.match(name) or name in _ALSO_REFUSED:
            yield Finding(where, f"The attribute {name} is not allowed.", _BY_AUTHOR)
        elif name == "style" and not (page.path.endswith("/email.html") or ending(page.path) in DRAWINGS):
            yield Finding(where, "The attribute style is not allowed.", _BY_AUTHOR)
        elif name in _ADDRESS and _runs(value, picture=name != "href" and tag.name == "img"):
            yield Finding(
                where, "This link would run a script or show a page made of its address.", _BY_AUTHOR
            )
        elif (name in loaded and any(_elsewhere(one, tree) for one in _addresses(name, value))) or (
            (name == "style" or _ASKS.search(value)) and any(_elsewhere(url, tree) for url in _urls(value))
        ):
            yield Finding(where, "This is loaded from another host.", _LOCAL)


def _addresses(name: str, value: str) -> list[str]:
    return [one.split()[0] for one in value.split(",") if one.split()] if "srcset" in name else [value]


def _runs(value: str, *, picture: bool) -> bool:
    """True for an address of a kind that a browser runs or shows as a page of ours."""
    plain = _BLANKS.sub("", value).lower()
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", plain)
    if scheme is None or scheme[1] in _SAFE_SCHEMES:
        return False
    return not (picture and re.match(r"data:image/(?:png|jpeg|gif|webp|avif)[;,]", plain))


def _elsewhere(url: str, tree: Tree) -> bool:
    """True for an address at another host."""
    plain = _BLANKS.sub("", url).replace("\\", "/")
    if plain.lower().startswith("data:"):
        return False
    try:
        parts = urlsplit(plain)
    except ValueError:
        return True
    if not (parts.scheme or parts.netloc):
        return False
    return not (tree.site_url and plain.startswith(tree.site_url.rstrip("/") + "/"))


def _urls(css: str) -> Iterator[str]:
    """Addresses in a stylesheet: after url( and @import, and all texts that name a host."""
    for found in _CSS.finditer(css):
        written = found["bare"] or found["double"] or found["single"] or ""
        meant = _CSS_ESCAPE.sub(_letter, written)
        if found["bare"] or found["asked"] or _AT_A_HOST.match(meant):
            yield meant


def _letter(found: re.Match[str]) -> str:
    """What an escape stands for: a letter by its number, a sign by itself, and a line's end for nothing."""
    if found["code"]:
        return chr(min(int(found["code"], 16), sys.maxunicode))
    return "" if found["sign"] == "\n" else found["sign"]
