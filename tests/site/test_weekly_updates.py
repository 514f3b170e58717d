"""Weekly updates on a site: pages, files for e-mail and feeds tell the same, and reach each other."""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from built_site import SITE_URL, BuiltSite
from small_site import SmallSite, storyboard
from webpage import Element, parse

pytestmark = pytest.mark.site

_ATOM = "{http://www.w3.org/2005/Atom}"
_WEEK = "cohorts/2026-spring/weeks/3/"
_HOSTILE = "Rain & <b>wind</b> \"here\" ]]> & 'there'"
_FILES = {
    "teams/2026-spring/birch-hill.md": storyboard(
        school="Birch Hill Elementary",
        weeks=[
            {"week": 1, "date": "2026-02-06", "on-time": 22},
            {"week": 3, "date": "2026-02-21", "challenge": _HOSTILE, "breakthrough": "It was the bus."},
        ],
    )
    + "\n## Week 3\nWe rode **bus 7** ourselves.\n\n### On the way\nIt waits at the mill.\n",
    "teams/2026-spring/tall-pines.md": storyboard(
        school="Tall Pines Middle School", weeks=[{"week": 1, "date": "2026-02-06", "on-time": 20}]
    ),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A cohort of three teams: one reports four weeks, one two of them, one only the first."""
    return SmallSite.write(tmp_path_factory.mktemp("weekly"), _FILES)


@pytest.fixture(scope="module")
def site(project: SmallSite) -> BuiltSite:
    """The site at a public address."""
    built = project.build()
    assert built.exit_code == 0, built.output
    return built


@pytest.fixture(scope="module")
def nowhere(project: SmallSite) -> BuiltSite:
    """The site without an address, built on another day of another year."""
    built = project.build(SITE_URL="", SOURCE_DATE_EPOCH="1830000000")
    assert built.exit_code == 0, built.output
    return built


def _feeds(built: BuiltSite) -> dict[str, ET.Element]:
    return {
        name: ET.fromstring(built.text(name))  # noqa: S314 - our own file
        for name in built.files
        if name.endswith("feed.xml")
    }


def test_a_week_tells_who_reported_and_who_did_not(site: BuiltSite) -> None:
    """Numbers, silent teams, what was hard and found, and the tests of the week stand on its page."""
    words = site.words(_WEEK)
    assert "2 of 3 teams reported." in words
    assert "31 of 52" in words
    silent = site.article(_WEEK).by_id("silent").parent
    assert silent is not None
    assert [link.words for link in silent.all("a")] == ["Tall Pines Middle School"]
    assert "It was the bus." in words
    assert _HOSTILE in words
    ideas = site.article(_WEEK).by_id("ideas").parent
    assert ideas is not None
    assert {link.get("href") for link in ideas.all("a")} == {"../../../../ideas/breakfast-in-the-classroom/"}


def test_a_week_has_what_teams_tell_of_it(site: BuiltSite) -> None:
    """The words under a storyboard's "Week 3" stand on the page of week 3 and of no other."""
    told = site.article(_WEEK).by_id("stories").parent
    assert told is not None
    assert [one.words for one in told.all("h3")] == ["Birch Hill Elementary, week by week"]
    assert told.one("strong").words == "bus 7"
    assert told.one("h4").words == "On the way"
    assert "bus 7" not in site.words("cohorts/2026-spring/weeks/1/")


def test_weeks_reach_each_other_and_their_cohort_them(site: BuiltSite) -> None:
    """Each week leads to those beside it, the cohort to all and to its feed; none is in the navigation."""
    pages = [f"cohorts/2026-spring/weeks/{week}/" for week in (1, 2, 3, 4)]
    assert all(f"{page}index.html" in site.files for page in pages)
    assert "cohorts/2026-spring/weeks/5/index.html" not in site.files
    links = [one.get("href") for one in site.article(_WEEK).all("a") if one.get("rel") in ("prev", "next")]
    assert links == ["../2/", "../4/"]
    cohort = site.article("cohorts/2026-spring/").by_id("updates").parent
    assert cohort is not None
    assert [one.get("href") for one in cohort.all("a")] == [
        *(f"weeks/{n}/" for n in (1, 2, 3, 4)),
        "feed.xml",
    ]
    for page in site.pages.values():
        for nav in page.all("nav", of_class="md-nav--primary") + page.all("nav", of_class="md-tabs"):
            assert not [one for one in nav.all("a") if "/weeks/" in (one.get("href") or "")]


def test_feeds_are_valid_atom(site: BuiltSite, nowhere: BuiltSite) -> None:
    """Every feed and entry has a title, an id of its own, a day and a link; content is text."""
    for built in (site, nowhere):
        feeds = _feeds(built)
        assert {*feeds} == {"feed.xml", "cohorts/2025-fall/feed.xml", "cohorts/2026-spring/feed.xml"}
        for feed in feeds.values():
            assert feed.tag == f"{_ATOM}feed"
            assert feed.findtext(f"{_ATOM}author/{_ATOM}name") == "Riverside Improvement Network"
            entries = feed.findall(f"{_ATOM}entry")
            for one in (feed, *entries):
                assert one.findtext(f"{_ATOM}title")
                assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one.findtext(f"{_ATOM}id") or "")
                assert re.fullmatch(
                    r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T00:00:00Z", one.findtext(f"{_ATOM}updated") or ""
                )
                alternates = [link for link in one.findall(f"{_ATOM}link") if link.get("rel") == "alternate"]
                assert len(alternates) == 1
            days = [one.findtext(f"{_ATOM}updated") for one in entries]
            assert days == sorted(days, reverse=True)
            assert feed.findtext(f"{_ATOM}updated") == days[0]
            ids = [one.findtext(f"{_ATOM}id") for one in entries]
            assert len(set(ids)) == len(ids) > 0
            for one in entries:
                content = one.find(f"{_ATOM}content")
                assert content is not None
                assert (content.get("type"), len(content)) == ("html", 0)
                parse(content.text or "")


