"""Articles as pages: what authors write stays words, what we put in stays ours, both refer to each other."""

import dataclasses
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyclebook.building import compile_site
from cyclebook.model.article import FigureKind as WrittenKind
from cyclebook.pages.article_body import References, links_to_pages, render_body
from cyclebook.pages.article_figures import DRAWN
from cyclebook.pages.citation import citation
from cyclebook.pages.prose import Prose
from cyclebook.pages.readable_tables import readable_tables
from cyclebook.published import ArticleKind, ArticlePart, FigureKind, PublishedArticle, Reference, SideBox
from cyclebook.reading.article_ground import NEEDS
from small_site import DEFAULTS, front_matter, storyboard
from webpage import Element, parse

ARTICLE = PublishedArticle(
    kind=ArticleKind.CASE_STUDY,
    slug="a-story",
    title="A {story} & more",
    eyebrow="Case study",
    standfirst=None,
    by=("Ann Bell", "The Bell Group"),
    day=date(2026, 6, 1),
    illustrative=False,
    storyboards=(),
    body=(),
    sources=(),
    licence=None,
)


def rendered(*parts: ArticlePart) -> str:
    """The body of an article in which every block is one empty <hr>."""
    rule = lambda _, level: f'<hr data-level="{level}">'  # noqa: E731
    return str(render_body(parts, References(parts), rule, Prose()).html)


def test_every_figure_that_can_be_read_can_be_drawn() -> None:
    """The reader allows exactly the figures that pages can draw."""
    assert (
        {kind.value for kind in NEEDS}
        == {kind.value for kind in DRAWN}
        == {kind.value for kind in FigureKind}
    )
    assert {kind.value for kind in FigureKind} <= {kind.value for kind in WrittenKind}


def test_block_between_paragraphs() -> None:
    """A block stands where it was written, out of any paragraph, below a heading of the right level."""
    box = SideBox("Box", ("Words",))
    assert rendered(("One.",), box, ("## Two",), box) == (
        '<p>One.</p>\n<hr data-level="2">\n<h2 id="part-1">Two</h2>\n<hr data-level="3">'
    )


@settings(deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_any_words_are_words(texts: list[str]) -> None:
    """Whatever an author writes, blocks come out once each, and no markup of the author's own does."""
    parts = [part for text in texts for part in ((text,), SideBox("Box", ("Words",)))]
    html = rendered(*parts)
    assert html.count("<hr data-level") == len(texts)
    assert "<script" not in html
    parse(f"<div>{html.replace('<br>', '')}</div>")


def test_script_is_shown_as_text() -> None:
    """Raw HTML is text, in passages and in the words of references."""
    html = rendered(
        ('<script>alert(1)</script> <img src=x onerror="x">', Reference("nowhere", "<b>words</b>"))
    )
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("written", "led"),
    [
        ("other.md", "../other/"),
        ("../about.md#privacy", "../../about/#privacy"),
        ("../index.md", "../../"),
        ("index.md", "../"),
        ("https://example.org/a.md", "https://example.org/a.md"),
    ],
)
def test_links_to_files_lead_to_pages(written: str, led: str) -> None:
    """A link to a Markdown file, written from the article's file, leads to that file's page."""
    assert links_to_pages(f'<a href="{written}">', "case-studies/story/") == f'<a href="{led}">'


def test_citation() -> None:
    """Authors, date, title, site and address; special signs of TeX are escaped."""
    made = citation(ARTICLE, "Our site", "https://example.org/x/")
    assert f"{made.before}{made.title}. {made.after}" == (
        "Ann Bell & The Bell Group. (2026, June 1). A {story} & more. Our site. https://example.org/x/"
    )
    assert "title        = {{A \\{story\\} \\& more}}" in made.bibtex
    assert "author       = {{Ann Bell} and {The Bell Group}}" in made.bibtex


