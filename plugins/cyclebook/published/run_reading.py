"""What a run chart says, as a reader may have it, and the only sentences that say it.

Pages, text alternatives and the command `measure` take their words from here, so that
no two of them claim different things of one series.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from cyclebook.catalogue import N_, _, ngettext
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
    RunReason.SHORT_BASELINE: N_("It is drawn as a line only: against so few weeks, chance makes long runs."),
    RunReason.EMPTY_BASELINE: N_("No week of the baseline was counted."),
    RunReason.UNSTEADY_BASELINE: N_("The baseline was already changing, so this is not called a shift."),
    RunReason.NO_ONE_SIDE: N_("It points to no one side, so it is not called a shift."),
    RunReason.GIVEN_LINE: N_(
        "The line does not come from these weeks, so nothing is read from runs beside it."
    ),
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
                return _("baseline")
            case RunLine.FROZEN_MEDIAN:
                return _("baseline median")
            case RunLine.MEDIAN | RunLine.MEDIAN_SO_FAR:
                return _("median") if self.finished else _("median so far")

    @property
    def mark(self) -> str | None:
        """The words that mark a signal inside a drawing; None where there is none."""
        return {
            RunSays.SIGNAL: _("signal of change"),
            RunSays.SHIFT_ABOVE: _("shift above"),
            RunSays.SHIFT_BELOW: _("shift below"),
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
                if RunReason.SHARED_BASELINE in self.reasons:
                    return _("Not analysable: more than half the baseline weeks share one value.")
                return _("Not analysable: more than half the weeks share one value.")
            case RunSays.NO_SIGNAL:
                return self._no_signal
            case RunSays.SIGNAL:
                return self._with_rules(_("A signal of change"))
            case RunSays.SHIFT_ABOVE:
                return self._with_rules(_("A shift above the baseline median"))
            case RunSays.SHIFT_BELOW:
                return self._with_rules(_("A shift below the baseline median"))

    def _sentences(self) -> Iterator[str]:
        if self.at_goal is not None:
            met, counted = self.at_goal
            yield _at_goal(met, counted, self.better)
        yield self.claim
        yield from (_(_BECAUSE[reason]) for reason in self.reasons if reason in _BECAUSE)
        if self.groups_differ:
            yield _("The size of the group differs by more than a quarter between weeks.")

    @property
    def _no_signal(self) -> str:
        few = RunReason.FEW_WEEKS in self.reasons
        if self._frozen and few:
            return _(
                "No signal against the baseline median; with so few weeks even a large change is "
                "often missed."
            )
        if self._frozen:
            return _("No signal against the baseline median.")
        if few:
            return _("No signal of change; with so few weeks even a large change is often missed.")
        return _("No signal of change.")

    @property
    def _counts(self) -> str:
        if RunReason.SHORT_BASELINE in self.reasons:
            if self.baseline_weeks is None:
                return _("The baseline is short.")
            return ngettext(
                "The baseline is {count} week.",
                "The baseline is the middle of {count} weeks.",
                self.baseline_weeks,
            )
        if self.weeks == 0:
            return _("No week was counted.")
        if self.weeks is None:
            if self.reasons:
                return _("Only the counts are shown.")
            if self.line is RunLine.BASELINE:
                return _("Too few weeks lie off the baseline to say more.")
            return _("Too few weeks to say more.")
        if self.reasons:
            return ngettext("Counted in {count} week.", "Counted in {count} weeks.", self.weeks)
        if self.line is RunLine.BASELINE:
            return ngettext(
                "Counted in {count} week: too few lie off the baseline to say more.",
                "Counted in {count} weeks: too few lie off the baseline to say more.",
                self.weeks,
            )
        return ngettext(
            "Counted in {count} week: too few to say more.",
            "Counted in {count} weeks: too few to say more.",
            self.weeks,
        )

    @property
    def _too_few(self) -> str:
        if RunReason.NOTHING_AFTER_BASELINE in self.reasons:
            return _("No week after the baseline was counted.")
        if self.useful is None:
            return _("Too few weeks for run-chart rules, which need about 10.")
        if self.useful == self.weeks:
            return _("Too few weeks ({weeks}) for run-chart rules, which need about 10.", weeks=self.useful)
        return _(
            "Too few weeks off the median ({weeks}) for run-chart rules, which need about 10.",
            weeks=self.useful,
        )

    @property
    def _frozen(self) -> bool:
        return self.line is RunLine.FROZEN_MEDIAN

    def _with_rules(self, claim: str) -> str:
        """A claim and the rules that fired; without them where they are not for the reader."""
        told = [self._told(rule) for rule in self.rules]
        if not told:
            return _("{claim}.", claim=claim)
        rules = told[0]
        if told[1:]:
            rules = _("{rules} and {last}", rules=", ".join(told[:-1]), last=told[-1])
        return _("{claim}: {rules}.", claim=claim, rules=rules)

    def _told(self, rule: RunRule) -> str:
        match rule:
            case RunRule.LONG_RUN if self._frozen:
                return _("a long run of weeks on one side of the baseline median")
            case RunRule.LONG_RUN:
                return _("a long run of weeks on one side of the median")
            case RunRule.FEW_CROSSINGS if self._frozen:
                return _("fewer crossings of the baseline median than chance alone usually makes")
            case RunRule.FEW_CROSSINGS:
                return _("fewer crossings of the median than chance alone usually makes")
            case RunRule.TREND:
                return _("many weeks in a row that only rise or only fall")
            case RunRule.EIGHT_IN_A_ROW:
                return _("eight weeks or more in a row on the better side")


def _at_goal(met: int, counted: int, better: Better | None) -> str:
    if better is None:
        return ngettext(
            "At or past the goal in {met} of {count} week.",
            "At or past the goal in {met} of {count} weeks.",
            counted,
            met=met,
        )
    if better is Better.HIGHER:
        return ngettext(
            "At or above the goal in {met} of {count} week.",
            "At or above the goal in {met} of {count} weeks.",
            counted,
            met=met,
        )
    return ngettext(
        "At or below the goal in {met} of {count} week.",
        "At or below the goal in {met} of {count} weeks.",
        counted,
        met=met,
    )
