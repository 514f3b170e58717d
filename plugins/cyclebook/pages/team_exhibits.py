"""The figures of one team's cycle that an article can show, each drawn from published facts.

To add one: a function here and its line below; what it needs, in `reading.article_ground`.
"""

from collections.abc import Callable

from cyclebook.catalogue import _
from cyclebook.figures import (
    Column,
    DataTable,
    Exhibit,
    before_after,
    dots,
    dumbbell,
    fishbone,
    measures_chart,
    pace_chart,
    run_chart,
)
from cyclebook.pages.asked_exhibit import AskedExhibit
from cyclebook.pages.storyboard_figures import has_pace, kinds_told, measures_family, sources_told
from cyclebook.pages.words import capital, goal_words
from cyclebook.published import (
    Band,
    BeforeAfter,
    FigureKind,
    Goal,
    Number,
    PublishedStoryboard,
    Value,
)
from cyclebook.published.days import span_text


def _run_chart(one: PublishedStoryboard, asked: AskedExhibit) -> Exhibit | None:
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


def _dots(one: PublishedStoryboard, asked: AskedExhibit) -> Exhibit | None:
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


def _before_after(one: PublishedStoryboard, asked: AskedExhibit) -> Exhibit | None:
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


def _one_row(one: PublishedStoryboard, asked: AskedExhibit) -> Exhibit | None:
    return dumbbell(
        (one,),
        id=asked.id,
        headline=asked.headline or _from_to(one.goal) or one.title,
        subtitle=_subtitle(one.goal.measure, one),
        source=asked.source,
        alt=asked.alt,
    )


def _fishbone(one: PublishedStoryboard, asked: AskedExhibit) -> Exhibit | None:
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


def _measures(one: PublishedStoryboard, asked: AskedExhibit) -> Exhibit | None:
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


def _pace(one: PublishedStoryboard, asked: AskedExhibit) -> Exhibit | None:
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


OF_STORYBOARD: dict[FigureKind, Callable[[PublishedStoryboard, AskedExhibit], Exhibit | None]] = {
    FigureKind.RUN_CHART: _run_chart,
    FigureKind.DOTS: _dots,
    FigureKind.BEFORE_AFTER: _before_after,
    FigureKind.DUMBBELL: _one_row,
    FigureKind.MEASURES: _measures,
    FigureKind.PACE: _pace,
    FigureKind.FISHBONE: _fishbone,
}


def _subtitle(what: str | None, one: PublishedStoryboard) -> str:
    """What, where and when: "Weekly quiz. Columbus Middle School, 5 March to 18 May 2018"."""
    where = ", ".join(part for part in (one.name, span_text(one.start, one.end)) if part)
    return f"{capital(what)}. {where}" if what else where


def _plain(value: Value) -> str:
    return value.plain if isinstance(value, Number) else value.text


def _size(value: Value) -> str:
    return str(value.of) if isinstance(value, Number | Band) and value.of else _("not given")
