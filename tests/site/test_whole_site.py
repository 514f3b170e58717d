"""The finished site of this repository, page by page: what must hold on each of them."""

import csv
import io
import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from built_site import SITE_URL, BuiltSite
from cyclebook.disclosure import publish
from cyclebook.reading import read_library
from webpage import Element

pytestmark = pytest.mark.site

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _articles(site: BuiltSite) -> Iterator[tuple[str, Element]]:
    for name, page in site.pages.items():
        yield name, page.one("article")


def _storyboards(site: BuiltSite) -> list[str]:
    return [name for name in site.pages if re.fullmatch(r"cohorts/[^/]+/[^/]+/index\.html", name)]


def _target(page: str, link: str) -> tuple[str, str]:
    """The file and the fragment that a link inside the site leads to."""
    if link.startswith(SITE_URL):
        link = "/cyclebook/" + link.removeprefix(SITE_URL)
    address, fragment = urldefrag(link)
    path = unquote(urlsplit(address).path)
    if path.startswith("/cyclebook/"):
        path = path.removeprefix("/cyclebook/")
    elif path:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) + "/" * path.endswith("/")
    else:
        path = page
    path = "" if path in (".", "./") else path
    if not path or path.endswith("/"):
        path += "index.html"
    return path, unquote(fragment)


def test_strict_build_passes(built_site: BuiltSite) -> None:
    """`mkdocs build --strict` ends with 0 and warns of nothing."""
    assert built_site.exit_code == 0, built_site.output
    assert "WARNING" not in built_site.output
    assert "Traceback" not in built_site.output


def test_every_page_is_there(built_site: BuiltSite, repository) -> None:
    """Each storyboard, cohort and article has its page, and the site has the pages around them."""
    files = sorted((repository / "teams").glob("*/*.md"))
    teams = {f"cohorts/{file.parent.name}/{file.stem}/index.html" for file in files if file.stem != "cohort"}
    cohorts = {f"cohorts/{file.parent.name}/index.html" for file in files}
    around = {"index.html", "about/index.html", "cohorts/index.html", "404.html"}
    stories = {file.stem for file in (repository / "content/case-studies").glob("*.md")}
    articles = {f"case-studies/{name}/index.html" for name in stories} | {"case-studies/index.html"}
    meetings = {file.stem for file in (repository / "content/convenings").glob("*.md")}
    articles |= {f"convenings/{name}/index.html" for name in meetings} | {"convenings/index.html"}
    articles |= {"convenings/winter-2026/print/index.html"}
    own = {file.stem for file in (repository / "content").glob("*.md")} - {"index", "about"}
    hub = {f"{name}/index.html" for name in own}
    library = read_library(repository / "teams")
    assert library.network is not None
    networks = publish(library, library.network, date(2026, 11, 1)).networks
    around |= {"network/index.html", "drivers/index.html"}
    for one in networks:
        base = f"drivers/{one.slug}/" if one.slug else "drivers/"
        around |= {f"{base}index.html", *(f"{base}{driver.id}/index.html" for driver in one.every_driver)}
    around |= {f"guide/{page}index.html" for page in ("", "fields/", "problems/", "privacy/")}
    around.add("how-we-read-the-numbers/index.html")
    around |= {f"ideas/{page}index.html" for page in ("", "by-driver/", "by-level/", "by-decision/")}
    tested = {
        title for file in files for title in re.findall(r"(?m)^  - idea: (.+)$", file.read_text("utf-8"))
    }
    withheld = re.findall(
        r"(?m)^  - idea: (.+)$", (repository / "teams/2026-winter/sedge-hollow-fluency.md").read_text("utf-8")
    )
    ideas = {name for name in built_site.pages if name.startswith("ideas/")} - around
    assert teams
    assert stories
    assert len(ideas) == len(tested - set(withheld)) > 40
    weeks = {name for name in built_site.pages if "/weeks/" in name}
    told = [re.findall(r"cohorts/(.+)/weeks/([0-9]+)/index\.html", name)[0] for name in sorted(weeks)]
    assert Counter(cohort for cohort, _ in told) == {"2020-fall": 3, "2025-fall": 8, "2026-winter": 10}
    assert {name.replace("index.html", "email.html") for name in weeks} <= set(built_site.files)
    assert set(built_site.pages) == teams | cohorts | around | articles | hub | ideas | weeks


