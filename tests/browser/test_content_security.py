"""A published page runs the theme's own scripts and nothing else, and asks no other host for anything."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from built_site import SITE_URL, BuiltSite
from cyclebook.building.release.content_security import HEADERS, protect
from cyclebook.building.release.finished import Tree
from page_kinds import KINDS
from served_site import served

pytestmark = pytest.mark.browser

EMAIL = "cohorts/2026-winter/weeks/7/email.html"
_NOTE = """window.against = [];
document.addEventListener("securitypolicyviolation",
  one => window.against.push(`${one.violatedDirective} ${one.blockedURI} ${one.sourceFile}`))"""


@pytest.fixture(scope="module")
def protected(built_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site with a policy in every page."""
    folder = tmp_path_factory.mktemp("protected") / "site"
    shutil.copytree(built_site.folder, folder)
    protect(Tree(folder, SITE_URL))
    return folder


@pytest.fixture(scope="module")
def published(protected: Path) -> Iterator[str]:
    """Where the protected site is served."""
    with served(protected) as here:
        yield here


@pytest.fixture
def page(browser: Browser, published: str) -> Iterator[Page]:
    """A page that writes down what the policy stops, and what is asked of other hosts."""
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.add_init_script(_NOTE)
    page.foreign = []  # type: ignore[attr-defined]
    here = urlsplit(published).netloc
    page.on("request", lambda one: urlsplit(one.url).netloc in ("", here) or page.foreign.append(one.url))  # type: ignore[attr-defined]
    yield page
    context.close()


def _against(page: Page) -> list[str]:
    page.wait_for_load_state("networkidle")
    return [*page.evaluate("window.against"), *page.foreign]  # type: ignore[attr-defined]


def test_no_page_breaks_its_own_policy(page: Page, published: str) -> None:
    """On every kind of page, on screen and on paper, the policy stops nothing that the page needs."""
    for kind, path in [*KINDS.items(), ("file for e-mail", EMAIL)]:
        page.goto(published + path, wait_until="load")
        assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1, kind
        page.emulate_media(media="print")
        page.emulate_media(media="screen")
        assert _against(page) == [], kind
    page.goto(f"{published}{KINDS['storyboard filled in']}", wait_until="load")
    page.pdf()
    assert _against(page) == []


def test_search_and_palette_work(page: Page, published: str) -> None:
    """The search finds a team, and the switch to the dark mode holds on the next page."""
    page.goto(published, wait_until="load")
    page.locator("[data-md-component=search-query]").press_sequentially("Alder Ferry")
    page.locator(".md-search-result__item").first.wait_for(state="attached", timeout=20_000)
    page.keyboard.press("Escape")
    page.locator("label.md-header__button[title='Switch to dark mode']").click()
    page.goto(f"{published}about/", wait_until="load")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert _against(page) == []


def test_table_of_a_cohort_is_filtered(page: Page, published: str) -> None:
    """The site's own scripts run under the policy."""
    page.goto(f"{published}cohorts/2026-winter/", wait_until="load")
    assert page.locator("article .filters").first.is_visible()
    assert _against(page) == []


@pytest.mark.parametrize(
    "injected",
    [
        "<script>window.ran = true</script>",
        "<script src='data:text/javascript,window.ran=true'></script>",
        "<img src='x' onerror='window.ran = true'>",
        "<iframe srcdoc='<script>parent.ran = true</script>'></iframe>",
        "<img src='http://tracker.example/a.gif'>",
        "<p style='position: fixed'>x</p>",
    ],
)
def test_injected_html_does_nothing(page: Page, published: str, protected: Path, injected: str) -> None:
    """What slips into a finished page neither runs, nor loads, nor covers the page."""
    bad = protected / "about/bad.html"
    source = (protected / "about/index.html").read_text("utf-8")
    bad.write_text(source.replace("</article>", f"{injected}</article>", 1), "utf-8")
    page.goto(f"{published}about/bad.html", wait_until="load")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.ran") is None
    stopped = page.evaluate("window.against")
    assert stopped or "srcdoc" in injected  # there the policy is broken within the frame
    bad.unlink()


def test_headers_list_the_same(page: Page, published: str, protected: Path) -> None:
    """The policy of `_headers`, sent by the host beside that of the page, stops nothing either."""
    lines = dict(
        line.strip().split(": ", 1) for line in (protected / HEADERS).read_text().splitlines() if ": " in line
    )

    def answer(route: object) -> None:
        response = route.fetch()  # type: ignore[attr-defined]
        route.fulfill(response=response, headers={**response.headers, **lines})  # type: ignore[attr-defined]

    page.route("**/*", answer)
    for path in ("", KINDS["storyboard filled in"], KINDS["invented cohort"], EMAIL, KINDS["not found"]):
        page.goto(published + path, wait_until="load")
        assert _against(page) == [], path
