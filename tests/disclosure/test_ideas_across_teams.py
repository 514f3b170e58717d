"""Change ideas over teams and cohorts: what belongs together, what counts, and where an idea's page is."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from small_networks import AFTER, cohort, network, team

from cyclebook.disclosure import publish
from cyclebook.model.cohort import CohortFolder
from cyclebook.model.idea_title import folded
from cyclebook.published import IdeaDriver, PublishedIdea, PublishedNetwork

DECLARED = [
    {"id": "breakfast", "title": "Breakfast in the classroom", "about": "A cart comes.", "driver": "routines"}
]
DRIVERS = [{"id": "routines", "name": "Routines"}, {"id": "families", "name": "Families know"}]


def published(*folders: CohortFolder, ideas: object = (), as_of: date = AFTER) -> PublishedNetwork:
    """A network with two drivers and the cohorts given."""
    library = network(*folders, ideas=list(ideas), drivers=DRIVERS)
    assert library.network is not None
    return publish(library, library.network, as_of)


def ideas_of(*titles: str, **more: object) -> tuple[PublishedIdea, ...]:
    """The ideas of one team that tests each of the titles once."""
    return published(cohort(team(tests=[{"idea": title} for title in titles])), **more).ideas


def where(idea: PublishedIdea) -> list[str]:
    """The tests of an idea as "team letter"."""
    return [f"{one.storyboard.slug} {one.test.letter}" for one in idea.tests]


def test_id_and_exact_title_are_one_idea_across_teams() -> None:
    """Tests by id, by the declared title and by a title of their own meet, whatever the case and spaces."""
    found = published(
        cohort(
            team("a", tests=[{"idea": "breakfast"}, {"idea": "A letter home"}]),
            team("b", tests=[{"idea": "Breakfast in  the Classroom"}, {"idea": "a letter  HOME"}]),
            team("c", tests=[{"idea": "Breakfast"}, {"idea": "A letter home."}]),
        ),
        ideas=DECLARED,
    ).ideas

    assert [(one.title, where(one)) for one in found] == [
        ("Breakfast in the classroom", ["a A", "b A", "c A"]),
        ("A letter home", ["a B", "b B"]),
        ("A letter home.", ["c B"]),
    ]
    assert found[0].slug == "breakfast"
    assert all(re.fullmatch("a-letter-home-[0-9a-f]{6}", one.slug) for one in found[1:])
    assert (found[0].about, found[0].driver_names) == ("A cart comes.", ("Routines",))


def test_a_test_takes_the_driver_of_its_idea_and_its_own_wins() -> None:
    """A declared idea lends its driver to a test that names none; both drivers are on its page."""
    (idea,) = published(
        cohort(team("a", tests=[{"idea": "breakfast"}, {"idea": "breakfast", "driver": "families"}])),
        ideas=DECLARED,
    ).ideas

    assert [one.test.driver for one in idea.tests] == ["Routines", "Families know"]
    assert idea.drivers == (
        IdeaDriver("Routines", "routines", None),
        IdeaDriver("Families know", "families", None),
    )


def test_a_driver_of_one_other_network_is_found_by_its_id() -> None:
    """An idea of network.md may work on a driver that one cohort describes; a published page is its link."""
    calls = [{"id": "calls", "name": "Calls home"}]
    declared = [{"id": "call", "title": "A call on the first day", "driver": "calls"}]
    folder = cohort(team("a", tests=[{"idea": "call"}]), network="Another network", drivers=calls)
    later = cohort(team("a"), network="Another network", drivers=calls, publish_after="2026-12-31")

    (idea,) = published(folder, ideas=declared).ideas

    assert idea.drivers == (IdeaDriver("Calls home", "calls", "2026-spring"),)
    assert [one.driver for one in published(later, ideas=declared).untested] == [None]


def test_most_tests_of_real_teams_come_first() -> None:
    """Invented tests are kept, told apart, and put no idea before one that real teams tried."""
    tests = [{"idea": "B"}, {"idea": "B"}, {"idea": "B"}, {"idea": "A"}]
    found = published(
        cohort(team("a", tests=tests, illustrative="true"), team("b", tests=[{"idea": "A"}, {"idea": "C"}]))
    ).ideas

    assert [(one.title, len(one.counted), len(one.illustrative)) for one in found] == [
        ("A", 1, 1),
        ("C", 1, 0),
        ("B", 0, 3),
    ]
    assert where(found[0]) == ["b A", "a D"]


def test_what_is_withheld_or_embargoed_has_no_idea() -> None:
    """Teams under embargo, teams too small to show and titles with counts have no part in any idea."""
    found = published(
        cohort(
            team("a", tests=[{"idea": "Secret"}], publish_after="2031-01-01"),
            team("b", goal={"of": "7", "target": "4", "result": "5"}, tests=[{"idea": "Small"}]),
            privacy={"policy": "banded", "because": "small"},
        ),
        CohortFolder(
            cohort().path,
            "2027",
            cohort(publish_after="2031-01-01").cohort,
            (team("c", tests=[{"idea": "Later"}]),),
        ),
    )
    counted = published(
        cohort(
            team("d", tests=[{"idea": "Call five families"}, {"idea": "Sing to 43 of 52"}]),
            privacy={"policy": "banded", "because": "small"},
        )
    )

    assert found.ideas == counted.ideas == ()


def test_a_declared_idea_keeps_its_name_where_counts_are_withheld() -> None:
    """A test that names an idea by id stays with it, even where the id looks like a count of the team's."""
    declared = [{"id": "call-43", "title": "Call home"}]
    (idea,) = published(
        cohort(team(tests=[{"idea": "call-43"}]), privacy={"policy": "banded", "because": "small"}),
        ideas=declared,
    ).ideas

    assert (idea.title, idea.slug) == ("Call home", "call-43")


