"""Which network a cohort belongs to: the hub's own, or another one that some cohort describes."""

from collections.abc import Iterable
from dataclasses import dataclass

from cyclebook.model.cohort import Cohort, CohortFolder
from cyclebook.model.drivers import District, Driver
from cyclebook.model.network import Network
from cyclebook.model.terms import HubTerms


@dataclass(frozen=True, slots=True)
class OtherNetwork:
    """A network that is not the hub's, by the slug of the cohort whose file describes it."""

    slug: str
    name: str
    cohort: Cohort


def other_networks(cohorts: Iterable[tuple[str, Cohort]]) -> dict[str, OtherNetwork]:
    """Networks that cohorts, given as (slug, cohort), describe; by name, the first description counts."""
    found: dict[str, OtherNetwork] = {}
    for slug, cohort in cohorts:
        if cohort.network and cohort.carries:
            found.setdefault(cohort.network, OtherNetwork(slug, cohort.network, cohort))
    return found


def networks_of(folders: Iterable[CohortFolder]) -> dict[str, OtherNetwork]:
    """The same, of folders that were read."""
    return other_networks((folder.slug, folder.cohort) for folder in folders)


def drivers_for(network: Network, other: OtherNetwork | None) -> list[Driver]:
    """The drivers that a cohort's storyboards refer to: those of its network, else the hub's."""
    return other.cohort.drivers if other and other.cohort.drivers else network.drivers


def districts_for(network: Network, other: OtherNetwork | None) -> list[District]:
    """The districts that a cohort's storyboards refer to: those of its network, else the hub's."""
    return other.cohort.districts if other and other.cohort.districts else network.districts


def terms_for(network: Network, cohort: Cohort, other: OtherNetwork | None) -> HubTerms:
    """The words that a cohort's pages speak in: those of its network; plain ones where that gives none."""
    if cohort.network is None:
        return network.terms
    return (other.cohort.terms if other else None) or HubTerms()


def driver_homes(network: Network, others: Iterable[OtherNetwork]) -> dict[str, list[str | None]]:
    """By the id of each driver, who describes it: None for the hub, else the slug of a cohort.

    The hub's own driver is meant before any other. More than one home: nobody can tell which is meant.
    """
    homes: dict[str, list[str | None]] = {one.id: [None] for one in every_driver(network.drivers)}
    for other in others:
        for one in every_driver(other.cohort.drivers):
            if None not in (known := homes.setdefault(one.id, [])) and other.slug not in known:
                known.append(other.slug)
    return homes


def every_driver(drivers: Iterable[Driver]) -> list[Driver]:
    """All drivers of a tree, each before those beneath it."""
    return [one for driver in drivers for one in (driver, *every_driver(driver.drivers))]
