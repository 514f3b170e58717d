"""The zip of a convening, unpacked and opened from a folder: no server, no network."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from built_site import BuiltSite

pytestmark = pytest.mark.browser

_LINKS = "[...document.querySelectorAll('a[href]')].map(one => one.href.split('#')[0])"
_BROKEN_FRAGMENTS = """() => [...document.querySelectorAll('a[href^="#"]')]
  .filter(one => !document.getElementById(one.getAttribute('href').slice(1)))
  .map(one => one.outerHTML)"""
_FONTS = "document.fonts.ready.then(() => [...document.fonts].some(one => one.status === 'loaded'))"


@pytest.fixture(scope="module")
def stick(built_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked zip of the meeting that shows the full form."""
    folder = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(built_site.folder / "convenings/winter-2026.zip") as archive:
        archive.extractall(folder)
    return folder / "winter-2026"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser with no network."""
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


def test_every_page_opens_from_a_folder(stick: Path, page: Page) -> None:
    """From the list every page is reached; charts are drawn; nothing fails and the console is silent."""
    went_wrong: list[str] = []
    page.on("requestfailed", lambda request: went_wrong.append(request.url))
    page.on("console", lambda said: went_wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: went_wrong.append(str(error)))
    waiting, seen, charts = [(stick / "index.html").as_uri()], set[str](), 0
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        page.goto(address, wait_until="load")
        assert page.locator("h1").count() == 1, address
        assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1, address
        assert page.evaluate(_FONTS), address
        assert page.evaluate(_BROKEN_FRAGMENTS) == [], address
        charts += page.locator("article .plot svg:visible").count()
        links = [link for link in page.evaluate(_LINKS) if link.startswith("file:")]
        waiting += [link for link in links if link.endswith(".html")]
        assert all(Path(link.removeprefix("file://")).is_file() for link in links), address

    assert went_wrong == []
    assert {Path(one.removeprefix("file://")) for one in seen} == set(stick.rglob("*.html"))
    assert len(seen) == 14
    assert charts > 8


def test_styles_reach_the_page(stick: Path, page: Page) -> None:
    """The page from a folder is set in our typography, on a white ground."""
    page.goto((stick / "convenings/winter-2026/index.html").as_uri())

    font = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert font.startswith('"Cyclebook Serif Display"')
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_no_search_and_no_foreign_address_without_a_click(stick: Path) -> None:
    """The pages ask for nothing that is not on the stick: no script of the theme, no search."""
    for file in stick.rglob("*.html"):
        text = file.read_text("utf-8")
        assert "md-search" not in text
        assert "bundle" not in text
        assert "__config" not in text
