"""Progress of a cumulative measure against its pace line, from zero at the launch."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from cyclebook.catalogue import _
from cyclebook.figures import colours, lettering, phrases
from cyclebook.figures.exhibit import Drawing, Exhibit
from cyclebook.figures.marks import Anchor, Box, Label, Rule
from cyclebook.figures.panels.pace_words import alternative, expected, headline_of, notes, steps, table
from cyclebook.figures.panels.sheet import Sheet
from cyclebook.figures.placing import Obstacle
from cyclebook.figures.runchart import words
from cyclebook.figures.runchart.amounts import amount_scale
from cyclebook.figures.runchart.frame import NARROW, WIDE, Format, Frame
from cyclebook.figures.runchart.weeks import shown, week_scale
from cyclebook.published import GoalStep, Number, Point, Series

_DASHES = (7.0, 4.0)


def pace_chart(
    series: Series,
    *,
    id: str,  # noqa: A002  (the page's word for it)
    subtitle: str,
    source: str,
    start: date | None = None,
    headline: str | None = None,
    alt: str | None = None,
) -> Exhibit:
    """The total of each week of a cumulative series beside the line through `series.pace`.

    `start` is the day of the launch; without it the launch stands a week before week 1.
    `headline` and `alt` replace the computed ones. Raises ValueError for a series of bands
    or without points: a total is no share.
    """
    if series.banded or not series.points:
        raise ValueError(f"{series.name}: a total so far is no share of a group.")
    title = _("{measure}, total so far", measure=phrases.capital(lettering.one_line(series.name)))
    told = alt or alternative(series)
    launched = _with_launch(series, start)
    return Exhibit(
        id=id,
        headline=headline or headline_of(series),
        subtitle=subtitle,
        drawings=tuple(_drawn(launched, format_, id, title, told) for format_ in (WIDE, NARROW)),
        notes=notes(series),
        source=source,
        table=table(series),
        alt_title=title,
        alt_text=told,
    )


def _with_launch(series: Series, start: date | None) -> Series:
    """The series with the launch as week 0, at zero, and a place for every week of the pace."""
    first = series.points[0]
    day = None
    if first.day:
        day = start if start and start < first.day else first.day - timedelta(days=7 * max(first.week, 1))
    launch = Point(0, Number(Decimal(0), series.form), day)
    return replace(series, points=(launch, *(point for point in series.points if point.week > 0)))


def _drawn(series: Series, format_: Format, figure: str, title: str, told: str) -> Drawing:
    amount = amount_scale(replace(series, of=None, goal=_top_of_pace(series), baseline=None, median=None))
    tick_width = max(lettering.width(text, format_.text) for _at, text in amount.ticks)
    left = round(max(tick_width + 10, lettering.width(_("Launch"), format_.text) / 2 - 6))
    size = format_.text
    top = size + 16
    frame = Frame(
        format_, week_scale(series.points), amount, left, format_.width - 26, top, format_.plot_height
    )
    sheet = Sheet()
    direction = words.direction(series)
    heading = lettering.fitted(words.vertical_title(series), size, format_.width - 90, bold=True)
    sheet.write(Label(0, size, heading, size, colours.INK_2, bold=True))
    if direction:
        sheet.write(Label(sheet.taken[0].right + size * 0.7, size, direction, size, colours.INK_3))
    sheet.missing(series, frame)
    sheet.grid(frame, amount.ticks)
    base = _write_weeks(sheet, frame)
    pace = _pace_rules(series, frame)
    sheet.data["lines"] += [rule.datum() for rule in pace]
    sheet.curve(series, frame, colours.DATA)
    sheet.lines += [Obstacle(rule, 3.0) for rule in pace]
    named = replace(series, points=series.points[1:])
    within = Box(frame.left, frame.top - 6, format_.width, frame.bottom - 1)
    sheet.last_number(named, frame, colours.DATA, within)
    _name_pace(sheet, series, frame, pace)
    sheet.other_numbers(named, frame, within, every=format_.wide)
    size_of_paper = (format_.width, base + 8)
    return sheet.finished(size_of_paper, figure=figure, variant=format_.variant, title=title, told=told)


def _top_of_pace(series: Series) -> tuple[GoalStep, ...]:
    """The highest place of the pace line within the weeks of the chart, as a level that the scale holds."""
    last = series.points[-1].week
    within = [step.value.value for step in steps(series) if step.week <= last]
    end = expected(series, last)
    heights = within if end is None else [*within, end]
    return (GoalStep(0, Number(max(heights), series.form)),) if heights else ()


def _pace_rules(series: Series, frame: Frame) -> list[Rule]:
    """The pace line in straight pieces, as far as the weeks of the chart go."""
    last = frame.weeks.weeks[-1]
    weeks = [0, *(step.week for step in steps(series) if step.week < last), last]
    heights = [(week, expected(series, week)) for week in weeks]
    places = [(_x(frame, week), frame.y(float(amount))) for week, amount in heights if amount is not None]
    return [Rule(*a, *b, colours.MARK, 2, _DASHES) for a, b in pairwise(places) if a[0] < b[0]]


def _x(frame: Frame, week: int) -> float:
    """Where a week stands; one that the series does not have, between its neighbours."""
    weeks = frame.weeks.weeks
    if week in weeks:
        return frame.x(week)
    before = max(one for one in weeks if one < week)
    after = min(one for one in weeks if one > week)
    part = (week - before) / (after - before)
    return frame.x(before) + (frame.x(after) - frame.x(before)) * part


def _name_pace(sheet: Sheet, series: Series, frame: Frame, pace: list[Rule]) -> None:
    """The steps of the pace by name, the last one first."""
    size = frame.format.text
    within = Box(frame.left, frame.top - 6, frame.format.width, frame.bottom - 1)
    for step in reversed(steps(series)):
        if step.week > frame.weeks.weeks[-1] or not pace:
            continue
        x, y = _x(frame, step.week), frame.y(float(step.value.value))
        text = _("Pace {number}", number=step.value.short)
        spots: list[tuple[float, float, Anchor]] = [
            (x + 4, y - 7, "end"),
            (x - 4, y + size + 5, "start"),
            (x - 9, y - 4, "end"),
            (x, y + size + 8, "middle"),
        ]
        names = [
            Label(a, b, text, size, colours.MARK, anchor, bold=True, halo=colours.PAPER)
            for a, b, anchor in spots
        ]
        sheet.place(iter(names), within)


def _write_weeks(sheet: Sheet, frame: Frame) -> float:
    """ "Launch" and the numbers of the weeks; their base line."""
    size = frame.format.text
    base = frame.bottom + size + 6
    names = [_("Launch") if week == 0 else f"{week}" for week in frame.weeks.weeks]
    # Where the weeks stand close, half of the first name would reach beyond the paper.
    labels = [
        Label(
            max(frame.x(week), lettering.width(name, size) / 2 + 0.1),
            base,
            name,
            size,
            colours.INK_2,
            "middle",
        )
        for week, name in zip(frame.weeks.weeks, names, strict=True)
    ]
    sheet.write(*shown(labels))
    return base
