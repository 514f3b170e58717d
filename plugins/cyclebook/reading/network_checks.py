"""What the parts of a network have in common: drivers that exist, ids that stand once, sources of figures."""

from collections.abc import Iterator

from cyclebook.model.cohort import Cohort
from cyclebook.model.drivers import District, Driver
from cyclebook.model.network import Network
from cyclebook.model.networks import OtherNetwork, every_driver
from cyclebook.model.problem import Problem
from cyclebook.reading.ids import unknown_id
from cyclebook.reading.places import Path, Places, dotted


def check_network(network: Network, places: Places, sources: frozenset[str]) -> Iterator[Problem]:
    """Problems in the structure of the hub's own network; `sources` are the ids of its sources."""
    ids = frozenset(one.id for one in every_driver(network.drivers))
    yield from _structure(network, places, ids, "drivers in network.md", sources)


def check_other_network(
    slug: str,
    cohort: Cohort,
    places: Places,
    hub: Network | None,
    other: OtherNetwork | None,
    sources: frozenset[str] | None,
) -> Iterator[Problem]:
    """Problems in the network that a cohort describes; `other` is the first description of that network."""
    if not cohort.carries:
        return
    key = cohort.carries[0]
    if cohort.network is None:
        yield Problem(
            "missing-key",
            places.of_key((key,)),
            f"The key {key} belongs to a network, and this cohort names none.",
            "Add a line, for example network: Riverside Improvement Network. "
            "What belongs to the hub's own network stands in network.md.",
            field="network",
        )
    elif other is not None and other.slug != slug:
        yield Problem(
            "duplicate-id",
            places.of_key((key,)),
            f"{{it}} is described in {other.slug}/cohort.md already.",
            f"Keep {key} in one of the two files. Cohorts of one network share it.",
            field=key,
            it=cohort.network,
            stand_in="This network",
        )
    if cohort.drivers or hub is not None:
        drivers = cohort.drivers or (hub.drivers if hub else [])
        where = f"drivers in {'cohort.md' if cohort.drivers else 'network.md'}"
        ids = frozenset(one.id for one in every_driver(drivers))
        yield from _structure(cohort, places, ids, where, sources)


def addresses_twice(network: Network, places: Places, slugs: frozenset[str]) -> Iterator[Problem]:
    """Drivers of the hub whose pages would stand where those of another network are."""
    for path, driver in _driver_paths(network.drivers, ("drivers",)):
        if driver.id in slugs:
            yield Problem(
                "duplicate-id",
                places.of_value((*path, "id")),
                "{it} is also the folder of a cohort with drivers of its own: both would have one address.",
                "Give the driver another id.",
                field=dotted((*path, "id")),
                it=driver.id,
                stand_in="This",
            )


def _structure(
    block: Network | Cohort, places: Places, ids: frozenset[str], where: str, sources: frozenset[str] | None
) -> Iterator[Problem]:
    yield from _twice(list(_driver_paths(block.drivers, ("drivers",))), "driver", places)
    paths: list[tuple[Path, Driver | District]] = [
        (("districts", index), one) for index, one in enumerate(block.districts)
    ]
    yield from _twice(paths, "district", places)
    for index, district in enumerate(block.districts):
        for number, focus in enumerate(district.foci):
            if focus.driver is not None and focus.driver not in ids:
                path: Path = ("districts", index, "foci", number, "driver")
                yield unknown_id(focus.driver, path, sorted(ids), where, places)
    if block.schools and block.schools_source is None:
        yield Problem(
            "missing-key",
            places.of_key(("schools",)),
            "Figures of schools need their source.",
            "Add a line, for example schools_source: ID, with the id of one of the sources.",
            field="schools_source",
        )
    if block.schools_source is not None and sources is not None and block.schools_source not in sources:
        yield unknown_id(block.schools_source, ("schools_source",), sorted(sources), "sources", places)


def _driver_paths(drivers: list[Driver], path: Path) -> Iterator[tuple[Path, Driver]]:
    for index, driver in enumerate(drivers):
        yield (*path, index), driver
        yield from _driver_paths(driver.drivers, (*path, index, "drivers"))


def _twice(
    blocks: "list[tuple[Path, Driver | District]] | list[tuple[Path, Driver]]", what: str, places: Places
) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, block in blocks:
        if block.id in seen:
            yield Problem(
                "duplicate-id",
                places.of_value((*path, "id")),
                f"{{it}} is the id of another {what} already.",
                f"Give each {what} its own id.",
                field=dotted((*path, "id")),
                it=block.id,
                stand_in="This",
            )
        seen.add(block.id)
