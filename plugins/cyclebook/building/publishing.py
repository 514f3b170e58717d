"""From the tree that a host has made to one that can be judged and published."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from cyclebook.building.release.content_security import protect
from cyclebook.building.release.finding import Finding
from cyclebook.building.release.finished import Tree
from cyclebook.building.release.gates.html import unsafe_html
from cyclebook.building.release.gates.links import broken_links, without_dead_links
from cyclebook.building.release.gates.sources import sources_told
from cyclebook.building.release.release import Made
from cyclebook.building.site import CompiledSite

Audit = Callable[[Path], Iterable[Finding]]
"""Reads a finished site as an outsider would, and finds what it gives away."""


def _nothing() -> Iterable[Finding]:
    return ()


def ready_to_judge(
    folder: Path,
    site: CompiledSite,
    *,
    as_of: date,
    audit: Audit,
    ledger: Callable[[], Iterable[Finding]] = _nothing,
    publish: Callable[[], None] = lambda: None,
) -> Made:
    """Give every page of the tree its policy, and say which gates it has to pass, in what order.

    Pages of an earlier release lose links to what is no longer there. `ledger` compares the facts of the
    site with those of earlier releases; `publish` notes them, once every gate has let the tree pass.
    """
    url = site.frame.site_url
    kept = {one.page.address: one.since for one in site.kept}
    if kept:
        without_dead_links(Tree(folder, url), frozenset(f"{address}index.html" for address in kept))
    protect(Tree(folder, url))
    tree = Tree(folder, url)
    return Made(
        as_of,
        gates=(
            ("what the numbers give away together", lambda: audit(folder)),
            ("what earlier releases have shown", ledger),
            ("what the team files hold back", lambda: sources_told(tree, site.sources)),
            ("HTML that could run or load something", lambda: unsafe_html(tree)),
            ("links", lambda: broken_links(tree)),
        ),
        kept=kept,
        rules=site.rules,
        publish=publish,
    )
