"""Under which privacy policy each page speaks, as the site itself says it.

A site that says nothing is held to the rule for everybody: ranges only.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import join, normpath

from cyclebook.audit.page import Holder, Page, plain
from cyclebook.audit.site_files import SiteFile

_SITE = re.compile(r"policy of this site is [“\"'«]?(?P<policy>open|banded|strict)\b", re.IGNORECASE)
_COHORT = re.compile(
    r"The cohort (?P<title>.{1,200}?) has the policy [“\"'«]?(?P<policy>open|banded|strict)\b", re.IGNORECASE
)
_PLACE = re.compile(r"(?:^|/)cohorts/(?P<cohort>[^/]+)(?:/(?P<team>[^/]+))?(?:/|$)")
_GUIDE = re.compile(r"(?:^|/)guide/")
_DRIVERS = re.compile(r"(?:^|/)drivers/(?P<cohort>[^/]+)/")
OPEN, BANDED, NOT_STATED = "open", "banded", "not stated"


@dataclass(frozen=True, slots=True)
class Policies:
    """The policy of the site, and of each cohort that has one of its own, by the name of its folder."""

    site: str
    cohorts: Mapping[str, str]

    @property
    def told(self) -> str:
        """The policies in a few words."""
        apart = [f"{name} {policy}" for name, policy in sorted(self.cohorts.items()) if policy != self.site]
        return f"{self.site} ({', '.join(apart)})" if apart else self.site

    def exact_at(self, path: str, holder: Holder | None = None) -> bool:
        """True where exact counts of ten and more may stand: by the page, else by what a row links to.

        Where a page mixes cohorts of several policies and a row names none, the benefit of the doubt
        is the reader's: it is then taken as open.
        """
        cohort = cohort_of(path)
        if cohort is not None:
            return self._of(cohort) == OPEN
        linked = _linked(path, holder)
        if linked:
            return any(self._of(one) == OPEN for one in linked)
        return self.site == OPEN or OPEN in self.cohorts.values()

    def _of(self, cohort: str) -> str:
        found = self.cohorts.get(cohort, self.site)
        return BANDED if found == NOT_STATED else found


def stated_policies(pages: Iterable[tuple[SiteFile, Page]]) -> Policies:
    """The policies that the pages state."""
    site, titled, folders = NOT_STATED, dict[str, str](), dict[str, str]()
    for file, page in pages:
        for one in page.words:
            if "polic" not in one.text.lower():
                continue
            if site == NOT_STATED and (found := _SITE.search(one.text)):
                site = found["policy"].lower()
            for own in _COHORT.finditer(one.text):
                titled.setdefault(plain(own["title"]), own["policy"].lower())
        place = place_of(file.path)
        if place and not place[1] and page.heading:
            folders.setdefault(page.heading, place[0])
    return Policies(site, {folders[title]: told for title, told in titled.items() if title in folders})


def place_of(path: str) -> tuple[str, str] | None:
    """The cohort and the team ("" for none) whose page or file this is."""
    found = _PLACE.search(path)
    if not found or found["cohort"] == "index.html":
        return None
    team = found["team"] or ""
    return found["cohort"], "" if team == "weeks" or "." in team else team


def for_authors(path: str) -> bool:
    """True for the authors' guide, whose numbers are examples of how to write."""
    return _GUIDE.search(path) is not None


def cohort_of(path: str) -> str | None:
    """The cohort that a file is about, by its address."""
    place = place_of(path)
    if place:
        return place[0]
    found = _DRIVERS.search(path)
    return found["cohort"] if found and "." not in found["cohort"] else None


def team_linked(path: str, link: str | None) -> str | None:
    """The address `cohort/team` that a link on a page leads to, where it leads to a team."""
    if not link or link.startswith("#") or ":" in link.split("/", 1)[0]:
        return None
    base = path.rsplit("/", 1)[0] if "/" in path else ""
    place = place_of(normpath(join(base, link.split("#", 1)[0])).removesuffix("/index.html") + "/")
    return f"{place[0]}/{place[1]}" if place and place[1] else None


def _linked(path: str, holder: Holder | None) -> set[str]:
    """The cohorts that the nearest row, item or section with such links leads to."""
    while holder is not None and holder.tag not in ("main", "body", "page"):
        found = set()
        for link in holder.links[:50]:
            team = team_linked(path, link)
            if team:
                found.add(team.split("/")[0])
        if found:
            return found
        holder = holder.above
    return set()
