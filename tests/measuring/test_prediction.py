"""How far a prediction was off."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyclebook.measuring.prediction import prediction_error


@pytest.mark.parametrize(
    ("predicted", "happened", "expected"),
    [
        ("35 of 52 on time by week 5", "34 of 52 in week 5", -1),
        ("35 of 52", "35 of 52", 0),
        ("35 of 52", "40 of 52.", 5),
        ("35 of 52", "34 of 50", None),
        ("35 of 52", "34 of 520", None),
        ("about 35 of 52", "34 of 52", None),
        ("35 of 52", "It went well: 34 of 52", None),
        ("35%", "34%", None),
        (None, "34 of 52", None),
        ("35 of 52", None, None),
        ("", "", None),
    ],
)
def test_error(predicted: str | None, happened: str | None, expected: int | None) -> None:
    """The error is known where both texts begin with counts of one group, and nowhere else."""
    assert expected == prediction_error(predicted, happened)


@given(before=st.integers(0, 500), after=st.integers(0, 500), group=st.integers(1, 500))
@settings(max_examples=60, deadline=None)
def test_error_turns_round(before: int, after: int, group: int) -> None:
    """The error is happened minus predicted, so that trading places turns its sign."""
    predicted, happened = f"{before} of {group} by week 5", f"{after} of {group} in week 5"

    assert after - before == prediction_error(predicted, happened)
    assert before - after == prediction_error(happened, predicted)
