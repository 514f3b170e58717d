"""Where the roster is: a list of names that must not be published, outside of the project."""

import os
from pathlib import Path

VARIABLE = "CYCLEBOOK_ROSTER"


def roster_path() -> Path | None:
    """The path in CYCLEBOOK_ROSTER, or None where it is not set. An empty one counts as a path: it fails."""
    given = os.environ.get(VARIABLE)
    return None if given is None else Path(given)