def test_every_internal_link_leads_somewhere(built_site: BuiltSite) -> None:
    """Every link, picture, script and stylesheet of the site exists, and so does every fragment."""
    ids = {
        name: {one.get("id") for one in page.walk() if one.get("id")}
        for name, page in built_site.pages.items()
    }
    wrong = []
    for name, page in built_site.pages.items():
        for one in page.walk():
            for attribute in ("href", "src"):
                link = one.get(attribute)
                if link is None or (urlsplit(link).scheme and not link.startswith(SITE_URL)):
                    continue
                path, fragment = _target(name, link)
                if path not in built_site.files:
                    wrong.append(f"{name}: {attribute}={link}: no {path}")
                elif fragment and path in ids and fragment not in ids[path]:
                    wrong.append(f"{name}: {attribute}={link}: no such id")
    assert wrong == []


def test_references_by_id_resolve_on_the_page(built_site: BuiltSite) -> None:
    """What an element of an article is labelled, described or controlled by stands on the same page."""
    wrong = []
    for name, article in _articles(built_site):
        ids = {one.get("id") for one in article.walk()}
        for one in article.walk():
            for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
                named = (one.get(attribute) or "").split()
                wrong.extend(f"{name}: {one!r} {attribute}: {part}" for part in named if part not in ids)
    assert wrong == []


def test_ids_are_unique(built_site: BuiltSite) -> None:
    """No id stands twice on a page."""
    for name, page in built_site.pages.items():
        counts = Counter(one.get("id") for one in page.walk() if one.get("id"))
        assert [(name, one) for one, count in counts.items() if count > 1] == []


def test_headings_are_in_order(built_site: BuiltSite) -> None:
    """A page has one h1, inside its article, and no level is left out on the way down."""
    wrong = []
    for name, page in built_site.pages.items():
        levels = [int(one.tag[1]) for one in page.one("article").walk() if one.tag in _HEADINGS]
        if levels[:1] != [1] or levels.count(1) != 1 or len(page.all("h1")) != 1:
            wrong.append(f"{name}: {levels}")
        steps = pairwise(levels)
        wrong.extend(f"{name}: h{after} after h{before}" for before, after in steps if after > before + 1)
    assert wrong == []


def test_tables_can_be_read_aloud(built_site: BuiltSite) -> None:
    """Every table has a caption, and every header cell says what it is the header of."""
    wrong = []
    for name, article in _articles(built_site):
        for table in article.all("table"):
            captions = [caption.words for caption in table.all("caption")]
            if len(captions) != 1 or not captions[0]:
                wrong.append(f"{name}: captions {captions}")
            unscoped = [one for one in table.all("th") if one.get("scope") not in ("col", "row")]
            wrong.extend(f"{name}: {one.words!r} has no scope" for one in unscoped)
            widths = {len(row.all("th", "td")) for row in table.all("tr")}
            if len(widths) != 1:
                wrong.append(f"{name}: rows of {widths} cells in {captions}")
            heads = [row.all("th") for row in table.all("tr")]
            if not all(heads):
                wrong.append(f"{name}: a row without a header in {captions}")
    assert wrong == []


def test_drawings_have_words(built_site: BuiltSite) -> None:
    """A drawing with a meaning is named by its title, described by its description; others are hidden."""
    wrong = []
    for name, article in _articles(built_site):
        for drawing in article.all("svg"):
            if "colophon__qr" in drawing.classes:
                continue
            if drawing.get("aria-hidden") == "true":
                wrong.extend(f"{name}: text in the hidden {drawing!r}" for _ in drawing.all("text"))
                continue
            inside = [one for one in drawing.children if isinstance(one, Element)]
            tags = [one.tag for one in inside[:2]]
            named = [drawing.get("aria-labelledby"), drawing.get("aria-describedby")]
            if drawing.get("role") != "img" or tags != ["title", "desc"]:
                wrong.append(f"{name}: {drawing!r} begins with {tags}")
            elif not all(one.words for one in inside[:2]) or [one.get("id") for one in inside[:2]] != named:
                wrong.append(f"{name}: {drawing!r} is named by {named}")
            if drawing.get("focusable") != "false":
                wrong.append(f"{name}: {drawing!r} can take the focus")
    assert wrong == []


