"""From a storyboard's page to the meetings where it had a station."""

from collections.abc import Callable

import pytest

from small_site import SmallSite, front_matter

pytestmark = pytest.mark.site


def test_a_storyboard_leads_to_its_convenings(small_site: Callable[..., SmallSite]) -> None:
    """Meetings where it has a station, each with its day; one to come says so, an embargoed one is absent."""
    ours = {"storyboards": ["2026-spring/marlow-creek"]}
    site = small_site(
        {
            "content/convenings/spring.md": front_matter(
                {"title": "Spring convening", "date": "2026-04-21", "cohorts": ["2026-spring"]}
            ),
            "content/convenings/early.md": front_matter({"title": "Early", "when": "One evening", **ours}),
            "content/convenings/winter.md": front_matter({"title": "Winter", "date": "2026-12-01", **ours}),
            "content/convenings/hidden.md": front_matter(
                {"title": "Hidden", "date": "2026-05-01", "publish_after": "2027-01-01", **ours}
            ),
        }
    ).build()
    assert site.exit_code == 0, site.output
    rows = {row.one("dt").words: row.one("dd") for row in _facts(site, "marlow-creek")}
    assert [(one.words, one.get("href")) for one in rows["Shown at"].all("a")] == [
        ("Spring convening, 21 April 2026", "../../../convenings/spring/"),
        ("Early, One evening", "../../../convenings/early/"),
    ]
    assert [one.words for one in rows["To be shown at"].all("a")] == ["Winter, 1 December 2026"]
    assert "Hidden" not in site.page("cohorts/2026-spring/marlow-creek/")
    other = {row.one("dt").words: row.one("dd").words for row in _facts(site, "birch-hill")}
    assert other["Shown at"] == "Spring convening, 21 April 2026"
    assert "To be shown at" not in other


def _facts(site, slug: str) -> list:
    return site.article(f"cohorts/2026-spring/{slug}/").one("dl", of_class="facts").all("div")
