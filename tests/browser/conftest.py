"""One browser for a worker, the finished site behind a local address, and pages that watch themselves."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

import chromium
from built_site import BuiltSite
from page_kinds import RunningPage
from served_site import served


@pytest.fixture(scope="session")
def address(built_site: BuiltSite) -> Iterator[str]:
    """Where the finished site is served: "http://127.0.0.1:…/cyclebook/"."""
    assert built_site.exit_code == 0, built_site.output
    with served(built_site.folder) as here:
        yield here


@pytest.fixture(scope="session")
def running_address(running_site: BuiltSite) -> Iterator[str]:
    """Where the site of the cohort that runs is served."""
    assert running_site.exit_code == 0, running_site.output
    with served(running_site.folder) as here:
        yield here


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window that finds no host but this machine."""
    alone = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium.find(), args=[*chromium.FLAGS, alone])
        yield found
        found.close()


@dataclass
class Watched:
    """A page of the site in a browser, with all that went wrong on the way."""

    page: Page
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


Open = Callable[..., Watched]


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> dict[tuple[str, bool], BrowserContext]:
    """One context for light and one for dark, each with and without script; pages in it share its cache."""
    return {
        (scheme, script): browser.new_context(color_scheme=scheme, java_script_enabled=script)
        for scheme in ("light", "dark")
        for script in (True, False)
    }


@pytest.fixture
def open_page(
    contexts: dict[tuple[str, bool], BrowserContext], address: str, request: pytest.FixtureRequest
) -> Iterator[Open]:
    """Opens a page at a width; requests to other hosts, which all fail, are written down."""
    with ExitStack() as stack:

        def opened(
            path: str, *, width: int = 1280, height: int = 900, scheme: str = "light", script: bool = True
        ) -> Watched:
            here = request.getfixturevalue("running_address") if isinstance(path, RunningPage) else address
            watched = Watched(contexts[scheme, script].new_page())
            stack.callback(watched.page.close)
            watched.page.set_viewport_size({"width": width, "height": height})
            watched.page.on("request", lambda asked: _note_foreign(watched, asked.url, here))
            watched.page.on("pageerror", lambda error: watched.errors.append(str(error)))
            watched.page.on("console", lambda said: _note_error(watched, said))
            watched.page.goto(here + path, wait_until="load")
            watched.page.evaluate("document.fonts.ready.then(() => true)")
            return watched

        yield opened


def _note_foreign(watched: Watched, url: str, address: str) -> None:
    here = urlsplit(url)
    if here.scheme not in ("data", "blob") and here.netloc != urlsplit(address).netloc:
        watched.foreign.append(url)


def _note_error(watched: Watched, said: ConsoleMessage) -> None:
    if said.type == "error":
        watched.errors.append(f"{said.text} ({said.location.get('url')})")
