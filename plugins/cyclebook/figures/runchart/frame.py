"""The measures of a run chart: its two formats, and where a week and an amount stand."""

from dataclasses import dataclass

from cyclebook.figures.exhibit import Variant
from cyclebook.figures.marks import Box
from cyclebook.figures.runchart.amounts import AmountScale
from cyclebook.figures.runchart.weeks import WeekScale


@dataclass(frozen=True, slots=True)
class Format:
    """A width for which a chart is drawn, with the sizes that suit it, in drawing units."""

    variant: Variant
    width: float
    plot_height: float
    text: float
    value: float  # the last value, larger than the others
    letter: float
    disc: float
    point: float
    bar: float
    row: float

    @property
    def wide(self) -> bool:
        return self.variant == "wide"


WIDE = Format("wide", 740, plot_height=256, text=14, value=19, letter=13, disc=10, point=5, bar=14, row=24)
NARROW = Format(
    "narrow", 328, plot_height=200, text=12, value=17, letter=12, disc=8.5, point=4.5, bar=12, row=22
)

HEADROOM = 10.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot area of one drawing and its scales. The highest amount stands a little below `top`."""

    format: Format
    weeks: WeekScale
    amounts: AmountScale
    left: float
    right: float
    top: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def plot(self) -> Box:
        return Box(self.left, self.top, self.right, self.bottom)

    def x(self, week: int) -> float:
        """Where a week stands."""
        return self._across(self.weeks.at(week))

    def y(self, amount: float) -> float:
        """Where an amount stands."""
        full = self.amounts.highest - self.amounts.lowest
        share = (amount - self.amounts.lowest) / full
        return self.bottom - share * (self.bottom - self.top - HEADROOM)

    @property
    def half_week(self) -> float:
        """Half the room of a week, in drawing units."""
        return (self.right - self.left) * self.weeks.step / (self.weeks.last - self.weeks.first) / 2

    @property
    def point(self) -> float:
        """The radius of a point: smaller where the weeks stand close."""
        return max(1.5, min(self.format.point, self.half_week * 0.7))

    def _across(self, at: float) -> float:
        share = (at - self.weeks.first) / (self.weeks.last - self.weeks.first)
        return self.left + share * (self.right - self.left)
