"""The numbers of a run chart as a table: one row for each week, missing ones with their reason."""

from collections.abc import Sequence

from cyclebook.catalogue import _, pgettext
from cyclebook.figures import lettering, phrases
from cyclebook.figures.exhibit import Column, DataTable
from cyclebook.figures.runchart.changes import Change
from cyclebook.figures.runchart.words import vertical_title
from cyclebook.published import Band, Form, Number, Point, Series
from cyclebook.published.days import day_text


def data_table(series: Series, shown: Sequence[Change]) -> DataTable:
    """The table behind the chart.

    Readers get the baseline and the median as rows of their own; programs get them
    as columns, with plain digits, ISO dates and units in the header.
    """
    dated = any(point.day for point in series.points)
    grouped = series.form is Form.COUNT and any(_size(point) for point in series.points)
    columns = [Column(_("Week"), numeric=False)]
    columns += [Column(_("Date"), numeric=False)] if dated else []
    columns.append(Column(vertical_title(series), numeric=True))
    columns += [Column(_("Goal"), numeric=True)] if series.goal else []
    columns += [Column(_("Tests"), numeric=False)] if shown else []
    rows = [_row(series, point, shown, dated=dated) for point in series.points]
    if series.baseline:
        rows.insert(0, _line_row(_("Baseline"), series.baseline, len(columns), dated=dated))
    if series.median:
        rows.append(_line_row(phrases.capital(series.median_name), series.median, len(columns), dated=dated))
    return DataTable(
        caption=_("{measure}, by week", measure=lettering.one_line(series.name)),
        columns=tuple(columns),
        rows=tuple(rows),
        csv_header=_csv_header(series, shown, dated=dated, grouped=grouped),
        csv_rows=tuple(
            _csv_row(series, point, shown, dated=dated, grouped=grouped) for point in series.points
        ),
    )


def _row(series: Series, point: Point, shown: Sequence[Change], *, dated: bool) -> tuple[str, ...]:
    goal = series.goal_at(point.week)
    cells = [str(point.week)]
    cells += [day_text(point.day) if point.day else _("no date")] if dated else []
    in_full = series.varying_group or series.banded
    cells.append(point.value.short if isinstance(point.value, Number) and not in_full else point.value.text)
    cells += [goal.short if goal else _no_goal()] if series.goal else []
    cells += [_running(point.week, shown)] if shown else []
    return tuple(cells)


def _line_row(name: str, number: Number, width: int, *, dated: bool) -> tuple[str, ...]:
    cells = [name, *([""] if dated else []), number.short]
    return tuple(cells + [""] * (width - len(cells)))


def _csv_header(series: Series, shown: Sequence[Change], *, dated: bool, grouped: bool) -> tuple[str, ...]:
    unit = _("percent") if series.form is Form.PERCENT else lettering.one_line(series.unit)
    counted = _("percent") if series.banded else unit
    cells = [_("week"), *([_("date")] if dated else []), f"{lettering.one_line(series.name)} ({counted})"]
    cells += [_("group size")] if grouped else []
    cells += [_("goal ({unit})", unit=unit)] if series.goal else []
    cells += [_("baseline ({unit})", unit=unit)] if series.baseline else []
    cells += [f"{series.median_name} ({unit})"] if series.median else []
    cells += [_("tests of change")] if shown else []
    return tuple(cells)


def _csv_row(
    series: Series, point: Point, shown: Sequence[Change], *, dated: bool, grouped: bool
) -> tuple[str, ...]:
    goal = series.goal_at(point.week)
    number = point.value if isinstance(point.value, Number | Band) else None
    cells = [str(point.week)]
    cells += [point.day.isoformat() if point.day else _("no date")] if dated else []
    exact = number if isinstance(number, Number) and not series.banded else None
    cells.append(exact.plain if exact else point.value.text)
    if grouped:
        size = _("not published") if number else point.value.text
        cells.append(str(number.of) if number and number.of else size)
    cells += [goal.plain if goal else _no_goal()] if series.goal else []
    cells += [series.baseline.plain] if series.baseline else []
    cells += [series.median.plain] if series.median else []
    cells += [_running(point.week, shown)] if shown else []
    return tuple(cells)


def _size(point: Point) -> int | None:
    return point.value.of if isinstance(point.value, Number | Band) else None


def _running(week: int, shown: Sequence[Change]) -> str:
    letters = ", ".join(change.test.letter for change in shown if change.first <= week <= change.last)
    return letters or pgettext("tests", "none")


def _no_goal() -> str:
    return pgettext("goal", "none")
