"""Everything a site may show, published in one go."""

from dataclasses import replace
from datetime import date

from cyclebook.catalogue import in_terms
from cyclebook.disclosure.cohorts import publish_cohort, publish_reported
from cyclebook.disclosure.drivers import publish_drivers
from cyclebook.disclosure.ideas import publish_ideas, untested_ideas
from cyclebook.disclosure.policies import of_measures
from cyclebook.disclosure.sources import publish_source
from cyclebook.disclosure.terms import publish_terms
from cyclebook.model.network import Library, Network
from cyclebook.model.networks import networks_of
from cyclebook.model.privacy import SMALLEST_GROUP
from cyclebook.published import (
    Policy,
    PublishedCohort,
    PublishedNetwork,
    PublishedPriority,
)


def publish(library: Library, network: Network, as_of: date) -> PublishedNetwork:
    """The network and its cohorts, newest first, as of a day."""
    terms = publish_terms(network.terms)
    with in_terms(terms):
        return replace(_published(library, network, as_of), terms=terms)


def _published(library: Library, network: Network, as_of: date) -> PublishedNetwork:
    others = networks_of(library.cohorts)
    published = (
        publish_cohort(folder, network, as_of, others.get(folder.cohort.network or ""))
        for folder in library.cohorts
    )
    cohorts = sorted((one for one in published if one is not None), key=_newest_first, reverse=True)
    networks = publish_drivers(library, network, cohorts, as_of)
    ideas = publish_ideas(network.ideas, cohorts, networks)
    sources = {one.id: publish_source(one) for one in network.sources}
    approved = network.privacy.approved
    return PublishedNetwork(
        title=network.title,
        aim=network.aim.statement if network.aim else None,
        aim_by=network.aim.by if network.aim else None,
        about=network.about,
        priorities=tuple(PublishedPriority(one.id, one.name, one.target) for one in network.priorities),
        policy=Policy(
            network.privacy.policy.value,
            SMALLEST_GROUP,
            approved.by if approved else None,
            approved.because if approved else None,
        ),
        reported=publish_reported(network.reported, sources),
        notes=tuple(network.notes),
        sources=tuple(sources.values()),
        cohorts=tuple(cohorts),
        as_of=as_of,
        policies=tuple(of_measures(network.privacy)),
        networks=networks,
        ideas=ideas,
        untested=untested_ideas(network.ideas, ideas, networks),
    )


def _newest_first(cohort: PublishedCohort) -> tuple[bool, str, str]:
    """Real cohorts before invented ones, by the latest day known of each."""
    days = [cohort.start, *(day for one in cohort.storyboards for day in (one.start, one.end))]
    known = [day.isoformat() for day in days if day is not None]
    return (not cohort.illustrative, max(known, default=cohort.slug), cohort.slug)
