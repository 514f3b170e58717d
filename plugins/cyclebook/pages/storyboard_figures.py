"""Which figures a storyboard has, and in which section each stands."""

from collections.abc import Callable, Iterator

from cyclebook.catalogue import _
from cyclebook.figures import (
    Exhibit,
    before_after,
    compared_groups,
    dumbbell,
    fishbone,
    measures_chart,
    pace_chart,
    run_chart,
)
from cyclebook.figures.phrases import listed
from cyclebook.pages.words import capital, kind_word, source_line
from cyclebook.published import (
    Band,
    BeforeAfter,
    CohortComparison,
    FollowUp,
    Form,
    Number,
    PublishedStoryboard,
    Series,
)
from cyclebook.published.days import span_text

Draw = Callable[[str], Exhibit]
"""Draws a figure under the id that it has on its page."""


def storyboard_figures(one: PublishedStoryboard) -> dict[str, list[Exhibit]]:
    """Figures by the id of their section, numbered through the page; "result" stands at the top."""
    placed: dict[str, list[Exhibit]] = {}
    for number, (section, draw) in enumerate(_in_order(one), 1):
        placed.setdefault(section, []).append(draw(f"figure-{number}"))
    return placed


def _in_order(one: PublishedStoryboard) -> Iterator[tuple[str, Draw]]:
    outcome = one.outcome
    if outcome is not None:
        yield "result", lambda name: _weeks(one, outcome, name)
    elif _worth_a_bar(one):
        yield "result", lambda name: _bar(one, name)
    diagram = one.fishbone
    if diagram is not None:
        yield (
            "root-cause",
            lambda name: fishbone(
                diagram,
                id=name,
                subtitle=_("Causes that the team thought of, by kind"),
                source=source_line(one),
            ),
        )
    family = measures_family(one)
    if family:
        yield (
            "measures",
            lambda name: measures_chart(
                family, id=name, subtitle=kinds_told(family), source=sources_told(family) or source_line(one)
            ),
        )
    for series in other_measures(one):
        if has_pace(series):
            yield "measures", lambda name, series=series: _pace(one, series, name)  # type: ignore[misc]
    compared = one.comparison
    if compared is not None:
        yield "comparison", lambda name: _compared(compared, name)
    for item in one.beside:
        if _was_counted(item):
            yield "beside", lambda name, item=item: _before_after(one, item, name)  # type: ignore[misc]


def other_measures(one: PublishedStoryboard) -> list[Series]:
    """The measures beside the outcome that have a counted week."""
    return [series for series in one.series if series is not one.outcome and series.counted]


def measures_family(one: PublishedStoryboard) -> tuple[Series, ...]:
    """Of the measures beside the outcome, those that share a figure: the others have a pace and their own."""
    return tuple(series for series in other_measures(one) if not has_pace(series))


def has_pace(series: Series) -> bool:
    """True where a total so far can be drawn beside the pace it was to keep."""
    return series.cumulative and bool(series.pace) and not series.banded


def _worth_a_bar(one: PublishedStoryboard) -> bool:
    """Baseline and result, where dots do not show them already."""
    goal = one.goal
    dotted = isinstance(goal.result, Number) and goal.result.form is Form.COUNT
    return isinstance(goal.result, Number | Band) and isinstance(goal.baseline, Number | Band) and not dotted


def _weeks(one: PublishedStoryboard, series: Series, name: str) -> Exhibit:
    what = series.name
    if series.among:
        what = _("{measure}, among {group}", measure=series.name, group=series.among)
    elif series.of:
        what = _("{measure}, of {group}", measure=series.name, group=f"{series.of:,}")
    subtitle = f"{what}. {one.school}" if one.school else what
    dates = span_text(one.start, one.end)
    return run_chart(
        series,
        one.tests,
        id=name,
        subtitle=f"{subtitle}, {dates}" if dates else subtitle,
        source=series.source or source_line(one),
        start=one.start,
    )


def _bar(one: PublishedStoryboard, name: str) -> Exhibit:
    goal = one.goal
    values = {"baseline": goal.worded(goal.baseline), "result": goal.worded(goal.result)}
    headline = _("From {baseline} to {result}", **values)
    if isinstance(goal.target, Number):
        headline = _(
            "From {baseline} to {result}, with a goal of {target}", **values, target=goal.worded(goal.target)
        )
    who = f"{one.name}. " if one.school else ""
    return dumbbell(
        (one,),
        id=name,
        headline=headline,
        subtitle=f"{who}{capital(goal.measure)}",
        source=source_line(one),
    )


def kinds_told(family: tuple[Series, ...]) -> str:
    """ "Process and balancing measures on the same weeks"."""
    kinds = list(dict.fromkeys(kind_word(series.kind) for series in family))
    return capital(_("{kinds} measures on the same weeks", kinds=listed(kinds)))


def sources_told(family: tuple[Series, ...]) -> str:
    """Where measures come from, each source once."""
    return "; ".join(dict.fromkeys(series.source for series in family if series.source))


def _pace(one: PublishedStoryboard, series: Series, name: str) -> Exhibit:
    return pace_chart(
        series,
        id=name,
        subtitle=_("{measure}: total so far, beside the pace the team set itself", measure=series.name),
        source=series.source or source_line(one),
        start=one.start,
    )


def _compared(compared: CohortComparison, name: str) -> Exhibit:
    return compared_groups(compared.comparison, id=name, subtitle=capital(compared.comparison.measure))


def _was_counted(item: FollowUp) -> bool:
    """Two counts before and after, not an estimate."""
    return (
        isinstance(item.before, Number)
        and isinstance(item.value, Number)
        and item.value.form is not Form.PERCENT
        and (item.nature is None or "extrapolat" not in item.nature)
    )


def _before_after(one: PublishedStoryboard, item: FollowUp, name: str) -> Exhibit:
    fact = BeforeAfter(item.what, item.before or item.value, item.value, item.unit, item.nature)
    return before_after(fact, id=name, subtitle=item.what, source=source_line(one))
