"""Pictures that a page shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its path, words for those who cannot see it, caption, credit.

    In an article the path is one below the content folder; in a storyboard it is the name of a file
    beside the page.
    """

    file: str
    alt: str
    caption: str | None
    credit: str | None