def test_articles_carry_no_inline_style_or_script(built_site: BuiltSite) -> None:
    """A strict content security policy can hold: no style attribute, no handler, no script in an article."""
    wrong = []
    for name, article in _articles(built_site):
        for one in article.walk():
            if one.tag in ("script", "style", "iframe", "object", "embed"):
                wrong.append(f"{name}: {one!r}")
            wrong.extend(
                f"{name}: {attribute} on {one!r}"
                for attribute in one.attributes
                if attribute == "style" or attribute.startswith("on")
            )
    assert wrong == []


def test_pages_load_nothing_from_elsewhere(built_site: BuiltSite) -> None:
    """Another host is named in links that a reader follows and in the canonical address, nowhere else."""
    wrong = []
    for name, page in built_site.pages.items():
        for one in page.walk():
            if one.tag == "a" or one.get("rel") in ("canonical", "prev", "next"):
                continue
            links = [one.get(name) or "" for name in ("href", "src", "srcset", "data", "poster", "action")]
            wrong.extend(f"{name}: {one!r}" for link in links if urlsplit(link).netloc)
    styles = {name: built_site.text(name) for name in built_site.files if name.endswith(".css")}
    for name, style in styles.items():
        found = re.findall(r"url\([\"']?(?:https?:)?//[^)]*\)|@import[^;]*", style)
        wrong.extend(f"{name}: {address}" for address in found)
    assert wrong == []


def test_no_web_font_is_asked_for(built_site: BuiltSite) -> None:
    """The hosts of Google's fonts are named in no file, and the site brings its own fonts."""
    for name, content in built_site.files.items():
        if name.endswith((".html", ".css", ".js")):
            assert b"fonts.googleapis.com" not in content, name
            assert b"fonts.gstatic.com" not in content, name
    assert sum(name.endswith(".woff2") for name in built_site.files) == 5


def test_downloads_exist_and_agree_with_their_tables(built_site: BuiltSite) -> None:
    """Each CSV beside a table has the table's rows, and every number of the table in the right row."""
    compared = 0
    for name, article in _articles(built_site):
        for link in article.all("a"):
            if "download" not in link.attributes:
                continue
            file = _target(name, link.get("href") or "")[0]
            rows = list(csv.reader(io.StringIO(built_site.text(file))))
            assert len(rows) > 1, file
            assert {len(row) for row in rows} == {len(rows[0])}, file
            table = _table_beside(link)
            if table is not None:
                _assert_agree(file, rows, table)
                compared += 1
    assert compared >= len([file for file in built_site.files if file.endswith("figure-1.csv")]) > 0


def _table_beside(link: Element) -> Element | None:
    """The only table of the box or section that the link stands in."""
    box = link.parent
    while box is not None and box.tag not in ("details", "section", "article"):
        box = box.parent
    tables = box.all("table") if box is not None else []
    return tables[0] if len(tables) == 1 else None


def _numbers(texts: list[str]) -> Counter[str]:
    plain = " ".join(_DAY.sub(" ", text) for text in texts).replace(",", "")
    return Counter(_NUMBER.findall(plain))


def _assert_agree(file: str, rows: list[list[str]], table: Element) -> None:
    body = table.one("tbody").all("tr")
    shown = [[cell.words for cell in row.all("th", "td")] for row in body]
    own = [cells for cells in shown if any(cells[0] == row[0] for row in rows[1:])]
    assert [cells[0] for cells in own] == [row[0] for row in rows[1:]], file
    for cells, row in zip(own, rows[1:], strict=True):
        missing = _numbers(cells[1:]) - _numbers(row[1:])
        assert not missing, f"{file}: {cells} against {row}"
    for cells in [cells for cells in shown if cells not in own]:
        column = next(i for i, head in enumerate(rows[0]) if head.startswith(cells[0].lower()))
        (number,) = [cell for cell in cells[1:] if cell]
        assert {row[column] for row in rows[1:]} == {number.rstrip("%").replace(",", "")}, file


