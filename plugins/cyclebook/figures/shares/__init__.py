"""Parts of groups as bars: groups beside each other, and groups split over bands.

Hands on: `compared_groups` and `stacked_bands`, which make an `Exhibit` each.
"""

from cyclebook.figures.shares.compared import compared_groups
from cyclebook.figures.shares.stacks import stacked_bands

__all__ = ["compared_groups", "stacked_bands"]
