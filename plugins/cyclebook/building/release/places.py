"""Where a release is made: a hidden folder beside the site, on the same disk, so that a swap is a rename."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from cyclebook.building.errors import CyclebookError
from cyclebook.building.release.manifest import holds_a_release


class PlaceError(CyclebookError):
    """The site's folder cannot be used."""


@dataclass(frozen=True, slots=True)
class Places:
    """The site, and the folder `.<site>.cyclebook` beside it that nobody uploads.

    `next` is the tree that is being made, `previous` the release before this one: a reader who has
    opened the old folder can finish reading it. `aside` exists in the middle of a swap only.
    """

    site: Path
    workshop: Path

    @classmethod
    def beside(cls, site: Path, project: Path) -> "Places":
        """The places for a site; a link to a folder is followed, so that the link stays.

        Raises `PlaceError` where a release would replace the project itself, a file, or files of others.
        """
        real = site.resolve()
        if project.resolve().is_relative_to(real):
            raise PlaceError(
                f"{site} holds the files that the site is made of. Name another folder: site_dir."
            )
        if real.exists() and not real.is_dir():
            raise PlaceError(f"{site} is a file. Move it away, or name another folder: site_dir.")
        if real.is_dir() and any(real.iterdir()) and not _is_a_site_of_ours(real):
            raise PlaceError(
                f"{site} holds files that are no site of ours, and a release would replace them. "
                "Move them away, or name another folder: site_dir."
            )
        return cls(real, real.parent / f".{real.name}.cyclebook")

    @property
    def next(self) -> Path:
        return self.workshop / "next"

    @property
    def previous(self) -> Path:
        return self.workshop / "previous"

    @property
    def aside(self) -> Path:
        return self.workshop / "aside"

    @property
    def lock(self) -> Path:
        return self.workshop / "lock"

    def recover(self) -> None:
        """Put right what a build that was killed left behind: the site back, the half-made tree away."""
        if self.aside.exists():
            if self.site.exists():
                remove(self.previous)
                self.aside.rename(self.previous)
            else:
                self.aside.rename(self.site)
        remove(self.next)


def _is_a_site_of_ours(folder: Path) -> bool:
    """True for a release, and for a site that plain MkDocs has made with our stylesheet."""
    return holds_a_release(folder) or (folder / "assets/cyclebook/book.css").is_file()


def remove(folder: Path) -> None:
    """Remove a folder of ours, where it is there."""
    if folder.is_dir():
        shutil.rmtree(folder)
