"""What bands look like: the real ones, for groups of a few sizes."""

from decimal import Decimal

from cyclebook.disclosure.bands import band_of, bands
from cyclebook.model.privacy import SMALLEST_GROUP
from cyclebook.pages.guide import BandRow

__all__ = ["SMALLEST_GROUP", "band_rows"]

_COUNTS = {10: 7, 24: 17, 52: 37, 120: 85, 400: 283}
"""A count for each group size: about seven in ten."""


def band_rows() -> tuple[BandRow, ...]:
    """A row for each size, the smallest group first."""
    return tuple(
        BandRow(size, bands(size), f"{count} of {size}", band_of(Decimal(count * 100) / size, size).text)
        for size, count in _COUNTS.items()
    )
