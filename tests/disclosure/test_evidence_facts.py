"""Which part of the evidence a reader may have: words under banded, more under open, nothing of the small."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_networks import AFTER, DURING, cohort, everything, network, published_team, team, text_of

from cyclebook.disclosure import publish
from cyclebook.disclosure.bands import band_of
from cyclebook.model.measure import WeekRow
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.published import (
    Against,
    Caution,
    Evidence,
    EvidenceLevel,
    Interval,
    PublishedStoryboard,
    RunLine,
    RunReason,
    RunSays,
    RunStatistics,
)

BANDED = {"policy": "banded", "because": "small schools"}
STEADY = (150, 155, 145, 160, 140, 155, 145, 150)
RISEN = (*STEADY, *range(200, 216))
GROUPS = [{"name": "Early", "of": "52", "result": "43"}, {"name": "None", "of": "49", "result": "21"}]


def rows(*values: object) -> tuple[WeekRow, ...]:
    """A row for each value; None is a week without one."""
    return tuple(
        WeekRow.model_validate({"week": str(week), "on-time": str(value)})
        for week, value in enumerate(values, 1)
        if value is not None
    )


def counted(*values: object, of: str = "310", **measure: str) -> dict[str, Any]:
    """The keys of a storyboard of 310 that counts every week."""
    one = {"id": "on-time", "name": "On time", "of": of, "better": "higher", **measure}
    return {"weeks": rows(*values), "measures": [one]}


def banded_team(file: StoryboardFile) -> PublishedStoryboard:
    """The storyboard as published under the policy banded."""
    library = network(cohort(file), privacy=BANDED)
    assert library.network is not None
    (found,) = publish(library, library.network, AFTER).cohorts
    return found.storyboards[0]


def evidence_of(one: PublishedStoryboard) -> Evidence:
    """The evidence, which must be there."""
    assert one.evidence is not None
    return one.evidence


def of_310(shift: int, values: list[int], **measure: str) -> StoryboardFile:
    """A team of 310 whose weekly counts are `values`, all numbers larger by `shift`."""
    goal = {
        "baseline": str(94 + shift),
        "target": str(240 + shift),
        "of": "310",
        "result": str(249 + shift),
        "last_year": str(94 + shift),
        "selection": "low-baseline",
    }
    return team(goal=goal, **counted(*values, **measure))


@given(
    weeks=st.lists(
        st.tuples(st.sampled_from([94, 131, 156, 190, 242]), st.integers(0, 2), st.integers(0, 2)),
        min_size=1,
        max_size=26,
    ),
    lines=st.sampled_from([{}, {"baseline_weeks": "3"}, {"baseline_weeks": "8"}]),
)
@settings(max_examples=150, deadline=None)
def test_same_bands_and_same_words_are_the_same_evidence(
    weeks: list[tuple[int, int, int]], lines: dict[str, str]
) -> None:
    """Two storyboards that differ within their bands only are told apart by their words or not at all."""
    first = [foot + one for foot, one, _ in weeks]
    second = [foot + other for foot, _, other in weeks]
    assert all(
        band_of(a * 100 / 310, 310) == band_of(b * 100 / 310, 310) for a, b in zip(first, second, strict=True)
    )
    low, high = (
        evidence_of(banded_team(of_310(shift, values, **lines)))
        for shift, values in ((0, first), (2, second))
    )
    for one in (low, high):
        assert (one.interval, one.statistics, one.against) == (None, None, None)
        if one.reading is not None:
            assert (one.reading.rules, one.reading.useful, one.reading.at_goal) == ((), None, None)
            assert (one.reading.better, one.reading.baseline_weeks) == (None, None)
    said = [one.reading.says if one.reading else None for one in (low, high)]
    if (low.level, said[0]) == (high.level, said[1]):
        assert low == high


def test_the_property_meets_signals_and_their_absence() -> None:
    """The words of banded series do differ, so the comparison above compares something."""
    told = {}
    for name, values, lines in (
        ("shift", RISEN, {"baseline_weeks": "8"}),
        ("own median", RISEN, {}),
        ("steady", (*STEADY, *STEADY, *STEADY), {}),
        ("short baseline", RISEN, {"baseline_weeks": "3"}),
        ("few", STEADY, {}),
        ("counts", STEADY[:4], {}),
    ):
        found = evidence_of(banded_team(of_310(0, list(values), **lines)))
        told[name] = (found.level, found.reading.says if found.reading else None)
    assert told == {
        "shift": (EvidenceLevel.SIGNAL, RunSays.SHIFT_ABOVE),
        "own median": (EvidenceLevel.WEEKLY, RunSays.SIGNAL),
        "steady": (EvidenceLevel.WEEKLY, RunSays.NO_SIGNAL),
        "short baseline": (EvidenceLevel.WEEKLY, None),
        "few": (EvidenceLevel.WEEKLY, RunSays.TOO_FEW),
        "counts": (EvidenceLevel.TWO_VALUES, RunSays.COUNTS_ONLY),
    }


def test_few_weeks_under_banded_are_those_that_everybody_sees() -> None:
    """How many of 22 weeks lie off the median would tell of the counts, so it decides nothing there."""
    on_the_median = [150, 151, 149, 152, 148, 150, 151, 149, 150, 152, 148, 150, 151, 149, 150, 152, 148]
    values = [*on_the_median, 150, 151, 149, 152, 148]
    exact = evidence_of(published_team(of_310(0, values))).reading
    words = evidence_of(banded_team(of_310(0, values))).reading
    assert exact is not None
    assert words is not None
    assert (exact.says, exact.reasons) == (RunSays.NO_SIGNAL, (RunReason.FEW_WEEKS,))
    assert (words.says, words.reasons) == (RunSays.NO_SIGNAL, ())
    assert (words.line, words.weeks, words.useful) == (RunLine.MEDIAN, None, None)


def test_group_changed_is_not_said_under_banded() -> None:
    """There the size stands as it was at the start: that it moved tells who came and went."""
    file = team(goal={"of": "310", "result": "249"}, **counted("150/310", "151/308", "149/310"))
    told = [evidence_of(one).cautions for one in (published_team(file), banded_team(file))]
    assert [Caution.GROUP_CHANGED in one for one in told] == [True, False]
    assert [one for one in told[0] if one is not Caution.GROUP_CHANGED] == list(told[1])


def test_cautions_under_banded_come_from_the_words_as_they_were_written() -> None:
    """A `nature` with a count in it is withheld; that the figure was carried forward is said all the same."""
    beside = {"what": "days", "value": "231", "nature": "extrapolated from 43 students"}
    file = team(other_results=[beside])
    found = banded_team(file)
    assert found.beside[0].nature is None
    assert Caution.EXTRAPOLATED in evidence_of(found).cautions


@pytest.mark.parametrize("size", ["1", "9"])
def test_a_small_group_has_no_evidence(size: str) -> None:
    """Fewer than ten: no level, no caution, no reason for words, under any policy."""
    file = team(
        goal={"of": size, "target": "1", "result": "1"},
        because="lots were drawn",
        other_measures="none chosen, because we are few",
    )
    for found in (published_team(file), banded_team(file)):
        assert (found.evidence, found.because, found.other_measures) == (None, None, None)


@pytest.mark.parametrize(
    ("result", "of", "expected"),
    [("74", "80", ("92.5%", "84.6%", "96.5%")), ("23", "23", ("100%", "85.7%", "100%"))],
)
def test_interval_of_a_count(result: str, of: str, expected: tuple[str, ...]) -> None:
    """Wilson's, as prop.test of R gives it without correction, to one decimal."""
    found = evidence_of(published_team(team(goal={"result": result, "of": of, "target": "20"}))).interval
    assert found is not None
    assert found.count.text == f"{result} of {of}"
    assert (found.share.short, found.low.short, found.high.short) == expected


