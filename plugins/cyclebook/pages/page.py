"""A finished page and how pages refer to each other."""

import posixpath
import re
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import urlsplit

from cyclebook.published import (
    ArticleKind,
    DriverNetwork,
    PublishedArticle,
    PublishedCohort,
    PublishedConvening,
    PublishedIdea,
    PublishedStoryboard,
    WeekReport,
)

WORDS_SLOT = "<!--the hub's own words-->"
"""Where the hub's Markdown goes in a page that the hub may introduce in its own words."""

HOME = ""
COHORTS = "cohorts/"
ABOUT = "about/"
DRIVERS = "drivers/"
NETWORK = "network/"
NUMBERS = "how-we-read-the-numbers/"
IDEAS = "ideas/"
CONVENINGS = "convenings/"

_HREF = re.compile(r' href="(?P<link>[^"]*)"')


@dataclass(frozen=True, slots=True)
class Download:
    """A file beside the pages: address from the site's root, and text."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page at `address` ("cohorts/2020-spring/"); `html` is the article's inside.

    `sections` are (id, heading) of its second-level headings; `feeds` are (title, link) of the
    feeds that a feed reader finds here.
    """

    address: str
    title: str
    description: str
    html: str
    sections: tuple[tuple[str, str], ...] = ()
    downloads: tuple[Download, ...] = ()
    feeds: tuple[tuple[str, str], ...] = ()


def cohort_address(slug: str) -> str:
    """Where a cohort's page is."""
    return f"{COHORTS}{slug}/"


def storyboard_address(one: PublishedStoryboard) -> str:
    """Where a storyboard's page is."""
    return f"{COHORTS}{one.cohort_slug}/{one.slug}/"


def week_address(report: WeekReport) -> str:
    """Where the weekly update of a cohort is."""
    return f"{cohort_address(report.cohort_slug)}weeks/{report.week}/"


def idea_address(idea: PublishedIdea) -> str:
    """Where an idea's page is."""
    return f"{IDEAS}{idea.slug}/"


def drivers_address(network: str | None) -> str:
    """Where the drivers of a network are: the hub's own, or those of the cohort that describes another."""
    return f"{DRIVERS}{network}/" if network else DRIVERS


def driver_address(network: str | None, driver: str) -> str:
    """Where a driver's page is."""
    return f"{drivers_address(network)}{driver}/"


def has_structure(network: DriverNetwork) -> bool:
    """True where the page of all networks has something to say of this one."""
    return bool(network.districts or network.events or network.schools)


def network_id(network: str | None) -> str:
    """The id of a network's section on the page of all networks."""
    return network or "hub"


def district_id(network: str | None, district: str) -> str:
    """The id of a district on the page of all networks; no slug has two hyphens in a row."""
    return f"district--{network_id(network)}--{district}"


def shelf_address(kind: ArticleKind) -> str:
    """Where the list of case studies, or of reports, is."""
    return f"{kind.value}/"


def article_address(article: PublishedArticle) -> str:
    """Where an article's page is."""
    return f"{shelf_address(article.kind)}{article.slug}/"


def convening_address(convening: PublishedConvening) -> str:
    """Where a convening's page is."""
    return f"{CONVENINGS}{convening.slug}/"


def relative(target: str, base: str) -> str:
    """A link from the page at `base` to `target`, so that a site works below any folder."""
    path = posixpath.relpath(target or ".", base or ".")
    folder = not target or target.endswith("/")
    return f"{path}/" if folder else path


def moved_links(html: str, written_for: str, address: str) -> str:
    """Authors' HTML with links that were written for one page as links from another; notes stay beside it."""

    def moved(found: re.Match[str]) -> str:
        link = unescape(found["link"])
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or link.startswith(("/", "#fn")):
            return found[0]
        target = posixpath.normpath(posixpath.join(written_for, parts.path)) if parts.path else written_for
        folder = not parts.path or parts.path.endswith(("/", ".."))
        path = relative(f"{target.rstrip('/')}/" if folder else target, address)
        return f' href="{escape(path + (f"#{parts.fragment}" if parts.fragment else ""))}"'

    return _HREF.sub(moved, html)


def neighbours(
    one: PublishedStoryboard, cohort: PublishedCohort
) -> tuple[PublishedStoryboard | None, PublishedStoryboard | None]:
    """The storyboards before and after this one on the cohort's page."""
    order = list(cohort.storyboards)
    at = order.index(one)
    return (order[at - 1] if at else None, order[at + 1] if at + 1 < len(order) else None)
