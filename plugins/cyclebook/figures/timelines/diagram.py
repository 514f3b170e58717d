"""The timeline as an exhibit."""

from cyclebook.figures import lettering, phrases, sketch
from cyclebook.figures.exhibit import Column, DataTable, Exhibit
from cyclebook.figures.timelines.calendar import Pause, Stop, pauses, stops
from cyclebook.figures.timelines.line import lying, standing
from cyclebook.published import Cycle
from cyclebook.published.days import day_text

_HEADINGS = ("What", "Week", "First day of the week")


def cycle_timeline(
    cycle: Cycle,
    *,
    id: str,  # noqa: A002  (the page's word for it)
    subtitle: str,
    source: str,
    now: int | None = None,
    headline: str | None = None,
    alt: str | None = None,
) -> Exhibit:
    """The calendar of a cycle, lying in the wide drawing, standing in the narrow one.

    `now` is the week that has been reached: the line is filled up to its end; 0 is the
    launch, None no place at all. `headline` and `alt` replace the computed ones.
    """
    title = "The cycle from launch to retrospective"
    told = alt or _alternative(cycle, now)
    wide, narrow = lying(cycle, now), standing(cycle, now)
    return Exhibit(
        id=id,
        headline=headline or _headline(cycle),
        subtitle=subtitle,
        drawings=sketch.drawn(wide, narrow, figure=id, title=title, told=told),
        notes=_notes(cycle, dict.fromkeys((*wide.left_out, *narrow.left_out))),
        source=source,
        table=_table(cycle),
        alt_title=title,
        alt_text=told,
    )


def _headline(cycle: Cycle) -> str:
    weeks = phrases.capital(phrases.count(cycle.weeks, "week"))
    if not cycle.check_ins:
        return f"{weeks} from launch to retrospective"
    return f"{weeks}, {phrases.count(len(cycle.check_ins), 'check-in')}"


def _alternative(cycle: Cycle, now: int | None) -> str:
    said = [f"Timeline of {phrases.count(cycle.weeks, 'week')}."]
    if cycle.start:
        said.append(f"Launch on {day_text(cycle.start)}.")
    if cycle.check_ins:
        plural = "s" if len(cycle.check_ins) > 1 else ""
        said.append(f"Check-in{plural} in {phrases.span(cycle.check_ins)}.")
    said += [
        phrases.sentence(
            f"{lettering.one_line(one.name)}, {phrases.count(one.weeks, 'week')}, after week {one.after_week}"
        )
        for one in cycle.breaks
    ]
    said.append(f"Retrospective in week {cycle.weeks}.")
    if now and now <= cycle.weeks:
        said.append(f"Now in week {now}.")
    return " ".join(said)


def _notes(cycle: Cycle, unnamed: dict[str, None]) -> tuple[str, ...]:
    said = []
    if cycle.start and cycle.weeks > 1:
        said.append("Dates are the first day of their week.")
    if cycle.breaks:
        said.append("Dotted: a break, which does not count as weeks of the cycle.")
    if unnamed:
        said.append(f"Without room in a drawing: {phrases.listed(list(unnamed))}.")
    return tuple(said)


def _table(cycle: Cycle) -> DataTable:
    """One row for each stop and break, in time order."""
    rows = []
    after = {pause: one.after_week for pause, one in zip(pauses(cycle), cycle.breaks, strict=True)}
    everything: list[Stop | Pause] = [*stops(cycle), *pauses(cycle)]
    for one in sorted(everything, key=_order):
        if isinstance(one, Stop):
            week = f"{one.week}" if one.week else "1"
            day = day_text(one.day) if one.day else "no date"
            rows.append((one.words, week, day, one.day.isoformat() if one.day else "no date"))
        else:
            rows.append((one.name, f"after {after[one]}", "no date", "no date"))
    return DataTable(
        caption="The cycle, from launch to retrospective",
        columns=tuple(Column(heading, numeric=False) for heading in _HEADINGS),
        rows=tuple((what, week, day) for what, week, day, _ in rows),
        csv_header=tuple(heading.lower() for heading in _HEADINGS),
        csv_rows=tuple((what, week, iso) for what, week, _, iso in rows),
    )


def _order(one: Stop | Pause) -> tuple[int, int]:
    return (one.begin, 1) if isinstance(one, Pause) else (one.at, 0)
