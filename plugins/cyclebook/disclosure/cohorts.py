"""A cohort, published: its storyboards and how many of them stand where."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from cyclebook.catalogue import in_terms
from cyclebook.disclosure.comparisons import publish_comparisons, publish_distribution
from cyclebook.disclosure.guard import Guard
from cyclebook.disclosure.policies import of_measures
from cyclebook.disclosure.sources import publish_source
from cyclebook.disclosure.sponsors import sponsors_view
from cyclebook.disclosure.storyboards import Surroundings, embargoed, publish_storyboard, result_of_team
from cyclebook.disclosure.terms import publish_terms
from cyclebook.disclosure.week_reports import week_reports
from cyclebook.model.cohort import Cohort, CohortFolder
from cyclebook.model.network import Network
from cyclebook.model.networks import OtherNetwork, districts_for, drivers_for, every_driver, terms_for
from cyclebook.model.privacy import Policies
from cyclebook.model.source import ReportedFigure
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.published import (
    CohortPriority,
    Cycle,
    PublishedCohort,
    PublishedStoryboard,
    ReportedFact,
    Role,
    Source,
    SponsorsView,
    Status,
    Tally,
)


def publish_cohort(
    folder: CohortFolder, network: Network, as_of: date, other: OtherNetwork | None = None
) -> PublishedCohort | None:
    """The cohort as of a day; None while it is embargoed as a whole.

    `other` is its network, where that is not the hub's. While the file that describes it is
    embargoed, nothing is said of its drivers and districts.
    """
    if embargoed(folder.cohort, as_of):
        return None
    terms = publish_terms(terms_for(network, folder.cohort, other))
    with in_terms(terms):
        return replace(_published(folder, network, as_of, other), terms=terms)


def _published(
    folder: CohortFolder, network: Network, as_of: date, other: OtherNetwork | None
) -> PublishedCohort:
    cohort = folder.cohort
    sources = {one.id: publish_source(one) for one in [*network.sources, *cohort.sources]}
    told = other is None or not embargoed(other.cohort, as_of)
    around = Surroundings(
        folder,
        {one.id: one.name for one in districts_for(network, other)} if told else {},
        {one.id: one.name for one in network.priorities},
        {one.id: one.name for one in every_driver(drivers_for(network, other))} if told else {},
        {one.id: one for one in network.ideas},
        sources,
        Policies(network.privacy, cohort.privacy),
        as_of,
        drivers_at=other.slug if other and other.cohort.drivers else None,
        districts_at=other.slug if other and other.cohort.districts else None,
    )
    guard = Guard(around.policies.usual, public_source=False)
    shown = [file for file in folder.storyboards if not embargoed(file.storyboard, as_of)]
    published = [publish_storyboard(file, around) for file in shown]
    teams = [result_of_team(file, one, around.policies) for file, one in zip(shown, published, strict=True)]
    storyboards = tuple(sorted(published, key=_by_school))
    real = [one for one in storyboards if not one.illustrative]
    invented = bool(storyboards) and not real
    counted = list(storyboards) if invented else real
    said = "teams_taking_part" in cohort.model_fields_set
    everyone = not folder.broken and len(shown) == len(folder.storyboards)
    found = PublishedCohort(
        slug=folder.slug,
        title=cohort.title,
        subtitle=cohort.subtitle,
        network=cohort.network,
        start=cohort.start,
        weeks=cohort.weeks,
        setting=cohort.setting,
        check_ins=tuple(sorted(set(cohort.check_ins))),
        sponsors=tuple(Role(one.role, one.lead) for one in cohort.sponsors),
        coaches=tuple(Role(one.role, one.lead) for one in cohort.coaches),
        taking_part=cohort.teams_taking_part if said else _counted_here(folder, shown, counted),
        selection=cohort.selection,
        complete=everyone and (not said or cohort.teams_taking_part == len(counted)),
        illustrative=cohort.illustrative or invented,
        tally=tally(counted),
        storyboards=storyboards,
        policy=around.policies.usual.value,
        policy_because=_because(cohort),
        policies=tuple(of_measures(cohort.privacy)),
        comparisons=publish_comparisons(cohort.comparisons, sources, guard, teams),
        distributions=tuple(publish_distribution(one, sources, guard) for one in cohort.distributions),
        reported=publish_reported(cohort.reported, sources),
        notes=tuple(cohort.notes),
        sources=_named_sources(storyboards, [publish_source(one) for one in cohort.sources]),
        intro="\n\n".join(section.markdown for section in folder.body) or None,
        priorities=_priorities(network, counted),
        sponsored=_sponsored(cohort, counted, as_of),
    )
    return replace(found, weekly=week_reports(found, as_of))


def _priorities(network: Network, counted: list[PublishedStoryboard]) -> tuple[CohortPriority, ...]:
    """What its teams work on, in the network's order."""
    teams = Counter(one.priority for one in counted)
    return tuple(
        CohortPriority(one.name, one.target, teams[one.name]) for one in network.priorities if teams[one.name]
    )


def _sponsored(cohort: Cohort, counted: list[PublishedStoryboard], as_of: date) -> SponsorsView | None:
    """What sponsors ask, where the calendar of the cycle is known."""
    if cohort.start is None or cohort.weeks is None:
        return None
    check_ins = sorted({week for week in cohort.check_ins if week <= cohort.weeks})
    return sponsors_view(counted, Cycle(cohort.weeks, cohort.start, tuple(check_ins)), as_of)


def _because(cohort: Cohort) -> str | None:
    """Why this cohort has a policy of its own."""
    if cohort.privacy is None:
        return None
    approved = cohort.privacy.approved
    return cohort.privacy.because or (approved.because if approved else None)


def _counted_here(
    folder: CohortFolder, shown: list[StoryboardFile], counted: list[PublishedStoryboard]
) -> int | None:
    """How many teams have a file here; not known while one is embargoed, for the difference would tell."""
    return None if len(shown) < len(folder.storyboards) else len(counted) + len(folder.broken)


def _by_school(one: PublishedStoryboard) -> tuple[str, str, str]:
    return (one.name.casefold(), (one.focus or one.title).casefold(), one.slug)


def publish_reported(
    figures: list[ReportedFigure], sources: Mapping[str, Source]
) -> tuple[ReportedFact, ...]:
    """Figures that a source states, each with that source."""
    return tuple(ReportedFact(one.what, one.value, one.of, sources[one.source]) for one in figures)


def tally(storyboards: list[PublishedStoryboard]) -> Tally:
    """Counts of teams by status. Every team given is in the total."""
    stands = Counter(one.goal.status for one in storyboards)
    return Tally(
        total=len(storyboards),
        met=stands[Status.MET],
        not_met=stands[Status.NOT_MET],
        reported_met=stands[Status.REPORTED_MET],
        reported_not_met=stands[Status.REPORTED_NOT_MET],
        not_yet=stands[Status.NOT_YET],
        not_reported=stands[Status.NOT_REPORTED],
        withdrawn=stands[Status.WITHDRAWN],
        withheld=stands[Status.WITHHELD],
        revised=sum(one.goal.revised for one in storyboards),
    )


def _named_sources(storyboards: tuple[PublishedStoryboard, ...], own: list[Source]) -> tuple[Source, ...]:
    """The cohort's own sources and those its storyboards name, each once, in order."""
    entered = [source for one in storyboards if one.entered_from_source for source in one.sources]
    return tuple(dict.fromkeys([*own, *entered]))
