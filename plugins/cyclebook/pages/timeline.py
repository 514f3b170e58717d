"""The weeks of a storyboard, one by one: number, bar, reflection, tests that were running."""

from dataclasses import dataclass

from markupsafe import Markup

from cyclebook.catalogue import _
from cyclebook.pages.prose import Prose
from cyclebook.published import Band, Form, Number, Series, WeekEntry
from cyclebook.published.days import short_day


@dataclass(frozen=True, slots=True)
class WeekBar:
    """The bar of a week: lengths on a scale of 100, and where the goal's tick is."""

    length: float
    goal: float | None


@dataclass(frozen=True, slots=True)
class WeekView:
    """A week of the timeline, ready for its template."""

    entry: WeekEntry
    when: str | None
    big: str | None
    small: str
    bar: WeekBar | None
    prose: Markup | None


def week_view(entry: WeekEntry, series: Series | None, prose: Prose) -> WeekView:
    """One week; a bar only for the count of a known group."""
    value = entry.value
    big, small, bar = None, value.text, None
    if isinstance(value, Band):
        big, small = value.short, _of(value.of) if value.of else ""
    if isinstance(value, Number):
        big = value.short
        unit = series.unit if series and value.form is Form.PLAIN else ""
        small = _of(value.of) if value.form is Form.COUNT and value.of else unit.strip()
        if value.form is Form.COUNT and value.of:
            goal = float(entry.goal.value * 100 / value.of) if entry.goal else None
            bar = WeekBar(
                round(float(value.value * 100 / value.of), 2), round(goal, 2) if goal is not None else None
            )
    return WeekView(
        entry,
        short_day(entry.day) if entry.day else None,
        big,
        small,
        bar,
        prose.html(entry.prose) if entry.prose else None,
    )


def _of(group: int) -> str:
    """How many a count or a share is of; it stands after the number."""
    return _("of {group}", group=f"{group:,}")
