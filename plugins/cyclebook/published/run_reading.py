"""What a run chart says, as a reader may have it, and the only sentences that say it.

Pages, text alternatives and the command `measure` take their words from here, so that
no two of them claim different things of one series.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from cyclebook.published.values import Better


class RunLine(StrEnum):
    """Which line may be drawn beside the points and the goal."""

    NONE = "none"
    MEDIAN_SO_FAR = "median-so-far"  # of five to nine useful weeks
    MEDIAN = "median"
    FROZEN_MEDIAN = "frozen-median"  # of a baseline of eight weeks or more
    BASELINE = "baseline"  # a labelled line, and no rule about it


class RunSays(StrEnum):
    """The most that may be said of a series."""

    COUNTS_ONLY = "counts-only"
    TOO_FEW = "too-few-weeks"
    NOT_ANALYSABLE = "not-analysable"
    NO_SIGNAL = "no-signal"
    SIGNAL = "signal-of-change"
    SHIFT_ABOVE = "shift-above-baseline"
    SHIFT_BELOW = "shift-below-baseline"


class RunRule(StrEnum):
    """What chance alone seldom does."""

    LONG_RUN = "long-run"
    FEW_CROSSINGS = "few-crossings"
    TREND = "trend"
    EIGHT_IN_A_ROW = "eight-in-a-row"


class RunReason(StrEnum):
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


_BECAUSE = {
    RunReason.SHORT_BASELINE: "It is drawn as a line only: against so few weeks, chance makes long runs.",
    RunReason.EMPTY_BASELINE: "No week of the baseline was counted.",
    RunReason.UNSTEADY_BASELINE: "The baseline was already changing, so this is not called a shift.",
    RunReason.NO_ONE_SIDE: "It points to no one side, so it is not called a shift.",
    RunReason.GIVEN_LINE: "The line does not come from these weeks, so nothing is read from runs beside it.",
}


@dataclass(frozen=True, slots=True)
class RunReading:
    """What may be said of a series, in week order.

    `weeks` counts those with a number, `useful` those off the line, `baseline_weeks`
    those behind a baseline; `at_goal` is (weeks at or past the goal in force, counted
    weeks), read with `better`. Each is None where it is not for the reader. A median is
    "so far" until the cycle has `finished`. `groups_differ` where the size of the group
    differs by more than a quarter between weeks. A running total has no reading.
    """

    says: RunSays
    line: RunLine
    rules: tuple[RunRule, ...] = ()
    reasons: tuple[RunReason, ...] = ()
    weeks: int | None = None
    useful: int | None = None
    at_goal: tuple[int, int] | None = None
    better: Better | None = None
    baseline_weeks: int | None = None
    finished: bool = False
    groups_differ: bool = False

    @property
    def line_name(self) -> str | None:
        """What the line is called beside its value: "median so far"; None where none is drawn."""
        match self.line:
            case RunLine.NONE:
                return None
            case RunLine.BASELINE:
                return "baseline"
            case RunLine.FROZEN_MEDIAN:
                return "baseline median"
            case RunLine.MEDIAN | RunLine.MEDIAN_SO_FAR:
                return "median" if self.finished else "median so far"

    @property
    def mark(self) -> str | None:
        """The words that mark a signal inside a drawing; None where there is none."""
        return {
            RunSays.SIGNAL: "signal of change",
            RunSays.SHIFT_ABOVE: "shift above",
            RunSays.SHIFT_BELOW: "shift below",
        }.get(self.says)

    @property
    def beyond_counts(self) -> tuple[str, ...]:
        """The sentences but the count of weeks at the goal, for where that stands already."""
        return replace(self, at_goal=None).sentences

    @property
    def sentences(self) -> tuple[str, ...]:
        """All that a page may say of the series, counts first."""
        return tuple(self._sentences())

    @property
    def text(self) -> str:
        """The sentences, as one paragraph."""
        return " ".join(self.sentences)

    @property
    def claim(self) -> str:
        """What the weeks tell, in one sentence: "No signal of change; with …", "A signal of change: …"."""
        match self.says:
            case RunSays.COUNTS_ONLY:
                return self._counts
            case RunSays.TOO_FEW:
                return self._too_few
            case RunSays.NOT_ANALYSABLE:
                shared = "baseline weeks" if RunReason.SHARED_BASELINE in self.reasons else "weeks"
                return f"Not analysable: more than half the {shared} share one value."
            case RunSays.NO_SIGNAL:
                against = "against the baseline median" if self._frozen else "of change"
                if RunReason.FEW_WEEKS not in self.reasons:
                    return f"No signal {against}."
                return f"No signal {against}; with so few weeks even a large change is often missed."
            case RunSays.SIGNAL:
                return f"A signal of change{self._rules}."
            case RunSays.SHIFT_ABOVE:
                return f"A shift above the baseline median{self._rules}."
            case RunSays.SHIFT_BELOW:
                return f"A shift below the baseline median{self._rules}."

    def _sentences(self) -> Iterator[str]:
        if self.at_goal is not None:
            met, counted = self.at_goal
            side = "past" if self.better is None else "above" if self.better is Better.HIGHER else "below"
            yield f"At or {side} the goal in {met} of {_weeks(counted)}."
        yield self.claim
        yield from (_BECAUSE[reason] for reason in self.reasons if reason in _BECAUSE)
        if self.groups_differ:
            yield "The size of the group differs by more than a quarter between weeks."

    @property
    def _counts(self) -> str:
        if RunReason.SHORT_BASELINE in self.reasons:
            if self.baseline_weeks is None:
                return "The baseline is short."
            middle = "" if self.baseline_weeks == 1 else "the middle of "
            return f"The baseline is {middle}{_weeks(self.baseline_weeks)}."
        if self.weeks == 0:
            return "No week was counted."
        counted = "" if self.weeks is None else f"Counted in {_weeks(self.weeks)}"
        if self.reasons:
            return f"{counted or 'Only the counts are shown'}."
        if self.line is RunLine.BASELINE:
            return f"{counted}{': too few' if counted else 'Too few weeks'} lie off the baseline to say more."
        return f"{counted}{': too few' if counted else 'Too few weeks'} to say more."

    @property
    def _too_few(self) -> str:
        if RunReason.NOTHING_AFTER_BASELINE in self.reasons:
            return "No week after the baseline was counted."
        need = "for run-chart rules, which need about 10."
        if self.useful is None:
            return f"Too few weeks {need}"
        if self.useful == self.weeks:
            return f"Too few weeks ({self.useful}) {need}"
        return f"Too few weeks off the median ({self.useful}) {need}"

    @property
    def _frozen(self) -> bool:
        return self.line is RunLine.FROZEN_MEDIAN

    @property
    def _rules(self) -> str:
        """The rules that fired, after a colon; nothing where they are not for the reader."""
        line = "the baseline median" if self._frozen else "the median"
        words = {
            RunRule.LONG_RUN: f"a long run of weeks on one side of {line}",
            RunRule.FEW_CROSSINGS: f"fewer crossings of {line} than chance alone usually makes",
            RunRule.TREND: "many weeks in a row that only rise or only fall",
            RunRule.EIGHT_IN_A_ROW: "eight weeks or more in a row on the better side",
        }
        told = [words[rule] for rule in self.rules]
        listed = " and ".join([", ".join(told[:-1]), told[-1]] if told[1:] else told)
        return f": {listed}" if listed else ""


def _weeks(count: int) -> str:
    return "1 week" if count == 1 else f"{count} weeks"
