"""The weeks of a cohort, rolled up from its published storyboards: none that is withheld or embargoed."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from cyclebook.published import (
    Absence,
    Absent,
    PublishedCohort,
    PublishedStoryboard,
    TeamWeek,
    Test,
    WeekEntry,
    WeekReport,
)

_LAST_DAY = 6


def week_reports(cohort: PublishedCohort, as_of: date) -> tuple[WeekReport, ...]:
    """Every week up to the last that a team reported and that has begun by `as_of`.

    Of teams that were entered from a source only the weeks it tells of are here.
    """
    shown = [one for one in cohort.storyboards if one.withheld is None]
    told = {week for one in shown for week in _told(one)}
    counting = [one for one in shown if not one.entered_from_source]
    last = max((week for one in counting for week in _told(one)), default=0)
    reports = (_report(cohort, shown, week) for week in sorted({*told, *range(1, last + 1)}))
    return tuple(one for one in reports if one.day is None or one.day <= as_of)


def _told(one: PublishedStoryboard) -> dict[int, WeekEntry]:
    """The weeks of which a team reported a number or a word."""
    return {entry.week: entry for entry in one.weeks if tells(entry)}


def tells(entry: WeekEntry) -> bool:
    """True where a week is reported: counted, said not to be countable, or told of in words."""
    words = (entry.note, entry.success, entry.challenge, entry.breakthrough, entry.next, entry.prose)
    silent = isinstance(entry.value, Absent) and entry.value.because in (
        Absence.NOT_REPORTED,
        Absence.NOT_PUBLISHED,
        Absence.NOT_YET,
    )
    return any(words) or not silent


def _report(cohort: PublishedCohort, shown: Iterable[PublishedStoryboard], week: int) -> WeekReport:
    teams, silent, days = [], [], []
    for one in shown:
        entry = _told(one).get(week)
        if entry is not None:
            teams.append(TeamWeek(one, entry, tuple(_tests(one, week))))
            days += [entry.day] if entry.day else []
        elif not one.entered_from_source and not _stopped(one, week):
            silent.append(one)
    first = cohort.start + timedelta(weeks=week - 1) if cohort.start else None
    last_day = first + timedelta(days=_LAST_DAY) if first else None
    return WeekReport(
        cohort_slug=cohort.slug,
        cohort_title=cohort.title,
        week=week,
        weeks_planned=cohort.weeks,
        day=min(days, default=first),
        updated=max(days, default=last_day),
        check_in=week in cohort.check_ins,
        illustrative=cohort.illustrative,
        told=bool(teams) and not silent and all(one.storyboard.entered_from_source for one in teams),
        withheld=sum(one.withheld is not None for one in cohort.storyboards),
        teams=tuple(teams),
        silent=tuple(silent),
    )


def _tests(one: PublishedStoryboard, week: int) -> Iterator[Test]:
    for test in one.tests:
        if test.first_week is not None and test.first_week <= week <= (test.last_week or test.first_week):
            yield test


def _stopped(one: PublishedStoryboard, week: int) -> bool:
    """True after a team withdrew: in the week it named, else after the last that it reported."""
    if one.withdrawn is None:
        return False
    return week >= (one.withdrawn_week or max(_told(one), default=0) + 1)
