"""Progress against a pace in words: the pace line, headline, text alternative, notes and data table."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

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
    about = "" if line == line.to_integral_value() else "about "
    gap = rounded(abs(number.value - line), 0) if about else abs(number.value - line)
    height = f"{about}{rounded(line, 0):,f}" if about else f"{line.normalize():,f}"
    if number.value == line or (about and gap == 0):
        return week, number, f"on the pace line ({height})"
    ahead = (number.value > line) is not (series.better is Better.LOWER)
    sides = ("ahead of", "behind") if series.better is not None else ("above", "below")
    side = sides[0] if ahead else sides[1]
    return week, number, f"{about}{gap.normalize():,f} {side} the pace line ({height})"


def headline_of(series: Series) -> str:
    """ "64 calls by week 4, 4 ahead of the pace line (60)"."""
    verdict = _verdict(series)
    if verdict is None:
        return words.headline(series)
    week, number, stands = verdict
    unit = lettering.one_line(series.unit)
    begin = f"{number.short} {unit}".strip() + f" by week {week}"
    return f"{begin}, {stands}" if stands else begin


def alternative(series: Series) -> str:
    """The chart for readers who cannot see it, in full sentences."""
    said = [f"Line chart of the total so far: {lettering.one_line(series.name)}, from zero at the launch."]
    said += words.better_sentences(series)
    said.append(f"{phrases.capital(headline_of(series))}.")
    set_by = [f"{step.value.short} by week {step.week}" for step in steps(series)]
    said.append(f"Pace line: {phrases.listed(set_by)}." if set_by else "No pace is given.")
    said += missing.sentences(missing.missing_runs(series))
    return " ".join(said)


def notes(series: Series) -> tuple[str, ...]:
    """What a reader needs beside the drawing."""
    said = []
    if steps(series):
        said.append("Dashed: the pace line, straight between the totals that were set.")
    absent = missing.sentences(missing.missing_runs(series))
    if absent:
        said.append(f"Pale columns have no number. {' '.join(absent)}")
    beyond = [step for step in steps(series) if step.week > series.points[-1].week]
    if beyond:
        later = phrases.listed([f"{step.value.short} by week {step.week}" for step in beyond])
        said.append(f"Set for after the weeks of the chart: {later}.")
    return tuple(said)


def table(series: Series) -> DataTable:
    """The table of the weekly numbers with a column for the pace."""
    plain = data_table(replace(series, goal=(), baseline=None, median=None), ())
    set_for = {step.week: step.value for step in steps(series)}
    weeks = [point.week for point in series.points]
    later = [week for week in set_for if week not in weeks]
    empty = len(plain.columns) - 1
    empty_csv = len(plain.csv_header) - 1

    def pace(week: int) -> str:
        return set_for[week].short if week in set_for else "none set"

    def digits(week: int) -> str:
        return set_for[week].plain if week in set_for else "none set"

    rows = [(*row, pace(week)) for row, week in zip(plain.rows, weeks, strict=True)]
    rows += [(f"{week}", *["no week of this measure"] * empty, pace(week)) for week in later]
    csv_rows = [(*row, digits(week)) for row, week in zip(plain.csv_rows, weeks, strict=True)]
    csv_rows += [(f"{week}", *["no week of this measure"] * empty_csv, digits(week)) for week in later]
    return DataTable(
        caption=plain.caption,
        columns=(*plain.columns, Column("Pace", numeric=True)),
        rows=tuple(rows),
        csv_header=(*plain.csv_header, f"pace ({lettering.one_line(series.unit)})"),
        csv_rows=tuple(csv_rows),
    )
