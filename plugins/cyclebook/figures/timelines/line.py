"""The line of a cycle with its marks, lying or standing, and the names beside it."""

from collections.abc import Sequence
from dataclasses import replace

from cyclebook.catalogue import _
from cyclebook.figures import colours, lettering
from cyclebook.figures.marks import Box, Disc, Label, Rule
from cyclebook.figures.pen import Mark
from cyclebook.figures.placing import best_place
from cyclebook.figures.sketch import Sketch
from cyclebook.figures.timelines.calendar import end_of, pauses, pieces, stops
from cyclebook.published import Cycle

WIDE, NARROW = 740, 328
_TEXT = 14.0
_EDGE = 12.0
_THICK = 6.0
_DOTS = (2.0, 4.0)
_TIER = 18.0
_TIERS = 5
_LONGEST_NAME = 200.0
_STANDING_WEEKS = 320.0  # the height that a standing line takes, if its weeks are not too many
_WEEK_AT_LEAST, _WEEK_AT_MOST = 22.0, 34.0


def lying(cycle: Cycle, now: int | None) -> Sketch:
    """The line from left to right: names above it, weeks, days and breaks below it."""
    last = end_of(cycle, cycle.weeks)
    xs = [_EDGE + (WIDE - 2 * _EDGE) * at / last for at in range(last + 1)]
    found: list[Label] = []
    unnamed: list[str] = []

    def put(x: float, text: str, first: float, step: float, fill: str, *, bold: bool = False) -> None:
        half = lettering.width(text, _TEXT, bold=bold) / 2
        middle = min(max(x, half), WIDE - half)
        tiers = [
            Label(middle, first + step * tier, text, _TEXT, fill, "middle", bold=bold)
            for tier in range(_TIERS)
        ]
        taken = [Box(one.box.left - 6, one.box.top, one.box.right + 6, one.box.bottom) for one in found]
        placed = best_place(tiers, taken=taken, lines=(), within=Box(-0.5, -200, WIDE + 0.5, 200))
        found.extend([placed] if placed else [])
        unnamed.extend([] if placed else [text])

    current = now if now and now <= cycle.weeks else None
    if current:
        put(
            xs[end_of(cycle, current)],
            _("now: week {week}", week=current),
            27,
            _TIER,
            colours.DATA,
            bold=True,
        )
    for stop in stops(cycle):
        put(xs[stop.at], stop.words, -14, -_TIER, colours.INK)
        if stop.when and stop.week != current:
            put(xs[stop.at], stop.when, 27, _TIER, colours.INK_3)
    for pause in pauses(cycle):
        name = lettering.fitted(pause.name, _TEXT, _LONGEST_NAME)
        put((xs[pause.begin] + xs[pause.end]) / 2, name, 27, _TIER, colours.INK_2)
    top = -min(label.box.top for label in found) + 6
    lowest = max(8.0, *(label.box.bottom for label in found))
    names = [replace(label, y=label.y + top) for label in found]
    return Sketch((*_line(cycle, xs, now, top), *names), (WIDE, round(top + lowest + 4)), tuple(unnamed))


def standing(cycle: Cycle, now: int | None) -> Sketch:
    """The line from top to bottom: on its right the names, with weeks and days after them."""
    last = end_of(cycle, cycle.weeks)
    week = min(max(_STANDING_WEEKS / last, _WEEK_AT_LEAST), _WEEK_AT_MOST)
    ys = [_EDGE + week * at for at in range(last + 1)]
    current = now if now and now <= cycle.weeks else None
    names: list[Label] = []
    for stop in stops(cycle):
        y = ys[stop.at] + _TEXT * 0.35
        names.append(Label(30, y, stop.words, _TEXT, colours.INK, bold=True))
        here = stop.week == current
        when = _("now: week {week}", week=current) if here else stop.when
        if when:
            fill = colours.DATA if here else colours.INK_3
            names.append(Label(names[-1].box.right + 8, y, when, _TEXT, fill, bold=here))
    if current and current not in {stop.week for stop in stops(cycle)}:
        y = ys[end_of(cycle, current)] + _TEXT * 0.35
        names.append(Label(30, y, _("now: week {week}", week=current), _TEXT, colours.DATA, bold=True))
    for pause in pauses(cycle):
        y = (ys[pause.begin] + ys[pause.end]) / 2 + _TEXT * 0.35
        name = lettering.fitted(pause.name, _TEXT, NARROW - 31)
        names.append(Label(30, y, name, _TEXT, colours.INK_2))
    apart = [one for n, one in enumerate(names) if not any(one.box.meets(other.box) for other in names[:n])]
    unnamed = tuple(one.text for one in names if one not in apart)
    return Sketch((*_line(cycle, ys, now, None), *apart), (NARROW, round(ys[-1] + _EDGE)), unnamed)


def _line(cycle: Cycle, places: Sequence[float], now: int | None, height: float | None) -> list[Mark]:
    """The line at `height`, or standing at the left edge: filled as far as it has been gone."""
    across = _EDGE if height is None else height
    reached = places[end_of(cycle, min(max(now, 0), cycle.weeks))] if now is not None else 0.0

    def rule(a: float, b: float, stroke: str, width: float, dash: tuple[float, ...] = ()) -> Rule:
        if height is None:
            return Rule(across, a, across, b, stroke, width, dash)
        return Rule(a, across, b, across, stroke, width, dash)

    marks: list[Mark] = [
        rule(places[pause.begin], places[pause.end], colours.RULE_2, 2, _DOTS) for pause in pauses(cycle)
    ]
    for a, b in pieces(cycle):
        marks.append(rule(places[a], places[b], colours.RULE, _THICK))
        if reached > places[a]:
            marks.append(rule(places[a], min(places[b], reached), colours.DATA, _THICK))
        marks += [rule(places[at] - 0.8, places[at] + 0.8, colours.PAPER, _THICK) for at in range(a + 1, b)]
    for stop in stops(cycle):
        at = places[stop.at]
        x, y = (across, at) if height is None else (at, across)
        over = now is not None and at <= reached
        marks.append(
            Disc(x, y, 6.5, colours.DATA) if over else Disc(x, y, 5.6, colours.PAPER, colours.INK_2, 1.8)
        )
    return marks
