"""Strings made to do harm, wherever an author can write: in a browser nothing runs or is sent for."""

import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

from built_site import SITE_URL, BuiltSite
from cyclebook.building import compile_site
from harm import harm_in_files
from hostile_network import SEARCHED, network, own_strings, shared_strings, without_unseen
from served_site import served
from small_site import DEFAULTS, SmallSite

pytestmark = [pytest.mark.browser, pytest.mark.site]

Make = Callable[..., SmallSite]

_LETTERS = 1_800
"""With so many in every key, the largest file stays below its limit."""
_SHARES = 8
"""The large collection runs in so many tests, side by side where there are more cores than one."""
_COUNT = """
window.__ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = (...told) => { window.__ran.push(name + "(" + told + ")"); };
document.addEventListener("submit", event => { window.__ran.push("submit"); event.preventDefault(); });
"""
_LOOK = """
() => {
  const found = [];
  const plain = value => value.replace(/[\\u0000-\\u0020]+/g, "").toLowerCase();
  const bad = "iframe,frame,object,embed,applet,base,meta[http-equiv],portal,foreignObject,animate,set";
  for (const one of document.querySelectorAll(bad)) found.push(one.outerHTML.slice(0, 200));
  for (const one of document.querySelectorAll("*")) {
    const inside = one.closest("article, .md-search-result");
    for (const { name, value } of one.attributes) {
      if (name.startsWith("on") || name === "srcdoc") found.push(name + " on " + one.outerHTML.slice(0, 200));
      if (inside && name === "style") found.push("style on " + one.outerHTML.slice(0, 200));
      if (/^(javascript|vbscript|data):/.test(plain(value)) && /href|src|action|data$/.test(name))
        found.push(name + " of " + one.outerHTML.slice(0, 200));
    }
    if (inside && /^(script|style|form)$/i.test(one.tagName)) found.push(one.outerHTML.slice(0, 200));
  }
  return found;
}
"""


@dataclass
class Harm:
    """What pages did that they should not have done."""

    found: list[str] = field(default_factory=list)
    pages: int = 0
    results: int = 0
    """Results of a search that were on the screen."""


def _groups(strings: list[str]) -> list[list[str]]:
    """The strings, as many together as fit into every key of one file."""
    groups: list[list[str]] = [[]]
    for one in map(without_unseen, strings):
        if sum(map(len, groups[-1])) + len(one) > _LETTERS and groups[-1]:
            groups.append([])
        groups[-1].append(one)
    return groups


def _written(small_site: Make, chunks: list[list[str]]) -> SmallSite:
    files: dict[str, str | None] = dict.fromkeys(DEFAULTS)
    project = small_site(files)
    for name, text in network(chunks).items():
        path = project.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return project


def _compiled(project: Path) -> dict[str, bytes]:
    """Every article and every download of a project, without the frame that the theme puts around."""
    site = compile_site(
        project / "teams",
        PurePosixPath("teams"),
        as_of=date(2026, 11, 1),
        site_url=SITE_URL,
        quoting=True,
        content=(project / "content", PurePosixPath("content")),
    )
    assert site.broken == ()
    files = {f"{page.address}index.html": f"<article>{page.html}</article>" for page in site.pages}
    files |= {one.address: one.text for page in site.pages for one in page.downloads}
    return {name: text.encode() for name, text in files.items()}


def _visited(browser: Browser, site: BuiltSite) -> Harm:
    """All pages of a site, opened and looked at; then a search that finds the strings."""
    harm = Harm()
    with served(site.folder) as address:
        context = browser.new_context()
        context.add_init_script(_COUNT)
        page = context.new_page()
        here = urlsplit(address).netloc
        asked: list[str] = []

        def note(request: Request) -> None:
            if urlsplit(request.url).netloc not in (here, ""):
                asked.append(request.url)

        page.on("request", note)
        page.on("dialog", lambda dialog: (asked.append(f"dialog {dialog.message}"), dialog.dismiss()))
        for name in _names(site):
            page.goto(address + name.removesuffix("index.html"), wait_until="load")
            harm.pages += 1
            _look(page, name, harm)
            harm.found += [f"{name}: asked for {one}" for one in asked]
            asked.clear()
        _search(page, address, harm)
        harm.found += [f"search: asked for {one}" for one in asked]
        context.close()
    return harm


def _look(page: Page, name: str, harm: Harm) -> None:
    """Wake what waits for a pointer or for the focus, then see what ran and what stands there."""
    page.evaluate(
        """() => {
          for (const one of document.querySelectorAll("article details")) one.open = true;
          for (const one of document.querySelectorAll("article *"))
            for (const kind of ["mouseover", "focus", "toggle", "error", "load"])
              one.dispatchEvent(new Event(kind));
        }"""
    )
    harm.found += [f"{name}: {one}" for one in page.evaluate("window.__ran")]
    harm.found += [f"{name}: {one}" for one in page.evaluate(_LOOK)]


