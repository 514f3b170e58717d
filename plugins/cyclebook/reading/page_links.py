"""Links in the words of teams and cohorts that lead to no page: found before a build has to take them out.

Only what team files can show is told: which teams and cohorts there are, and the places on their pages. Where
a link to another part of the site leads, the build finds out.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from cyclebook.model.problem import Place, Problem, Severity
from cyclebook.reading.agreement.passages import passages_of_body

_COHORTS, _WEEKS = "cohorts", "weeks"
_CODE = re.compile(r"`+[^`]*`+")
_LINK = re.compile(
    r"\]\(\s*<?(?P<inline>[^)\s<>]+)|^ {0,3}\[(?!\^)[^\]]+\]:\s+<?(?P<listed>[^\s<>]+)", re.MULTILINE
)
_OF_THE_PAGE = re.compile(r"top|article|(?:figure|story)-\d+|fn(?:ref)?\d*:.+|__.*")
_OF_STORYBOARDS = frozenset(
    [
        "beside",
        "chart-heading",
        "comparison",
        "evidence",
        "follow-up",
        "goal",
        "groups",
        "looking-back",
        "measures",
        "numbers",
        "offers",
        "photos",
        "result-heading",
        "root-cause",
        "sources",
        "support",
        "tests",
        "weeks",
        "why-it-matters",
    ]
)
_OF_COHORTS = frozenset(
    [
        "chart-heading",
        "comparison",
        "groups",
        "numbers",
        "people",
        "reported",
        "result-heading",
        "shares",
        "sources",
        "sponsors",
        "teams",
        "updates",
        "weeks",
    ]
)
"""The places that a page of either kind may have; a test holds them to the pages."""
_NOWHERE = "{it} leads nowhere, so the site shows the words without the link."


@dataclass(frozen=True, slots=True)
class TeamPages:
    """The pages that team files make: the names of the storyboards in each cohort, by its name."""

    cohorts: Mapping[str, frozenset[str]]

    def has(self, parts: tuple[str, ...]) -> bool:
        """False where nothing can be at an address ("cohorts", "2026-spring", "marlow-creek")."""
        if len(parts) < 2 or parts[0] != _COHORTS:
            return True
        _, cohort, *rest = parts
        if cohort not in self.cohorts:
            return not rest and "." in cohort
        if not rest or rest[0] == _WEEKS:
            return True
        return "." in rest[-1] if len(rest) > 1 or rest[0] not in self.cohorts[cohort] else True

    def place(self, parts: tuple[str, ...], name: str) -> bool:
        """False where the page of a team or cohort has no such place."""
        known = {3: _OF_STORYBOARDS, 2: _OF_COHORTS}.get(len(parts))
        if known is None or parts[0] != _COHORTS or _WEEKS in parts or "." in parts[-1]:
            return True
        return not name or name in known or _OF_THE_PAGE.fullmatch(name) is not None


def dead_page_links(
    body: str, first_line: int, file: PurePosixPath, own: tuple[str, ...], pages: TeamPages
) -> Iterator[Problem]:
    """Links in a body that begins at `first_line` of a file, whose page is at the address `own`."""
    for passage in passages_of_body(body, first_line, file):
        text = _CODE.sub(lambda found: " " * len(found[0]), passage.text)
        for found in _LINK.finditer(text):
            name = "inline" if found["inline"] else "listed"
            told = _against(found[name], own, pages)
            if told is not None:
                before = text[: found.start(name)]
                line = passage.where.line + before.count("\n")
                column = found.start(name) - (before.rfind("\n") + 1) + 1
                yield Problem(
                    "dead-link",
                    Place(file, line, column, len(found[name])),
                    told[0],
                    told[1],
                    it=found[name],
                    stand_in="This link",
                    severity=Severity.WARNING,
                )


def _against(link: str, own: tuple[str, ...], pages: TeamPages) -> tuple[str, str] | None:
    """What is wrong with a link of the page `own`, and how to mend it; None where nothing is for certain."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "{it} is no address.", "Copy the address again."
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        told = "{it} begins at the root of the web host, and this site may be published in a folder of it."
        return told, "Write the way from this page: ../another-team/"
    if path.endswith(".md"):
        return _NOWHERE, "Addresses of pages have no .md: ../another-team/"
    whole = posixpath.normpath("/".join((*own, path)))
    if whole.startswith(".."):
        return "{it} leads out of the site.", "Write one ../ for each step up: ../another-team/"
    target = tuple(whole.removesuffix("/index.html").split("/"))
    if not pages.has(target):
        return _NOWHERE, "Check the names of cohort and team, and the way from this page: ../another-team/"
    if not pages.place(target, unquote(parts.fragment)):
        return "{it} names no place on that page.", "Use a heading that our pages have: #why-it-matters"
    return None