def test_ids_and_days_depend_on_no_address_and_no_clock(site: BuiltSite, nowhere: BuiltSite) -> None:
    """Entries keep their ids and days when the site moves or is built again; so do words."""
    for name, feed in _feeds(site).items():
        other = _feeds(nowhere)[name]
        for what in ("id", "updated", "title", "summary"):
            path = f"{_ATOM}entry/{_ATOM}{what}"
            assert [one.text for one in feed.findall(path)] == [one.text for one in other.findall(path)]


def test_links_are_whole_only_where_the_address_is_known(site: BuiltSite, nowhere: BuiltSite) -> None:
    """With an address every link of a feed or an e-mail begins with it; without one none names a host."""
    for name in [*_feeds(site), f"{_WEEK}email.html"]:
        links = re.findall(r'href="([^"]*)"|href=\\?&quot;([^&]*)&quot;', site.text(name))
        whole = [one or other for one, other in links]
        assert whole, name
        assert [link for link in whole if not link.startswith(SITE_URL)] == [], name
    for name, feed in _feeds(nowhere).items():
        hrefs = [link.get("href") or "" for link in feed.iter(f"{_ATOM}link")]
        assert [href for href in hrefs if urlsplit(href).scheme or urlsplit(href).netloc] == []
        assert "example.org" not in nowhere.text(name)
    assert "href" not in nowhere.text(f"{_WEEK}email.html")
    assert "example.org" not in nowhere.text(f"{_WEEK}email.html")


def test_email_is_one_column_that_fetches_nothing(site: BuiltSite) -> None:
    """The file for e-mail has no script, sheet, picture or class; what teams wrote is text in it."""
    page = parse(site.text(f"{_WEEK}email.html"))
    assert not page.all("script", "link", "style", "img", "iframe", "form")
    assert not [one for one in page.walk() if one.get("class") or one.get("src")]
    assert [one for one in page.walk() for name in one.attributes if name.startswith("on")] == []
    assert {one.get("role") for one in page.all("table")} == {"presentation"}
    cells = [[one for one in row.children if isinstance(one, Element)] for row in page.all("tr")]
    assert {tuple(one.tag for one in row) for row in cells} == {("td",)}
    assert _HOSTILE in page.words
    assert "2 of 3 teams reported." in page.words


def test_pages_name_their_feeds(site: BuiltSite) -> None:
    """Home, the cohort and its weeks tell a feed reader where the feeds are, by a relative link."""
    expected = {
        "": ["feed.xml"],
        "cohorts/2026-spring/": ["feed.xml", "../../feed.xml"],
        _WEEK: ["../../feed.xml", "../../../../feed.xml"],
    }
    for address, links in expected.items():
        head = site.pages[f"{address}index.html"].one("head")
        found = [one for one in head.all("link") if one.get("type") == "application/atom+xml"]
        assert [one.get("href") for one in found] == links
        assert all("alternate" in (one.get("rel") or "").split() and one.get("title") for one in found)
