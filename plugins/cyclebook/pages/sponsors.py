"""The part of a cohort's page that is for its sponsors."""

from dataclasses import dataclass

from cyclebook.pages.page import relative, storyboard_address
from cyclebook.pages.words import many, spelled
from cyclebook.published import (
    Band,
    Decision,
    Number,
    Point,
    PublishedCohort,
    PublishedStoryboard,
    Series,
    SponsorsView,
    Standing,
    Status,
    TeamsTest,
    TeamThisWeek,
)
from cyclebook.published.days import day_text

_STUCK = (
    "The last three weeks that were counted were no better than the baseline. "
    "That is a reason to ask, not a verdict."
)
_STANDINGS: dict[Standing, tuple[str, Status | None]] = {
    Standing.AT_TARGET: ("At or past it", Status.MET),
    Standing.SHORT: ("Not there yet", Status.NOT_YET),
    Standing.NOT_COMPARED: ("Counted", None),
    Standing.NOT_COUNTED: ("No count yet", None),
}
_UNTOLD = "No weekly target is published here, so no team is set beside one."
_NOT_JUDGED = "no baseline shows here, or fewer than three weeks were counted after it."


@dataclass(frozen=True, slots=True)
class Line:
    """A team in a list: its name, the link, and what there is to say of it."""

    team: str
    link: str
    words: str


