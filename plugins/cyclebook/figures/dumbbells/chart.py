"""The dumbbell chart of a cohort, or of one team without weekly numbers."""

from collections.abc import Sequence

from cyclebook.catalogue import N_, _, ngettext
from cyclebook.figures import design, phrases
from cyclebook.figures.drawing import drawing
from cyclebook.figures.dumbbells import dense
from cyclebook.figures.dumbbells.layout import laid_out
from cyclebook.figures.dumbbells.rows import Axis, Row, axis_of, row_of
from cyclebook.figures.dumbbells.sheet import NARROW, WIDE, Mark, Sheet
from cyclebook.figures.exhibit import Column, DataTable, Drawing, Exhibit
from cyclebook.published import Band, Number, PublishedStoryboard, Value

_SPOKEN = 12  # rows that a text alternative lists one by one
_NAMED = 4
_CSV_HEADER = (
    N_("team"),
    N_("focus"),
    N_("unit"),
    N_("baseline"),
    N_("baseline group size"),
    N_("result"),
    N_("result group size"),
    N_("goal"),
    N_("goal group size"),
    N_("better"),
    N_("status"),
)


def dumbbell(
    storyboards: Sequence[PublishedStoryboard],
    *,
    id: str,  # noqa: A002  (the page's word for it)
    headline: str,
    subtitle: str,
    source: str,
    alt: str | None = None,
) -> Exhibit:
    """One row for each of at least one storyboard, in the order given; the subtitle says which.

    `alt` replaces the computed text alternative.
    """
    rows = tuple(row_of(storyboard) for storyboard in storyboards)
    axis = axis_of(rows)
    title = _title(rows)
    told = alt or _alternative(rows, axis)
    return Exhibit(
        id=id,
        headline=headline,
        subtitle=subtitle,
        drawings=tuple(
            _drawn(sheet, axis, id, title, told)
            for sheet in (laid_out(rows, axis, WIDE, _key(rows)), _narrow(rows, axis))
        ),
        notes=_notes(rows, axis),
        source=source,
        table=_table(rows),
        alt_title=title,
        alt_text=told,
    )


def _narrow(rows: Sequence[Row], axis: Axis) -> Sheet:
    if len(rows) > dense.FEWEST:
        return dense.laid_out(rows, axis, _key(rows))
    return laid_out(rows, axis, NARROW, _key(rows))


def _drawn(sheet: Sheet, axis: Axis, figure: str, title: str, told: str) -> Drawing:
    svg = design.rendered(
        design.dumbbell(),
        width=sheet.format.width,
        height=sheet.height,
        data=sheet.data,
        parameters={"lowest": 0, "highest": axis.highest, "left": sheet.left, "right": sheet.right},
    )
    return drawing(svg, figure=figure, variant=sheet.format.variant, title=title, description=told)


def _key(rows: Sequence[Row]) -> list[tuple[Mark, str]]:
    found: list[tuple[Mark, str]] = []
    baselines = [row.baseline for row in rows if isinstance(row.baseline, Number | Band)]
    if baselines:
        found.append(("baseline-band" if _all_bands(baselines) else "baseline", _("baseline")))
    results = [row for row in rows if isinstance(row.result, Number | Band)]
    if results:
        mark: Mark = "result-band" if _all_bands([row.result for row in results]) else "result"
        found.append((mark, _result_words(results)))
    goals = [isinstance(row.goal, Number) for row in rows]
    if any(goals):
        found.append(("goal", _("goal") if all(goals) else _("goal, where published")))
    return found


def _result_words(results: Sequence[Row]) -> str:
    """What the mark of the result stands for: results, latest numbers of cycles under way, or both."""
    if all(row.running for row in results):
        return _("latest")
    return _("result or latest") if any(row.running for row in results) else _("result")


def _all_bands(values: Sequence[Value]) -> bool:
    return all(isinstance(value, Band) for value in values)


def _title(rows: Sequence[Row]) -> str:
    if len(rows) == 1:
        return _("{team} from baseline to result, with the goal", team=rows[0].name)
    return phrases.capital(
        ngettext(
            "{number} team from baseline to result, with the goal",
            "{number} teams from baseline to result, with the goal",
            len(rows),
            number=phrases.numeral(len(rows)),
        )
    )


