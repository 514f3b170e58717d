"""Convenings: who belongs together, in what order they stand, where a visitor walks, and what stays away."""

from datetime import date
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_networks import AFTER, changed, cohort, network, team, text_of

from cyclebook.disclosure import publish, publish_convenings
from cyclebook.disclosure.walls import Work, affinity, clusters, route, shared
from cyclebook.disclosure.wording import WITHHELD_TEXT
from cyclebook.model.cohort import CohortFolder
from cyclebook.model.convening import Convening, ConveningFile, Slip
from cyclebook.model.storyboard import BodySection
from cyclebook.published import PublishedConvening, Shared, SharedKind

WORDS = st.sampled_from(["calls", "Calls", " calls. ", "breakfast", "planners", "reading aloud"])
SOME = st.lists(WORDS, max_size=3).map(tuple)
WORK = st.builds(
    Work,
    themes=st.lists(st.sampled_from("ABCD"), min_size=1, max_size=3).map(tuple),
    ideas=SOME,
    drivers=st.lists(st.sampled_from("ABCD"), max_size=3).map(tuple),
    measures=SOME,
    level=st.sampled_from([None, "middle", "high"]),
    own_theme=st.sampled_from([None, "talk"]),
)
WORKS = st.lists(WORK, max_size=12)
DRIVERS = [{"id": "routines", "name": "Routines"}, {"id": "calls", "name": "Calls"}]


def published(
    *files: object, drivers: object = DRIVERS, folder: CohortFolder | None = None, **written: object
):
    """A convening of the storyboards of one cohort, as published after the cycle."""
    library = network(folder or cohort(*files), drivers=drivers)
    front = {"title": "We meet", "cohorts": ["2026-spring"], **written}
    file = ConveningFile(PurePosixPath("spring.md"), "spring", Convening.model_validate(front))
    assert library.network is not None
    return next(
        iter(publish_convenings((file,), library, publish(library, library.network, AFTER), AFTER)), None
    )


@given(one=WORK, other=WORK)
def test_what_is_shared_is_symmetric(one: Work, other: Work) -> None:
    """Two stations share the same things whichever comes first, the strongest reason first."""
    both = shared(one, other)

    assert both == shared(other, one)
    assert [reason.kind for reason in both] == sorted(reason.kind for reason in both)
    assert affinity(one, other) == affinity(other, one)
    assert bool(both) == (affinity(one, other) > 0)


@given(works=WORKS)
def test_every_station_is_on_the_wall_once(works: list[Work]) -> None:
    """The wall has each station exactly once, under one of its own themes, and no theme in two places."""
    laid = clusters(works)

    assert sorted(index for _, members in laid for index in members) == list(range(len(works)))
    assert all(theme in works[index].themes for theme, members in laid for index in members)
    themes = [theme for theme, _ in laid]
    assert len(themes) == len(set(themes))


@given(works=WORKS, most=st.integers(0, 14))
def test_a_route_visits_each_station_once(works: list[Work], most: int) -> None:
    """A route is as long as the minutes allow, visits no station twice, and begins with its own theme."""
    laid = clusters(works)
    wall = [index for _, members in laid for index in members]
    for _, members in laid:
        walked = route(members, wall, works, most)

        assert len(walked) == len(set(walked)) == min(max(most, 1), len(works))
        own = [index in members for index in walked]
        assert own == sorted(own, reverse=True)
        strength = [
            max(affinity(works[i], works[one]) for one in members) for i in walked if i not in members
        ]
        assert strength == sorted(strength, reverse=True)


def test_neighbours_share_a_driver_where_they_can() -> None:
    """Within a theme and from one theme to the next, the wall goes on to the most closely related station."""
    works = [
        Work(("A",), drivers=("A",)),
        Work(("B",), drivers=("B",)),
        Work(("A",), drivers=("A", "B")),
        Work(("C",), drivers=("C",)),
    ]

    order = [index for _, members in clusters(works) for index in members]

    assert order in ([0, 2, 1, 3], [3, 1, 2, 0], [3, 0, 2, 1], [1, 2, 0, 3])


