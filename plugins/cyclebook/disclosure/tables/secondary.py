"""Which entries to hide beside the small ones: as few as it takes, then rather cells than totals."""

from collections.abc import Sequence

from cyclebook.disclosure.tables.cover import quick_cover, smallest_cover
from cyclebook.disclosure.tables.layout import Layout
from cyclebook.disclosure.tables.promises import Promises

_ALWAYS_EXACT = 25  # entries: 4 by 4 cells and their margins
_EXACT = 200  # entries: beyond, one branch alone takes long
_BRANCHES = 2_000  # about half a second
_TRIES = 1_000_000  # entries times small entries times tries: about a second


def fewest(layout: Layout, promises: Promises) -> int | None:
    """The entries to hide, small ones included, as bits; None where the search would take too long.

    Of sets of the same size it is one with the fewest totals, and of those the one whose last entry
    comes first, and so on: a choice by place, since one by value would tell something of the values.
    """
    if len(layout.entries) > _EXACT:
        return None
    patience = None if len(layout.entries) <= _ALWAYS_EXACT else _BRANCHES
    walls: set[int] = set()
    more = 0
    while found := promises.walls(promises.small | more):
        walls |= found
        cover = smallest_cover(walls, _costs(layout), patience)
        if cover is None:
            return None
        more = cover
    return promises.small | more


def enough(layout: Layout, promises: Promises) -> int:
    """Entries to hide, small ones included, as bits: not always the fewest.

    Those that turn out not to be needed are shown again, as long as the work allows.
    """
    costs = _costs(layout)
    more = 0
    walls: set[int] = set()
    while found := promises.walls(promises.small | more):
        walls |= found
        more |= quick_cover(found, costs)
    tries = _TRIES // (len(layout.entries) * promises.small.bit_count())
    for at in reversed(range(len(layout.entries))):
        fewer = more & ~(1 << at)
        if tries and fewer != more and all(fewer & wall for wall in walls):
            tries -= 1
            more = fewer if promises.kept(promises.small | fewer) else more
    return promises.small | more


def _costs(layout: Layout) -> Sequence[int]:
    """What it costs to hide each entry: sums of costs compare by number, then by totals, then by place."""
    room = len(layout.entries)
    return [(1 << 2 * room) + (entry.margin << room) + (1 << at) for at, entry in enumerate(layout.entries)]
