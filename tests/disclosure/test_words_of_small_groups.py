"""Under every policy, words tell nothing of a group that is too small to be told of."""

import re
from typing import Any

import pytest
from small_networks import cohort, published_cohort, published_team, team, text_of

from cyclebook.model.counts_in_words import holds_share_of_few
from cyclebook.model.measure import WeekRow
from cyclebook.model.storyboard import BodySection, StoryboardFile

MEASURE = {"id": "here", "name": "Newcomers here"}
TEST = {
    "idea": "A call home",
    "predict": "5 of 8 newcomers",
    "happened": "3 of 8 newcomers",
    "study": "Two of the eight came later.",
}
SMALL: dict[str, dict[str, Any]] = {
    "measure": {"measures": [{**MEASURE, "of": "8"}]},
    "counted among": {"measures": [{**MEASURE, "among": "8"}]},
    "week": {"measures": [{**MEASURE, "of": "12"}]},
    "student group": {"groups": [{"name": "Newcomers", "of": "8", "result": "3"}]},
    "comparison": {"comparison": {"what": "x", "groups": [{"name": "Newcomers", "of": "8", "result": "3"}]}},
    "observation": {"other_results": [{"what": "x", "value": "3/8"}]},
}
LARGE: dict[str, dict[str, Any]] = {
    "measure": {"measures": [{**MEASURE, "of": "12"}]},
    "staff": {"measures": [{**MEASURE, "of": "8", "about_staff": "yes"}]},
}


def told(of: dict[str, Any], week: str = "3") -> StoryboardFile:
    """A team with words about three of eight newcomers and nine of ten others, under open."""
    row = WeekRow.model_validate({"week": "1", "here": week, "note": "3 of 8 newcomers came"})
    return team(
        weeks=(row,),
        body=(BodySection("What went well", "3 out of 8 came.\n\n9 of 10 stayed.", 9),),
        tests=[TEST],
        notes=["3 of 8 lessons began late."],
        **of,
    )


@pytest.mark.parametrize("of", SMALL.values(), ids=SMALL)
def test_a_part_of_a_small_group_is_not_told(of: dict[str, Any]) -> None:
    """Where a group is withheld for being small, so is a text that says how many of how many it were."""
    found = published_team(told(of, "3/8"))
    text = text_of(found)

    assert re.findall(r"\w+ (?:out )?of (?:the )?(?:8|eight)\b(?! lessons)", text) == []
    assert {"3 of 8 lessons began late.", "9 of 10 stayed.", "A call home"} <= set(text.split("\n"))
    assert [one.off for one in found.tests] == [None]


@pytest.mark.parametrize("of", LARGE.values(), ids=LARGE)
def test_beside_large_groups_words_stay(of: dict[str, Any]) -> None:
    """Where no group of people is small, the words stand; but how far off is not said of so few."""
    found = published_team(told(of))
    assert {"3 of 8 newcomers came", "5 of 8 newcomers"} <= set(text_of(found).split("\n"))
    assert [one.off for one in found.tests] == [None]


def test_how_far_off_is_said_of_ten_or_more() -> None:
    """Where the counts of a group may be told, the page says how far a prediction was off."""
    test = {"idea": "A call home", "predict": "40 of 52 on time", "happened": "38 of 52 on time"}
    assert [one.off for one in published_team(team(tests=[test])).tests] == ["2 fewer than predicted"]


def test_a_cohorts_comparison_of_few() -> None:
    """The note of a cohort's own comparison is left out where it counts a group that is too small."""
    groups = [{"name": "Newcomers", "of": "8", "result": "3"}, {"name": "Others", "of": "80", "result": "60"}]
    written = [
        {"what": "On time", "groups": groups, "note": note} for note in ("3 of 8 came", "60 of 80 came")
    ]
    found = published_cohort(cohort(team(), comparisons=written))
    assert found is not None
    assert [one.note for one in found.comparisons] == [None, "60 of 80 came"]


@pytest.mark.parametrize(
    "text",
    [
        "3 of 8 newcomers came",
        "3/8",
        "three out of the eight",
        "7 of 9, and rooms",
        "**3** of 8",
        "all eight came",
        "none of the 8",
    ],
)
def test_a_part_of_few(text: str) -> None:
    """Digits and words, with "of" and with a stroke."""
    assert holds_share_of_few(text)


@pytest.mark.parametrize(
    "text",
    [
        "3 of 8 lessons",
        "two of the four short meetings",
        "3 of 12 came",
        "30 of 80",
        "2 of 5 teachers",
        "on all four mornings",
        "all of 12",
    ],
)
def test_a_part_of_other_things(text: str) -> None:
    """Parts of lessons, weeks and staff, and of ten people or more, may be told."""
    assert not holds_share_of_few(text)