@given(
    given_drivers=st.lists(
        st.tuples(st.sampled_from(["routines", "calls", ""]), st.sampled_from(["middle", "high"])),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=30, deadline=None)
def test_pairs_of_storyboards(given_drivers: list[tuple[str, str]]) -> None:
    """Pairs name two different stations once, in order, and both stations know of the pair."""
    files = [
        team(f"team-{n}", drivers=[driver] if driver else [], level=level)
        for n, (driver, level) in enumerate(given_drivers)
    ]

    found = published(*files, walk={"minutes": "45"})

    numbers = [one.number for one in found.stations]
    assert numbers == list(range(1, len(files) + 1))
    assert [n for one in found.wall for n in one.stations] == numbers
    names = [(pair.first, pair.second) for pair in found.pairs]
    assert len(names) == len(set(names))
    for pair in found.pairs:
        assert pair.first < pair.second
        assert pair.reasons
        assert pair in found.pairs_of(pair.first)
        assert pair in found.pairs_of(pair.second)
        assert pair.other(pair.first) == pair.second
    for walk in found.routes:
        assert len(walk.stations) == len(set(walk.stations)) <= 4


def test_reasons_are_told_in_words() -> None:
    """The same change idea stands before the same driver, and that before the same level."""
    test = {"idea": "A call on the first morning", "driver": "calls"}
    found = published(
        team("a", drivers=["calls"], level="high", tests=[test]),
        team("b", drivers=["calls"], level="high", tests=[{**test, "idea": "a call on  the first morning."}]),
    )

    (pair,) = found.pairs

    assert [reason.words for reason in pair.reasons] == [
        "the same change idea: A call on the first morning",
        "the same driver: Calls",
        "the same level: high",
    ]
    assert found.wall[0].theme == "Calls"


def test_own_stations_stand_with_storyboards_of_their_driver() -> None:
    """A station that has no storyboard here stands with the storyboards that work on its driver."""
    found = published(
        team("a", drivers=["calls"]),
        team("b", drivers=["routines"]),
        stations=[{"title": "A poster", "driver": "calls", "question": "Who calls?", "offer": "A script"}],
    )

    assert {one.theme: len(one.stations) for one in found.wall} == {"Calls": 2, "Routines": 1}
    poster = next(one for one in found.stations if one.title == "A poster")
    assert (poster.question, poster.offers) == ("Who calls?", ("A script",))
    assert [pair.reasons for pair in found.pairs] == [(Shared(SharedKind.DRIVER, "Calls"),)]


def test_a_station_may_work_on_a_driver_of_a_cohort() -> None:
    """A driver that only one cohort describes is meant by its id, and its storyboards are met there."""
    meals = [{"id": "meals", "name": "Meals come early"}]
    found = published(
        folder=cohort(team("a", drivers=["meals"]), network="Another network", drivers=meals),
        stations=[{"title": "A poster", "driver": "meals"}],
    )

    assert [(one.theme, len(one.stations)) for one in found.wall] == [("Meals come early", 2)]


def test_offers_and_asks_are_items() -> None:
    """The lists under "We offer" and "We ask" become single lines, wherever a line was broken."""
    said = (
        BodySection("We offer", "- Our sheet\n- A morning\n  in our rooms", 9),
        BodySection("We ask", "Who has tried it?\n\nAnd who stopped?", 13),
    )

    (station,) = published(team("a", body=said)).stations

    assert station.offers == ("Our sheet", "A morning in our rooms")
    assert station.asks == ("Who has tried it?", "And who stopped?")


UNSEEN = "embargoed words"


@pytest.mark.parametrize(
    "hidden",
    [{"title": UNSEEN, "problem": UNSEEN, "publish_after": "2026-12-31"}],
)
def test_nothing_embargoed_appears(hidden: dict[str, str]) -> None:
    """An embargoed storyboard has no station, and no word of it is anywhere."""
    one = team("hidden", drivers=["calls"], body=(BodySection("We ask", UNSEEN, 3),), **hidden)

    found = published(team("a", drivers=["calls"]), one, walk={"minutes": "40"})

    assert UNSEEN not in text_of(found)
    assert [station.title for station in found.stations] == ["Team a"]
    assert found.pairs == ()


def test_an_embargoed_cohort_has_no_station() -> None:
    """Of a cohort that is embargoed as a whole nothing appears."""
    found = published(folder=cohort(team("a"), publish_after="2026-12-31"))

    assert (found.stations, found.wall, found.cards) == ((), (), False)


@given(size=st.integers(1, 9))
@settings(max_examples=9, deadline=None)
def test_nothing_withheld_appears(size: int) -> None:
    """A team whose group is too small has its title and school at its station, and nothing of its work."""
    one = team(
        "small",
        drivers=["calls"],
        school="Birch Hill",
        problem=UNSEEN,
        tests=[{"idea": UNSEEN, "driver": "calls"}],
        measures=[{"id": "m", "name": UNSEEN}],
        body=(BodySection("We offer", f"- {UNSEEN}", 3), BodySection("We ask", f"- {UNSEEN}", 5)),
    )
    assert one.storyboard.goal is not None
    one = changed(one, goal=one.storyboard.goal.model_copy(update={"of": size, "group": UNSEEN}))

    found = published(one, team("a", drivers=["calls"], tests=[{"idea": UNSEEN + "!", "driver": "calls"}]))

    small = next(station for station in found.stations if station.who == "Birch Hill")
    assert UNSEEN not in text_of(small)
    assert (small.offers, small.asks, small.aim, small.question) == ((), (), None, None)
    assert found.pairs == ()


def test_two_withheld_texts_are_no_match() -> None:
    """Under a policy that takes counts out of words, two teams do not pair by what was taken out."""
    files = [
        team(slug, tests=[{"idea": f"Call {number} of 52 families"}])
        for slug, number in (("a", "31"), ("b", "35"))
    ]
    privacy = {"policy": "banded", "because": "a test"}

    found = published(folder=cohort(*files, privacy=privacy))

    ideas = [test.idea for one in found.stations if one.storyboard for test in one.storyboard.tests]
    assert ideas == [WITHHELD_TEXT, WITHHELD_TEXT]
    assert found.pairs == ()


def _dated(slug: str, **written: object) -> ConveningFile:
    front = Convening.model_validate({"title": slug, **written})
    return ConveningFile(PurePosixPath(f"{slug}.md"), slug, front, heard=(Slip("More time", "exit slip", 9),))


def test_convenings_are_published_after_their_embargo_newest_first() -> None:
    """An embargoed meeting is absent through its day; the rest stand newest first, undated ones last."""
    library = network(cohort(team("a")))
    assert library.network is not None
    files = (
        _dated("undated", when="a Tuesday"),
        _dated("spring", date="2026-04-21", publish_after="2026-06-01"),
        _dated("fall", date="2025-10-01"),
        _dated("winter", date="2026-01-10"),
    )

    def told(day: date) -> list[str]:
        whole = publish(library, library.network, day)
        found: tuple[PublishedConvening, ...] = publish_convenings(files, library, whole, day)
        return [one.slug for one in found]

    assert told(date(2026, 6, 1)) == ["winter", "fall", "undated"]
    assert told(date(2026, 6, 2)) == ["spring", "winter", "fall", "undated"]


def test_the_agenda_has_ends() -> None:
    """An item ends after its own minutes, else when the next one begins, else with the meeting."""
    found = published(
        team("a"),
        time_zone="America/Los_Angeles",
        end="11:30",
        agenda=[
            {"time": "9:00", "what": "Welcome", "minutes": "10"},
            {"time": "9:30", "what": "Walk"},
            {"time": "11:00", "what": "Slips"},
        ],
    )

    spans = [(f"{slot.start:%H:%M}", f"{slot.end:%H:%M}") for slot in found.agenda]
    assert spans == [("09:00", "09:10"), ("09:30", "11:00"), ("11:00", "11:30")]
    assert f"{found.start:%H:%M}" == "09:00"
