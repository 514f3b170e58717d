"""The figures of an article's exhibits, each drawn from published facts by the figures room.

To add one: a function here and its line below; what it needs, in `reading.article_ground`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from cyclebook.catalogue import _
from cyclebook.figures import (
    Column,
    DataTable,
    Exhibit,
    Multiples,
    before_after,
    compared_groups,
    cycle_timeline,
    dots,
    dumbbell,
    fishbone,
    measures_chart,
    pace_chart,
    run_chart,
    small_multiples,
    stacked_bands,
)
from cyclebook.pages.storyboard_figures import has_pace, kinds_told, measures_family, sources_told
from cyclebook.pages.words import capital, cohort_sentence, goal_words
from cyclebook.published import (
    Band,
    BeforeAfter,
    Cycle,
    ExhibitFacts,
    FigureKind,
    Goal,
    Number,
    PublishedCohort,
    PublishedStoryboard,
    Value,
)
from cyclebook.published.days import span_text


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an author asked for: the exhibit's id on the page, and words that win over computed ones."""

    id: str
    source: str
    named: str | None
    """The source that the author names, if any: it wins over what the facts themselves name."""
    measure: str | None
    headline: str | None
    alt: str | None
    noted: bool
    """True where the author says below the figure how to read it."""


def exhibit_id(name: str) -> str:
    """The id of an exhibit on its page."""
    return f"exhibit-{name}"


def drawn(facts: ExhibitFacts) -> Exhibit | Multiples | None:
    """The exhibit; None where disclosure has left nothing to draw."""
    if facts.absent:
        return None
    asked = _Asked(
        exhibit_id(facts.id),
        _source(facts),
        facts.source.label if facts.source else None,
        facts.measure,
        facts.headline,
        facts.alt,
        bool(facts.note),
    )
    if facts.storyboard is not None:
        draw = _OF_STORYBOARD.get(facts.figure)
        return draw(facts.storyboard, asked) if draw else None
    draw_cohort = _OF_COHORT.get(facts.figure)
    return draw_cohort(facts.cohort, asked) if draw_cohort and facts.cohort else None


def _source(facts: ExhibitFacts) -> str:
    if facts.source:
        return facts.source.label
    known = facts.storyboard.sources if facts.storyboard else facts.cohort.sources if facts.cohort else ()
    by = _("counted by the team") if facts.storyboard else _("counted by the teams")
    return "; ".join(source.label for source in known) or by


def _run_chart(one: PublishedStoryboard, asked: _Asked) -> Exhibit | None:
    series = next((series for series in one.series if series.id == asked.measure), one.outcome)
    if series is None or not series.counted:
        return None
    return run_chart(
        series,
        one.tests,
        id=asked.id,
        subtitle=_subtitle(series.name, one),
        source=asked.source,
        start=one.start,
        who=one.name,
        headline=asked.headline,
        alt=asked.alt,
    )


def _dots(one: PublishedStoryboard, asked: _Asked) -> Exhibit | None:
    goal = one.goal
    if not isinstance(goal.result, Number):
        return None
    target = goal.target if isinstance(goal.target, Number) else None
    drawings = dots(goal.result, target, id=asked.id, unit="students", better=goal.better, alt=asked.alt)
    if drawings is None:
        return None
    rows = [(_("At the start"), goal.baseline), (_("At the end"), goal.result), (_("Goal"), goal.target)]
    measure = capital(goal.measure)
    return Exhibit(
        id=asked.id,
        headline=asked.headline
        or _("{result} {reads}", result=goal.result.text, reads=goal.result_words.rstrip(".")),
        subtitle=f"{_subtitle(None, one)}. {goal_words(goal)} {_('One dot is one student')}",
        drawings=drawings,
        notes=(),
        source=asked.source,
        table=DataTable(
            caption=_("{measure}, {team}", measure=measure, team=one.name),
            columns=(Column(_("When"), numeric=False), Column(measure, numeric=True)),
            rows=tuple((when, value.text) for when, value in rows),
            csv_header=(_("when"), _("{measure} (students)", measure=measure), _("group size")),
            csv_rows=tuple((when, _plain(value), _size(value)) for when, value in rows),
        ),
        alt_title=measure,
        alt_text=asked.alt or "",
    )


def _before_after(one: PublishedStoryboard, asked: _Asked) -> Exhibit | None:
    headline, goal = asked.headline, one.goal
    if asked.measure:
        place = int(asked.measure) - 1
        seen = one.beside[place] if place < len(one.beside) else None
        if seen is None or seen.before is None:
            return None
        nature = None if asked.noted or not seen.nature else f"{capital(seen.nature).rstrip('.')}."
        fact = BeforeAfter(seen.what, seen.before, seen.value, seen.unit, nature)
        subtitle = _subtitle(seen.what, one)
    else:
        fact = BeforeAfter(goal.measure, goal.baseline, goal.result, goal.unit)
        headline = headline or _from_to(goal)
        subtitle = f"{_subtitle(goal.measure, one)}. {goal_words(goal).rstrip('.')}"
    if not any(isinstance(value, Number | Band) for value in (fact.before, fact.after)):
        return None
    return before_after(
        fact, id=asked.id, subtitle=subtitle, source=asked.source, headline=headline, alt=asked.alt
    )


