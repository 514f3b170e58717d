"""How the numbers of student groups are read: as those of the goal, unless they say so themselves."""

from typing import Any

import pytest
from small_networks import AFTER, cohort, network, team

from cyclebook.disclosure import publish

OPEN = {"policy": "open", "approved": {"by": "Data steward", "because": "the teams are invented"}}
BANDED = {"policy": "banded", "because": "small schools"}
STRICT = {"policy": "strict", "because": "they are few"}
BAND = ["over 30% to 40%", "50% or less"]
WITHHELD = ["withheld under the privacy policy"] * 2


@pytest.mark.parametrize(
    ("kind", "result", "exact", "told"),
    [
        ("percent", "40", "40%", BAND),
        ("percent", "40%", "40%", BAND),
        ("percent", "12/30", "12 of 30", BAND),
        ("share", "40%", "40%", BAND),
        ("count", "12", "12 of 30", BAND),
        ("count", "40%", "40%", BAND),
        ("mean", "12", "12", WITHHELD),
        ("mean", "40%", "40%", WITHHELD),
    ],
)
def test_a_group_is_counted_as_the_goal_is(kind: str, result: str, exact: str, told: list[str]) -> None:
    """Twenty of a goal in percent is 20% under every policy, though under banded the goal is no number."""
    goal = {"kind": kind, "of": "62", "target": "50", "result": "31" if kind == "count" else "45"}
    file = team(goal=goal, groups=[{"name": "Newcomers", "of": "30", "result": result}])

    def shown(privacy: dict[str, Any]) -> str:
        library = network(cohort(file), privacy=privacy)
        assert library.network is not None
        return publish(library, library.network, AFTER).cohorts[0].storyboards[0].groups[0].result.text

    assert [shown(privacy) for privacy in (OPEN, BANDED, STRICT)] == [exact, *told]
