"""Small multiples in words: the key to the cells and the data table."""

from collections.abc import Sequence

from cyclebook.catalogue import N_, _, pgettext
from cyclebook.figures import lettering
from cyclebook.figures.exhibit import Column, DataTable
from cyclebook.published import Absence, Absent, Number, PublishedStoryboard, Series

_HEADINGS = (N_("Team"), N_("Measure"), N_("Status"))
_CSV_HEADER = (N_("team"), N_("measure"), N_("status"), N_("group size"), N_("goal"))


def notes(series: Sequence[Series]) -> tuple[str, ...]:
    """The key to all cells."""
    said = [_("The dashed line is the goal, the larger number the last count, both in the team’s own unit.")]
    if any(one.baseline for one in series):
        said.append(_("A thin line is the baseline."))
    absent = [p.value for one in series for p in one.points if isinstance(p.value, Absent)]
    if any(value.because is not Absence.NOT_YET for value in absent):
        said.append(_("A cross is a week without a number."))
    if any(one.banded for one in series):
        said.append(
            _("A box is the range in which the share of that week lies; the exact share is withheld.")
        )
    return tuple(said)


def table(drawn: Sequence[tuple[PublishedStoryboard, Series]], longest: int) -> DataTable:
    """One row for each team, one column for each week."""
    weeks = range(1, longest + 1)
    no_goal, no_week = pgettext("goal", "none"), _("no such week")
    rows, csv_rows = [], []
    for one, series in drawn:
        by_week = {point.week: point.value for point in series.points}
        found = [by_week.get(week) for week in weeks]
        goal = series.goal[-1].value if series.goal else None
        head = (lettering.one_line(one.name), lettering.one_line(series.name), one.goal.status.word)
        shown = [value.text if value else no_week for value in found]
        plain = [
            value.plain if isinstance(value, Number) else value.text if value else no_week for value in found
        ]
        group = f"{series.of}" if series.of else _("not given")
        rows.append((*head, goal.text if goal else no_goal, *shown))
        csv_rows.append((*head, group, goal.plain if goal else no_goal, *plain))
    return DataTable(
        caption=_("Every team, week by week"),
        columns=(
            *(Column(_(heading), numeric=False) for heading in _HEADINGS),
            Column(_("Goal"), numeric=True),
            *(Column(_("Week {week}", week=week), numeric=True) for week in weeks),
        ),
        rows=tuple(rows),
        csv_header=(
            *(_(heading) for heading in _CSV_HEADER),
            *(_("week {week}", week=week) for week in weeks),
        ),
        csv_rows=tuple(csv_rows),
    )
