"""Words and sums are facts too: under banded none of them tells more than the bands beside it."""

from decimal import Decimal
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_networks import AFTER, changed, cohort, network, published_team, team

from cyclebook.disclosure import publish
from cyclebook.disclosure.bands import band_of, bands, counts_in
from cyclebook.disclosure.sums import counts_of
from cyclebook.model.measure import WeekRow
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.published import Absent, Band, Number, PublishedCohort, PublishedStoryboard, Status

BANDED = {"policy": "banded", "because": "small schools"}
STRICT = {"policy": "strict", "because": "suspensions"}


def released(file: StoryboardFile, privacy: dict[str, Any] = BANDED, **of_cohort: Any) -> PublishedCohort:
    """The cohort of one storyboard under a policy."""
    library = network(cohort(file, **of_cohort), privacy=privacy)
    assert library.network is not None
    return publish(library, library.network, AFTER).cohorts[0]


def banded(file: StoryboardFile) -> PublishedStoryboard:
    """One storyboard under banded."""
    return released(file).storyboards[0]


def counted(*values: str, size: str = "52", **measure: str) -> StoryboardFile:
    """A team that counts these numbers, week by week; "" is a week without one."""
    rows = tuple(WeekRow.model_validate({"week": str(n), "on-time": v}) for n, v in enumerate(values, 1) if v)
    return team(
        weeks=rows, measures=[{"id": "on-time", "name": "On time", "of": size, "better": "higher", **measure}]
    )


@given(
    size=st.integers(10, 120), result=st.integers(0, 120), target=st.integers(1, 120), higher=st.booleans()
)
@settings(max_examples=150, deadline=None)
def test_met_cuts_no_band(size: int, result: int, target: int, *, higher: bool) -> None:
    """Whoever knows the goal learns from "met" or "not met" nothing that the band does not tell.

    The word is there or not for every count of a band alike, so its absence tells nothing either.
    """
    result, target = min(result, size), min(target, size)
    goal = {"of": str(size), "target": str(target), "better": "higher" if higher else "lower"}

    def told(count: int) -> Status:
        return banded(team(goal={**goal, "result": str(count)})).goal.status

    band = band_of(Decimal(result * 100) / size, size)
    first, last = counts_in((band.low, band.high), size)
    words = {told(count) for count in range(first, last + 1)}

    assert len(words) == 1
    both = {(count >= target) if higher else (count <= target) for count in range(first, last + 1)}
    assert words == (
        {Status.WITHHELD} if len(both) == 2 else {Status.MET if both == {True} else Status.NOT_MET}
    )


@given(size=st.integers(10, 99), result=st.integers(0, 99), target=st.integers(1, 100), higher=st.booleans())
@settings(max_examples=150, deadline=None)
def test_met_cuts_no_band_of_percents(size: int, result: int, target: int, *, higher: bool) -> None:
    """A goal of 90% of 29 people means 26: beside a band of 24 to 26 "met" would tell that it was 26."""
    goal = {"kind": "percent", "of": str(size), "better": "higher" if higher else "lower"}

    def told(count: int) -> Status:
        share = round(Decimal(count * 100) / size)
        return banded(team(goal={**goal, "target": f"{target}%", "result": f"{share}%"})).goal.status

    band = band_of(Decimal(min(result, size) * 100) / size, size)
    first, last = counts_in((band.low, band.high), size)

    assert len({told(count) for count in range(first, last + 1)}) == 1


def test_strict_says_nothing_of_a_withheld_result() -> None:
    """Where few were counted or left over, strict does not say whether the goal was met."""
    few, many = (
        released(team(goal={"result": result, "target": "20"}), STRICT).storyboards[0].goal
        for result in ("49", "31")
    )
    assert (few.status, isinstance(few.result, Absent)) == (Status.WITHHELD, True)
    assert (many.status, isinstance(many.result, Band)) == (Status.MET, True)


def test_a_withheld_word_is_no_withheld_team() -> None:
    """Such a team keeps its page and its place among sponsors; the cohort counts it as withheld."""
    found = released(team(goal={"target": "43"}))
    assert (found.storyboards[0].withheld, found.tally.withheld) == (None, 1)


@pytest.mark.parametrize("size", [12, 25, 40, 52, 104])
def test_a_share_and_its_rest(size: int) -> None:
    """Of two shares that make up a group, one is withheld wherever both bands would leave fewer counts."""
    for count in range(size + 1):
        written = {
            "what": "Days missed",
            "bands": ["none", "some"],
            "groups": [
                {"name": "All", "of": str(size), "shares": [f"{count}/{size}", f"{size - count}/{size}"]}
            ],
        }
        (found,) = released(team(), distributions=[written]).distributions
        (row,) = found.spread.groups
        shown = [counts_of(one, size) for one in row.shares]
        assert any(shown)
        left = [
            both
            for both in ((one, size - one) for one in range(size + 1))
            if all(not part or part[0] <= one <= part[1] for one, part in zip(both, shown, strict=True))
        ]
        for place, part in enumerate(shown):
            assert not part or {one[place] for one in left} == set(range(part[0], part[1] + 1))


