"""List blocks in every page of the hub, articles and convenings included; and pages where one is wrong."""

from collections.abc import Callable

import pytest

from small_site import NETWORK, SmallSite, front_matter, storyboard

pytestmark = pytest.mark.site

_LISTS = """
/// storyboards
    cohort: 2026-spring
    status: met
    limit: 1

Words under a list.
///

/// cohort-summary
    cohort: 2025-fall
///

/// run-charts
    cohort: 2026-spring
///

/// run-charts
    cohort: 2026-spring
///
"""
_SMALL = storyboard(
    title="Too few to tell",
    school="Quiet Lane School",
    goal={"of": 9, "baseline": 2, "target": 7, "result": 8},
    measures=[{"id": "on-time", "name": "On time", "of": 9, "goal": 7, "better": "higher"}],
    weeks=[{"week": 1, "on-time": 3}],
    tests=[],
)


def test_lists_stand_where_they_were_written(small_site: Callable[..., SmallSite]) -> None:
    """A plain page, the home page, an article and a convening show the same lists; links lead from there."""
    article = front_matter({"title": "A story of lists"})
    meeting = front_matter({"title": "A meeting of lists"})
    site = small_site(
        {
            "content/one.md": f"# One\n\nBefore.\n{_LISTS}\nAfter.\n",
            "content/index.md": f"Before.\n{_LISTS}\nAfter.\n",
            "content/case-studies/lists.md": f"{article}Before.\n{_LISTS}\nAfter.\n",
            "content/convenings/lists.md": f"{meeting}Before.\n{_LISTS}\nAfter.\n",
            "content/convenings/heard.md": f"{meeting}## What we heard\n- Before.\n{_LISTS}\nAfter.\n",
        }
    ).build()
    assert site.exit_code == 0, site.output
    for address, up in (
        ("one/", "../"),
        ("", ""),
        ("case-studies/lists/", "../../"),
        ("convenings/lists/", "../../"),
        ("convenings/heard/", "../../"),
    ):
        page = site.article(address)
        first, summary, *charts = page.all(of_class="listed")
        assert first.one(of_class="listed__about").words == "Storyboards of Spring 2026: goal met"
        assert [one.get("href") for one in first.one("ul").all("a")] == [
            f"{up}cohorts/2026-spring/birch-hill/"
        ]
        assert "1 of 2 are shown." in first.words
        assert "The one team met the goal it set." in summary.words
        assert [one.get("id") for one in charts] == ["charts-1", "charts-2"]
        assert {f"{address}charts-1.csv", f"{address}charts-2.csv"} <= set(site.files)
        words = page.words
        assert words.index("Before.") < words.index("Storyboards of") < words.index("After.")
        assert "Words under a list." in words
        assert "///" not in words


def test_nobody_withheld_or_embargoed_is_listed(small_site: Callable[..., SmallSite]) -> None:
    """Whatever a list asks for, a team that is too small or under embargo is not in it."""
    blocks = [
        *(f"/// storyboards\n    status: {status}\n///" for status in ("met", "not-met", "not-yet")),
        *("/// storyboards\n///", "/// storyboards\n    cohort: 2026-spring\n///"),
        "/// run-charts\n    cohort: 2026-spring\n///",
    ]
    site = small_site(
        {
            "content/one.md": "\n\n".join(blocks),
            "content/convenings/one.md": front_matter({"title": "One"}) + "\n\n".join(blocks),
            "teams/2026-spring/quiet-lane.md": _SMALL,
            "teams/2026-spring/later.md": storyboard(
                title="Later", school="Later School", publish_after="2027-01-01"
            ),
        }
    ).build()
    assert site.exit_code == 0, site.output
    for hidden in ("Quiet Lane", "quiet-lane", "Too few to tell", "Later"):
        assert hidden not in site.page("one/") + site.page("convenings/one/")
    assert "Marlow Creek" in site.words("one/")
    assert "Marlow Creek" in site.words("convenings/one/")


