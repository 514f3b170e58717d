"""The numbers of a storyboard that belong to one moment: the start, a week, the end, a day after it.

In each moment the goal comes first, then the measures, the student groups, a comparison, and other results,
in the order of the file. What may stand beside what was told before is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cyclebook.disclosure.comparisons import groups_beside
from cyclebook.disclosure.goals import goal_group
from cyclebook.disclosure.guard import Guard, group_size
from cyclebook.disclosure.student_groups import size_of
from cyclebook.disclosure.sums import Beside, Group, told_beside, withheld_beside
from cyclebook.disclosure.weeks import group_of_measure
from cyclebook.measuring.weekly import Weekly
from cyclebook.model.amounts import Amount
from cyclebook.model.privacy import SMALLEST_GROUP
from cyclebook.model.storyboard import Observation, Storyboard
from cyclebook.published import Absence, Absent, FollowUp, Goal, GroupResult, Series, Value

_NOTHING = Absent(Absence.NOT_REPORTED)


@dataclass(frozen=True, slots=True)
class Moments:
    """A storyboard as written, its goal as published, and who judges the storyboard."""

    written: Storyboard
    goal: Goal
    guard: Guard

    def weeks_kept_back(
        self, measures: Sequence[tuple[Weekly, Series, Guard]]
    ) -> tuple[list[frozenset[int]], list[Beside]]:
        """For each measure the weeks to withhold, and the numbers of the last week, judged.

        The result of the goal belongs to the last week in which anything was counted, shown or not.
        """
        gone: list[set[int]] = [set() for _ in measures]
        weeks = sorted({week for weekly, _, _ in measures for week, _ in weekly.counted})
        last: list[Beside] = []
        for week in weeks:
            goal = [self._goal(self.goal.result)] if week == weeks[-1] else []
            numbers = [self._of_week(*measure, week) for measure in measures]
            told = told_beside([*goal, *numbers])[len(goal) :]
            for at, shown in enumerate(told):
                if not shown:
                    gone[at].add(week)
            last = [replace(one, decided=shown) for one, shown in zip(numbers, told, strict=True)]
        return [frozenset(one) for one in gone], last

    def groups(
        self, groups: Sequence[GroupResult], beside: Sequence[FollowUp], last_week: Sequence[Beside]
    ) -> tuple[tuple[GroupResult, ...], tuple[int, ...], tuple[FollowUp, ...]]:
        """The student groups, the places of a comparison to withhold, and the other results."""
        baselines = self._told(
            [self._goal(self.goal.baseline)],
            self._parts([one.baseline for one in groups]),
            self._others(self.written.other_results, [one.before or _NOTHING for one in beside], before=True),
        )
        compared = self.written.comparison
        results = self._told(
            [self._goal(self.goal.result), *last_week],
            self._parts([one.result for one in groups]),
            [*groups_beside(compared, self.guard, Group.OTHER)] if compared else [],
            self._others(self.written.other_results, [one.value for one in beside]),
        )
        return (
            tuple(
                replace(one, baseline=baseline, result=result)
                for one, baseline, result in zip(
                    groups,
                    withheld_beside([one.baseline for one in groups], baselines[0]),
                    withheld_beside([one.result for one in groups], results[0]),
                    strict=True,
                )
            ),
            tuple(at for at, shown in enumerate(results[1]) if not shown),
            _observed(beside, baselines[1], results[2]),
        )

    def follow_up(self, beside: Sequence[FollowUp]) -> tuple[FollowUp, ...]:
        """What was counted after the cycle; results of one day stand beside each other."""
        written = self.written.follow_up
        days: Mapping[date | None, list[int]] = {one.date: [] for one in written}
        for at, one in enumerate(written):
            days[one.date].append(at)
        told = [True] * len(written)
        values = self._others(written, [one.value for one in beside])
        for places in days.values():
            for at, shown in zip(places, told_beside([values[at] for at in places]), strict=True):
                told[at] = shown
        befores = self._others(written, [one.before or _NOTHING for one in beside], before=True)
        return _observed(beside, told_beside(befores), told)

    def _told(self, first: Sequence[Beside], *more: Sequence[Beside]) -> list[tuple[bool, ...]]:
        """For each of `more`, which of its numbers may be told after the `first` and those before them."""
        told = told_beside([*first, *(one for each in more for one in each)])
        found, start = [], len(first)
        for each in more:
            found.append(told[start : start + len(each)])
            start += len(each)
        return found

    def _goal(self, value: Value) -> Beside:
        goal = self.written.goal
        size = goal_group(goal) if goal else None
        told = self.guard.sizes_shown
        return Beside(value, size, self.guard.policy, Group.GOAL, decided=True, size_told=told)

    def _parts(self, values: Sequence[Value]) -> list[Beside]:
        return [
            self._beside(value, size_of(one), Group.PART)
            for one, value in zip(self.written.groups, values, strict=True)
        ]

    def _others(
        self, written: Sequence[Observation], values: Sequence[Value], *, before: bool = False
    ) -> list[Beside]:
        return [
            self._beside(value, group_size(one.of, one.before if before else one.value))
            for one, value in zip(written, values, strict=True)
        ]

    def _beside(
        self, value: Value, size: int | None, group: Group = Group.OTHER, guard: Guard | None = None
    ) -> Beside:
        """A number; one that a named source has published in exact counts may stand as it is."""
        judge = guard or self.guard
        public = judge.exact and judge.public_source
        decided = True if public else None
        return Beside(value, size, judge.policy, group, decided, size_told=judge.sizes_shown)

    def _of_week(self, weekly: Weekly, series: Series, guard: Guard, week: int) -> Beside:
        """A measure in a week, out of the group that readers are told of."""
        point = next((one.value for one in series.points if one.week == week), _NOTHING)
        if weekly.measure.about_staff:
            return Beside(_NOTHING, None, guard.policy)
        goal = self.written.goal
        size = group_of_measure(weekly.measure, goal_group(goal) if goal else None)
        counted = next((one.value for one in weekly.weeks if one.week == week), None)
        own = counted.of if isinstance(counted, Amount) else None
        if own is not None and (size is None or abs(own - size) >= SMALLEST_GROUP):
            size = own
        return self._beside(point, size, Group.OTHER, guard)


def _observed(
    beside: Sequence[FollowUp], befores: Sequence[bool], values: Sequence[bool]
) -> tuple[FollowUp, ...]:
    gone = Absent(Absence.WORKED_OUT)
    return tuple(
        replace(
            one,
            before=one.before if before or one.before is None else gone,
            value=one.value if value else gone,
        )
        for one, before, value in zip(beside, befores, values, strict=True)
    )