@given(st.lists(st.tuples(st.integers(10, 24), st.integers(0, 24)), min_size=2, max_size=3))
@settings(max_examples=40, deadline=None)
def test_groups_that_make_up_the_goals_group(groups: list[tuple[int, int]]) -> None:
    """Every count of a shown band of a group stays possible beside the others and the band of all."""
    sizes = [size for size, _ in groups]
    counts = [min(count, size) for size, count in groups]
    everyone = sum(sizes)
    written = [
        {"name": f"Group {n}", "of": str(size), "result": str(count)}
        for n, (size, count) in enumerate(zip(sizes, counts, strict=True), 1)
    ]
    one = banded(team(goal={"of": str(everyone), "target": "1", "result": str(sum(counts))}, groups=written))
    shown = [counts_of(group.result, size) for group, size in zip(one.groups, sizes, strict=True)]
    total = counts_of(one.goal.result, everyone) or (0, everyone)
    ranges = [part or (0, size) for part, size in zip(shown, sizes, strict=True)]
    possible = [
        each
        for each in product(*(range(low, high + 1) for low, high in ranges))
        if total[0] <= sum(each) <= total[1]
    ]
    for place, part in enumerate(shown):
        assert not part or {each[place] for each in possible} >= {part[0], part[1]}
    assert {sum(each) for each in possible} >= {*total}


def test_the_size_of_a_group_stays_as_at_the_start() -> None:
    """A roster that moves by fewer than ten is told out of the first size, under every policy."""
    weeks = ("22", "19/50", "40/61", "30/40")
    exact, bands_of = published_team(counted(*weeks)).series[0], banded(counted(*weeks)).series[0]

    assert [point.value.text for point in exact.counted] == ["22 of 52", "19 of 52", "40 of 52", "30 of 40"]
    assert [point.value.of for point in bands_of.counted] == [52, 52, 52, 40]
    assert bands_of.counted[1].value == band_of(Decimal(38), 52)


@given(st.lists(st.integers(20, 90), min_size=2, max_size=8))
def test_no_two_sizes_that_are_told_are_close(sizes: list[int]) -> None:
    """Whatever a roster does, the sizes of two weeks are the same or ten people apart."""
    series = banded(counted(*(f"{size // 2}/{size}" for size in sizes))).series[0]
    told = sorted({point.value.of for point in series.counted if point.value.of is not None})
    assert all(second - first >= 10 for first, second in pairwise(told))


def test_a_group_that_grew_shows_no_size() -> None:
    """A count above the first size stands alone: any size beside it would be wrong or tell who came."""
    (series,) = published_team(counted("22", "54/55")).series
    assert [point.value for point in series.counted] == [
        Number(Decimal(22), series.form, 52),
        Number(Decimal(54), series.form),
    ]


def test_a_source_has_published_its_sizes_itself() -> None:
    """What a named source tells of its own weeks is shown as it tells it."""
    file = counted("22", "19/50")
    (series,) = published_team(changed(file, entered_from="journal")).series
    assert [point.value.text for point in series.counted] == ["22 of 52", "19 of 50"]


def test_sizes_just_across_an_edge_change_no_band() -> None:
    """Groups of 41 and of 38 have other bands; those of the first size stay, so nothing tells who left."""
    (series,) = banded(counted("20", "19/38", size="41")).series
    for point in series.counted:
        assert isinstance(point.value, Band)
        assert (point.value.low, point.value.high) in bands(41)


RISEN = ("20", "20", "20", "20", "20", "20", "44", "44", "44", "44", "44", "44")


def test_a_signal_across_bands_is_said() -> None:
    """A change from one band to another far away is a signal, whatever the counts within them are."""
    reading = banded(counted(*RISEN)).series[0].reading
    assert reading is not None
    assert reading.mark == "signal of change"


def test_a_signal_that_rests_on_single_counts_is_not_said() -> None:
    """Where few numbers within the bands make a signal, the word would tell them; so nothing is said."""
    counts = ("10", "10", "12", "11", "6", "15", "16", "13", "14", "17", "18", "13")
    exact, words = (one(counted(*counts, size="25")).series[0].reading for one in (published_team, banded))
    assert exact is not None
    assert (exact.mark, words) == ("signal of change", None)


@given(st.lists(st.integers(0, 5), min_size=12, max_size=12), st.integers(0, 11))
@settings(max_examples=40, deadline=None)
def test_a_withheld_week_feeds_no_word(values: list[int], place: int) -> None:
    """Whatever the number of a withheld week is, the page says the same."""
    counts = [str(240 + 9 * value) for value in values]
    told = set()
    for secret in ("0/9", "4/9", "9/9"):
        counts[place] = secret
        one = banded(counted(*counts, size="310"))
        told.add((one.series[0].reading, one.evidence.level if one.evidence else None))
    assert len(told) == 1
