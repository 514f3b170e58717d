"""Odd files in the hub's own folder: none is followed, waited for or copied, and the build says which."""

import os
import sys
from collections.abc import Callable

import pytest

from small_site import SmallSite

pytestmark = [
    pytest.mark.site,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files."),
]


def test_links_pipes_and_pages_that_are_no_text(small_site: Callable[..., SmallSite]) -> None:
    """Linked files and folders, a pipe and a page in another encoding stay out, each named; no traceback."""
    project = small_site({"content/about.md": "About us\n", "secret/plan.md": "hidden plan\n"})
    content = project.project / "content"
    (content / "plan.md").symlink_to(project.project / "secret/plan.md")
    (content / "plan.txt").symlink_to(project.project / "secret/plan.md")
    (content / "folder").symlink_to(project.project / "secret")
    os.mkfifo(content / "pipe.txt")
    (content / "latin.md").write_bytes("Caf\u00e9\n".encode("latin-1"))

    site = project.build(strict=False)
    everything = b"".join(content for name, content in site.files.items() if not name.endswith(".gz"))

    assert site.exit_code == 0, site.output
    assert "Traceback" not in site.output
    assert b"hidden plan" not in everything
    assert "about/index.html" in site.files
    for name in ("plan.md", "latin.md"):
        assert f"content/{name} has no page" in site.output
    for name in ("plan.txt", "folder", "pipe.txt"):
        assert f"content/{name} is left out" in site.output
    assert not [name for name in site.files if name.startswith(("plan", "folder", "pipe", "latin"))]
    assert project.build().exit_code == 1
