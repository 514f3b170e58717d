"""The run chart of a series: its statistics, and what may be said of them.

The statistics agree with the R package qicharts2, version 0.8.1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from cyclebook.measuring.claims import (
    Line,
    Reason,
    Rule,
    Says,
    Series,
    Verdict,
    about_baseline,
    about_own_median,
)
from cyclebook.measuring.median import median
from cyclebook.measuring.runs import fewest_crossings_by_chance, longest_run_by_chance, runs
from cyclebook.model.goal import Better

__all__ = ["Given", "Line", "Reason", "Rule", "RunChart", "Says", "analyse"]

Given = float | Decimal | None


@dataclass(frozen=True, slots=True)
class RunChart:
    """A series, analysed.

    `median` is the line that runs were counted about: the median, that of the baseline, or the given
    centre; None without values. `n_obs` counts all weeks, `n_weeks` those with a number, `n_useful` those
    off the line. The next four are None where no point is useful. `signal` is the bare answer of Anhøj's
    two rules, whatever the number of weeks: for comparison with other programs. Readers get `says`, with
    the `rules` behind it and the `reasons` for not saying more. `trend` counts points.
    """

    median: float | None
    n_obs: int
    n_weeks: int
    n_useful: int
    longest_run: int | None
    longest_run_max: int | None
    n_crossings: int | None
    n_crossings_min: int | None
    signal: bool
    trend: int
    line: Line
    says: Says
    rules: tuple[Rule, ...] = ()
    reasons: tuple[Reason, ...] = ()


def analyse(
    values: Sequence[Given],
    *,
    baseline: int | None = None,
    centre: float | Decimal | None = None,
    better: Better | None = None,
) -> RunChart:
    """Analyse one number a week, in week order; None and what is not finite are missing weeks.

    Missing weeks, and points on the line, neither make nor break a run. With `baseline`, the median is
    that of the first so many weeks, and runs are counted over all weeks. `centre` is a line given
    instead. `better` is needed for "eight in a row on the better side" only. Not for a running total:
    it always rises. Raises ValueError for arguments that are no numbers, a baseline longer than the
    series, and a baseline and a centre at once.
    """
    weeks = [_number(value) for value in values]
    _check(len(weeks), baseline, centre)
    wanted = None if better is None else _side_of(better)
    counted = tuple(value for value in weeks if value is not None)
    first = tuple(value for value in weeks[:baseline] if value is not None)
    line = _number(centre) if centre is not None else median(first)
    if line is None:
        empty = (Reason.EMPTY_BASELINE,) if counted else ()
        verdict = Verdict(Line.NONE, Says.COUNTS_ONLY, reasons=empty)
        return _chart(Series(counted, Decimal(0)), len(weeks), verdict, line)
    series = Series(counted, line)
    if centre is not None:
        # Nobody says how many weeks stand behind a given line, so it is treated as a single value.
        verdict = Verdict(Line.BASELINE, Says.COUNTS_ONLY, reasons=(Reason.GIVEN_LINE,))
    elif baseline is None:
        verdict = about_own_median(series)
    else:
        verdict = about_baseline(series, Series(first, line), wanted)
    return _chart(series, len(weeks), verdict, line)


def _chart(series: Series, n_obs: int, verdict: Verdict, line: Decimal | None) -> RunChart:
    found = runs(series.sides) if line is not None else ()
    useful = sum(length for _, length in found)
    return RunChart(
        median=None if line is None else float(line),
        n_obs=n_obs,
        n_weeks=len(series.values),
        n_useful=useful,
        longest_run=max(length for _, length in found) if found else None,
        longest_run_max=longest_run_by_chance(useful) if found else None,
        n_crossings=len(found) - 1 if found else None,
        n_crossings_min=fewest_crossings_by_chance(useful) if found else None,
        signal=line is not None and bool(series.anhoej),
        trend=series.trend,
        line=verdict.line,
        says=verdict.says,
        rules=verdict.rules,
        reasons=verdict.reasons,
    )


def _number(value: object) -> Decimal | None:
    """The number, as it is written; None where there is none."""
    if value is None:
        return None
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
        return number if number.is_finite() else None
    raise ValueError(f"A week's value is a number, or None where nothing was counted: not {value!r}.")


def _check(weeks: int, baseline: int | None, centre: float | Decimal | None) -> None:
    if baseline is not None and centre is not None:
        raise ValueError("The line is either that of a baseline or a given centre, not both.")
    if centre is not None and _number(centre) is None:
        raise ValueError("The centre is a finite number.")
    if baseline is None:
        return
    if isinstance(baseline, bool) or not isinstance(baseline, int) or baseline < 1:
        raise ValueError(f"A baseline is a whole number of weeks, 1 or more: not {baseline!r}.")
    if baseline > weeks:
        raise ValueError(f"The baseline has {baseline} weeks, and the series only {weeks}.")


def _side_of(better: str) -> int:
    if better not in tuple(Better):
        raise ValueError(f"Better is either higher or lower: not {better!r}.")
    return 1 if better == Better.HIGHER else -1
