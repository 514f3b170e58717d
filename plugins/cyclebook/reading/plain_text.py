"""Bytes to text: size, encoding, line ends, and the characters that no storyboard needs.

What is found is reported and replaced by a space, so that places stay right and the
rest of the file can still be read.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from cyclebook.model.file_kinds import TABLES, ending
from cyclebook.model.problem import Place, Problem

MAX_MARKDOWN = 256_000
MAX_CSV = 1_000_000

_EMOJI_JOINERS = "\u200c\u200d"
_UNSEEN = ("Cc", "Cf", "Co", "Zl", "Zp")
MERGE_MARK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
"""A line that Git writes into a merge conflict, but for the middle one, which underlines a heading too."""
MERGE_MARKS = "that begin with <<<<<<<, ======= and >>>>>>>."
_AS_PLAIN_TEXT = "Open it in the program that made it, and save its text as plain text in UTF-8."
_OTHER_FORMS = {
    b"PK\x03\x04": "This is a spreadsheet or a document with the name of a text file.",
    b"\xd0\xcf\x11\xe0": "This is a spreadsheet or a document with the name of a text file.",
    b"%PDF-": "This is a PDF with the name of a text file.",
    b"\xff\xfe": "This file is saved as UTF-16, not as UTF-8 text.",
    b"\xfe\xff": "This file is saved as UTF-16, not as UTF-8 text.",
}
"""How files begin that were given the ending of a text file, and are none."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """The text with \\n at the end of lines, or None where the file cannot be read, and what was wrong."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def plain_text(content: bytes, file: PurePosixPath, limit: int, save_hint: str) -> PlainText:
    """Decode a file of at most `limit` bytes; `save_hint` says how to save it as UTF-8."""
    if len(content) > limit:
        told = f"This file is larger than {limit // 1000:,} kB."
        return PlainText(None, (Problem("too-large", Place(file), told, "Split it, or take parts out."),))
    other = next((told for start, told in _OTHER_FORMS.items() if content.startswith(start)), None)
    if other is not None:
        told = save_hint if ending(file) in TABLES or content[:1] > b"\xf0" else _AS_PLAIN_TEXT
        return PlainText(None, (Problem("not-utf8", Place(file), other, told),))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        # What was decoded, which begins after a byte order mark.
        before = error.object[: error.start]
        start_of_line = before.rfind(b"\n") + 1
        place = Place(file, before.count(b"\n") + 1, len(before[start_of_line:].decode("utf-8")) + 1)
        told = "This file is not saved as UTF-8 text."
        return PlainText(None, (Problem("not-utf8", place, told, save_hint),))
    merge = MERGE_MARK.search(text)
    if merge:
        place = Place(file, text.count("\n", 0, merge.start()) + 1, 1, len(merge[0]))
        told = "Two versions of this file were merged, and both still stand here."
        hint = f"Keep one version, and delete the lines {MERGE_MARKS}"
        return PlainText(None, (Problem("merge-conflict", place, told, hint),))
    odd = {one for one in set(text) if is_unseen(one)}
    if not odd:
        return PlainText(text)
    found = tuple(_reports(text, odd, file))
    return PlainText(text.translate({ord(one): " " for one in odd}), found)


def is_unseen(one: str) -> bool:
    """True for control, bidirectional, invisible and private characters."""
    if one in "\n\t" or one in _EMOJI_JOINERS:
        return False
    return unicodedata.category(one) in _UNSEEN or one in "\ufffe\uffff"


def _reports(text: str, odd: set[str], file: PurePosixPath) -> Iterator[Problem]:
    """One problem for each kind of character, at the first place where it stands."""
    for one in sorted(odd):
        start = text.index(one)
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        yield hidden_character(one, Place(file, line, column))


def hidden_character(one: str, place: Place) -> Problem:
    """A character that nobody can see."""
    name = "carriage return" if one == "\r" else unicodedata.name(one, "").lower()
    hint = "Delete it and type the words around it again; such characters come with copied text."
    return Problem(
        "hidden-character",
        place,
        f"A character that nobody can see stands here: {f'{name}, ' if name else ''}U+{ord(one):04X}.",
        "Save the file again with line ends of the kind LF or CRLF." if one == "\r" else hint,
    )
