"""A diagram before it is a drawing: its marks, its size, and the texts that it could not hold whole.

Diagrams have no scale; each is laid out twice, for a wide column and for a phone.
"""

from dataclasses import dataclass

from cyclebook.figures import pen
from cyclebook.figures.drawing import framed
from cyclebook.figures.exhibit import Drawing, Variant


@dataclass(frozen=True, slots=True)
class Sketch:
    """The marks of a diagram, bottom first, and its width and height. `left_out` were cut or not set."""

    marks: tuple[pen.Mark, ...]
    size: tuple[int, int]
    left_out: tuple[str, ...] = ()


def drawn(wide: Sketch, narrow: Sketch, *, figure: str, title: str, told: str) -> tuple[Drawing, Drawing]:
    """Both drawings of `figure`, named by `title` and described by `told`."""

    def one(variant: Variant, sketch: Sketch) -> Drawing:
        body = pen.drawn(sketch.marks)
        return framed(body, figure=figure, variant=variant, title=title, description=told, size=sketch.size)

    return one("wide", wide), one("narrow", narrow)
