"""The weekly update of a cohort: who reported what, what went well, what was hard, what was tried."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from cyclebook.catalogue import _, ngettext
from cyclebook.pages.frame import Frame
from cyclebook.pages.page import (
    Page,
    cohort_address,
    moved_links,
    relative,
    storyboard_address,
    week_address,
)
from cyclebook.pages.prose import Prose
from cyclebook.pages.templates import fill, markup
from cyclebook.pages.words import begun
from cyclebook.published import (
    Absent,
    Decision,
    PublishedCohort,
    Status,
    TeamWeek,
    Test,
    Value,
    WeekReport,
)
from cyclebook.published.days import day_text

_HIGHEST = 4
"""The level of the highest heading in a team's words: they stand under its name."""
EMAIL = "email.html"
"""The file for e-mail beside a week's page."""


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """A team's row in the table of a week; `status` is that of the cycle today."""

    name: str
    focus: str | None
    link: str
    number: str
    goal: str
    status: Status
    status_word: str
    note: str | None
    illustrative: bool


@dataclass(frozen=True, slots=True)
class SaidOfWeek:
    """What one team said of the week, with the link to its week on the storyboard."""

    name: str
    link: str
    words: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ToldOfWeek:
    """What one team wrote under the heading of the week on its storyboard."""

    name: str
    link: str
    html: Markup
    illustrative: bool


@dataclass(frozen=True, slots=True)
class TriedIdea:
    """A test that was running or ended in the week; `idea` links to the page of its idea."""

    title: str
    idea: str | None
    team: str
    link: str
    ended: bool
    decision: Decision
    illustrative: bool


def week_page(
    report: WeekReport, cohort: PublishedCohort, ideas: Mapping[str, str], frame: Frame, feed: str | None
) -> Page:
    """The page of one week. `ideas` are addresses by key, `feed` that of the cohort's feed."""
    address = week_address(report)
    home = cohort_address(cohort.slug)
    prose = Prose()
    stories = [
        ToldOfWeek(
            one.storyboard.name,
            f"{relative(storyboard_address(one.storyboard), address)}#weeks",
            markup(
                moved_links(
                    prose.html(one.entry.prose, highest=_HIGHEST), storyboard_address(one.storyboard), address
                )
            ),
            one.storyboard.illustrative and not report.illustrative,
        )
        for one in report.teams
        if one.entry.prose
    ]
    told = {name: _said(report, name, address) for name in ("breakthrough", "success", "challenge", "next")}
    tried = [_tried(one, test, ideas, address) for one in report.teams for test in one.tests]
    sections = [
        ("reported", _("Numbers of the week"), bool(report.teams)),
        ("stories", _("What teams tell of the week"), bool(stories)),
        ("silent", _("Who has not reported"), bool(report.silent)),
        ("breakthroughs", _("Breakthroughs"), bool(told["breakthrough"])),
        ("successes", _("Successes"), bool(told["success"])),
        ("challenges", _("Challenges"), bool(told["challenge"])),
        ("ideas", _("Ideas worth borrowing"), bool(tried)),
        ("next", _("What teams do next"), bool(told["next"])),
    ]
    order = [one for one in cohort.weekly if one.week != report.week]
    previous = max((one for one in order if one.week < report.week), key=lambda one: one.week, default=None)
    following = min((one for one in order if one.week > report.week), key=lambda one: one.week, default=None)
    present = [(name, heading) for name, heading, there in sections if there]
    html = fill(
        "week.html",
        report=report,
        frame=frame.at(address),
        cohort_link=relative(home, address),
        facts=_facts(report),
        withheld=_withheld_words(report.withheld) if report.withheld else None,
        heading=dict(present),
        sections=present,
        rows=[_row(one, address) for one in report.teams],
        silent=[
            (
                one.name,
                relative(storyboard_address(one), address),
                one.illustrative and not report.illustrative,
            )
            for one in report.silent
        ],
        told=told,
        stories=stories,
        tried=tried,
        previous=_neighbour(previous, address),
        following=_neighbour(following, address),
        email=EMAIL,
        feed=relative(feed, address) if feed else None,
    )
    return Page(address, report.title, f"{report.title}: {report.sentence}", html, tuple(present))


def _facts(report: WeekReport) -> str:
    parts = [
        day_text(report.updated) if report.updated else None,
        _("week {week} of {weeks}", week=report.week, weeks=report.weeks_planned)
        if report.weeks_planned
        else None,
        _("a check-in week") if report.check_in else None,
    ]
    words = ", ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]


def _row(one: TeamWeek, address: str) -> ReportedRow:
    board = one.storyboard
    goal = board.goal
    return ReportedRow(
        name=board.name,
        focus=board.focus or (board.title if board.school else None),
        link=relative(storyboard_address(board), address),
        number=one.number,
        goal=one.entry.goal.text
        if one.entry.goal
        else _("withheld")
        if _withheld(goal.target)
        else _("none given"),
        status=goal.status,
        status_word=goal.status_word,
        note=one.entry.note,
        illustrative=board.illustrative,
    )


def _said(report: WeekReport, what: str, address: str) -> list[SaidOfWeek]:
    """What teams wrote in one column of the week, team by team."""
    found = ((one.storyboard, getattr(one.entry, what)) for one in report.teams)
    return [
        SaidOfWeek(
            board.name,
            f"{relative(storyboard_address(board), address)}#weeks",
            words,
            board.illustrative and not report.illustrative,
        )
        for board, words in found
        if words
    ]


def _tried(one: TeamWeek, test: Test, ideas: Mapping[str, str], address: str) -> TriedIdea:
    board = one.storyboard
    place = ideas.get(test.idea_key or "")
    return TriedIdea(
        test.idea,
        relative(place, address) if place else None,
        board.name,
        f"{relative(storyboard_address(board), address)}#tests",
        one.ended(test),
        test.decision if one.ended(test) else Decision.OPEN,
        board.illustrative,
    )


def _withheld_words(teams: int) -> str:
    return ngettext(
        "{number} team is not listed: the numbers are withheld.",
        "{number} teams are not listed: the numbers are withheld.",
        teams,
        number=begun(teams),
    )


def _withheld(value: Value) -> bool:
    return isinstance(value, Absent) and value.withheld


def _neighbour(other: WeekReport | None, address: str) -> tuple[str, str] | None:
    return (_("Week {week}", week=other.week), relative(week_address(other), address)) if other else None
