"""The paper of a chart of shares: its formats, its scale, and the marks put on it so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cyclebook.figures import colours, design, lettering
from cyclebook.figures.drawing import drawing
from cyclebook.figures.exhibit import Drawing, Variant
from cyclebook.figures.marks import Box, Datum, Label, Rule
from cyclebook.figures.shares.looks import Look, hatching

Ticks = Sequence[tuple[float, str]]

PERCENT: Ticks = ((0, "0"), (25, "25"), (50, "50"), (75, "75"), (100, "100%"))


@dataclass(frozen=True, slots=True)
class Format:
    """A width for which the chart is drawn; in a narrow one the names stand above their bars."""

    variant: Variant
    width: float
    text: float
    name: float
    bar: float

    @property
    def wide(self) -> bool:
        return self.variant == "wide"


WIDE = Format("wide", 740, text=14, name=15, bar=26)
NARROW = Format("narrow", 328, text=13, name=14, bar=24)


@dataclass(slots=True)
class Sheet:
    """The marks of a drawing while it is being laid out, and the ends of its scale."""

    format: Format
    left: float
    right: float
    highest: float
    data: dict[str, list[Datum]] = field(
        default_factory=lambda: {name: [] for name in ("grid", "ranges", "hatching", "key_boxes", "texts")}
    )

    def x(self, amount: float) -> float:
        """Where an amount stands."""
        return self.left + (self.right - self.left) * amount / self.highest

    def write(self, *labels: Label) -> None:
        self.data["texts"] += [label.datum() for label in labels]

    def bar(self, low: float, high: float, y: float, look: Look) -> Box:
        """A bar from one amount to another around the height `y`; the room that it takes."""
        half = self.format.bar / 2
        box = Box(self.x(low), y - half, self.x(high), y + half)
        self.data["ranges"].append(
            {
                "low": low,
                "high": high,
                "y": round(y, 1),
                "size": self.format.bar,
                "fill": look.fill,
                "stroke": look.stroke,
            }
        )
        self.data["hatching"] += [rule.datum() for rule in hatching(look, box)]
        return box

    def scale(self, ticks: Ticks, top: float, bottom: float) -> float:
        """Lines and numbers of the scale; where it ends."""
        size = self.format.text
        for at, text in ticks:
            x = self.x(at)
            stroke = colours.RULE_2 if at == 0 else colours.RULE
            self.data["grid"].append(Rule(x, top, x, bottom, stroke).datum())
            half = lettering.width(text, size) / 2
            middle = min(max(x, half), self.format.width - half)
            self.write(Label(middle, bottom + size + 4, text, size, colours.INK_3, "middle"))
        return bottom + size + 8

    def finished(self, height: float, *, figure: str, title: str, told: str) -> Drawing:
        """The drawing."""
        svg = design.rendered(
            design.shares(),
            width=self.format.width,
            height=round(height),
            data=self.data,
            parameters={"lowest": 0, "highest": self.highest, "left": self.left, "right": self.right},
        )
        return drawing(svg, figure=figure, variant=self.format.variant, title=title, description=told)
