"""A list of names that must not be published, kept outside of the repository. No name on it is ever shown."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

from cyclebook.model.problem import Place, Problem
from cyclebook.reading.personal.found import Found
from cyclebook.reading.personal.words import folded, words_of

CODE = "roster-name"
MAX_ROSTER = 10_000_000
_WIDEST_GAP = 4


@dataclass(frozen=True, slots=True)
class Roster:
    """Names as rows of folded words, by their first word."""

    names: dict[str, tuple[tuple[str, ...], ...]]

    def names_in(self, text: str) -> Iterator[Found]:
        """Whole names in a text, whatever their capitals and accents, and whatever parts their words."""
        words = [
            (folded(part.text), word_start + part.start, word_start + part.end)
            for word in words_of(text)
            for word_start in (word.start,)
            for part in _parts(word.core)
        ]
        for at, (first, start, _) in enumerate(words):
            for name in self.names.get(first, ()):
                row = words[at : at + len(name)]
                if tuple(word for word, _, _ in row) == name and _close(row):
                    yield Found(start, row[-1][2], "a name on the roster", "not shown", CODE)


def _parts(text: str) -> Iterator["_Part"]:
    """The words that hyphens and apostrophes join: Smith-Jones as two."""
    if text.isalpha():
        yield _Part(text, 0, len(text))
        return
    start = 0
    for end, one in enumerate([*text, "-"]):
        if one in "'’-":
            if end > start:
                yield _Part(text[start:end], start, end)
            start = end + 1


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    start: int
    end: int


def _close(row: list[tuple[str, int, int]]) -> bool:
    return all(second[1] - first[2] <= _WIDEST_GAP for first, second in pairwise(row))


def read_roster(path: Path, project: Path, told_at: PurePosixPath) -> Roster | Problem:
    """The roster at `path`; a problem at `told_at` where it cannot be used, or lies in `project`.

    One name a line, "Ann Bell" or "Bell, Ann"; UTF-8.
    """
    place = Place(told_at)
    if path == Path():
        return Problem(
            "roster-unread",
            place,
            "The variable CYCLEBOOK_ROSTER is set and empty, so nothing is compared with a roster.",
            "Give it the path of the roster, or do not set it at all.",
        )
    if path.resolve().is_relative_to(project.resolve()):
        return Problem(
            "roster-unread",
            place,
            "The roster lies inside this folder, where it could be published.",
            "Move it out of the folder, and give its new place to CYCLEBOOK_ROSTER.",
        )
    try:
        if path.stat().st_size > MAX_ROSTER:
            return _unread(place, "is larger than 10 MB")
        lines = path.read_bytes().decode("utf-8-sig").splitlines()
    except OSError:
        return _unread(place, "cannot be opened")
    except UnicodeDecodeError:
        return _unread(place, "is not saved as UTF-8 text")
    names: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        front, comma, back = line.partition(",")
        if any(one.isdigit() or one in ";\t@" for one in line) or "," in back:
            return _unread(place, f"has more than a name in line {number}")
        name = tuple(
            folded(part.text)
            for word in words_of(f"{back} {front}" if comma else line)
            for part in _parts(word.text)
        )
        if not name:
            return _unread(place, f"has no name in line {number}")
        names[name[0]].add(name)
        names[name[-1]].add((name[-1], *name[:-1]))
    if not names:
        return _unread(place, "holds no name")
    return Roster({first: tuple(sorted(rows)) for first, rows in names.items()})


def _unread(place: Place, why: str) -> Problem:
    return Problem(
        "roster-unread",
        place,
        f"The roster that CYCLEBOOK_ROSTER names {why}, so nothing is compared with it.",
        "Write one name a line, first name first, and save it as UTF-8 text.",
    )
