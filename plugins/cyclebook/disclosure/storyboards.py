"""One storyboard, published: what the policy lets through, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cyclebook.catalogue import _
from cyclebook.disclosure.comparisons import publish_comparison
from cyclebook.disclosure.evidence import publish_evidence
from cyclebook.disclosure.goals import goal_form, goal_group, publish_goal, withheld_goal
from cyclebook.disclosure.guard import Guard, group_size
from cyclebook.disclosure.moments import Moments
from cyclebook.disclosure.policies import of_storyboard, policies_of
from cyclebook.disclosure.sources import sources_of
from cyclebook.disclosure.stories import known_sections, publish_fishbone, told_story, withdrawal_words
from cyclebook.disclosure.student_groups import publish_groups
from cyclebook.disclosure.sums import Beside, Group
from cyclebook.disclosure.tests_of_change import publish_tests
from cyclebook.disclosure.told_words import told_by
from cyclebook.disclosure.weeks import publish_series, publish_weeks
from cyclebook.disclosure.wording import without_counts, without_small_groups
from cyclebook.measuring.attainment import Attained, attain
from cyclebook.measuring.weekly import tracks, weekly
from cyclebook.model.amounts import Amount
from cyclebook.model.article import Article
from cyclebook.model.cohort import Cohort, CohortFolder
from cyclebook.model.convening import Convening
from cyclebook.model.goal import Goal as WrittenGoal
from cyclebook.model.goal import GoalKind
from cyclebook.model.idea_title import folded
from cyclebook.model.network import Idea
from cyclebook.model.privacy import Policies, PolicyName, narrowest
from cyclebook.model.storyboard import Observation, Storyboard, StoryboardFile
from cyclebook.published import (
    Absence,
    Absent,
    Action,
    Band,
    Decision,
    FollowUp,
    Form,
    Goal,
    Known,
    Named,
    Number,
    Picture,
    PublishedStoryboard,
    Role,
    Series,
    Source,
    Support,
    Value,
    Why,
)
from cyclebook.published.series import outcome_of


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a storyboard's page needs of its cohort and network: names by id, sources by id, the day.

    `drivers_at` and `districts_at` are the cohort that describes them, None for the hub.
    """

    cohort: CohortFolder
    districts: Mapping[str, str]
    priorities: Mapping[str, str]
    drivers: Mapping[str, str]
    ideas: Mapping[str, Idea]
    sources: Mapping[str, Source]
    policies: Policies
    as_of: date
    drivers_at: str | None = None
    districts_at: str | None = None


@dataclass(frozen=True, slots=True)
class _Guards:
    """Who judges what of a storyboard: the measures each by its own policy, and all else.

    The goal is told as narrowly as the measure that counts it week by week. Where a measure shows no
    size of its group, nothing on the storyboard does, unless counts are shown.
    """

    board: Guard
    of_measure: Mapping[str, Guard]

    @classmethod
    def of(cls, written: Storyboard, policies: Policies) -> "_Guards":
        by_measure = policies_of(written, policies)
        tracking = [by_measure[one.id] for one in written.measures if tracks(one, written.goal)]
        board = narrowest(policies.of_storyboard(written.privacy), *tracking)
        hidden = PolicyName.STRICT in by_measure.values()

        def guard(policy: PolicyName) -> Guard:
            return Guard(
                policy,
                public_source=written.entered_from is not None,
                sizes_withheld=hidden and policy is not PolicyName.OPEN,
            )

        return cls(guard(board), {name: guard(policy) for name, policy in by_measure.items()})

    @property
    def words_shown(self) -> bool:
        """True where texts may hold counts: everything shows them."""
        return self.board.exact and all(one.exact for one in self.of_measure.values())

    @property
    def sizes_shown(self) -> bool:
        """True where texts may hold sizes of groups."""
        return self.board.sizes_shown and all(one.sizes_shown for one in self.of_measure.values())


def embargoed(written: Storyboard | Cohort | Article | Convening, as_of: date) -> bool:
    """True through the day of `publish_after`."""
    return written.publish_after is not None and as_of <= written.publish_after


