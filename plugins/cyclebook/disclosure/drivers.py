"""Drivers and districts with the published teams, tests and foci that belong to them."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from cyclebook.disclosure.sources import publish_source
from cyclebook.disclosure.storyboards import embargoed
from cyclebook.model import drivers as written
from cyclebook.model import schools as figures
from cyclebook.model.cohort import CohortFolder
from cyclebook.model.network import Library, Network
from cyclebook.model.networks import OtherNetwork, every_driver, networks_of
from cyclebook.model.source import SourceEntry
from cyclebook.published import (
    Absence,
    Absent,
    DriverNetwork,
    DriverTest,
    Focus,
    Form,
    LearningEvent,
    Number,
    PublishedCohort,
    PublishedDistrict,
    PublishedDriver,
    PublishedStoryboard,
    SchoolFigures,
    SchoolPoint,
    Strength,
)


def publish_drivers(
    library: Library, network: Network, cohorts: Iterable[PublishedCohort], as_of: date
) -> tuple[DriverNetwork, ...]:
    """The hub's own network, then the others by name. `cohorts` are published, newest first."""
    shown = list(cohorts)
    others = networks_of(library.cohorts)
    folders = {one.slug: one for one in library.cohorts}
    ours = [one for one in shown if one.network not in others]
    return (
        _own(network, library.schools, shown, ours),
        *(
            _other(network, other, folders[other.slug], shown)
            for _, other in sorted(others.items())
            if not embargoed(other.cohort, as_of)
        ),
    )


def _own(
    network: Network,
    schools: figures.SchoolFigures | None,
    shown: list[PublishedCohort],
    ours: list[PublishedCohort],
) -> DriverNetwork:
    foci = _foci(network.districts, network.drivers)
    return DriverNetwork(
        slug=None,
        title=network.title,
        illustrative=bool(ours) and all(one.illustrative for one in ours),
        aim=network.aim.statement if network.aim else None,
        aim_by=network.aim.by if network.aim else None,
        drivers=_tree(network.drivers, _at(shown, None), foci),
        districts=_districts(network.districts, foci, _in_districts(shown, None)),
        events=_events(network.events),
        schools=_schools(schools, network.schools_source, network.sources),
        cohorts=tuple((one.slug, one.title) for one in ours),
        notes=(),
        sources=(),
    )


def _other(
    network: Network, other: OtherNetwork, folder: CohortFolder, shown: list[PublishedCohort]
) -> DriverNetwork:
    cohort = other.cohort
    theirs = [one for one in shown if one.network == other.name]
    foci = _foci(cohort.districts, cohort.drivers or network.drivers)
    return DriverNetwork(
        slug=other.slug,
        title=other.name,
        illustrative=bool(theirs) and all(one.illustrative for one in theirs),
        aim=cohort.aim.statement if cohort.aim else None,
        aim_by=cohort.aim.by if cohort.aim else None,
        drivers=_tree(cohort.drivers, _at(shown, other.slug), foci),
        districts=_districts(cohort.districts, foci, _in_districts(shown, other.slug)),
        events=_events(cohort.events),
        schools=_schools(folder.schools, cohort.schools_source, [*network.sources, *cohort.sources]),
        cohorts=tuple((one.slug, one.title) for one in theirs),
        notes=tuple(cohort.notes),
        sources=tuple(publish_source(one) for one in cohort.sources),
    )


def _shown(cohorts: Iterable[PublishedCohort]) -> Iterator[PublishedStoryboard]:
    """Storyboards of which more than the masthead is published."""
    for cohort in cohorts:
        yield from (one for one in cohort.storyboards if one.withheld is None)


def _at(cohorts: Iterable[PublishedCohort], slug: str | None) -> list[PublishedStoryboard]:
    """Storyboards whose drivers are those of this network."""
    return [one for one in _shown(cohorts) if one.drivers_at == slug]


def _in_districts(cohorts: Iterable[PublishedCohort], slug: str | None) -> list[PublishedStoryboard]:
    """Storyboards whose district is one of this network."""
    return [one for one in _shown(cohorts) if one.district_at == slug]


def _tree(
    drivers: Iterable[written.Driver], storyboards: list[PublishedStoryboard], foci: tuple[Focus, ...]
) -> tuple[PublishedDriver, ...]:
    return tuple(
        PublishedDriver(
            id=one.id,
            name=one.name,
            strength=Strength(one.strength.value) if one.strength else None,
            drivers=_tree(one.drivers, storyboards, foci),
            teams=tuple(team for team in storyboards if _works_on(team, one.id)),
            tests=tuple(
                DriverTest(team, test)
                for team in storyboards
                for test in team.tests
                if test.driver_id == one.id
            ),
            foci=tuple(focus for focus in foci if focus.driver_id == one.id),
        )
        for one in drivers
    )


def _works_on(team: PublishedStoryboard, driver: str) -> bool:
    """True where the team names the driver, or one of its tests does."""
    return driver in {one.id for one in team.drivers} | {test.driver_id for test in team.tests}


def _foci(districts: Iterable[written.District], drivers: Iterable[written.Driver]) -> tuple[Focus, ...]:
    names = {one.id: one.name for one in every_driver(drivers)}
    return tuple(
        Focus(
            district.id,
            district.name,
            focus.what,
            focus.driver,
            names.get(focus.driver or ""),
            in_schools=district.teams != 0,
        )
        for district in districts
        for focus in district.foci
    )


def _districts(
    districts: Iterable[written.District], foci: tuple[Focus, ...], storyboards: list[PublishedStoryboard]
) -> tuple[PublishedDistrict, ...]:
    return tuple(
        PublishedDistrict(
            one.id,
            one.name,
            one.teams,
            "teams" in one.model_fields_set,
            tuple(focus for focus in foci if focus.district_id == one.id),
            one.note,
            tuple(team for team in storyboards if team.district_id == one.id),
        )
        for one in districts
    )


def _events(events: Iterable[written.LearningEvent]) -> tuple[LearningEvent, ...]:
    return tuple(
        LearningEvent(one.what, one.kind, one.sessions, one.length, one.when, one.who, one.note)
        for one in events
    )


def _schools(
    read: figures.SchoolFigures | None, source: str | None, sources: Iterable[SourceEntry]
) -> SchoolFigures | None:
    """Figures of schools: they stand in the source named, so they are published as they are."""
    entry = next((one for one in sources if one.id == source), None)
    if read is None or entry is None:
        return None

    def shown(value: Decimal | None) -> Number | Absent:
        return Absent(Absence.NOT_PUBLISHED) if value is None else Number(value, Form.PLAIN)

    points = tuple(
        SchoolPoint(one.name, one.district, one.level, shown(one.across), shown(one.up), one.participating)
        for one in read.schools
    )
    return SchoolFigures(read.across, read.up, points, publish_source(entry))
