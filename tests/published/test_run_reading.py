"""The sentences that say what a run chart says."""

import re
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyclebook.measuring import runchart
from cyclebook.published import Better, RunLine, RunReading, RunReason, RunRule, RunSays


def reading(says: RunSays, line: RunLine = RunLine.MEDIAN, **given: object) -> RunReading:
    """A reading of ten weeks, all useful, of which seven are at the goal."""
    return RunReading(says, line, **{"weeks": 10, "useful": 10, **given})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("measured", "read"),
    [
        (runchart.Line, RunLine),
        (runchart.Says, RunSays),
        (runchart.Rule, RunRule),
        (runchart.Reason, RunReason),
    ],
)
def test_every_measured_claim_can_be_read(measured: type[StrEnum], read: type[StrEnum]) -> None:
    """What measuring may answer has the same name among what a reader may have."""
    assert {one.name: one.value for one in measured} == {one.name: one.value for one in read}


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (
            reading(RunSays.COUNTS_ONLY, RunLine.NONE, weeks=4, useful=4),
            "Counted in 4 weeks: too few to say more.",
        ),
        (
            reading(RunSays.COUNTS_ONLY, RunLine.NONE, weeks=1),
            "Counted in 1 week: too few to say more.",
        ),
        (reading(RunSays.COUNTS_ONLY, RunLine.NONE, weeks=0), "No week was counted."),
        (reading(RunSays.COUNTS_ONLY, RunLine.NONE, weeks=None), "Too few weeks to say more."),
        (
            reading(RunSays.COUNTS_ONLY, RunLine.BASELINE, weeks=12),
            "Counted in 12 weeks: too few lie off the baseline to say more.",
        ),
        (
            reading(
                RunSays.COUNTS_ONLY, RunLine.BASELINE, baseline_weeks=3, reasons=(RunReason.SHORT_BASELINE,)
            ),
            (
                "The baseline is the middle of 3 weeks. "
                "It is drawn as a line only: against so few weeks, chance makes long runs."
            ),
        ),
        (
            reading(
                RunSays.COUNTS_ONLY, RunLine.BASELINE, baseline_weeks=1, reasons=(RunReason.SHORT_BASELINE,)
            ),
            (
                "The baseline is 1 week. "
                "It is drawn as a line only: against so few weeks, chance makes long runs."
            ),
        ),
        (
            reading(RunSays.COUNTS_ONLY, RunLine.BASELINE, reasons=(RunReason.SHORT_BASELINE,)),
            (
                "The baseline is short. "
                "It is drawn as a line only: against so few weeks, chance makes long runs."
            ),
        ),
        (
            reading(RunSays.COUNTS_ONLY, RunLine.NONE, reasons=(RunReason.EMPTY_BASELINE,)),
            "Counted in 10 weeks. No week of the baseline was counted.",
        ),
        (
            reading(RunSays.COUNTS_ONLY, RunLine.BASELINE, reasons=(RunReason.GIVEN_LINE,), weeks=None),
            (
                "Only the counts are shown. "
                "The line does not come from these weeks, so nothing is read from runs beside it."
            ),
        ),
        (
            reading(RunSays.TOO_FEW, RunLine.MEDIAN_SO_FAR, weeks=7, useful=7),
            "Too few weeks (7) for run-chart rules, which need about 10.",
        ),
        (
            reading(RunSays.TOO_FEW, RunLine.MEDIAN_SO_FAR, weeks=12, useful=9),
            "Too few weeks off the median (9) for run-chart rules, which need about 10.",
        ),
        (
            reading(RunSays.TOO_FEW, RunLine.MEDIAN_SO_FAR, weeks=12, useful=None),
            "Too few weeks for run-chart rules, which need about 10.",
        ),
        (
            reading(RunSays.TOO_FEW, RunLine.FROZEN_MEDIAN, reasons=(RunReason.NOTHING_AFTER_BASELINE,)),
            "No week after the baseline was counted.",
        ),
        (
            reading(RunSays.NOT_ANALYSABLE, reasons=(RunReason.SHARED_VALUE,)),
            "Not analysable: more than half the weeks share one value.",
        ),
        (
            reading(RunSays.NOT_ANALYSABLE, RunLine.FROZEN_MEDIAN, reasons=(RunReason.SHARED_BASELINE,)),
            "Not analysable: more than half the baseline weeks share one value.",
        ),
        (
            reading(RunSays.NO_SIGNAL, reasons=(RunReason.FEW_WEEKS,)),
            "No signal of change; with so few weeks even a large change is often missed.",
        ),
        (reading(RunSays.NO_SIGNAL), "No signal of change."),
        (reading(RunSays.NO_SIGNAL, RunLine.FROZEN_MEDIAN), "No signal against the baseline median."),
        (
            reading(RunSays.SIGNAL, rules=(RunRule.TREND,)),
            "A signal of change: many weeks in a row that only rise or only fall.",
        ),
        (
            reading(RunSays.SIGNAL, rules=(RunRule.LONG_RUN, RunRule.FEW_CROSSINGS, RunRule.TREND)),
            (
                "A signal of change: a long run of weeks on one side of the median, "
                "fewer crossings of the median than chance alone usually makes "
                "and many weeks in a row that only rise or only fall."
            ),
        ),
        (
            reading(
                RunSays.SIGNAL,
                RunLine.FROZEN_MEDIAN,
                rules=(RunRule.LONG_RUN,),
                reasons=(RunReason.UNSTEADY_BASELINE,),
            ),
            (
                "A signal of change: a long run of weeks on one side of the baseline median. "
                "The baseline was already changing, so this is not called a shift."
            ),
        ),
        (
            reading(
                RunSays.SIGNAL,
                RunLine.FROZEN_MEDIAN,
                rules=(RunRule.LONG_RUN,),
                reasons=(RunReason.NO_ONE_SIDE,),
            ),
            (
                "A signal of change: a long run of weeks on one side of the baseline median. "
                "It points to no one side, so it is not called a shift."
            ),
        ),
        (
            reading(RunSays.SHIFT_ABOVE, RunLine.FROZEN_MEDIAN, rules=(RunRule.EIGHT_IN_A_ROW,)),
            "A shift above the baseline median: eight weeks or more in a row on the better side.",
        ),
        (
            reading(RunSays.SHIFT_BELOW, RunLine.FROZEN_MEDIAN, rules=(RunRule.LONG_RUN,)),
            "A shift below the baseline median: a long run of weeks on one side of the baseline median.",
        ),
        (
            reading(RunSays.NO_SIGNAL, groups_differ=True),
            "No signal of change. The size of the group differs by more than a quarter between weeks.",
        ),
    ],
    ids=lambda one: one.says.name if isinstance(one, RunReading) else None,
)
def test_what_is_said(one: RunReading, told: str) -> None:
    """Every claim has its sentence, in plain words, and no more than it can bear."""
    assert told == one.text


