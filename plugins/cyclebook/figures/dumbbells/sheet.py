"""The paper of a dumbbell chart: its two formats, the ends of its scale, and the marks put on it so far."""

from dataclasses import dataclass, field
from typing import Literal

from cyclebook.figures.dumbbells.rows import Axis
from cyclebook.figures.exhibit import Variant
from cyclebook.figures.marks import Datum, Label

Mark = Literal["baseline", "result", "goal", "baseline-band", "result-band"]


@dataclass(frozen=True, slots=True)
class Format:
    """A width for which the chart is drawn. `line` is where the marks stand below a row's upper edge.

    `grid` is where the level lines begin in a row: below its words, where these stand above the marks.
    """

    variant: Variant
    width: float
    text: float
    name: float
    row: float
    line: float
    first: float  # base line of the name
    grid: float = 0
    filled: float = 7  # radius of the result's disc
    hollow: float = 6  # radius of the baseline's
    tick: float = 13  # half the goal's height

    @property
    def wide(self) -> bool:
        return self.variant == "wide"


WIDE = Format("wide", 740, text=14, name=15, row=52, line=26, first=23)
NARROW = Format("narrow", 328, text=12, name=13, row=80, line=62, first=17, grid=39)
DENSE = Format(
    "narrow", 328, text=12, name=12, row=22, line=11, first=15, filled=5, hollow=4, tick=8
)  # for many rows


@dataclass(slots=True)
class Sheet:
    """The marks of a drawing while it is being laid out, and the ends of its scale."""

    format: Format
    left: float
    right: float
    names_end: float
    data: dict[str, list[Datum]] = field(
        default_factory=lambda: {
            name: []
            for name in (
                "grid",
                "links",
                "ranges",
                "points",
                "goals",
                "key",
                "key_boxes",
                "key_rules",
                "texts",
            )
        }
    )
    height: float = 0

    def write(self, *labels: Label) -> None:
        self.data["texts"] += [label.datum() for label in labels]

    def x(self, axis: Axis, at: float) -> float:
        return self.left + (self.right - self.left) * at / axis.highest
