"""Pages of change ideas: all tests of an idea side by side, and reached from their storyboards."""

from collections.abc import Callable

import pytest

from built_site import BuiltSite
from small_site import NETWORK, SmallSite, front_matter, storyboard

pytestmark = pytest.mark.site

_CART = "ideas/breakfast-in-the-classroom/"
_LETTER = {"idea": "A letter home", "weeks": [1, 2], "happened": "Nobody wrote back", "decision": "abandon"}


def _test(**changes: object) -> dict[str, object]:
    """A test of the idea of the default teams."""
    return {"idea": "Breakfast in the classroom", "weeks": [3, 10], "decision": "adopt", **changes}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A network in which three real teams, and one that is invented, test one idea."""
    files = {
        "teams/2026-spring/marlow-creek.md": storyboard(
            tests=[
                _test(predict="30 of 52 by week 3", happened="31 of 52 in week 3"),
                _test(weeks=[5, 6], predict="40 of 52", happened="36 of 52", decision="adapt", ramp="Carts"),
                _test(
                    weeks=[7, 8], predict="40 of 52", happened="40 of 52", decision="abandon", ramp="Carts"
                ),
            ]
        ),
        "teams/2026-spring/birch-hill.md": storyboard(
            school="Birch Hill Elementary", level="elementary", tests=[_LETTER, _test(weeks=[1, 4])]
        ),
        "teams/2026-spring/tall-pines.md": storyboard(
            school="Tall Pines Middle School", illustrative=True, tests=[_test(decision="adapt")]
        ),
    }
    built = SmallSite.write(tmp_path_factory.mktemp("ideas"), files).build()
    assert built.exit_code == 0, built.output
    return built


def test_real_tests_are_counted_and_invented_ones_told_apart(site: BuiltSite) -> None:
    """The tally counts tests of real teams by decision; an invented one is marked and in no total."""
    for address in (_CART, "ideas/"):
        words = site.words(address)
        assert "Tested 4 times: adopted 2, adapted 1, abandoned 1." in words
        assert "1 illustrative test, in no total: adapted." in words
    assert "Tested once: abandoned." in site.words("ideas/a-letter-home/")
    assert site.words("ideas/").index("Breakfast in the classroom") < site.words("ideas/").index(
        "A letter home"
    )


def test_prediction_outcome_and_decision_stand_side_by_side(site: BuiltSite) -> None:
    """Each test has its three facts in this order, and says how far the prediction was off."""
    tests = site.article(_CART).one(of_class="tried").all(of_class="tried__test")
    facts = [[dt.words for dt in one.all("dt")] for one in tests]
    assert facts == [["Predicted", "Happened", "Decided"]] * 5
    assert "36 of 52 4 fewer than predicted" in tests[2].words
    assert "Ramp: Carts. B (this test), then C." in tests[2].words
    assert "Illustrative" in tests[4].words
    assert "Illustrative" not in tests[0].words


def test_counted_predictions_are_drawn(site: BuiltSite) -> None:
    """Tests with counts of one group are drawn, with a table; an idea without any has no drawing."""
    article = site.article(_CART)
    assert article.one("figure").one(of_class="exhibit__headline").words == (
        "One test came out as predicted, one higher than predicted and one lower than predicted"
    )
    rows = article.one("figure").one("tbody").all("tr")
    assert [[cell.words for cell in row.all("td")][:2] for row in rows] == [
        ["30 of 52", "31 of 52"],
        ["40 of 52", "36 of 52"],
        ["40 of 52", "40 of 52"],
    ]
    assert not site.article("ideas/a-letter-home/").all("figure")


def test_what_to_know_before_borrowing_is_reckoned(site: BuiltSite) -> None:
    """Levels, cautions and tests in the same weeks are said; what no storyboard shows is not."""
    words = site.words(_CART)
    assert "The strongest evidence among its storyboards is level 1 of 5" in words
    assert "In the weeks of 1 of 4 tests, the same team tried something else too." in words
    assert "No prediction is published" not in words
    assert "No prediction is published" in site.words("ideas/a-letter-home/")


def test_storyboards_and_ideas_link_each_other(site: BuiltSite) -> None:
    """Each test of a storyboard leads to its idea, and the idea back to the tests of the storyboard."""
    board = site.article("cohorts/2026-spring/birch-hill/").one(of_class="tests")
    assert [link.get("href") for link in board.all("a")] == [
        "../../../ideas/a-letter-home/",
        "../../../ideas/breakfast-in-the-classroom/",
    ]
    tried = site.article("ideas/a-letter-home/").one(of_class="tried")
    assert [link.get("href") for link in tried.all("a")] == ["../../cohorts/2026-spring/birch-hill/#tests"]


def test_whom_to_ask_is_a_role_and_a_school(site: BuiltSite) -> None:
    """The lead's role with the school stands there, never a name."""
    asked = site.article(_CART).one(of_class="asked").words
    assert "Kindergarten teacher, Birch Hill Elementary: tests of Birch Hill Elementary" in asked
    assert "Kindergarten teacher, Tall Pines Middle School (invented)" in asked


def test_lists_by_driver_level_and_decision_need_no_script(site: BuiltSite) -> None:
    """Each list is a page of its own, and an idea stands under each of its decisions."""
    assert "Elementary" in [one.words for one in site.article("ideas/by-level/").all("h2")]
    by_decision = site.article("ideas/by-decision/")
    assert [one.words for one in by_decision.all("h2")] == ["Adopted", "Adapted", "Abandoned"]
    assert [one.words for one in by_decision.all("h3")] == [
        "Breakfast in the classroom",
        "Breakfast in the classroom",
        "Breakfast in the classroom",
        "A letter home",
    ]
    assert [one.words for one in site.article("ideas/by-driver/").all("h2")] == ["No driver given"]


def test_an_idea_of_the_hub_has_its_words_and_its_id_as_address(small_site: Callable[..., SmallSite]) -> None:
    """A declared idea is at its id, with the hub's sentence; one that nobody tests is listed only."""
    ideas = [
        {
            "id": "cart",
            "title": "Breakfast comes to class",
            "about": "A cart waits at the door.",
            "driver": "mornings",
        },
        {"id": "choir", "title": "A choir before the bell", "driver": "mornings"},
    ]
    drivers = [{"id": "mornings", "name": "Mornings work"}]
    team = storyboard(tests=[_test(idea="cart")])
    site = small_site(
        {
            "teams/network.md": front_matter({**NETWORK, "ideas": ideas, "drivers": drivers}),
            "teams/2026-spring/marlow-creek.md": team,
        }
    ).build()
    assert site.exit_code == 0, site.output
    for address, up in (("ideas/cart/", "../../"), ("ideas/", "../")):
        links = [one.get("href") for one in site.article(address).all("a") if one.words == "Mornings work"]
        assert links == [f"{up}drivers/mornings/"]
    assert "A cart waits at the door." in site.words("ideas/cart/")
    assert "Breakfast comes to class" in site.words("cohorts/2026-spring/marlow-creek/")
    assert "A choir before the bell" in site.article("ideas/").by_id("untested").parent.words
    assert "ideas/choir/index.html" not in site.files
