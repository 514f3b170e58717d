"""The page of one driver: who works on it, what they tested, and where it stands in the tree."""

from dataclasses import dataclass

from cyclebook.catalogue import _, ngettext
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
from cyclebook.pages.words import begun
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
        ("teams", _("Teams that work on it"), bool(driver.teams)),
        ("tests", _("Tests"), bool(driver.tests)),
        ("districts", _("Districts that work on it"), bool(driver.foci)),
        ("place", _("Its place among the drivers"), True),
        ("notes", _("What to know about these drivers"), bool(network.notes)),
    ]
    sentence = _sentence(driver, network)
    above = network.parents.get(driver.id)
    branch = (above or driver,) if above or driver.drivers else network.drivers
    html = fill(
        "driver.html",
        driver=driver,
        network=network,
        frame=frame.at(address),
        up=[(_("Aim and drivers"), relative(DRIVERS, address))]
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
        _("{name}: driver, {title}", name=driver.name, title=network.title),
        f"{driver.name}: {sentence}",
        html,
        tuple((name, heading) for name, heading, present in sections if present),
    )


def _facts(
    driver: PublishedDriver, above: PublishedDriver | None, network: DriverNetwork, address: str
) -> list[Fact]:
    rows = [
        fact(_("Aim"), network.aim, relative(drivers_address(network.slug), address)),
        fact(
            _("Belongs to"),
            above.name if above else None,
            relative(driver_address(network.slug, above.id), address) if above else None,
        ),
        fact(_("Link"), driver.strength.word if driver.strength else _("not rated")),
        Fact(
            _("Beneath it"),
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
        told.append(
            ngettext(
                "{number} district works on it.",
                "{number} districts work on it.",
                districts,
                number=begun(districts),
            )
        )
    if counted:
        ended = [
            _(
                "{count} {decided}",
                count=sum(test.decision is kind for test in tests),
                decided=kind.word.lower(),
            )
            for kind in Decision
            if any(test.decision is kind for test in tests)
        ]
        working = ngettext(
            "{number} team works on it",
            "{number} teams work on it",
            len(counted),
            number=begun(len(counted)),
        )
        tested = _("no test yet")
        if tests:
            tested = ngettext(
                "{count} test: {decisions}",
                "{count} tests: {decisions}",
                len(tests),
                decisions=", ".join(ended),
            )
        told.append(_("{teams}; {tests}.", teams=working, tests=tested))
    if driver.untested and not counted:
        told.append(_("No published test works on it."))
    elif not told:
        told.append(_("Tests stand with the drivers beneath it."))
    return " ".join(told)


def _team(one: PublishedStoryboard, driver: PublishedDriver, address: str) -> TeamOnDriver:
    level = one.evidence.level if one.evidence else None
    count = sum(test.storyboard is one for test in driver.tests)
    return TeamOnDriver(
        one.name if not one.focus else f"{one.name}, {one.focus}",
        one.cohort_title,
        relative(storyboard_address(one), address),
        one.district or _("not given"),
        one.goal.status,
        one.goal.status_word,
        str(count) if count else _("none yet"),
        _("Level {level}: {words}", level=level.value, words=level.words)
        if level is not None
        else _("withheld"),
        one.illustrative,
    )


def _test(one: DriverTest, address: str) -> TestRow:
    missing = _("not published") if one.storyboard.entered_from_source else _("not recorded")
    return TestRow(
        one.test.idea,
        f"{one.storyboard.name}, {one.storyboard.cohort_title}",
        relative(storyboard_address(one.storyboard), address),
        one.test.weeks or missing,
        one.test.predicted or missing,
        one.test.happened or missing,
        one.test.decision,
    )
