"""The timeline as an exhibit."""

from cyclebook.catalogue import N_, _, ngettext
from cyclebook.figures import lettering, phrases, sketch
from cyclebook.figures.exhibit import Column, DataTable, Exhibit
from cyclebook.figures.timelines.calendar import Pause, Stop, pauses, stops
from cyclebook.figures.timelines.line import lying, standing
from cyclebook.published import Break, Cycle
from cyclebook.published.days import day_text

_HEADINGS = (N_("What"), N_("Week"), N_("First day of the week"))
_CSV_HEADER = (N_("what"), N_("week"), N_("first day of the week"))


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
    title = _("The cycle from launch to retrospective")
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
    weeks = phrases.numeral(cycle.weeks)
    if not cycle.check_ins:
        return phrases.capital(
            ngettext(
                "{number} week from launch to retrospective",
                "{number} weeks from launch to retrospective",
                cycle.weeks,
                number=weeks,
            )
        )
    whole = ngettext("{number} week", "{number} weeks", cycle.weeks, number=weeks)
    meetings = len(cycle.check_ins)
    check_ins = ngettext(
        "{number} check-in", "{number} check-ins", meetings, number=phrases.numeral(meetings)
    )
    return phrases.capital(f"{whole}, {check_ins}")


def _alternative(cycle: Cycle, now: int | None) -> str:
    weeks = phrases.numeral(cycle.weeks)
    said = [ngettext("Timeline of {number} week.", "Timeline of {number} weeks.", cycle.weeks, number=weeks)]
    if cycle.start:
        said.append(_("Launch on {day}.", day=day_text(cycle.start)))
    if cycle.check_ins:
        said.append(
            ngettext(
                "Check-in in {weeks}.",
                "Check-ins in {weeks}.",
                len(cycle.check_ins),
                weeks=phrases.span(cycle.check_ins),
            )
        )
    said += [_break_told(one) for one in cycle.breaks]
    said.append(_("Retrospective in week {week}.", week=cycle.weeks))
    if now and now <= cycle.weeks:
        said.append(_("Now in week {week}.", week=now))
    return " ".join(said)


def _break_told(one: Break) -> str:
    return phrases.sentence(
        ngettext(
            "{name}, {number} week, after week {week}",
            "{name}, {number} weeks, after week {week}",
            one.weeks,
            name=lettering.one_line(one.name),
            number=phrases.numeral(one.weeks),
            week=one.after_week,
        )
    )


def _notes(cycle: Cycle, unnamed: dict[str, None]) -> tuple[str, ...]:
    said = []
    if cycle.start and cycle.weeks > 1:
        said.append(_("Dates are the first day of their week."))
    if cycle.breaks:
        said.append(_("Dotted: a break, which does not count as weeks of the cycle."))
    if unnamed:
        said.append(_("Without room in a drawing: {names}.", names=phrases.listed(list(unnamed))))
    return tuple(said)


def _table(cycle: Cycle) -> DataTable:
    """One row for each stop and break, in time order."""
    rows = []
    no_date = _("no date")
    after = {pause: one.after_week for pause, one in zip(pauses(cycle), cycle.breaks, strict=True)}
    everything: list[Stop | Pause] = [*stops(cycle), *pauses(cycle)]
    for one in sorted(everything, key=_order):
        if isinstance(one, Stop):
            week = f"{one.week}" if one.week else "1"
            day = day_text(one.day) if one.day else no_date
            rows.append((one.words, week, day, one.day.isoformat() if one.day else no_date))
        else:
            rows.append((one.name, _("after {week}", week=after[one]), no_date, no_date))
    return DataTable(
        caption=_("The cycle, from launch to retrospective"),
        columns=tuple(Column(_(heading), numeric=False) for heading in _HEADINGS),
        rows=tuple((what, week, day) for what, week, day, _iso in rows),
        csv_header=tuple(_(heading) for heading in _CSV_HEADER),
        csv_rows=tuple((what, week, iso) for what, week, _day, iso in rows),
    )


def _order(one: Stop | Pause) -> tuple[int, int]:
    return (one.begin, 1) if isinstance(one, Pause) else (one.at, 0)