def _alternative(rows: Sequence[Row], axis: Axis) -> str:
    said = [_kind_sentence(len(rows), axis)]
    if len(rows) > _SPOKEN:
        said.append(_("The data table lists every team with its baseline, result and goal."))
        return " ".join(said)
    for row in rows:
        name = f"{row.name} ({row.focus})" if row.focus else row.name
        course = f"{row.course}, {row.goal_words}"
        if row.lower_is_better:
            course = _("{measure}, lower is better", measure=course)
        said.append(f"{name}: {course}. {row.status.word}.")
    return " ".join(said)


def _kind_sentence(rows: int, axis: Axis) -> str:
    if axis.of_goal:
        return ngettext(
            "Dumbbell chart, one row, as a share of each team’s own goal.",
            "Dumbbell chart, one row for each of {number} teams, as a share of each team’s own goal.",
            rows,
            number=phrases.numeral(rows),
        )
    return ngettext(
        "Dumbbell chart, one row, in percent.",
        "Dumbbell chart, one row for each of {number} teams, in percent.",
        rows,
        number=phrases.numeral(rows),
    )


def _notes(rows: Sequence[Row], axis: Axis) -> tuple[str, ...]:
    said = []
    if axis.of_goal:
        said.append(_("Each row is scaled to its own goal, which stands at 100."))
    known = [row for row in rows if isinstance(row.result, Number | Band)]
    without = [row for row in known if not isinstance(row.baseline, Number | Band)]
    if any(isinstance(value, Band) for row in rows for value in (row.baseline, row.result)):
        said.append(_("A box runs over the range in which a share lies; the exact share is withheld."))
    if 0 < len(without) <= _NAMED:
        names = phrases.listed([_place(row, rows) for row in without])
        said.append(_("No baseline for {teams}.", teams=names))
    elif without:
        said.append(
            ngettext(
                "No baseline for {without} of {number} team.",
                "No baseline for {without} of {number} teams.",
                len(rows),
                without=len(without),
                number=phrases.numeral(len(rows)),
            )
        )
    if any(axis.beyond(row, number) for row in rows for number in row.numbers):
        said.append(_("An arrow means that a number lies past the end of the scale."))
    return tuple(said)


def _place(row: Row, rows: Sequence[Row]) -> str:
    namesakes = sum(other.name == row.name for other in rows)
    return f"{row.name} ({row.focus})" if namesakes > 1 else row.name


def _table(rows: Sequence[Row]) -> DataTable:
    shown = [
        (row.name, row.focus, row.baseline.text, _result(row), row.goal.text, _better(row), row.status.word)
        for row in rows
    ]
    return DataTable(
        caption=_("Baseline, result and goal of each team"),
        columns=(
            Column(_("Team"), numeric=False),
            Column(_("Focus"), numeric=False),
            Column(_("Baseline"), numeric=True),
            Column(_("Result"), numeric=True),
            Column(_("Goal"), numeric=True),
            Column(_("Better"), numeric=False),
            Column(_("Status"), numeric=False),
        ),
        rows=tuple(shown),
        csv_header=tuple(_(heading) for heading in _CSV_HEADER),
        csv_rows=tuple(_csv_row(row) for row in rows),
    )


def _result(row: Row) -> str:
    if not isinstance(row.result, Number | Band):
        return row.withheld or row.result.text
    return _("{result} (latest)", result=row.result.text) if row.running else row.result.text


def _better(row: Row) -> str:
    return _("lower") if row.lower_is_better else _("higher")


def _csv_row(row: Row) -> tuple[str, ...]:
    numbers = [cell for value in (row.baseline, row.result, row.goal) for cell in _csv_cells(value)]
    return (row.name, row.focus, row.unit, *numbers, _better(row), row.status.word)


def _csv_cells(value: Value) -> tuple[str, str]:
    if isinstance(value, Band):
        return value.text, _size(value)
    if not isinstance(value, Number):
        return value.text, value.text
    return value.plain, _size(value)


def _size(value: Number | Band) -> str:
    return f"{value.of}" if value.of is not None else _("not given")
