"""Publishing: a finished tree is made beside the site, judged by gates, listed, and swapped in whole.

Knows folders and files of a finished site only; what fills the tree is handed in.
"""

from cyclebook.building.release.finding import Finding
from cyclebook.building.release.lock import BusyError
from cyclebook.building.release.manifest import (
    MANIFEST,
    Manifest,
    ManifestError,
    holds_a_release,
    read_manifest,
)
from cyclebook.building.release.places import PlaceError, Places
from cyclebook.building.release.release import Gate, Made, RefusedError, release

__all__ = [
    "MANIFEST",
    "BusyError",
    "Finding",
    "Gate",
    "Made",
    "Manifest",
    "ManifestError",
    "PlaceError",
    "Places",
    "RefusedError",
    "holds_a_release",
    "read_manifest",
    "release",
]
