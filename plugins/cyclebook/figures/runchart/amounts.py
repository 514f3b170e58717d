"""The vertical axis: from zero to the group's size where that is near, else to a round number."""

import math
from dataclasses import dataclass

from cyclebook.figures.round_numbers import round_step
from cyclebook.figures.runchart.extents import extents, line_amounts
from cyclebook.published import Form, Series

_WANTED_TICKS = 6
# A group is "near" when its size is less than two and a half times the largest number drawn.
_NEAR = 0.4
# A round tick closer to the top than this part of a step would touch the top's label.
_TOO_CLOSE = 0.6


@dataclass(frozen=True, slots=True)
class AmountScale:
    """The ends of the scale and its ticks: (amount, text), lowest first."""

    lowest: float
    highest: float
    ticks: tuple[tuple[float, str], ...]


def amount_scale(series: Series) -> AmountScale:
    """The scale that holds every number the chart draws, and zero."""
    drawn = [place for extent in extents(series).values() for place in extent]
    drawn += line_amounts(series) or [0.0]
    high, low = max(0.0, *drawn), min(0.0, *drawn)
    percent = series.form is Form.PERCENT or series.banded
    group = series.of if series.form is Form.COUNT and not series.banded else None
    if group and not series.varying_group and low == 0 and group * _NEAR <= high <= group:
        step = round_step(group, _WANTED_TICKS)
        ticks = [step * i for i in range(math.ceil(group / step)) if group - step * i >= step * _TOO_CLOSE]
        ticks.append(float(group))
    elif percent and low == 0 and 50 < high <= 100:
        ticks = [0, 25, 50, 75, 100]
    else:
        step = round_step(high - low, _WANTED_TICKS)
        bottom, top = math.floor(low / step), max(math.ceil(high / step), 1)
        ticks = [step * i for i in range(bottom, top + 1)]
    return AmountScale(ticks[0], ticks[-1], tuple((t, _text(t, percent=percent)) for t in ticks))


def _text(tick: float, *, percent: bool) -> str:
    digits = f"{tick:,.0f}" if float(tick).is_integer() else f"{tick:,.6f}".rstrip("0")
    return f"{digits.replace('-', '−')}%" if percent else digits.replace("-", "−")
