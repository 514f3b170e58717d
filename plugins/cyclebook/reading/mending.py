"""A mistake in YAML text as a mending: the problem, and lines that can be read further."""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from cyclebook.model.problem import Place, Problem

_AREA = 0xE000  # private use: stands in for a character that YAML would trip over


def masked(line: str, column: int) -> str:
    """The line with the character at `column` (from 0) made harmless."""
    return f"{line[:column]}{chr(_AREA + ord(line[column]))}{line[column + 1 :]}"


def restore(text: str) -> str:
    """Put masked characters back."""
    if not any(_AREA <= ord(one) < _AREA + 128 for one in text):
        return text
    return "".join(chr(ord(one) - _AREA) if _AREA <= ord(one) < _AREA + 128 else one for one in text)


@dataclass(frozen=True, slots=True)
class Mending:
    """A problem and the lines to read instead.

    `spaces` were put in after column `nudge` of its line, or of all the lines `rows`.
    """

    problem: Problem
    lines: list[str]
    lossy: bool = False
    nudge: int = 0
    spaces: int = 0
    rows: tuple[int, ...] = ()

    def corrected(self, place: Place) -> Place:
        """A place in the mended lines, as a place in the author's."""
        if place.line not in (self.rows or (self.problem.place.line,)) or place.column <= self.nudge:
            return place
        return replace(place, column=max(1, place.column - self.spaces))


@dataclass(frozen=True, slots=True)
class Quoted:
    """A value in quotes: its sign, and line and column, from 0, where it begins and just after its end."""

    sign: str
    line: int
    column: int
    last_line: int
    end: int


@dataclass(frozen=True, slots=True)
class Spot:
    """What the parser said, its line and column from 0, and where the construct around it began.

    `quoted` is the last value in quotes before it.
    """

    said: str
    line: int
    column: int
    began: int
    began_column: int
    file: PurePosixPath
    first_line: int
    quoted: Quoted | None = None

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """A place in the file, from a line and column that count from 0."""
        return Place(self.file, line + self.first_line, column + 1, length)


def left_out(lines: list[str], line: int, problem: Problem) -> Mending:
    """Leave out a line and what is indented beneath it."""
    indent = len(lines[line]) - len(lines[line].lstrip())
    mended = lines.copy()
    mended[line] = ""
    for below in range(line + 1, len(lines)):
        text = lines[below]
        if text.strip() and len(text) - len(text.lstrip()) <= indent:
            break
        mended[below] = ""
    return Mending(problem, mended, lossy=True)
