"""The shrink guard: a release that loses many pages is more often a mistake than a wish."""

from collections.abc import Iterator
from pathlib import Path

from cyclebook.building.release.finding import Finding
from cyclebook.building.release.manifest import files_of
from cyclebook.model.file_kinds import PAGES, ending

_NAMED = 5


def shrunk(old: Path, new: Path) -> Iterator[Finding]:
    """A finding where a fifth or more of the pages of `old` are not in `new`, by address."""
    before = {name for name, _ in files_of(old) if ending(name) in PAGES}
    gone = sorted(before - {name for name, _ in files_of(new)})
    if gone and len(gone) * 5 >= len(before):
        named = ", ".join(gone[:_NAMED])
        more = f" and {len(gone) - _NAMED} more" if len(gone) > _NAMED else ""
        yield Finding(
            "the site",
            f"{len(gone)} of {len(before)} pages would be gone: {named}{more}.",
            "If that is meant, build with --allow-shrink.",
        )