def test_a_block_with_a_mistake_warns_and_leaves_the_rest(small_site: Callable[..., SmallSite]) -> None:
    """The page shows all but the block, never its text; the build warns, so that --strict refuses."""
    wrong = "/// storyboards\n    cohort: nowhere\n///\n\n/// storybords\n    limit: 5\n\nInside.\n///"
    never_closed = "/// run-charts\n    cohort: 2026-spring\n\nThe end of the page.\n"
    page = f"# One\n\nBefore.\n\n{wrong}\n\nBetween.\n\n{never_closed}"
    project = small_site({"content/one.md": page})
    site = project.build(strict=False)
    words = site.words("one/")
    assert "content/one.md is shown without the blocks that have mistakes:" in site.output
    for code in (":6:13  error unknown-id", ":9:5  error unknown-block", ":17:5  error open-block"):
        assert f"content/one.md{code}" in site.output
    assert site.article("one/").all(of_class="listed") == []
    for kept in ("Before.", "Between.", "The end of the page."):
        assert kept in words
    for left_out in ("///", "nowhere", "storybords", "limit", "Inside.", "run-charts"):
        assert left_out not in words
    assert project.build().exit_code != 0


def test_ideas_are_listed_by_their_tests(small_site: Callable[..., SmallSite]) -> None:
    """A list of ideas leads to their pages; of an idea that only a hidden team tested there is nothing."""
    hidden = [{"idea": "A secret idea", "weeks": [1, 2], "decision": "adopt"}]
    small = _SMALL.replace("tests: []", "tests:\n- idea: A small idea\n  weeks: [1, 2]\n  decision: adopt")
    site = small_site(
        {
            "content/one.md": "/// ideas\n    decision: adopt\n///\n\n/// ideas\n    decision: abandon\n///",
            "teams/2026-spring/quiet-lane.md": small,
            "teams/2026-spring/later.md": storyboard(tests=hidden, publish_after="2027-01-01"),
        }
    ).build()
    assert site.exit_code == 0, site.output
    adopted, abandoned = site.article("one/").all(of_class="listed")
    assert [one.get("href") for one in adopted.one("ul").all("a")] == ["../ideas/breakfast-in-the-classroom/"]
    assert "None is published." in abandoned.words
    assert "secret" not in site.page("one/")
    assert "small idea" not in site.page("one/")


def test_a_list_of_a_cohort_under_embargo_says_so(small_site: Callable[..., SmallSite]) -> None:
    """A block may name a cohort before its day; the page then names nothing of it."""
    text = front_matter({"title": "Secret fall", "weeks": 10, "publish_after": "2027-01-01"})
    blocks = "/// cohort-summary\n    cohort: 2025-fall\n///\n\n/// storyboards\n    cohort: 2025-fall\n///"
    site = small_site({"content/one.md": blocks, "teams/2025-fall/cohort.md": text}).build()
    assert site.exit_code == 0, site.output
    assert "This cohort is not published yet." in site.words("one/")
    assert "Secret" not in site.page("one/")
    assert "Old Mill" not in site.page("one/")


def test_a_driver_is_that_of_its_own_network(small_site: Callable[..., SmallSite]) -> None:
    """Two networks may use one id for two causes: a list takes the hub's, or that of the cohort it names."""
    hub = front_matter({**NETWORK, "drivers": [{"id": "mornings", "name": "Mornings of the hub"}]})
    other = front_matter(
        {
            "title": "Fall 2025",
            "network": "Another network",
            "drivers": [{"id": "mornings", "name": "Mornings of another"}],
        }
    )
    site = small_site(
        {
            "content/one.md": "/// storyboards\n    driver: mornings\n///\n\n"
            "/// storyboards\n    driver: mornings\n    cohort: 2025-fall\n///\n",
            "teams/network.md": hub,
            "teams/2025-fall/cohort.md": other,
            "teams/2025-fall/old-mill.md": storyboard(school="Old Mill High School", drivers=["mornings"]),
            "teams/2026-spring/marlow-creek.md": storyboard(drivers=["mornings"]),
        }
    ).build()
    assert site.exit_code == 0, site.output
    first, second = site.article("one/").all(of_class="listed")
    assert first.one(of_class="listed__about").words == "Storyboards that work on “Mornings of the hub”"
    assert [one.get("href") for one in first.one("ul").all("a")] == ["../cohorts/2026-spring/marlow-creek/"]
    about = "Storyboards of Fall 2025 that work on “Mornings of another”"
    assert second.one(of_class="listed__about").words == about
    assert [one.get("href") for one in second.one("ul").all("a")] == ["../cohorts/2025-fall/old-mill/"]
