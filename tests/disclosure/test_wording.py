"""Authors' words under a policy that withholds counts."""

import time
from decimal import Decimal

import pytest

from cyclebook.model.counts_in_words import TeamCounts, holds_count

RAW = frozenset(map(Decimal, (4, 5, 14, 31)))


@pytest.mark.parametrize(
    "text",
    [
        "31 of 42 had everything in",
        "five of the eleven students came",
        "Five students came",
        "about 38% came",
        "38 percent came",
        "it was 19/50",
        "5 came",
        "we saw 14 at the table",
        "the count rose to 14",
        "between the bell and 31",
        "only two seventh graders came",
    ],
)
def test_a_text_that_tells_how_many_is_found(text: str) -> None:
    """Shares, numbers before people, and the storyboard's own numbers are counts."""
    assert holds_count(text, RAW)


@pytest.mark.parametrize(
    "text",
    ["4 " * 100_000, "week 4, " * 25_000, "9" * 200_000, f"{'9' * 90_000} of 9", " " * 200_000],
    ids=["numbers", "labels", "digits", "long share", "blank"],
)
def test_a_long_text_is_read_in_good_time(text: str) -> None:
    """Two hundred thousand characters of any one kind take seconds at most, and end in no traceback."""
    counts = TeamCounts(frozenset({Decimal(5)}), frozenset({52}), frozenset({Decimal(10)}), "")
    started = time.process_time()

    holds_count(text, RAW)
    counts.told_in(text)

    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "text",
    [
        "week 4 went well",
        "Weeks 4 and 5 were short",
        "in weeks 4 to 5",
        "Grade 5 began later",
        "about half by the fourth week",
        "at 3:30 on Friday",
        "two teachers took turns",
        "two of us stayed",
        "room 14 was free",
        "a table for 12",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    """Weeks, grades, rooms, times and numbers of staff tell nothing of students."""
    assert not holds_count(text, RAW)
