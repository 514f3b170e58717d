"""The page of a network's aim and drivers: the diagram, and what no published test works on."""

from dataclasses import dataclass

from cyclebook.catalogue import _, ngettext
from cyclebook.figures import Exhibit, driver_diagram
from cyclebook.pages.driver_list import driver_items
from cyclebook.pages.exhibits import exhibit_downloads, numbered
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import (
    DRIVERS,
    NETWORK,
    Page,
    cohort_address,
    driver_address,
    drivers_address,
    has_structure,
    network_id,
    relative,
)
from cyclebook.pages.templates import fill
from cyclebook.pages.words import begun
from cyclebook.published import DriverNetwork


@dataclass(frozen=True, slots=True)
class OtherNetwork:
    """Another network on the list: its page and one sentence on it."""

    title: str
    link: str
    sentence: str
    illustrative: bool


def drivers_page(network: DriverNetwork, networks: tuple[DriverNetwork, ...], frame: Frame) -> Page:
    """Aim, diagram, drivers without a test; on the hub's page, the other `networks` that have drivers."""
    address = drivers_address(network.slug)
    own = network.slug is None
    figures = numbered([_figure(network)] if network.drivers else [], address)
    others = [_other(one, address) for one in networks if own and one.slug and one.drivers]
    structure = relative(NETWORK, address) + f"#{network_id(network.slug)}"
    sections = [
        ("diagram", _("From the aim to the tests"), bool(network.drivers)),
        ("untested", _("Drivers that no published test works on"), any(_untested(network, address))),
        ("others", _("Other networks") if network.drivers else _("Networks with drivers"), bool(others)),
        ("notes", _("What to know about these drivers"), bool(network.notes)),
        ("sources", _("Sources"), bool(network.sources)),
    ]
    html = fill(
        "drivers.html",
        network=network,
        own=own,
        frame=frame.at(address),
        drivers_link=relative(DRIVERS, address),
        structure=structure if has_structure(network) else None,
        cohorts=[(title, relative(cohort_address(slug), address)) for slug, title in network.cohorts],
        figures=figures,
        items=driver_items(network.drivers, network, address),
        untested=_untested(network, address),
        others=others,
        sections=[(name, heading) for name, heading, present in sections if present],
    )
    return Page(
        address,
        _("Aim and drivers") if own else _("Aim and drivers, {title}", title=network.title),
        f"{network.title}: {drivers_sentence(network)}",
        html,
        tuple((name, heading) for name, heading, present in sections if present),
        tuple(exhibit_downloads(figures)),
    )


def source_of(network: DriverNetwork) -> str:
    """What stands under a figure of this network as its source."""
    if network.illustrative:
        return _("invented data")
    named = "; ".join(source.label for source in network.sources)
    return named or _("the network’s own files and its published storyboards")


def drivers_sentence(network: DriverNetwork) -> str:
    """How many drivers there are, and how many no published test works on."""
    every = network.every_driver
    if not every:
        return _("No drivers are published.")
    left = sum(one.untested for one in every)
    if not left:
        return ngettext(
            "{number} driver, each of them worked on.",
            "{number} drivers, each of them worked on.",
            len(every),
            number=begun(len(every)),
        )
    told = ngettext("{number} driver", "{number} drivers", len(every), number=begun(len(every)))
    open_ = ngettext("{count} driver has no published test.", "{count} drivers have no published test.", left)
    return _("{drivers}; {untested}", drivers=told, untested=open_)


def _figure(network: DriverNetwork) -> Exhibit:
    return driver_diagram(
        network,
        id="figure-1",
        subtitle=_("Aim, drivers and those who work on them, {title}", title=network.title),
        source=source_of(network),
    )


def _untested(network: DriverNetwork, address: str) -> list[tuple[str, str, str]]:
    """(driver, link, who works on it) of the lowest drivers without a published test."""
    return [
        (
            one.name,
            relative(driver_address(network.slug, one.id), address),
            ngettext(
                "{number} team at work on it, without a test yet.",
                "{number} teams at work on it, without a test yet.",
                len(one.teams),
                number=begun(len(one.teams)),
            )
            if one.teams
            else _("No published team names it."),
        )
        for one in network.every_driver
        if one.untested and not one.drivers
    ]


def _other(network: DriverNetwork, address: str) -> OtherNetwork:
    count = len(network.districts)
    districts = ngettext("{number} district.", "{number} districts.", count, number=begun(count))
    return OtherNetwork(
        network.title,
        relative(drivers_address(network.slug), address),
        f"{districts} {drivers_sentence(network)}" if count else drivers_sentence(network),
        network.illustrative,
    )
