"""What can be wrong with the file of the ledger, and how to mend it.

The hub commits this file, so it is merged like any other: what a merge leaves behind has a name.
"""

import json
from pathlib import PurePosixPath

from cyclebook.building.errors import CyclebookError
from cyclebook.building.report import as_text
from cyclebook.model.problem import Place, Problem
from cyclebook.reading.plain_text import MERGE_MARK, MERGE_MARKS

LEDGER = PurePosixPath("releases/ledger.jsonl")
"""Where the ledger lies, beside the project's mkdocs.yml. The hub commits it."""

_MIDDLE = "======="
_RESTORE = f"Put the file back as Git has it (git restore {LEDGER}). Mend nothing in it by hand."
_BOTH_HALVES = f"Keep every line of both halves, and delete the lines with the marks: those {MERGE_MARKS}"


class LedgerError(CyclebookError):
    """The ledger cannot be used; `problems` say where and how to mend it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(as_text(problems, quoting=False))
        self.problems = problems


def is_merge_mark(line: str) -> bool:
    """True for a line that Git writes between the halves of a merge conflict."""
    line = line.rstrip("\r")
    return line == _MIDDLE or MERGE_MARK.fullmatch(line) is not None


def merge_conflict(shown: PurePosixPath, line: int, text: str) -> Problem:
    """The first mark of a merge conflict, on this line."""
    told = "Two versions of the ledger were merged, and the marks of the merge conflict still stand here."
    return _problem(Place(shown, line, 1, len(text)), told, _BOTH_HALVES)


def damaged_line(shown: PurePosixPath, line: int, text: str) -> Problem:
    """A line that is no entry."""
    if not text.strip():
        told = "This line of the ledger is empty."
    elif _is_whole(text):
        told = "This line of the ledger is no fact as the program writes it."
    else:
        told = "This line of the ledger is cut off, or something else stands in its place."
    return _problem(Place(shown, line), told, _RESTORE)


def unreadable(shown: PurePosixPath) -> Problem:
    """The file is no text, or no file."""
    return _problem(Place(shown), "The ledger cannot be read as text.", _RESTORE)


def written_meanwhile() -> Problem:
    """The file is not the one that was read at the beginning."""
    told = "Another release has written the ledger meanwhile."
    return _problem(Place(LEDGER), told, "Build again.")


def missing(manifest: str) -> Problem:
    """There is no ledger, though the file `manifest` is there."""
    told = f"The ledger is not here, and {manifest} shows that a release went out before."
    hint = (
        f"Put the file back from Git (git restore {LEDGER}). Without it nobody knows what was withheld. "
        "Only if there was never one, build once with --new-ledger"
    )
    return _problem(Place(LEDGER), told, hint)


def there_already() -> Problem:
    """A new ledger was asked for, and there is one."""
    told = "There is a ledger already, so none is begun."
    return _problem(Place(LEDGER), told, "Build without --new-ledger")


def _problem(place: Place, told: str, hint: str) -> Problem:
    return Problem("bad-ledger", place, told, hint)


def _is_whole(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
