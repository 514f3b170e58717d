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
_APART = re.compile(
    r"(?:(?P<where>.{1,300}): )?(?:the measure [“\"'«](?P<measure>.{1,300}?)[”\"'»]|the whole storyboard) "
    r"has the policy [“\"'«]?(?P<policy>open|banded|strict)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:^|/)cohorts/(?P<cohort>[^/]+)(?:/(?P<team>[^/]+))?(?:/|$)")
_DRIVERS = re.compile(r"(?:^|/)drivers/(?P<cohort>[^/]+)/")
_GUIDE = re.compile(r"(?:^|/)guide/")
OPEN, BANDED, STRICT, NOT_STATED = "open", "banded", "strict", "not stated"


@dataclass(frozen=True, slots=True)
class Policies:
    """The policy of the site, and of places that have one of their own.

    A place is the folder of a cohort or `cohort/team`, "" for everywhere; `measures` has policies
    by place and by the name of a measure.
    """

    site: str
    places: Mapping[str, str]
    measures: Mapping[tuple[str, str], str]

    @property
    def told(self) -> str:
        """The policies in a few words."""
        apart = [f"{name} {policy}" for name, policy in sorted(self.places.items()) if policy != self.site]
        apart += [f"“{measure}” {policy}" for (_, measure), policy in sorted(self.measures.items())]
        return f"{self.site} ({', '.join(apart)})" if apart else self.site

    def exact_at(self, path: str, holder: Holder | None = None, about: str = "") -> bool:
        """True where exact counts of ten and more may stand: by the page, else by what a row links to.

        `about` are words that name the measure. Where a page mixes several policies and a row names
        neither a team nor a measure, it is taken as open: a finding should be sure.
        """
        place = place_of(path)
        if place is not None:
            return self._may("/".join(place).rstrip("/"), about)
        cohort = cohort_of(path)
        if cohort is not None:
            return self._may(cohort, about)
        linked = _linked(path, holder)
        if linked:
            return any(self._may(one, about) for one in linked)
        return OPEN in (self.site, *self.places.values(), *self.measures.values())

    def strict_at(self, path: str) -> bool:
        """True where the page is about a team or cohort whose group sizes are to be withheld."""
        place = place_of(path)
        return self._of("/".join(place).rstrip("/") if place else "") == STRICT and not self.measures

    def _may(self, place: str, about: str) -> bool:
        scopes = (place, place.split("/")[0], "")
        own = {measure: one for (scope, measure), one in self.measures.items() if scope in scopes}
        if about:
            named = [one for measure, one in own.items() if _plainly(measure) in _plainly(about)]
            return self._of(place) == OPEN if not named else OPEN in named
        return self._of(place) == OPEN or OPEN in own.values()

    def _of(self, place: str) -> str:
        found = self.places.get(place) or self.places.get(place.split("/")[0]) or self.site
        return BANDED if found == NOT_STATED else found


def _plainly(words: str) -> str:
    return " ".join(re.sub(r"\W+", " ", words.casefold()).split())


def stated_policies(pages: Iterable[tuple[SiteFile, Page]]) -> Policies:
    """The policies that the pages state."""
    site, titled = NOT_STATED, dict[str, str]()
    apart: list[tuple[str, str, str]] = []
    folders: dict[str, str] = {}
    teams: dict[tuple[str, str], set[str]] = {}
    for file, page in pages:
        for one in page.words:
            if "polic" not in one.text.lower():
                continue
            if site == NOT_STATED and (found := _SITE.search(one.text)):
                site = found["policy"].lower()
            for own in _COHORT.finditer(one.text):
                titled.setdefault(plain(own["title"]), own["policy"].lower())
            for own in _APART.finditer(one.text):
                apart.append((plain(own["where"] or ""), own["measure"] or "", own["policy"].lower()))
        place = place_of(file.path)
        if place and page.heading and not place[1] and "/weeks/" not in file.path:
            folders.setdefault(page.heading, place[0])
        for link, words in page.links:
            team = team_linked(file.path, link)
            for name in {words, words.split(", ")[0]} if team else ():
                teams.setdefault((name, team.split("/")[0] if team else ""), set()).add(team or "")
    places = {folders[title]: told for title, told in titled.items() if title in folders}
    measures: dict[tuple[str, str], str] = {}
    for where, measure, policy in apart:
        for scope in _scopes(where, folders, teams):
            if measure:
                measures[scope, measure] = policy
            else:
                places[scope] = policy
    return Policies(site, places, measures)


def _scopes(where: str, folders: Mapping[str, str], teams: Mapping[tuple[str, str], set[str]]) -> list[str]:
    """The places that words name: a cohort's title, or a team's name and a cohort's title."""
    if not where or where in folders:
        return [folders.get(where, "")]
    for title, cohort in folders.items():
        if where.endswith(f", {title}"):
            return sorted(teams.get((where.removesuffix(f", {title}"), cohort), ()))
    return []


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
