"""What articles may refer to: teams, cohorts and sources, and which figures these allow."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cyclebook.model.amounts import Amount
from cyclebook.model.article import ExhibitBlock, FigureKind
from cyclebook.model.cohort import CohortFolder
from cyclebook.model.goal import GoalKind
from cyclebook.model.measure import Measure, MeasureKind
from cyclebook.model.network import Library
from cyclebook.model.networks import every_driver
from cyclebook.model.storyboard import StoryboardFile


@dataclass(frozen=True, slots=True)
class Ground:
    """Names by which articles refer to team files; those of files that cannot be read are known too.

    `sources` and `drivers` are None where the network's file cannot be read.
    """

    teams: frozenset[str]
    cohorts: frozenset[str]
    storyboards: Mapping[str, StoryboardFile]
    folders: Mapping[str, CohortFolder]
    sources: frozenset[str] | None
    drivers: frozenset[str] | None


def _drivers(library: Library) -> frozenset[str] | None:
    """Ids of the hub's drivers, and of those of the networks that cohorts describe."""
    if library.network is None:
        return None
    own = [library.network.drivers, *(folder.cohort.drivers for folder in library.cohorts)]
    return frozenset(driver.id for drivers in own for driver in every_driver(drivers))


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
        _drivers(library),
    )


FEWEST_MULTIPLES = 2


@dataclass(frozen=True, slots=True)
class Measures:
    """What the option `measure` of a figure may say: None where the file that knows cannot be read."""

    where: str
    known: Callable[[StoryboardFile | None, CohortFolder | None], list[str] | None]


@dataclass(frozen=True, slots=True)
class Needs:
    """What a figure is drawn from: which keys it uses, and what is missing for it, in words."""

    of: tuple[str, ...]
    """The keys of which one must be given: team, cohort."""
    missing: Callable[[ExhibitBlock, StoryboardFile | None, CohortFolder | None], str | None]
    measures: Measures | None = None


def _places(count: int) -> list[str]:
    return [str(number) for number in range(1, count + 1)]


_IDS = Measures(
    "measures of the storyboard",
    lambda file, _: [one.id for one in file.storyboard.measures] if file else None,
)
_OTHER_RESULTS = Measures(
    "places in other_results of the storyboard",
    lambda file, _: _places(len(file.storyboard.other_results)) if file else None,
)
_COMPARISONS = Measures(
    "places in comparisons of the cohort",
    lambda _, folder: _places(len(folder.cohort.comparisons)) if folder else None,
)
_DISTRIBUTIONS = Measures(
    "places in distributions of the cohort",
    lambda _, folder: _places(len(folder.cohort.distributions)) if folder else None,
)


def _numbers(file: StoryboardFile, measure: Measure) -> list[Amount]:
    return [value for row in file.weeks if isinstance(value := row.values.get(measure.id), Amount)]


def _counted(file: StoryboardFile) -> list[Measure]:
    return [one for one in file.storyboard.measures if _numbers(file, one)]


def _outcome(file: StoryboardFile) -> Measure | None:
    """The measure that stands for the storyboard: the first counted outcome, else the first counted one."""
    counted = _counted(file)
    return next((one for one in counted if one.kind is MeasureKind.OUTCOME), counted[0] if counted else None)


def _has_pace(measure: Measure) -> bool:
    return measure.cumulative and bool(measure.targets)


def _is_share(file: StoryboardFile, measure: Measure | None) -> bool:
    """True where the weekly numbers are parts of a group, or percents."""
    if measure is None:
        return False
    parts = any(amount.of or amount.percent for amount in _numbers(file, measure))
    return bool(measure.of) or measure.unit in ("%", "percent") or parts


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


def _measures(_: ExhibitBlock, file: StoryboardFile | None, __: CohortFolder | None) -> str | None:
    if file is None:
        return None
    outcome = _outcome(file)
    beside = any(one is not outcome and not _has_pace(one) for one in _counted(file))
    return None if beside else "the storyboard counts no measure beside its outcome"


def _pace(block: ExhibitBlock, file: StoryboardFile | None, _: CohortFolder | None) -> str | None:
    if file is None:
        return None
    paced = any(_has_pace(one) for one in _counted(file) if block.measure in (None, one.id))
    return None if paced else "a pace needs a measure that is cumulative, with targets and weekly numbers"


def _multiples(_: ExhibitBlock, __: StoryboardFile | None, folder: CohortFolder | None) -> str | None:
    if folder is None or folder.broken:
        return None
    shares = sum(_is_share(file, _outcome(file)) for file in folder.storyboards)
    few = "fewer than two storyboards of the cohort count parts of a group each week"
    return None if shares >= FEWEST_MULTIPLES else few


def _comparison(block: ExhibitBlock, _: StoryboardFile | None, folder: CohortFolder | None) -> str | None:
    if folder is None:
        return None
    if not folder.cohort.comparisons:
        return "the cohort's file has no comparisons"
    one = folder.cohort.comparisons[int(block.measure or 1) - 1]
    return None if any(group.result for group in one.groups) else "no group of this comparison has a result"


def _distribution(block: ExhibitBlock, _: StoryboardFile | None, folder: CohortFolder | None) -> str | None:
    if folder is None:
        return None
    if not folder.cohort.distributions:
        return "the cohort's file has no distributions"
    one = folder.cohort.distributions[int(block.measure or 1) - 1]
    shares = any(share for group in one.groups for share in group.shares)
    return None if shares else "no group of this distribution has a share"


NEEDS: dict[FigureKind, Needs] = {
    FigureKind.RUN_CHART: Needs(("team",), _run_chart, _IDS),
    FigureKind.DOTS: Needs(("team",), _dots),
    FigureKind.BEFORE_AFTER: Needs(("team",), _before_after, _OTHER_RESULTS),
    FigureKind.DUMBBELL: Needs(("cohort", "team"), _dumbbell),
    FigureKind.MEASURES: Needs(("team",), _measures),
    FigureKind.PACE: Needs(("team",), _pace, _IDS),
    FigureKind.FISHBONE: Needs(("team",), _fishbone),
    FigureKind.TIMELINE: Needs(("cohort",), _timeline),
    FigureKind.MULTIPLES: Needs(("cohort",), _multiples),
    FigureKind.COMPARISON: Needs(("cohort",), _comparison, _COMPARISONS),
    FigureKind.DISTRIBUTION: Needs(("cohort",), _distribution, _DISTRIBUTIONS),
}
"""Every figure that an exhibit can show. `pages.article_figures` draws them."""
