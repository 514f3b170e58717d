"""What looks like the name of a person, by a rule that favours few false alarms.

A name is: an honorific and a capitalised word (Ms. Lopez); a frequent given name and a capitalised word or
an initial (Maria Lopez, Maria G.); a frequent surname, a comma and a given name (Lopez, Maria); a given
name that owns something or acts alone (Jayden's, Jayden said); the same in capitals where both parts are
frequent. A row of capitalised words that goes on to a school, a street or another institution is its name
and no person's: Marcus Foster Elementary.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from cyclebook.reading.personal.found import Found
from cyclebook.reading.personal.words import Word, folded, words_of

CODE = "personal-name"
_WHAT = "the name of a person"

_FOLDER = files("cyclebook.reading.personal")
_BETWEEN = re.compile(r"[*_`~]{0,3}[ \t\u00a0]{1,3}[*_`~]{0,3}|[ \t]{0,3}\n[ \t>]{0,12}")
_AFTER_DOT = re.compile(r"\.?[*_`~]{0,3}[ \t\u00a0]{0,3}[*_`~]{0,3}")
_COMMA = re.compile(r"[\"']{0,1}[,;][\"']{0,1} {0,2}[\"']{0,1}")
_CELLS = re.compile(r"[\"']?[,;\t] ?[\"']?")
_NOT_AN_INITIAL = ("I", "A")


@cache
def _words(*kinds: str) -> frozenset[str]:
    """The lists of these names in `name_words.toml`."""
    table = tomllib.loads(_FOLDER.joinpath("name_words.toml").read_text("utf-8"))
    return frozenset(word for kind in kinds for word in table[kind].split())


@cache
def _list(name: str) -> frozenset[str]:
    lines = _FOLDER.joinpath(name).read_text("utf-8").splitlines()
    return frozenset(folded(one) for line in lines if not line.startswith("#") for one in line.split())


def is_given(word: str) -> bool:
    """True for a frequent given name."""
    return folded(word) in _list("given_names.txt")


def is_surname(word: str) -> bool:
    """True for a frequent surname."""
    return folded(word) in _list("surnames.txt")


def is_title_of_a_person(word: str) -> bool:
    """True for a folded word that stands before a surname: dr, coach."""
    return word in _words("honorifics", "titles")


def names_in(text: str, *, cells: bool = False) -> Iterator[Found]:
    """Names in a text. With `cells`, a comma may part a given name from a surname, as in a table."""
    words = words_of(text)
    at = 0
    while at < len(words):
        end = _name_at(words, at, text, cells=cells)
        if end:
            end = _to_its_end(words, at, end, text)
            first, last = words[at], words[at + end - 1]
            stop = last.end - 2 if last.owning else last.end
            yield Found(first.start, stop, _WHAT, f"{first.text[0]}***", CODE)
        at += end or 1


def _to_its_end(words: list[Word], at: int, size: int, text: str) -> int:
    """With the capitalised words that go on: Heather J. | Hough, Dr. Robert | Whitman."""
    if size == 1 or words[at + size - 1].owning:
        return size
    while at + size < len(words) and size < 5:
        before, word = words[at + size - 1], words[at + size]
        gap = text[before.end : word.start]
        initial = len(word.text) == 1 and word.text.isupper()
        plain = folded(word.core)
        if not _AFTER_DOT.fullmatch(gap) or not gap or ("." in gap and len(before.text) > 1):
            return size
        if not (initial or word.is_title) or plain in _words("institutions", "no_surnames"):
            return size
        size += 1
        if word.owning:
            return size
    return size


def _name_at(words: list[Word], at: int, text: str, *, cells: bool) -> int:
    """How many words from `at` make a name; 0 for none."""
    word = words[at]
    if not (word.is_title or word.is_capitals):
        return 0
    key = folded(word.core)
    following = words[at + 1] if at + 1 < len(words) else None
    between = text[word.end : following.start] if following else ""
    if key in _words("honorifics") and following and _after_honorific(words, at, text):
        return 2
    if key in _words("titles") and following and _BETWEEN.fullmatch(between):
        named = is_surname(following.core) or is_given(following.core)
        return 2 if named and following.is_title and not _of_an_institution(words, at + 1, text) else 0
    if _of_a_place(words, at, text):
        return 0
    if is_given(key):
        return _given_at(words, at, text, cells=cells)
    if is_surname(key) and following and _COMMA.fullmatch(between) and is_given(following.core):
        after = words[at + 2] if at + 2 < len(words) else None
        listed = after is not None and text[following.end : after.start].startswith(" and")
        return 2 if following.is_title and not listed else 0
    return 0


def _after_honorific(words: list[Word], at: int, text: str) -> bool:
    word, following = words[at], words[at + 1]
    between = text[word.end : following.start]
    if not word.is_title and not word.is_capitals and folded(word.text) not in _words("honorifics"):
        return False
    if not word.text[0].isupper() or not between or not _AFTER_DOT.fullmatch(between):
        return False
    plain = folded(following.core)
    return (
        (following.is_title or following.is_capitals)
        and plain not in _words("institutions", "no_surnames")
        and not _of_an_institution(words, at + 1, text)
    )


def _given_at(words: list[Word], at: int, text: str, *, cells: bool) -> int:
    """How many words a name has that begins with the given name at `at`."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    between = text[word.end : following.start] if following else ""
    if word.owning:
        return 1 if word.is_title and not _of_an_institution(words, at, text) else 0
    if following is None:
        return 0
    if cells and _CELLS.fullmatch(between) and is_surname(following.core):
        return 2
    if not _BETWEEN.fullmatch(between):
        return 0
    if len(following.text) == 1 and following.text.isupper():
        dotted = text[following.end : following.end + 1] == "."
        return 2 if dotted or following.text not in _NOT_AN_INITIAL else 0
    if word.is_capitals:
        both = following.is_capitals and is_surname(following.core)
        return 2 if both and not _of_an_institution(words, at, text) else 0
    plain = folded(following.core)
    if plain in _words("deeds") and following.text.islower():
        return 1
    size = 1
    while size < 4 and plain in _words("particles") and at + size + 1 < len(words):
        size += 1
        following = words[at + size]
        plain = folded(following.core)
    if not following.is_title or plain in _words("institutions", "no_surnames"):
        return 0
    return 0 if _of_an_institution(words, at, text) else size + 1


