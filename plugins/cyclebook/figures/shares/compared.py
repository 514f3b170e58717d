"""A target group beside comparison groups: how many of each reached the measure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cyclebook.catalogue import _
from cyclebook.figures import colours, lettering, phrases
from cyclebook.figures.exhibit import Drawing, Exhibit
from cyclebook.figures.marks import Label
from cyclebook.figures.round_numbers import round_step
from cyclebook.figures.shares.comparison_words import alternative, headline_of, notes, size_words, table
from cyclebook.figures.shares.looks import OTHER, SOLID, UNCERTAIN
from cyclebook.figures.shares.sheet import NARROW, PERCENT, WIDE, Format, Sheet, Ticks
from cyclebook.published import Absent, Band, ComparedGroup, Comparison, Number, Value

_NAMES = 230.0
_ROW = 56.0
_GAP = 10.0


@dataclass(frozen=True, slots=True)
class _Scale:
    """What bars are long in: percent of a group, or amounts."""

    percent: bool
    highest: float
    ticks: Ticks

    def extent(self, value: Value) -> tuple[float, float] | None:
        """From where to where the end of a bar may lie; None where there is none to draw."""
        if isinstance(value, Band):
            return (float(value.low), float(value.high)) if self.percent else None
        if not isinstance(value, Number) or value.value < 0:
            return None
        amount = value.share if self.percent else value.value
        if amount is None or float(amount) > self.highest:
            return None
        return float(amount), float(amount)


def compared_groups(
    comparison: Comparison,
    *,
    id: str,  # noqa: A002  (the page's word for it)
    subtitle: str,
    source: str | None = None,
    headline: str | None = None,
    alt: str | None = None,
) -> Exhibit:
    """A bar from zero for each of at least one group, the target group first.

    The difference is put in words only between published counts. `source`, `headline`
    and `alt` replace what the comparison itself says.
    """
    groups = comparison.groups
    measure = lettering.one_line(comparison.measure)
    scale = _scale(groups)
    title = _("{measure}, by group", measure=phrases.capital(measure))
    told = alt or alternative(comparison, measure)
    given = comparison.source.label if comparison.source else ""
    return Exhibit(
        id=id,
        headline=headline or headline_of(groups),
        subtitle=subtitle,
        drawings=tuple(_drawn(groups, scale, one, id, title, told) for one in (WIDE, NARROW)),
        notes=notes(
            comparison,
            [
                lettering.one_line(group.name)
                for group in groups
                if isinstance(group.result, Number) and scale.extent(group.result) is None
            ],
        ),
        source=given if source is None else source,
        table=table(groups, measure, title),
        alt_title=title,
        alt_text=told,
    )


def _scale(groups: Sequence[ComparedGroup]) -> _Scale:
    numbers = [group.result for group in groups if isinstance(group.result, Number)]
    percent = any(number.share is not None for number in numbers) or not numbers
    if percent or any(isinstance(group.result, Band) for group in groups):
        return _Scale(percent=True, highest=100, ticks=PERCENT)
    furthest = max(float(number.value) for number in numbers)
    step = round_step(furthest, 4)
    ticks = [
        (step * i, f"{step * i:,.6f}".rstrip("0").rstrip(".")) for i in range(math.ceil(furthest / step) + 1)
    ]
    ticks = ticks if len(ticks) > 1 else [(0.0, "0"), (1.0, "1")]
    return _Scale(percent=False, highest=ticks[-1][0], ticks=ticks)


def _drawn(
    groups: Sequence[ComparedGroup], scale: _Scale, format_: Format, figure: str, title: str, told: str
) -> Drawing:
    widest = max(lettering.width(group.result.text, format_.name, bold=True) for group in groups)
    left, right = 2.0, format_.width - 18
    if format_.wide:
        left = _NAMES + 16
        right = max(format_.width - widest - 14, left + 200)
    sheet = Sheet(format_, left=left, right=right, highest=scale.highest)
    top = 4.0
    for number, group in enumerate(groups):
        _draw_row(sheet, group, scale, top + _ROW * number, first=number == 0)
    bottom = top + _ROW * len(groups) + 2
    height = sheet.scale(scale.ticks, top, bottom) if format_.wide else _plain_scale(sheet, scale, bottom)
    return sheet.finished(height, figure=figure, title=title, told=told)


def _plain_scale(sheet: Sheet, scale: _Scale, bottom: float) -> float:
    """In a narrow drawing lines would cross the names: the numbers of the scale stand alone."""
    return sheet.scale(scale.ticks, bottom - 4, bottom)


def _draw_row(sheet: Sheet, group: ComparedGroup, scale: _Scale, top: float, *, first: bool) -> None:
    format_ = sheet.format
    y = top + (_ROW / 2 if format_.wide else _ROW - format_.bar / 2 - 4)
    extent = scale.extent(group.result)
    end = sheet.left
    if extent is not None:
        low, high = extent
        if low > 0 or low == high:
            end = sheet.bar(0, low, y, SOLID if first else OTHER).right
        if high > low:
            end = sheet.bar(low, high, y, UNCERTAIN).right
    words = group.result.text
    known = not isinstance(group.result, Absent)
    fill = colours.DATA if first and known else colours.INK if known else colours.INK_3
    if format_.wide:
        room = format_.width - end - _GAP
        text = lettering.fitted(words, format_.name, room, bold=known)
        halo = None if known else colours.PAPER
        sheet.write(
            Label(end + _GAP, y + format_.name * 0.35, text, format_.name, fill, bold=known, halo=halo)
        )
        _write_names(sheet, group, y)
        return
    base = y - format_.bar / 2 - 7
    room = format_.width * 0.62
    text = lettering.fitted(words, format_.name, room, bold=known)
    result = Label(format_.width, base, text, format_.name, fill, "end", bold=known)
    name = lettering.fitted(lettering.one_line(group.name), format_.name, result.box.left - 12, bold=True)
    sheet.write(Label(0, base, name, format_.name, colours.INK, bold=True), result)


def _write_names(sheet: Sheet, group: ComparedGroup, y: float) -> None:
    """The name of the group, and its size where the result does not say it."""
    format_ = sheet.format
    name = lettering.fitted(lettering.one_line(group.name), format_.name, _NAMES, bold=True)
    size = size_words(group)
    base = y + format_.name * 0.35 - (9 if size else 0)
    sheet.write(Label(0, base, name, format_.name, colours.INK, bold=True))
    if size:
        sheet.write(Label(0, base + 18, size, format_.text, colours.INK_3))
