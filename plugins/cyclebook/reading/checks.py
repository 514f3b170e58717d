"""What one field alone cannot show: numbers that disagree, ids that lead nowhere, weeks that stand twice."""

from collections.abc import Iterator

from cyclebook.model.amounts import Amount
from cyclebook.model.goal import Goal, GoalKind
from cyclebook.model.measure import Measure, WeekRow
from cyclebook.model.near_values import did_you_mean
from cyclebook.model.problem import Problem
from cyclebook.model.storyboard import Storyboard
from cyclebook.reading.block_types import known_keys
from cyclebook.reading.field_problems import bad_comma, meant_keys, week_colon
from cyclebook.reading.ids import Known, unknown_ids
from cyclebook.reading.places import Path, Places, dotted
from cyclebook.reading.units import mixed_goal, mixed_observations


def check_storyboard(
    storyboard: Storyboard, places: Places, known: Known, *, lossy: bool
) -> Iterator[Problem]:
    """Everything about one storyboard apart from its weekly rows."""
    if storyboard.goal is not None:
        yield from _check_goal(storyboard.goal, places)
        if not lossy:
            yield from _missing_in_goal(storyboard, storyboard.goal, places)
    elif not lossy and "goal" not in meant_keys(places_top(places), known_keys(Storyboard, ())):
        yield Problem(
            "missing-key",
            places.of_key(("title",)),
            "The key goal is missing.",
            "Add the goal: kind, measure, target, of, better, result.",
            field="goal",
        )
    for index, measure in enumerate(storyboard.measures):
        yield from _check_measure(measure, ("measures", index), places)
    yield from _repeated(storyboard.measures, places)
    counts_people = storyboard.goal is None or storyboard.goal.kind is GoalKind.COUNT
    for index, group in enumerate(storyboard.groups if counts_people else ()):
        amounts = {"baseline": group.baseline, "result": group.result}
        yield from _above_group(amounts, group.of, ("groups", index), places)
    yield from mixed_observations(storyboard, places)
    yield from unknown_ids(storyboard, places, known)


def places_top(places: Places) -> set[str]:
    """The top-level keys that the author wrote, whether or not they could be read."""
    return {str(path[0]) for path in places.keys}


def _check_goal(goal: Goal, places: Places) -> Iterator[Problem]:
    amounts = {"baseline": goal.baseline, "target": goal.target, "result": goal.result}
    if goal.kind is GoalKind.COUNT:
        yield from _above_group(amounts, goal.of, ("goal",), places)
    yield from mixed_goal(goal, amounts, places)
    if goal.start and goal.end and goal.end < goal.start:
        yield Problem(
            "dates-reversed",
            places.of_value(("goal", "end")),
            "The goal ends before it starts.",
            "Check start and end; turn them round if need be.",
            field="goal.end",
        )
    if goal.baseline and goal.target and _same(goal.baseline, goal.target) and not goal.revised:
        yield Problem(
            "no-change-asked",
            places.of_value(("goal", "target")),
            "The target is the same as the baseline, so the goal asks for no change.",
            "Check both numbers.",
            field="goal.target",
        )
    for index, revision in enumerate(goal.revised):
        after = goal.revised[index + 1].was if index + 1 < len(goal.revised) else goal.target
        if after is not None and revision.target.value != after.value:
            yield Problem(
                "revision-disagrees",
                places.of_value(("goal", "revised", index, "target")),
                "This target is not the one that the next version of the goal starts from.",
                "Each revision's was is the target before it, and goal.target is the last target.",
                field="goal.revised.target",
            )


def _same(one: Amount, other: Amount) -> bool:
    return one.value == other.value and one.percent == other.percent


def _missing_in_goal(storyboard: Storyboard, goal: Goal, places: Places) -> Iterator[Problem]:
    names = {str(path[1]) for path in places.keys if len(path) > 1 and path[0] == "goal"}
    written = meant_keys(names, known_keys(Storyboard, ("goal",)))
    if (
        goal.target is None
        and "target" not in written
        and not (storyboard.reported or storyboard.entered_from)
    ):
        yield Problem(
            "missing-key",
            places.of_key(("goal",)),
            "The key target is missing here.",
            "Add a line, for example target: 40",
            field="goal.target",
        )
    if goal.baseline is None and goal.better is None and not written & {"baseline", "better"}:
        yield Problem(
            "missing-key",
            places.of_key(("goal",)),
            "The goal has no baseline, so the key better is needed.",
            "Add a line: better: higher (or lower)",
            field="goal.better",
        )


