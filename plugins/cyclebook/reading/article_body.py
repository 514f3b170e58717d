"""Splits an article's body into passages of Markdown, `///` blocks and pictures, each with its place.

Blocks are found before Markdown runs. A block that is not closed, or has an option out of
place, is a problem with its line and never a piece of plain text on the page.
"""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from cyclebook.model.problem import Place, Problem

_SLASHES = re.compile(r" {0,3}(?P<slashes>/{3,})[ \t]*(?P<name>[^\s|]*)(?P<rest>.*)")
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[^`]*")
_KEY = re.compile(r"\s*-?\s*(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?:\s|$)")
_PICTURE = re.compile(
    r"!\[(?P<alt>[^\[\]]*)\]\([ \t]*(?P<file>[^\s()]+)"
    r"(?:[ \t]+(?:\"(?P<double>.*)\"|'(?P<single>.*)'))?[ \t]*\)\s*"
)
_ANY_PICTURE = re.compile(r"!\[[^\[\]]*\][(\[]")
_CODE = re.compile(r"`[^`]*`")


@dataclass(frozen=True, slots=True)
class Passage:
    """Markdown, and the line of the file on which it begins."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class WrittenBlock:
    """A block as written: its name, the lines of its options (YAML) and its words.

    Without its end it is not `closed`: it reaches to the next block or the end of the file.
    """

    name: str
    place: Place
    options: Passage
    passage: Passage
    closed: bool = True


@dataclass(frozen=True, slots=True)
class WrittenPicture:
    """A picture as written: `![alt](file "caption")`."""

    alt: str
    file: str
    caption: str | None
    place: Place


Item = Passage | WrittenBlock | WrittenPicture


@dataclass(slots=True)
class _Scanner:
    """One walk over the lines; `open` is the block that is being read."""

    file: PurePosixPath
    lines: list[str]
    first_line: int
    keys: dict[str, frozenset[str]]
    with_pictures: bool
    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    started: int = 0
    open: WrittenBlock | None = None

    def place(self, index: int, column: int = 1, length: int = 1) -> Place:
        return Place(self.file, self.first_line + index, column, max(length, 1))

    def run(self) -> None:
        index, end = 0, len(self.lines)
        while index < end:
            line = self.lines[index]
            fence = _FENCE.fullmatch(line)
            if fence:
                index = self.code(index, fence["fence"])
            elif found := _SLASHES.fullmatch(line):
                index = self.slashes(index, found)
            elif self.with_pictures and self.open is None and self.picture(index):
                index += 1
            else:
                if self.with_pictures:
                    self.stray_picture(index)
                self.keep(index)
                index += 1
        if self.open is not None:
            self.unclosed(self.open)
            self.close(end, closed=False)
        self.passage()

    def keep(self, index: int) -> None:
        if not self.kept:
            self.started = index
        self.kept.append(self.lines[index])

    def code(self, index: int, fence: str) -> int:
        """Keep a piece of code whole; return the index after it."""
        last = next(
            (number for number in range(index + 1, len(self.lines)) if self.lines[number].rstrip() == fence),
            None,
        )
        if last is None:
            self.problems.append(
                Problem(
                    "open-code",
                    self.place(index, 1, len(fence)),
                    "A piece of code begins here and never ends.",
                    f"Put {fence} on a line of its own after the code.",
                )
            )
            last = index
        for number in range(index, last + 1):
            self.keep(number)
        return last + 1

    def slashes(self, index: int, found: re.Match[str]) -> int:
        """A line of slashes: the end of a block or the beginning of one. Returns the index after it."""
        if not found["name"] and not found["rest"].strip():
            if self.open is None:
                self.problems.append(
                    Problem(
                        "stray-block-end",
                        self.place(index, found.start("slashes") + 1, len(found["slashes"])),
                        "This line closes a block, and none is open.",
                        "Delete it, or open the block above: /// side-box",
                    )
                )
            else:
                self.close(index)
            return index + 1
        if self.open is not None:
            self.unclosed(self.open)
            self.close(index, closed=False)
        self.passage()
        return self.begin(index, found)

    def begin(self, index: int, found: re.Match[str]) -> int:
        """Open a block and read its options. Returns the index after them."""
        name = found["name"]
        if found["rest"].strip():
            self.problems.append(
                Problem(
                    "bad-block",
                    self.place(index, found.start("rest") + 1, len(found["rest"].rstrip())),
                    "Only the name of the block stands on this line.",
                    "Write options on the lines below, four spaces in: title: …",
                )
            )
        known = self.keys.get(name, frozenset())
        start = index + 1
        while start < len(self.lines) and not self.lines[start].strip():
            start += 1
        if start > index + 1 and not (start < len(self.lines) and self.lines[start].startswith("    ")):
            start = index + 1
        stop = start
        out_of_place = None
        while stop < len(self.lines) and self.lines[stop].strip():
            line = self.lines[stop]
            indented = line.startswith(("    ", "\t"))
            key = _KEY.match(line)
            if not indented:
                if _SLASHES.fullmatch(line) or not (key and key["key"] in known):
                    break
                out_of_place = stop if out_of_place is None else out_of_place
            stop += 1
        options = self.lines[start:stop]
        if out_of_place is not None:
            self.problems.append(
                Problem(
                    "option-indent",
                    self.place(out_of_place, 1, len(self.lines[out_of_place])),
                    "The options of a block stand four spaces in.",
                    "Put four spaces before each option, right below the line with the slashes.",
                )
            )
            options = [f"    {line.strip()}" if not line.startswith("    ") else line for line in options]
        place = self.place(index, found.start("name") + 1, len(name))
        self.open = WrittenBlock(
            name, place, Passage("\n".join(options), self.first_line + start), Passage("", 0)
        )
        return stop

    def unclosed(self, block: WrittenBlock) -> None:
        self.problems.append(
            Problem(
                "open-block",
                block.place,
                "This block is never closed.",
                "Put a line with /// after its last line. A block cannot stand inside another.",
            )
        )

    def close(self, index: int, *, closed: bool = True) -> None:
        """End the open block before the line at `index`."""
        if self.open is not None:
            line = self.first_line + (self.started if self.kept else index)
            words = Passage("\n".join(self.kept), line)
            self.items.append(WrittenBlock(self.open.name, self.open.place, self.open.options, words, closed))
        self.open, self.kept = None, []

    def passage(self) -> None:
        """End a passage of Markdown."""
        if any(line.strip() for line in self.kept):
            self.items.append(Passage("\n".join(self.kept), self.first_line + self.started))
        self.kept = []

    def picture(self, index: int) -> bool:
        """A picture that is a paragraph of its own."""
        found = _PICTURE.fullmatch(self.lines[index])
        around = [self.lines[number] for number in (index - 1, index + 1) if 0 <= number < len(self.lines)]
        if not found or any(line.strip() and not _SLASHES.fullmatch(line) for line in around):
            return False
        self.passage()
        caption = found["double"] or found["single"] or None
        place = self.place(index, 1, len(self.lines[index].rstrip()))
        self.items.append(WrittenPicture(found["alt"].strip(), found["file"], caption, place))
        return True

    def stray_picture(self, index: int) -> None:
        masked = _CODE.sub(lambda code: " " * len(code[0]), self.lines[index])
        found = None if self.lines[index].startswith("    ") else _ANY_PICTURE.search(masked)
        if found:
            self.problems.append(
                Problem(
                    "stray-picture",
                    self.place(index, found.start() + 1, 2),
                    "A picture stands alone between two empty lines, outside of blocks.",
                    'Write it so: ![what it shows](photo.jpg "Caption")',
                )
            )


def scan_body(
    text: str,
    file: PurePosixPath,
    first_line: int,
    keys: dict[str, frozenset[str]],
    *,
    with_pictures: bool = True,
) -> tuple[list[Item], list[Problem]]:
    """The items of a body in order. `keys` are the options that each kind of block knows.

    Without `with_pictures`, pictures are words like others: MkDocs places them.
    """
    scanner = _Scanner(file, text.split("\n"), first_line, keys, with_pictures)
    scanner.run()
    return scanner.items, scanner.problems
