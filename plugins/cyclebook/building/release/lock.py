"""One release at a time. The system lets go of the lock when a process ends, however it ends."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from cyclebook.building.errors import CyclebookError

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl

_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What a system answers where another process holds the lock."""
_PAUSE = 0.1
"""Seconds between two tries."""


class BusyError(CyclebookError):
    """Another build of this site is at work."""


@contextmanager
def alone(lock: Path, *, wait: bool) -> Iterator[None]:
    """Hold the file `lock` (its folder exists) for as long as the block runs.

    Raises `BusyError` where another process holds it, unless the caller is willing to `wait`, and OSError
    where the disk knows no locks.
    The file of a process that has died is free: nothing has to be cleared away by hand.
    """
    with lock.open("a+", encoding="ascii") as file:
        while not _taken(file):
            if not wait:
                raise BusyError(_busy(lock))
            time.sleep(_PAUSE)
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def _busy(lock: Path) -> str:
    number = lock.read_text("ascii", errors="replace").strip()
    by = f" (process {number})" if number.isdigit() else ""
    return f"Another build of this site is at work{by}. Wait until it ends, or use --wait."


def _taken(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":  # pragma: no cover
            file.seek(1_000_000)  # a byte that nobody writes: others can still read the number
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True
