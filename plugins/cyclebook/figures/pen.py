"""Marks as SVG, for drawings without a scale: diagrams, dots, and lines in the text.

Charts with a scale are designed in Altair (`figures.design`).
"""

from collections.abc import Iterable
from html import escape

from cyclebook.figures.marks import Bar, Disc, Label, Path, Rule

Mark = Label | Rule | Bar | Disc | Path


def drawn(marks: Iterable[Mark]) -> str:
    """The marks as SVG elements, bottom first."""
    return "".join(_element(mark) for mark in marks)


def _element(mark: Mark) -> str:
    match mark:
        case Label():
            return _text(mark)
        case Rule():
            ends = _written(x1=mark.x, y1=mark.y, x2=mark.x2, y2=mark.y2)
            return f"<line {ends}{_stroke(mark.stroke, mark.width, mark.dash)}/>"
        case Bar(box=box):
            size = _written(x=box.left, y=box.top, width=box.right - box.left, height=box.bottom - box.top)
            return f'<rect {size} fill="{mark.fill}"{_stroke(mark.stroke, 1.2, mark.dash)}/>'
        case Disc():
            place = _written(cx=mark.x, cy=mark.y, r=mark.radius)
            return f'<circle {place} fill="{mark.fill}"{_stroke(mark.stroke, mark.width, mark.dash)}/>'
        case Path():
            d = "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in mark.places)
            line = _stroke(mark.stroke, mark.width, mark.dash)
            return f'<path d="{d}" fill="none"{line} stroke-linejoin="round"/>'


def _text(label: Label) -> str:
    place = f'transform="translate({_number(label.x)},{_number(label.y)}) rotate(-90)"'
    if not label.turned:
        place = _written(x=label.x, y=label.y)
    anchor = f' text-anchor="{label.anchor}"' if label.anchor != "start" else ""
    weight = ' font-weight="600"' if label.bold else ""
    halo = f' stroke="{label.halo}" stroke-width="4"' if label.halo else ""
    look = f'font-size="{_number(label.size)}" fill="{label.fill}"{anchor}{weight}{halo}'
    return f"<text {place} {look}>{escape(label.text, quote=False)}</text>"


def _stroke(colour: str | None, width: float, dash: tuple[float, ...]) -> str:
    if colour is None:
        return ""
    dashes = f' stroke-dasharray="{" ".join(map(_number, dash))}"' if dash else ""
    return f' stroke="{colour}" stroke-width="{_number(width)}"{dashes}'


def _written(**attributes: float) -> str:
    return " ".join(f'{name}="{_number(value)}"' for name, value in attributes.items())


def _number(value: float) -> str:
    return f"{round(value, 2) + 0:g}"
