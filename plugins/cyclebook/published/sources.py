"""Where a fact was published or recorded."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of a source list: `text` is the reference, `url` an https address or None."""

    text: str
    url: str | None = None
    short: str | None = None

    @property
    def label(self) -> str:
        """The short form used under a figure."""
        return self.short or self.text