@pytest.mark.parametrize(
    "goal",
    [
        {"kind": "mean", "result": "23", "target": "20"},
        {"kind": "mean", "result": "86.7%", "target": "80%"},
        {"kind": "percent", "result": "67%", "target": "60%"},
        {"kind": "share", "result": "67%", "target": "60%"},
        {"result": ""},
        {"result": "40", "unit": "lessons"},
        {"result": "40.5"},
    ],
)
def test_no_interval_of_what_is_no_count_of_people(goal: dict[str, str]) -> None:
    """Means, percentages, results not given, lessons and parts of a person have none."""
    assert evidence_of(published_team(team(goal=goal))).interval is None


@pytest.mark.parametrize("unit", ["students", "Families", "kindergarteners", "staff members"])
def test_people_by_any_name_have_an_interval(unit: str) -> None:
    """A unit that names people takes nothing away."""
    assert evidence_of(published_team(team(goal={"unit": unit}))).interval is not None


def test_no_interval_under_banded_or_of_an_unknown_size() -> None:
    """The interval would give the count away; without a size there is no share."""
    assert evidence_of(banded_team(team())).interval is None
    unknown = team(goal={"of": ""}, entered_from="journal")
    assert evidence_of(published_team(unknown)).interval is None


def test_statistics_of_a_series_that_everybody_sees() -> None:
    """Under open, what the rules were reckoned from stands beside their limits, where they were applied."""
    found = evidence_of(published_team(of_310(0, list(RISEN), baseline_weeks="8")))
    assert found.reading is not None
    assert found.reading.rules
    assert found.statistics == RunStatistics(
        useful=22, longest_run=16, longest_run_limit=7, crossings=6, crossings_limit=7
    )
    few = evidence_of(published_team(of_310(0, list(STEADY))))
    assert (few.reading.says if few.reading else None, few.statistics) == (RunSays.TOO_FEW, None)


def test_a_withheld_week_leaves_words_only() -> None:
    """A week of a small group of its own: what was reckoned with it is neither said nor shown."""
    values = [*RISEN[:-1], "5/9"]
    found = published_team(of_310(0, values, baseline_weeks="8"))
    evidence = evidence_of(found)
    assert found.series[0].counted
    assert evidence.statistics is None
    assert evidence.reading is None or (evidence.reading.rules, evidence.reading.useful) == ((), None)


