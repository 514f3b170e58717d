"""List blocks, filled from what is published already: no withheld or embargoed team can come into one."""

from collections.abc import Iterator
from dataclasses import dataclass

from cyclebook.catalogue import _
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
    """What lists choose from: everything that is published."""

    network: PublishedNetwork

    def driver(self, id: str | None, cohort: str | None) -> tuple[str | None, str] | None:  # noqa: A002
        """(network, name) of a driver: in the network of the cohort, else in the first that has it.

        None where no driver is asked for, or none of this id is published.
        """
        near = sorted(self.network.networks, key=lambda one: cohort not in dict(one.cohorts))
        found = ((one.slug, driver.name) for one in near for driver in one.every_driver if driver.id == id)
        return next(found, None)


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
    home = facts.driver(options.driver, options.cohort)
    chosen = [
        one
        for found in ([cohort] if cohort else [] if options.cohort else cohorts.values())
        for one in found.storyboards
        if one.withheld is None and _chosen(one, options, home[0] if home else None)
    ]
    return StoryboardList(
        _about(options, home[1] if home else options.driver, cohort.title if cohort else None),
        tuple(chosen[: options.limit]),
        len(chosen),
        cohort,
    )


def _ideas(options: IdeasBlock, facts: ListFacts) -> IdeaList:
    home = facts.driver(options.driver, None)
    at, driver = home or (None, options.driver)
    decision = Decision(options.decision.value) if options.decision else None
    chosen = [
        idea
        for idea in facts.network.ideas
        if (driver is None or any((one.at, one.id) == (at, options.driver) for one in idea.drivers))
        and (decision is None or any(one.test.decision is decision for one in idea.tests))
    ]
    about = _("Change ideas for “{driver}”", driver=driver) if driver else _("Change ideas")
    if decision:
        about = _("{list}: {which}", list=about, which=f"{decision.word[0].lower()}{decision.word[1:]}")
    return IdeaList(about, tuple(chosen[: options.limit]), len(chosen))


def _chosen(one: PublishedStoryboard, options: StoryboardsBlock, network: str | None) -> bool:
    """True for a storyboard that a list asks for; `network` is where its driver is described."""
    if options.driver is not None and (one.drivers_at != network or options.driver not in _works_on(one)):
        return False
    return options.status is None or one.goal.status is Status(options.status.value)


def _works_on(one: PublishedStoryboard) -> frozenset[str]:
    """The drivers that a storyboard or one of its tests works on."""
    tested = (test.driver_id for test in one.tests if test.driver_id)
    return frozenset({*(driver.id for driver in one.drivers), *tested})


def _about(options: StoryboardsBlock, driver: str | None, cohort: str | None) -> str:
    """ "Storyboards of Spring 2026 that work on “Morning routines”: goal met"."""
    if cohort and driver is not None:
        told = _("Storyboards of {cohort} that work on “{driver}”", cohort=cohort, driver=driver)
    elif cohort:
        told = _("Storyboards of {cohort}", cohort=cohort)
    elif driver is not None:
        told = _("Storyboards that work on “{driver}”", driver=driver)
    else:
        told = _("Storyboards")
    return _("{list}: {which}", list=told, which=_status_word(options.status)) if options.status else told


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
