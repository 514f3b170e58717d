"""Where the roster is: a list of names that must not be published, outside of the project."""

import os
from pathlib import Path

VARIABLE = "CYCLEBOOK_ROSTER"


def roster_path() -> Path | None:
    """The path in CYCLEBOOK_ROSTER, or None where it is not set.

    Where it is set to nothing, as by a secret that a host does not know, the path is empty and fails.
    """
    given = os.environ.get(VARIABLE)
    return None if given is None else Path(given.strip())
