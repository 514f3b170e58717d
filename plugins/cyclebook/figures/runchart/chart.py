"""The annotated run chart of one measure, wide and narrow."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cyclebook.catalogue import _, pgettext
from cyclebook.figures import colours, design, lettering, phrases
from cyclebook.figures.drawing import drawing
from cyclebook.figures.exhibit import Drawing, Exhibit
from cyclebook.figures.marks import Bar, Label, Rule, data
from cyclebook.figures.runchart import changes, labels, lines, missing, values, words
from cyclebook.figures.runchart.amounts import amount_scale
from cyclebook.figures.runchart.frame import HEADROOM, NARROW, WIDE, Format, Frame
from cyclebook.figures.runchart.table import data_table
from cyclebook.figures.runchart.weeks import shown as shown_weeks
from cyclebook.figures.runchart.weeks import week_scale
from cyclebook.published import Series, Test

_EDGE = 10.0  # free room right of a plot without a margin
_TICK_GAP = 8.0
_SPARSE = 0.8  # a chart of few numbers is lower


def run_chart(
    series: Series,
    tests: Sequence[Test] = (),
    *,
    id: str,  # noqa: A002  (the page's word for it)
    subtitle: str,
    source: str,
    start: date | None = None,
    who: str | None = None,
    headline: str | None = None,
    alt: str | None = None,
) -> Exhibit:
    """The run chart of a series with at least one point, and the tests that ran meanwhile.

    `start` dates week 1 where the points have no dates; `who` is the team's name
    for the drawing's title; `headline` and `alt` replace the computed ones.
    """
    shown = changes.changes(tests, week_scale(series.points))
    what = ", ".join(lettering.one_line(part) for part in (series.name, who) if part)
    title = _("{measure}, by week", measure=what)
    told = alt or words.alternative(series, shown)
    sheet = _Sheet(series, shown, id, title, told, start)
    (wide, wide_unnamed), (narrow, narrow_unnamed) = _drawn(sheet, WIDE), _drawn(sheet, NARROW)
    return Exhibit(
        id=id,
        headline=headline or words.headline(series),
        subtitle=subtitle,
        drawings=(wide, narrow),
        notes=words.notes(series, shown, tests, tuple(dict.fromkeys(wide_unnamed + narrow_unnamed))),
        source=source,
        table=data_table(series, shown),
        alt_title=title,
        alt_text=told,
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What both drawings of a chart share."""

    series: Series
    shown: tuple[changes.Change, ...]
    figure: str
    title: str
    told: str
    start: date | None


def _drawn(sheet: _Sheet, format_: Format) -> tuple[Drawing, tuple[str, ...]]:
    """A drawing, and the lines that it has no room to name."""
    series = sheet.series
    frame, placed, header = _frame(sheet, format_)
    goals, joints = lines.goal_lines(series, frame)
    others = lines.other_lines(series, frame)
    runs = missing.missing_runs(series)
    discs, letters, drops = changes.letter_marks(placed, frame)
    grid, ticks = _grid(frame)
    axis = _week_axis(sheet, frame)
    bottom = max(label.box.bottom for label in axis)
    bars, bar_labels, bottom = _bars(sheet.shown, frame, bottom)
    around = [*ticks, *header, *axis]
    inside = labels.plot_labels(
        series,
        frame,
        goals=goals,
        others=others,
        runs=runs,
        joints=joints,
        taken=[*(label.box for label in around), *(disc.box for disc in discs)],
    )
    svg = design.rendered(
        design.run_chart(),
        width=format_.width,
        height=round(bottom + 6),
        data={
            "columns": data(missing.columns(runs, frame)),
            "grid": data([*grid, *drops]),
            "lines": data([*(line.rule for line in (*others, *goals)), *joints]),
            "ranges": values.ranges(series, frame),
            "path": values.path(series, frame),
            "points": values.points(series, frame),
            "bars": data(bars),
            "discs": data(discs),
            "texts": data([*around, *inside, *letters, *bar_labels]),
        },
        parameters={
            "first": frame.weeks.first,
            "last": frame.weeks.last,
            "left": frame.left,
            "right": frame.right,
            "lowest": frame.amounts.lowest,
            "highest": frame.amounts.highest,
            "bottom": frame.bottom,
            "top": frame.top + HEADROOM,
        },
    )
    finished = drawing(
        svg, figure=sheet.figure, variant=format_.variant, title=sheet.title, description=sheet.told
    )
    return finished, labels.unnamed([*goals, *others], inside)


