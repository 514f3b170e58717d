"""The horizontal axis: true dates where every week has one, else the number of the week."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cyclebook.figures.marks import Label
from cyclebook.published import Point

_STEPS = (1, 2, 3, 4, 5, 10, 20)
_GAP = 5.0


@dataclass(frozen=True, slots=True)
class WeekScale:
    """Where each week stands, in weeks or in days; half a `step` is free at either end."""

    places: tuple[tuple[int, float], ...]
    step: float

    @property
    def weeks(self) -> tuple[int, ...]:
        return tuple(week for week, _ in self.places)

    @property
    def first(self) -> float:
        return self.places[0][1] - self.step / 2

    @property
    def last(self) -> float:
        return self.places[-1][1] + self.step / 2

    def at(self, week: int) -> float:
        """The place of a week. Raises KeyError for a week that the series does not have."""
        return dict(self.places)[week]


def week_scale(points: Sequence[Point]) -> WeekScale:
    """The scale of a series. Dates count from the first one, in days; no clock and no time zone."""
    dates = [point.day for point in points if point.day]
    ordered = all(a < b for a, b in pairwise(dates))
    if len(dates) == len(points) and ordered:
        places = tuple((p.week, float((d - dates[0]).days)) for p, d in zip(points, dates, strict=True))
        alone = 7.0
    else:
        places = tuple((point.week, float(point.week)) for point in points)
        alone = 1.0
    gaps = [b - a for (_, a), (_, b) in pairwise(places)]
    return WeekScale(places, min(gaps, default=alone))


def shown(labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels that fit side by side: all, or every second, third … and always first and last."""
    for step in _STEPS:
        kept = [label for i, label in enumerate(labels[:-1]) if i % step == 0]
        while len(kept) > 1 and kept[-1].box.meets(labels[-1].box, _GAP):
            kept.pop()
        kept.append(labels[-1])
        if not any(a.box.meets(b.box, _GAP) for a, b in pairwise(kept)):
            return tuple(kept)
    return tuple(labels[-1:])
