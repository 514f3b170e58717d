"""A family of measures in words: title, text alternative, notes and data table."""

from collections.abc import Sequence

from cyclebook.catalogue import _, ngettext, pgettext
from cyclebook.figures import lettering, phrases
from cyclebook.figures.exhibit import Column, DataTable
from cyclebook.figures.runchart import missing, words
from cyclebook.figures.runchart.extents import known
from cyclebook.figures.runchart.weeks import WeekScale
from cyclebook.published import Form, Number, Series
from cyclebook.published.days import day_text


def title_of(series: Sequence[Series]) -> str:
    """ "Two measures on the same weeks, weeks 1 to 10"."""
    weeks = sorted({point.week for one in series for point in one.points})
    span = _("week {week}", week=weeks[0])
    if len(weeks) > 1:
        span = _("weeks {first} to {last}", first=weeks[0], last=weeks[-1])
    if len(series) == 1:
        return f"{phrases.capital(lettering.one_line(series[0].name))}, {span}"
    return phrases.capital(
        ngettext(
            "{number} measure on the same weeks, {weeks}",
            "{number} measures on the same weeks, {weeks}",
            len(series),
            number=phrases.numeral(len(series)),
            weeks=span,
        )
    )


def alternative(series: Sequence[Series]) -> str:
    """The plots for readers who cannot see them, in full sentences."""
    begin = ngettext(
        "{number} chart of weekly numbers, one below the other.",
        "{number} charts of weekly numbers, one below the other.",
        len(series),
        number=phrases.numeral(len(series)),
    )
    said = [phrases.capital(begin)]
    for one in series:
        said.append(f"{lettering.one_line(one.name)} ({one.kind.word}): {words.headline(one)}.")
        said += words.better_sentences(one)
        said += missing.sentences(missing.missing_runs(one))
    return " ".join(said)


def notes(series: Sequence[Series], unnamed: Sequence[str]) -> tuple[str, ...]:
    """What a reader needs beside the plots; `unnamed` are lines that a drawing has no room to name."""
    said = []
    if len(series) > 1:
        said.append(_("Each plot has its own scale."))
    if any(missing.missing_runs(one) for one in series):
        said.append(_("Pale columns have no number: the data table says why."))
    if any(one.banded for one in series):
        said.append(_("A box is the range in which the share of a week lies; the exact share is withheld."))
    if unnamed:
        said.append(_("Lines, not all named in the drawing: {lines}.", lines=phrases.listed(unnamed)))
    return tuple(said)


def table(series: Sequence[Series], weeks: WeekScale) -> DataTable:
    """One row for each week, one column for each measure and one for its goal, where it has one."""
    days = {point.week: point.day for one in series for point in one.points if point.day}
    no_date = _("no date")
    columns = [Column(_("Week"), numeric=False), *([Column(_("Date"), numeric=False)] if days else [])]
    header = [_("week"), *([_("date")] if days else [])]
    for one in series:
        name = lettering.one_line(one.name)
        columns.append(Column(f"{phrases.capital(name)} ({one.kind.word})", numeric=True))
        unit = _("percent") if one.form is Form.PERCENT or one.banded else lettering.one_line(one.unit)
        header += [f"{name} ({unit})", _("{measure}: group size", measure=name)]
        if one.goal:
            columns.append(Column(_("Goal of {measure}", measure=name), numeric=True))
            header.append(_("{measure}: goal", measure=name))
    rows, csv_rows = [], []
    for week in weeks.weeks:
        day = days.get(week)
        cells = [f"{week}", *([day_text(day) if day else no_date] if days else [])]
        plain = [f"{week}", *([day.isoformat() if day else no_date] if days else [])]
        for one in series:
            shown_here, written = _cells(one, week)
            cells += shown_here
            plain += written
        rows.append(tuple(cells))
        csv_rows.append(tuple(plain))
    return DataTable(title_of(series), tuple(columns), tuple(rows), tuple(header), tuple(csv_rows))


def _cells(one: Series, week: int) -> tuple[list[str], list[str]]:
    """What a week of a measure says to readers, and to programs."""
    point = next((point for point in one.points if point.week == week), None)
    number = known(one).get(week)
    text = point.value.text if point else _("no week of this measure")
    exact = number if isinstance(number, Number) and not one.banded else None
    size = f"{number.of}" if number and number.of else _("not given")
    shown_here, written = [text], [exact.plain if exact else text, size]
    if one.goal:
        goal = one.goal_at(week)
        none = pgettext("goal", "none")
        shown_here.append(goal.short if goal else none)
        written.append(goal.plain if goal else none)
    return shown_here, written
