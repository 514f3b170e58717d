"""Policies for single measures and storyboards: who may loosen, who may tighten, and what follows them."""

from typing import Any

import pytest
from small_networks import AFTER, cohort, network, published_team, team, text_of

from cyclebook.disclosure import publish
from cyclebook.model.measure import WeekRow
from cyclebook.model.privacy import OwnPrivacy, Policies, PolicyName, Privacy, narrowest
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.published import Absent, Band, Number, PolicyApart, PublishedStoryboard

OPEN, BANDED, STRICT = PolicyName.OPEN, PolicyName.BANDED, PolicyName.STRICT
APPROVED = {"by": "Data steward", "because": "the teams are invented"}
FEW = {"policy": "strict", "because": "they are few"}


def policy(name: str, *measures: tuple[str, str]) -> Privacy:
    """What a hub writes; all reasons given."""
    told = [{"measure": one, "policy": of, "because": "x", "approved": APPROVED} for one, of in measures]
    return Privacy.model_validate({"policy": name, "because": "x", "approved": APPROVED, "measures": told})


def own(name: str) -> OwnPrivacy:
    """What those who write ask for."""
    return OwnPrivacy.model_validate({"policy": name, "because": "x"})


def released(file: StoryboardFile, privacy: dict[str, Any], **of_cohort: Any) -> PublishedStoryboard:
    """The storyboard as published in a network with this policy."""
    library = network(cohort(file, **of_cohort), privacy=privacy)
    assert library.network is not None
    (found,) = publish(library, library.network, AFTER).cohorts
    return found.storyboards[0]


def two_measures(**suspended: Any) -> StoryboardFile:
    """A team of 52 that counts who is on time, as its goal does, and who was sent home."""
    rows = tuple(
        WeekRow.model_validate({"week": str(week), "on-time": str(30 + week), "sent-home": str(19 + week)})
        for week in range(1, 6)
    )
    measures = [
        {"id": "on-time", "name": "On time", "of": "52", "goal": "40", "better": "higher"},
        {"id": "sent-home", "name": "Sent home", "kind": "balancing", "of": "52", **suspended},
    ]
    return team(weeks=rows, measures=measures, notes=["We counted 32 and 21 in the second week."])


@pytest.mark.parametrize(
    ("policies", "expected"),
    [
        (Policies(policy("banded")), BANDED),
        (Policies(policy("banded", ("m", "open"))), OPEN),
        (Policies(policy("open", ("m", "strict"))), STRICT),
        (Policies(policy("open"), policy("strict")), STRICT),
        (Policies(policy("open", ("m", "strict")), policy("banded")), STRICT),
        (Policies(policy("banded", ("m", "open")), policy("banded")), BANDED),
        (Policies(policy("banded", ("m", "open")), policy("strict")), STRICT),
        (Policies(policy("strict"), policy("banded", ("m", "open"))), OPEN),
        (Policies(policy("open", ("m", "strict")), policy("open", ("m", "banded"))), BANDED),
        (Policies(policy("banded", ("other", "open"))), BANDED),
    ],
)
def test_the_hubs_policy_for_a_measure(policies: Policies, expected: PolicyName) -> None:
    """The cohort's word on a measure comes first; the network's cannot loosen a cohort's own policy."""
    assert policies.of_measure("m") is expected


def test_authors_can_only_narrow() -> None:
    """Whatever a storyboard and its measure ask for, never more is shown than the hub allows."""
    for hubs in PolicyName:
        policies = Policies(policy(hubs.value))
        for one in PolicyName:
            assert policies.of_storyboard(own(one.value)) is narrowest(hubs, one)
            for other in PolicyName:
                found = policies.of_measure("m", own(one.value), own(other.value))
                assert found is narrowest(hubs, one, other)


def test_a_measure_apart_under_open() -> None:
    """The hub makes one measure strict: its weeks are bands without a size, and texts lose their counts."""
    open_but = {"policy": "open", "approved": APPROVED, "measures": [{"measure": "sent-home", **FEW}]}
    found = released(two_measures(), open_but)
    on_time, sent_home = found.series

    assert all(isinstance(point.value, Number) for point in on_time.counted)
    assert sent_home.of is None
    assert {type(point.value) for point in sent_home.counted} == {Band}
    assert {point.value.of for point in sent_home.counted} == {None}
    assert (sent_home.median, sent_home.goal, sent_home.at_goal) == (None, (), None)
    assert "21" not in text_of(found.notes)


def test_no_size_beside_a_strict_measure() -> None:
    """Under banded, a strict measure takes the size of its group from everything beside it."""
    banded_but = {"policy": "banded", "measures": [{"measure": "sent-home", **FEW}]}
    found = released(two_measures(), banded_but)

    assert isinstance(found.goal.result, Band)
    assert isinstance(found.goal.group_size, Absent)
    assert "52" not in text_of(found).split()


def test_the_goal_follows_the_measure_that_counts_it() -> None:
    """Where the weekly measure of the goal is narrowed, the goal and what belongs to it are too."""
    open_but = {"policy": "open", "approved": APPROVED, "measures": [{"measure": "on-time", **FEW}]}
    found = released(two_measures(), open_but)

    assert isinstance(found.goal.target, Absent)
    assert not isinstance(found.goal.result, Number)
    assert isinstance(found.series[1].counted[0].value, Number)


def test_a_measure_loosened_by_the_hub() -> None:
    """A measure that the hub opens shows its counts; the goal beside it stays a band."""
    loosened = {"measure": "sent-home", "policy": "open", "approved": APPROVED}
    found = released(two_measures(), {"policy": "banded", "measures": [loosened]})

    assert {type(one.value) for one in found.series[1].counted} == {Number}
    assert isinstance(found.goal.result, Band)


def test_a_storyboard_narrowed_by_its_authors() -> None:
    """A storyboard in an open network may ask for strict, for all of it or for one measure."""
    whole = released(
        StoryboardFile(
            two_measures().path,
            "2026-spring",
            "a",
            two_measures().storyboard.model_copy(update={"privacy": own("strict")}),
            two_measures().weeks,
        ),
        {"policy": "open", "approved": APPROVED},
    )
    one = published_team(two_measures(privacy=FEW))

    assert "52" not in text_of(whole).split()
    assert whole.policies == (PolicyApart("strict", None, "x"),)
    assert one.policies == (PolicyApart("strict", "Sent home", "they are few"),)
    assert {type(point.value) for point in one.series[1].counted} == {Band}


def test_reasons_are_published_where_they_apply() -> None:
    """A policy for a measure is told with its reason and who approved it; one that changes nothing is not."""
    hubs = {"policy": "strict", "because": "x", "measures": [{"measure": "sent-home", **FEW}]}
    library = network(cohort(two_measures(privacy=FEW), privacy=hubs), privacy=hubs)
    assert library.network is not None
    found = publish(library, library.network, AFTER)

    assert found.policies == (PolicyApart("strict", "sent-home", "they are few"),)
    assert found.cohorts[0].policies == found.policies
    assert found.cohorts[0].storyboards[0].policies == ()