def test_citation_without_author_and_date() -> None:
    """The title comes first, and the date reads n.d."""
    bare = dataclasses.replace(ARTICLE, by=(), day=None)
    made = citation(bare, "Our site", None)
    assert (made.before, made.title, made.after) == ("", "A {story} & more", "(n.d.). Our site.")


def test_tables_get_headers() -> None:
    """A Markdown table has a caption from its heading, and headers with a scope."""
    html = readable_tables(
        "<h2>Who</h2><table><thead><tr><th>A</th><th>B</th></tr></thead>"
        '<tbody><tr><td>1</td><td align="right">2</td></tr></tbody></table>'
    )
    table = parse(html).one("table")
    assert table.one("caption").words == "Who, as a table"
    assert [one.get("scope") for one in table.all("th")] == ["col", "col", "row"]
    assert table.one("td").attributes == {"data-label": "B", "align": "right"}


STORY = """
The count was {result 2026-spring/marlow-creek} ([](#dots), [](#weekly), again [](#dots)).

/// exhibit
    id: weekly
    figure: run-chart
    team: 2026-spring/marlow-creek
///

/// exhibit
    id: dots
    figure: dots
    team: 2026-spring/marlow-creek

All 43 of them, says the author.
///

/// smart-goal
    team: 2026-spring/marlow-creek
///
"""


def pages(
    folder: Path, *, story: str = STORY, cohort: dict[str, object] | None = None, **team: object
) -> dict[str, Element]:
    """The pages of a small network with one story about one team; `cohort` adds to its cohort's keys."""
    files = {
        **DEFAULTS,
        "teams/2026-spring/cohort.md": front_matter({"title": "Spring 2026", "weeks": 10, **(cohort or {})}),
        "teams/2026-spring/marlow-creek.md": storyboard(**team),
        "content/case-studies/story.md": front_matter(
            {"title": "The bus that came early", "storyboards": ["2026-spring/marlow-creek"]}
        )
        + story,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or "", "utf-8")
    site = compile_site(
        folder / "teams",
        PurePosixPath("teams"),
        content=(folder / "content", PurePosixPath("content")),
        as_of=date(2026, 11, 1),
        site_url=None,
        quoting=True,
    )
    assert site.broken == ()
    return {page.address: parse(f"<article>{page.html}</article>") for page in site.pages}


def test_exhibits_in_order_and_both_ways(tmp_path: Path) -> None:
    """Exhibits are numbered as they stand; text and exhibit lead to each other."""
    page = pages(tmp_path)["case-studies/story/"]
    assert [one.words for one in page.all(of_class="exhibit__number")] == ["Exhibit 1", "Exhibit 2"]
    links = [(one.words, one.get("href"), one.get("id")) for one in page.all("a", of_class="ref")]
    assert links == [
        ("Exhibit 2", "#exhibit-dots", "ref-dots-1"),
        ("Exhibit 1", "#exhibit-weekly", "ref-weekly-1"),
        ("Exhibit 2", "#exhibit-dots", "ref-dots-2"),
    ]
    backs = [one.get("href") for one in page.all("a", of_class="exhibit__back")]
    assert backs == ["#ref-weekly-1", "#ref-dots-1"]


@pytest.mark.parametrize(
    ("team", "said"),
    [
        ({"goal": {"of": 9, "baseline": 2, "target": 6, "result": 7}}, "withheld: fewer than 10 students"),
        ({"publish_after": "2027-01-01"}, "not published"),
    ],
    ids=["small group", "embargo"],
)
def test_what_is_kept_back_stays_back(tmp_path: Path, team: dict[str, object], said: str) -> None:
    """Of a withheld or embargoed team an article prints words: no figure, goal or note."""
    every = pages(tmp_path, **team)
    page = every["case-studies/story/"]
    assert f"The count was {said}" in page.words
    assert not page.all("svg", of_class="chart")
    assert not page.all("table")
    assert "43" not in page.words
    assert len(page.all(of_class="exhibit__headline")) == 2
    assert "Marlow" not in page.one(of_class="smart-goal").words
    for address in ("case-studies/", ""):
        listed = every[address].all("li", of_class="entry--article")
        assert not any("43 of 52" in one.words for one in listed)