def test_a_measure_of_a_small_group_is_no_series() -> None:
    """A measure that shows no week lifts no level and brings no word."""
    small = counted(*[1, 2, 3, 4, 5, 6, 7, 8] * 2, of="9", baseline_weeks="8")
    found = evidence_of(published_team(team(**small)))
    assert (found.level, found.reading, found.statistics) == (EvidenceLevel.TWO_VALUES, None, None)


def against(groups: list[dict[str, str]], goal: dict[str, str] | None = None, **more: str) -> Against | None:
    """How a team of 52 with 43 stands beside other groups, which lots made."""
    comparison = {"what": "on time", "groups": groups, "formed": "at random", **more}
    return evidence_of(published_team(team(goal=goal, comparison=comparison))).against


LIKE = {"name": "Like", "of": "50", "result": "41"}
WORSE = GROUPS[1]


@pytest.mark.parametrize(
    ("groups", "goal", "expected"),
    [
        (GROUPS, {}, Against.BETTER),
        (
            [{**WORSE, "of": "52", "result": "12"}, {**GROUPS[0], "result": "50"}],
            {"result": "12"},
            Against.WORSE,
        ),
        (GROUPS, {"better": "lower", "target": "50"}, Against.WORSE),
        ([GROUPS[0], LIKE], {}, Against.BY_CHANCE),
        ([GROUPS[0], WORSE, LIKE], {}, None),
        ([{**GROUPS[0], "result": "44"}, WORSE], {}, None),
        ([{**GROUPS[0], "result": "83%"}, WORSE], {}, None),
        (GROUPS[:1], {}, None),
    ],
    ids=["better", "worse", "lower is better", "chance", "not all", "another count", "percent", "alone"],
)
def test_against(groups: list[dict[str, str]], goal: dict[str, str], expected: Against | None) -> None:
    """Better or worse where every interval excludes zero, and the count compared is that of the goal."""
    assert against(groups, goal) is expected


def test_a_withheld_group_decides_nothing() -> None:
    """A group of nine is not shown, so nothing is said of how it did."""
    small = {"name": "Small", "of": "9", "result": "0"}
    assert against([GROUPS[0], small]) is None
    assert against([GROUPS[0], WORSE, small]) is Against.BETTER


def test_nothing_against_under_banded() -> None:
    """There the counts are bands, so no difference and no verdict on it is published."""
    comparison = {"what": "on time", "groups": GROUPS, "formed": "at random"}
    found = banded_team(team(comparison=comparison))
    assert found.comparison is not None
    assert found.comparison.comparison.differences == ()
    assert (evidence_of(found).level, evidence_of(found).against) == (EvidenceLevel.RANDOM, None)


def test_difference_is_rounded_for_its_readers() -> None:
    """Whole points; from 100 people in each group on, one decimal. A percentage beside a count has none."""

    def told(*groups: dict[str, str]) -> list[str]:
        found = published_team(team(comparison={"what": "on time", "groups": list(groups)}))
        assert found.comparison is not None
        return [one.sentence for one in found.comparison.comparison.differences]

    large = ({"name": "A", "of": "120", "result": "90"}, {"name": "B", "of": "100", "result": "60"})
    assert told(*GROUPS) == [
        "The share in Early is 40 percentage points higher than in None (95% interval: +21 to +55 points)."
    ]
    assert told(*large) == [
        "The share in A is 15 percentage points higher than in B (95% interval: +2.6 to +27 points)."
    ]
    assert told(GROUPS[0], {"name": "B", "of": "49", "result": "43%"}) == []


def test_a_running_cycle_has_no_value_at_its_end() -> None:
    """Three counts of a cycle that goes on are not called a value after."""
    file = team(goal={"result": ""}, **counted(30, 31, 29, of="52"))
    running = evidence_of(published_team(file, DURING))
    assert (running.level, running.ended) == (EvidenceLevel.TWO_VALUES, False)
    assert "end" not in running.shows
    assert "goal" not in running.shows
    assert evidence_of(published_team(team())).ended


def test_reasons_of_the_author_go_through_the_policy() -> None:
    """Under banded a reason with a count in it is left out; one without stays."""
    said = {"because": "Lots were drawn.", "other_measures": "none chosen, because it is our first cycle"}
    counts = {"because": "43 of 52 drew lots", "other_measures": "none chosen, because 43 were enough"}
    plain, told = banded_team(team(**said)), banded_team(team(**counts))
    assert (plain.because, plain.other_measures) == tuple(said.values())
    assert (told.because, told.other_measures) == (None, None)
    assert published_team(team(**counts)).because == counts["because"]


def test_banded_evidence_holds_words_only() -> None:
    """Whatever the evidence of a banded team holds, it is no number but its level."""
    found = evidence_of(banded_team(of_310(0, list(RISEN), baseline_weeks="8")))
    leaves = [one for one in everything(found) if isinstance(one, int | float) and not isinstance(one, bool)]
    assert leaves == [EvidenceLevel.SIGNAL]
    assert Interval not in {type(one) for one in everything(found)}
    assert "310" not in text_of(found)
    assert {field.name for field in fields(Evidence)} >= {"level", "cautions", "reading"}
