"""A number is written once: change it, and sentence, drawing, table, download and lists change with it."""

import re
from collections.abc import Callable

import pytest

from built_site import BuiltSite
from small_site import SmallSite, storyboard
from webpage import Element

pytestmark = pytest.mark.site

_FILE = "teams/2026-spring/marlow-creek.md"
_PAGE = "cohorts/2026-spring/marlow-creek/"


def _weeks(last: int) -> list[dict[str, object]]:
    counts = [22, 19, 31, last]
    return [
        {"week": week, "date": f"2026-02-{7 * week - 1:02}", "on-time": count}
        for week, count in enumerate(counts, 1)
    ]


@pytest.fixture(scope="module")
def sites(small_site: Callable[..., SmallSite]) -> dict[int, BuiltSite]:
    """Two sites that differ in one number: week 4 of one team."""
    return {last: small_site({_FILE: storyboard(weeks=_weeks(last))}).build() for last in (36, 47)}


@pytest.mark.parametrize("last", [36, 47])
def test_a_week_s_number_is_the_same_everywhere(sites: dict[int, BuiltSite], last: int) -> None:
    """Week 4 reads the same in the chart, its text alternative, the table, the week's entry and the CSV."""
    site, other = sites[last], {36: 47, 47: 36}[last]
    assert site.exit_code == 0, site.output
    figure = site.article(_PAGE).by_id("figure-1")
    for drawing in figure.all("svg"):
        texts = [text.words for text in drawing.all("text")]
        assert str(last) in texts
        assert str(other) not in texts
        assert re.search(rf"\b{last}\b", drawing.one("desc").words)
    rows = {row.one("th").words: row.words for row in figure.one("tbody").all("tr")}
    assert re.search(rf"\b{last}\b", rows["4"])
    entry = next(one for one in site.article(_PAGE).all(of_class="week") if "Week 4" in one.words)
    assert f"{last} of 52" in entry.words
    for download in ("figure-1.csv", "weeks.csv"):
        lines = site.text(_PAGE + download).splitlines()
        assert [line.split(",")[2] for line in lines if line.startswith("4,")] == [str(last)], download
    assert not re.search(rf"\b{other} of 52\b|>{other}<", site.page(_PAGE))


def test_nothing_else_changes(sites: dict[int, BuiltSite]) -> None:
    """A week's number changes its team's page and downloads, its cohort's, its week, the feeds and search."""
    before, after = sites[36].files, sites[47].files
    assert set(before) == set(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        f"{_PAGE}index.html",
        f"{_PAGE}figure-1.csv",
        f"{_PAGE}weeks.csv",
        "cohorts/2026-spring/index.html",
        "cohorts/2026-spring/figure-2.csv",
        "cohorts/2026-spring/weeks/4/index.html",
        "cohorts/2026-spring/weeks/4/email.html",
        "cohorts/2026-spring/feed.xml",
        "feed.xml",
        "search/search_index.json",
    }


def test_a_result_is_the_same_on_every_page(small_site: Callable[..., SmallSite]) -> None:
    """The result of a goal reads the same on the team's page, its cohort's, the list and at home."""
    site = small_site({_FILE: storyboard(goal={"result": 47})}).build()
    assert site.exit_code == 0, site.output
    opening = site.article(_PAGE).one(of_class="opening")
    assert opening.one(of_class="result__count").words == "47 of 52"
    for address in ("cohorts/2026-spring/", "cohorts/", ""):
        rows = site.article(address).all("li", "tr")
        weekly = [one for box in site.article(address).all(of_class="spread") for one in _weekly(box)]
        items = [one for one in rows if "Marlow Creek" in one.words and one not in weekly]
        assert items, address
        assert all("47 of 52" in one.words for one in items if not one.all("li")), address
    rows = [row for row in site.text("cohorts/2026-spring/figure-1.csv").splitlines() if "Marlow" in row]
    assert ",47,52," in rows[0]


def _weekly(section: Element) -> list[Element]:
    """The rows of a section that shows weeks, not results."""
    return section.all("li", "tr") if "Week by week" in section.words[:20] else []


def test_material_s_fonts_stay_off(small_site: Callable[..., SmallSite]) -> None:
    """A site whose mkdocs.yml says nothing of fonts still asks no other host for one."""
    site = small_site().build()
    assert site.exit_code == 0, site.output
    for name, content in site.files.items():
        assert b"fonts.googleapis" not in content, name
        assert b"fonts.gstatic" not in content, name
