"""How far a prediction was off, where both numbers were written as counts of one group."""

import re
from dataclasses import dataclass

_COUNT = re.compile(r"([0-9]{1,6}) of ([0-9]{1,6})\b")


@dataclass(frozen=True, slots=True)
class PredictedCounts:
    """How many people were predicted and how many it were, of a group of `of`."""

    predicted: int
    happened: int
    of: int


def predicted_counts(predicted: str | None, happened: str | None) -> PredictedCounts | None:
    """Both counts; None unless both texts begin with "x of n" of the same group."""
    before = _COUNT.match(predicted or "")
    after = _COUNT.match(happened or "")
    if not before or not after or before[2] != after[2]:
        return None
    return PredictedCounts(int(before[1]), int(after[1]), int(before[2]))


def prediction_error(predicted: str | None, happened: str | None) -> int | None:
    """Happened minus predicted, in people; None where the two are not counts of one group.

    >>> prediction_error("35 of 52 on time by week 5", "34 of 52 in week 5")
    -1
    """
    found = predicted_counts(predicted, happened)
    return found.happened - found.predicted if found else None
