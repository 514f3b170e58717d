"""What one storyboard tells, gathered so that its parts can be held against each other and its cohort."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from cyclebook.model.cohort import Cohort
from cyclebook.model.measure import WeekRow
from cyclebook.model.storyboard import Storyboard
from cyclebook.reading.agreement.passages import Passage, passages_of_keys
from cyclebook.reading.agreement.times_in_text import Span, season_span
from cyclebook.reading.places import Places

IF_THE_SOURCE = "If the source says so, keep it, and tell both versions in notes:."

_SEASON = re.compile(r"\b(spring|summer|fall|autumn|winter)\b\W{0,3}((?:19|20)[0-9]{2})", re.IGNORECASE)
_SLUG = re.compile(r"((?:19|20)[0-9]{2})-(spring|summer|fall|autumn|winter)\b")


@dataclass(frozen=True, slots=True)
class Account:
    """A storyboard that can be read, its rows in the order of the file, and its cohort if it has one."""

    storyboard: Storyboard
    places: Places
    rows: list[WeekRow]
    row_places: Places
    body: tuple[Passage, ...]
    cohort: Cohort | None
    folder: str

    def advice(self, hint: str) -> str:
        """How to mend it; where the hub entered a source, what to do if the source itself is wrong."""
        return f"{hint} {IF_THE_SOURCE}" if self.storyboard.entered_from else hint

    def passages(self) -> Iterator[Passage]:
        """All words of the front matter, the weekly rows and the body."""
        for passage in passages_of_keys(self.storyboard, self.places):
            if passage.path[0] != "weeks":
                yield passage
        for index, row in enumerate(self.rows):
            yield from passages_of_keys(row, self.row_places, ("weeks", index))
        yield from self.body


def days_of(cohort: Cohort | None) -> Span | None:
    """The first and the last day of a cohort's cycle, where start and weeks are given."""
    if cohort is None or cohort.start is None or cohort.weeks is None:
        return None
    return Span(cohort.start, cohort.start + timedelta(days=7 * cohort.weeks - 1))


def season_of(cohort: Cohort | None, folder: str) -> Span | None:
    """The season that a cohort's title or folder names: "Spring 2017", "2017-spring"."""
    title = _SEASON.search(cohort.title) if cohort else None
    if title:
        return season_span(title[1], int(title[2]))
    slug = _SLUG.match(folder)
    return season_span(slug[2], int(slug[1])) if slug else None


def cycle_of(cohort: Cohort | None, folder: str) -> Span | None:
    """The days of a cohort's cycle, else those of its season."""
    return days_of(cohort) or season_of(cohort, folder)
