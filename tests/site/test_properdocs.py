"""ProperDocs, which goes on where MkDocs 1 ends, takes the same plugin unchanged and makes the same pages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from built_site import BuiltSite, build
from small_site import SmallSite

pytestmark = pytest.mark.site

_ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)


def _articles(site: BuiltSite) -> dict[str, str]:
    """The article of every page, to the letter."""
    found = {name: _ARTICLE.search(site.text(name)) for name in site.pages}
    return {name: article[0] if article else "" for name, article in found.items()}


def test_same_pages_same_articles(small_site: Callable[..., SmallSite], tmp_path: Path) -> None:
    """With `--strict`, both hosts make the same files, and every article is the same to the letter."""
    project = small_site().project

    old = build(project, tmp_path / "mkdocs")
    new = build(project, tmp_path / "properdocs", host="properdocs")

    assert (old.exit_code, new.exit_code) == (0, 0), old.output + new.output
    assert "Traceback" not in new.output
    assert "cohorts/2026-spring/marlow-creek/index.html" in old.pages
    assert sorted(new.pages) == sorted(old.pages)
    articles = _articles(old)
    assert all(articles.values())
    assert _articles(new) == articles
    downloads = {name for name in old.files if name.endswith((".csv", ".css", ".woff2"))}
    ours = {name for name in downloads if name.startswith(("cohorts/", "assets/cyclebook/"))}
    assert ours
    assert {name: new.files.get(name) for name in ours} == {name: old.files[name] for name in ours}


def test_problems_stop_a_strict_build_in_both(small_site: Callable[..., SmallSite], tmp_path: Path) -> None:
    """A broken storyboard is a warning under both hosts, so that `--strict` fails with the same report."""
    project = small_site({"teams/2026-spring/old-mill.md": "---\ntitle: No goal\n---\n"}).project

    reports = [build(project, tmp_path / host, host=host) for host in ("mkdocs", "properdocs")]

    for one in reports:
        assert one.exit_code == 1
        assert "teams/2026-spring/old-mill.md:2:1  error missing-key  goal: The key goal" in one.output
