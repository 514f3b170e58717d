"""Text that would keep a Markdown renderer busy for minutes, or overturn it: found by counting beforehand.

The cost of Markdown grows with the square of some things: brackets in a paragraph, lines in a block,
footnotes. Each has a limit far above what a page needs, so that all that is within them renders quickly.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from cyclebook.model.problem import Place, Problem

MAX_NESTING = 20
"""Lists, quotations and indents (of four columns) inside each other."""
MAX_TEXT = 100_000
MAX_PARAGRAPH = 20_000
MAX_LINES = 1_000
MAX_COLUMNS = 50
MAX_BRACKETS = 400
MAX_BRACKETS_OF_FILE = 4_000
MAX_FOOTNOTES = 200
MAX_FENCES = 200
MAX_HEADINGS = 500

_MARK = re.compile(r"[ \t]*(?:>|[-+*:](?=[ \t]|$)|[0-9]{1,9}[.)](?=[ \t]|$))")
_RULE = re.compile(r" {0,3}(?P<sign>[-*_])(?: {0,2}(?P=sign))* *")
"""A line across the page. With wider spaces it is a list in a list in a list."""
_FENCE = re.compile(r"[ \t]*(?:`{3}|~{3})")
_HEADING = re.compile(r"[ ]{0,3}(?:#|=+[ ]*$|-+[ ]*$)")


@dataclass(slots=True)
class _Counts:
    """What has been seen so far: in the paragraph, and in the whole text."""

    characters: int = 0
    lines: int = 0
    brackets: int = 0
    all_brackets: int = 0
    footnotes: int = 0
    fences: int = 0
    headings: int = 0

    def add(self, line: str) -> Iterator[tuple[str, str]]:
        """Count a line; what is too much of, in words, with what to do."""
        brackets = line.count("[")
        if not line.strip():
            self.characters = self.lines = self.brackets = 0
        self.characters += len(line) + 1
        self.lines += 1
        self.brackets += brackets
        self.all_brackets += brackets
        self.footnotes += line.count("[^")
        self.fences += bool(_FENCE.match(line))
        self.headings += bool(_HEADING.match(line))
        if self.characters > MAX_PARAGRAPH:
            yield f"This paragraph has more than {MAX_PARAGRAPH:,} characters.", "Divide it by empty lines."
        if self.lines > MAX_LINES:
            yield f"More than {MAX_LINES:,} lines stand here without an empty one.", "Divide them."
        if line.count("|") > MAX_COLUMNS:
            yield f"This table has more than {MAX_COLUMNS} columns.", "Take some out."
        if self.brackets > MAX_BRACKETS:
            yield f"This paragraph has more than {MAX_BRACKETS} square brackets.", "Divide it by empty lines."
        if self.all_brackets > MAX_BRACKETS_OF_FILE:
            yield f"This text has more than {MAX_BRACKETS_OF_FILE:,} square brackets.", "Take some out."
        if self.footnotes > 2 * MAX_FOOTNOTES:
            yield f"This text has more than {MAX_FOOTNOTES} footnotes.", "Take some out, or make two pages."
        if self.fences > MAX_FENCES:
            yield f"This text has more than {MAX_FENCES} lines of ``` or ~~~.", "Take some out."
        if self.headings > MAX_HEADINGS:
            yield f"This text has more than {MAX_HEADINGS} headings.", "Take some out, or make two pages."


def check_markdown(text: str, first_line: int, file: PurePosixPath) -> Iterator[Problem]:
    """The first place of a text that begins at `first_line` where there is too much of something."""
    if len(text) > MAX_TEXT:
        told = f"This text has more than {MAX_TEXT:,} characters."
        yield Problem("too-large", Place(file, first_line), told, "Shorten it, or make two pages of it.")
        return
    counts = _Counts()
    for number, line in enumerate(text.split("\n"), first_line):
        if _depth(line) > MAX_NESTING:
            told = f"Lists, quotations or indents are nested more than {MAX_NESTING} deep here."
            yield Problem("too-deep", Place(file, number), told, "Begin the line further left.")
            return
        for told, hint in counts.add(line):
            yield Problem("too-large", Place(file, number), told, hint)
            return


def _depth(line: str) -> int:
    """How deep a line is nested: marks of lists and quotations, and columns before and between them."""
    if _RULE.fullmatch(line):
        return 0
    at, marks, indent = 0, 0, 0
    while found := _MARK.match(line, at):
        marks += 1
        indent += _columns(found[0])
        at = found.end()
    rest = line[at:]
    return marks + (indent + _columns(rest)) // 4


def _columns(text: str) -> int:
    """The width of the spaces and tabs that a text begins with."""
    before = text[: len(text) - len(text.lstrip(" \t"))]
    return len(before) + 3 * before.count("\t")
