"""Figures with their numbers, and data tables with their downloads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from cyclebook.figures import Column, DataTable, Exhibit, MultipleCell, Multiples
from cyclebook.pages.page import Download, relative
from cyclebook.published import Band, Number, Series


@dataclass(frozen=True, slots=True)
class Numbered:
    """A figure on its page: "Figure 1", its drawings, and the CSV file of its table."""

    number: str
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

    number: str
    multiples: Multiples
    panels: tuple[MultiplePanel, ...]
    csv: str
    download: Download


def numbered_multiples(drawn: Multiples, address: str, number: str | None = None) -> NumberedMultiples:
    """Small multiples as a figure of the page at `address`; without `number`, their id carries it."""
    file = f"{address}{drawn.id}.csv"
    panels = tuple(
        MultiplePanel(
            cell,
            Markup(cell.svg),  # noqa: S704 - our own drawing
            relative(f"cohorts/{cell.cohort}/{cell.slug}/", address),
        )
        for cell in drawn.cells
    )
    number = number or drawn.id.replace("-", " ").capitalize()
    return NumberedMultiples(
        number, drawn, panels, relative(file, address), Download(file, drawn.table.to_csv())
    )


def numbered(exhibits: Iterable[Exhibit], address: str) -> list[Numbered]:
    """Figures of a page whose ids carry their number: figure-1 is "Figure 1"."""
    return [numbered_as(one.id.replace("-", " ").capitalize(), one, address) for one in exhibits]


def numbered_as(number: str, exhibit: Exhibit, address: str) -> Numbered:
    """A figure under its number, "Exhibit 2", on the page at `address`."""
    file = f"{address}{exhibit.id}.csv"
    drawings = tuple(Markup(drawing.svg) for drawing in exhibit.drawings)  # noqa: S704 - our own drawings
    return Numbered(
        number, exhibit, drawings, relative(file, address), Download(file, exhibit.table.to_csv())
    )


def exhibit_downloads(figures: Iterable[Numbered | NumberedMultiples]) -> list[Download]:
    """The CSV files of a page's figures."""
    return [figure.download for figure in figures]


def weekly_table(measures: Sequence[Series], caption: str) -> DataTable:
    """One row a week, one column a measure."""
    weeks = sorted({point.week for series in measures for point in series.points})
    days = {point.week: point.day for series in measures for point in series.points if point.day}
    by_measure = [{point.week: point.value for point in series.points} for series in measures]
    columns = [Column("Week", numeric=False)]
    columns.extend(Column(_heading(series), numeric=True) for series in measures)
    header = ["week", *(["date"] if days else []), *(f"{series.id} ({series.unit})" for series in measures)]
    sized = [_has_sizes(series) for series in measures]
    header.extend(f"{series.id} group size" for series, has in zip(measures, sized, strict=True) if has)
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
    return f"{series.name} ({series.kind.value}{'' if series.of else f', {series.unit}'})"


def _has_sizes(series: Series) -> bool:
    return any(isinstance(point.value, Number | Band) and point.value.of for point in series.points)
