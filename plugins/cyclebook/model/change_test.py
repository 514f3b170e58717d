"""A test of change: a turn of plan, do, study, act, and what was decided."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from cyclebook.model.block import Block
from cyclebook.model.days_and_weeks import WeekSpan
from cyclebook.model.fields import Slug, Text, choice


class Decision(StrEnum):
    """What the team decided after a test."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    ABANDON = "abandon"


class Test(Block):
    """A test of change: one turn of plan, do, study, act."""

    idea: Text
    """The change that was tried: its title, or the id of one of the ideas in network.md."""
    short: Text | None = None
    """A few words for the chart."""
    driver: Slug | None = None
    """The driver that the idea works on, by its id in network.md."""
    ramp: Text | None = None
    """The idea that this test carries on: tests with the same words here form a ramp."""
    weeks: WeekSpan | None = None
    """The week of the test, or its first and last week."""
    scale: Text | None = None
    """How large the test was: one class, then three."""
    question: Text | None = None
    """What the team wanted to find out."""
    predict: Text | None = None
    """What the team expected, written before the test."""
    happened: Text | None = None
    """What came of it, in the same terms as the prediction."""
    study: Text | None = None
    """What the team makes of the difference."""
    decision: Annotated[Decision, BeforeValidator(choice(Decision))] | None = None
    """What the team decided after the test. Left out while the test runs."""
    next: Text | None = None
    """What follows from it."""
