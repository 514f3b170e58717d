"""Each gate finds a fault planted in a finished tree, and nothing in one without."""

import hashlib
import io
import json
import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from finished_trees import write_tree

from cyclebook.building.release import Finding
from cyclebook.building.release.content_security import HEADERS, protect, unprotected
from cyclebook.building.release.finished import Tree
from cyclebook.building.release.gates.html import unsafe_html
from cyclebook.building.release.gates.links import broken_links, without_dead_links
from cyclebook.building.release.gates.sources import Sources, sources_told

URL = "https://example.org/teams/"
TEAM = "cohorts/2026-spring/marlow-creek/"
SCRIPTS = frozenset({hashlib.sha256(b"go()").hexdigest()})
"""The scripts that the theme brings."""


def page(body: str = "", *, root: str = "..", head: str = "") -> str:
    """A page as the theme makes it, with scripts of its own, and an author's words in `body`."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}'
        f'<link rel="stylesheet" href="{root}/assets/main.css"><link rel="canonical" href="{URL}about/">'
        f'<script>__md_scope=new URL("{root}",location)</script></head><body>{body}'
        f'<script id="__config" type="application/json">{{"base": "{root}"}}</script>'
        f'<script src="{root}/assets/bundle.js"></script></body></html>'
    )


def tree_with(folder: Path, files: dict[str, str] | None = None) -> Tree:
    """A good tree of three pages, with some files changed or added."""
    good = {
        "404.html": page(root="/teams"),
        "index.html": page(
            f'<h2 id="a">A</h2><a href="about/#b">b</a> <a href="#a">a</a> <a href="{URL}about/">c</a>',
            root=".",
        ),
        "about/index.html": page('<h2 id="b">B</h2><a href="../">home</a> <a href="https://other.org">o</a>'),
        f"{TEAM}index.html": page("<p>Between 80% and 90% of 52.</p>", root="../../.."),
        "assets/main.css": "a { background: url(data:image/png;base64,AA) } b { background: url(x.png) }",
        "assets/bundle.js": "go()",
        "feed.xml": f'<feed><link href="{URL}about/"/></feed>',
        "search/search_index.json": json.dumps(
            {"docs": [{"location": "about/#b", "title": "B", "text": "words"}]}
        ),
    }
    write_tree(folder, {**good, **(files or {})})
    return Tree(folder, URL)


def told(findings: object) -> str:
    return "\n".join(str(one) for one in findings if isinstance(one, Finding))  # type: ignore[attr-defined]


SOURCES = Sources(
    counts={TEAM: frozenset({(17, 23)})}, addresses=frozenset({"cohorts/2026-spring/held-team/"})
)


def test_good_tree_passes_every_gate(tmp_path: Path) -> None:
    """Nothing is found where nothing is wrong, before and after pages have their policy."""
    tree = tree_with(tmp_path)
    for one in (tree, Tree(tmp_path, URL)):
        assert told(unsafe_html(one, SCRIPTS)) == ""
        assert told(broken_links(one)) == ""
        assert told(sources_told(one, SOURCES)) == ""
        protect(one)
    assert told(unprotected(Tree(tmp_path, URL))) == ""


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<script>alert(1)</script>", "This script is not known"),
        ("<SCRIPT\n>alert(1)</SCRIPT>", "This script is not known"),
        ("<script type=module>alert(1)</script>", "This script is not known"),
        ('<script src="../assets/other.js"></script>', "This script file is not known"),
        ('<script src="https://cdn.example/x.js"></script>', "This script file is not known"),
        ("<!-- <script>alert(1)</script> -->", "A script stands where none can be"),
        ('<img src="a.png" alt="" onerror="alert(1)">', "The attribute onerror is not allowed"),
        ("<details ontoggle=alert(1) open>", "The attribute ontoggle is not allowed"),
        ('<a href="javascript:alert(1)">x</a>', "would run a script"),
        ('<a href=" java&#10;script:alert(1)">x</a>', "would run a script"),
        ('<a href="data:text/html,<b>">x</a>', "would run a script"),
        ('<svg><a xlink:href="vbscript:x">x</a></svg>', "would run a script"),
        ('<iframe src="about.html"></iframe>', "element <iframe> is not allowed"),
        ('<base href="/">', "element <base> is not allowed"),
        ('<object data="a.swf"></object>', "element <object> is not allowed"),
        ("<svg><foreignObject></foreignObject></svg>", "element <foreignobject> is not allowed"),
        ('<meta http-equiv="refresh" content="0;url=about/">', "may not lead on to another"),
        ("<style>a{}</style>", "may not bring its own style"),
        ('<p style="color: red">x</p>', "attribute style is not allowed"),
        ('<img src="https://tracker.example/a.gif" alt="">', "loaded from another host"),
        ('<img src="//tracker.example/a.gif" alt="">', "loaded from another host"),
        ('<img srcset="a.png, https://tracker.example/b.png 2x" alt="">', "loaded from another host"),
        ('<img src="\\\\tracker.example/a.gif" alt="">', "loaded from another host"),
        ('<svg><use href="https://tracker.example/a.svg#b"/></svg>', "loaded from another host"),
        ('<svg><rect fill="url(https://tracker.example/a.svg#b)"/></svg>', "loaded from another host"),
        ('<link rel="preconnect" href="https://tracker.example">', "loaded from another host"),
        ('<form action="https://tracker.example"></form>', "loaded from another host"),
        ('<video poster="https://tracker.example/a.png"></video>', "loaded from another host"),
        ('<p id="b">x</p><p id="b">y</p>', 'The id "b" stands 2 times'),
        ("<!--><img src=x onerror=go()><iframe>-->", "in another way"),
        ("<!---><img src=x onerror=go()>-->", "in another way"),
        ("<!--a--!><img src=x onerror=go()>-->", "in another way"),
        ("<![CDATA[<img src=x onerror=go()>]]>", "in another way"),
        ("<textarea><!--</textarea><img src=x onerror=go()>--></textarea>", "in another way"),
        ("<title><!--</title><img src=x onerror=go()>--></title>", "in another way"),
        ('<textarea><p title="</textarea><img src=x onerror=go()>"></textarea>', "in another way"),
        ('<noscript><p title="</noscript><img src=x onerror=go()>"></noscript>', "in another way"),
        ('<script type="application/json" /><p title="</script><img src=x onerror=go()>">', "in another way"),
        ("<textarea><script type=application/json></textarea><img onerror=go()></script>", "in another way"),
        ("<!doctype svg [<!ENTITY a '<img onerror=go()>'>]>", "in another way"),
        ('<p\0 onclick="go()">x</p>', "A character stands here that is no text"),
        ('<svg><script href="../assets/bundle.js"></script></svg>', "A script of a drawing"),
        ('<svg><script xlink:href="../assets/bundle.js"></script></svg>', "A script of a drawing"),
        ('<svg><a><animate attributeName="href" values="javascript:go()"/></a></svg>', "<animate>"),
        (
            '<svg><a><set attributeName="href" to="javascript:go()"/></a></svg>',
            "element <set> is not allowed",
        ),
        ("<noembed><b title='</noembed><img onerror=go()>'></noembed>", "element <noembed> is not allowed"),
        ('<svg><rect fill="\\75 rl(https://tracker.example/a.svg#b)"/></svg>', "loaded from another host"),
    ],
)
def test_html_gate(tmp_path: Path, body: str, what: str) -> None:
    """Scripts, handlers, addresses that run, other hosts and double ids are found, with their place."""
    found = told(unsafe_html(tree_with(tmp_path, {"about/index.html": page(body)}), SCRIPTS))
    assert what in found
    assert found.startswith("about/index.html")


@pytest.mark.parametrize("name", ["y.HTML", "y.Htm"])
def test_capitals_hide_no_page(tmp_path: Path, name: str) -> None:
    """A page whose ending is in capitals passes through the same gates as any other."""
    tree = tree_with(tmp_path, {name: page("<script>alert(1)</script>", root=".")})

    assert f"{name}:1: This script is not known" in told(unsafe_html(tree, SCRIPTS))


def test_html_gate_reads_styles_drawings_and_zips(tmp_path: Path) -> None:
    """Stylesheets that load from elsewhere, drawings with scripts, and pages in zips are found too."""
    tree = tree_with(
        tmp_path,
        {
            "assets/more.css": "@import 'https://fonts.example/a.css';",
            "a.svg": "<svg onload='go()'><style>b{}</style></svg>",
        },
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("stick/index.html", "<p>words</p><script>go()</script>")
    (tmp_path / "stick.zip").write_bytes(packed.getvalue())
    found = told(unsafe_html(tree, SCRIPTS))
    assert "assets/more.css: This stylesheet loads something from another host" in found
    assert "a.svg:1: The attribute onload is not allowed" in found
    assert "stick.zip/stick/index.html:1: This script is not known" in found
    assert found.count("\n   ") == 3


@pytest.mark.parametrize(
    "css",
    [
        '@import"https://fonts.example/a.css";',
        "@import/**/'//fonts.example/a.css';",
        'b { background: image-set("https://tracker.example/a.png" 1x) }',
        "b { background: image-set('//tracker.example/a.png' 1x) }",
        'b { background: url("\\68ttps://tracker.example/a.png") }',
        "b { background: \\75rl(https://tracker.example/a.png) }",
        '/*\'*/ a{content:"/*"} @import "https://fonts.example/a.css"; b{content:"*/"} /*\'*/',
        "b { background: url(ftp://tracker.example/a.png) }",
    ],
)
def test_stylesheet_that_loads_from_elsewhere(tmp_path: Path, css: str) -> None:
    """However an address is written in a stylesheet, another host is found in it."""
    found = told(unsafe_html(tree_with(tmp_path, {"assets/more.css": css}), SCRIPTS))
    assert found.startswith("assets/more.css: This stylesheet loads something from another host")


@pytest.mark.parametrize(
    "css",
    [
        "@import 'more.css'; b { background: image-set(\"a.png\" 1x) }",
        "/* https://example.com says: url(https://example.com/a.png) */",
        'a::after { content: " (" attr(href) "): see // it\'s a/b" }',
        "b { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\") }",
    ],
)
def test_stylesheet_that_loads_nothing_from_elsewhere(tmp_path: Path, css: str) -> None:
    """Files of the site, comments, words and pictures that stand in the stylesheet itself load nothing."""
    assert told(unsafe_html(tree_with(tmp_path, {"assets/more.css": css}), SCRIPTS)) == ""


def test_plain_comments_and_texts_are_no_doubt(tmp_path: Path) -> None:
    """A comment, a drawing with a title, and words in a form are the same for a browser and for us."""
    body = (
        '<i id="b"></i><!-- a --> <!-- <img onerror=x> --><svg><title>A gate</title></svg>'
        "<textarea>5 < 6</textarea><noscript><p>No script</p></noscript>"
    )
    assert told(unsafe_html(tree_with(tmp_path, {"about/index.html": page(body)}), SCRIPTS)) == ""


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ('<a href="../nothing/">x</a>', '"../nothing/" leads to nothing'),
        ('<a href="../#c">x</a>', '"../#c" leads to a place that is not on that page'),
        ('<a href="#c">x</a>', '"#c" leads to a place that is not on that page'),
        ('<a href="../../">x</a>', '"../../" leads to nothing'),
        ('<a href="/elsewhere/">x</a>', '"/elsewhere/" leads out of the site'),
        (f'<a href="{URL}gone/">x</a>', f'"{URL}gone/" leads to nothing'),
        ('<img src="a.png" alt="">', '"a.png" leads to nothing'),
        ('<a href="http://[">x</a>', '"http://[" is no address'),
    ],
)
def test_link_gate(tmp_path: Path, body: str, what: str) -> None:
    """Links to pages, places and pictures that are not there are found."""
    found = told(broken_links(tree_with(tmp_path, {"about/index.html": page(f'<i id="b"></i>{body}')})))
    assert found.startswith(f"about/index.html:1: {what}")


def test_link_gate_shows_no_link_in_a_public_log(tmp_path: Path) -> None:
    """Without quoting, what an author wrote and what a feed or the search names is left out."""
    files = {
        "about/index.html": page('<i id="b"></i><a href="../held-team/">x</a>'),
        "feed.xml": f'<feed><link href="{URL}held-team/"/></feed>',
        "search/search_index.json": json.dumps({"docs": [{"location": "held-team/"}]}),
    }
    found = told(broken_links(tree_with(tmp_path, files), quoting=False))
    assert "about/index.html:1: This link leads to nothing." in found
    assert "feed.xml: This link leads to nothing." in found
    assert "The search leads to a place, which is not there." in found
    assert "held-team" not in found


def test_link_gate_reads_feeds_and_search(tmp_path: Path) -> None:
    """An entry of a feed or of the search that leads nowhere is found."""
    docs = [{"location": "gone/"}, {"location": "about/#gone"}]
    tree = tree_with(
        tmp_path,
        {
            "feed.xml": f'<feed><link href="{URL}gone/"/></feed>',
            "search/search_index.json": json.dumps({"docs": docs}),
        },
    )
    found = told(broken_links(tree))
    assert f'feed.xml: "{URL}gone/" leads to nothing' in found
    assert 'The search leads to "gone/"' in found
    assert 'The search leads to "about/#gone"' in found


def test_kept_pages_lose_dead_links(tmp_path: Path) -> None:
    """A link of a page of an earlier release that leads nowhere now becomes plain words; others stay."""
    body = '<a class="x" href="../gone/?a=1&amp;b">gone</a> <a href="../">home</a><b id="b"></b>'
    tree = tree_with(tmp_path, {"about/index.html": page(body)})
    without_dead_links(tree, frozenset({"about/index.html"}))
    again = Tree(tmp_path, URL)
    assert told(broken_links(again)) == ""
    assert '<a class="x">gone</a> <a href="../">home</a>' in again.pages["about/index.html"].source


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({f"{TEAM}index.html": page("<p><b>17</b> of 23 came.</p>")}, "tells a count of the team"),
        ({f"{TEAM}data.csv": "week,share\n1,17/23\n"}, "tells a count of the team"),
        (
            {
                "search/search_index.json": json.dumps(
                    {"docs": [{"location": f"{TEAM}#a", "title": "A", "text": "17 out of 23"}]}
                )
            },
            "tells a count of the team",
        ),
        ({"index.html": page("cohorts/2026-spring/held-team/", root=".")}, "embargo is not over"),
        ({"cohorts/2026-spring/held-team/a.csv": "1"}, "A team under embargo has a file"),
        ({"notes/team.md": "---\n"}, "This is a source file"),
        ({"downloads/copy.csv": "week,value\n1,17\n"}, "This is a source file"),
    ],
)
def test_source_gate(tmp_path: Path, files: dict[str, str], what: str) -> None:
    """Counts that are held back, teams under embargo and source files are found, and not named."""
    write_tree(tmp_path / "teams", {"weeks.csv": "week,value\n1,17\n"})
    sources = Sources(SOURCES.counts, SOURCES.addresses, (tmp_path / "teams",))
    found = told(sources_told(tree_with(tmp_path / "site", files), sources))
    assert what in found
    assert "held-team" not in found
    assert "17" not in found


def test_source_gate_follows_no_link_and_reads_no_giant(tmp_path: Path) -> None:
    """What a link or a pipe leads to is no source file of teams, and a giant file fills no memory."""
    teams, giant = tmp_path / "teams", tmp_path / "giant"
    write_tree(tmp_path, {"elsewhere.csv": "week,value\n1,17\n", "teams/own.csv": "week\n"})
    with giant.open("wb") as opened:
        opened.truncate(100_000_000)
    (teams / "linked.csv").symlink_to(tmp_path / "elsewhere.csv")
    (teams / "linked").symlink_to(giant)
    giant.rename(teams / "large")
    os.mkfifo(teams / "pipe")
    tree = tree_with(tmp_path / "site", {"downloads/copy.csv": "week,value\n1,17\n", "own.txt": "week\n"})

    tracemalloc.start()
    found = told(sources_told(tree, Sources(folders=(teams,))))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert found.startswith("own.txt: This is a source file")
    assert "copy.csv" not in found
    assert peak < 50_000_000


def test_source_gate_passes_over_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system keeps to itself costs no team its page."""
    write_tree(tmp_path / "teams", {"own.csv": "week\n"})

    tree = tree_with(tmp_path / "site")
    read = Path.read_bytes

    def denied(path: Path, *_: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", denied)
    monkeypatch.setattr(Path, "read_bytes", lambda path: (denied if path.name == "own.csv" else read)(path))
    assert told(sources_told(tree, Sources(folders=(tmp_path / "teams",)))) == ""


def test_source_gate_finds_personal_data(tmp_path: Path) -> None:
    """Words that the check found in a source, and names of a roster, are found in a page and not repeated."""
    sources = Sources(words=("ann@bell.example", "An"), names=lambda text: "Dolores Haze" in text)
    tree = tree_with(
        tmp_path,
        {
            "about/index.html": page("<p>Write to ann@bell.example</p>"),
            "notes.txt": "An Dolores Haze",
            "index.html": page("An", root="."),
        },
    )
    found = told(sources_told(tree, sources))
    assert "about/index.html: This holds personal data" in found
    assert "notes.txt: This holds a name on the roster" in found
    assert found.count("\n   ") == 2
    assert "bell" not in found
    assert "Haze" not in found


def test_other_pages_may_say_the_same_numbers(tmp_path: Path) -> None:
    """17 of 23 on the page of another team, or of weeks, is no count of this one."""
    files = {
        "about/index.html": page('<p id="b">17 of 23 came.</p>'),
        "guide/problems/index.html": page("cohorts/2026-spring/held-team/", root="../.."),
        f"{TEAM}index.html": page("17 of 23 weeks"),
    }
    assert told(sources_told(tree_with(tmp_path, files), SOURCES)) == ""


def test_every_page_has_its_policy(tmp_path: Path) -> None:
    """The theme's scripts are listed by hash, an unknown one is not, and hosts get a file of headers."""
    tree = tree_with(tmp_path, {"about/index.html": page('<i id="b"></i><script>alert(1)</script>')})
    protect(tree)
    pages = Tree(tmp_path, URL).pages
    policies = {
        name: one.source.split('Security-Policy" content="')[1].split('"')[0] for name, one in pages.items()
    }
    assert len(policies) == 4
    for name, policy in policies.items():
        assert policy.startswith("default-src 'none'")
        assert policy.count("'sha256-") == 1, name
        assert "unsafe" not in policy
    headers = (tmp_path / HEADERS).read_text()
    assert headers.count("'sha256-") == len(set(policies.values()))
    assert "frame-ancestors 'self'" in headers


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("assets/bundle.js", "alert(1)", "not the theme's, or has been changed"),
        ("assets/late.mjs", "alert(1)", "not the theme's, or has been changed"),
        (
            "z.xml",
            "<a xmlns:h='http://www.w3.org/1999/xhtml'><h:script>go()</h:script></a>",
            "can run a script",
        ),
        ("z.XML", "<?xml-stylesheet href='a.xsl'?><a/>", "can run a script"),
        ("z.xml", "<!DOCTYPE a [<!ENTITY b '&#60;script>'>]><a>&b;</a>", "can run a script"),
        ("z.xhtml", "<p/>", "can run a script"),
    ],
)
def test_files_that_run_are_the_themes(tmp_path: Path, name: str, text: str, what: str) -> None:
    """A script of other bytes than the theme's, and XML that runs something, stop the release."""
    found = told(unsafe_html(tree_with(tmp_path, {name: text}), SCRIPTS))

    assert found.startswith(f"{name}: ")
    assert what in found


def test_script_with_the_name_of_a_text_is_compared_too(tmp_path: Path) -> None:
    """What the theme loads as a script is one, whatever its ending."""
    loads = page(root="/teams", head='<script src="/teams/data.txt"></script>')
    found = told(unsafe_html(tree_with(tmp_path, {"404.html": loads, "data.txt": "alert(1)"}), SCRIPTS))

    assert "data.txt: This script file is not the theme's" in found


@pytest.mark.parametrize(
    "source",
    [
        "<p>A page without a head.</p>",
        "<!-- <head> --><html><body><p>Its policy went into a comment.</p></body></html>",
        "<html><body><img src=a.png><head></head></body></html>",
    ],
)
def test_page_without_a_policy_stops_the_release(tmp_path: Path, source: str) -> None:
    """A page that has no head, or whose policy would stand in a comment or too late, is found."""
    tree = tree_with(tmp_path, {"about/index.html": source})
    protect(tree)

    assert told(unprotected(Tree(tmp_path, URL))).startswith("about/index.html: This page has no head")
