"""The marks a layout hands to a design: texts, rules, bars and discs in drawing units.

The origin is the drawing's upper left corner. A layout decides where everything
goes; Altair's design decides how each kind of mark is drawn.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cyclebook.figures import lettering

Anchor = Literal["start", "middle", "end"]
Datum = dict[str, object]

_ALIGN = {"start": "left", "middle": "center", "end": "right"}
_DESCENDERS = frozenset("gjpqyQ,;()[]{}/|")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that something fills."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box", gap: float = 0) -> bool:
        """True where the two overlap or come nearer than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def holds(self, other: "Box") -> bool:
        """True where `other` lies inside this box."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text; `y` is its base line. `turned` texts read upwards; a `halo` keeps lines off it."""

    x: float
    y: float
    text: str
    size: float
    fill: str
    anchor: Anchor = "start"
    bold: bool = False
    turned: bool = False
    halo: str | None = None

    @property
    def width(self) -> float:
        return lettering.width(self.text, self.size, bold=self.bold)

    @property
    def box(self) -> Box:
        """The room that the text takes, by estimate."""
        before = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.width
        above = 0.74 * self.size
        below = (0.22 if _DESCENDERS & set(self.text) else 0.04) * self.size
        if self.turned:
            return Box(self.x - above, self.y + before - self.width, self.x + below, self.y + before)
        return Box(self.x - before, self.y - above, self.x - before + self.width, self.y + below)

    def datum(self) -> Datum:
        return {
            "x": round(self.x, 1),
            "y": round(self.y, 1),
            "text": self.text,
            "size": self.size,
            "fill": self.fill,
            "align": _ALIGN[self.anchor],
            "weight": 600 if self.bold else 400,
            "angle": -90 if self.turned else 0,
            "halo": self.halo,
        }


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x: float
    y: float
    x2: float
    y2: float
    stroke: str
    width: float = 1
    dash: tuple[float, ...] = ()

    def crosses(self, box: Box) -> bool:
        """True where the line runs through `box`."""
        left, right = sorted((self.x, self.x2))
        if right < box.left or box.right < left:
            return False
        if right == left:
            top, bottom = sorted((self.y, self.y2))
        else:
            slope = (self.y2 - self.y) / (self.x2 - self.x)
            ends = [self.y + slope * (x - self.x) for x in (max(left, box.left), min(right, box.right))]
            top, bottom = min(ends), max(ends)
        return top <= box.bottom and box.top <= bottom

    def datum(self) -> Datum:
        return {
            "x": round(self.x, 1),
            "y": round(self.y, 1),
            "x2": round(self.x2, 1),
            "y2": round(self.y2, 1),
            "stroke": self.stroke,
            "width": self.width,
            "dash": list(self.dash),
        }


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle that is drawn."""

    box: Box
    fill: str
    stroke: str | None = None
    dash: tuple[float, ...] = ()

    def datum(self) -> Datum:
        return {
            "x": round(self.box.left, 1),
            "y": round(self.box.top, 1),
            "x2": round(self.box.right, 1),
            "y2": round(self.box.bottom, 1),
            "fill": self.fill,
            "stroke": self.stroke,
            "dash": list(self.dash),
        }


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, filled or hollow."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str | None = None
    width: float = 1.5
    dash: tuple[float, ...] = ()

    @property
    def box(self) -> Box:
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)

    def datum(self) -> Datum:
        return {
            "x": round(self.x, 2),
            "y": round(self.y, 2),
            "area": 4 * self.radius**2,
            "fill": self.fill,
            "stroke": self.stroke,
            "width": self.width,
        }


@dataclass(frozen=True, slots=True)
class Path:
    """A line through several places, open and not filled."""

    places: tuple[tuple[float, float], ...]
    stroke: str
    width: float
    dash: tuple[float, ...] = ()


def data(marks: Iterable[Label | Rule | Bar | Disc]) -> list[Datum]:
    """The rows of a dataset, one for each mark."""
    return [mark.datum() for mark in marks]
