"""A family of measures, stacked on the same weeks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cyclebook.catalogue import _, pgettext
from cyclebook.figures import colours, lettering, phrases
from cyclebook.figures.exhibit import Drawing, Exhibit
from cyclebook.figures.marks import Box, Label
from cyclebook.figures.panels.measures_words import alternative, notes, table, title_of
from cyclebook.figures.panels.sheet import Sheet
from cyclebook.figures.runchart import words
from cyclebook.figures.runchart.amounts import AmountScale, amount_scale
from cyclebook.figures.runchart.frame import NARROW, WIDE, Format, Frame
from cyclebook.figures.runchart.weeks import WeekScale, shown, week_scale
from cyclebook.published import Better, Form, Measure, Point, Series

_WIDE = replace(WIDE, plot_height=92, value=16, point=4)
_NARROW = replace(NARROW, plot_height=84, value=15, point=3.6)
_APART = 24.0
_FEW = 5
_NEAR = 0.1


def measures_chart(
    series: Sequence[Series],
    *,
    id: str,  # noqa: A002  (the page's word for it)
    subtitle: str,
    source: str,
    headline: str | None = None,
    alt: str | None = None,
) -> Exhibit:
    """One plot below the other for each of at least one series, each on its own scale.

    A balancing measure is drawn in ink. `headline` and `alt` replace the computed ones.
    """
    weeks = _shared_weeks(series)
    title = title_of(series)
    told = alt or alternative(series)
    drawings, unnamed = [], []
    for format_ in (_WIDE, _NARROW):
        drawing, missed = _drawn(_Family(tuple(series), weeks, title, told, id), format_)
        drawings.append(drawing)
        unnamed += missed
    return Exhibit(
        id=id,
        headline=headline or title,
        subtitle=subtitle,
        drawings=tuple(drawings),
        notes=notes(series, tuple(dict.fromkeys(unnamed))),
        source=source,
        table=table(series, weeks),
        alt_title=title,
        alt_text=told,
    )


@dataclass(frozen=True, slots=True)
class _Family:
    """What both drawings share."""

    series: tuple[Series, ...]
    weeks: WeekScale
    title: str
    told: str
    figure: str


def _shared_weeks(series: Sequence[Series]) -> WeekScale:
    """Every week of any measure, at its date where all weeks have one."""
    merged: dict[int, Point] = {}
    for point in (point for one in series for point in one.points):
        if point.week not in merged or merged[point.week].day is None:
            merged[point.week] = point
    return week_scale([merged[week] for week in sorted(merged)])


def _drawn(family: _Family, format_: Format) -> tuple[Drawing, list[str]]:
    scales = [_few_ticks(_scale(one), format_) for one in family.series]
    ticks = max(lettering.width(text, format_.text) for one in scales for _at, text in one.ticks)
    sheet = Sheet()
    unnamed: list[str] = []
    top = 0.0
    frame = None
    for one, scale in zip(family.series, scales, strict=True):
        begin = _write_head(sheet, one, format_, top)
        left, right = round(ticks + 9), format_.width - 12
        frame = Frame(format_, family.weeks, scale, left, right, begin, format_.plot_height)
        unnamed += [
            _("{line} of {measure}", line=name, measure=one.name) for name in _plot(sheet, one, frame)
        ]
        top = frame.bottom + _APART
    height = top - _APART + (_write_weeks(sheet, frame) if frame else 0)
    finished = sheet.finished(
        (format_.width, height + 6),
        figure=family.figure,
        variant=format_.variant,
        title=family.title,
        told=family.told,
    )
    return finished, unnamed


def _write_head(sheet: Sheet, one: Series, format_: Format, top: float) -> float:
    """What the plot counts: its kind and name, its unit; where the plot begins."""
    size = format_.text + 1
    name = f"{phrases.capital(one.kind.word)}: {lettering.one_line(one.name)}"
    unit = words.vertical_title(one)
    if one.better is Better.LOWER:
        unit = _("{measure}, lower is better", measure=unit)
    if format_.wide:
        tail = lettering.fitted(unit, format_.text, format_.width * 0.45)
        right = Label(format_.width - 12, top + size, tail, format_.text, colours.INK_3, "end")
        room = right.box.left - 16
        heading = lettering.fitted(name, size, room, bold=True)
        sheet.write(Label(0, top + size, heading, size, colours.INK, bold=True), right)
        return top + size + 8
    lines = lettering.wrapped(name, size, format_.width, bold=True, most=2)
    labels = [
        Label(0, top + size + (size + 3) * number, line, size, colours.INK, bold=True)
        for number, line in enumerate(lines)
    ]
    base = labels[-1].y + format_.text + 5
    tail = lettering.fitted(unit, format_.text, format_.width)
    sheet.write(*labels, Label(0, base, tail, format_.text, colours.INK_3))
    return base + 6


def _plot(sheet: Sheet, one: Series, frame: Frame) -> list[str]:
    """The plot of one measure; the goals it has no room to name."""
    stroke = colours.INK_2 if one.kind is Measure.BALANCING else colours.DATA
    sheet.missing(one, frame)
    sheet.grid(frame, frame.amounts.ticks)
    goals = sheet.goals(one, frame)
    sheet.curve(one, frame, stroke)
    within = Box(frame.left, frame.top - 4, frame.format.width, frame.bottom - 1)
    every = len(one.counted) < _FEW
    sheet.last_number(one, frame, stroke, within)
    unnamed = sheet.name(goals, frame)
    sheet.other_numbers(one, frame, within, every=every)
    return unnamed


def _scale(one: Series) -> AmountScale:
    """The whole group where a tenth of it or more is drawn, so that plots of one group compare."""
    usual = amount_scale(one)
    group = one.of if one.form is Form.COUNT and not one.varying_group and not one.banded else None
    if not group or usual.lowest < 0 or not group * _NEAR <= usual.highest <= group:
        return usual
    half = [(group / 2, f"{group // 2:,}")] if group % 2 == 0 else []
    return AmountScale(0, group, ((0, "0"), *half, (group, f"{group:,}")))


def _few_ticks(scale: AmountScale, format_: Format) -> AmountScale:
    """Lowest, highest, and one between them where it keeps clear of both."""
    ticks = scale.ticks
    middle = ticks[len(ticks) // 2]  # of two ticks, the upper one
    height = (format_.plot_height - 10) / (scale.highest - scale.lowest)
    clear = format_.text * 1.5
    keeps = all(abs(middle[0] - end[0]) * height >= clear for end in (ticks[0], ticks[-1]))
    kept = (ticks[0], middle, ticks[-1]) if keeps else (ticks[0], ticks[-1])
    return replace(scale, ticks=tuple(dict.fromkeys(kept)))


def _write_weeks(sheet: Sheet, frame: Frame) -> float:
    """The numbers of the weeks, once below all plots; the height they take."""
    size = frame.format.text
    base = frame.bottom + size + 6
    numbers = [
        Label(frame.x(week), base, f"{week}", size, colours.INK_2, "middle") for week in frame.weeks.weeks
    ]
    labels = list(shown(numbers))
    for word in (_("Week"), pgettext("short for week", "Wk")):
        if lettering.width(word, size) + 7 < labels[0].box.left:
            labels.append(Label(0, base, word, size, colours.INK_2))
            break
    sheet.write(*labels)
    return size + 8
