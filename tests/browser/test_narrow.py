"""Pages on a phone and at 400% zoom: nothing is cut off, and letters in drawings can be read."""

import pytest

from page_kinds import KINDS, views

pytestmark = pytest.mark.browser

_TOO_WIDE = """() => {
  const edge = document.documentElement.clientWidth;
  const clips = box => ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(box).overflowX);
  const inside = one => {
    for (let box = one.parentElement; box.tagName !== "ARTICLE"; box = box.parentElement)
      if (clips(box)) return true;
    return false;
  };
  return [...document.querySelectorAll("article *")]
    .filter(one => one.checkVisibility() && !one.matches("svg *")
      && one.getBoundingClientRect().right > edge + 1 && !inside(one))
    .map(one => `${one.tagName} ${one.getAttribute("class")} ${one.getBoundingClientRect().right}`);
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_reflow_at_320_pixels(open_page, kind: str) -> None:
    """At 320 pixels no page scrolls sideways (WCAG 1.4.10)."""
    page = open_page(KINDS[kind], width=320, height=640).page
    page.evaluate("document.querySelectorAll('article details').forEach(one => { one.open = true })")
    assert page.evaluate(_TOO_WIDE) == []
    scrolled, inner = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert scrolled <= inner


_SMALL_LETTERS = """() => [...document.querySelectorAll("article svg text")]
  .filter(one => one.textContent.trim()
    && one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .map(one => {
    const m = one.getScreenCTM();
    const size = parseFloat(getComputedStyle(one).fontSize) * Math.sqrt(Math.abs(m.a * m.d - m.b * m.c));
    return [one.textContent, Math.round(size * 100) / 100];
  })"""


@pytest.mark.parametrize(("kind", "width"), views((360,), (390,), (700,), (1280,), each=2))
def test_letters_in_drawings_are_12_pixels_or_more(open_page, kind: str, width: int) -> None:
    """The visible text of every drawing is at least 12 CSS pixels high, on a phone as on a wide screen."""
    letters = open_page(KINDS[kind], width=width).page.evaluate(_SMALL_LETTERS)
    if kind in ("cohort", "storyboard with few weeks", "storyboard filled in"):
        assert letters
    assert [(text, size) for text, size in letters if size < 11.99] == []


_LOST_LETTERS = """() => [...document.querySelectorAll("article svg")]
  .filter(one => one.checkVisibility()).flatMap(svg => {
  const sheet = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter(one => {
    const box = one.getBoundingClientRect();
    return one.textContent.trim() && (box.left < sheet.left - 1 || box.right > sheet.right + 1
      || box.top < sheet.top - 1 || box.bottom > sheet.bottom + 1);
  }).map(one => one.textContent);
})"""


@pytest.mark.parametrize(("kind", "width"), views((360,), (1280,)))
def test_letters_stay_inside_their_drawing(open_page, kind: str, width: int) -> None:
    """With the site's own fonts, no text of a drawing runs over its edge."""
    assert open_page(KINDS[kind], width=width).page.evaluate(_LOST_LETTERS) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_one_drawing_of_a_figure_shows(open_page, width: int) -> None:
    """Of the wide and the narrow drawing of a figure exactly one shows, and is read out."""
    page = open_page("cohorts/2026-winter/alder-ferry-assignments/", width=width).page
    shown = page.evaluate(
        """[...document.querySelectorAll("article .plot")].map(
          plot => [...plot.querySelectorAll("svg")].filter(one => one.checkVisibility()).length)"""
    )
    assert shown
    assert set(shown) == {1}


@pytest.mark.parametrize("width", [390, 1280])
def test_terminal_output_is_not_cut(open_page, width: int) -> None:
    """In the guide every line of terminal output is seen whole, without scrolling the box."""
    boxes = open_page("guide/", width=width).page.evaluate(
        """[...document.querySelectorAll(".listing--terminal pre")]
          .map(one => one.scrollWidth - one.clientWidth)"""
    )
    assert boxes
    assert max(boxes) <= 0
