"""The figures of a cohort that an article can show; as `team_exhibits` does for one team."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

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
from cyclebook.pages.asked_exhibit import AskedExhibit
from cyclebook.pages.words import capital, cohort_sentence
from cyclebook.published import (
    Band,
    Cycle,
    FigureKind,
    Number,
    PublishedCohort,
)

_One = TypeVar("_One")


def _all_rows(cohort: PublishedCohort, asked: AskedExhibit) -> Exhibit | None:
    if not cohort.storyboards:
        return None
    return dumbbell(
        cohort.storyboards,
        id=asked.id,
        headline=asked.headline or cohort_sentence(cohort).rstrip("."),
        subtitle=_(
            "{cohort}: from baseline to result, with the goal, each team in its own unit. "
            "In alphabetical order",
            cohort=cohort.title,
        ),
        source=asked.source,
        alt=asked.alt,
    )


def _timeline(cohort: PublishedCohort, asked: AskedExhibit) -> Exhibit | None:
    if not cohort.weeks:
        return None
    check_ins = tuple(sorted({week for week in cohort.check_ins if week <= (cohort.weeks or 0)}))
    return cycle_timeline(
        Cycle(cohort.weeks, cohort.start, check_ins),
        id=asked.id,
        subtitle=", ".join(part for part in (cohort.title, cohort.subtitle) if part),
        source=asked.source,
        headline=asked.headline,
        alt=asked.alt,
    )


def _multiples(cohort: PublishedCohort, asked: AskedExhibit) -> Multiples | None:
    many = small_multiples(
        cohort.storyboards,
        id=asked.id,
        order=_("in alphabetical order"),
        source=asked.source,
        headline=asked.headline,
    )
    return many if many.cells else None


def _compared(cohort: PublishedCohort, asked: AskedExhibit) -> Exhibit | None:
    one = _asked_of(cohort.comparisons, asked)
    if one is None:
        return None
    comparison = one.comparison
    if not any(isinstance(group.result, Number | Band) for group in comparison.groups):
        return None
    made = compared_groups(
        comparison,
        id=asked.id,
        subtitle=f"{capital(comparison.measure)}. {cohort.title}",
        source=asked.named or (comparison.source.label if comparison.source else asked.source),
        headline=asked.headline,
        alt=asked.alt,
    )
    return _with_note(made, one.note)


def _spread(cohort: PublishedCohort, asked: AskedExhibit) -> Exhibit | None:
    one = _asked_of(cohort.distributions, asked)
    if one is None:
        return None
    spread = one.spread
    if not any(isinstance(share, Number | Band) for row in spread.groups for share in row.shares):
        return None
    made = stacked_bands(
        spread,
        id=asked.id,
        subtitle=f"{capital(spread.title)}. {cohort.title}",
        source=asked.named or (one.source.label if one.source else asked.source),
        headline=asked.headline,
        alt=asked.alt,
    )
    return _with_note(made, one.note)


def _asked_of(several: Sequence[_One], asked: AskedExhibit) -> _One | None:
    """The one whose number the author gives, counted from 1; the first without a number."""
    place = int(asked.measure or 1) - 1
    return several[place] if place < len(several) else None


def _with_note(made: Exhibit, note: str | None) -> Exhibit:
    """The cohort's own caution goes wherever the figure goes."""
    return replace(made, notes=(*made.notes, f"{capital(note).rstrip('.')}.")) if note else made


OF_COHORT: dict[FigureKind, Callable[[PublishedCohort, AskedExhibit], Exhibit | Multiples | None]] = {
    FigureKind.DUMBBELL: _all_rows,
    FigureKind.TIMELINE: _timeline,
    FigureKind.MULTIPLES: _multiples,
    FigureKind.COMPARISON: _compared,
    FigureKind.DISTRIBUTION: _spread,
}