@pytest.mark.parametrize(
    ("better", "at_goal", "told"),
    [
        (Better.HIGHER, (7, 12), "At or above the goal in 7 of 12 weeks."),
        (Better.LOWER, (0, 12), "At or below the goal in 0 of 12 weeks."),
        (None, (1, 1), "At or past the goal in 1 of 1 week."),
    ],
)
def test_counts_come_first(better: Better | None, at_goal: tuple[int, int], told: str) -> None:
    """The first sentence is the count of weeks at the goal, where a reader may have it."""
    one = reading(RunSays.NO_SIGNAL, better=better, at_goal=at_goal)

    assert (told, "No signal of change.") == one.sentences


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (RunLine.NONE, (None, None)),
        (RunLine.BASELINE, ("baseline", "baseline")),
        (RunLine.FROZEN_MEDIAN, ("baseline median", "baseline median")),
        (RunLine.MEDIAN_SO_FAR, ("median so far", "median")),
        (RunLine.MEDIAN, ("median so far", "median")),
    ],
)
def test_name_of_the_line(line: RunLine, names: tuple[str | None, str | None]) -> None:
    """A median is "so far" while the cycle runs and not after; a baseline never is."""
    assert names == tuple(
        RunReading(RunSays.NO_SIGNAL, line, finished=finished).line_name for finished in (False, True)
    )


@given(
    says=st.sampled_from(RunSays),
    line=st.sampled_from(RunLine),
    rules=st.lists(st.sampled_from(RunRule), min_size=1, unique=True),
    reasons=st.lists(st.sampled_from(RunReason), unique=True),
    differ=st.booleans(),
)
def test_without_counts_there_is_no_number(
    says: RunSays, line: RunLine, rules: list[RunRule], reasons: list[RunReason], *, differ: bool
) -> None:
    """Where the counts are not for the reader, the only number said is how many weeks the rules need."""
    one = RunReading(says, line, tuple(rules), tuple(reasons), groups_differ=differ)

    assert re.findall(r"[0-9]+", one.text.replace("which need about 10", "")) == []
    assert re.search(r"caus|led to|because|prove|\bp\b", one.text) is None