def test_embargoed_article(tmp_path: Path) -> None:
    """An article is kept off the site through the day of its embargo, and so is its list."""
    story = STORY
    folder = tmp_path
    every = pages(folder, story=story)
    assert "case-studies/" in every
    file = folder / "content/case-studies/story.md"
    assert any("The bus that came early" in page.words for page in every.values())
    text = file.read_text("utf-8").replace("---\n", "---\npublish_after: 2026-11-01\n", 1)
    file.write_text(text, "utf-8")
    site = compile_site(
        folder / "teams",
        PurePosixPath("teams"),
        content=(folder / "content", PurePosixPath("content")),
        as_of=date(2026, 11, 1),
        site_url=None,
        quoting=True,
    )
    assert not [page.address for page in site.pages if page.address.startswith("case-studies")]
    assert "The bus that came early" not in "".join(page.html for page in site.pages)


def exhibit(figure: str, **options: str) -> str:
    """A story of one exhibit."""
    lines = "".join(f"    {key}: {value}\n" for key, value in options.items())
    return f"[](#it)\n\n/// exhibit\n    id: it\n    figure: {figure}\n{lines}///\n"


GROUPS = [
    {"name": "Breakfast", "of": 52, "result": 43},
    {"name": "No breakfast", "of": 50, "result": 31},
]
COMPARED = {
    "comparisons": [
        {"what": "children at lunch", "groups": [{"name": "All", "of": 102, "result": 99}]},
        {"what": "children on time", "groups": GROUPS, "note": "the groups chose themselves"},
    ]
}
SPREAD = {
    "distributions": [
        {
            "what": "late days",
            "bands": ["some", "none"],
            "groups": [{"name": "Breakfast", "of": 52, "shares": [12, 40]}],
        }
    ]
}
MORE_MEASURES = {
    "measures": [
        {"id": "on-time", "name": "In class by the bell", "of": 52},
        {"id": "meals", "name": "Meals served", "kind": "process", "unit": "meals", "source": "Kitchen book"},
        {
            "id": "calls",
            "name": "Calls home",
            "kind": "process",
            "unit": "calls",
            "among": 52,
            "cumulative": True,
            "targets": {1: 5, 3: 15},
        },
    ],
    "weeks": [
        {"week": 1, "date": "2026-02-06", "on-time": 22, "meals": 160, "calls": 4},
        {"week": 2, "date": "2026-02-13", "on-time": 19, "meals": 171, "calls": 11},
    ],
}


def test_compared_groups_with_their_note(tmp_path: Path) -> None:
    """`measure` picks the comparison by its place; the cohort's caution stands with it."""
    story = exhibit("comparison", cohort="2026-spring", measure="2")
    page = pages(tmp_path, story=story, cohort=COMPARED)["case-studies/story/"]
    figure = page.one("figure", of_class="exhibit--article")
    assert figure.one(of_class="exhibit__subtitle").words == "Children on time. Spring 2026"
    assert "The groups chose themselves." in figure.words
    assert "43 of 52" in figure.one("table").words
    assert "99" not in figure.words


def test_first_comparison_unless_told(tmp_path: Path) -> None:
    """Without `measure` an exhibit shows the first comparison."""
    page = pages(tmp_path, story=exhibit("comparison", cohort="2026-spring"), cohort=COMPARED)
    assert "99 of 102" in page["case-studies/story/"].one("figure", of_class="exhibit--article").words


def test_spread_over_bands(tmp_path: Path) -> None:
    """A distribution of the cohort is a figure with its table."""
    story = exhibit("distribution", cohort="2026-spring", headline="Most are never late")
    page = pages(tmp_path, story=story, cohort=SPREAD)["case-studies/story/"]
    figure = page.one("figure", of_class="exhibit--article")
    assert figure.one(of_class="exhibit__headline").words == "Most are never late"
    assert figure.all("svg", of_class="chart")
    assert "40" in figure.one("table").words


