"""Finds every problem in the files that a person names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cyclebook.building.ledger import LEDGER, ledger_problems
from cyclebook.building.markdown_trial import Trial
from cyclebook.model.cohort import CohortFolder
from cyclebook.model.problem import Place, Problem
from cyclebook.reading import read_articles, read_convenings, read_hub_pages, read_library
from cyclebook.reading.content_files import ARTICLE_FOLDERS
from cyclebook.reading.file_names import COHORT_FILE, NETWORK_FILE
from cyclebook.reading.personal import look_for_personal_data

TEAMS, CONTENT = "teams", "content"

ALWAYS_TOLD = ("bad-ledger", "roster-unread")
"""Problems of the whole run, whatever files were named: without the roster nothing was compared, and
without the ledger nothing is published."""


@dataclass(frozen=True, slots=True)
class _Project:
    """The folder of team files, and that of the hub's pages beside it."""

    teams: Path
    content: Path


@dataclass(frozen=True, slots=True)
class Checked:
    """All problems, by place, and how many cohorts and storyboards were read.

    `cohorts` is None where only single files were named.
    """

    problems: tuple[Problem, ...]
    cohorts: int | None
    storyboards: int


def check(paths: Iterable[Path] = (), roster: Path | None = None) -> Checked:
    """Problems in `paths` (folders or files), each read together with the network it belongs to.

    Without any, the usual ones. A path that does not exist, or lies in no network, is itself a problem.
    `roster` is a file of names that must stand in none of them; one that cannot be used is a problem too.
    """
    wanted: dict[_Project, list[Path]] = {}
    problems: set[Problem] = set()
    named_by_hand = list(paths)
    asked = named_by_hand or list(usual_paths())
    cohorts, storyboards = 0, set[PurePosixPath]()
    for path in asked:
        project = _project(path) if path.exists() else None
        if project is None:
            problems.add(_outside(path) if named_by_hand else _elsewhere(path))
        else:
            wanted.setdefault(project, []).append(path)
    for project, named in wanted.items():
        shown = PurePosixPath(project.content.as_posix())
        with Trial() as trial:
            library = trial.library(read_library(project.teams), project.teams)
            articles = read_articles(project.content, shown, project.teams, library)
            shelf = trial.shelf(articles, project.content)
            convenings = read_convenings(project.content, shown, project.teams, library)
            meetings = trial.convenings(convenings, project.content)
        hub = read_hub_pages(project.content, shown, project.teams, library)
        folders = ((project.teams, PurePosixPath(project.teams.as_posix())), (project.content, shown))
        personal = look_for_personal_data(folders, NETWORK_FILE, roster)
        ledger = project.teams.parent / LEDGER
        noted = ledger_problems(ledger, PurePosixPath(ledger.as_posix()))
        written = (*library.problems, *shelf.problems, *meetings.problems, *hub.problems)
        every = (*written, *personal.problems, *noted)
        problems.update(
            personal.veiled(problem)
            for problem in every
            if _concerns(problem.place.path, named) or problem.code in ALWAYS_TOLD
        )
        cohorts += sum(_concerns(cohort.path / COHORT_FILE, named) for cohort in library.cohorts)
        storyboards.update(
            file for cohort in library.cohorts for file in _files(cohort) if _concerns(file, named)
        )
    return Checked(
        tuple(sorted(problems, key=lambda problem: problem.order)),
        cohorts if any(path.is_dir() for path in asked) else None,
        len(storyboards),
    )


def _files(cohort: CohortFolder) -> Iterator[PurePosixPath]:
    yield from (storyboard.path for storyboard in cohort.storyboards)
    yield from (cohort.path / f"{slug}.md" for slug in cohort.broken)


def usual_paths() -> tuple[Path, ...]:
    """What is checked where nobody names a path: the team files, and the hub's pages where there are any."""
    return (Path(TEAMS), *([Path(CONTENT)] if Path(CONTENT).is_dir() else []))


def _project(path: Path) -> _Project | None:
    """The project of a path among team files or pages; a folder without a network stands for itself."""
    for folder in (path, *path.parents, *path.absolute().parents):
        if (folder / NETWORK_FILE).is_file():
            return _Project(folder, folder.parent / CONTENT)
    for content in _content_folders(path):
        teams = content.parent / TEAMS
        if (teams / NETWORK_FILE).is_file():
            return _Project(teams, content)
    return _Project(path, path.parent / CONTENT) if path.is_dir() else None


def _content_folders(path: Path) -> Iterator[Path]:
    """Folders that may hold the hub's pages: by name, above case-studies and the like, the project's own."""
    if path.is_dir():
        yield from (path, path / CONTENT)
    for folder in (path, *path.parents, *path.absolute().parents):
        if folder.name == CONTENT:
            yield folder
        if folder.name in ARTICLE_FOLDERS:
            yield folder.parent


def _concerns(file: PurePosixPath, named: list[Path]) -> bool:
    place = Path(file).absolute()
    return any(
        place.is_relative_to(path.absolute())
        or (path.suffix == ".md" and place == path.absolute().with_suffix(".csv"))
        for path in named
    )


def _outside(path: Path) -> Problem:
    missing = not path.exists()
    return Problem(
        "missing-file",
        Place(PurePosixPath(path.as_posix())),
        "There is no such file or folder." if missing else "This file belongs to no network.",
        "Check the path." if missing else f"Put it in a cohort folder beside a {NETWORK_FILE}.",
    )


def _elsewhere(path: Path) -> Problem:
    """The command was run in a folder that holds no team files."""
    return Problem(
        "missing-file",
        Place(PurePosixPath(path.as_posix())),
        f"There is no folder {path.name} here.",
        f"Go to the folder that holds {CONTENT} and {TEAMS} (cd ..), or name the files.",
    )
