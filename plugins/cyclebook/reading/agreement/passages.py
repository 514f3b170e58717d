"""The texts of a file, each with its place: the words at keys, and the paragraphs of the body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import PurePosixPath

from pydantic import BaseModel

from cyclebook.model.problem import Place
from cyclebook.reading.places import Path, Places, dotted

_HEADING = re.compile(r"#{1,6}\s+(.+?)\s*#*\s*")
_CODE_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_NO_PROSE = frozenset({"notes", "sources", "source", "id", "entered_from", "url", "continues"})
"""Keys that tell of contradictions, or hold names and references."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of an author; `path` leads to their key, and is empty for the body."""

    text: str
    path: Path
    heading: str
    file: PurePosixPath
    where: Place

    @property
    def field(self) -> str:
        """The key in words, "tests.happened"; nothing for the body."""
        return dotted(self.path)

    def place(self, start: int, end: int) -> Place:
        """The place of a part of the text; where words are written on several lines, that of all of them."""
        if self.path:
            quotes, odd = divmod(self.where.length - len(self.text), 2)
            if odd or quotes not in (0, 1):
                return self.where
            return replace(self.where, column=self.where.column + quotes + start, length=end - start)
        before = self.text[:start]
        column = start - (before.rfind("\n") + 1) + 1
        length = len(self.text[start:end].partition("\n")[0])
        return Place(self.file, self.where.line + before.count("\n"), column, max(1, length))


def passages_of_keys(block: BaseModel, places: Places, path: Path = ()) -> Iterator[Passage]:
    """All words at the keys of a block and of the blocks beneath it, apart from notes and references."""
    for name in type(block).model_fields:
        if name not in _NO_PROSE:
            yield from _words(getattr(block, name), places, (*path, name))


def _words(value: object, places: Places, path: Path) -> Iterator[Passage]:
    if isinstance(value, BaseModel):
        yield from passages_of_keys(value, places, path)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _words(item, places, (*path, index))
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield Passage(value, path, "", places.file, places.of_value(path))


def passages_of_body(body: str, first_line: int, file: PurePosixPath) -> Iterator[Passage]:
    """The paragraphs of a body, with the heading each stands under; no code."""
    heading, kept, started, in_code = "", list[str](), first_line, False
    for line_number, line in enumerate([*body.split("\n"), ""], first_line):
        fence = bool(_CODE_FENCE.match(line))
        title = None if in_code else _HEADING.fullmatch(line)
        if not line.strip() or fence or title or in_code:
            if kept:
                yield Passage("\n".join(kept), (), heading, file, Place(file, started))
            kept = []
            in_code ^= fence
            heading = title[1] if title else heading
            continue
        if not kept:
            started = line_number
        kept.append(line)
