"""Which figures a cohort has, and in which section each stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cyclebook.catalogue import _
from cyclebook.figures import (
    Exhibit,
    Multiples,
    compared_groups,
    cycle_timeline,
    dumbbell,
    small_multiples,
    stacked_bands,
)
from cyclebook.pages.words import capital, cohort_sentence
from cyclebook.published import (
    Band,
    CohortComparison,
    CohortDistribution,
    Cycle,
    Number,
    PublishedCohort,
    PublishedStoryboard,
)

_FEWEST_MULTIPLES = 2

Draw = Callable[[str], Exhibit | Multiples]
"""Draws a figure under the id that it has on its page."""


@dataclass(frozen=True, slots=True)
class CohortFigures:
    """Figures by the id of their section, "result" at the top; `multiples` is a figure of many drawings."""

    placed: dict[str, list[Exhibit]]
    multiples: Multiples | None


def cohort_figures(cohort: PublishedCohort) -> CohortFigures:
    """All figures of a cohort's page, numbered in the order in which a reader meets them."""
    placed: dict[str, list[Exhibit]] = {}
    multiples = None
    for number, (section, draw) in enumerate(_in_order(cohort), 1):
        drawn = draw(f"figure-{number}")
        if isinstance(drawn, Multiples):
            multiples = drawn
        else:
            placed.setdefault(section, []).append(drawn)
    return CohortFigures(placed, multiples)


def source_of(cohort: PublishedCohort) -> str:
    """What stands under a cohort's figures as their source."""
    return "; ".join(dict.fromkeys(source.label for source in cohort.sources)) or _("counted by the teams")


def _in_order(cohort: PublishedCohort) -> Iterator[tuple[str, Draw]]:
    cycle = _cycle(cohort)
    week = cohort.sponsored.week if cohort.sponsored else None
    if cycle is not None and week is not None:
        yield "sponsors", lambda name: _calendar(cohort, cycle, name, week)
    if len(cohort.storyboards) > 1 and any(_has_result(one) for one in cohort.storyboards):
        yield "result", lambda name: _all_teams(cohort, name)
    if len(_multiples(cohort, "any").cells) >= _FEWEST_MULTIPLES:
        yield "weeks", lambda name: _multiples(cohort, name)
    for comparison in cohort.comparisons:
        yield "comparison", _compared(comparison)
    for spread in cohort.distributions:
        yield "comparison", _spread(spread, source_of(cohort))
    if cycle is not None and week is None:
        yield "people", lambda name: _calendar(cohort, cycle, name)


def _has_result(one: PublishedStoryboard) -> bool:
    return isinstance(one.goal.result, Number | Band) or one.goal.latest is not None


def _all_teams(cohort: PublishedCohort, name: str) -> Exhibit:
    return dumbbell(
        cohort.storyboards,
        id=name,
        headline=cohort_sentence(cohort).rstrip("."),
        subtitle=_(
            "From baseline to result, with the goal. Teams measured different things: "
            "compare each row with its own goal. In alphabetical order."
        ),
        source=source_of(cohort),
    )


def _multiples(cohort: PublishedCohort, name: str) -> Multiples:
    """All run charts on one design."""
    return small_multiples(
        cohort.storyboards, id=name, order=_("in alphabetical order"), source=source_of(cohort)
    )


def _cycle(cohort: PublishedCohort) -> Cycle | None:
    """The calendar, where check-ins are known."""
    if cohort.weeks is None or not cohort.check_ins:
        return None
    return Cycle(cohort.weeks, cohort.start, tuple(week for week in cohort.check_ins if week <= cohort.weeks))


def _calendar(cohort: PublishedCohort, cycle: Cycle, name: str, now: int | None = None) -> Exhibit:
    return cycle_timeline(
        cycle,
        id=name,
        now=now,
        subtitle=_("Launch, weekly meetings, check-ins and retrospective"),
        source=source_of(cohort),
    )


def _compared(one: CohortComparison) -> Draw:
    subtitle = capital(one.comparison.measure)
    return lambda name: compared_groups(one.comparison, id=name, subtitle=subtitle)


def _spread(one: CohortDistribution, otherwise: str) -> Draw:
    subtitle = capital(one.spread.title)
    source = one.source.label if one.source else otherwise
    return lambda name: stacked_bands(one.spread, id=name, subtitle=subtitle, source=source)
