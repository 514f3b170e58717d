"""The page of how networks are built: hub, districts and teams, what they work on, and when they meet."""

from collections.abc import Iterator
from dataclasses import dataclass

from cyclebook.catalogue import _
from cyclebook.figures import Exhibit, nested_structure, school_scatter, teams_told
from cyclebook.pages.drivers import source_of
from cyclebook.pages.exhibits import Numbered, exhibit_downloads, numbered
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import (
    HOME,
    NETWORK,
    Page,
    cohort_address,
    district_id,
    driver_address,
    drivers_address,
    has_structure,
    network_id,
    relative,
    storyboard_address,
)
from cyclebook.pages.templates import fill
from cyclebook.published import DriverNetwork, LearningEvent, PublishedDistrict, Status


@dataclass(frozen=True, slots=True)
class TeamItem:
    """A team in its district."""

    name: str
    cohort: str
    link: str
    status: Status
    status_word: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class DistrictView:
    """A district with its teams; `foci` are (what, driver, link)."""

    id: str
    name: str
    told: str
    note: str | None
    teams: tuple[TeamItem, ...]
    foci: tuple[tuple[str, str | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A network's section: what of it there is to show."""

    id: str
    title: str
    about: DriverNetwork
    drivers: str | None
    figures: dict[str, list[Numbered]]
    cohorts: tuple[tuple[str, str], ...]
    districts: tuple[DistrictView, ...]
    foci: bool
    events: tuple[tuple[str, ...], ...]


def network_page(networks: tuple[DriverNetwork, ...], frame: Frame) -> Page:
    """All networks that have districts, events or figures of schools, the hub's own first."""
    views = list(_views(networks))
    figures = [figure for view in views for placed in view.figures.values() for figure in placed]
    html = fill("network.html", views=views, frame=frame.at(NETWORK), home=relative(HOME, NETWORK))
    return Page(
        NETWORK,
        _("Network"),
        _("Hub, districts and teams of {title}, and what they work on.", title=networks[0].title),
        html,
        tuple((view.id, view.title) for view in views),
        tuple(exhibit_downloads(figures)),
    )


def _views(networks: tuple[DriverNetwork, ...]) -> Iterator[NetworkView]:
    number = 0
    for network in networks:
        if not has_structure(network):
            continue
        figures: dict[str, list[Numbered]] = {}
        for section, exhibit in _figures(network, number + 1):
            number += 1
            figures[section] = numbered([exhibit], NETWORK)
        districts = tuple(_district(one, network) for one in network.districts)
        yield NetworkView(
            network_id(network.slug),
            network.title,
            network,
            relative(drivers_address(network.slug), NETWORK) if network.drivers else None,
            figures,
            tuple((title, relative(cohort_address(slug), NETWORK)) for slug, title in network.cohorts),
            districts,
            any(one.foci for one in districts),
            tuple(_event(one) for one in network.events),
        )


def _figures(network: DriverNetwork, first: int) -> Iterator[tuple[str, Exhibit]]:
    if network.districts:
        yield (
            "structure",
            nested_structure(
                network,
                id=f"figure-{first}",
                subtitle=_("The network, its districts and their teams, {title}", title=network.title),
                source=source_of(network),
            ),
        )
        first += 1
    if network.schools:
        subtitle = _(
            "{up} by {across}, {network}",
            up=network.schools.up,
            across=network.schools.across,
            network=network.title,
        )
        drawn = school_scatter(network.schools, id=f"figure-{first}", subtitle=subtitle)
        if drawn is not None:
            yield "schools", drawn


def _district(district: PublishedDistrict, network: DriverNetwork) -> DistrictView:
    return DistrictView(
        district_id(network.slug, district.id),
        district.name,
        teams_told(district, network),
        district.note,
        tuple(
            TeamItem(
                one.name if not one.focus else f"{one.name}, {one.focus}",
                one.cohort_title,
                relative(storyboard_address(one), NETWORK),
                one.goal.status,
                one.goal.status_word,
                one.illustrative and not network.illustrative,
            )
            for one in district.storyboards
        ),
        tuple(
            (
                one.what,
                one.driver,
                relative(driver_address(network.slug, one.driver_id), NETWORK)
                if one.driver_id and network.drivers
                else None,
            )
            for one in district.foci
        ),
    )


def _event(event: LearningEvent) -> tuple[str, ...]:
    """What, how, sessions, length, when, who, note."""
    return (
        event.what,
        event.kind or _("not given"),
        str(event.sessions) if event.sessions else _("not given"),
        event.length or _("not given"),
        event.when or _("not given"),
        event.who or _("not given"),
        event.note or "",
    )
