"""Authors' words under a policy that withholds counts."""

import time
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from small_networks import AFTER, cohort, network, team, text_of

from cyclebook.disclosure import publish
from cyclebook.disclosure.bands import bands, counts_in, strict_bands
from cyclebook.model.counts_in_words import Countable, TeamCounts, holds_count, holds_share_of_few
from cyclebook.model.goal import Goal
from cyclebook.model.measure import Measure, WeekRow
from cyclebook.model.storyboard import BodySection, Storyboard

OF_52 = Countable(52, frozenset())
CASES = tomllib.loads(Path(__file__).with_name("counts-in-words.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["told"])
def test_a_text_that_tells_how_many_is_found(text: str) -> None:
    """Shares, numbers of people, differences, "everyone" and lone numbers tell how many."""
    assert holds_count(text, OF_52)


@pytest.mark.parametrize("text", CASES["stands"])
def test_other_words_stay(text: str) -> None:
    """Weeks, rooms, times, staff and rough parts tell nothing exact of students."""
    assert not holds_count(text, OF_52)


def test_a_prediction_may_be_a_fraction() -> None:
    """A team may predict two thirds; that two thirds came is a count."""
    text = "Two thirds on time by week 5"
    assert (holds_count(text, OF_52, predicts=True), holds_count(text, OF_52)) == (False, True)


def test_a_number_above_the_largest_group_is_no_count() -> None:
    """Of 52 students no count is 53; where sizes are not told, any number could be one."""
    above, any_number = "The school has 740 seats.", Countable(None, frozenset())
    assert (holds_count(above, OF_52), holds_count(above, any_number)) == (False, True)


def test_minutes_of_a_team_that_counts_minutes() -> None:
    """A number of minutes stands, unless the storyboard counts them: then it could be their count."""
    minutes = Countable(None, frozenset({"minute"}))
    assert (holds_count("It took 31 minutes.", minutes), holds_count("It took 3 hours.", minutes)) == (
        True,
        False,
    )


@pytest.mark.parametrize("text", ["Algebra 1", "Tern Ferry 2", "The five whys"])
def test_a_number_in_a_name_stays(text: str) -> None:
    """A name may have a number."""
    assert not holds_count(text, None)


@pytest.mark.parametrize("text", ["19 of 50", "31 on time", "Nobody was late", "60%"])
def test_a_count_in_a_name_is_found(text: str) -> None:
    """What tells people tells them in a name as well."""
    assert holds_count(text, None)


@pytest.mark.parametrize(
    ("written", "sizes_shown", "most", "units"),
    [
        ({"of": "52"}, True, 52, {"student"}),
        ({"of": "52"}, False, None, {"student"}),
        ({"among": "52", "unit": "minutes late"}, True, None, {"minute", "late"}),
    ],
)
def test_what_could_be_counted(
    written: dict[str, str], sizes_shown: bool, most: int | None, units: set[str]
) -> None:
    """Up to the largest group; any number, where a size is withheld or numbers have no group."""
    goal = Goal.model_validate({"kind": "count", "measure": "on time", "of": "40", "target": "30"})
    measure = Measure.model_validate({"id": "m", "name": "M", **written})
    board = Storyboard.model_validate({"title": "T"}).model_copy(update={"goal": goal, "measures": [measure]})
    found = Countable.of(board, sizes_shown=sizes_shown)
    assert (found.most, found.units) == (most, units)


def test_an_average_has_no_largest_group() -> None:
    """The numbers of an average may be larger than its group."""
    goal = Goal.model_validate({"kind": "mean", "measure": "words", "of": "40", "target": "90"})
    assert Countable.of(goal, sizes_shown=True).most is None


TEXTS = [
    *("Breakfast takes {} minutes.", "It was {}.", "{} came.", "Room {} was free.", "Week {} went well."),
    *("It cost ${}.", "{} forms came back.", "We met on March {}.", "{}–{} each day.", "On time:{}"),
]


@pytest.mark.parametrize(
    ("policy", "band"),
    [
        *(("banded", band) for band in (bands(52)[5], bands(52)[8])),
        *(("strict", band) for band in (strict_bands(52)[1], strict_bands(52)[3])),
    ],
)
def test_no_text_tells_which_number_is_no_count(policy: str, band: tuple[int, int]) -> None:
    """For every count of a band the page is the same, whatever numbers stand in its texts.

    A text that vanished when it met its own count would tell by standing what the count is not.
    """
    first, last = counts_in(band, 52)
    notes = [text.format(number, number) for text in TEXTS for number in (first - 1, first, last, last + 1)]
    pages = set()
    for count in range(first, last + 1):
        rows = tuple(
            WeekRow.model_validate({"week": str(week), "here": str(count), "note": note})
            for week, note in enumerate(notes, 1)
        )
        written: dict[str, Any] = {
            "goal": {"result": str(count), "target": "51", "of": "52"},
            "measures": [{"id": "here", "name": "On time", "of": "52"}],
            "notes": notes,
            "tests": [{"idea": note, "happened": note} for note in notes],
        }
        body = (BodySection("What went well", "\n\n".join(notes), 9),)
        library = network(
            cohort(team(weeks=rows, body=body, **written)), privacy={"policy": policy, "because": "few"}
        )
        assert library.network is not None
        pages.add(publish(library, library.network, AFTER).cohorts[0])

    (page,) = pages
    assert f"Breakfast takes {first} minutes." in text_of(page)
    assert f"{first} came." not in text_of(page)


@pytest.mark.parametrize(
    "text",
    [
        *("4 " * 100_000, "week 4, " * 25_000, "9" * 200_000, f"{'9' * 90_000} of 9", " " * 200_000),
        *("4" + " \n" * 100_000, "](" * 100_000, "half of " * 25_000, "all the a b " * 16_000),
        *("fifty-" * 33_000, "from 4 to " * 20_000, "weeks " + "4, " * 60_000, "1," * 100_000),
    ],
    ids=lambda text: f"{text[:9]!r} {len(text)}",
)
def test_a_long_text_is_read_in_good_time(text: str) -> None:
    """Two hundred thousand characters of any one kind take seconds at most, and end in no traceback."""
    counts = TeamCounts(frozenset({Decimal(5)}), frozenset({52}), frozenset({Decimal(10)}), "")
    started = time.process_time()

    holds_count(text, OF_52)
    holds_share_of_few(text)
    counts.told_in(text)

    assert time.process_time() - started < 5
