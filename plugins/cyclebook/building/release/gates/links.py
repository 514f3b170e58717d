"""The link gate: every link within the site leads to a file that is there, and to a place in it."""

import json
import posixpath
import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import unquote, urlsplit

from cyclebook.building.release.finding import Finding
from cyclebook.building.release.finished import FinishedPage, Tree
from cyclebook.model.file_kinds import FEEDS, ending

_MEND = "Mend the link in the page, or put the file there."
_LINKS = ("href", "src", "poster", "action")
_WITHOUT_A_PLACE = frozenset({"", "top"})
_FEED_LINK = re.compile(r"""(?:href="|<loc>|<id>)(?P<link>https?://[^"<]+)""")
_SEARCH = "search/search_index.json"


def broken_links(tree: Tree) -> Iterator[Finding]:
    """Links of pages, feeds, the sitemap and the search that lead nowhere in the site."""
    for page in tree.pages.values():
        for tag in page.tags:
            for name in _LINKS:
                link = tag.get(name)
                if link is not None:
                    told = _against(link, page, tree)
                    if told:
                        yield Finding(f"{page.path}:{tag.line}", told, _MEND)
    yield from _in_feeds(tree)
    yield from _in_search(tree)


def without_dead_links(tree: Tree, pages: frozenset[str]) -> None:
    """Turn links of these pages that lead nowhere into plain words: what they led to is gone."""
    for name in sorted(pages & tree.pages.keys()):
        page = tree.pages[name]
        source = page.source
        for link in {tag.get("href") for tag in page.tags if tag.name == "a"}:
            if link is not None and _against(link, page, tree):
                source = source.replace(f' href="{escape(link)}"', "").replace(f' href="{link}"', "")
        if source != page.source:
            (tree.folder / name).write_bytes(source.encode())


def _against(link: str, page: FinishedPage, tree: Tree) -> str | None:
    """What is wrong with a link, None where it leads where it says or out of the site."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return "This link is no address."
    inside = tree.site_url is not None and link.startswith(tree.site_url.rstrip("/") + "/")
    if (parts.scheme or parts.netloc) and not inside:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        if not path.startswith(tree.base):
            return f'"{_shown(link)}" leads out of the site.'
        found = _file(path.removeprefix(tree.base), tree)
    elif path:
        found = _file(posixpath.join(posixpath.dirname(page.path), path), tree)
    else:
        found = page.path
    if found is None:
        return f'"{_shown(link)}" leads to nothing.'
    place = unquote(parts.fragment)
    target = tree.pages.get(found)
    if target is None or place in _WITHOUT_A_PLACE or place in target.anchors:
        return None
    return f'"{_shown(link)}" leads to a place that is not on that page.'


def _file(path: str, tree: Tree) -> str | None:
    """The file that a web host gives for a path, None where it gives none."""
    normal = posixpath.normpath(path) if path else "."
    if normal.startswith("../") or normal == "..":
        return None
    inner = "" if normal == "." else normal
    if inner in tree.files and not path.endswith("/"):
        return inner
    index = f"{inner}/index.html".lstrip("/")
    return index if index in tree.files else None


def _in_feeds(tree: Tree) -> Iterator[Finding]:
    if tree.site_url is None:
        return
    root = tree.site_url.rstrip("/") + "/"
    for name, path in tree.files.items():
        if ending(name) not in FEEDS:
            continue
        for found in _FEED_LINK.finditer(path.read_text("utf-8", errors="replace")):
            link = unescape(found["link"])
            inner = unquote(urlsplit(link).path).removeprefix(tree.base)
            if link.startswith(root) and _file(inner, tree) is None:
                yield Finding(name, f'"{_shown(link)}" leads to nothing.', _MEND)


def _in_search(tree: Tree) -> Iterator[Finding]:
    """Every entry of the search index is a page of the site, or a place on one."""
    path = tree.files.get(_SEARCH)
    if path is None:
        return
    for entry in json.loads(path.read_text("utf-8")).get("docs", []):
        location = unquote(str(entry.get("location", "")))
        address, _, place = location.partition("#")
        page = tree.pages.get(_file(address, tree) or "")
        if page is None or (place and place not in page.anchors):
            yield Finding(_SEARCH, f'The search leads to "{_shown(location)}", which is not there.', _MEND)


def _shown(link: str) -> str:
    return link if len(link) <= 100 else f"{link[:99]}…"