def test_measures_beside_the_outcome(tmp_path: Path) -> None:
    """The measures beside the outcome share a figure; one with a pace is not among them."""
    story = exhibit("measures", team="2026-spring/marlow-creek")
    page = pages(tmp_path, story=story, **MORE_MEASURES)["case-studies/story/"]
    figure = page.one("figure", of_class="exhibit--article")
    assert "Meals served" in figure.one("table").words
    assert "Calls home" not in figure.words
    assert figure.one(of_class="exhibit__source").words.startswith("Source: Kitchen book")


def test_pace(tmp_path: Path) -> None:
    """A total so far stands beside its pace."""
    story = exhibit("pace", team="2026-spring/marlow-creek", measure="calls")
    page = pages(tmp_path, story=story, **MORE_MEASURES)["case-studies/story/"]
    figure = page.one("figure", of_class="exhibit--article")
    assert figure.one(of_class="exhibit__subtitle").words.startswith("Calls home: total so far")
    assert figure.all("svg", of_class="chart")
    assert "11" in figure.one("table").words


def test_small_multiples(tmp_path: Path) -> None:
    """Every team of the cohort has its chart and a link to its page; the exhibit keeps its number."""
    page = pages(tmp_path, story=exhibit("multiples", cohort="2026-spring"))["case-studies/story/"]
    figure = page.one("figure", of_class="exhibit--article")
    assert figure.one(of_class="exhibit__number").words == "Exhibit 1"
    assert [one.get("href") for one in figure.one("ul", of_class="multiples").all("a")] == [
        f"../../cohorts/2026-spring/{team}/" for team in ("birch-hill", "marlow-creek", "tall-pines")
    ]
    assert len(figure.all("svg", of_class="chart")) == 3
    assert "All charts share one scale" in figure.words
    assert figure.one("a", of_class="exhibit__csv").get("href") == "exhibit-it.csv"


@pytest.mark.parametrize(
    ("figure", "cohort"),
    [
        (
            "comparison",
            {"comparisons": [{"what": "on time", "groups": [{"name": "Few", "of": 9, "result": 7}]}]},
        ),
        (
            "distribution",
            {
                "distributions": [
                    {
                        "what": "late days",
                        "bands": ["some", "none"],
                        "groups": [{"name": "Few", "of": 9, "shares": [2, 7]}],
                    }
                ]
            },
        ),
    ],
    ids=["comparison", "distribution"],
)
def test_small_groups_stay_back(tmp_path: Path, figure: str, cohort: dict[str, object]) -> None:
    """Where no number of a group may be shown, an exhibit says so in words and draws nothing."""
    page = pages(tmp_path, story=exhibit(figure, cohort="2026-spring"), cohort=cohort)["case-studies/story/"]
    shown = page.one("figure", of_class="exhibit--article")
    assert "withheld under the privacy policy" in shown.words
    assert not shown.all("svg", of_class="chart")
    assert not shown.all("table")


@pytest.mark.parametrize("figure", ["measures", "pace"])
def test_weeks_of_a_small_group_stay_back(tmp_path: Path, figure: str) -> None:
    """Further measures of a withheld team are not drawn either."""
    story = exhibit(figure, team="2026-spring/marlow-creek")
    small = {"of": 9, "baseline": 2, "target": 6, "result": 7}
    weeks = [{"week": 1, "on-time": 3, "meals": 8, "calls": 4}]
    measures = [{**one, "of": None, "among": 9} for one in MORE_MEASURES["measures"]]
    measures = [{key: value for key, value in one.items() if value is not None} for one in measures]
    page = pages(tmp_path, story=story, goal=small, measures=measures, weeks=weeks)["case-studies/story/"]
    assert not page.all("svg", of_class="chart")
    assert not page.all("table")
