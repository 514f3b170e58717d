"""Everything that the lint finds in one text, and problems of it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from cyclebook.model.file_kinds import TABLES, ending
from cyclebook.model.problem import Place, Problem, Severity
from cyclebook.reading.personal.acknowledged import Acknowledged
from cyclebook.reading.personal.as_read import as_read
from cyclebook.reading.personal.contacts import contacts_in
from cyclebook.reading.personal.found import Found
from cyclebook.reading.personal.names import CODE as NAME
from cyclebook.reading.personal.names import names_in
from cyclebook.reading.personal.roster import CODE as ON_ROSTER
from cyclebook.reading.personal.roster import Roster
from cyclebook.reading.personal.small_counts import small_counts_in

MOST_TOLD = 200
"""So many problems of one file are enough to begin with."""


@dataclass(frozen=True, slots=True)
class Lint:
    """What a text is searched with: what may stand in it, and the roster if there is one."""

    known: Acknowledged
    roster: Roster | None = None

    def found(self, text: str, *, cells: bool = False) -> list[Found]:
        """Personal data in a text, in its order; of two that overlap the longer one."""
        free = self.known.without_allowed(text)
        every = [
            *(self.roster.names_in(text) if self.roster else ()),
            *contacts_in(free),
            *(one for one in names_in(free, cells=cells) if not self.known.covers(one, text)),
        ]
        every.sort(key=lambda one: (one.start, one.start - one.end, one.code != ON_ROSTER))
        kept: list[Found] = []
        for one in every:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return kept


@dataclass(frozen=True, slots=True)
class Searched:
    """Problems of a text, and the words in it that no report may show."""

    problems: tuple[Problem, ...]
    hidden: frozenset[str]


def search_text(text: str, file: PurePosixPath, lint: Lint) -> Searched:
    """Search a file's text, line ends as \\n, with its comments and whatever a reader never sees."""
    cells = ending(file) in TABLES
    starts = [0, *(at + 1 for at, one in enumerate(text) if one == "\n")]
    problems: list[Problem] = []
    hidden = set[str]()
    plainly = dict[int, list[str]]()
    for one in lint.found(text, cells=cells):
        line = bisect_right(starts, one.start)
        if len(problems) < MOST_TOLD:
            end = text.find("\n", one.start, one.end)
            length = (one.end if end < 0 else end) - one.start
            problems.append(problem_of(one, Place(file, line, one.start - starts[line - 1] + 1, length)))
        hidden.update(text[one.start : one.end].split("\n"))
        plainly.setdefault(line, []).append(text[one.start : one.end])
    for line, written in enumerate(text.split("\n"), 1):
        shown = as_read(written)
        if shown is None:
            continue
        seen = plainly.get(line, [])
        disguised = [one for one in lint.found(shown, cells=cells) if shown[one.start : one.end] not in seen]
        for one in disguised[:1]:
            hidden.add(written)
            if len(problems) >= MOST_TOLD:
                break
            problems.append(problem_of(one, Place(file, line, 1, max(1, len(written)))))
    return Searched(tuple(problems), frozenset(words.strip() for words in hidden if len(words.strip()) > 1))


def problem_of(found: Found, place: Place) -> Problem:
    """The problem of what was found, which shows the mask only."""
    if found.code == ON_ROSTER:
        return Problem(
            "roster-name",
            place,
            "A name on the roster stands here. It is not shown.",
            "Take it out. Write of the group, or of a role.",
        )
    if found.code == NAME:
        return Problem(
            "personal-name",
            place,
            f"This looks like {found.what} ({found.mask}).",
            "Write a role instead, such as Counselor. Students are never named. The hub lists an adult who "
            "agreed in network.md under people, and words that are no name under allow.",
        )
    return Problem(
        "personal-data",
        place,
        f"This looks like {found.what} ({found.mask}).",
        "Take it out. If it is meant for the public, the hub lists it in network.md under allow.",
    )


def small_counts(text: str, file: PurePosixPath) -> Iterator[Problem]:
    """Warnings of small counts in words."""
    starts = [0, *(at + 1 for at, one in enumerate(text) if one == "\n")]
    for one in small_counts_in(text):
        line = bisect_right(starts, one.start)
        end = text.find("\n", one.start, one.end)
        length = (one.end if end < 0 else end) - one.start
        yield Problem(
            "small-count",
            Place(file, line, one.start - starts[line - 1] + 1, length),
            "So few students can be recognized by those who know them.",
            "Write some, or a few, or speak of the whole group. Leave it where the number is no secret.",
            severity=Severity.WARNING,
        )
