"""Each level of evidence by the smallest storyboard that has it, and each caution by its own rule."""

from typing import Any

import pytest

from cyclebook.measuring.evidence import Caution, Level, cautions, evidence_level
from cyclebook.measuring.weekly import Weekly, weekly
from cyclebook.model.measure import Measure, WeekRow
from cyclebook.model.storyboard import Storyboard

STEADY = (30, 31, 29, 32, 28, 31, 29, 30)
"""Eight weeks before anything changed."""
RISEN = (*STEADY, *range(36, 44))
GOAL = {"kind": "count", "measure": "students on time", "target": "40", "of": "52", "better": "higher"}
GROUPS = [{"name": "Breakfast", "of": "52", "result": "43"}, {"name": "None", "of": "49", "result": "31"}]


def board(**written: Any) -> Storyboard:
    """A storyboard; `goal` adds to a goal without numbers, None takes it away."""
    goal = written.pop("goal", {})
    front = {"title": "A", **written, **({} if goal is None else {"goal": {**GOAL, **goal}})}
    return Storyboard.model_validate(front)


def outcome(*values: object, goal: Storyboard | None = None, **measure: str) -> Weekly:
    """A measure with a number a week, None where there is none."""
    base = {"id": "on-time", "name": "On time", "better": "higher", **measure}
    rows = [WeekRow.model_validate({"week": str(n), "on-time": str(v)}) for n, v in enumerate(values, 1) if v]
    return weekly(Measure.model_validate(base), tuple(rows), goal.goal if goal else None, None)


def level(written: Storyboard, one: Weekly | None = None) -> Level:
    """The level of a storyboard with this outcome."""
    return evidence_level(written, one, one.chart if one else None)


def compared(formed: str | None, groups: list[dict[str, str]] | None = None, **more: str) -> dict[str, Any]:
    """The key of a comparison."""
    how = {"formed": formed} if formed else {}
    return {"comparison": {"what": "on time", "groups": groups or GROUPS, **how, **more}}


@pytest.mark.parametrize("written", [board(goal=None), board(), board(goal={"baseline": "21"})])
def test_level_0_a_story(written: Storyboard) -> None:
    """Without a result and without a weekly number there is a story only, whatever the goal says."""
    assert level(written) is level(written, outcome()) is Level.STORY


def test_level_0_where_a_source_only_says_so() -> None:
    """A source that says "met" gives no number."""
    assert level(board(reported={"status": "met", "source": "journal"})) is Level.STORY


def test_level_1_two_values() -> None:
    """A result is enough; four weekly numbers make no series."""
    assert level(board(goal={"result": "0"})) is Level.TWO_VALUES
    assert level(board(goal=None), outcome(30)) is Level.TWO_VALUES
    assert level(board(goal={"result": "43"}), outcome(30, 31, None, 32, 33)) is Level.TWO_VALUES


@pytest.mark.parametrize(
    ("values", "measure"),
    [
        ((30, 31, 29, 32, 28), {}),
        ((30, 60, 90, 120, 150), {"cumulative": "true"}),
        (tuple(range(20, 40)), {}),
        ((*STEADY, 30, 31, 29, 32), {"baseline_weeks": "8"}),
        (RISEN, {"baseline_weeks": "7"}),
        ((*range(28, 36), *range(36, 44)), {"baseline_weeks": "8"}),
    ],
    ids=["five weeks", "total", "own median", "no signal", "short baseline", "changing baseline"],
)
def test_level_2_weekly(values: tuple[int, ...], measure: dict[str, str]) -> None:
    """Five weekly numbers are a series; a signal without a line fixed beforehand does not lift it."""
    assert level(board(), outcome(*values, **measure)) is Level.WEEKLY


def test_level_3_signal_against_a_fixed_baseline() -> None:
    """A signal against the median of eight weeks before."""
    assert level(board(), outcome(*RISEN, baseline_weeks="8")) is Level.SIGNAL


def test_level_4_compared() -> None:
    """A weekly series with a group formed the same way whose count is known."""
    written = board(**compared("same way"))
    assert level(written, outcome(*STEADY)) is Level.COMPARED
    assert level(written, outcome(*RISEN, baseline_weeks="8")) is Level.COMPARED
    assert level(written, outcome(*STEADY[:4])) is Level.TWO_VALUES


@pytest.mark.parametrize("formed", ["differently", None])
def test_groups_that_were_chosen_in_different_ways_lift_no_level(formed: str | None) -> None:
    """A group that was chosen in another way, or nobody says how, does not count."""
    assert level(board(**compared(formed)), outcome(*STEADY)) is Level.WEEKLY


@pytest.mark.parametrize(
    "groups",
    [
        GROUPS[:1],
        [GROUPS[0], {"name": "None", "of": "49", "result": "75%"}],
        [GROUPS[0], {"name": "None", "result": "31"}],
        [GROUPS[0], {"name": "None", "of": "49"}],
        [{"name": "Breakfast", "of": "52", "result": "83%"}, GROUPS[1]],
    ],
    ids=["alone", "percent", "no size", "no result", "first is a percent"],
)
def test_without_two_counts_nothing_is_compared(groups: list[dict[str, str]]) -> None:
    """A comparison without two counts lifts no level, drawn at random or not."""
    for formed in ("same way", "at random"):
        assert level(board(**compared(formed, groups)), outcome(*STEADY)) is Level.WEEKLY


def test_level_5_at_random() -> None:
    """Groups drawn at random need no weekly series, and no interval to be groups drawn at random."""
    assert level(board(**compared("at random"))) is Level.RANDOM
    assert level(board(**compared("at random", icc="0.1")), outcome(*STEADY)) is Level.RANDOM