def _row(words: list[Word], at: int, text: str) -> Iterator[Word]:
    """The capitalised words that follow one another from `at`."""
    yield words[at]
    for before, word in pairwise(words[at : at + 8]):
        gap = text[before.end : word.start]
        joined = _BETWEEN.fullmatch(gap) or _AFTER_DOT.fullmatch(gap) or gap == " & "
        if not joined or not (word.text[0].isupper() or folded(word.text) in _words("particles")):
            return
        yield word


def _of_an_institution(words: list[Word], at: int, text: str) -> bool:
    """True where the capitalised words from `at` on lead to a school, a street or the like."""
    return any(folded(word.core) in _words("institutions") for word in _row(words, at, text))


def _of_a_place(words: list[Word], at: int, text: str) -> bool:
    """San Jose, St. Thomas."""
    if not at:
        return False
    before = words[at - 1]
    gap = text[before.end : words[at].start]
    return folded(before.text) in _words("places") and _AFTER_DOT.fullmatch(gap) is not None


def names_in_file_name(name: str) -> Iterator[Found]:
    """Names in the name of a file or folder: a given name beside a frequent surname, whatever parts them."""
    words = words_of(name.replace("-", " "))
    for first, second in pairwise(words):
        given, last = folded(first.core), folded(second.core)
        parted = len(name[first.end : second.start]) == 1
        pair = (is_given(given) and is_surname(last)) or (is_surname(given) and is_given(last))
        row = {folded(word.core) for word in words}
        if parted and pair and not row & _words("institutions"):
            yield Found(first.start, second.end, _WHAT, f"{first.text[0]}***", CODE)
