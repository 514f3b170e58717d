"""List blocks, filled from what is published already: no withheld or embargoed team can come into one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cyclebook.model.lists import (
    CohortSummaryBlock,
    HubPageFile,
    HubPages,
    IdeasBlock,
    ListBlock,
    ListedStatus,
    RunChartsBlock,
    StoryboardsBlock,
)
from cyclebook.published import (
    CohortSummary,
    Decision,
    HubListing,
    IdeaList,
    Listing,
    PublishedNetwork,
    PublishedStoryboard,
    RunChartList,
    Status,
    StoryboardList,
)


@dataclass(frozen=True, slots=True)
class ListFacts:
    """What lists choose from: the published network, and the names of its own drivers by id."""

    network: PublishedNetwork
    drivers: Mapping[str, str]

    @classmethod
    def of(cls, network: PublishedNetwork) -> "ListFacts":
        """The choice that a published network offers."""
        own = [one for one in network.networks if one.slug is None]
        return cls(network, {driver.id: driver.name for one in own for driver in one.every_driver})


def publish_list(options: ListBlock, facts: ListFacts, number: int) -> Listing:
    """What a block shows; `number` tells the charts of a page apart."""
    if isinstance(options, IdeasBlock):
        return _ideas(options, facts)
    cohorts = {cohort.slug: cohort for cohort in facts.network.cohorts}
    cohort = cohorts.get(options.cohort or "")
    if isinstance(options, CohortSummaryBlock):
        return CohortSummary(cohort)
    if isinstance(options, RunChartsBlock):
        shown = [one for one in cohort.storyboards if one.withheld is None] if cohort else []
        return RunChartList(f"charts-{number}", cohort, tuple(shown[: options.limit]))
    chosen = [
        one
        for found in ([cohort] if cohort else [] if options.cohort else cohorts.values())
        for one in found.storyboards
        if one.withheld is None and _chosen(one, options)
    ]
    return StoryboardList(
        _about(options, facts, cohort.title if cohort else None),
        tuple(chosen[: options.limit]),
        len(chosen),
        cohort,
    )


def _ideas(options: IdeasBlock, facts: ListFacts) -> IdeaList:
    driver = facts.drivers.get(options.driver, options.driver) if options.driver else None
    decision = Decision(options.decision.value) if options.decision else None
    chosen = [
        idea
        for idea in facts.network.ideas
        if (driver is None or driver in idea.drivers)
        and (decision is None or any(one.test.decision is decision for one in idea.tests))
    ]
    told = f"Change ideas for “{driver}”" if driver else "Change ideas"
    about = f"{told}: {decision.word[0].lower()}{decision.word[1:]}" if decision else told
    return IdeaList(about, tuple(chosen[: options.limit]), len(chosen))


def _chosen(one: PublishedStoryboard, options: StoryboardsBlock) -> bool:
    if options.driver is not None and options.driver not in _works_on(one):
        return False
    return options.status is None or one.goal.status is Status(options.status.value)


def _works_on(one: PublishedStoryboard) -> frozenset[str]:
    """The hub's drivers that a storyboard or one of its tests works on; another network has its own."""
    if one.drivers_at is not None:
        return frozenset()
    tested = (test.driver_id for test in one.tests if test.driver_id)
    return frozenset({*(driver.id for driver in one.drivers), *tested})


def _about(options: StoryboardsBlock, facts: ListFacts, cohort: str | None) -> str:
    """ "Storyboards of Spring 2026 that work on “Morning routines”: goal met"."""
    told = f"Storyboards of {cohort}" if cohort else "Storyboards"
    if options.driver is not None:
        told += f" that work on “{facts.drivers.get(options.driver, options.driver)}”"
    return f"{told}: {_status_word(options.status)}" if options.status else told


def _status_word(status: ListedStatus) -> str:
    word = Status(status.value).word
    return word[0].lower() + word[1:]


def publish_hub_lists(pages: HubPages, facts: ListFacts) -> dict[str, tuple[HubListing, ...]]:
    """By page ("about.md"), each of its blocks in order and what it shows."""
    return {page.path.as_posix(): tuple(_of_page(page, facts)) for page in pages.pages}


def _of_page(page: HubPageFile, facts: ListFacts) -> Iterator[HubListing]:
    charts = 0
    for one in page.lists:
        charts += isinstance(one.options, RunChartsBlock)
        shown = publish_list(one.options, facts, charts) if one.options else None
        yield HubListing(one.name, one.written, shown)
