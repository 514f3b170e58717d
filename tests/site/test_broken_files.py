"""One broken team costs no other its page; a broken network or cohort is told once, with everything in it."""

import re
from collections.abc import Callable

import pytest

from built_site import BuiltSite
from small_site import NETWORK, SmallSite, front_matter, storyboard

pytestmark = pytest.mark.site

BROKEN = "teams/2026-spring/marlow-creek.md"
LISTS = {
    "index.html",
    "cohorts/index.html",
    "cohorts/2026-spring/index.html",
    "search/search_index.json",
}
"""Where a team occurs among others: these may say that one is missing."""

BREAKAGES = {
    "unknown key": storyboard(gaol={"kind": "count"}),
    "not a number": storyboard(goal={"result": "forty-three"}),
    "unclosed front matter": storyboard().replace("\n---\n", "\n", 1),
    "broken YAML": storyboard().replace("title:", "title: [", 1),
    "empty file": "",
    "not text": "---\ntitle: \x00\x01\n---\n",
}


@pytest.fixture(scope="module")
def without(small_site: Callable[..., SmallSite]) -> BuiltSite:
    """The small site without the team that other tests break."""
    return small_site({BROKEN: None}).build()


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_broken_team_costs_no_other_team_its_page(
    small_site: Callable[..., SmallSite], without: BuiltSite, breakage: str
) -> None:
    """Every other page is byte for byte what it is without the broken file; that one alone has no page."""
    site = small_site({BROKEN: BREAKAGES[breakage]}).build(strict=False)
    assert site.exit_code == 0, site.output
    assert set(site.files) == set(without.files)
    different = {name for name in site.files if site.files[name] != without.files[name]}
    assert different <= LISTS
    assert "cohorts/2026-spring/marlow-creek/index.html" not in site.files
    assert "Traceback" not in site.output


def test_broken_team_is_named_in_a_warning(small_site: Callable[..., SmallSite]) -> None:
    """One WARNING names the file and the line, says what is wrong, and `--strict` then fails."""
    project = small_site({BROKEN: BREAKAGES["not a number"]})
    lenient, strict = project.build(strict=False), project.build(strict=True)
    assert lenient.exit_code == 0
    assert strict.exit_code == 1
    for told in (lenient.output, strict.output):
        warnings = [line for line in told.splitlines() if line.startswith("WARNING")]
        assert len(warnings) == 1
        assert f"{BROKEN} has no page" in warnings[0]
        assert re.search(rf"{re.escape(BROKEN)}:[0-9]+:[0-9]+ ", told)
        assert "not-a-number" in told
        assert "Traceback" not in told


def test_cohort_with_a_broken_team_claims_no_rate(small_site: Callable[..., SmallSite]) -> None:
    """A cohort of three of which one cannot be read says "2 of 3" and gives no share of goals met."""
    site = small_site({BROKEN: BREAKAGES["unknown key"]}).build(strict=False)
    article = site.article("cohorts/2026-spring/")
    assert article.all(of_class="result__count") == []
    assert "2 teams of 3 are published here" in article.words


def test_broken_weekly_file_is_the_team_s_problem_alone(
    small_site: Callable[..., SmallSite], without: BuiltSite
) -> None:
    """A bad number in a team's CSV names the CSV's line and takes that team's page only."""
    site = small_site(
        {
            BROKEN: storyboard(weeks="marlow-creek.csv"),
            "teams/2026-spring/marlow-creek.csv": "week,date,on-time\n1,2026-02-06,22\n2,2026-02-13,many\n",
        }
    ).build(strict=False)
    assert site.exit_code == 0
    assert "teams/2026-spring/marlow-creek.csv:3:" in site.output
    assert {name for name in site.files if site.files[name] != without.files.get(name)} <= LISTS


def test_broken_network_is_one_error_with_every_problem(small_site: Callable[..., SmallSite]) -> None:
    """Two faults in network.md are both told in one error, without a traceback, and nothing is built."""
    network = {**NETWORK, "privacy": {"policy": "secret"}, "prioritys": [], "title": ""}
    _assert_one_error(small_site({"teams/network.md": front_matter(network)}), "teams/network.md", 3)


def test_missing_network_is_said_in_words(small_site: Callable[..., SmallSite]) -> None:
    """Without network.md the build ends with one error that says what to write."""
    _assert_one_error(small_site({"teams/network.md": None}), "teams/network.md", 1)


def test_broken_cohort_is_one_error_with_every_problem(small_site: Callable[..., SmallSite]) -> None:
    """The same for a cohort's own file."""
    cohort = {"title": "Spring 2026", "start": "2026-02-30", "weeks": "ten", "sponsor": "Principal"}
    name = "teams/2026-spring/cohort.md"
    _assert_one_error(small_site({name: front_matter(cohort)}), name, 3)


def test_network_and_cohort_are_reported_together(small_site: Callable[..., SmallSite]) -> None:
    """Faults in both files come in the same error, so that nobody mends one to meet the next."""
    site = small_site(
        {
            "teams/network.md": front_matter({**NETWORK, "tittle": "x"}),
            "teams/2026-spring/cohort.md": front_matter({"title": "Spring 2026", "weeks": "ten"}),
        }
    ).build()
    assert site.exit_code == 1
    assert re.search(r"teams/network\.md:[0-9]+:", site.output)
    assert re.search(r"teams/2026-spring/cohort\.md:[0-9]+:", site.output)


def _assert_one_error(project: SmallSite, name: str, problems: int) -> None:
    for strict in (False, True):
        site = project.build(strict=strict)
        assert site.exit_code == 1, site.output
        assert "Traceback" not in site.output
        assert site.output.count("The site cannot be built") == 1
        places = re.findall(rf"^.*{re.escape(name)}(?::[0-9]+)*  error [a-z-]+", site.output, re.MULTILINE)
        assert len(places) == problems, site.output
        assert not [file for file in site.files if file.endswith(".html")]
