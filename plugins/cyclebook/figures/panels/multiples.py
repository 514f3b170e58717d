"""Every team's weeks, small, on one scale: percent of each team's own group."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cyclebook.catalogue import _, ngettext
from cyclebook.figures import colours, lettering, phrases
from cyclebook.figures.exhibit import DataTable
from cyclebook.figures.marks import Box, Label, Rule
from cyclebook.figures.panels.multiples_words import notes, table
from cyclebook.figures.panels.shares_of_group import in_percent, share_of
from cyclebook.figures.panels.sheet import Sheet
from cyclebook.figures.placing import Obstacle
from cyclebook.figures.runchart import values, words
from cyclebook.figures.runchart.amounts import AmountScale
from cyclebook.figures.runchart.attainment import goal_steps
from cyclebook.figures.runchart.extents import extents, known
from cyclebook.figures.runchart.frame import NARROW, Frame
from cyclebook.figures.runchart.lines import goal_lines
from cyclebook.figures.runchart.weeks import WeekScale
from cyclebook.published import Absence, Absent, Number, PublishedStoryboard, Series, Status

_FORMAT = replace(NARROW, width=156, plot_height=88, text=12, value=14, point=3)
_LEFT, _RIGHT = 2.0, 30.0
_CROSS = 2.6
_DASHES = (5.0, 3.0)


@dataclass(frozen=True, slots=True)
class MultipleCell:
    """One team: its drawing, which is 156 units wide, and the words that stand above it.

    `group` is "of 36", or why there is no size; `cohort` and `slug` name the storyboard.
    """

    svg: str
    name: str
    status: Status
    group: str
    cohort: str
    slug: str
    alt_text: str


@dataclass(frozen=True, slots=True)
class Multiples:
    """Small charts in the order given, for a page to set in a grid, and what belongs to all of them.

    `listed` are the teams without weekly numbers on this scale, with the reason. The
    headline, `scale_note` and `table` are those of one figure.
    """

    id: str
    headline: str
    subtitle: str
    cells: tuple[MultipleCell, ...]
    listed: tuple[tuple[str, str], ...]
    scale_note: str
    notes: tuple[str, ...]
    source: str
    table: DataTable
    alt_title: str
    alt_text: str


def small_multiples(
    storyboards: Sequence[PublishedStoryboard],
    *,
    id: str,  # noqa: A002  (the page's word for it)
    order: str,
    source: str,
    headline: str | None = None,
) -> Multiples:
    """A small run chart for each storyboard whose outcome is a share of its group.

    They stay in the order given, which `order` says in words ("in alphabetical order").
    """
    drawable = [(one, one.outcome) for one in storyboards]
    drawn = [(one, weeks) for one, weeks in drawable if weeks is not None and _whole(weeks)]
    listed = tuple((_name(one), _reason(one, weeks)) for one, weeks in drawable if not _drawable(weeks))
    longest = max((point.week for _storyboard, weeks in drawn for point in weeks.points), default=1)
    cells = tuple(
        _cell(one, weeks, longest, f"{id}-{number}") for number, (one, weeks) in enumerate(drawn, start=1)
    )
    scale_note = _(
        "All charts share one scale, from 0 to 100% of each team’s own group; {order}.", order=order
    )
    begin = ngettext(
        "Small charts of {number} team.",
        "Small charts of {number} teams.",
        len(cells),
        number=phrases.numeral(len(cells)),
    )
    return Multiples(
        id=id,
        headline=headline or _headline(len(cells)),
        subtitle=_("Share of each team’s own group in each week, {order}", order=order),
        cells=cells,
        listed=listed,
        scale_note=scale_note,
        notes=notes([weeks for _storyboard, weeks in drawn]),
        source=source,
        table=table(drawn, longest),
        alt_title=_title(len(cells)),
        alt_text=" ".join([begin, scale_note, *(cell.alt_text for cell in cells)]),
    )


def _headline(teams: int) -> str:
    return phrases.capital(
        ngettext(
            "{number} team, week by week, on one scale",
            "{number} teams, week by week, on one scale",
            teams,
            number=phrases.numeral(teams),
        )
    )


def _title(teams: int) -> str:
    return phrases.capital(
        ngettext(
            "{number} team, week by week",
            "{number} teams, week by week",
            teams,
            number=phrases.numeral(teams),
        )
    )


def _name(one: PublishedStoryboard) -> str:
    return lettering.one_line(one.name)


def _drawable(series: Series | None) -> bool:
    return series is not None and _whole(series)


def _whole(series: Series) -> bool:
    """True where every counted week has a place on a scale of percent."""
    numbers = [value for value in known(series).values() if isinstance(value, Number)]
    return bool(series.counted) and all(share_of(series, number) is not None for number in numbers)


def _reason(one: PublishedStoryboard, series: Series | None) -> str:
    if one.withheld:
        return one.withheld.text
    if series is None or not series.counted:
        return _("no weekly numbers")
    return _("{unit}, not a share of a group: {headline}", unit=series.unit, headline=words.headline(series))


def _cell(one: PublishedStoryboard, series: Series, longest: int, figure: str) -> MultipleCell:
    weeks = WeekScale(tuple((week, float(week)) for week in range(1, longest + 1)), 1.0)
    scale = AmountScale(0, 100, ())
    frame = Frame(_FORMAT, weeks, scale, _LEFT, _FORMAT.width - _RIGHT, 2, _FORMAT.plot_height)
    percents = in_percent(replace(series, points=tuple(p for p in series.points if 1 <= p.week <= longest)))
    told = f"{words.headline(series)}. {one.goal.status.word}."
    sheet = Sheet()
    for at, stroke in ((0, colours.RULE_2), (100, colours.RULE)):
        y = frame.y(at)
        sheet.data["grid"].append(Rule(frame.left, y, frame.right, y, stroke).datum())
    _draw_lines(sheet, series, percents, frame)
    sheet.curve(percents, frame, colours.DATA)
    _write_last(sheet, series, percents, frame)
    _cross_out(sheet, series, frame)
    _write_weeks(sheet, series, frame)
    drawing = sheet.finished(
        (_FORMAT.width, frame.bottom + _FORMAT.text + 8),
        figure=figure,
        variant="one",
        title=_name(one),
        told=told,
    )
    return MultipleCell(
        svg=drawing.svg,
        name=_name(one),
        status=one.goal.status,
        group=_group(series),
        cohort=one.cohort_slug,
        slug=one.slug,
        alt_text=f"{_name(one)}: {told}",
    )


def _group(series: Series) -> str:
    if series.of and not series.varying_group:
        return _("of {group}", group=f"{series.of:,}")
    return _("group varies") if series.varying_group else _("size not published")


def _draw_lines(sheet: Sheet, series: Series, percents: Series, frame: Frame) -> None:
    """Baseline and goal; the goal in force at the end is named in the margin, in the team's own unit."""
    if percents.baseline:
        y = frame.y(float(percents.baseline.value))
        sheet.data["lines"].append(Rule(frame.left, y, frame.right, y, colours.INK_3, 1.2).datum())
    lines, joints = goal_lines(percents, frame)
    rules = [replace(line.rule, width=1.8, dash=_DASHES) for line in lines]
    sheet.data["lines"] += [rule.datum() for rule in (*rules, *joints)]
    sheet.lines += [Obstacle(rule, 3.0) for rule in rules]
    steps = goal_steps(percents)
    if not rules or not steps:
        return
    own = next(step.value for step in series.goal if step.week == steps[-1].week)
    size = _FORMAT.text
    base = min(max(rules[-1].y + size * 0.35, size), frame.bottom)
    text = lettering.fitted(own.short, size, _RIGHT - 4, bold=True)
    sheet.write(Label(frame.right + 3, base, text, size, colours.MARK, bold=True))


