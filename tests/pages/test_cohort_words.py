"""A cohort in one sentence."""

from dataclasses import replace

import pytest

from cyclebook.pages.words import cohort_sentence
from cyclebook.published import PublishedCohort, Tally

_TALLY = Tally(
    total=6,
    met=5,
    not_met=1,
    reported_met=0,
    reported_not_met=0,
    not_yet=0,
    not_reported=0,
    withdrawn=0,
    withheld=0,
    revised=0,
)
_COHORT = PublishedCohort(
    slug="2026-spring",
    title="Spring 2026",
    subtitle=None,
    network=None,
    start=None,
    weeks=10,
    setting=None,
    check_ins=(),
    sponsors=(),
    coaches=(),
    taking_part=None,
    selection=None,
    complete=True,
    illustrative=False,
    tally=_TALLY,
    storyboards=(),
)


@pytest.mark.parametrize(
    ("met", "total", "told"),
    [
        (5, 6, "5 of 6 teams met the goal they set."),
        (7, 9, "7 of 9 teams met the goal they set."),
        (8, 10, "8 of 10 teams met the goal they set (about 4 in 5)."),
        (45, 60, "45 of 60 teams met the goal they set (about 3 in 4)."),
        (33, 78, "33 of 78 teams met the goal they set (about 2 in 5)."),
        (12, 12, "12 of 12 teams met the goal they set."),
        (0, 12, "0 of 12 teams met the goal they set."),
    ],
)
def test_a_rate_stands_beside_its_counts(met: int, total: int, told: str) -> None:
    """Of ten teams or more the sentence adds the part in small numbers, never a bare percentage."""
    tally = replace(_TALLY, total=total, met=met, not_met=total - met)

    assert cohort_sentence(replace(_COHORT, tally=tally)) == told


@pytest.mark.parametrize(
    ("met", "not_met", "told"),
    [
        (0, 0, "10 of 12 teams are at work; no result is known yet."),
        (2, 1, "2 of 12 teams have met the goal they set; 7 still at work."),
        (0, 3, "0 of 12 teams have met the goal they set; 7 still at work."),
    ],
)
def test_no_rate_while_teams_are_at_work(met: int, not_met: int, told: str) -> None:
    """In mid-cycle "0 of 12 met" would be true and mislead: the sentence says who is still at work."""
    running = 10 - met - not_met
    tally = replace(_TALLY, total=12, met=met, not_met=not_met, not_yet=running, withdrawn=1, withheld=1)

    assert cohort_sentence(replace(_COHORT, tally=tally)) == told


def test_no_rate_where_teams_are_missing() -> None:
    """A cohort that publishes some of its teams has no rate at all."""
    tally = replace(_TALLY, total=20, met=15, not_met=5)
    told = cohort_sentence(replace(_COHORT, tally=tally, complete=False, taking_part=30))

    assert told == "20 teams of 30 are published here."
