"""The scatter of schools as an exhibit."""

from collections.abc import Callable

from cyclebook.figures import lettering, phrases
from cyclebook.figures.exhibit import Column, DataTable, Exhibit
from cyclebook.figures.scatter.paper import NARROW, WIDE, Point, drawn, scale_of, tick_text
from cyclebook.published import Absent, Number, SchoolFigures, SchoolPoint


def school_scatter(
    figures: SchoolFigures,
    *,
    id: str,  # noqa: A002  (the page's word for it)
    subtitle: str,
) -> Exhibit | None:
    """Schools by two figures; None where no school has both. Lines mark the middle of all schools."""
    points = [point for one in figures.schools if (point := _point(one)) is not None]
    if not points:
        return None
    names = (lettering.one_line(figures.across), lettering.one_line(figures.up))
    scales = (scale_of([one.across for one in points]), scale_of([one.up for one in points]))
    title = f"Schools by {names[0]} and {names[1]}"
    told = _alternative(points, names, (scales[0].middle, scales[1].middle))
    drawings = [
        drawn(points, scales, names, format_, figure=id, title=title, told=told) for format_ in (WIDE, NARROW)
    ]
    middles = f"{tick_text(scales[0].middle)} across and {tick_text(scales[1].middle)} up"
    notes = [f"Dashed lines: the middle of all schools drawn, {middles}."]
    left_out = len(figures.schools) - len(points)
    if left_out:
        verb = "is" if left_out == 1 else "are"
        notes.append(f"Not drawn for want of a figure {verb} {phrases.count(left_out, 'school')}.")
    if any(unnamed for _, unnamed in drawings):
        notes.append("Schools without room for a name stand in the table.")
    taking = sum(one.taking_part for one in points)
    return Exhibit(
        id=id,
        headline=phrases.capital(
            f"{phrases.numeral(taking)} of {phrases.count(len(points), 'school')} "
            f"{'takes' if taking == 1 else 'take'} part"
        ),
        subtitle=subtitle,
        drawings=tuple(one for one, _ in drawings),
        notes=tuple(notes),
        source=figures.source.label,
        table=_table(figures, names),
        alt_title=title,
        alt_text=told,
    )


def _point(school: SchoolPoint) -> Point | None:
    if isinstance(school.across, Absent) or isinstance(school.up, Absent):
        return None
    return Point(school.name, float(school.across.value), float(school.up.value), school.participating)


def _alternative(points: list[Point], names: tuple[str, str], middle: tuple[float, float]) -> str:
    taking = [one for one in points if one.taking_part]
    higher = sum(one.across >= middle[0] and one.up >= middle[1] for one in taking)
    lower = sum(one.across < middle[0] and one.up < middle[1] for one in taking)
    growing = sum(one.across < middle[0] and one.up >= middle[1] for one in taking)
    rest = len(taking) - higher - lower - growing
    return (
        f"Scatter of {phrases.count(len(points), 'school')}, {names[0]} from left to right and {names[1]} "
        f"upwards. Of the {phrases.count(len(taking), 'school')} that take part, {phrases.numeral(higher)} "
        f"stand at or above the middle on both, {phrases.numeral(growing)} only upwards, "
        f"{phrases.numeral(rest)} only to the right, and {phrases.numeral(lower)} on neither."
    )


def _table(figures: SchoolFigures, names: tuple[str, str]) -> DataTable:
    def told(value: Number | Absent) -> str:
        return value.text

    def plain(value: Number | Absent) -> str:
        return value.plain if isinstance(value, Number) else value.text

    def row(one: SchoolPoint, words: Callable[[Number | Absent], str]) -> tuple[str, ...]:
        cells = (one.name, one.district or "not given", one.level or "not given")
        part = "takes part" if one.participating else "does not take part"
        return (*(lettering.one_line(cell) for cell in cells), words(one.across), words(one.up), part)

    headings = ("School", "District", "Level", *names, "Takes part")
    return DataTable(
        caption=f"Schools by {names[0]} and {names[1]}",
        columns=tuple(Column(heading, numeric=index in (3, 4)) for index, heading in enumerate(headings)),
        rows=tuple(row(one, told) for one in figures.schools),
        csv_header=tuple(heading.lower() for heading in headings),
        csv_rows=tuple(row(one, plain) for one in figures.schools),
    )
