"""Figures with their numbers, and data tables with their downloads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from cyclebook.catalogue import _
from cyclebook.figures import Column, DataTable, Exhibit, MultipleCell, Multiples
from cyclebook.pages.figure_names import NameOfFigure, name_of
from cyclebook.pages.page import Download, relative
from cyclebook.pages.words import kind_word
from cyclebook.published import Band, Number, Series


@dataclass(frozen=True, slots=True)
class Numbered:
    """A figure on its page: what it is called, its drawings, and the CSV file of its table."""

    called: NameOfFigure
    exhibit: Exhibit
    drawings: tuple[Markup, ...]
    csv: str
    download: Download


@dataclass(frozen=True, slots=True)
class MultiplePanel:
    """One team among small multiples, with the link to its page."""

    cell: MultipleCell
    drawing: Markup
    link: str


@dataclass(frozen=True, slots=True)
class NumberedMultiples:
    """Small charts of one design, as one figure."""

    called: NameOfFigure
    multiples: Multiples
    panels: tuple[MultiplePanel, ...]
    csv: str
    download: Download


def numbered_multiples(
    drawn: Multiples, address: str, called: NameOfFigure | None = None
) -> NumberedMultiples:
    """Small multiples as a figure of the page at `address`; without `called`, their id carries the number."""
    file = f"{address}{drawn.id}.csv"
    panels = tuple(
        MultiplePanel(
            cell,
            Markup(cell.svg),  # noqa: S704 - our own drawing
            relative(f"cohorts/{cell.cohort}/{cell.slug}/", address),
        )
        for cell in drawn.cells
    )
    return NumberedMultiples(
        called or name_of(drawn.id),
        drawn,
        panels,
        relative(file, address),
        Download(file, drawn.table.to_csv()),
    )


def numbered(exhibits: Iterable[Exhibit], address: str) -> list[Numbered]:
    """Figures of a page whose ids carry their number: figure-1 is "Figure 1"."""
    return [numbered_as(name_of(one.id), one, address) for one in exhibits]


def numbered_as(called: NameOfFigure, exhibit: Exhibit, address: str) -> Numbered:
    """A figure under its name, "Exhibit 2", on the page at `address`."""
    file = f"{address}{exhibit.id}.csv"
    drawings = tuple(Markup(drawing.svg) for drawing in exhibit.drawings)  # noqa: S704 - our own drawings
    return Numbered(
        called, exhibit, drawings, relative(file, address), Download(file, exhibit.table.to_csv())
    )


def exhibit_downloads(figures: Iterable[Numbered | NumberedMultiples]) -> list[Download]:
    """The CSV files of a page's figures."""
    return [figure.download for figure in figures]


def weekly_table(measures: Sequence[Series], caption: str) -> DataTable:
    """One row a week, one column a measure."""
    weeks = sorted({point.week for series in measures for point in series.points})
    days = {point.week: point.day for series in measures for point in series.points if point.day}
    by_measure = [{point.week: point.value for point in series.points} for series in measures]
    columns = [Column(_("Week"), numeric=False)]
    columns.extend(Column(_heading(series), numeric=True) for series in measures)
    header = [
        _("week"),
        *([_("date")] if days else []),
        *(_("{measure} ({unit})", measure=series.id, unit=series.unit) for series in measures),
    ]
    sized = [_has_sizes(series) for series in measures]
    header.extend(
        _("{measure} group size", measure=series.id)
        for series, has in zip(measures, sized, strict=True)
        if has
    )
    rows, csv_rows = [], []
    for week in weeks:
        values = [table.get(week) for table in by_measure]
        rows.append((f"{week}", *(value.text if value else "" for value in values)))
        plain = [
            value.plain if isinstance(value, Number) else value.text if value else "" for value in values
        ]
        groups = [
            str(value.of) if isinstance(value, Number | Band) and value.of else ""
            for value, has in zip(values, sized, strict=True)
            if has
        ]
        day = [days[week].isoformat() if week in days else ""] if days else []
        csv_rows.append((str(week), *day, *plain, *groups))
    return DataTable(caption, tuple(columns), tuple(rows), tuple(header), tuple(csv_rows))


def _heading(series: Series) -> str:
    kind = kind_word(series.kind)
    if series.of:
        return _("{measure} ({kind})", measure=series.name, kind=kind)
    return _("{measure} ({kind}, {unit})", measure=series.name, kind=kind, unit=series.unit)


def _has_sizes(series: Series) -> bool:
    return any(isinstance(point.value, Number | Band) and point.value.of for point in series.points)
