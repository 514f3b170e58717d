"""The moment of publishing: a finished tree takes the site's place, whole.

Linux and macOS can exchange two folders in one step of the file system, so there is no moment
without a site and none with half of one. Elsewhere two renames do it; between them the site is
absent for an instant, and `Places.recover` puts it back where the power or the process fails there.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

from cyclebook.building.release.places import Places, remove

_HERE = -100
"""AT_FDCWD: paths are taken as they are written."""
_EXCHANGE_LINUX = 2
_EXCHANGE_MACOS = 2
_UNABLE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
"""What a system or a file system answers that cannot exchange folders."""


def swap(places: Places, exchange: Callable[[Path, Path], bool] | None = None) -> None:
    """Put `places.next` at the site's place; the site that was there becomes `places.previous`.

    `exchange` swaps two folders in one step, or says False where it cannot; it is the system's own.
    Raises OSError where the folder cannot be moved, and leaves the old site where it is.
    """
    exchange = exchange or exchanged
    if not places.site.exists():
        places.next.rename(places.site)
        return
    remove(places.previous)
    if exchange(places.next, places.site):
        places.next.rename(places.previous)
        return
    places.site.rename(places.aside)
    try:
        places.next.rename(places.site)
    except OSError:
        places.aside.rename(places.site)
        raise
    places.aside.rename(places.previous)


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step. False where this system or disk cannot; then nothing has changed."""
    if sys.platform == "win32":  # pragma: no cover
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(libc, "renameat2"):
        failed = libc.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE_LINUX)
    elif sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(os.fsencode(one), os.fsencode(other), _EXCHANGE_MACOS)
    else:
        return False
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in _UNABLE:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))