def _check_measure(measure: Measure, path: Path, places: Places) -> Iterator[Problem]:
    amounts = {"goal": measure.goal, "baseline": measure.baseline}
    yield from _above_group(amounts, measure.of, path, places)
    if measure.of and measure.among:
        yield Problem(
            "two-groups",
            places.of_key((*path, "among")),
            "A measure has either of or among, not both.",
            "of: the count is out of this many people. among: events counted among this many people.",
            field=dotted((*path, "among")),
        )


def _above_group(
    amounts: dict[str, Amount | None], size: int | None, path: Path, places: Places
) -> Iterator[Problem]:
    for name, amount in amounts.items():
        if amount and size and not amount.percent and amount.of is None and amount.value > size:
            yield above_group(amount, size, (*path, name), places)


def above_group(amount: Amount, size: int, path: Path, places: Places) -> Problem:
    """A count larger than its group."""
    return Problem(
        "above-group",
        places.of_value(path),
        "{it} is more than the whole group.",
        f"The group has {size}. Check both numbers.",
        field=dotted(path),
        it=f"{amount.value:f}",
        public_hint="Check the number and of, the size of the group.",
    )


def _repeated(measures: list[Measure], places: Places) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, measure in enumerate(measures):
        if measure.id in seen:
            yield Problem(
                "duplicate-id",
                places.of_value(("measures", index, "id")),
                "{it} is the id of another measure already.",
                "Give each measure its own id.",
                field=dotted(("measures", index, "id")),
                it=measure.id,
                stand_in="This",
            )
        seen.add(measure.id)


def _unknown_in_week(name: str, known: list[str], row: Path, places: Places) -> Problem:
    path = (*row, name)
    slip = week_colon(name, known, path, places)
    if slip:
        return slip
    comma = places.commas.get(path)
    if comma:
        return bad_comma(name, comma, dotted(row))
    near = did_you_mean(name, known)
    return Problem(
        "unknown-key",
        places.of_key(path),
        "{it} is neither a measure of this storyboard nor a column of a week.",
        f"Did you mean {near}?" if near else f"Add a measure with this id, or use one of: {', '.join(known)}",
        field=dotted(path),
        it=name,
        stand_in="This name",
        public_hint="Use the id of a measure, or a column that every week has, such as note.",
    )


def check_weeks(
    rows: list[WeekRow], measures: list[Measure], places: Places, *, whole: bool = True
) -> Iterator[Problem]:
    """Weekly rows against each other and against their measures.

    Where some measure could not be read (not `whole`), an unknown name is no reproach.
    """
    by_id = {measure.id: measure for measure in measures}
    seen: dict[int, int] = {}
    for index, row in enumerate(rows):
        path: Path = ("weeks", index)
        if row.week in seen:
            first = places.of_value(("weeks", seen[row.week], "week")).line
            yield Problem(
                "week-twice",
                places.of_value((*path, "week")),
                f"Week {row.week} stands here a second time; the first is on line {first}.",
                "Each week has one row. Keep one, or correct the number.",
                field=dotted((*path, "week")),
            )
        seen.setdefault(row.week, index)
        for name, value in row.values.items():
            if name not in by_id:
                problem = _unknown_in_week(name, sorted([*by_id, *WeekRow.model_fields]), path, places)
                if whole or problem.code != "unknown-key":
                    yield problem
            elif isinstance(value, Amount):
                yield from _check_value(value, by_id[name], (*path, name), places)


def _check_value(value: Amount, measure: Measure, path: Path, places: Places) -> Iterator[Problem]:
    size = value.of or measure.of
    if size and not value.percent and value.value > size:
        yield above_group(value, size, path, places)
    if value.percent and measure.of:
        yield Problem(
            "mixed-units",
            places.of_value(path),
            "This is a percentage, but the measure counts people.",
            "Write how many, without %, for example 22 or 22/52",
            field=dotted(path),
        )
