"""What a list block refers to is there: its cohort and its driver."""

from collections.abc import Iterator

from cyclebook.model.lists import IdeasBlock, ListBlock, StoryboardsBlock
from cyclebook.model.problem import Problem
from cyclebook.reading.article_ground import Ground
from cyclebook.reading.ids import unknown_id
from cyclebook.reading.places import Places


def check_list(options: ListBlock, places: Places, ground: Ground) -> Iterator[Problem]:
    """Cohorts and drivers that nothing defines."""
    cohort = None if isinstance(options, IdeasBlock) else options.cohort
    if cohort and cohort not in ground.cohorts:
        yield unknown_id(cohort, ("cohort",), sorted(ground.cohorts), "cohorts in teams", places)
    driver = options.driver if isinstance(options, StoryboardsBlock | IdeasBlock) else None
    if driver and ground.drivers is not None and driver not in ground.drivers:
        yield unknown_id(
            driver, ("driver",), sorted(ground.drivers), "drivers in network.md and cohort.md", places
        )