def publish_storyboard(file: StoryboardFile, around: Surroundings) -> PublishedStoryboard:
    """A storyboard whose embargo is over."""
    as_entered = file.storyboard
    guards = _Guards.of(as_entered, around.policies)
    guard = guards.board
    keys = [folded(test.idea) for test in as_entered.tests]
    named = [key if key in around.ideas else None for key in keys]
    if guards.words_shown:
        file = without_small_groups(file)
    else:
        file = without_counts(file, sizes_shown=guards.sizes_shown)
    written = file.storyboard
    goal = written.goal
    size = goal_group(goal) if goal else None
    refused = guard.refusal(size)
    if refused is not None:
        return _masthead(file, around, withheld_goal(refused), withheld=refused)
    end = _end(written, around.cohort)
    entered = written.entered_from is not None
    judged = attain(
        goal or _no_goal(),
        end=end,
        as_of=around.as_of,
        reported=written.reported,
        withdrawn=written.withdrawn is not None,
    )
    running = judged.status is Attained.NOT_YET
    planned = around.cohort.cohort.weeks
    by_week = [weekly(measure, file.weeks, goal, planned) for measure in written.measures]
    published_goal = publish_goal(
        goal or _no_goal(),
        judged,
        guard,
        end=end,
        missing=Absent(Absence.NOT_PUBLISHED if entered else Absence.NOT_REPORTED),
    )
    moments = Moments(written, published_goal, guard)
    judges = [guards.of_measure[one.measure.id] for one in by_week]
    alone = [
        publish_series(one, judge, size, running=running, entered=entered)
        for one, judge in zip(by_week, judges, strict=True)
    ]
    kept_back, last_week = moments.weeks_kept_back([*zip(by_week, alone, judges, strict=True)])
    series = tuple(
        publish_series(one, judge, size, running=running, entered=entered, kept_back=gone) if gone else shown
        for one, judge, shown, gone in zip(by_week, judges, alone, kept_back, strict=True)
    )
    if goal is None or goal.result is None:
        published_goal = replace(published_goal, latest=_latest(written, series))
    undecided = Decision.OPEN if running or not entered else Decision.NOT_PUBLISHED
    tests = publish_tests(written.tests, named, around.ideas, around.drivers, guard, undecided)
    outcome = outcome_of(series)
    reading = outcome.reading if outcome else None
    analysed = next(
        (told_by(one, shown.points) for one, shown in zip(by_week, series, strict=True) if shown is outcome),
        None,
    )
    groups, gone_beside, beside = moments.groups(
        publish_groups(
            written.groups,
            guard,
            size,
            goal_form(goal) if goal else Form.COUNT,
            mean=goal is not None and goal.kind is GoalKind.MEAN,
        ),
        [_observation(one, guard) for one in written.other_results],
        last_week,
    )
    compared = written.comparison
    comparison = publish_comparison(compared, around.sources, guard, gone_beside) if compared else None
    sections = known_sections(file)
    return _masthead(
        file,
        around,
        published_goal,
        withheld=None,
        withdrawn=withdrawal_words(written.withdrawn),
        withdrawn_week=written.withdrawn.week if written.withdrawn else None,
        continues=_before(written.continues),
        problem=written.problem,
        root_cause=tuple(Why(step.why, step.evidence) for step in written.root_cause),
        fishbone=publish_fishbone(written),
        series=series,
        evidence=publish_evidence(
            as_entered,
            analysed,
            reading,
            published_goal,
            comparison,
            guards.of_measure[analysed.measure.id] if analysed else guard,
        ),
        because=written.because,
        other_measures=written.other_measures,
        comparison=comparison,
        tests=tests,
        weeks=publish_weeks(file, outcome, tests, entered=entered),
        actions=tuple(Action(one.what, one.who, one.week, one.done) for one in written.actions),
        support=tuple(Support(one.kind, one.week, one.note) for one in written.support),
        groups=groups,
        beside=beside,
        follow_up=moments.follow_up([_observation(one, guard) for one in written.follow_up]),
        photos=tuple(Picture(one.file, one.alt, one.caption, one.credit) for one in written.photos),
        notes=tuple(written.notes),
        story=tuple(told_story(file)),
        sources=tuple(sources_of(written, around.sources)),
        entered_from_source=entered,
        drivers=tuple(Named(one, around.drivers[one]) for one in _once(written.drivers, around.drivers)),
        drivers_at=around.drivers_at,
        policies=tuple(of_storyboard(written, around.policies)),
        **sections,
    )


