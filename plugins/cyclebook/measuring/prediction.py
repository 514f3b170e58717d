"""How far a prediction was off, where both numbers were written as counts of one group."""

import re

_COUNT = re.compile(r"([0-9]{1,6}) of ([0-9]{1,6})\b")


def prediction_error(predicted: str | None, happened: str | None) -> int | None:
    """Happened minus predicted, in people; None unless both begin with "x of n" of the same group.

    >>> prediction_error("35 of 52 on time by week 5", "34 of 52 in week 5")
    -1
    """
    before = _COUNT.match(predicted or "")
    after = _COUNT.match(happened or "")
    if not before or not after or before[2] != after[2]:
        return None
    return int(after[1]) - int(before[1])
