"""Published results of real teams, as the sources give them, stand on their pages word for word."""

import pytest

from built_site import BuiltSite

pytestmark = pytest.mark.site


@pytest.mark.parametrize(
    ("address", "result", "goal", "status"),
    [
        ("cohorts/2020-spring/fremont-graduation/", "74 of 80", "Goal: 73.", "Goal met"),
        ("cohorts/2018-spring/columbus-mathematics/", "23 of 23", "Goal: 17.", "Goal met"),
        ("cohorts/2020-spring/bethune-geometry/", "67%", "Goal: 78%.", "Goal not met"),
        ("cohorts/2020-fall/edison-attendance/", "52 of 58", "Goal: 47.", "Goal met"),
    ],
)
def test_result_goal_and_status(
    built_site: BuiltSite, address: str, result: str, goal: str, status: str
) -> None:
    """A storyboard opens with its result, its goal and whether it was met."""
    opening = built_site.article(address).one(of_class="opening").one(of_class="result")
    assert opening.one(of_class="result__count").words == result
    assert opening.one(of_class="verdict").words == f"{goal} {status}"
    assert [one.words for one in opening.all(of_class="status")] == [status]


def test_cohort_tells_checked_from_reported(built_site: BuiltSite) -> None:
    """Spring 2020: five of six, two of them checked here and three only reported; one fell short."""
    result = built_site.article("cohorts/2020-spring/").one(of_class="opening").one(of_class="result")
    assert result.one(of_class="result__count").words == "5 of 6"
    rows = {row.one("b").words: row.words for row in result.all(of_class="tally__row")}
    assert rows["2"].startswith("2 met, checked here")
    assert rows["3"].startswith("3 met according to the source")
    assert rows["1"].startswith("1 not met")


def test_reported_is_not_called_checked(built_site: BuiltSite) -> None:
    """In the table of spring 2020, three teams read "Reported met", two "Goal met", one "Goal not met"."""
    roster = built_site.article("cohorts/2020-spring/").one(of_class="roster")
    words = sorted(one.words for one in roster.all(of_class="status"))
    assert words == ["Goal met"] * 2 + ["Goal not met"] + ["Reported met"] * 3


def test_one_team_of_eight_has_no_rate(built_site: BuiltSite) -> None:
    """Where one team of eight is published, the cohort's page says so and shows no rate."""
    result = built_site.article("cohorts/2020-fall/").one(of_class="opening").one(of_class="result")
    assert "1 team of 8 is published here" in result.words
    assert result.all(of_class="result__count") == []


def test_invented_team_carries_its_badge_everywhere(built_site: BuiltSite) -> None:
    """Invented teams and cohorts are called illustrative on their pages, in the list and at home."""
    for address in ("cohorts/2026-winter/alder-ferry-assignments/", "cohorts/2026-winter/"):
        badges = built_site.article(address).all(of_class="badge")
        assert [badge.words[:12] for badge in badges] == ["Illustrative"], address
    for address in ("", "cohorts/"):
        entries = built_site.article(address).all(of_class="entry")
        badged = {"Illustrative" in entry.words for entry in entries if "(invented)" in entry.words}
        others = {"Illustrative" in entry.words for entry in entries if "(invented)" not in entry.words}
        assert badged == {True}, address
        assert others == {False}, address
