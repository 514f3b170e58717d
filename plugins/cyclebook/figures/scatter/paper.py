"""The paper of the scatter: its formats, its two scales, and the marks on it."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cyclebook.catalogue import N_, _
from cyclebook.figures import colours, design, lettering
from cyclebook.figures.drawing import drawing
from cyclebook.figures.exhibit import Drawing, Variant
from cyclebook.figures.marks import Box, Datum, Disc, Label, Rule
from cyclebook.figures.placing import best_place
from cyclebook.figures.round_numbers import round_step

_LEADING = 1.2
_DASH = (5.0, 4.0)
_TICKS = 5
_DIAMOND = 1.5  # a diamond of one area is as wide as a circle of this much less


@dataclass(frozen=True, slots=True)
class Format:
    """A width for which the scatter is drawn, and the height of its scales."""

    variant: Variant
    width: float
    height: float
    text: float
    point: float


WIDE = Format("wide", 740, 380, text=14, point=5.0)
NARROW = Format("narrow", 328, 290, text=13, point=4.2)


@dataclass(frozen=True, slots=True)
class Scale:
    """One of the two scales: its ends, its ticks, and the middle of all schools on it."""

    low: float
    high: float
    ticks: tuple[float, ...]
    middle: float


@dataclass(frozen=True, slots=True)
class Point:
    """A school with both figures."""

    name: str
    across: float
    up: float
    taking_part: bool


def scale_of(amounts: Sequence[float]) -> Scale:
    """A scale around `amounts` (at least one), with round ends; the middle is their median."""
    ordered = sorted(amounts)
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    extent = ordered[-1] - ordered[0]
    step = round_step(extent or max(abs(ordered[0]), 1.0), _TICKS)
    low, high = math.floor(ordered[0] / step) * step, math.ceil(ordered[-1] / step) * step
    if low == high:
        low, high = low - step, high + step
    count = round((high - low) / step)
    return Scale(low, high, tuple(low + step * index for index in range(count + 1)), middle)


def tick_text(amount: float) -> str:
    """A tick's number, without digits that say nothing."""
    return f"{round(amount, 6) + 0:,g}"


def drawn(
    points: Sequence[Point],
    scales: tuple[Scale, Scale],
    names: tuple[str, str],
    format_: Format,
    *,
    figure: str,
    title: str,
    told: str,
) -> tuple[Drawing, tuple[str, ...]]:
    """The drawing, and the names of schools that take part for which no place was free."""
    across, up = scales
    text = format_.text
    data: dict[str, list[Datum]] = {}
    labels = list(_key(format_))
    top = labels[-1].y + 10
    for line in lettering.wrapped(f"↑ {names[1]}", text, format_.width):
        top += text * _LEADING
        labels.append(Label(0, top, line, text, colours.INK_2))
    top += 14
    bottom = top + format_.height
    left = max(lettering.width(tick_text(one), text) for one in up.ticks) + 10
    widest = lettering.width(tick_text(across.ticks[-1]), text) / 2
    right = format_.width - max(10, widest)

    def x(amount: float) -> float:
        return left + (right - left) * (amount - across.low) / (across.high - across.low)

    def y(amount: float) -> float:
        return bottom - (bottom - top) * (amount - up.low) / (up.high - up.low)

    grid = [Rule(left, y(one), right, y(one), colours.RULE) for one in up.ticks]
    grid += [Rule(x(one), top, x(one), bottom, colours.RULE) for one in across.ticks]
    grid.append(Rule(x(across.middle), top, x(across.middle), bottom, colours.INK_2, 1.4, _DASH))
    grid.append(Rule(left, y(up.middle), right, y(up.middle), colours.INK_2, 1.4, _DASH))
    labels += [
        Label(left - 7, y(one) + text * 0.35, tick_text(one), text, colours.INK_3, "end") for one in up.ticks
    ]
    labels += _along(across, x, bottom + text + 6, text)
    height = bottom + text + 12
    for line in lettering.wrapped(f"{names[0]} →", text, format_.width):
        height += text * _LEADING
        labels.append(Label(format_.width, height, line, text, colours.INK_2, "end"))
    discs = [Disc(x(one.across), y(one.up), format_.point, colours.DATA) for one in points]
    taken = [*(one.box for one in labels), *(one.box for one in discs)]
    within = Box(left, top - 4, format_.width, bottom)
    unnamed = []
    for point, disc in zip(points, discs, strict=True):
        if point.taking_part:
            name = lettering.fitted(lettering.one_line(point.name), text, format_.width * 0.42)
            label = best_place(_around(disc, name, text), taken=taken, lines=(), within=within)
            if label is None:
                unnamed.append(point.name)
            else:
                labels.append(label)
                taken.append(label.box)
    data["grid"] = [one.datum() for one in grid]
    data["others"] = [_other(one, format_) for one in points if not one.taking_part]
    data["taking_part"] = [_taking_part(one, format_) for one in points if one.taking_part]
    data["texts"] = [one.datum() for one in labels]
    data |= _key_marks(format_)
    svg = design.rendered(
        design.scatter(),
        width=format_.width,
        height=round(height + 6),
        data=data,
        parameters={
            "lowest": across.low,
            "highest": across.high,
            "left": left,
            "right": right,
            "least": up.low,
            "most": up.high,
            "bottom": bottom,
            "top": top,
        },
    )
    one = drawing(svg, figure=figure, variant=format_.variant, title=title, description=told)
    return one, tuple(unnamed)


def _along(scale: Scale, x: Callable[[float], float], y: float, text: float) -> Iterator[Label]:
    """The numbers below, as many as stand apart."""
    last = -math.inf
    for tick in scale.ticks:
        label = Label(x(tick), y, tick_text(tick), text, colours.INK_3, "middle")
        if label.box.left > last + 4:
            last = label.box.right
            yield label


def _around(disc: Disc, name: str, text: float) -> Iterator[Label]:
    """Places for a school's name beside its mark."""
    gap = disc.radius + 5
    level = disc.y + text * 0.35
    yield Label(disc.x + gap, level, name, text, colours.INK, halo=colours.PAPER)
    yield Label(disc.x - gap, level, name, text, colours.INK, "end", halo=colours.PAPER)
    for shift in (-gap - 2, gap + text * 0.75):
        yield Label(disc.x, disc.y + shift, name, text, colours.INK, "middle", halo=colours.PAPER)


_SHAPES = (N_("Takes part"), N_("Does not take part"))


def _key(format_: Format) -> Iterator[Label]:
    """The words of the key, on one line."""
    x = 16.0
    for words in _SHAPES:
        label = Label(x, 14, _(words), format_.text, colours.INK_2)
        yield label
        x = label.box.right + 34


def _key_marks(format_: Format) -> dict[str, list[Datum]]:
    places = [label.x - 9 for label in _key(format_)]
    looks = (_taking_part, _other)
    names = ("key_taking_part", "key_others")
    return {
        name: [{**look(Point("", 0, 0, taking_part=False), format_), "x": x, "y": 14 - format_.text * 0.33}]
        for name, look, x in zip(names, looks, places, strict=True)
    }


def _other(point: Point, format_: Format) -> Datum:
    disc = Disc(0, 0, format_.point - 0.8, colours.PAPER, colours.INK_3, 1.4)
    return {**disc.datum(), "across": point.across, "up": point.up}


def _taking_part(point: Point, format_: Format) -> Datum:
    disc = Disc(0, 0, format_.point * _DIAMOND, colours.DATA, colours.PAPER, 1.0)
    return {**disc.datum(), "across": point.across, "up": point.up}
