"""Pages on paper."""

import re

import pytest

from built_site import SITE_URL
from page_kinds import KINDS, STORYBOARDS

pytestmark = pytest.mark.browser

_SHOWN = """all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height)
  .map(one => one.className)"""
_CLUTTER = (
    ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-search, .md-skip, .contents, .crumbs, .neighbours, "
    ".filters"
)
_WIDTHS = {"Letter": 701, "A4": 679}
"""The width of a sheet inside the margins of book.css, in CSS pixels."""


@pytest.mark.parametrize("kind", KINDS)
def test_no_navigation_on_paper(open_page, kind: str) -> None:
    """Header, tabs, side bars, foot and links to other pages are not printed."""
    page = open_page(KINDS[kind]).page
    page.emulate_media(media="print")
    shown = page.locator(_CLUTTER).evaluate_all(_SHOWN)
    assert shown == []
    assert page.locator("article h1").is_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_the_paper(open_page, kind: str) -> None:
    """Every table and figure ends inside the margins of both papers."""
    page = open_page(KINDS[kind]).page
    page.emulate_media(media="print")
    for paper, width in _WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, paper


@pytest.mark.parametrize("kind", [*STORYBOARDS, "cohort", "invented cohort"])
def test_drawings_stay_in_their_column(open_page, kind: str) -> None:
    """No drawing reaches over the column beside it."""
    page = open_page(KINDS[kind]).page
    page.emulate_media(media="print")
    page.set_viewport_size({"width": _WIDTHS["Letter"], "height": 900})
    beyond = page.locator("article .plot svg").evaluate_all(
        """all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().right >
             one.closest(".plot").getBoundingClientRect().right + 1).length"""
    )
    assert beyond == 0


@pytest.mark.parametrize("kind", [*STORYBOARDS, "cohort"])
def test_tables_are_open_on_paper(open_page, kind: str) -> None:
    """The data behind each chart are printed, though nobody opened them."""
    page = open_page(KINDS[kind]).page
    page.emulate_media(media="print")
    hidden = page.locator("article details table").evaluate_all(
        "all => all.filter(one => !one.checkVisibility() || !one.getBoundingClientRect().height).length"
    )
    assert hidden == 0
    if kind != "storyboard without weeks":
        assert page.locator("article details table").count() > 0


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "not found"])
def test_address_is_printed_at_the_foot(open_page, kind: str) -> None:
    """The page's public address and its QR code stand at the foot of the paper, and not on the screen."""
    page = open_page(KINDS[kind]).page
    colophon = page.locator("article .colophon__print")
    assert not colophon.is_visible()
    page.emulate_media(media="print")
    assert colophon.is_visible()
    assert SITE_URL.removeprefix("https://") + KINDS[kind] in colophon.inner_text()
    assert colophon.locator("svg").is_visible()


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("kind", [*STORYBOARDS, "cohort"])
def test_prints_on_letter_and_a4(open_page, kind: str, paper: str) -> None:
    """A page becomes a PDF of a few sheets of the size asked for."""
    pdf = open_page(KINDS[kind]).page.pdf(format=paper, prefer_css_page_size=False)
    assert pdf.startswith(b"%PDF")
    sheets = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 1 <= sheets <= 10
    size = {"Letter": (612, 792), "A4": (595, 842)}[paper]
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([0-9.]+)\s+([0-9.]+)", pdf)
    assert boxes
    assert all(abs(float(have) - want) < 2 for box in boxes for have, want in zip(box, size, strict=True))


def test_dark_screen_prints_on_white(open_page) -> None:
    """Someone who reads in the dark prints dark letters on white paper all the same."""
    page = open_page(STORYBOARDS["storyboard filled in"], scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    ink = page.evaluate(
        "getComputedStyle(document.querySelector('article h1')).color.match(/[0-9.]+/g).map(Number)"
    )
    assert sum(ink[:3]) < 300