def test_declared_ideas_that_nobody_published_a_test_of() -> None:
    """They are listed apart, an idea that only an embargoed team tries among them."""
    found = published(cohort(team(tests=[{"idea": "breakfast"}], publish_after="2031-01-01")), ideas=DECLARED)

    assert [(one.title, one.driver) for one in found.untested] == [
        ("Breakfast in the classroom", IdeaDriver("Routines", "routines", None))
    ]


def test_counts_of_a_prediction_need_exact_counts_of_ten_or_more() -> None:
    """Both numbers go to a drawing where counts are open and the group is large enough, and only there."""
    tests = [
        {"idea": "A", "predict": "35 of 52 by week 5", "happened": "34 of 52"},
        {"idea": "B", "predict": "5 of 8", "happened": "6 of 8"},
        {"idea": "C", "predict": "60 of 52", "happened": "34 of 52"},
        {"idea": "D", "predict": "half", "happened": "34 of 52"},
    ]
    shown = published(cohort(team(tests=tests))).ideas
    banded = published(cohort(team(tests=tests), privacy={"policy": "banded", "because": "small"})).ideas

    counts = [one.tests[0].test.counts for one in shown]
    assert counts[0] is not None
    assert (counts[0].predicted.text, counts[0].happened.text) == ("35 of 52", "34 of 52")
    assert counts[1:] == [None, None, None]
    assert [one.tests[0].test.counts for one in banded] == [None] * 4


def test_a_ramp_holds_the_tests_of_one_team() -> None:
    """Tests that carry on one idea know each other; a ramp of one test is none."""
    ramp = {"ramp": "Help in the day"}
    found = published(
        cohort(
            team("a", tests=[{"idea": "X", **ramp}, {"idea": "Y", **ramp}, {"idea": "Z", "ramp": "alone"}]),
            team("b", tests=[{"idea": "X", **ramp}]),
        )
    ).ideas
    ramps = {f"{one.storyboard.slug} {one.test.letter}": one.ramp for idea in found for one in idea.tests}

    assert {name: [test.letter for test in ramp] for name, ramp in ramps.items()} == {
        "a A": ["A", "B"],
        "a B": ["A", "B"],
        "a C": [],
        "b A": [],
    }


TITLES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=90).filter(
    lambda text: text.strip()
)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        TITLES | st.sampled_from(["A letter home", "A letter home!", "by level", "By-Driver", "…"]),
        min_size=1,
        max_size=8,
    )
)
def test_addresses_are_unique_and_part_of_no_list(titles: list[str]) -> None:
    """Every idea has an address of its own, which can stand in a URL and is that of no list."""
    found = ideas_of(*titles)
    slugs = [one.slug for one in found]

    assert len(found) == len({folded(title) for title in titles})
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)
    assert not set(slugs) & {"by-driver", "by-level", "by-decision"}


@settings(max_examples=40, deadline=None)
@given(st.permutations(["A letter home", "A letter home!", "Études", "Peer tutors", "..."]))
def test_addresses_do_not_depend_on_the_order_of_files(titles: list[str]) -> None:
    """An idea keeps its address whichever way its network is read."""
    usual = {
        one.title: one.slug
        for one in ideas_of("A letter home", "A letter home!", "Études", "Peer tutors", "...")
    }

    assert {one.title: one.slug for one in ideas_of(*titles)} == usual
    assert (usual["Peer tutors"], usual["Études"]) == ("peer-tutors", "etudes")