def test_teams_are_reached_from_their_cohort_and_not_from_the_navigation(built_site: BuiltSite) -> None:
    """Navigation does not grow with the teams; a cohort links each of its teams, and they link each other."""
    for name, page in built_site.pages.items():
        for nav in page.all("nav", of_class="md-nav--primary") + page.all("nav", of_class="md-tabs"):
            targets = {_target(name, link.get("href") or "")[0] for link in nav.all("a")}
            assert not targets & set(_storyboards(built_site)), name
    for cohort in (name for name in built_site.pages if re.fullmatch(r"cohorts/[^/]+/index\.html", name)):
        folder = posixpath.dirname(cohort)
        its_own = [name for name in _storyboards(built_site) if name.startswith(f"{folder}/")]
        if not its_own:
            assert not built_site.pages[cohort].all(of_class="roster")
            continue
        linked = [
            _target(cohort, link.get("href") or "")[0]
            for link in built_site.pages[cohort].one("article").one(of_class="roster").all("a")
        ]
        assert sorted(linked) == its_own
        assert [_neighbour(built_site, name, "prev") for name in linked] == [None, *linked[:-1]]
        assert [_neighbour(built_site, name, "next") for name in linked] == [*linked[1:], None]


def _neighbour(site: BuiltSite, name: str, which: str) -> str | None:
    links = [one for one in site.pages[name].one("article").all("a") if one.get("rel") == which]
    assert len(links) <= 1
    return _target(name, links[0].get("href") or "")[0] if links else None


def test_search_finds_teams_and_holds_no_data_tables(built_site: BuiltSite) -> None:
    """The search index has every team by name, and no table: it is fetched by every reader."""
    index = json.loads(built_site.text("search/search_index.json"))["docs"]
    text = " ".join(f"{entry['title']} {entry['text']}" for entry in index)
    located = {entry["location"] for entry in index}
    for name in _storyboards(built_site):
        assert name.removesuffix("index.html") in located
        article = built_site.pages[name].one("article")
        facts = article.one(of_class="facts")
        schools = [
            dd.words for dt, dd in zip(facts.all("dt"), facts.all("dd"), strict=True) if dt.words == "School"
        ]
        assert (schools[0] if schools else article.one("h1").words) in text
    tables = [table for _, article in _articles(built_site) for table in article.all("table")]
    captions = {table.one("caption").words for table in tables}
    assert sorted(caption for caption in captions if caption in text) == []
    assert not re.search(r"<(table|td|th|svg|path)\b", text)


def test_search_entries_are_not_bare_repetitions(built_site: BuiltSite) -> None:
    """No section stands in the search index with its page's title and no text: it would show twice."""
    index = json.loads(built_site.text("search/search_index.json"))["docs"]
    titles = {entry["location"]: entry["title"] for entry in index}
    bare = [
        entry["location"]
        for entry in index
        if not entry["text"].strip() and entry["title"] == titles.get(urldefrag(entry["location"])[0])
    ]
    assert bare == []


def test_site_map_names_every_page_once(built_site: BuiltSite) -> None:
    """sitemap.xml has the address of every page but 404."""
    named = re.findall(r"<loc>(.*?)</loc>", built_site.text("sitemap.xml"))
    pages = [SITE_URL + name.removesuffix("index.html") for name in built_site.pages if name != "404.html"]
    assert sorted(named) == sorted(pages)


def test_titles_and_descriptions_tell_pages_apart(built_site: BuiltSite) -> None:
    """Every page has a title of its own, a description where it has a source, and says its language."""
    titles = Counter(page.one("head").one("title").words for page in built_site.pages.values())
    assert [title for title, count in titles.items() if count > 1] == []
    for name, page in built_site.pages.items():
        assert page.one("html").get("lang") == "en", name
        described = [one.get("content") for one in page.all("meta") if one.get("name") == "description"]
        assert len(described) == 1, name
        assert described[0], name


def test_team_files_are_not_copied_into_the_site(built_site: BuiltSite) -> None:
    """No Markdown of a team or of the hub is served, and nothing of the templates but what pages use."""
    leaked = [name for name in built_site.files if name.endswith((".md", ".yml", ".yaml", ".jinja", ".py"))]
    assert leaked == []
    assert not [name for name in built_site.files if name.startswith(("teams/", "pages/", ".icons/"))]