def _search(page: Page, address: str, harm: Harm) -> None:
    page.goto(address, wait_until="load")
    query = page.locator("[data-md-component=search-query]").first
    query.fill(SEARCHED)
    query.press("End")  # the theme reads the words when a key is let go
    page.wait_for_selector(".md-search-result__item", timeout=240_000)
    page.evaluate("for (const one of document.querySelectorAll('.md-search-result details')) one.open = true")
    for _ in range(12):
        page.evaluate("document.querySelector('.md-search__scrollwrap').scrollBy(0, 1e6)")
        page.wait_for_timeout(100)
    harm.results = page.locator(".md-search-result__item").count()
    _look(page, "search", harm)


def _names(site: BuiltSite) -> Iterator[str]:
    """Pages that hold an author's words: all but the guide, and no e-mail."""
    for name in site.files:
        if name.endswith("index.html") and not name.startswith(("guide/", "how-we-read")):
            yield name


def _assert_harmless(site: BuiltSite, browser: Browser) -> Harm:
    assert site.exit_code == 0, site.output[-3000:]
    assert harm_in_files(site.files) == []
    harm = _visited(browser, site)
    assert harm.found == []
    return harm


@pytest.fixture(scope="module")
def hostile_site(small_site: Make) -> BuiltSite:
    """Our own strings in every place, two storyboards and articles of them."""
    strings = [without_unseen(one) for one in own_strings()]
    return _written(small_site, [strings[:25], strings[25:]]).build(strict=False)  # links that lead nowhere


def test_own_strings_do_nothing_anywhere(hostile_site: BuiltSite, browser: Browser) -> None:
    """In a site full of them nothing runs, nothing is asked for elsewhere, and no such element stands."""
    harm = _assert_harmless(hostile_site, browser)
    assert harm.pages > 20
    assert harm.results > 5


def test_strings_are_there_to_be_read(hostile_site: BuiltSite) -> None:
    """The strings were not lost on the way: they stand as words on the page, in downloads, in the index."""
    story = hostile_site.words("cohorts/2026-spring/team-1/")
    for one in own_strings()[:5]:
        assert " ".join(one.split()) in story
    index = json.loads(hostile_site.text("search/search_index.json"))["docs"]
    assert sum(SEARCHED in entry["text"] for entry in index) > 20
    sheets = [hostile_site.text(name) for name in hostile_site.files if name.endswith(".csv")]
    assert "=HYPERLINK" in " ".join(sheets)


def test_search_index_holds_text_not_markup(hostile_site: BuiltSite) -> None:
    """Material puts what the index holds on the page as HTML: only its own few tags are left in it."""
    index = json.loads(hostile_site.text("search/search_index.json"))["docs"]
    tags = {
        tag.lower()
        for entry in index
        for part in (entry["title"], entry["text"])
        for tag in re.findall(r"<\s*/?\s*([A-Za-z!?][\w-]*)[^>]*>", part)
    }
    entries = [f"{entry['title']} {entry['text']}" for entry in index]
    attributes = [part for entry in entries for part in re.findall(r"<\w+\s[^>]*>", entry)]
    known = {
        "p",
        "ul",
        "ol",
        "li",
        "code",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "dl",
        "dt",
        "dd",
        "sup",
    }
    assert tags <= known
    assert attributes == []


def _all_groups() -> list[list[str]]:
    strings = [*own_strings(), *shared_strings()]
    random.Random(6).shuffle(strings)  # noqa: S311 - any order will do
    groups = _groups(strings)
    assert sum(map(len, groups)) == len(strings) > 1_000
    return groups


@pytest.mark.slow
@pytest.mark.parametrize("share", range(_SHARES))
def test_all_strings_in_all_places(small_site: Make, browser: Browser, share: int) -> None:
    """The large collection and ours, each string in every place: 0 of all do anything.

    Every article goes through the browser by itself, and of the first group of a share a whole site.
    """
    groups = _all_groups()[share::_SHARES]
    articles = pages = 0
    for number, group in enumerate(groups):
        project = _written(small_site, [group])
        files = _compiled(project.project)
        assert harm_in_files(files) == []
        articles += _alone(browser, files)
        if number == 0:
            pages += _assert_harmless(project.build(strict=False), browser).pages
    strings = sum(map(len, groups))
    told = f"{strings} strings in {len(groups)} groups, {articles} articles, {pages} pages of sites: 0\n"
    sys.stdout.write(told)  # with -rP, for whoever waits
    assert articles > 20 * len(groups)
    assert pages > 20


def _alone(browser: Browser, files: dict[str, bytes]) -> int:
    """Articles on a page of nothing else; how many."""
    harm = Harm()
    asked: list[str] = []
    context = browser.new_context()
    context.add_init_script(_COUNT)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (asked.append(f"dialog {dialog.message}"), dialog.dismiss()))
    for name, content in files.items():
        if name.endswith(".html"):
            page.goto("about:blank")
            page.set_content(content.decode())
            harm.pages += 1
            _look(page, name, harm)
    context.close()
    assert harm.found == []
    assert [one for one in asked if urlsplit(one).scheme != "about"] == []
    return harm.pages
