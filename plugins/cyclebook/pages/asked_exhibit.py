"""An exhibit of an article as its author asked for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskedExhibit:
    """What an author asked for: the exhibit's id on the page, and words that win over computed ones."""

    id: str
    source: str
    named: str | None
    """The source that the author names, if any: it wins over what the facts themselves name."""
    measure: str | None
    headline: str | None
    alt: str | None
    noted: bool
    """True where the author says below the figure how to read it."""
