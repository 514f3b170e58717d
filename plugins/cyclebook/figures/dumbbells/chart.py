"""The dumbbell chart of a cohort, or of one team without weekly numbers."""

from collections.abc import Sequence

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
    "team",
    "focus",
    "unit",
    "baseline",
    "baseline group size",
    "result",
    "result group size",
    "goal",
    "goal group size",
    "better",
    "status",
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
        found.append(("baseline-band" if _all_bands(baselines) else "baseline", "baseline"))
    results = [row for row in rows if isinstance(row.result, Number | Band)]
    if results:
        running = {row.running for row in results}
        words = {frozenset({True}): "latest", frozenset({False}): "result"}
        mark: Mark = "result-band" if _all_bands([row.result for row in results]) else "result"
        found.append((mark, words.get(frozenset(running), "result or latest")))
    goals = [isinstance(row.goal, Number) for row in rows]
    if any(goals):
        found.append(("goal", "goal" if all(goals) else "goal, where published"))
    return found


def _all_bands(values: Sequence[Value]) -> bool:
    return all(isinstance(value, Band) for value in values)


def _title(rows: Sequence[Row]) -> str:
    if len(rows) == 1:
        return f"{rows[0].name} from baseline to result, with the goal"
    return f"{phrases.count(len(rows), 'team')} from baseline to result, with the goal".capitalize()


def _alternative(rows: Sequence[Row], axis: Axis) -> str:
    scale = "as a share of each team’s own goal" if axis.of_goal else "in percent"
    each = "one row" if len(rows) == 1 else f"one row for each of {phrases.count(len(rows), 'team')}"
    said = [f"Dumbbell chart, {each}, {scale}."]
    if len(rows) > _SPOKEN:
        said.append("The data table lists every team with its baseline, result and goal.")
        return " ".join(said)
    for row in rows:
        focus = f" ({row.focus})" if row.focus else ""
        better = ", lower is better" if row.lower_is_better else ""
        said.append(f"{row.name}{focus}: {row.course}, {row.goal_words}{better}. {row.status.word}.")
    return " ".join(said)


def _notes(rows: Sequence[Row], axis: Axis) -> tuple[str, ...]:
    said = []
    if axis.of_goal:
        said.append("Each row is scaled to its own goal, which stands at 100.")
    known = [row for row in rows if isinstance(row.result, Number | Band)]
    without = [row for row in known if not isinstance(row.baseline, Number | Band)]
    if any(isinstance(value, Band) for row in rows for value in (row.baseline, row.result)):
        said.append("A box runs over the range in which a share lies; the exact share is withheld.")
    if 0 < len(without) <= _NAMED:
        said.append(f"No baseline for {phrases.listed([_place(row, rows) for row in without])}.")
    elif without:
        said.append(f"No baseline for {len(without)} of {phrases.count(len(rows), 'team')}.")
    if any(axis.beyond(row, number) for row in rows for number in row.numbers):
        said.append("An arrow means that a number lies past the end of the scale.")
    return tuple(said)


def _place(row: Row, rows: Sequence[Row]) -> str:
    namesakes = sum(other.name == row.name for other in rows)
    return f"{row.name} ({row.focus})" if namesakes > 1 else row.name


def _table(rows: Sequence[Row]) -> DataTable:
    headings = ("Team", "Focus", "Baseline", "Result", "Goal", "Better", "Status")
    numeric = {"Baseline", "Result", "Goal"}
    shown = [
        (row.name, row.focus, row.baseline.text, _result(row), row.goal.text, _better(row), row.status.word)
        for row in rows
    ]
    return DataTable(
        caption="Baseline, result and goal of each team",
        columns=tuple(Column(heading, numeric=heading in numeric) for heading in headings),
        rows=tuple(shown),
        csv_header=_CSV_HEADER,
        csv_rows=tuple(_csv_row(row) for row in rows),
    )


def _result(row: Row) -> str:
    if not isinstance(row.result, Number | Band):
        return row.withheld or row.result.text
    return f"{row.result.text} (latest)" if row.running else row.result.text


def _better(row: Row) -> str:
    return "lower" if row.lower_is_better else "higher"


def _csv_row(row: Row) -> tuple[str, ...]:
    numbers = [cell for value in (row.baseline, row.result, row.goal) for cell in _csv_cells(value)]
    return (row.name, row.focus, row.unit, *numbers, _better(row), row.status.word)


def _csv_cells(value: Value) -> tuple[str, str]:
    if isinstance(value, Band):
        return value.text, f"{value.of}" if value.of is not None else "not given"
    if not isinstance(value, Number):
        return value.text, value.text
    return value.plain, f"{value.of}" if value.of is not None else "not given"
