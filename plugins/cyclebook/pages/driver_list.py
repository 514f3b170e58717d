"""A network's drivers as nested lists, with links to their pages and to the teams that work on them."""

from dataclasses import dataclass

from cyclebook.figures import attached
from cyclebook.pages.page import driver_address, relative, storyboard_address
from cyclebook.published import DriverNetwork, PublishedDriver


@dataclass(frozen=True, slots=True)
class Worker:
    """A team or a district that works on a driver; `link` leads to the team's page."""

    who: str
    what: str
    tested: bool
    link: str | None


@dataclass(frozen=True, slots=True)
class DriverItem:
    """A driver in a list. `here` marks the one whose page this is."""

    name: str
    link: str
    strength: str | None
    untested: bool
    workers: tuple[Worker, ...]
    below: tuple["DriverItem", ...]
    here: bool = False


def driver_items(
    drivers: tuple[PublishedDriver, ...], network: DriverNetwork, address: str, here: str | None = None
) -> tuple[DriverItem, ...]:
    """Drivers with those beneath them, as seen from the page at `address`."""
    return tuple(
        DriverItem(
            one.name,
            relative(driver_address(network.slug, one.id), address),
            one.strength.link if one.strength else None,
            one.untested,
            workers(one, network, address),
            driver_items(one.drivers, network, address, here),
            one.id == here,
        )
        for one in drivers
    )


def workers(driver: PublishedDriver, network: DriverNetwork, address: str) -> tuple[Worker, ...]:
    """Who works on this driver itself."""
    return tuple(
        Worker(
            one.who,
            one.what,
            one.tested,
            relative(storyboard_address(one.team), address) if one.team else None,
        )
        for one in attached(driver, network)
    )
