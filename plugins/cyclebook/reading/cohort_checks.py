"""What the fields of a cohort must have in common: check-ins within the cycle, one share for each band."""

from collections.abc import Iterator

from cyclebook.model.cohort import Cohort
from cyclebook.model.problem import Problem
from cyclebook.reading.ids import Known, unknown_id
from cyclebook.reading.places import Path, Places, dotted

_BANDS = range(2, 7)


def check_cohort(cohort: Cohort, places: Places, known: Known) -> Iterator[Problem]:
    """Problems in a cohort's own file, apart from single fields."""
    for index, week in enumerate(cohort.check_ins):
        if cohort.weeks is not None and week > cohort.weeks:
            yield Problem(
                "outside-cycle",
                places.of_value(("check_ins", index)),
                "This check-in comes after the last week of the cycle.",
                "Check check_ins and weeks.",
                field="check_ins",
            )
    for index, spread in enumerate(cohort.distributions):
        path: Path = ("distributions", index)
        if len(spread.bands) not in _BANDS:
            yield Problem(
                "wrong-number-of-bands",
                places.of_value((*path, "bands")),
                "A distribution has from two to six bands.",
                "Join neighbouring bands, or name the ones that are missing.",
                field=dotted((*path, "bands")),
            )
        for row, group in enumerate(spread.groups):
            if len(group.shares) != len(spread.bands):
                yield Problem(
                    "wrong-number-of-shares",
                    places.of_value((*path, "groups", row, "shares")),
                    "There must be one share for each band.",
                    "Write not published where a source gives none.",
                    field=dotted((*path, "groups", row, "shares")),
                )
    yield from _unknown_sources(cohort, places, known)


def _unknown_sources(cohort: Cohort, places: Places, known: Known) -> Iterator[Problem]:
    named = [
        *((("comparisons", index, "source"), one.source) for index, one in enumerate(cohort.comparisons)),
        *((("distributions", index, "source"), one.source) for index, one in enumerate(cohort.distributions)),
    ]
    for path, source in named:
        if source is not None and known.sources is not None and source not in known.sources:
            yield unknown_id(source, path, sorted(known.sources), "sources", places)
