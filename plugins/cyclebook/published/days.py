"""How a day is written: in the words of the site, whatever language the machine speaks."""

from datetime import date

from cyclebook.catalogue import N_, _

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_SHORT = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


def day_text(day: date) -> str:
    """ "6 February 2026"."""
    return _("{day} {month} {year}", day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)


def short_day(day: date) -> str:
    """ "6 Feb"."""
    return _("{day} {month}", day=day.day, month=_(_SHORT[day.month - 1]))


def span_text(start: date | None, end: date | None) -> str | None:
    """ "2 February to 17 April 2026"; with one day only, "from …" or "to …"; None without any."""
    if start and end:
        first = day_text(start)
        if start.year == end.year:
            first = _("{day} {month}", day=start.day, month=_(MONTHS[start.month - 1]))
        return _("{first} to {last}", first=first, last=day_text(end))
    if start:
        return _("from {day}", day=day_text(start))
    return _("until {day}", day=day_text(end)) if end else None
