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
from cyclebook.pages.prose import AUTHORS_LINK

_MEND = "Mend the link in the page, or put the file there."
_LINKS = ("href", "src", "poster", "action")
_WITHOUT_A_PLACE = frozenset({"", "top"})
_FEED_LINK = re.compile(r"""(?:href="|<loc>|<id>)(?P<link>https?://[^"<]+)""")
_SEARCH = "search/search_index.json"
_OPENING = re.compile(r'<a(?:\s+[\w-]+="[^"]*")*\s*>')
_HREF = re.compile(r' href="(?P<link>[^"]*)"')
_BY_AUTHOR = f'rel="{AUTHORS_LINK}"'
_LONGEST = 100


def broken_links(tree: Tree, *, quoting: bool = True) -> Iterator[Finding]:
    """Links of pages, feeds, the sitemap and the search that lead nowhere in the site.

    With `quoting` False (public logs) no link is shown: it may name a team whose embargo is not over.
    """
    for page in tree.pages.values():
        for tag in page.tags:
            for name in _LINKS:
                link = tag.get(name)
                if link is not None:
                    told = _against(link, page, tree)
                    if told:
                        what = f"{_shown(link, quoting=quoting)} {told}"
                        yield Finding(f"{page.path}:{tag.line}", what, _MEND)
    yield from _in_feeds(tree, quoting=quoting)
    yield from _in_search(tree, quoting=quoting)


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


def without_authors_dead_links(tree: Tree, addresses: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Turn links that authors wrote on the pages at these addresses, and that lead nowhere, into plain words.

    Returns them by address. A team's mistake costs that team a link, and nobody a page; our own
    links stay, for the gate to find.
    """
    lost: dict[str, tuple[str, ...]] = {}
    for address in sorted(addresses):
        name = f"{address}index.html"
        path = tree.files.get(name)
        if path is None or _BY_AUTHOR not in (source := path.read_bytes().decode("utf-8", "replace")):
            continue
        page, gone = tree.pages[name], list[str]()

        def mended(found: re.Match[str], page: FinishedPage = page, gone: list[str] = gone) -> str:
            tag = found[0]
            href = _HREF.search(tag)
            if href is None or _BY_AUTHOR not in tag or not _against(unescape(href["link"]), page, tree):
                return tag
            gone.append(unescape(href["link"]))
            return tag.replace(href[0], "")

        after = _OPENING.sub(mended, source)
        if gone:
            path.write_bytes(after.encode())
            lost[address] = tuple(gone)
    return lost


def _against(link: str, page: FinishedPage, tree: Tree) -> str | None:
    """What is wrong with a link, None where it leads where it says or out of the site."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return "is no address."
    inside = tree.site_url is not None and link.startswith(tree.site_url.rstrip("/") + "/")
    if (parts.scheme or parts.netloc) and not inside:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        if not path.startswith(tree.base):
            return "leads out of the site."
        found = _file(path.removeprefix(tree.base), tree)
    elif path:
        found = _file(posixpath.join(posixpath.dirname(page.path), path), tree)
    else:
        found = page.path
    if found is None:
        return "leads to nothing."
    place = unquote(parts.fragment)
    target = None if place in _WITHOUT_A_PLACE else tree.pages.get(found)
    if target is None or place in target.anchors:
        return None
    return "leads to a place that is not on that page."


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


def _in_feeds(tree: Tree, *, quoting: bool) -> Iterator[Finding]:
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
                yield Finding(name, f"{_shown(link, quoting=quoting)} leads to nothing.", _MEND)


def _in_search(tree: Tree, *, quoting: bool) -> Iterator[Finding]:
    """Every entry of the search index is a page of the site, or a place on one."""
    path = tree.files.get(_SEARCH)
    if path is None:
        return
    for entry in json.loads(path.read_text("utf-8")).get("docs", []):
        location = unquote(str(entry.get("location", "")))
        address, _, place = location.partition("#")
        page = tree.pages.get(_file(address, tree) or "")
        if page is None or (place and place not in page.anchors):
            led = _shown(location, quoting=True) if quoting else "a place"
            yield Finding(_SEARCH, f"The search leads to {led}, which is not there.", _MEND)


def _shown(link: str, *, quoting: bool) -> str:
    if not quoting:
        return "This link"
    return f'"{link}"' if len(link) <= _LONGEST else f'"{link[: _LONGEST - 1]}…"'
