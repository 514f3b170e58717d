"""Opens what people put into folders: plain files of a fair size, and nothing else.

A link may lead out of the folder, a pipe would wait for ever, and a file without end would fill
the memory. So a file is looked at before it is opened, and again once it is open.
"""

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from cyclebook.model.problem import Place, Problem, printable
from cyclebook.reading.plain_text import is_unseen

MAX_ENTRIES = 1_000
"""Files and folders in one folder."""

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_HOW = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | _NO_LINK


def read_file(
    path: Path, shown: PurePosixPath, limit: int, missing_hint: str = "", *, links: bool = False
) -> bytes | Problem:
    """The bytes of a file of at most `limit` bytes; a problem at `shown` for everything else.

    Never waits, never holds more than `limit` bytes, and never follows a link, unless a person named
    the file on the command line (`links`).
    """
    try:
        found = path.stat() if links else path.lstat()
    except FileNotFoundError:
        return Problem(
            "missing-file", Place(shown), f"The file {printable(shown.name)} is missing.", missing_hint
        )
    except (OSError, ValueError):
        return _unreadable(shown)
    odd = _odd(found.st_mode, shown)
    if odd is not None:
        return odd
    try:
        handle = os.open(path, _HOW & ~_NO_LINK if links else _HOW)
        with os.fdopen(handle, "rb") as opened:
            odd = _odd(os.fstat(handle).st_mode, shown)
            if odd is not None:
                return odd
            too_large = os.fstat(handle).st_size > limit
            content = b"" if too_large else opened.read(limit + 1)
    except OSError:
        return _unreadable(shown)
    if too_large or len(content) > limit:
        told = f"This file is larger than {limit // 1000:,} kB."
        return Problem("too-large", Place(shown), told, "Split it, or take parts out.")
    return content


def _unreadable(shown: PurePosixPath) -> Problem:
    told = "This file cannot be read."
    return Problem("missing-file", Place(shown), told, "Check who may read it, or copy it here again.")


def _odd(mode: int, shown: PurePosixPath) -> Problem | None:
    """What stands here is no plain file."""
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISLNK(mode):
        return linked(shown)
    return no_plain_file(shown, folder=stat.S_ISDIR(mode))


def no_plain_file(shown: PurePosixPath, *, folder: bool = False) -> Problem:
    """A folder, pipe, socket or device where a file should be."""
    told = "This is a folder with the name of a file." if folder else "This is no plain file."
    return Problem("bad-path", Place(shown), told, "Put a text file here, or rename this or delete it.")


def linked(shown: PurePosixPath, what: str = "file") -> Problem:
    """A link, which could lead out of the folder."""
    hint = f"Put the {what} itself here."
    return Problem("bad-path", Place(shown), f"This {what} is a link to another one.", hint)


def is_file(path: Path) -> bool:
    """True for a file, or a link to one; False, and no error, for a name that no file can have."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def entries(folder: Path, shown: PurePosixPath) -> list[Path] | Problem:
    """What lies in a folder, by name; none where there is no such folder; a problem where it is too much."""
    found: list[Path] = []
    try:
        with os.scandir(folder) as listed:
            for entry in listed:
                found.append(folder / entry.name)
                if len(found) > MAX_ENTRIES:
                    told = f"This folder has more than {MAX_ENTRIES:,} files, so none of them is read."
                    return Problem("too-large", Place(shown), told, "Keep only what belongs to its teams.")
    except FileNotFoundError:
        return []
    except OSError:
        told = "This folder cannot be read."
        return Problem("missing-file", Place(shown), told, "Check who may read it.")
    return sorted(found)


def unseen_in_name(name: str, shown: PurePosixPath) -> Iterator[Problem]:
    """The first character of a file's name that nobody can see, or that is not text at all."""
    for position, one in enumerate(name, 1):
        if unicodedata.category(one) == "Cs":
            told = f"The name of this file is not text: its character {position} cannot be read."
        elif is_unseen(one) or one in "\n\t":
            title = unicodedata.name(one, "").lower()
            called = f"{title}, U+{ord(one):04X}" if title else f"U+{ord(one):04X}"
            told = f"A character that nobody can see is number {position} in the name of this file: {called}."
        else:
            continue
        hint = "Give the file a new name, and type it by hand."
        yield Problem("hidden-character", Place(shown), told, hint)
        return
