"""The page of one driver: who works on it, what they tested, and where it stands in the tree."""

from dataclasses import dataclass

from cyclebook.pages.driver_list import driver_items
from cyclebook.pages.frame import Frame
from cyclebook.pages.masthead import Fact, fact
from cyclebook.pages.page import (
    DRIVERS,
    NETWORK,
    Page,
    district_id,
    driver_address,
    drivers_address,
    relative,
    storyboard_address,
)
from cyclebook.pages.templates import fill
from cyclebook.pages.words import many, spelled
from cyclebook.published import (
    Decision,
    DriverNetwork,
    DriverTest,
    PublishedDriver,
    PublishedStoryboard,
    Status,
)


@dataclass(frozen=True, slots=True)
class TeamOnDriver:
    """A team at work on the driver, and how strong its evidence is."""

    name: str
    cohort: str
    link: str
    district: str
    status: Status
    status_word: str
    tests: str
    evidence: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class TestRow:
    """A test of a change idea that works on the driver."""

    idea: str
    team: str
    link: str
    weeks: str
    predicted: str
    happened: str
    decision: Decision


def driver_page(driver: PublishedDriver, network: DriverNetwork, frame: Frame) -> Page:
    """One driver of `network`."""
    address = driver_address(network.slug, driver.id)
    sections = [
        ("teams", "Teams that work on it", bool(driver.teams)),
        ("tests", "Tests", bool(driver.tests)),
        ("districts", "Districts that work on it", bool(driver.foci)),
        ("place", "Its place among the drivers", True),
        ("notes", "What to know about these drivers", bool(network.notes)),
    ]
    sentence = _sentence(driver, network)
    above = network.parents.get(driver.id)
    branch = (above or driver,) if above or driver.drivers else network.drivers
    html = fill(
        "driver.html",
        driver=driver,
        network=network,
        frame=frame.at(address),
        up=[("Aim and drivers", relative(DRIVERS, address))]
        + ([(network.title, relative(drivers_address(network.slug), address))] if network.slug else []),
        sentence=sentence,
        facts=_facts(driver, above, network, address),
        teams=[_team(one, driver, address) for one in driver.teams],
        tests=[_test(one, address) for one in driver.tests],
        foci=[
            (
                one.what,
                one.district,
                f"{relative(NETWORK, address)}#{district_id(network.slug, one.district_id)}",
            )
            for one in driver.foci
        ],
        items=driver_items(branch, network, address, driver.id),
        sections=[(name, heading) for name, heading, present in sections if present],
    )
    return Page(
        address,
        f"{driver.name}: driver, {network.title}",
        f"{driver.name}: {sentence}",
        html,
        tuple((name, heading) for name, heading, present in sections if present),
    )


def _facts(
    driver: PublishedDriver, above: PublishedDriver | None, network: DriverNetwork, address: str
) -> list[Fact]:
    rows = [
        fact("Aim", network.aim, relative(drivers_address(network.slug), address)),
        fact(
            "Belongs to",
            above.name if above else None,
            relative(driver_address(network.slug, above.id), address) if above else None,
        ),
        fact("Link", driver.strength.value if driver.strength else "not rated"),
        Fact(
            "Beneath it",
            tuple(
                (one.name, relative(driver_address(network.slug, one.id), address)) for one in driver.drivers
            ),
        ),
    ]
    return [row for row in rows if row.parts]


def _sentence(driver: PublishedDriver, network: DriverNetwork) -> str:
    """Who works on it, and how their tests ended; invented teams are not counted among real ones."""
    counted = network.counted(driver.teams)
    tests = [one.test for one in driver.tests if one.storyboard in counted]
    told = []
    if driver.foci:
        districts = len({one.district_id for one in driver.foci})
        told.append(f"{spelled(districts, 'district')} {'works' if districts == 1 else 'work'} on it.")
    if counted:
        ended = [
            f"{sum(test.decision is kind for test in tests)} {kind.word.lower()}"
            for kind in Decision
            if any(test.decision is kind for test in tests)
        ]
        tested = f"; {many(len(tests), 'test')}: {', '.join(ended)}" if tests else "; no test yet"
        verb = "works" if len(counted) == 1 else "work"
        told.append(f"{spelled(len(counted), 'team')} {verb} on it{tested}.")
    if driver.untested and not counted:
        told.append("No published test works on it.")
    elif not told:
        told.append("Tests stand with the drivers beneath it.")
    return " ".join(told)


def _team(one: PublishedStoryboard, driver: PublishedDriver, address: str) -> TeamOnDriver:
    level = one.evidence.level if one.evidence else None
    count = sum(test.storyboard is one for test in driver.tests)
    return TeamOnDriver(
        one.name if not one.focus else f"{one.name}, {one.focus}",
        one.cohort_title,
        relative(storyboard_address(one), address),
        one.district or "not given",
        one.goal.status,
        one.goal.status_word,
        str(count) if count else "none yet",
        f"Level {level.value}: {level.words}" if level is not None else "withheld",
        one.illustrative,
    )


def _test(one: DriverTest, address: str) -> TestRow:
    missing = "not published" if one.storyboard.entered_from_source else "not recorded"
    return TestRow(
        one.test.idea,
        f"{one.storyboard.name}, {one.storyboard.cohort_title}",
        relative(storyboard_address(one.storyboard), address),
        one.test.weeks or missing,
        one.test.predicted or missing,
        one.test.happened or missing,
        one.test.decision,
    )