def _write_last(sheet: Sheet, series: Series, percents: Series, frame: Frame) -> None:
    """The last number of the team, in its own unit, beside its mark."""
    weeks = list(extents(percents))
    text = known(series)[weeks[-1]].short
    within = Box(3, 3, _FORMAT.width - 3, frame.bottom)
    spots = values.large_places(percents, weeks[-1], frame)
    sheet.place((replace(label, text=text) for label in spots), within)


def _cross_out(sheet: Sheet, series: Series, frame: Frame) -> None:
    """A cross at the foot of each week that has no number and is over."""
    y = frame.bottom - 7
    for point in series.points:
        absent = isinstance(point.value, Absent) and point.value.because is not Absence.NOT_YET
        if absent and point.week in frame.weeks.weeks:
            x = frame.x(point.week)
            sheet.data["lines"] += [
                Rule(x - _CROSS, y - _CROSS, x + _CROSS, y + _CROSS, colours.INK_3, 1.2).datum(),
                Rule(x - _CROSS, y + _CROSS, x + _CROSS, y - _CROSS, colours.INK_3, 1.2).datum(),
            ]


def _write_weeks(sheet: Sheet, series: Series, frame: Frame) -> None:
    """The first week, the last, and the last one counted."""
    size = _FORMAT.text
    base = frame.bottom + size + 3
    weeks = frame.weeks.weeks
    for week in dict.fromkeys((weeks[0], weeks[-1], series.counted[-1].week)):
        half = lettering.width(f"{week}", size) / 2
        x = max(frame.x(week), half)
        label = Label(x, base, f"{week}", size, colours.INK_3, "middle")
        if not any(label.box.meets(other, 3) for other in sheet.taken):
            sheet.write(label)
