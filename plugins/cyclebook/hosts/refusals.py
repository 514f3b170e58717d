"""What stops a command, as one message for a person, and never as a traceback."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import click

from cyclebook.building import CyclebookError, LedgerError, RefusedError, defect_words

_REFUSED, _UNABLE = 1, 2
_PLAIN = {
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "The disk space that you may use is full.",
    errno.EROFS: "The disk can be read only.",
    errno.EACCES: "There is no permission to do that.",
    errno.EPERM: "There is no permission to do that.",
    errno.EBUSY: "The folder is in use, or a disk of its own; name a folder inside it: site_dir.",
}


@contextmanager
def told_plainly() -> Iterator[None]:
    """Ends the program with a message on the error stream: code 1 for a refusal, 2 for what prevents it."""
    try:
        yield
    except (RefusedError, LedgerError) as error:
        _end(f"{error}\n\nThe site is as it was.", _REFUSED)
    except CyclebookError as error:
        _end(str(error), _UNABLE)
    except OSError as error:
        said = _PLAIN.get(error.errno or 0) or f"{error.strerror or 'The system refused'}."
        _end(f"{said} ({error.filename})" if error.filename else said, _UNABLE)
    except MemoryError:
        _end("There is not enough memory.", _UNABLE)
    except Exception as error:  # noqa: BLE001 - the edge of the program: a person gets words, not a traceback
        _end(defect_words(error), _UNABLE)


def _end(message: str, code: int) -> None:
    click.echo(message, err=True)
    raise SystemExit(code)
