"""Finds every problem in the files that a person names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cyclebook.model.cohort import CohortFolder
from cyclebook.model.problem import Place, Problem
from cyclebook.reading import read_library
from cyclebook.reading.library import COHORT_FILE, NETWORK_FILE


@dataclass(frozen=True, slots=True)
class Checked:
    """All problems, by place, and how many cohorts and storyboards were read.

    `cohorts` is None where only single files were named.
    """

    problems: tuple[Problem, ...]
    cohorts: int | None
    storyboards: int


def check(paths: Iterable[Path]) -> Checked:
    """Problems in `paths` (folders or files), each read together with the network it belongs to.

    A path that does not exist, or lies in no network, is itself a problem.
    """
    wanted: dict[Path, list[Path]] = {}
    problems: set[Problem] = set()
    asked = list(paths)
    cohorts, storyboards = 0, set[PurePosixPath]()
    for path in asked:
        root = _network_folder(path) if path.exists() else None
        if root is None:
            problems.add(_outside(path))
        else:
            wanted.setdefault(root, []).append(path)
    for root, named in wanted.items():
        library = read_library(root)
        problems.update(problem for problem in library.problems if _concerns(problem.place.path, named))
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


def _network_folder(path: Path) -> Path | None:
    """The nearest folder, at or above `path`, that has a network file; else `path` if it is a folder."""
    for folder in (path, *path.parents, *path.absolute().parents):
        if (folder / NETWORK_FILE).is_file():
            return folder
    return path if path.is_dir() else None


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
