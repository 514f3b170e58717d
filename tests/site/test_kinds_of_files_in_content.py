"""What the folder of pages may hold: nothing in it runs, steers a host or takes the place of the theme."""

from collections.abc import Callable

import pytest

from small_pictures import picture
from small_site import CONFIG, SmallSite

pytestmark = pytest.mark.site

EVIL = "<html xmlns='http://www.w3.org/1999/xhtml'><script>alert('planted')</script></html>\n"
LEFT_OUT = (
    "Y.HTML",
    "z.xml",
    "x.html",
    "main.html",
    "late.js",
    "late.css",
    "_redirects",
    "_worker.js",
    "_headers.txt",
    "CNAME",
    "plan.docx",
    "counts.xlsx",
    "pages.zip",
    "404.md",
    "search/index.md",
    "shout.MD",
    "note.markdown",
    "case-studies/evil.markdown",
    "case-studies/deep/x.md",
    "case-studies/deep/index.md",
    "Reports/other.md",
    "assets/cyclebook/roster.js",
    "assets/images/favicon.png",
    "pictures/logo.txt",
)


def test_only_listed_kinds_reach_the_site(small_site: Callable[..., SmallSite]) -> None:
    """Each file of another kind, in another place or with a name of the theme is left out and named.

    Pages, pictures and downloads are there, with endings in capitals too, and so is the theme's own file.
    """
    files = dict.fromkeys((f"content/{name}" for name in LEFT_OUT), EVIL)
    project = small_site(
        {
            **files,
            "mkdocs.yml": CONFIG.replace("theme: material", "theme: {name: material, custom_dir: overrides}"),
            "overrides/pictures/logo.txt": "of the theme",
            "overrides/main.html": '{% extends "base.html" %}\n',
            "content/about.md": "About us\n",
            "content/case-studies/index.md": "Our stories\n",
            "content/files/List.CSV": "what,count\na,1\n",
            "content/files/notes.txt": "notes\n",
            "content/files/plan.pdf": "%PDF-1.4\n",
            "content/files/day.ics": "BEGIN:VCALENDAR\n",
            "content/files/Thumbs.db": "made by a system\n",
        }
    )
    (project.project / "content/files/Gate.PNG").write_bytes(picture("PNG"))

    site = project.build(strict=False)

    assert site.exit_code == 0, site.output
    assert [name for name in LEFT_OUT if f"content/{name} " not in site.output] == []
    assert "Thumbs.db" not in site.output
    assert [name for name, content in site.files.items() if b"planted" in content] == []
    assert {name for name in site.files if name.startswith("files/")} == {
        "files/List.CSV",
        "files/notes.txt",
        "files/plan.pdf",
        "files/day.ics",
        "files/Gate.PNG",
    }
    assert {"about/index.html", "case-studies/index.html"} <= set(site.files)
    assert site.files["pictures/logo.txt"] == b"of the theme"
    assert b"table" in site.files["assets/cyclebook/roster.js"]
    assert "main.html" not in site.files
    assert site.files["assets/images/favicon.png"].startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("config", "told"),
    [
        (
            CONFIG.replace("cyclebook]", "{cyclebook: {teams: content/teams}}]"),
            "raw numbers would be published",
        ),
        (CONFIG.replace("docs_dir: content", "docs_dir: teams/content"), "raw numbers would be published"),
        (
            CONFIG.replace("theme: material", "theme: {name: material, custom_dir: content/theme}"),
            "could run a program",
        ),
    ],
)
def test_folders_lie_side_by_side(small_site: Callable[..., SmallSite], config: str, told: str) -> None:
    """Team files among the pages, pages among the team files, templates among the pages: no site is made."""
    project = small_site(
        {
            "mkdocs.yml": config,
            "content/teams/network.md": "---\ntitle: Ours\n---\n",
            "content/theme/main.html": '{% extends "base.html" %}\n',
            "teams/content/index.md": "Home\n",
        }
    )

    site = project.build(strict=False)

    assert site.exit_code == 1
    assert told in site.output
    assert "Traceback" not in site.output
    assert site.files == {}
