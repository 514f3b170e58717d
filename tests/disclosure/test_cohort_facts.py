"""Embargo, tallies and completeness of a cohort."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_networks import DURING, cohort, network, published_cohort, published_team, team, text_of

from cyclebook.disclosure import publish
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.published import Absence, Absent, Status

DAY = date(2026, 5, 8)
NEXT_DAY = date(2026, 5, 9)
UNTIL = {"publish_after": DAY.isoformat()}

KINDS: dict[str, tuple[dict[str, str], dict[str, object]]] = {
    "met": ({}, {}),
    "not_met": ({"result": "39"}, {}),
    "reported_met": ({"target": ""}, {"reported": {"status": "met", "source": "journal"}}),
    "reported_not_met": ({"target": ""}, {"reported": {"status": "not met", "source": "journal"}}),
    "not_yet": ({"result": "", "end": "2026-12-18"}, {}),
    "not_reported": ({"result": ""}, {}),
    "withheld": ({"of": "9"}, {}),
}


def of_kind(kind: str, slug: str, **more: object) -> StoryboardFile:
    """A storyboard that stands so."""
    goal, written = KINDS[kind]
    return team(slug, goal=goal, **written, **more)


@pytest.mark.parametrize(("as_of", "expected"), [(DURING, []), (DAY, []), (NEXT_DAY, ["a"])])
def test_embargo_of_a_storyboard(as_of: date, expected: list[str]) -> None:
    """A storyboard is published from the day after `publish_after`, and leaves no trace before."""
    found = published_cohort(cohort(team("a", school="Marlow Creek", **UNTIL), team("b")), as_of)

    assert [one.slug for one in found.storyboards] == [*expected, "b"]
    assert (found.tally.total, "Marlow Creek" in text_of(found)) == (1 + len(expected), bool(expected))


@pytest.mark.parametrize(("as_of", "expected"), [(DURING, 0), (DAY, 0), (NEXT_DAY, 1)])
def test_embargo_of_a_cohort(as_of: date, expected: int) -> None:
    """A cohort is published from the day after its own `publish_after`, with all its teams."""
    library = network(cohort(team(), **UNTIL))

    assert len(publish(library, library.network, as_of).cohorts) == expected


def test_embargoed_team_is_not_counted() -> None:
    """While a team is embargoed, the cohort is not complete, and how many took part does not tell of it."""
    folder = cohort(team("a", **UNTIL), team("b"))
    before, after = published_cohort(folder, DAY), published_cohort(folder, NEXT_DAY)

    assert [(one.complete, one.taking_part, one.tally.total) for one in (before, after)] == [
        (False, None, 1),
        (True, 2, 2),
    ]


@given(kinds=st.lists(st.sampled_from(sorted(KINDS)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_tally_adds_up(kinds: list[str]) -> None:
    """Every team is in the total under exactly one status; sources' own words are kept apart."""
    tally = published_cohort(cohort(*(of_kind(kind, f"t{index}") for index, kind in enumerate(kinds)))).tally

    assert {kind: getattr(tally, kind) for kind in KINDS} == {kind: kinds.count(kind) for kind in KINDS}
    assert (tally.total, sum(count for _, count in tally.rows())) == (len(kinds), len(kinds))
    assert tally.all_met == kinds.count("met") + kinds.count("reported_met")


def test_illustrative_team_in_a_real_cohort() -> None:
    """An invented team has a page and no place in the numbers of a real cohort."""
    found = published_cohort(cohort(team("a"), team("b", illustrative="true")))

    assert [one.illustrative for one in found.storyboards] == [False, True]
    assert (found.tally.total, found.taking_part, found.complete, found.illustrative) == (1, 1, True, False)


@pytest.mark.parametrize(
    ("on_cohort", "on_team"), [({"illustrative": "true"}, {}), ({}, {"illustrative": "true"})]
)
def test_illustrative_cohort(on_cohort: dict[str, str], on_team: dict[str, str]) -> None:
    """A cohort that is invented throughout counts its own teams, all of them under the badge."""
    found = published_cohort(cohort(team("a", **on_team), team("b", **on_team), **on_cohort))

    assert [one.illustrative for one in found.storyboards] == [True, True]
    assert (found.tally.total, found.tally.met, found.illustrative) == (2, 2, True)


@pytest.mark.parametrize(
    ("said", "broken", "expected"),
    [
        (None, (), (True, 2)),
        ("2", (), (True, 2)),
        ("3", (), (False, 3)),
        ("not published", (), (False, None)),
        (None, ("c",), (False, 3)),
        ("2", ("c",), (False, 2)),
    ],
)
def test_complete(said: str | None, broken: tuple[str, ...], expected: tuple[bool, int | None]) -> None:
    """A cohort is complete where every team that took part is published, and only then."""
    written = {"teams_taking_part": said} if said else {}
    found = published_cohort(cohort(team("a"), team("b"), broken=broken, **written))

    assert (found.complete, found.taking_part) == expected


def test_withheld_team_keeps_the_cohort_complete() -> None:
    """A team whose numbers are withheld is a team all the same."""
    found = published_cohort(cohort(team("a"), of_kind("withheld", "b")))

    assert (found.complete, found.tally.total, found.tally.withheld) == (True, 2, 1)


def test_revised_goals_are_counted() -> None:
    """How many teams revised their goals is part of the tally, unless their numbers are withheld."""
    goal = {"revised": [{"week": "3", "was": "45", "target": "40"}]}
    files = [team("a", goal=goal), team("b", goal={**goal, "of": "9"}), team("c")]

    assert published_cohort(cohort(*files)).tally.revised == 1


def test_reported_figures_keep_their_source() -> None:
    """A figure that a source states is shown as stated, with its source, and is in no tally."""
    reported = [{"what": "teams that met their goal", "value": "75%", "of": "78", "source": "journal"}]
    found = published_cohort(cohort(team(), reported=reported))

    assert [(one.text, one.source.text) for one in found.reported] == [("75% of 78", "A journal")]
    assert found.tally.total == 1


def test_why_a_number_is_missing() -> None:
    """A result that is not there is not yet, not reported, or, from a source, not published."""
    open_goal = {"result": "", "end": "2026-12-18"}
    teams = [
        team(goal=open_goal),
        team(goal={"result": ""}),
        team(goal={"result": ""}, entered_from="journal"),
    ]

    assert [published_team(one).goal.result for one in teams] == [
        Absent(Absence.NOT_YET),
        Absent(Absence.NOT_REPORTED),
        Absent(Absence.NOT_PUBLISHED),
    ]


def test_end_of_the_cycle_from_the_cohort() -> None:
    """Without a day of its own, a goal ends with the last day of the cohort's last week."""
    file = team(goal={"result": "", "end": ""})
    days = [date(2026, 4, 12), date(2026, 4, 13)]

    assert [published_team(file, day).goal.status for day in days] == [Status.NOT_YET, Status.NOT_REPORTED]


def test_order_does_not_matter() -> None:
    """The same teams in another order publish the same cohort."""
    files = [team("b", school="Alder"), team("a", school="Birch"), team("c", school="alder")]

    assert published_cohort(cohort(*files)) == published_cohort(cohort(*files[::-1]))