@dataclass(frozen=True, slots=True)
class Column:
    """A question of sponsors: the rule by which it is answered, the teams, or the words where none is."""

    heading: str
    rule: str | None
    lines: tuple[Line, ...]
    none: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A team beside what is asked for in the week that it last counted."""

    team: str
    link: str
    measure: str
    count: str
    target: str
    standing: str
    icon: Status | None


@dataclass(frozen=True, slots=True)
class ForSponsors:
    """The section, ready for its template. `untold` stands in place of the table of targets."""

    heading: str
    lead: str
    columns: tuple[Column, ...]
    targets: tuple[TargetRow, ...]
    untold: str | None
    left_out: str | None


def for_sponsors(cohort: PublishedCohort, address: str) -> ForSponsors | None:
    """What sponsors ask, with links from the page at `address`; None where there is nothing to say."""
    view = cohort.sponsored
    if view is None:
        return None
    names = _Names(cohort, address)
    ended = (_without_result(view, names), _awaiting(view, names))
    running = (
        _next(view),
        _silent(view, names),
        _stuck(view, names),
        _changed(view, names),
        _awaiting(view, names),
        _priorities(cohort),
    )
    columns = running if view.week else ended
    compared = any(one.target for one in view.teams)
    return ForSponsors(
        heading=f"For sponsors: week {view.week} of {view.weeks}"
        if view.week
        else "For sponsors: what is still open",
        lead=_lead(view),
        columns=tuple(one for one in columns if one is not None and (one.lines or one.none)),
        targets=tuple(_target_row(one, names) for one in view.teams) if compared else (),
        untold=_UNTOLD if view.week and not compared else None,
        left_out=_left_out(view),
    )


class _Names:
    """What each team of a cohort is called in a list, and where its page is."""

    def __init__(self, cohort: PublishedCohort, address: str) -> None:
        every = [one.name for one in cohort.storyboards]
        self._shared = {name for name in every if every.count(name) > 1}
        self._address = address

    def name(self, one: PublishedStoryboard) -> str:
        """The school; with what it works on where two teams are at one school."""
        return f"{one.name}, {one.focus or one.title}" if one.name in self._shared else one.name

    def line(self, one: PublishedStoryboard, words: str) -> Line:
        return Line(self.name(one), relative(storyboard_address(one), self._address), words)


def _lead(view: SponsorsView) -> str:
    day = f"As of {day_text(view.as_of)}."
    if view.week is None:
        return f"{day} The cycle has ended."
    if not view.over:
        return f"{day} The first week is not over yet, so no report is due."
    weeks = "Week 1 is" if view.over == 1 else f"Weeks 1 to {view.over} are"
    return f"{day} {weeks} over."


def _next(view: SponsorsView) -> Column:
    last = f"The last check-in was in week {view.last_check_in}." if view.last_check_in else None
    if view.next_check_in is None:
        return Column("Next check-in", None, (), "No check-in is planned.", last)
    week, first = view.next_check_in
    said = f"Week {week}, which begins on {day_text(first)}."
    return Column("Next check-in", None, (), f"This week. {said}" if week == view.week else said, last)


def _silent(view: SponsorsView, names: _Names) -> Column | None:
    if not view.over:
        return None
    lines = tuple(
        names.line(
            one.storyboard,
            f"last report: week {one.reported}" if one.reported else "no report yet",
        )
        for one in view.silent
    )
    return Column("Has not reported", f"Nothing for week {view.over}.", lines, "Every team has reported.")


def _stuck(view: SponsorsView, names: _Names) -> Column:
    lines = tuple(names.line(one.storyboard, _beside_baseline(one)) for one in view.stuck)
    doubtful = sum(one.stuck is None for one in view.teams)
    if doubtful == len(view.teams):
        return Column("Stuck", _STUCK, (), f"It cannot be said of any team: {_NOT_JUDGED}")
    note = f"It cannot be said of {many(doubtful, 'team')}: {_NOT_JUDGED}" if doubtful else None
    return Column("Stuck", _STUCK, lines, "No team.", note)


def _beside_baseline(one: TeamThisWeek) -> str:
    outcome = one.storyboard.outcome
    if outcome is None or outcome.baseline is None or one.last is None:
        return ""
    return f"{_worded(outcome, one.last)}, baseline {outcome.baseline.short}"


def _changed(view: SponsorsView, names: _Names) -> Column:
    since = f"Since the check-in of week {view.last_check_in}" if view.last_check_in else "Since the launch"
    lines = []
    for goal in view.revised:
        numbers = f" from {goal.was.short} to {goal.target.short}" if goal.was and goal.target else ""
        lines.append(names.line(goal.storyboard, f"goal revised{numbers} in week {goal.week}"))
    lines += [names.line(one.storyboard, _decided(one)) for one in view.turned]
    return Column(
        "Changed direction",
        f"{since}: a goal revised, a test adapted or abandoned.",
        tuple(lines),
        "No team.",
    )


def _decided(one: TeamsTest) -> str:
    word = "abandoned" if one.test.decision is Decision.ABANDON else "adapted"
    return f"{word}: {one.test.label}"


def _awaiting(view: SponsorsView, names: _Names) -> Column | None:
    lines = tuple(names.line(one.storyboard, _test_words(one)) for one in view.awaiting)
    if not lines and view.week is None:
        return None
    return Column(
        "Tests that wait for a decision",
        "Their weeks are over, or the team has said what happened.",
        lines,
        "No test.",
    )


def _test_words(one: TeamsTest) -> str:
    return (
        f"{one.test.label} ({one.test.weeks[0].lower()}{one.test.weeks[1:]})"
        if one.test.weeks
        else one.test.label
    )


def _without_result(view: SponsorsView, names: _Names) -> Column | None:
    lines = tuple(
        names.line(
            one,
            "no weekly counts" if one.outcome is None else f"last count: week {one.outcome.counted[-1].week}",
        )
        for one in view.without_result
    )
    return Column("Without a result", "The last day has passed.", lines) if lines else None


def _priorities(cohort: PublishedCohort) -> Column | None:
    lines = tuple(
        Line(one.name, "", f"{many(one.teams, 'team')}. {one.target or 'No target is given.'}")
        for one in cohort.priorities
    )
    return (
        Column("Priorities and their targets", "Targets of the district, in its own words.", lines)
        if lines
        else None
    )


def _target_row(one: TeamThisWeek, names: _Names) -> TargetRow:
    outcome = one.storyboard.outcome
    line = names.line(one.storyboard, "")
    words, icon = _STANDINGS[one.standing]
    counted = one.last is None or isinstance(one.last.value, Number)
    return TargetRow(
        team=line.team,
        link=line.link,
        measure=outcome.name if outcome else "",
        count=f"{_worded(outcome, one.last)} (week {one.last.week})" if outcome and one.last else "none",
        target=one.target.short if one.target else "none given" if counted else "not published",
        standing=words,
        icon=icon,
    )


def _worded(series: Series, point: Point) -> str:
    """ "17 of 55", "12 absences"."""
    value = point.value
    if isinstance(value, Number) and value.share is None:
        return f"{value.text} {series.unit}"
    return value.text if isinstance(value, Number | Band) else value.short


def _left_out(view: SponsorsView) -> str | None:
    """Teams of which this section says nothing more."""
    said = [
        f"{spelled(view.withdrawn, 'team')} withdrew." if view.withdrawn else "",
        f"{spelled(view.withheld, 'team')} stay{'s' if view.withheld == 1 else ''} out of these lists, "
        "since nothing of the group may be shown."
        if view.withheld
        else "",
    ]
    return " ".join(filter(None, said)) or None
