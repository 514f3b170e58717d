"""A family of measures, stacked on the same weeks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cyclebook.figures import colours, lettering, phrases
from cyclebook.figures.exhibit import Column, DataTable, Drawing, Exhibit
from cyclebook.figures.marks import Box, Label
from cyclebook.figures.panels.sheet import Sheet
from cyclebook.figures.runchart import missing, words
from cyclebook.figures.runchart.amounts import AmountScale, amount_scale
from cyclebook.figures.runchart.extents import known
from cyclebook.figures.runchart.frame import NARROW, WIDE, Format, Frame
from cyclebook.figures.runchart.weeks import WeekScale, shown, week_scale
from cyclebook.published import Better, Form, Measure, Number, Point, Series
from cyclebook.published.days import day_text

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
    title = _title(series)
    told = alt or _alternative(series)
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
        notes=_notes(series, tuple(dict.fromkeys(unnamed))),
        source=source,
        table=_table(series, weeks),
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
    ticks = max(lettering.width(text, format_.text) for one in scales for _, text in one.ticks)
    sheet = Sheet()
    unnamed: list[str] = []
    top = 0.0
    frame = None
    for one, scale in zip(family.series, scales, strict=True):
        begin = _write_head(sheet, one, format_, top)
        left, right = round(ticks + 9), format_.width - 12
        frame = Frame(format_, family.weeks, scale, left, right, begin, format_.plot_height)
        unnamed += [f"{name} of {one.name}" for name in _plot(sheet, one, frame)]
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
    name = f"{one.kind.value.capitalize()}: {lettering.one_line(one.name)}"
    lower = ", lower is better" if one.better is Better.LOWER else ""
    unit = f"{words.vertical_title(one)}{lower}"
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
    for word in ("Week", "Wk"):
        if lettering.width(word, size) + 7 < labels[0].box.left:
            labels.append(Label(0, base, word, size, colours.INK_2))
            break
    sheet.write(*labels)
    return size + 8


def _title(series: Sequence[Series]) -> str:
    weeks = sorted({point.week for one in series for point in one.points})
    span = f"weeks {weeks[0]} to {weeks[-1]}" if len(weeks) > 1 else f"week {weeks[0]}"
    if len(series) == 1:
        return f"{phrases.capital(lettering.one_line(series[0].name))}, {span}"
    return f"{phrases.capital(phrases.count(len(series), 'measure'))} on the same weeks, {span}"


def _alternative(series: Sequence[Series]) -> str:
    said = [f"{phrases.capital(phrases.count(len(series), 'chart'))} of weekly numbers, one below the other."]
    for one in series:
        said.append(f"{lettering.one_line(one.name)} ({one.kind.value}): {words.headline(one)}.")
        said += words.better_sentences(one)
        said += missing.sentences(missing.missing_runs(one))
    return " ".join(said)


def _notes(series: Sequence[Series], unnamed: Sequence[str]) -> tuple[str, ...]:
    said = []
    if len(series) > 1:
        said.append("Each plot has its own scale.")
    if any(missing.missing_runs(one) for one in series):
        said.append("Pale columns have no number: the data table says why.")
    if any(one.banded for one in series):
        said.append("A box is the range in which the share of a week lies; the exact share is withheld.")
    if unnamed:
        said.append(f"Lines, not all named in the drawing: {phrases.listed(unnamed)}.")
    return tuple(said)


def _table(series: Sequence[Series], weeks: WeekScale) -> DataTable:
    """One row for each week, one column for each measure and one for its goal, where it has one."""
    days = {point.week: point.day for one in series for point in one.points if point.day}
    columns = [Column("Week", numeric=False), *([Column("Date", numeric=False)] if days else [])]
    header = ["week", *(["date"] if days else [])]
    for one in series:
        name = lettering.one_line(one.name)
        columns.append(Column(f"{phrases.capital(name)} ({one.kind.value})", numeric=True))
        unit = "percent" if one.form is Form.PERCENT or one.banded else lettering.one_line(one.unit)
        header += [f"{name} ({unit})", f"{name}: group size"]
        if one.goal:
            columns.append(Column(f"Goal of {name}", numeric=True))
            header.append(f"{name}: goal")
    rows, csv_rows = [], []
    for week in weeks.weeks:
        day = days.get(week)
        cells = [f"{week}", *([day_text(day) if day else "no date"] if days else [])]
        plain = [f"{week}", *([day.isoformat() if day else "no date"] if days else [])]
        for one in series:
            shown_here, written = _cells(one, week)
            cells += shown_here
            plain += written
        rows.append(tuple(cells))
        csv_rows.append(tuple(plain))
    return DataTable(_title(series), tuple(columns), tuple(rows), tuple(header), tuple(csv_rows))


def _cells(one: Series, week: int) -> tuple[list[str], list[str]]:
    """What a week of a measure says to readers, and to programs."""
    point = next((point for point in one.points if point.week == week), None)
    number = known(one).get(week)
    text = point.value.text if point else "no week of this measure"
    exact = number if isinstance(number, Number) and not one.banded else None
    size = f"{number.of}" if number and number.of else "not given"
    shown_here, written = [text], [exact.plain if exact else text, size]
    if one.goal:
        goal = one.goal_at(week)
        shown_here.append(goal.short if goal else "none")
        written.append(goal.plain if goal else "none")
    return shown_here, written
