"""All pages of a site, each in the words of its network."""

from collections.abc import Iterator

from cyclebook.building.guide import guide_pages
from cyclebook.building.kept_pages import KeptPage
from cyclebook.building.meetings import meeting_pages
from cyclebook.building.weekly_outputs import WeeklyOutputs
from cyclebook.catalogue import Terms, in_terms
from cyclebook.disclosure import (
    publish_articles,
)
from cyclebook.model.article import Shelf
from cyclebook.model.network import Library
from cyclebook.pages import (
    Page,
    about_page,
    article_page,
    cohort_page,
    cohorts_page,
    driver_page,
    drivers_page,
    home_page,
    idea_lists,
    idea_page,
    ideas_page,
    network_page,
    numbers_page,
    shelf_page,
    storyboard_page,
    with_kept,
)
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import has_structure, idea_address, neighbours
from cyclebook.published import (
    DriverNetwork,
    PublishedCohort,
    PublishedConvening,
    PublishedNetwork,
)


def every_page(
    library: Library,
    shelf: Shelf,
    network: PublishedNetwork,
    convenings: tuple[PublishedConvening, ...],
    frame: Frame,
    kept: tuple[KeptPage, ...],
) -> Iterator[Page]:
    """Every page that is made of this release: the hub's own, articles, networks, cohorts, storyboards."""
    articles = publish_articles(shelf.articles, library, network, frame.as_of)
    ideas = {idea.key: idea_address(idea) for idea in network.ideas}
    weekly = WeeklyOutputs(network, ideas, frame)
    yield weekly.with_feeds(home_page(network, frame, articles, convenings))
    for kind in dict.fromkeys(article.kind for article in articles):
        yield shelf_page(kind, tuple(article for article in articles if article.kind is kind), frame)
    for article in articles:
        yield article_page(article, network, frame)
    yield from meeting_pages(convenings, frame)
    yield about_page(network, frame)
    yield numbers_page(frame)
    yield weekly.with_feeds(cohorts_page(network, frame))
    every = {(one.cohort_slug, one.slug): one for cohort in network.cohorts for one in cohort.storyboards}
    yield from guide_pages(frame)
    yield ideas_page(network, frame)
    yield from idea_lists(network, frame)
    for idea in network.ideas:
        yield idea_page(idea, ideas, frame)
    yield from _network_pages(network, frame)
    for cohort in network.cohorts:
        with in_terms(cohort.terms):
            page = cohort_page(cohort, frame, _network_of(cohort, network))
            of_cohort = [(one.page, one.since) for one in kept if one.cohort == cohort.slug]
            yield weekly.with_feeds(with_kept(page, of_cohort), cohort)
            yield from weekly.weeks(cohort)
            for storyboard in cohort.storyboards:
                previous, following = neighbours(storyboard, cohort)
                before = every.get(storyboard.continues) if storyboard.continues else None
                yield storyboard_page(
                    storyboard,
                    frame,
                    previous=previous,
                    following=following,
                    before=before,
                    ideas=ideas,
                    meetings=tuple(one for one in convenings if one.shows(storyboard)),
                )


def _network_pages(network: PublishedNetwork, frame: Frame) -> Iterator[Page]:
    """Drivers, districts and calendars, as far as the networks have any."""
    if any(has_structure(one) for one in network.networks):
        yield network_page(network.networks, frame)
    drivers = any(one.drivers for one in network.networks)
    for one in network.networks:
        with in_terms(_terms_of(one, network)):
            if one.drivers or (drivers and one.slug is None):
                yield drivers_page(one, network.networks, frame)
            yield from (driver_page(driver, one, frame) for driver in one.every_driver)


def _terms_of(one: DriverNetwork, network: PublishedNetwork) -> Terms:
    """The words of a network: the hub's, or those of the cohorts that belong to another one."""
    if one.slug is None:
        return network.terms
    return next((cohort.terms for cohort in network.cohorts if cohort.slug == one.slug), Terms())


def _network_of(cohort: PublishedCohort, network: PublishedNetwork) -> DriverNetwork | None:
    """The network that lists this cohort among its own."""
    return next((one for one in network.networks if cohort.slug in dict(one.cohorts)), None)
