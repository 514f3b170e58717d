"""Which claim a run chart can bear, from its points and its line.

Narrower than the bare rules: one that fired on too few weeks, or about a line that a few values
made, is not a finding.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from cyclebook.measuring.median import FEWEST_FOR_MEDIAN, median, sides
from cyclebook.measuring.runs import fewest_crossings_by_chance, longest_run_by_chance, longest_trend, runs

FEWEST_FOR_RULES = 10
PLENTY = 20
FEWEST_FOR_BASELINE = 8
EIGHT = 8


class Line(StrEnum):
    """Which line may be drawn beside the points and the goal."""

    NONE = "none"
    MEDIAN_SO_FAR = "median-so-far"
    MEDIAN = "median"
    FROZEN_MEDIAN = "frozen-median"
    BASELINE = "baseline"


class Says(StrEnum):
    """The most that may be said of a series."""

    COUNTS_ONLY = "counts-only"
    TOO_FEW = "too-few-weeks"
    NOT_ANALYSABLE = "not-analysable"
    NO_SIGNAL = "no-signal"
    SIGNAL = "signal-of-change"
    SHIFT_ABOVE = "shift-above-baseline"
    SHIFT_BELOW = "shift-below-baseline"


class Rule(StrEnum):
    """What chance alone seldom does."""

    LONG_RUN = "long-run"
    FEW_CROSSINGS = "few-crossings"
    TREND = "trend"
    EIGHT_IN_A_ROW = "eight-in-a-row"


class Reason(StrEnum):
    """Why no more may be said."""

    SHARED_VALUE = "more-than-half-share-one-value"
    SHARED_BASELINE = "more-than-half-of-baseline-share-one-value"
    FEW_WEEKS = "large-changes-are-often-missed"
    SHORT_BASELINE = "baseline-too-short"
    EMPTY_BASELINE = "baseline-not-counted"
    UNSTEADY_BASELINE = "baseline-was-changing"
    NO_ONE_SIDE = "no-one-side"
    NOTHING_AFTER_BASELINE = "nothing-after-baseline"
    GIVEN_LINE = "line-of-unknown-origin"


@dataclass(frozen=True, slots=True)
class Series:
    """Counted values about a centre line."""

    values: tuple[Decimal, ...]
    centre: Decimal

    @property
    def sides(self) -> tuple[int, ...]:
        return sides(self.values, self.centre)

    @property
    def one_sided(self) -> bool:
        """True where no point lies above, or none below: about its own median, most values are the same."""
        return len(set(self.sides)) < 2

    @property
    def anhoej(self) -> tuple[Rule, ...]:
        """Which of the two rules fired."""
        found = runs(self.sides)
        if not found:
            return ()
        useful = len(self.sides)
        long = max(length for _, length in found) > longest_run_by_chance(useful)
        few = len(found) - 1 < fewest_crossings_by_chance(useful)
        return (*((Rule.LONG_RUN,) if long else ()), *((Rule.FEW_CROSSINGS,) if few else ()))

    @property
    def trend(self) -> int:
        return longest_trend(self.values, self.centre)

    @property
    def trending(self) -> bool:
        """True from six points in a row that rise or fall; in more than twenty weeks, from seven."""
        return self.trend >= (6 if len(self.values) <= PLENTY else 7)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The line to draw and the claim to make, with the rules behind it and the reasons for no more."""

    line: Line
    says: Says
    rules: tuple[Rule, ...] = ()
    reasons: tuple[Reason, ...] = ()


def about_own_median(series: Series) -> Verdict:
    """What a series says about its own median."""
    useful = len(series.sides)
    line = Line.MEDIAN if useful >= FEWEST_FOR_RULES else Line.MEDIAN_SO_FAR
    line = line if useful >= FEWEST_FOR_MEDIAN else Line.NONE
    if len(series.values) < FEWEST_FOR_MEDIAN:
        return Verdict(Line.NONE, Says.COUNTS_ONLY)
    if series.one_sided:
        return Verdict(line, Says.NOT_ANALYSABLE, reasons=(Reason.SHARED_VALUE,))
    if useful < FEWEST_FOR_MEDIAN:
        return Verdict(line, Says.COUNTS_ONLY)
    if useful < FEWEST_FOR_RULES:
        return Verdict(line, Says.TOO_FEW)
    fired = (*series.anhoej, *((Rule.TREND,) if series.trending else ()))
    return Verdict(line, Says.SIGNAL, fired) if fired else _no_signal(line, useful)


def about_baseline(series: Series, first: Series, wanted: int | None) -> Verdict:
    """What a series says about the median of the `first` weeks, the baseline of a team.

    `wanted` is the better side, 1 or -1. A trend is no rule here: it needs no baseline.
    """
    if len(first.values) < FEWEST_FOR_BASELINE:
        # About one value, eight weeks of pure noise have six in a row on the better side 18% of the time,
        # about the median of three 12%, of five 9%, of seven 8%; about a known median 3%. So four to seven
        # weeks are no firmer ground than one to three: a labelled line, and no rule.
        return Verdict(Line.BASELINE, Says.COUNTS_ONLY, reasons=(Reason.SHORT_BASELINE,))
    useful = len(series.sides)
    after = Series(series.values[len(first.values) :], series.centre)
    if first.one_sided:
        # As about its own median: where most weeks share a value at the end of the scale, points can
        # leave it to one side only, and every such series would seem to shift.
        return Verdict(Line.FROZEN_MEDIAN, Says.NOT_ANALYSABLE, reasons=(Reason.SHARED_BASELINE,))
    if useful < FEWEST_FOR_MEDIAN:
        return Verdict(Line.BASELINE, Says.COUNTS_ONLY)
    if not after.values:
        return Verdict(Line.FROZEN_MEDIAN, Says.TOO_FEW, reasons=(Reason.NOTHING_AFTER_BASELINE,))
    if useful < FEWEST_FOR_RULES:
        return Verdict(Line.FROZEN_MEDIAN, Says.TOO_FEW)
    eight = any(side == wanted and length >= EIGHT for side, length in runs(after.sides))
    fired = (*series.anhoej, *((Rule.EIGHT_IN_A_ROW,) if eight else ()))
    if not fired:
        return _no_signal(Line.FROZEN_MEDIAN, useful)
    if first.anhoej or first.trending:
        return Verdict(Line.FROZEN_MEDIAN, Says.SIGNAL, fired, (Reason.UNSTEADY_BASELINE,))
    shift = _shift(series, after, wanted if eight else None)
    if shift is None:
        return Verdict(Line.FROZEN_MEDIAN, Says.SIGNAL, fired, (Reason.NO_ONE_SIDE,))
    return Verdict(Line.FROZEN_MEDIAN, shift, fired)


def _shift(series: Series, after: Series, wanted: int | None) -> Says | None:
    """Above or below where the middle of the weeks after the baseline and every long run agree on it."""
    middle = median(after.values)
    found = sides([middle], series.centre) if middle is not None else ()
    limit = longest_run_by_chance(len(series.sides))
    told = {*found, *(side for side, length in runs(series.sides) if length > limit)}
    told |= {wanted} if wanted else set()
    if not found or len(told) > 1:
        return None
    return Says.SHIFT_ABOVE if found[0] > 0 else Says.SHIFT_BELOW


def _no_signal(line: Line, useful: int) -> Verdict:
    few = (Reason.FEW_WEEKS,) if useful < PLENTY else ()
    return Verdict(line, Says.NO_SIGNAL, reasons=few)
