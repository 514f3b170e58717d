"""How the parts of a bar look: each differs in lightness or hatching, not in hue alone."""

from dataclasses import dataclass

from cyclebook.figures import colours
from cyclebook.figures.marks import Box, Rule


@dataclass(frozen=True, slots=True)
class Look:
    """Fill, outline, colour of a text on it, and hatching: its colour and the distance of its lines."""

    fill: str
    stroke: str
    text: str
    hatch: str | None = None
    pitch: float = 8


SOLID = Look(colours.DATA, colours.DATA, colours.PAPER)
DENSE = Look(colours.DATA_WASH, colours.DATA, colours.INK, colours.DATA, 5)
WASH = Look(colours.DATA_WASH, colours.DATA, colours.INK)
OPEN = Look(colours.PAPER, colours.DATA, colours.INK)
SPARSE = Look(colours.PAPER, colours.INK_3, colours.INK, colours.INK_3, 9)
ATTENTION = Look(colours.PAPER, colours.MARK, colours.INK, colours.MARK, 7)
OTHER = Look(colours.INK_3, colours.INK_3, colours.PAPER)
MISSING = Look(colours.TINT, colours.RULE, colours.INK_3, colours.RULE, 12)
UNCERTAIN = Look(colours.PAPER, colours.DATA, colours.INK, colours.DATA, 6)

_INNER = {2: (), 3: (WASH,), 4: (DENSE, WASH), 5: (DENSE, WASH, OPEN), 6: (DENSE, WASH, OPEN, SPARSE)}


def looks(bands: int) -> tuple[Look, ...]:
    """The looks of two to six ordered bands, from the wanted one to the one that asks for attention."""
    return (SOLID, *_INNER[bands], ATTENTION)


def hatching(look: Look, box: Box) -> list[Rule]:
    """Slanted lines that fill `box`."""
    if look.hatch is None:
        return []
    height = box.bottom - box.top
    rules = []
    start = box.left - height + look.pitch / 2
    while start < box.right:
        x, x2 = max(start, box.left), min(start + height, box.right)
        if x2 - x > 1:
            rules.append(Rule(x, box.bottom - (x - start), x2, box.bottom - (x2 - start), look.hatch, 1))
        start += look.pitch
    return rules
