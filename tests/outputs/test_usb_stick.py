"""The zip for a stick: links that work from files, nothing that needs a server, the same bytes each time."""

import io
import zipfile

from cyclebook.outputs import Stick, packed

STYLE = b"@font-face { src: url('fonts/a.woff2') } .x { background: url(data:image/png;base64,AA==) }"
PAGE = """<!doctype html><html lang="es"><head><title>A &amp; B - Site</title>
<link rel="stylesheet" href="../../assets/book.css"><link rel="canonical" href="https://example.org/x/">
<script src="../../assets/javascripts/bundle.js"></script></head><body><a href="../..">Home</a>
<input type="search"><article class="book" id="article"><!-- note --><h1>A &amp; B</h1>
<a href="../other/">inside</a> <a href="../other/#part" class="x">a part</a> <a href="#here">here</a>
<a class="y" href="../../cohorts/" download>outside</a> <a href="https://pace.example/">web</a>
<a href="agenda.ics" download>calendar</a>
<svg viewBox="0 0 1 1"><a href="../../cohorts/"><text>drawn</text></a><path d="M0 0"/></svg>
</article><script src="../../assets/cyclebook/roster.js"></script></body></html>"""
SITE = {
    "convenings/spring/index.html": PAGE.encode(),
    "convenings/spring/agenda.ics": b"BEGIN:VCALENDAR",
    "convenings/other/index.html": b"<html><body><article>Other</article></body></html>",
    "cohorts/index.html": b"<html></html>",
    "assets/book.css": STYLE,
    "assets/fonts/a.woff2": b"font",
    "assets/javascripts/bundle.js": b"fetch()",
    "assets/cyclebook/roster.js": b"sort()",
}


def framed(**frame: object) -> str:
    """A page that shows what it was given."""
    head = "|".join(f"{key}={value}" for key, value in frame.items() if key != "article")
    return f"<{head}>{frame['article']}"


STICK = Stick(
    "spring", ("convenings/spring/", "convenings/other/", "gone/"), framed, "<ul>list</ul>", "We meet"
)


def files(site_url: str | None) -> dict[str, str]:
    """What is in the zip."""
    with zipfile.ZipFile(io.BytesIO(packed(STICK, SITE.get, site_url))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_what_comes_along() -> None:
    """Pages, their styles, downloads and our own script; a page that was not made is left out."""
    assert sorted(files(None)) == [
        "spring/assets/book.css",
        "spring/assets/cyclebook/roster.js",
        "spring/assets/fonts/a.woff2",
        "spring/convenings/other/index.html",
        "spring/convenings/spring/agenda.ics",
        "spring/convenings/spring/index.html",
        "spring/index.html",
    ]


def test_links_without_a_public_address() -> None:
    """Links inside lead to index.html; what is not on the stick stays as words, in a drawing as well."""
    page = files(None)["spring/convenings/spring/index.html"]

    assert '<a href="../other/index.html">inside</a>' in page
    assert '<a href="../other/index.html#part" class="x">a part</a>' in page
    assert '<a href="#here">here</a>' in page
    assert "<span>outside</span>" in page
    assert "<g><text>drawn</text></g>" in page
    assert '<a href="https://pace.example/">web</a>' in page
    assert '<a href="agenda.ics" download>calendar</a>' in page


def test_links_with_a_public_address() -> None:
    """What is not on the stick is linked to where the site is, as a page and not as a download."""
    page = files("https://example.org/site/")["spring/convenings/spring/index.html"]

    assert '<a class="y" href="https://example.org/site/cohorts/">outside</a>' in page


def test_the_page_around_the_article() -> None:
    """The frame gets language, title, styles and our scripts; nothing else of the page comes along."""
    page = files(None)["spring/convenings/spring/index.html"]

    head = page.partition(">")[0]
    assert head == (
        "<language=es|title=A & B - Site|styles=('../../assets/book.css',)"
        "|scripts=('../../assets/cyclebook/roster.js',)|contents=../../index.html"
    )
    assert "<h1>A &amp; B</h1>" in page
    for gone in ("search", "Home", "bundle", "canonical", "note"):
        assert gone not in page


def test_the_list_of_pages() -> None:
    """The first page of the zip lists all of them, in the same styles."""
    listed = files(None)["spring/index.html"]

    head = "<language=es|title=We meet|styles=('assets/book.css',)|scripts=()|contents=index.html>"
    assert listed == f"{head}<ul>list</ul>"


def test_the_same_bytes() -> None:
    """Two zips of one site are one, whatever the order in which its files are named."""
    turned = Stick("spring", STICK.addresses, framed, STICK.listed, STICK.title)

    assert packed(STICK, SITE.get, None) == packed(turned, dict(reversed(SITE.items())).get, None)
