"""The words of a text with their places, and what they are folded to for comparing."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWNING = ("'s", "’s", "'S", "’S")


class Word(NamedTuple):
    """A word from `start` to `end`; `core` is it without a closing 's, and `owning` says that it had one.

    `is_title` is true for a capital and small letters (Lopez, O'Neil, García), `is_capitals` for three
    capitals or more.
    """

    text: str
    start: int
    end: int
    core: str
    owning: bool
    is_title: bool
    is_capitals: bool


def words_of(text: str) -> list[Word]:
    """All words of a text; hyphens and apostrophes inside a word belong to it."""
    return [_word(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]


def _word(text: str, start: int, end: int) -> Word:
    if text[0].islower():
        return Word(text, start, end, text, text.endswith(_OWNING), is_title=False, is_capitals=False)
    owning = text.endswith(_OWNING)
    core = text[:-2] if owning else text
    upper = core.isupper()
    title = not upper and text[0].isupper()
    return Word(text, start, end, core, owning, is_title=title, is_capitals=upper and len(core) > 2)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Without accents and capitals: "GARCÍA" and "Garcia" to "garcia"."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()
