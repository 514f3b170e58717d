"""From a storyboard to those who work on the same thing: two clicks are enough."""

import posixpath
import re
from datetime import date
from functools import cache
from urllib.parse import urldefrag, urlsplit

import pytest

from built_site import BuiltSite
from cyclebook.disclosure.networks import publish
from cyclebook.published import PublishedStoryboard
from cyclebook.reading import read_library


@pytest.fixture(scope="module")
def storyboards(repository) -> list[PublishedStoryboard]:
    """The published storyboards of this repository, as of a day after all of them."""
    library = read_library(repository / "teams")
    assert library.network is not None
    network = publish(library, library.network, date(2031, 1, 1))
    return [one for cohort in network.cohorts for one in cohort.storyboards]


def _page(one: PublishedStoryboard) -> str:
    return f"cohorts/{one.cohort_slug}/{one.slug}/index.html"


def _reached(site: BuiltSite, start: str, clicks: int) -> set[str]:
    """The pages that links inside articles lead to, "network/index.html#riverside" with its fragment."""

    @cache
    def links(page: str) -> frozenset[str]:
        found = set()
        for one in site.pages[page].one("article").all("a"):
            link = one.get("href") or ""
            address, fragment = urldefrag(link)
            if urlsplit(address).scheme or not address:
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
            file = f"{path}/index.html" if address.endswith("/") else path
            file = file.removeprefix("./")
            if file in site.pages:
                found.add(file)
                found.add(f"{file}#{fragment}")
        return frozenset(found)

    reached, edge = {start}, {start}
    for _ in range(clicks):
        edge = {link for page in edge for link in links(page.partition("#")[0])} - reached
        reached |= edge
    return reached


def test_two_clicks(built_site: BuiltSite, storyboards: list[PublishedStoryboard]) -> None:
    """Every other team of a shared driver, the ideas of the tests, the cohort and the district are near."""
    linked = [one for one in storyboards if one.withheld is None]
    paired = 0
    for one in linked:
        reached = _reached(built_site, _page(one), 2)
        assert f"cohorts/{one.cohort_slug}/index.html" in reached
        if one.district_id:
            assert any(re.match(r"network/index\.html#.+", link) for link in reached), _page(one)
        ideas = {test.idea_key for test in one.tests if test.idea_key}
        linked_ideas = _reached(built_site, _page(one), 1)
        pages = {link for link in linked_ideas if re.fullmatch(r"ideas/(?!by-)[^/]+/index\.html", link)}
        assert len(pages) == len(ideas), _page(one)
        mine = {(one.drivers_at, driver.id) for driver in one.drivers}
        for other in linked:
            if other is not one and mine & {(other.drivers_at, driver.id) for driver in other.drivers}:
                assert _page(other) in reached, (_page(one), _page(other))
                paired += 1
    assert paired > 0
