"""The parts of a week that every output tells: the numbers, what went well, what was hard and tried."""

from dataclasses import dataclass

from cyclebook.catalogue import _
from cyclebook.outputs.addresses import Addresses
from cyclebook.published import TeamWeek, WeekReport


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a team, with the link to its storyboard where there is one."""

    team: str
    words: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class WeekPart:
    """A heading and what teams said under it."""

    heading: str
    said: tuple[Said, ...]


def week_parts(report: WeekReport, addresses: Addresses) -> list[WeekPart]:
    """The parts that have something to say, in the order of the page."""
    every = [
        (_("Numbers of the week"), tuple(_number(one, report, addresses) for one in report.teams)),
        (_("Not reported"), tuple(Said(one.name, "", addresses.team(one)) for one in report.silent)),
        (_("Breakthroughs"), _told(report, "breakthrough", addresses)),
        (_("Successes"), _told(report, "success", addresses)),
        (_("Challenges"), _told(report, "challenge", addresses)),
        (
            _("Ideas worth borrowing"),
            tuple(
                Said(
                    _("{idea} ({state})", idea=test.idea, state=one.state(test)),
                    name_of(one, report),
                    addresses.idea(test),
                )
                for one in report.teams
                for test in one.tests
            ),
        ),
    ]
    return [WeekPart(heading, said) for heading, said in every if said]


def name_of(one: TeamWeek, report: WeekReport) -> str:
    """A team's name; an invented team among real ones says so."""
    badge = one.storyboard.illustrative and not report.illustrative
    return _("{team} (illustrative)", team=one.storyboard.name) if badge else one.storyboard.name


def _number(one: TeamWeek, report: WeekReport, addresses: Addresses) -> Said:
    """Number and goal. How the goal stands today is left out: a file once sent cannot follow it."""
    said = one.number
    if one.entry.goal:
        said = _("{number}; goal in force {goal}", number=said, goal=one.entry.goal.text)
    return Said(name_of(one, report), said, addresses.team(one.storyboard))


def _told(report: WeekReport, what: str, addresses: Addresses) -> tuple[Said, ...]:
    found = ((one, getattr(one.entry, what)) for one in report.teams)
    return tuple(
        Said(name_of(one, report), words, addresses.team(one.storyboard)) for one, words in found if words
    )