def result_of_team(file: StoryboardFile, shown: PublishedStoryboard, policies: Policies) -> Beside:
    """The result of a team as its page tells it, for numbers about several teams that stand beside it."""
    goal = file.storyboard.goal
    guard = _Guards.of(file.storyboard, policies).board
    return Beside(
        shown.goal.result,
        goal_group(goal) if goal else None,
        guard.policy,
        Group.TEAM,
        decided=True,
        size_told=guard.sizes_shown,
    )


def _no_goal() -> WrittenGoal:
    """Stands in where a source tells of a team but not of its goal."""
    return WrittenGoal.model_validate({"kind": "percent", "measure": _("a goal that is not published")})


def _masthead(
    file: StoryboardFile, around: Surroundings, goal: Goal, *, withheld: Absent | None, **more: object
) -> PublishedStoryboard:
    written, cohort = file.storyboard, around.cohort.cohort
    dates = written.goal
    return PublishedStoryboard(
        cohort_slug=around.cohort.slug,
        cohort_title=cohort.title,
        slug=file.slug,
        title=written.title,
        school=written.school,
        district=around.districts.get(written.district or ""),
        district_id=written.district if written.district in around.districts else None,
        district_at=around.districts_at,
        level=written.level,
        priority=around.priorities.get(written.priority or ""),
        focus=written.focus,
        illustrative=written.illustrative or cohort.illustrative,
        withheld=withheld,
        team=tuple(Role(member.role, member.lead) for member in written.team),
        coach=written.coach,
        facilitator=written.facilitator,
        sponsor=written.sponsor,
        start=(dates.start if dates else None) or cohort.start,
        end=dates.end if dates else None,
        weeks_planned=cohort.weeks,
        goal=goal,
        **more,  # type: ignore[arg-type]
    )


def _end(written: Storyboard, folder: CohortFolder) -> date | None:
    """The last day of the cycle: the goal's, else reckoned from the cohort's start and weeks."""
    if written.goal and written.goal.end:
        return written.goal.end
    cohort = folder.cohort
    return cohort.start + timedelta(weeks=cohort.weeks, days=-1) if cohort.start and cohort.weeks else None


def _latest(written: Storyboard, series: tuple[Series, ...]) -> tuple[int, Known] | None:
    """The last counted week of the measure that follows the goal."""
    for measure, one in zip(written.measures, series, strict=True):
        if tracks(measure, written.goal) and one.counted:
            last = one.counted[-1]
            if isinstance(last.value, Number | Band):
                return last.week, last.value
    return None


def _once(ids: list[str], known: Mapping[str, str]) -> list[str]:
    """The ids that are known, each once, in order."""
    return [one for one in dict.fromkeys(ids) if one in known]


def _before(written: str | None) -> tuple[str, str] | None:
    """The cycle that this one continues, as (cohort, slug)."""
    cohort, _slash, slug = (written or "").partition("/")
    return (cohort, slug) if slug else None


def _amount_form(amount: Amount) -> Form:
    return Form.PERCENT if amount.percent else Form.PLAIN


def _observation(written: Observation, guard: Guard) -> FollowUp:
    """A result beside the goal. A count of a group carries the group's size."""

    def shown(amount: Amount) -> Value:
        size = group_size(written.of, amount)
        form = _amount_form(amount) if amount.percent or size is None else Form.COUNT
        return guard.show(amount.value, form, size)

    return FollowUp(
        what=written.what,
        day=written.date,
        before=shown(written.before) if written.before else None,
        value=shown(written.value),
        unit=written.unit,
        nature=written.nature,
    )
