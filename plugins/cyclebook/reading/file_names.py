"""Names of files and folders, which become addresses of pages."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from cyclebook.model.fields import read_slug
from cyclebook.model.problem import Place, Problem
from cyclebook.reading.regular_files import unseen_in_name

NETWORK_FILE = "network.md"
COHORT_FILE = "cohort.md"
_RESERVED = ("cohort", "weeks")


def bad_name(name: str, shown: PurePosixPath) -> Iterator[Problem]:
    """A problem where the name of a file or folder cannot be part of an address."""
    unseen = list(unseen_in_name(name, shown))
    yield from unseen
    if unseen:
        return
    try:
        good = read_slug(name) not in _RESERVED
    except ValueError:
        good = False
    if not good:
        yield Problem(
            "bad-file-name",
            Place(shown),
            "{it} cannot be part of an address.",
            f"Rename it with a-z, 0-9 and hyphens; {' and '.join(_RESERVED)} are taken.",
            it=name,
            stand_in="This name",
        )
