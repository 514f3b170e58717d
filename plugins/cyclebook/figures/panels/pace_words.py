"""Progress against a pace in words: the pace line, headline, text alternative, notes and data table."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from cyclebook.catalogue import _
from cyclebook.figures import lettering, phrases
from cyclebook.figures.exhibit import Column, DataTable
from cyclebook.figures.runchart import missing, words
from cyclebook.figures.runchart.table import data_table
from cyclebook.figures.runchart.values import amounts
from cyclebook.published import Better, GoalStep, Number, Series
from cyclebook.published.values import rounded


def expected(series: Series, week: int) -> Decimal | None:
    """The height of the pace line in a week, between two steps on the straight line; None beyond it."""
    corners = [(0, Decimal(0)), *((step.week, step.value.value) for step in steps(series))]
    for (before, low), (after, high) in pairwise(corners):
        if before <= week <= after:
            return low + (high - low) * (week - before) / (after - before)
    return None


def steps(series: Series) -> tuple[GoalStep, ...]:
    """The totals that were set, by week."""
    return tuple(sorted((step for step in series.pace if step.week >= 1), key=lambda step: step.week))


def _verdict(series: Series) -> tuple[int, Number, str] | None:
    """The last counted week, its number, and how it stands to the pace line, in words."""
    counted = amounts(series)
    if not counted:
        return None
    week = max(counted)
    number, line = counted[week], expected(series, week)
    if line is None:
        return week, number, ""
    between = line != line.to_integral_value()
    apart = rounded(abs(number.value - line), 0) if between else abs(number.value - line)
    height = f"{rounded(line, 0) if between else line.normalize():,f}"
    gap = f"{apart.normalize():,f}"
    if between:
        height, gap = _("about {number}", number=height), _("about {number}", number=gap)
    if number.value == line or (between and apart == 0):
        return week, number, _("on the pace line ({height})", height=height)
    ahead = (number.value > line) is not (series.better is Better.LOWER)
    if series.better is None and ahead:
        return week, number, _("{gap} above the pace line ({height})", gap=gap, height=height)
    if series.better is None:
        return week, number, _("{gap} below the pace line ({height})", gap=gap, height=height)
    if ahead:
        return week, number, _("{gap} ahead of the pace line ({height})", gap=gap, height=height)
    return week, number, _("{gap} behind the pace line ({height})", gap=gap, height=height)


def headline_of(series: Series) -> str:
    """ "64 calls by week 4, 4 ahead of the pace line (60)"."""
    verdict = _verdict(series)
    if verdict is None:
        return words.headline(series)
    week, number, stands = verdict
    begin = _by_week(phrases.counted(number.short, lettering.one_line(series.unit)), week)
    return f"{begin}, {stands}" if stands else begin


def _by_week(number: str, week: int) -> str:
    return _("{number} by week {week}", number=number, week=week)


def alternative(series: Series) -> str:
    """The chart for readers who cannot see it, in full sentences."""
    name = lettering.one_line(series.name)
    said = [_("Line chart of the total so far: {measure}, from zero at the launch.", measure=name)]
    said += words.better_sentences(series)
    said.append(f"{phrases.capital(headline_of(series))}.")
    set_by = [_by_week(step.value.short, step.week) for step in steps(series)]
    if set_by:
        said.append(_("Pace line: {totals}.", totals=phrases.listed(set_by)))
    else:
        said.append(_("No pace is given."))
    said += missing.sentences(missing.missing_runs(series))
    return " ".join(said)


def notes(series: Series) -> tuple[str, ...]:
    """What a reader needs beside the drawing."""
    said = []
    if steps(series):
        said.append(_("Dashed: the pace line, straight between the totals that were set."))
    absent = missing.sentences(missing.missing_runs(series))
    if absent:
        said.append(" ".join([_("Pale columns have no number."), *absent]))
    beyond = [step for step in steps(series) if step.week > series.points[-1].week]
    if beyond:
        later = phrases.listed([_by_week(step.value.short, step.week) for step in beyond])
        said.append(_("Set for after the weeks of the chart: {totals}.", totals=later))
    return tuple(said)


def table(series: Series) -> DataTable:
    """The table of the weekly numbers with a column for the pace."""
    plain = data_table(replace(series, goal=(), baseline=None, median=None), ())
    set_for = {step.week: step.value for step in steps(series)}
    weeks = [point.week for point in series.points]
    later = [week for week in set_for if week not in weeks]
    empty = len(plain.columns) - 1
    empty_csv = len(plain.csv_header) - 1

    none_set, no_week = _("none set"), _("no week of this measure")

    def pace(week: int) -> str:
        return set_for[week].short if week in set_for else none_set

    def digits(week: int) -> str:
        return set_for[week].plain if week in set_for else none_set

    rows = [(*row, pace(week)) for row, week in zip(plain.rows, weeks, strict=True)]
    rows += [(f"{week}", *[no_week] * empty, pace(week)) for week in later]
    csv_rows = [(*row, digits(week)) for row, week in zip(plain.csv_rows, weeks, strict=True)]
    csv_rows += [(f"{week}", *[no_week] * empty_csv, digits(week)) for week in later]
    return DataTable(
        caption=plain.caption,
        columns=(*plain.columns, Column(_("Pace"), numeric=True)),
        rows=tuple(rows),
        csv_header=(*plain.csv_header, _("pace ({unit})", unit=lettering.one_line(series.unit))),
        csv_rows=tuple(csv_rows),
    )
