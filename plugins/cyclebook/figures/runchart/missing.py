"""Weeks without a number: a pale column each, and the reason once for each run of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cyclebook.catalogue import _
from cyclebook.figures import colours, lettering, phrases
from cyclebook.figures.marks import Bar, Box, Label
from cyclebook.figures.runchart.frame import Frame
from cyclebook.published import Absent, Series

_GUTTER = 1.5
_MARGIN = 8.0


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring weeks that lack a number for one reason."""

    weeks: tuple[int, ...]
    reason: str

    def words(self, *, short: bool = False) -> str:
        """ "weeks 4 to 8 not published", in a narrow chart "weeks 4–8 not published"."""
        if short and len(self.weeks) > 1:
            span = _("weeks {first}–{last}", first=self.weeks[0], last=self.weeks[-1])
            return _("{weeks} {reason}", weeks=span, reason=self.reason)
        return _("{weeks} {reason}", weeks=phrases.span(self.weeks), reason=self.reason)


def missing_runs(series: Series) -> tuple[Run, ...]:
    """The missing weeks of a series, neighbours with one reason together."""
    reasons = [(p.week, p.value.text if isinstance(p.value, Absent) else None) for p in series.points]
    breaks = [i for i, (a, b) in enumerate(pairwise(reasons), start=1) if a[1] != b[1]]
    groups = [reasons[a:b] for a, b in pairwise([0, *breaks, len(reasons)])]
    return tuple(Run(tuple(week for week, _why in group), group[0][1]) for group in groups if group[0][1])


def sentences(runs: Sequence[Run]) -> tuple[str, ...]:
    """ "Weeks 1 and 4 to 8 not published.": one sentence for each reason."""
    reasons = dict.fromkeys(run.reason for run in runs)
    weeks = {reason: [w for run in runs if run.reason == reason for w in run.weeks] for reason in reasons}
    return tuple(
        phrases.sentence(_("{weeks} {reason}", weeks=phrases.span(missed), reason=reason))
        for reason, missed in weeks.items()
    )


def columns(runs: Sequence[Run], frame: Frame) -> tuple[Bar, ...]:
    """One pale column for each missing week."""
    half = max(frame.half_week - _GUTTER, 0.5)
    places = [frame.x(week) for run in runs for week in run.weeks]
    return tuple(Bar(Box(x - half, frame.top, x + half, frame.bottom), colours.TINT) for x in places)


def label_places(run: Run, frame: Frame) -> Iterator[tuple[Label, ...]]:
    """Places for the reason, in tiers: its weeks and the reason, the reason alone, the reason upright."""
    size = frame.format.text
    left = frame.x(run.weeks[0]) - frame.half_week
    right = frame.x(run.weeks[-1]) + frame.half_week
    middle = (left + right) / 2
    heights = [frame.top + (frame.bottom - frame.top) * part for part in (0.5, 0.35, 0.65, 0.2, 0.8)]
    texts = [run.words(), run.words(short=True)] if len(run.weeks) > 1 else []
    for text in (*texts, run.reason):
        if lettering.width(text, size) <= right - left - 2 * _MARGIN:
            yield tuple(
                Label(middle, y, text, size, colours.INK_3, "middle", halo=colours.TINT) for y in heights
            )
    x = middle + size * 0.33
    yield tuple(
        Label(x, y, run.reason, size, colours.INK_3, "middle", turned=True, halo=colours.TINT)
        for y in heights
    )
