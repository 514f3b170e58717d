"""The teams of a cohort, as rows of a table and by what they have in common."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from markupsafe import Markup

from cyclebook.catalogue import N_, _
from cyclebook.figures import sparkline
from cyclebook.pages.page import relative, storyboard_address
from cyclebook.pages.words import weeks_reported
from cyclebook.published import Absent, Band, Goal, Number, PublishedStoryboard, Status, Value
from cyclebook.published.days import short_day


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One team in the table of a cohort."""

    name: str
    focus: str | None
    link: str
    priority: str | None
    status: Status
    status_word: str
    illustrative: bool
    baseline: str
    latest: str
    goal: str
    spark: Markup
    weeks: str
    updated: str
    tests: str

    @property
    def result_words(self) -> str:
        """The newest result; empty where the word for the status says the same."""
        return "" if self.latest.casefold() == self.status_word.casefold() else self.latest


class Common(Enum):
    """What teams may have in common; the heading of its column, and the caption of its table."""

    PRIORITY = (N_("By priority"), N_("Teams by priority"))
    DISTRICT = (N_("By district"), N_("Teams by district"))
    DRIVER = (N_("By driver"), N_("Teams by driver"))

    @property
    def heading(self) -> str:
        return _(self.value[0])

    @property
    def caption(self) -> str:
        return _(self.value[1])


@dataclass(frozen=True, slots=True)
class Crosstab:
    """How many teams stand where, by one thing they have in common."""

    common: Common
    statuses: tuple[Status, ...]
    rows: tuple[tuple[str, tuple[int, ...], int], ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The result of one student group of one team."""

    team: str
    link: str
    group: str
    size: str
    baseline: str
    result: str


def team_row(one: PublishedStoryboard, address: str) -> TeamRow:
    """A team's row, with links from the page at `address`."""
    goal = one.goal
    latest = goal.result.short
    if isinstance(goal.result, Number | Band):
        latest = goal.worded(goal.result)
    elif goal.latest:
        latest = _("{result} (week {week})", result=goal.worded(goal.latest[1]), week=goal.latest[0])
    outcome = one.outcome
    return TeamRow(
        name=one.name,
        focus=one.focus or (one.title if one.school else None),
        link=relative(storyboard_address(one), address),
        priority=one.priority,
        status=goal.status,
        status_word=goal.status_word,
        illustrative=one.illustrative,
        baseline=goal.worded(goal.baseline)
        if isinstance(goal.baseline, Number | Band)
        else goal.baseline.short,
        latest=latest,
        goal=_told(goal, goal.target),
        spark=Markup(sparkline(outcome)) if outcome else Markup(),  # noqa: S704 - our own drawing
        weeks=_weeks(one),
        updated=_updated(one),
        tests=_("not published") if one.entered_from_source and not one.tests else str(len(one.tests)),
    )


def _told(goal: Goal, value: Value) -> str:
    """A value with its unit; where there is none, why, in a word or two."""
    return value.short if isinstance(value, Absent) else goal.worded(value)


def _weeks(one: PublishedStoryboard) -> str:
    if one.withheld is not None:
        return _("withheld")
    if one.outcome is None:
        return _("not published") if one.entered_from_source else _("none reported")
    return weeks_reported(one) or ""


def _updated(one: PublishedStoryboard) -> str:
    """The day of the last counted week, or its number."""
    if one.outcome is None:
        return ""
    last = one.outcome.counted[-1]
    return short_day(last.day) if last.day else _("week {week}", week=last.week)


def crosstab(
    storyboards: Iterable[PublishedStoryboard],
    common: Common,
    of: Callable[[PublishedStoryboard], Sequence[str | None]],
) -> Crosstab | None:
    """Teams by status and by what `of` says of them; None where that tells nothing apart.

    A team of which `of` says several things counts for each.
    """
    kept = [(one.goal.status, name or _("not given")) for one in storyboards for name in of(one) or [None]]
    names = sorted({name for _status, name in kept})
    if len(names) < 2:
        return None
    present = {status for status, _name in kept}
    statuses = tuple(status for status in Status if status in present)
    counts = Counter((name, status) for status, name in kept)
    rows = tuple(
        (
            name,
            tuple(counts[name, status] for status in statuses),
            sum(counts[name, status] for status in statuses),
        )
        for name in names
    )
    return Crosstab(common, statuses, rows)


def group_rows(storyboards: Iterable[PublishedStoryboard], address: str) -> list[GroupRow]:
    """Results by student group, team by team."""
    return [
        GroupRow(
            one.name,
            relative(storyboard_address(one), address),
            group.name,
            group.size.short,
            group.baseline.short if isinstance(group.baseline, Absent) else group.baseline.text,
            group.result.short if isinstance(group.result, Absent) else group.result.text,
        )
        for one in storyboards
        for group in one.groups
    ]
