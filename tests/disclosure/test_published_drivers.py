"""Who works on which driver, as published: nothing of a hidden team, and no mixing of networks."""

from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from small_networks import AFTER, cohort, network, team, text_of

from cyclebook.disclosure import publish
from cyclebook.model.cohort import Cohort, CohortFolder
from cyclebook.published import DriverNetwork, PublishedDriver
from cyclebook.reading import read_library

TEAMS = Path(__file__).parents[2] / "teams"
DRIVERS = [
    {"id": "mornings", "name": "Mornings work", "drivers": [{"id": "way", "name": "The way to school"}]}
]
DISTRICTS = [{"id": "riverside", "name": "Riverside Unified", "foci": [{"what": "Buses", "driver": "way"}]}]
TEST = {"idea": "Breakfast in class", "driver": "mornings", "weeks": "3", "decision": "adopt"}


def networks(*folders: CohortFolder, as_of: date = AFTER, **written: object) -> tuple[DriverNetwork, ...]:
    library = network(*folders, **{"drivers": DRIVERS, "districts": DISTRICTS, **written})
    assert library.network is not None
    return publish(library, library.network, as_of).networks


def drivers(found: DriverNetwork) -> dict[str, PublishedDriver]:
    return {one.id: one for one in found.every_driver}


def test_teams_tests_and_foci_stand_with_their_driver() -> None:
    """A team stands with each driver that it names or tests, a test and a focus with its own."""
    (hub,) = networks(cohort(team("a", drivers=["way"], tests=[TEST], district="riverside")))

    found = drivers(hub)
    assert [one.slug for one in found["mornings"].teams] == ["a"]
    assert [one.test.idea for one in found["mornings"].tests] == ["Breakfast in class"]
    assert [one.slug for one in found["way"].teams] == ["a"]
    assert (found["way"].tests, found["way"].foci[0].what) == ((), "Buses")
    assert [one.slug for one in hub.districts[0].storyboards] == ["a"]


def test_a_driver_is_untested_where_nothing_beneath_it_is_tested() -> None:
    """A test of a lower driver counts for the one above it, and not the other way round."""
    (hub,) = networks(cohort(team("a", tests=[TEST])), districts=[])

    assert {one.id: one.untested for one in hub.every_driver} == {"mornings": False, "way": True}


@pytest.mark.parametrize(
    "hidden",
    [{"publish_after": "2026-12-31"}, {"goal": {"of": "8", "target": "6", "result": "7", "baseline": "2"}}],
    ids=["embargoed", "withheld"],
)
def test_embargoed_and_withheld_teams_stand_nowhere(hidden: dict[str, object]) -> None:
    """Of a team under embargo, or of one whose group is too small, no driver and no district knows."""
    secret = team("secret", drivers=["way"], tests=[TEST], district="riverside", **hidden)
    (hub,) = networks(cohort(team("open"), secret))
    (without,) = networks(cohort(team("open")))

    assert "secret" not in text_of(hub.drivers)
    assert hub.drivers == without.drivers
    assert hub.districts == without.districts


def other(slug: str, *files: object, **written: object) -> CohortFolder:
    front = {"title": slug, "network": "Eastlea Network", **written}
    return CohortFolder(PurePosixPath(f"teams/{slug}"), slug, Cohort.model_validate(front), files)  # type: ignore[arg-type]


THEIRS = {
    "drivers": [{"id": "mornings", "name": "Eastlea mornings"}],
    "districts": [{"id": "east", "name": "East"}],
}


def test_cohorts_of_one_network_share_its_drivers() -> None:
    """Two cohorts of another network stand with its drivers, and the hub's own are without them."""
    one, two = team("a", drivers=["mornings"]), team("b", tests=[TEST], district="east")
    hub, eastlea = networks(other("spring", one, **THEIRS), other("fall", two))

    assert eastlea.slug == "spring"
    assert [one.slug for one in drivers(eastlea)["mornings"].teams] == ["a", "b"]
    assert [one.slug for one in eastlea.districts[0].storyboards] == ["b"]
    assert not drivers(hub)["mornings"].teams
    assert eastlea.drivers[0].name == "Eastlea mornings"


def test_a_network_under_embargo_is_not_told() -> None:
    """While the cohort that describes a network is under embargo, nothing says what the network works on."""
    hidden = other("spring", publish_after="2026-12-31", **THEIRS)
    library = network(hidden, other("fall", team("b", tests=[TEST], district="east")), drivers=DRIVERS)
    assert library.network is not None

    found = publish(library, library.network, AFTER)

    assert [one.slug for one in found.networks] == [None]
    assert "Eastlea mornings" not in text_of(found)
    (storyboard,) = found.cohorts[0].storyboards
    assert (storyboard.district, storyboard.tests[0].driver) == (None, None)


@pytest.fixture(scope="module")
def real() -> dict[str | None, DriverNetwork]:
    library = read_library(TEAMS)
    assert library.network is not None
    return {one.slug: one for one in publish(library, library.network, date(2026, 11, 22)).networks}


def test_core_is_as_the_report_has_it(real: dict[str | None, DriverNetwork]) -> None:
    """Eight districts with 21 teams in its table, six drivers with foci, a seventh without name or test."""
    core = real["2018-core"]

    assert [one.launched for one in core.districts] == [4, 7, 3, 0, 2, 3, 0, 2]
    assert sum(len(one.foci) for one in core.districts) == 11
    assert [one.id for one in core.drivers if one.untested] == ["not-named"]
    assert len(core.drivers) == 7
    assert sum("about 20" in note for note in core.notes) == 1
    assert not core.illustrative
    assert core.schools is None


def test_invented_drivers_belong_to_the_invented_network(real: dict[str | None, DriverNetwork]) -> None:
    """The hub publishes no drivers; the invented network has some that no published test works on."""
    invented = real["2026-winter"]

    assert real[None].drivers == ()
    assert invented.illustrative
    gaps = [one.id for one in invented.every_driver if one.untested]
    assert gaps == ["way-to-school", "glad-to-come", "short-daily-practice"]
    assert all(not one.illustrative for district in real[None].districts for one in district.storyboards)
