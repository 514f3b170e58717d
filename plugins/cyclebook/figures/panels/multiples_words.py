"""Small multiples in words: the key to the cells and the data table."""

from collections.abc import Sequence

from cyclebook.figures import lettering
from cyclebook.figures.exhibit import Column, DataTable
from cyclebook.published import Absence, Absent, Number, PublishedStoryboard, Series


def notes(series: Sequence[Series]) -> tuple[str, ...]:
    """The key to all cells."""
    said = ["The dashed line is the goal, the larger number the last count, both in the team’s own unit."]
    if any(one.baseline for one in series):
        said.append("A thin line is the baseline.")
    absent = [p.value for one in series for p in one.points if isinstance(p.value, Absent)]
    if any(value.because is not Absence.NOT_YET for value in absent):
        said.append("A cross is a week without a number.")
    if any(one.banded for one in series):
        said.append("A box is the range in which the share of that week lies; the exact share is withheld.")
    return tuple(said)


def table(drawn: Sequence[tuple[PublishedStoryboard, Series]], longest: int) -> DataTable:
    """One row for each team, one column for each week."""
    weeks = [f"{week}" for week in range(1, longest + 1)]
    rows, csv_rows = [], []
    for one, series in drawn:
        by_week = {point.week: point.value for point in series.points}
        found = [by_week.get(week) for week in range(1, longest + 1)]
        goal = series.goal[-1].value if series.goal else None
        head = (lettering.one_line(one.name), lettering.one_line(series.name), one.goal.status.word)
        shown = [value.text if value else "no such week" for value in found]
        plain = [
            value.plain if isinstance(value, Number) else value.text if value else "no such week"
            for value in found
        ]
        group = f"{series.of}" if series.of else "not given"
        rows.append((*head, goal.text if goal else "none", *shown))
        csv_rows.append((*head, group, goal.plain if goal else "none", *plain))
    text = [Column(heading, numeric=False) for heading in ("Team", "Measure", "Status")]
    return DataTable(
        caption="Every team, week by week",
        columns=(*text, Column("Goal", numeric=True), *(Column(f"Week {w}", numeric=True) for w in weeks)),
        rows=tuple(rows),
        csv_header=("team", "measure", "status", "group size", "goal", *(f"week {week}" for week in weeks)),
        csv_rows=tuple(csv_rows),
    )