def _from_to(goal: Goal) -> str | None:
    """The change and the goal in one sentence, where all of it is published."""
    if not isinstance(goal.baseline, Number | Band) or not isinstance(goal.result, Number | Band):
        return None
    values = {"baseline": goal.baseline.short, "result": goal.worded(goal.result)}
    if not isinstance(goal.target, Number):
        return _("From {baseline} to {result}", **values)
    return _("From {baseline} to {result}, with a goal of {target}", **values, target=goal.target.short)


def _one_row(one: PublishedStoryboard, asked: _Asked) -> Exhibit | None:
    return dumbbell(
        (one,),
        id=asked.id,
        headline=asked.headline or _from_to(one.goal) or one.title,
        subtitle=_subtitle(one.goal.measure, one),
        source=asked.source,
        alt=asked.alt,
    )


def _all_rows(cohort: PublishedCohort, asked: _Asked) -> Exhibit | None:
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


def _fishbone(one: PublishedStoryboard, asked: _Asked) -> Exhibit | None:
    if one.fishbone is None:
        return None
    return fishbone(
        one.fishbone,
        id=asked.id,
        subtitle=_subtitle(_("Causes that the team thought of"), one),
        source=asked.source,
        headline=asked.headline,
        alt=asked.alt,
    )


def _timeline(cohort: PublishedCohort, asked: _Asked) -> Exhibit | None:
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


def _measures(one: PublishedStoryboard, asked: _Asked) -> Exhibit | None:
    family = measures_family(one)
    if not family:
        return None
    return measures_chart(
        family,
        id=asked.id,
        subtitle=_subtitle(kinds_told(family), one),
        source=asked.named or sources_told(family) or asked.source,
        headline=asked.headline,
        alt=asked.alt,
    )


def _pace(one: PublishedStoryboard, asked: _Asked) -> Exhibit | None:
    paced = [series for series in one.series if has_pace(series) and series.counted]
    series = next((series for series in paced if asked.measure in (None, series.id)), None)
    if series is None:
        return None
    return pace_chart(
        series,
        id=asked.id,
        subtitle=_subtitle(
            _("{measure}: total so far, beside the pace the team set itself", measure=series.name), one
        ),
        source=asked.named or series.source or asked.source,
        start=one.start,
        headline=asked.headline,
        alt=asked.alt,
    )


def _multiples(cohort: PublishedCohort, asked: _Asked) -> Multiples | None:
    many = small_multiples(
        cohort.storyboards,
        id=asked.id,
        order=_("in alphabetical order"),
        source=asked.source,
        headline=asked.headline,
    )
    return many if many.cells else None


def _compared(cohort: PublishedCohort, asked: _Asked) -> Exhibit | None:
    place = int(asked.measure or 1) - 1
    if place >= len(cohort.comparisons):
        return None
    one = cohort.comparisons[place]
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


def _spread(cohort: PublishedCohort, asked: _Asked) -> Exhibit | None:
    place = int(asked.measure or 1) - 1
    if place >= len(cohort.distributions):
        return None
    one = cohort.distributions[place]
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


def _with_note(made: Exhibit, note: str | None) -> Exhibit:
    """The cohort's own caution goes wherever the figure goes."""
    return replace(made, notes=(*made.notes, f"{capital(note).rstrip('.')}.")) if note else made


_OF_STORYBOARD: dict[FigureKind, Callable[[PublishedStoryboard, _Asked], Exhibit | None]] = {
    FigureKind.RUN_CHART: _run_chart,
    FigureKind.DOTS: _dots,
    FigureKind.BEFORE_AFTER: _before_after,
    FigureKind.DUMBBELL: _one_row,
    FigureKind.MEASURES: _measures,
    FigureKind.PACE: _pace,
    FigureKind.FISHBONE: _fishbone,
}
_OF_COHORT: dict[FigureKind, Callable[[PublishedCohort, _Asked], Exhibit | Multiples | None]] = {
    FigureKind.DUMBBELL: _all_rows,
    FigureKind.TIMELINE: _timeline,
    FigureKind.MULTIPLES: _multiples,
    FigureKind.COMPARISON: _compared,
    FigureKind.DISTRIBUTION: _spread,
}
DRAWN = frozenset({*_OF_STORYBOARD, *_OF_COHORT})
"""Every figure that can be drawn."""


def _subtitle(what: str | None, one: PublishedStoryboard) -> str:
    """What, where and when: "Weekly quiz. Columbus Middle School, 5 March to 18 May 2018"."""
    where = ", ".join(part for part in (one.name, span_text(one.start, one.end)) if part)
    return f"{capital(what)}. {where}" if what else where


def _plain(value: Value) -> str:
    return value.plain if isinstance(value, Number) else value.text


def _size(value: Value) -> str:
    return str(value.of) if isinstance(value, Number | Band) and value.of else _("not given")
