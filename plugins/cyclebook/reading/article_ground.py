"""What articles may refer to: teams, cohorts and sources, and which figures these allow."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cyclebook.model.article import ExhibitBlock, FigureKind
from cyclebook.model.cohort import CohortFolder
from cyclebook.model.fields import Amount
from cyclebook.model.network import Library
from cyclebook.model.storyboard import GoalKind, StoryboardFile


@dataclass(frozen=True, slots=True)
class Ground:
    """Names by which articles refer to team files; those of files that cannot be read are known too.

    `sources` is None where the network's file cannot be read.
    """

    teams: frozenset[str]
    cohorts: frozenset[str]
    storyboards: Mapping[str, StoryboardFile]
    folders: Mapping[str, CohortFolder]
    sources: frozenset[str] | None


def ground_of(teams: Path, library: Library) -> Ground:
    """What the folder `teams`, read as `library`, holds."""
    files = [file for file in teams.glob("*/*.md") if file.name not in ("cohort.md", "README.md")]
    sources = None
    if library.network is not None:
        entries = [
            *library.network.sources,
            *(one for folder in library.cohorts for one in folder.cohort.sources),
        ]
        sources = frozenset(entry.id for entry in entries)
    return Ground(
        frozenset(f"{file.parent.name}/{file.stem}" for file in files),
        frozenset(file.parent.name for file in files)
        | frozenset(file.parent.name for file in teams.glob("*/cohort.md")),
        {f"{folder.slug}/{file.slug}": file for folder in library.cohorts for file in folder.storyboards},
        {folder.slug: folder for folder in library.cohorts},
        sources,
    )


@dataclass(frozen=True, slots=True)
class Needs:
    """What a figure is drawn from: which keys it uses, and what is missing for it, in words."""

    of: tuple[str, ...]
    """The keys of which one must be given: team, cohort."""
    missing: Callable[[ExhibitBlock, StoryboardFile | None, CohortFolder | None], str | None]
    measure: bool = False


def _run_chart(block: ExhibitBlock, file: StoryboardFile | None, _: CohortFolder | None) -> str | None:
    if file is None:
        return None
    measures = [one.id for one in file.storyboard.measures]
    wanted = [block.measure] if block.measure else measures
    counted = any(isinstance(row.values.get(one), Amount) for row in file.weeks for one in wanted)
    return None if counted else "the storyboard has no weekly numbers"


def _dots(_: ExhibitBlock, file: StoryboardFile | None, __: CohortFolder | None) -> str | None:
    goal = file.storyboard.goal if file else None
    if file is None or (goal and goal.kind is GoalKind.COUNT and goal.result):
        return None
    return "the storyboard has no result that counts people"


def _before_after(block: ExhibitBlock, file: StoryboardFile | None, _: CohortFolder | None) -> str | None:
    if file is None:
        return None
    if block.measure:
        one = file.storyboard.other_results[int(block.measure) - 1]
        return None if one.before else "this result has no value before"
    goal = file.storyboard.goal
    return None if goal and goal.baseline and goal.result else "the goal lacks a baseline or a result"


def _dumbbell(_: ExhibitBlock, __: StoryboardFile | None, folder: CohortFolder | None) -> str | None:
    return "the cohort has no storyboard" if folder and not (folder.storyboards or folder.broken) else None


def _fishbone(_: ExhibitBlock, file: StoryboardFile | None, __: CohortFolder | None) -> str | None:
    return "the storyboard has no fishbone" if file and not file.storyboard.fishbone else None


def _timeline(_: ExhibitBlock, __: StoryboardFile | None, folder: CohortFolder | None) -> str | None:
    return (
        "the cohort's file does not say how many weeks it has" if folder and not folder.cohort.weeks else None
    )


NEEDS: dict[FigureKind, Needs] = {
    FigureKind.RUN_CHART: Needs(("team",), _run_chart, measure=True),
    FigureKind.DOTS: Needs(("team",), _dots),
    FigureKind.BEFORE_AFTER: Needs(("team",), _before_after, measure=True),
    FigureKind.DUMBBELL: Needs(("cohort", "team"), _dumbbell),
    FigureKind.FISHBONE: Needs(("team",), _fishbone),
    FigureKind.TIMELINE: Needs(("cohort",), _timeline),
}
"""Every figure that an exhibit can show. `pages.article_figures` draws them."""
