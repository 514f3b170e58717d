"""A storyboard as it stands in its files: what was read, where it stands, and what could not be read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cyclebook.model.measure import WeekRow
from cyclebook.model.problem import Problem, Severity
from cyclebook.model.storyboard import Storyboard
from cyclebook.reading.block_types import known_keys
from cyclebook.reading.field_problems import meant_keys
from cyclebook.reading.ids import Known
from cyclebook.reading.places import Path, Places

IF_SOURCE_IS_SILENT = "If the source does not say, leave it out: the page says so."


@dataclass(frozen=True, slots=True)
class WrittenStoryboard:
    """What could be read of a storyboard, with the places of its keys, of its weekly rows and of its body.

    `rows` are in the order of the file, as `row_places` counts them. Where `lossy`, lines
    of the front matter could not be read at all.
    """

    storyboard: Storyboard
    places: Places
    rows: list[WeekRow]
    row_places: Places
    body: str
    body_line: int
    known: Known
    lossy: bool
    misread: frozenset[Path] = field(default_factory=frozenset)

    def wholly_read(self, path: Path) -> bool:
        """True where the block or list at `path` can be held to what it does not say.

        One with a mistake in it may say it in words that could not be read.
        """
        return not self.lossy and not any(one[: len(path)] == path for one in self.misread)

    def misspelt(self, name: str) -> bool:
        """True where a key of the whole file that is not known was meant to be this one."""
        unknown = [str(path[0]) for path in self.misread if len(path) == 1]
        return name in meant_keys(unknown, known_keys(Storyboard, ()))

    def hint(self, usual: str, *, entered: str = IF_SOURCE_IS_SILENT) -> str:
        """How to mend it; another sentence for what a hub entered from a published source."""
        return entered if self.storyboard.entered_from else usual


def misread_paths(problems: Iterable[Problem], places: Places) -> frozenset[Path]:
    """The paths at which an error stands."""
    wrong = {problem.place for problem in problems if problem.severity is Severity.ERROR}
    tables = (places.keys, places.values)
    commas = (path for path, comma in places.commas.items() if comma.place in wrong)
    return frozenset(
        [*commas, *(path for table in tables for path, place in table.items() if place in wrong)]
    )


def so_many(lacking: int, total: int, one: str, many: str, lack: str) -> str:
    """ "This test has no prediction." or "3 of 4 tests have no prediction. The first stands here."."""
    if lacking == 1:
        return f"This {one} has {lack}."
    return (
        f"{'All' if lacking == total else f'{lacking} of'} {total} {many} have {lack}. The first stands here."
    )
