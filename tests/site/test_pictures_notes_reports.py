"""Articles in a whole site: a picture with its words, notes that lead back, and the list of reports."""

import posixpath
import struct
import zlib
from collections import Counter
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from built_site import BuiltSite
from cyclebook.building import check, usual_paths
from small_site import SmallSite, front_matter
from webpage import Element

pytestmark = pytest.mark.site

_REPORT = """
The depot changed the route.[^route] At the end {result 2026-spring/marlow-creek} were on time.[^count]

![Four teachers around a wall of notes](photos/meeting.png "The team in week 3. Photo: Bell School")

![The clock above the gate](photos/meeting.png)

/// side-box
    title: What a coach does

A coach listens first.[^route]

[^route]: So says the handbook.
///

[^route]: In week 3, says the log.
[^count]: The goal was {goal 2026-spring/marlow-creek}.
"""
_PAGE = "reports/first-year/"


def _png() -> bytes:
    """A picture of two by two grey points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    points = zlib.compress(b"\0\x80\x40\0\x40\x80")
    head = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def site(small_site: Callable[..., SmallSite]) -> BuiltSite:
    """Two reports, the newer one with pictures and notes."""
    project = small_site(
        {
            "content/reports/first-year.md": front_matter(
                {
                    "title": "The first year",
                    "date": "2026-06-12",
                    "photos": [
                        {"file": "photos/meeting.png", "people": "yes", "photo_consent": "2026-03-02"}
                    ],
                }
            )
            + _REPORT,
            "content/reports/plans.md": front_matter(
                {"title": "What we plan", "date": "2025-08-01", "eyebrow": "Plan"}
            )
            + "We plan to count.\n",
        }
    )
    picture = project.project / "content/reports/photos/meeting.png"
    picture.parent.mkdir()
    picture.write_bytes(_png())
    built = project.build()
    assert built.exit_code == 0, built.output
    return built


def test_a_picture_has_its_words_and_its_file(site: BuiltSite) -> None:
    """Alternative, caption and credit stand with the picture, and its file lies where the page looks."""
    first, second = site.article(_PAGE).all("figure", of_class="picture")
    image = first.one("img")
    assert image.get("alt") == "Four teachers around a wall of notes"
    assert first.one("figcaption").words == "The team in week 3. Photo: Bell School"
    assert first.one(of_class="picture__credit").words == "Photo: Bell School"
    assert second.one("img").get("alt") == "The clock above the gate"
    assert not second.all("figcaption")
    assert Image.open(BytesIO(site.files[posixpath.normpath(f"{_PAGE}{image.get('src')}")])).size == (2, 2)


def test_a_missing_picture_is_named_with_its_line(
    small_site: Callable[..., SmallSite], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture that is not there keeps its article off the site, and only that."""
    text = front_matter({"title": "The first year"}) + _REPORT
    project = small_site({"content/reports/first-year.md": text})
    monkeypatch.chdir(project.project)
    line = next(number for number, one in enumerate(text.splitlines(), 1) if one.startswith("![Four"))

    problems = check(usual_paths()).problems
    built = project.build(strict=False)

    assert [(one.code, one.place.line) for one in problems if one.place.path.stem == "first-year"] == [
        ("missing-file", line),
        ("missing-file", line + 2),
    ]
    assert f"content/reports/first-year.md:{line}:1  error missing-file" in built.output
    assert not [name for name in built.pages if name.startswith("reports/")]
    assert "cohorts/2026-spring/marlow-creek/index.html" in built.pages


def test_notes_lead_there_and_back(site: BuiltSite) -> None:
    """Each mark leads to its note and the note back to the mark; live numbers stand in notes too."""
    article = site.article(_PAGE)
    ids = Counter(one.get("id") for one in article.walk() if one.get("id"))
    assert [name for name, times in ids.items() if times > 1] == []
    told = [(mark.words, _led(article, mark).words) for mark in article.all("a", of_class="footnote-ref")]
    assert [(number, note.rstrip("↩ \xa0")) for number, note in told] == [
        ("1", "In week 3, says the log."),
        ("2", "The goal was 40."),
        ("1", "So says the handbook."),
    ]
    for back in article.all("a", of_class="footnote-backref"):
        (mark,) = _led(article, back).all("a", of_class="footnote-ref")
        assert back in _led(article, mark).walk()
    notes = article.by_id("notes").parent
    assert notes is not None
    assert len(notes.all("li")) == 2
    assert "handbook" not in notes.words


def _led(article: Element, link: Element) -> Element:
    """Where a link within the page leads."""
    return article.by_id((link.get("href") or "").removeprefix("#"))


def test_reports_have_a_list_of_their_own(site: BuiltSite) -> None:
    """The list has each report once, newest first; both have their pages, and the home page lists them."""
    for address in ("reports/", ""):
        listed = site.article(address).all("li", of_class="entry--article")
        assert [one.one(of_class="entry__title").words for one in listed] == [
            "The first year",
            "What we plan",
        ]
        assert [one.one(of_class="eyebrow").words for one in listed] == ["Report", "Plan"]
        leads = [one.one(of_class="entry__title").one("a").get("href") or "" for one in listed]
        pages = [f"{posixpath.normpath(posixpath.join(address, link))}/index.html" for link in leads]
        assert pages == [f"{_PAGE}index.html", "reports/plans/index.html"]
        assert set(pages) <= set(site.pages)
    assert site.article("reports/").one("h1").words == "Reports"
    assert "Reports" in [one.words for one in site.article(_PAGE).all("a")]


def test_without_reports_there_is_no_list(small_site: Callable[..., SmallSite]) -> None:
    """Where nobody wrote a report, no page and no link speaks of reports."""
    built = small_site({"content/case-studies/a.md": front_matter({"title": "A story"}) + "Words.\n"}).build()
    assert built.exit_code == 0, built.output
    assert "case-studies/a/index.html" in built.pages
    assert not [name for name in built.files if name.startswith("reports")]
    assert not [
        link.get("href")
        for page in built.pages.values()
        for link in page.all("a")
        if "reports/" in (link.get("href") or "")
    ]
