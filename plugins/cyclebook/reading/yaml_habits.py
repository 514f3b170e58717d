"""Habits of other programs that YAML cannot read or reads wrongly, mended before a parser sees them.

No-break spaces come from word processors and web pages, rows without a hyphen from
people who see the braces and think that they are the list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from cyclebook.model.problem import Place, Problem
from cyclebook.reading.field_problems import row_without_hyphen
from cyclebook.reading.mending import Mending

WIDE_SPACES = {"\u00a0": "no-break space", "\u202f": "narrow no-break space", "\u3000": "wide space"}

_WIDE = "".join(WIDE_SPACES)
_ANY = rf"[ {_WIDE}]"
_STRUCTURE = re.compile(
    rf"^{_ANY}*(?:-{_ANY}+)*(?:[\w-]+{_ANY}*:(?:{_ANY}+|$))?"
    rf"|[{{\[,]{_ANY}*(?:[\w-]+{_ANY}*:{_ANY}+)?|(?<!{_ANY}){_ANY}+(?:[}}\]]|$)"
)
_BLOCK_OF_WORDS = re.compile(r"[^#]*:\s+[|>][-+0-9]*\s*")
_MAX_RUNS = 10
_ROW = re.compile(r"(?P<indent> *)(?P<sign>[-•–—·]?)(?P<space> *)(?P<row>\{\s*[\w\"'-]+\s*:.*)")


def mend_wide_spaces(
    lines: list[str], file: PurePosixPath, first_line: int
) -> tuple[list[str], list[Problem]]:
    """Lines with plain spaces where a wide one would count as a letter, and a problem for each kind."""
    found: dict[str, list[Place]] = {}
    mended = lines.copy()
    for number, line in enumerate(lines):
        if not any(one in line for one in WIDE_SPACES):
            continue
        letters = list(line)
        for part in _STRUCTURE.finditer(line):
            for column in range(part.start(), part.end()):
                if line[column] in WIDE_SPACES:
                    found.setdefault(line[column], []).append(Place(file, number + first_line, column + 1))
                    letters[column] = " "
        mended[number] = "".join(letters)
    return mended, [_wide_space(one, places) for one, places in found.items()]


def _wide_space(one: str, places: list[Place]) -> Problem:
    more = f" There are {len(places)} in this file." if len(places) > 1 else ""
    return Problem(
        "hidden-character",
        places[0],
        f"A {WIDE_SPACES[one]} stands here. It looks like a normal space, but it is not.{more}",
        "Delete it and type a normal space. Such spaces come with copied text.",
    )


def _last_line_of_words(lines: list[str], number: int) -> int:
    """The end of the words that begin under `problem: |`: whatever they look like, they are no rows."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    while number + 1 < len(lines):
        below = lines[number + 1]
        if below.strip() and len(below) - len(below.lstrip()) <= indent:
            break
        number += 1
    return number


@dataclass(frozen=True, slots=True)
class _Row:
    """The last row of a list: its indent, and whether its brace was closed."""

    indent: int
    hyphen: bool
    closed: bool


def mend_rows(lines: list[str], file: PurePosixPath, first_line: int) -> Iterator[Mending]:
    """Give each row in braces its hyphen: one mending for each run of rows with the same mistake."""
    number = runs = 0
    before: _Row | None = None
    while number < len(lines) and runs < _MAX_RUNS:
        found = _ROW.fullmatch(lines[number])
        if not found:
            if _BLOCK_OF_WORDS.fullmatch(lines[number]):
                number = _last_line_of_words(lines, number)
            if lines[number].strip():
                before = None
            number += 1
            continue
        head = (found["indent"], found["sign"], bool(found["space"]))
        wrong = _is_wrong(found, lines, number, before)
        run = [number]
        while wrong and run[-1] + 1 < len(lines):
            following = _ROW.fullmatch(lines[run[-1] + 1])
            if not following or head != (following["indent"], following["sign"], bool(following["space"])):
                break
            run.append(run[-1] + 1)
        if wrong:
            mending = _with_hyphens(lines, run, found, before, file, first_line)
            lines = mending.lines
            runs += 1
            yield mending
        last = _ROW.fullmatch(lines[run[-1]])
        if last:
            before = _Row(len(last["indent"]), last["sign"] == "-", last["row"].rstrip().endswith("}"))
        number = run[-1] + 1


def _is_wrong(found: re.Match[str], lines: list[str], number: int, before: _Row | None) -> bool:
    """True for "-{", a bullet or a dash; for a bare brace only where another row stands beside it."""
    if found["sign"]:
        return found["sign"] != "-" or not found["space"]
    indent = len(found["indent"])
    if before and before.closed:
        return before.hyphen and indent in (before.indent, before.indent + 2)
    below = _ROW.fullmatch(lines[number + 1]) if number + 1 < len(lines) else None
    closed = re.search(r"\},?\s*$", found["row"])
    return bool(below and closed and below["indent"] == found["indent"] and number and indent)


def _with_hyphens(
    lines: list[str],
    run: list[int],
    found: re.Match[str],
    before: _Row | None,
    file: PurePosixPath,
    first_line: int,
) -> Mending:
    old = found.start("row")
    indent = before.indent if before and before.hyphen else len(found["indent"])
    mended = lines.copy()
    for number in run:
        mended[number] = f"{' ' * indent}- {lines[number][old:].rstrip().removesuffix(',')}"
    place = Place(file, run[0] + first_line, found.end("indent") + 1)
    return Mending(
        row_without_hyphen(place, row=found["row"].strip().removesuffix(",")),
        mended,
        nudge=indent + 2,
        spaces=indent + 2 - old,
        rows=tuple(number + first_line for number in run),
    )
