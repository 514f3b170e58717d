"""Ids that files refer to each other by: which are known, and which lead nowhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cyclebook.model.cohort import Cohort
from cyclebook.model.near_values import did_you_mean
from cyclebook.model.network import Network
from cyclebook.model.networks import OtherNetwork, districts_for, drivers_for, every_driver
from cyclebook.model.privacy import Policies
from cyclebook.model.problem import Problem
from cyclebook.model.source import SourceEntry
from cyclebook.model.storyboard import Storyboard
from cyclebook.reading.places import Path, Places, dotted


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that a storyboard may refer to; None where the file that defines them cannot be read."""

    districts: frozenset[str] | None = None
    priorities: frozenset[str] | None = None
    drivers: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    ideas_with_driver: frozenset[str] = frozenset()
    """The ideas of network.md that work on a driver: a test of one need not name it."""
    districts_in: str = "network.md"
    drivers_in: str = "network.md"
    policies: Policies | None = None
    """What the hub's privacy policy is, for the cohort."""


def known_ids(network: Network | None, cohort: Cohort | None, other: OtherNetwork | None = None) -> Known:
    """What network and cohort define; `other` is the cohort's network, where that is not the hub's."""
    if network is None or cohort is None:
        return Known()
    ours = "network.md"
    theirs = f"{other.slug}/cohort.md" if other else ours
    return Known(
        frozenset(district.id for district in districts_for(network, other)),
        frozenset(priority.id for priority in network.priorities),
        frozenset(driver.id for driver in every_driver(drivers_for(network, other))),
        frozenset(source.id for source in [*network.sources, *cohort.sources]),
        frozenset(idea.id for idea in network.ideas if idea.driver),
        districts_in=theirs if other and other.cohort.districts else ours,
        drivers_in=theirs if other and other.cohort.drivers else ours,
        policies=Policies(network.privacy, cohort.privacy),
    )


def unknown_ids(storyboard: Storyboard, places: Places, known: Known) -> Iterator[Problem]:
    """Every id in a storyboard that nothing defines."""
    used: list[tuple[Path, str, frozenset[str] | None, str]] = []
    if storyboard.district:
        used.append(
            (("district",), storyboard.district, known.districts, f"districts in {known.districts_in}")
        )
    if storyboard.priority:
        used.append((("priority",), storyboard.priority, known.priorities, "priorities in network.md"))
    where = f"drivers in {known.drivers_in}"
    for index, driver in enumerate(storyboard.drivers):
        used.append((("drivers", index), driver, known.drivers, where))
    for index, test in enumerate(storyboard.tests):
        if test.driver:
            used.append((("tests", index, "driver"), test.driver, known.drivers, where))
    where = "sources in network.md or cohort.md"
    if storyboard.entered_from:
        used.append((("entered_from",), storyboard.entered_from, known.sources, where))
    if storyboard.reported:
        used.append((("reported", "source"), storyboard.reported.source, known.sources, where))
    for index, source in enumerate(storyboard.sources):
        if isinstance(source, str) and " " not in source:
            used.append((("sources", index), source, known.sources, where))
    own = {source.id for source in storyboard.sources if isinstance(source, SourceEntry)}
    for path, name, ids, defined in used:
        if ids is not None and name not in ids | own:
            yield unknown_id(name, path, sorted(ids), defined, places)


def driver_problems(
    name: str, path: Path, homes: Mapping[str, Sequence[str | None]], places: Places
) -> Iterator[Problem]:
    """A driver that is named outside of any cohort: nothing defines it, or several networks do."""
    if name not in homes:
        yield unknown_id(name, path, sorted(homes), "drivers in network.md and cohort.md", places)
    elif len(homes[name]) > 1:
        files = " and ".join(f"{slug}/cohort.md" for slug in sorted(filter(None, homes[name])))
        yield Problem(
            "duplicate-id",
            places.of_value(path),
            f"{{it}} is a driver in {files}, so nobody can tell which is meant.",
            "Give one of them another id.",
            field=dotted(path),
            it=name,
            stand_in="This",
        )


def unknown_id(name: str, path: Path, ids: list[str], defined: str, places: Places) -> Problem:
    """An id that nothing defines."""
    near = did_you_mean(name, ids)
    return Problem(
        "unknown-id",
        places.of_value(path),
        f"{{it}} is not among the {defined}.",
        f"Did you mean {near}?" if near else f"Known there: {', '.join(ids) or 'none yet'}",
        field=dotted(path),
        it=name,
        public_hint=f"Use one of the {defined}.",
    )
