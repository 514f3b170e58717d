"""The scatter of schools as an exhibit."""

from collections.abc import Callable

from cyclebook.catalogue import _, ngettext
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
    title = _("Schools by {across} and {up}", across=names[0], up=names[1])
    told = _alternative(points, names, (scales[0].middle, scales[1].middle))
    drawings = [
        drawn(points, scales, names, format_, figure=id, title=title, told=told) for format_ in (WIDE, NARROW)
    ]
    notes = [
        _(
            "Dashed lines: the middle of all schools drawn, {across} across and {up} up.",
            across=tick_text(scales[0].middle),
            up=tick_text(scales[1].middle),
        )
    ]
    left_out = len(figures.schools) - len(points)
    if left_out:
        notes.append(
            ngettext(
                "Not drawn for want of a figure is {number} school.",
                "Not drawn for want of a figure are {number} schools.",
                left_out,
                number=phrases.numeral(left_out),
            )
        )
    if any(unnamed for _drawing, unnamed in drawings):
        notes.append(_("Schools without room for a name stand in the table."))
    return Exhibit(
        id=id,
        headline=_headline(points),
        subtitle=subtitle,
        drawings=tuple(one for one, _unnamed in drawings),
        notes=tuple(notes),
        source=figures.source.label,
        table=_table(figures, names, title),
        alt_title=title,
        alt_text=told,
    )


def _point(school: SchoolPoint) -> Point | None:
    if isinstance(school.across, Absent) or isinstance(school.up, Absent):
        return None
    return Point(school.name, float(school.across.value), float(school.up.value), school.participating)


def _headline(points: list[Point]) -> str:
    taking = sum(one.taking_part for one in points)
    schools = ngettext(
        "{number} school", "{number} schools", len(points), number=phrases.numeral(len(points))
    )
    return phrases.capital(
        ngettext(
            "{number} of {schools} takes part",
            "{number} of {schools} take part",
            taking,
            number=phrases.numeral(taking),
            schools=schools,
        )
    )


def _alternative(points: list[Point], names: tuple[str, str], middle: tuple[float, float]) -> str:
    taking = [one for one in points if one.taking_part]
    higher = sum(one.across >= middle[0] and one.up >= middle[1] for one in taking)
    lower = sum(one.across < middle[0] and one.up < middle[1] for one in taking)
    growing = sum(one.across < middle[0] and one.up >= middle[1] for one in taking)
    rest = len(taking) - higher - lower - growing
    begin = ngettext(
        "Scatter of {number} school, {across} from left to right and {up} upwards.",
        "Scatter of {number} schools, {across} from left to right and {up} upwards.",
        len(points),
        number=phrases.numeral(len(points)),
        across=names[0],
        up=names[1],
    )
    stand = ngettext(
        "Of the {number} school that take part, {both} stand at or above the middle on both, "
        "{upwards} only upwards, {right} only to the right, and {neither} on neither.",
        "Of the {number} schools that take part, {both} stand at or above the middle on both, "
        "{upwards} only upwards, {right} only to the right, and {neither} on neither.",
        len(taking),
        number=phrases.numeral(len(taking)),
        both=phrases.numeral(higher),
        upwards=phrases.numeral(growing),
        right=phrases.numeral(rest),
        neither=phrases.numeral(lower),
    )
    return f"{begin} {stand}"


def _table(figures: SchoolFigures, names: tuple[str, str], title: str) -> DataTable:
    def told(value: Number | Absent) -> str:
        return value.text

    def plain(value: Number | Absent) -> str:
        return value.plain if isinstance(value, Number) else value.text

    def row(one: SchoolPoint, words: Callable[[Number | Absent], str]) -> tuple[str, ...]:
        cells = (one.name, one.district or _("not given"), one.level or _("not given"))
        part = _("takes part") if one.participating else _("does not take part")
        return (*(lettering.one_line(cell) for cell in cells), words(one.across), words(one.up), part)

    across, up = names
    return DataTable(
        caption=title,
        columns=(
            Column(_("School"), numeric=False),
            Column(_("District"), numeric=False),
            Column(_("Level"), numeric=False),
            Column(across, numeric=True),
            Column(up, numeric=True),
            Column(_("Takes part"), numeric=False),
        ),
        rows=tuple(row(one, told) for one in figures.schools),
        csv_header=(_("school"), _("district"), _("level"), across.lower(), up.lower(), _("takes part")),
        csv_rows=tuple(row(one, plain) for one in figures.schools),
    )
