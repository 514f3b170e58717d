"""Each kind of page against WCAG 2.2 AA with axe-core, at two widths, in light and dark."""

from importlib.resources import files
from typing import Any

import pytest

from page_kinds import KINDS, views

pytestmark = pytest.mark.browser

_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """tags => axe.run(document, {
  runOnly: {type: "tag", values: tags}, rules: {"target-size": {enabled: true}}, resultTypes: ["violations"]
})"""


def _told(violation: dict[str, Any]) -> str:
    """The rule, and the place and reason of each element that breaks it."""
    places = [
        f"    {' '.join(map(str, node['target']))}\n      {node['failureSummary'].splitlines()[-1].strip()}"
        for node in violation["nodes"]
    ]
    return "\n".join([f"{violation['id']}: {violation['help']}", *places])


@pytest.mark.parametrize(
    ("kind", "width", "scheme"),
    views((390, "light"), (1280, "light"), (1280, "dark"), (390, "dark"), each=2),
)
def test_no_violation_no_error_no_other_host(open_page, kind: str, width: int, scheme: str) -> None:
    """axe finds nothing, the console is silent, and the page asks no other host for anything."""
    watched = open_page(KINDS[kind], width=width, scheme=scheme)
    watched.page.wait_for_function("document.body.dataset.mdColorScheme !== undefined")
    watched.page.evaluate(_AXE)
    found = watched.page.evaluate(_RUN, _TAGS)["violations"]
    assert watched.foreign == []
    expected = "status of 404" if kind == "not found" else None
    assert [error for error in watched.errors if not (expected and expected in error)] == []
    assert not found, "\n" + "\n".join(map(_told, found))


_DRAWINGS = """() => [...document.querySelectorAll("article svg[role=img]:has(> desc)")]
  .filter(one => one.checkVisibility())
  .map(one => [...one.querySelectorAll(":scope > :is(title, desc)")].map(words => words.textContent))"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", ["invented cohort", "storyboard filled in", "case study with many exhibits"])
def test_a_drawing_is_named_once_and_described_once(open_page, kind: str, width: int) -> None:
    """To a screen reader the name of a drawing is its title, and its description the alternative alone."""
    page = open_page(KINDS[kind], width=width).page
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    images = [
        [node["name"]["value"], node["description"]["value"]]
        for node in nodes
        if not node["ignored"] and node["role"]["value"] == "image" and "description" in node
    ]
    drawings = page.evaluate(_DRAWINGS)
    assert drawings
    assert sorted(images) == sorted(drawings)


_TARGETS = """() => [...document.querySelectorAll("article :is(a[href], button, summary, input, label)")]
  .filter(one => one.checkVisibility() && getComputedStyle(one).display !== "inline")
  .map(one => [one.textContent.trim().slice(0, 40), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([words, box]) => `${words}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`)"""


@pytest.mark.parametrize(("kind", "width"), views((390,), (1280,)))
def test_targets_are_large_enough(open_page, kind: str, width: int) -> None:
    """What can be pressed, and is not a link inside a line of text, measures 24 by 24 pixels or more."""
    page = open_page(KINDS[kind], width=width).page
    page.evaluate("document.querySelectorAll('article details').forEach(one => { one.open = true })")
    assert page.evaluate(_TARGETS) == []


@pytest.mark.parametrize(("kind", "width"), views((390,), (700,), (1280,)))
def test_dark_mode_is_dark(open_page, kind: str, width: int) -> None:
    """Someone whose system is dark gets a dark ground and light letters, without pressing anything."""
    look = """() => [getComputedStyle(document.body).backgroundColor,
                     getComputedStyle(document.querySelector("article h1")).color].map(
      colour => { const [r, g, b] = colour.match(/[0-9.]+/g).map(Number); return r + g + b })"""
    ground, ink = open_page(KINDS[kind], width=width, scheme="light").page.evaluate(look)
    dark_ground, dark_ink = open_page(KINDS[kind], width=width, scheme="dark").page.evaluate(look)
    assert ground > ink
    assert dark_ground < dark_ink
    assert dark_ground < ground
