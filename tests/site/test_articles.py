"""Case studies in a whole site: one number changes everywhere, a broken article costs no other page."""

from collections.abc import Callable

import pytest

from built_site import BuiltSite
from small_site import SmallSite, front_matter, storyboard

pytestmark = pytest.mark.site

_TEAM = "teams/2026-spring/marlow-creek.md"
_STORY = "content/case-studies/breakfast.md"
_PAGE = "case-studies/breakfast/"
_HEAD = front_matter(
    {
        "title": "Breakfast before the bell",
        "standfirst": "{result 2026-spring/marlow-creek} were on time.",
        "storyboards": ["2026-spring/marlow-creek"],
    }
)
_BODY = """
The count rose to {result 2026-spring/marlow-creek}, from {baseline 2026-spring/marlow-creek} ([](#dots)).

/// fast-facts
    facts:
      - {label: On time, value: "{result 2026-spring/marlow-creek}"}
///

/// exhibit
    id: dots
    figure: dots
    team: 2026-spring/marlow-creek
///
"""


@pytest.fixture(scope="module")
def sites(small_site: Callable[..., SmallSite]) -> dict[int, BuiltSite]:
    """Two sites that differ in one number: the result of one team."""
    return {
        result: small_site({_TEAM: storyboard(goal={"result": result}), _STORY: _HEAD + _BODY}).build()
        for result in (43, 47)
    }


@pytest.mark.parametrize("result", [43, 47])
def test_a_result_is_the_same_everywhere(sites: dict[int, BuiltSite], result: int) -> None:
    """Standfirst, strip, text, facts, headline, alternative, table, CSV and lists have one number."""
    site, other = sites[result], {43: 47, 47: 43}[result]
    assert site.exit_code == 0, site.output
    page, said = site.article(_PAGE), f"{result} of 52"
    figure = page.by_id("exhibit-dots")
    everywhere = [
        page.one(of_class="masthead__standfirst"),
        page.one(of_class="results__count"),
        page.one(of_class="fast-facts"),
        figure.one(of_class="exhibit__headline"),
        figure.one("tbody"),
        next(one for one in page.one(of_class="article__body").all("p") if "The count rose" in one.words),
        site.article("case-studies/").one(of_class="entry--article"),
        site.article("").one(of_class="entry--article"),
    ]
    assert [one.words for one in everywhere if said not in one.words] == []
    assert all(f"{result} filled" in drawing.one("desc").words for drawing in figure.all("svg"))
    assert f"At the end,{result},52" in site.text(f"{_PAGE}exhibit-dots.csv")
    assert f"{other} of 52" not in site.page(_PAGE)


def test_nothing_else_is_left_of_the_markdown(sites: dict[int, BuiltSite]) -> None:
    """MkDocs makes no page of its own of an article, and no slashes or braces reach a reader."""
    site = sites[43]
    made = [name for name in site.pages if "breakfast" in name and not name.startswith("ideas/")]
    assert made == [f"{_PAGE}index.html"]
    assert "///" not in site.words(_PAGE)
    assert "{" not in site.words(_PAGE).replace("{{", "").split("@misc")[0]


def test_a_broken_article_costs_no_other_page(small_site: Callable[..., SmallSite]) -> None:
    """An article with a mistake has no page and warns, with its line; the site is there."""
    project = small_site({_STORY: _HEAD + _BODY.replace("figure: dots", "figure: dot")})
    site = project.build(strict=False)
    assert site.exit_code == 0
    line = (_HEAD + _BODY).splitlines().index("    figure: dots") + 1
    assert f"{_STORY}:{line}:13  error not-a-choice" in site.output
    assert not [name for name in site.pages if name.startswith("case-studies/")]
    assert "cohorts/2026-spring/marlow-creek/index.html" in site.pages
    assert project.build().exit_code != 0


def test_pages_of_the_hub_keep_one_heading(small_site: Callable[..., SmallSite]) -> None:
    """A page of the hub's own has one h1, written or from its title, and the marker becomes a drawing."""
    site = small_site(
        {
            "content/one.md": "# Written\n\nWords.\n\n<!-- cycle timeline -->\n\n## Part\n",
            "content/two.md": "---\ntitle: From front matter\n---\nWords.\n",
        }
    ).build()
    assert site.exit_code == 0, site.output
    assert [site.article(f"{name}/").one("h1").words for name in ("one", "two")] == [
        "Written",
        "From front matter",
    ]
    assert "cycle timeline" not in site.page("one/")


def test_the_timeline_of_the_hub_is_a_figure_like_any_other(small_site: Callable[..., SmallSite]) -> None:
    """Number, headline, subtitle, drawings with words, source, table and CSV: as the hub asked for it."""
    marker = "<!-- cycle timeline: Ann & Bell, *Cycles* -->"
    site = small_site({"content/one.md": f"# Written\n\n{marker}\n", "content/two.md": marker}).build()
    assert site.exit_code == 0, site.output
    figure = site.article("one/").one("figure", of_class="exhibit")
    assert figure.one(of_class="exhibit__number").words == "Figure 1"
    assert figure.one(of_class="exhibit__headline").words == "Ten weeks, three check-ins"
    assert figure.one(of_class="exhibit__subtitle").words
    assert figure.one(of_class="exhibit__source").words == "Source: Ann & Bell, *Cycles*"
    assert all(drawing.one("title").words and drawing.one("desc").words for drawing in figure.all("svg"))
    assert len(figure.one("table").all("tr")) == 6
    assert figure.one("a", of_class="exhibit__csv").get("href") == "figure-1.csv"
    assert site.text("one/figure-1.csv").splitlines()[:2] == [
        "what,week,first day of the week",
        "Launch,1,no date",
    ]
    assert "two/figure-1.csv" in site.files
