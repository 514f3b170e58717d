"""The panel of the live preview leads to the explanations of its problems."""

from cyclebook.pages import panel_page
from webpage import parse


def test_each_code_is_linked_to_its_explanation() -> None:
    """From the address of the page that cannot be made, each link leads to the code in the guide."""
    page = panel_page("cohorts/2026-spring/a/", "a.md cannot be read yet", "report", ["bad-date", "bad-week"])

    links = [(one.words, one.get("href")) for one in parse(page.html).all("a")]
    assert links == [
        ("bad-date", "../../../guide/problems/#bad-date"),
        ("bad-week", "../../../guide/problems/#bad-week"),
    ]
