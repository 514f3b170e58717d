"""What must agree: words with fields, percentages with counts, days with the cycle, rosters with sums.

Hands on three checks, of a storyboard, of a cohort and of the network. Nearly all they find are warnings.
"""

from collections.abc import Iterator

from cyclebook.model.cohort import Cohort
from cyclebook.model.network import Network
from cyclebook.model.problem import Problem
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.reading.agreement.account import Account
from cyclebook.reading.agreement.counts_in_prose import check_counts_in_prose
from cyclebook.reading.agreement.cycle_dates import check_dates, weeks_out_of_order
from cyclebook.reading.agreement.numbers_in_words import check_numbers_in_words
from cyclebook.reading.agreement.passages import passages_of_body, passages_of_keys
from cyclebook.reading.agreement.percentages import check_percentages, unlike_their_counts
from cyclebook.reading.agreement.reported_figures import (
    check_cohort_figures,
    check_figures,
    check_reported_outcome,
)
from cyclebook.reading.agreement.rosters import check_cohort_roster, check_groups, check_team
from cyclebook.reading.agreement.times_in_words import check_cohort_times, check_times
from cyclebook.reading.agreement.wholes_and_parts import check_wholes
from cyclebook.reading.places import Places

__all__ = [
    "Account",
    "check_cohort_agreement",
    "check_network_agreement",
    "check_storyboard_agreement",
    "passages_of_body",
    "weeks_out_of_order",
]

_CHECKS = (
    check_numbers_in_words,
    check_counts_in_prose,
    check_percentages,
    check_dates,
    check_times,
    check_reported_outcome,
    check_team,
    check_groups,
    check_wholes,
)


def check_storyboard_agreement(account: Account) -> Iterator[Problem]:
    """Everything in one storyboard that must agree."""
    for check in _CHECKS:
        yield from check(account)


def check_cohort_agreement(
    cohort: Cohort, places: Places, folder: str, storyboards: list[StoryboardFile], files: int
) -> Iterator[Problem]:
    """Everything in a cohort's own file that must agree; `files` is how many storyboards its folder holds."""
    yield from unlike_their_counts(passages_of_keys(cohort, places), entered=bool(cohort.reported))
    yield from check_figures(cohort.reported, places)
    yield from check_cohort_figures(cohort, places, folder, storyboards)
    yield from check_cohort_times(cohort, places, folder)
    yield from check_cohort_roster(cohort, places, storyboards, files)


def check_network_agreement(network: Network, places: Places) -> Iterator[Problem]:
    """Everything in the network's own file that must agree."""
    yield from unlike_their_counts(passages_of_keys(network, places), entered=bool(network.reported))
    yield from check_figures(network.reported, places)
