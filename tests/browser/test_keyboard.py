"""A page with the keyboard alone."""

import pytest

from page_kinds import KINDS, views

pytestmark = pytest.mark.browser

_MARKED = """one => one.matches("input[type=radio], input[type=checkbox]") ? one.nextElementSibling : one"""
"""What shows that an element has the focus: the element, or the label after a switch, itself hidden."""

_STYLE = f"""one => {{ const s = getComputedStyle(({_MARKED})(one));
  return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor,
          s.textDecorationLine, s.color].join("|") }}"""

_ON_SCREEN = f"""one => {{ const box = ({_MARKED})(one).getBoundingClientRect();
  return box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight }}"""


@pytest.mark.parametrize(("kind", "width"), views((390,), (1280,)))
def test_first_stop_skips_to_the_content(open_page, kind: str, width: int) -> None:
    """The first Tab reaches a visible link that leads to the article, ahead of all that is to be read."""
    page = open_page(KINDS[kind], width=width).page
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert "md-skip" in (link.get_attribute("class") or "")
    page.wait_for_function("getComputedStyle(document.activeElement).opacity === '1'")
    box = link.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    leads = page.evaluate(
        """() => { const target = document.querySelector(decodeURIComponent(document.activeElement.hash));
          const first = document.querySelector("article h1");
          return [Boolean(target && target.closest("main, article")),
                  Boolean(target) && (target.contains(first)
                    || !(target.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_PRECEDING))]; }"""
    )
    assert leads == [True, True], f"{link.get_attribute('href')}: [in the article, at or before its heading]"


@pytest.mark.parametrize(("kind", "scheme"), views(("light",), ("dark",)))
def test_every_stop_shows_the_focus(open_page, kind: str, scheme: str) -> None:
    """Wherever Tab stops, the element is on the screen and looks different from when it has no focus."""
    page = open_page(KINDS[kind], scheme=scheme).page
    page.add_style_tag(content="*, *::before, *::after { transition: none !important }")
    unseen, stops = [], 0
    for _ in range(120):
        page.keyboard.press("Tab")
        here = page.evaluate_handle("document.activeElement").as_element()
        if here is None or here.evaluate("one => one === document.body"):
            break
        stops += 1
        focused, seen = here.evaluate(_STYLE), here.evaluate(_ON_SCREEN)
        here.evaluate("one => one.blur()")
        plain = here.evaluate(_STYLE)
        here.evaluate("one => one.focus({preventScroll: true})")
        has_caret = here.evaluate("one => one.matches('input[type=text]')")
        if not seen or (focused == plain and not has_caret):
            unseen.append(here.evaluate("one => one.outerHTML.slice(0, 120)"))
    assert stops > 3
    assert unseen == []


def test_tables_scroll_by_keyboard(open_page) -> None:
    """A table that is wider than its box can be reached and scrolled without a mouse."""
    page = open_page("cohorts/2020-spring/", width=320).page
    boxes = page.locator("article .table-scroll")
    scrolling = boxes.evaluate_all(
        """all => all.filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth)
             .map(one => one.tabIndex === 0 && Boolean(one.getAttribute("aria-label")))"""
    )
    assert all(scrolling)
