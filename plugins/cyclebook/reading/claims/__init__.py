"""What an author claims, against what a storyboard can show: each module one kind of claim.

All are warnings. Hands on the checks of a whole storyboard.
"""

from collections.abc import Iterator

from cyclebook.model.problem import Problem
from cyclebook.reading.claims.causal_words import check_causal_words
from cyclebook.reading.claims.causes_supported import check_causes
from cyclebook.reading.claims.measures_chosen import check_measures
from cyclebook.reading.claims.tests_of_change import check_tests
from cyclebook.reading.claims.written import WrittenStoryboard, misread_paths

__all__ = ["WrittenStoryboard", "check_claims", "misread_paths"]


def check_claims(written: WrittenStoryboard) -> Iterator[Problem]:
    """Every warning about what a storyboard claims or leaves out."""
    for check in (check_measures, check_causes, check_tests, check_causal_words):
        yield from check(written)