def _frame(sheet: _Sheet, format_: Format) -> tuple[Frame, changes.Letters, list[Label]]:
    """The plot's place on the sheet: what stands left, right and above decides it."""
    amounts = amount_scale(sheet.series)
    tick_width = max(lettering.width(text, format_.text) for _amount, text in amounts.ticks)
    frame = Frame(
        format_,
        week_scale(sheet.series.points),
        amounts,
        left=round(tick_width + _TICK_GAP + 2),
        right=format_.width - _EDGE,
        top=0,
        height=format_.plot_height * (_SPARSE if len(sheet.series.counted) < values.FEW else 1),
    )
    if format_.wide:
        goals, _joints = lines.goal_lines(sheet.series, frame)
        margin = labels.margin_width(goals, lines.other_lines(sheet.series, frame), frame)
        right = min(frame.right, format_.width - margin - labels.MARGIN_GAP - 1) if margin else frame.right
        frame = replace(frame, right=round(right))
    xs = {week: frame.x(week) for week in frame.weeks.weeks}
    placed = changes.letters(sheet.shown, xs, frame.half_week, format_)
    header = _header(sheet.series, format_, format_.text)
    letter_room = changes.letter_height(format_, placed.levels)
    leftmost = min((x - format_.disc for _change, x, _level in placed.places), default=format_.width)
    beside = leftmost > max(label.box.right for label in header) + format_.text
    low = format_.text + 12
    top = max(low, letter_room + 2) if beside else low - 4 + letter_room
    if beside:
        header = _header(sheet.series, format_, top - 12)
    return replace(frame, top=round(top, 1)), placed, header


def _header(series: Series, format_: Format, base: float) -> list[Label]:
    direction = words.direction(series)
    size = format_.text
    room = format_.width - lettering.width(direction, size) - size
    title = lettering.fitted(words.vertical_title(series), size, room, bold=True)
    found = [Label(0, base, title, size, colours.INK_2, bold=True)]
    if direction:
        found.append(Label(found[0].box.right + size * 0.7, base, direction, size, colours.INK_3))
    return found


def _grid(frame: Frame) -> tuple[list[Rule], list[Label]]:
    size = frame.format.text
    grid, ticks = [], []
    for amount, text in frame.amounts.ticks:
        y = frame.y(amount)
        stroke = colours.RULE_2 if amount == 0 else colours.RULE
        grid.append(Rule(frame.left, y, frame.right, y, stroke))
        ticks.append(Label(frame.left - _TICK_GAP, y + size * 0.35, text, size, colours.INK_3, "end"))
    return grid, ticks


def _week_axis(sheet: _Sheet, frame: Frame) -> list[Label]:
    size = frame.format.text
    base = frame.bottom + size + 5
    numbers = [
        Label(frame.x(week), base, str(week), size, colours.INK_2, "middle") for week in frame.weeks.weeks
    ]
    found = list(shown_weeks(numbers))
    for word in (_("Week"), pgettext("short for week", "Wk")):
        if lettering.width(word, size) + 7 < found[0].box.left:
            found.append(Label(0, base, word, size, colours.INK_2))
            break
    return found + _dates(sheet, frame, base + size + 4)


def _dates(sheet: _Sheet, frame: Frame, base: float) -> list[Label]:
    """The date of the first and of the last week, kept inside the drawing and apart."""
    points = sheet.series.points
    first, last = points[0].day, points[-1].day
    if not (first and last):
        begin = sheet.start if points[0].week == 1 else None
        if begin is None:
            return []
        return [_date(_("from {day}", day=phrases.axis_day(begin)), points[0].week, frame, base)]
    ending = _date(phrases.axis_day(last), points[-1].week, frame, base)
    if len(points) == 1:
        return [ending]
    opening = _date(phrases.axis_day(first, year=first.year != last.year), points[0].week, frame, base)
    return [ending] if opening.box.meets(ending.box, _TICK_GAP) else [opening, ending]


def _date(text: str, week: int, frame: Frame, base: float) -> Label:
    half = lettering.width(text, frame.format.text) / 2
    x = min(max(frame.x(week), half), frame.format.width - half)
    return Label(x, base, text, frame.format.text, colours.INK_3, "middle")


def _bars(
    shown: Sequence[changes.Change], frame: Frame, bottom: float
) -> tuple[list[Bar], list[Label], float]:
    """The panel of tests below the weeks, and where the drawing ends."""
    if not shown:
        return [], [], bottom
    size = frame.format.text
    heading = Label(0, bottom + size * 1.9, _("Tests of change"), size, colours.INK_2, bold=True)
    bars, named, end = changes.bar_rows(shown, frame, heading.y + size * 0.7)
    return bars, [heading, *named], end
