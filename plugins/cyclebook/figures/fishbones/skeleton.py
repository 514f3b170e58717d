"""What both drawings of a fishbone share: the look of ticks and texts."""

from collections.abc import Sequence

from cyclebook.figures import colours, lettering
from cyclebook.figures.marks import Anchor, Label, Rule
from cyclebook.published import Cause

LEADING = 1.18


def tick(cause: Cause, x: float, x2: float, y: float) -> Rule:
    """The short line from a bone to a cause: heavy where there is evidence."""
    if cause.evidence is None:
        return Rule(x, y, x2, y, colours.RULE_2, 1.2)
    return Rule(x, y, x2, y, colours.MARK, 2.5)


def cause_lines(cause: Cause, size: float, room: float, most: int) -> tuple[str, ...]:
    """The words of a cause in lines."""
    text = lettering.one_line(cause.text)
    return lettering.wrapped(text, size, room, bold=cause.evidence is not None, most=most)


def block(
    lines: Sequence[str], x: float, middle: float, size: float, *, anchor: Anchor, strong: bool
) -> list[Label]:
    """Lines of text around the height `middle`."""
    fill = colours.INK if strong else colours.INK_2
    first = middle + size * 0.35 - (len(lines) - 1) * size * LEADING / 2
    return [
        Label(x, first + size * LEADING * i, line, size, fill, anchor, bold=strong)
        for i, line in enumerate(lines)
    ]


def cut(texts: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, ...]:
    """The texts that did not go whole into their lines."""
    return tuple(text for text, lines in texts if lines[-1].endswith("…") and not text.endswith("…"))
