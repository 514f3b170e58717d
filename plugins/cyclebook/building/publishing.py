"""From the tree that a host has made to one that can be judged and published."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from cyclebook.building.compiled_site import CompiledSite
from cyclebook.building.ledger import Ledger, append, judge, read_ledger, require_ledger
from cyclebook.building.release.content_security import protect, unprotected
from cyclebook.building.release.finding import Finding
from cyclebook.building.release.finished import Tree
from cyclebook.building.release.gates.html import unsafe_html
from cyclebook.building.release.gates.links import broken_links, without_dead_links
from cyclebook.building.release.gates.sources import sources_told
from cyclebook.building.release.manifest import MANIFEST
from cyclebook.building.release.release import Made
from cyclebook.model.problem import Problem

Audit = Callable[[Path], Iterable[Finding]]
"""Reads a finished site as an outsider would, and finds what it gives away."""


@dataclass(frozen=True, slots=True)
class Book:
    """The ledger of a project: its file, the name of the folder of teams in problems, and two decisions.

    With `breaches_seen`, a person knows that earlier releases show what this one withholds. With `new`,
    a person says that there has never been a ledger.
    """

    file: Path
    teams: PurePosixPath
    breaches_seen: bool = False
    new: bool = False

    def open_beside(self, site: Path) -> None:
        """Raises `LedgerError` where the site was published before and its ledger is gone."""
        require_ledger(self.file, site / MANIFEST, new=self.new)


def ready_to_judge(
    folder: Path,
    site: CompiledSite,
    *,
    as_of: date,
    audit: Audit,
    book: Book,
    scripts: frozenset[str],
    quoting: bool = True,
) -> Made:
    """Give every page of the tree its policy, and say which gates it has to pass, in what order.

    `scripts` are the SHA-256 of the script files that the theme brings: no other may be in the tree.
    With `quoting` False (public logs) findings do not repeat what authors wrote.
    Pages of an earlier release lose links to what is no longer there. Once every gate has let the tree
    pass, its facts are noted in the ledger. Raises `LedgerError` for a ledger that is damaged.
    """
    url = site.frame.site_url
    kept = {one.page.address: one.since for one in site.kept}
    if kept:
        without_dead_links(Tree(folder, url), frozenset(f"{address}index.html" for address in kept))
    protect(Tree(folder, url))
    tree = Tree(folder, url)
    ledger = read_ledger(book.file)
    verdict = judge(ledger, site.facts, book.teams, site.opened, as_of=as_of)
    stopping = verdict.refused if book.breaches_seen else (*verdict.refused, *verdict.breaches)
    seen = verdict.breached if book.breaches_seen else ()
    return Made(
        as_of,
        gates=(
            ("what the numbers give away together", lambda: audit(folder)),
            ("what earlier releases have shown", lambda: map(_finding, stopping)),
            ("what the team files hold back", lambda: sources_told(tree, site.sources)),
            ("HTML that could run or load something", lambda: unsafe_html(tree, scripts)),
            ("pages without a policy", lambda: unprotected(tree)),
            ("links", lambda: broken_links(tree, quoting=quoting)),
        ),
        kept=kept,
        rules=site.rules,
        publish=lambda: _note(book.file, ledger, site, as_of, seen),
    )


def _note(file: Path, ledger: Ledger, site: CompiledSite, as_of: date, seen: tuple[str, ...]) -> None:
    append(file, ledger, site.facts, as_of, seen=seen)


def _finding(problem: Problem) -> Finding:
    return Finding(
        f"{problem.place}  {problem.code}", problem.sentence(quoting=False), problem.advice(quoting=False)
    )
