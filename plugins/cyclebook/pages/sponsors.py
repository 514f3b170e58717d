"""The part of a cohort's page that is for its sponsors."""

from dataclasses import dataclass

from cyclebook.catalogue import N_, _, ngettext
from cyclebook.pages.page import relative, storyboard_address
from cyclebook.pages.words import begun
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

_STUCK = N_(
    "The last three weeks that were counted were no better than the baseline. "
    "That is a reason to ask, not a verdict."
)
_STANDINGS: dict[Standing, tuple[str, Status | None]] = {
    Standing.AT_TARGET: (N_("At or past it"), Status.MET),
    Standing.SHORT: (N_("Not there yet"), Status.NOT_YET),
    Standing.NOT_COMPARED: (N_("Counted"), None),
    Standing.NOT_COUNTED: (N_("No count yet"), None),
}
_UNTOLD = N_("No weekly target is published here, so no team is set beside one.")


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
        heading=_("For sponsors: week {week} of {weeks}", week=view.week, weeks=view.weeks)
        if view.week
        else _("For sponsors: what is still open"),
        lead=_lead(view),
        columns=tuple(one for one in columns if one is not None and (one.lines or one.none)),
        targets=tuple(_target_row(one, names) for one in view.teams) if compared else (),
        untold=_(_UNTOLD) if view.week and not compared else None,
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
    day = _("As of {day}.", day=day_text(view.as_of))
    if view.week is None:
        return f"{day} {_('The cycle has ended.')}"
    if not view.over:
        return f"{day} {_('The first week is not over yet, so no report is due.')}"
    return f"{day} {ngettext('Week 1 is over.', 'Weeks 1 to {count} are over.', view.over)}"


def _next(view: SponsorsView) -> Column:
    last = _("The last check-in was in week {week}.", week=view.last_check_in) if view.last_check_in else None
    if view.next_check_in is None:
        return Column(_("Next check-in"), None, (), _("No check-in is planned."), last)
    week, first = view.next_check_in
    said = _("Week {week}, which begins on {day}.", week=week, day=day_text(first))
    return Column(
        _("Next check-in"), None, (), _("This week. {when}", when=said) if week == view.week else said, last
    )


def _silent(view: SponsorsView, names: _Names) -> Column | None:
    if not view.over:
        return None
    lines = tuple(
        names.line(
            one.storyboard,
            _("last report: week {week}", week=one.reported) if one.reported else _("no report yet"),
        )
        for one in view.silent
    )
    return Column(
        _("Has not reported"),
        _("Nothing for week {week}.", week=view.over),
        lines,
        _("Every team has reported."),
    )


def _stuck(view: SponsorsView, names: _Names) -> Column:
    lines = tuple(names.line(one.storyboard, _beside_baseline(one)) for one in view.stuck)
    doubtful = sum(one.stuck is None for one in view.teams)
    if doubtful == len(view.teams):
        return Column(
            _("Stuck"),
            _(_STUCK),
            (),
            _(
                "It cannot be said of any team: no baseline shows here, or fewer than three weeks were "
                "counted after it."
            ),
        )
    note = ngettext(
        "It cannot be said of {count} team: no baseline shows here, or fewer than three weeks were counted "
        "after it.",
        "It cannot be said of {count} teams: no baseline shows here, or fewer than three weeks were counted "
        "after it.",
        doubtful,
    )
    return Column(_("Stuck"), _(_STUCK), lines, _("No team."), note if doubtful else None)


def _beside_baseline(one: TeamThisWeek) -> str:
    outcome = one.storyboard.outcome
    if outcome is None or outcome.baseline is None or one.last is None:
        return ""
    return _(
        "{count}, baseline {baseline}", count=_worded(outcome, one.last), baseline=outcome.baseline.short
    )


def _changed(view: SponsorsView, names: _Names) -> Column:
    lines = []
    for goal in view.revised:
        said = _("goal revised in week {week}", week=goal.week)
        if goal.was and goal.target:
            said = _(
                "goal revised from {before} to {now} in week {week}",
                before=goal.was.short,
                now=goal.target.short,
                week=goal.week,
            )
        lines.append(names.line(goal.storyboard, said))
    lines += [names.line(one.storyboard, _decided(one)) for one in view.turned]
    rule = _("Since the launch: a goal revised, a test adapted or abandoned.")
    if view.last_check_in:
        rule = _(
            "Since the check-in of week {week}: a goal revised, a test adapted or abandoned.",
            week=view.last_check_in,
        )
    return Column(
        _("Changed direction"),
        rule,
        tuple(lines),
        _("No team."),
    )


def _decided(one: TeamsTest) -> str:
    if one.test.decision is Decision.ABANDON:
        return _("abandoned: {test}", test=one.test.label)
    return _("adapted: {test}", test=one.test.label)


def _awaiting(view: SponsorsView, names: _Names) -> Column | None:
    lines = tuple(names.line(one.storyboard, _test_words(one)) for one in view.awaiting)
    if not lines and view.week is None:
        return None
    return Column(
        _("Tests that wait for a decision"),
        _("Their weeks are over, or the team has said what happened."),
        lines,
        _("No test."),
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
            _("no weekly counts")
            if one.outcome is None
            else _("last count: week {week}", week=one.outcome.counted[-1].week),
        )
        for one in view.without_result
    )
    return Column(_("Without a result"), _("The last day has passed."), lines) if lines else None


def _priorities(cohort: PublishedCohort) -> Column | None:
    lines = tuple(
        Line(
            one.name,
            "",
            f"{ngettext('{count} team.', '{count} teams.', one.teams)} "
            f"{one.target or _('No target is given.')}",
        )
        for one in cohort.priorities
    )
    return (
        Column(_("Priorities and their targets"), _("Targets of the district, in its own words."), lines)
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
        count=_("{count} (week {week})", count=_worded(outcome, one.last), week=one.last.week)
        if outcome and one.last
        else _("none"),
        target=one.target.short if one.target else _("none given") if counted else _("not published"),
        standing=_(words),
        icon=icon,
    )


def _worded(series: Series, point: Point) -> str:
    """ "17 of 55", "12 absences"."""
    value = point.value
    if isinstance(value, Number) and value.share is None:
        return _("{number} {unit}", number=value.text, unit=series.unit)
    return value.text if isinstance(value, Number | Band) else value.short


def _left_out(view: SponsorsView) -> str | None:
    """Teams of which this section says nothing more."""
    said = [
        ngettext(
            "{number} team withdrew.",
            "{number} teams withdrew.",
            view.withdrawn,
            number=begun(view.withdrawn),
        )
        if view.withdrawn
        else "",
        ngettext(
            "{number} team stays out of these lists, since nothing of the group may be shown.",
            "{number} teams stay out of these lists, since nothing of the group may be shown.",
            view.withheld,
            number=begun(view.withheld),
        )
        if view.withheld
        else "",
    ]
    return " ".join(filter(None, said)) or None