END = {"result": "43", "baseline": "21", "last_year": "20"}
"""A result that asks for one caution: its baseline is a single value."""
BASELINE_WEEKS = outcome(*RISEN, baseline_weeks="8")


def found(
    goal: dict[str, Any] | None = None, one: Weekly | None = BASELINE_WEEKS, **more: Any
) -> set[Caution]:
    """The cautions of a storyboard that asks for none but those of `goal`, `one` and `more`."""
    return set(cautions(board(goal={**END, **(goal or {})}, **more), one))


def test_a_storyboard_without_a_caution() -> None:
    """Eight weeks before, the same weeks of last year, one group, one test: nothing to bear in mind."""
    assert found() == set()


def test_no_caution_without_numbers() -> None:
    """A story has no before and after that could be weakened."""
    assert cautions(board(goal={"selection": "low-baseline", "cautions": ["different-test"]}), None) == ()


@pytest.mark.parametrize(
    ("goal", "caution"),
    [
        ({"selection": "low-baseline"}, Caution.LOW_BASELINE),
        ({"selection": "favourable-baseline"}, Caution.FAVOURABLE_BASELINE),
        ({"revised": [{"week": "3", "was": "45", "target": "40"}]}, Caution.REVISED),
        ({"cautions": ["different-test"]}, Caution.DIFFERENT_TEST),
        ({"cautions": ["absent-as-zero"]}, Caution.ABSENT_AS_ZERO),
        ({"cautions": ["extrapolated"]}, Caution.EXTRAPOLATED),
    ],
)
def test_what_the_goal_says(goal: dict[str, Any], caution: Caution) -> None:
    """Each of these keys of the goal brings its own caution and no other."""
    assert found(goal) == {caution}


@pytest.mark.parametrize("selection", ["whole-group", "other"])
def test_a_group_that_was_not_chosen_by_its_start(selection: str) -> None:
    """The whole group, or one chosen in another way, brings no caution."""
    assert found({"selection": selection}) == set()


def test_last_year_unknown() -> None:
    """Without the same weeks of last year a change of every year cannot be ruled out."""
    written = board(goal={"result": "43"})
    assert cautions(written, BASELINE_WEEKS) == (Caution.LAST_YEAR_UNKNOWN,)


def test_weeks_without_a_goal_have_cautions_too() -> None:
    """Where a source gives weekly numbers and no goal, the start and last year are not known."""
    assert cautions(board(goal=None), outcome(30, 31)) == (Caution.NO_BASELINE, Caution.LAST_YEAR_UNKNOWN)


@pytest.mark.parametrize(
    ("goal", "one", "expected"),
    [
        ({"baseline": "0"}, None, {Caution.ONE_VALUE_BASELINE}),
        ({}, outcome(30, 31), {Caution.NO_BASELINE}),
        ({}, outcome(30, 31, baseline="21"), {Caution.ONE_VALUE_BASELINE}),
        ({}, outcome(30, 31, 29, baseline_weeks="1"), {Caution.ONE_VALUE_BASELINE}),
        ({}, outcome(30, 31, 29, baseline_weeks="2"), set()),
        ({}, outcome(30, None, 29, 31, baseline_weeks="2"), {Caution.ONE_VALUE_BASELINE}),
        ({}, outcome(None, None, 29, 31, baseline_weeks="2"), {Caution.NO_BASELINE}),
        ({"baseline": "21"}, outcome(None, None, 29, 31, baseline_weeks="2"), {Caution.ONE_VALUE_BASELINE}),
        ({"baseline": "21"}, outcome(*STEADY, 29, baseline_weeks="8"), set()),
        ({"baseline": "21"}, outcome(*STEADY, 29), {Caution.ONE_VALUE_BASELINE}),
    ],
)
def test_values_before(goal: dict[str, str], one: Weekly | None, expected: set[Caution]) -> None:
    """One value, none, or several weeks that were counted before anything changed."""
    written = board(goal={"result": "43", "last_year": "20", **goal})
    assert set(cautions(written, one)) == expected


def test_group_changed() -> None:
    """Weeks with groups of two sizes; one size, however it is written, is none."""
    weeks = outcome("30/52", *RISEN[1:], of="50", baseline_weeks="8")
    same = outcome("30/52", *RISEN[1:], of="52", baseline_weeks="8")
    assert (found(one=weeks), found(one=same)) == ({Caution.GROUP_CHANGED}, set())


@pytest.mark.parametrize("key", ["other_results", "follow_up"])
@pytest.mark.parametrize(
    ("nature", "expected"),
    [
        ("Extrapolated to a whole year", {Caution.EXTRAPOLATED}),
        ("an extrapolation", {Caution.EXTRAPOLATED}),
        ("as counted, not extrapolated", set()),
        ("as stated by the source", set()),
        (None, set()),
    ],
)
def test_extrapolated_beside(key: str, nature: str | None, expected: set[Caution]) -> None:
    """A figure beside the goal, or after it, whose `nature` says that it was carried forward."""
    beside = {"what": "days", "value": "231", **({"nature": nature} if nature else {})}
    assert found(**{key: [beside]}) == expected


def test_cautions_stand_in_the_order_of_the_page() -> None:
    """The order is that of the list, so that two storyboards read alike."""
    goal = {
        "result": "43",
        "selection": "low-baseline",
        "revised": [{"week": "3", "was": "45", "target": "40"}],
        "cautions": ["extrapolated", "absent-as-zero", "different-test"],
    }
    told = cautions(board(goal=goal), outcome("30/52", "30/50"))
    assert list(told) == [one for one in Caution if one in told]
    assert len(told) == 8
