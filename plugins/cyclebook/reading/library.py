"""Walks a `teams` folder: network, cohorts, storyboards and their weekly rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from cyclebook.model.cohort import Cohort, CohortFolder
from cyclebook.model.network import Library, Network
from cyclebook.model.networks import OtherNetwork, driver_homes, other_networks
from cyclebook.model.problem import Problem
from cyclebook.model.schools import SchoolFigures
from cyclebook.model.source import ReportedFigure
from cyclebook.reading.agreement import (
    check_cohort_agreement,
    check_network_agreement,
)
from cyclebook.reading.cohort_checks import check_cohort
from cyclebook.reading.file_names import COHORT_FILE, NETWORK_FILE, bad_name
from cyclebook.reading.files_beside import csv_beside
from cyclebook.reading.front_matter import FrontMatter, body_sections
from cyclebook.reading.ideas import IdeaTitles, check_idea_drivers, check_ideas
from cyclebook.reading.ids import Known, known_ids, unknown_id
from cyclebook.reading.markdown_limits import check_markdown
from cyclebook.reading.network_checks import addresses_twice, check_network, check_other_network
from cyclebook.reading.opened_files import has_error, open_front_matter, validated
from cyclebook.reading.page_links import TeamPages, dead_page_links
from cyclebook.reading.places import Places
from cyclebook.reading.privacy_checks import check_privacy, unknown_measures
from cyclebook.reading.regular_files import entries, linked
from cyclebook.reading.schools_csv import read_schools
from cyclebook.reading.storyboards import read_storyboard
from cyclebook.reading.unread_files import unread_in_cohort, unread_in_network
from cyclebook.reading.weekly_rows import table_of


def read_library(root: Path, shown: PurePosixPath | None = None) -> Library:
    """Read every file below `root`. Problems name paths below `shown` (by default `root` as given)."""
    shown = shown or PurePosixPath(root.as_posix())
    problems: list[Problem] = []
    ideas = IdeaTitles()
    network, schools, places = _read_network(root / NETWORK_FILE, shown / NETWORK_FILE, problems, ideas)
    written = network
    if has_error(problems):
        network = None
    table = {written.schools} if written and written.schools else set()
    problems.extend(unread_in_network(root, shown, NETWORK_FILE, table))
    whole = (root / NETWORK_FILE).exists()
    opened = [
        one
        for path in _listed(root, shown, problems)
        if path.is_dir() and not path.name.startswith(".")
        for one in _open_cohort(path, shown / path.name, problems, whole=whole)
    ]
    others = other_networks((one.folder.name, one.cohort) for one in opened if one.cohort is not None)
    if written is not None:
        slugs = frozenset(one.slug for one in others.values())
        problems.extend(addresses_twice(written, places, slugs))
    every = all(one.cohort is not None for one in opened)
    if written is not None and every:
        homes = driver_homes(written, others.values())
        problems.extend(check_idea_drivers(written.ideas, places, homes))
    pages = TeamPages({one.folder.name: frozenset(file.stem for file in one.files) for one in opened})
    cohorts = [
        folder
        for one in opened
        for folder in _read_cohort(one, network, others, problems, ideas, pages, whole=whole, every=every)
    ]
    problems.extend(ideas.near_ones())
    if written is not None and every and not any(one.broken for one in cohorts):
        storyboards = [file for one in cohorts for file in one.storyboards]
        problems.extend(unknown_measures(written.privacy.measures, places, storyboards))
    ordered = tuple(sorted(set(problems), key=lambda problem: problem.order))
    return Library(shown, network, tuple(cohorts), ordered, schools)


def _listed(folder: Path, shown: PurePosixPath, problems: list[Problem]) -> list[Path]:
    """What lies in a folder, unless that is too much."""
    found = entries(folder, shown)
    if isinstance(found, Problem):
        problems.append(found)
        return []
    return found


def _read_network(
    path: Path, shown: PurePosixPath, problems: list[Problem], ideas: IdeaTitles
) -> tuple[Network | None, SchoolFigures | None, Places]:
    hint = "Write it beside the cohort folders, with title and privacy."
    read = validated(Network, open_front_matter(path, shown, hint), problems)
    if read is None or read.value is None:
        return None, None, Places(shown)
    network = read.value
    problems.extend(check_privacy(network.privacy, read.places, of_cohort=False))
    known = known_ids(network, Cohort(title="-"))
    problems.extend(_reported_from(network.reported, known, read.places))
    problems.extend(check_network_agreement(network, read.places))
    problems.extend(check_ideas(network.ideas, read.places))
    ideas.declare(network.ideas, read.places)
    problems.extend(check_network(network, read.places, known.sources or frozenset()))
    return network, _read_schools(network, path, shown, read.places, problems), read.places


def _read_schools(
    block: Network | Cohort, file: Path, shown: PurePosixPath, places: Places, problems: list[Problem]
) -> SchoolFigures | None:
    """The schools of the CSV file that `schools` names."""
    if block.schools is None:
        return None
    found = csv_beside(
        block.schools,
        file,
        shown,
        places.of_value(("schools",)),
        "schools",
        example="schools.csv",
        save="Save the schools as schools.csv.",
    )
    if isinstance(found, Problem):
        problems.append(found)
        return None
    schools, own = read_schools(found, shown.parent / block.schools)
    problems.extend(own)
    return schools


def _reported_from(reported: list[ReportedFigure], known: Known, places: Places) -> Iterator[Problem]:
    for index, figure in enumerate(reported):
        if known.sources is not None and figure.source not in known.sources:
            yield unknown_id(
                figure.source, ("reported", index, "source"), sorted(known.sources), "sources", places
            )


@dataclass(frozen=True, slots=True)
class _Opened:
    """A cohort's folder with its storyboard files; `cohort` is None where its own file cannot be read."""

    folder: Path
    shown: PurePosixPath
    files: tuple[Path, ...]
    front: FrontMatter
    cohort: Cohort | None
    places: Places
    problems: tuple[Problem, ...]


def _open_cohort(
    folder: Path, shown: PurePosixPath, problems: list[Problem], *, whole: bool
) -> Iterator[_Opened]:
    """A folder that is a cohort's."""
    if folder.is_symlink():
        problems.append(linked(shown, "folder"))
        return
    own: list[Problem] = [*bad_name(folder.name, shown)]
    found = _listed(folder, shown, own)
    files = [one for one in found if one.suffix == ".md" and one.name not in (COHORT_FILE, "README.md")]
    if not files and not (folder / COHORT_FILE).exists():
        if whole:
            problems.extend(unread_in_cohort(folder, shown, set(), set()))
        return
    front = open_front_matter(
        folder / COHORT_FILE, shown / COHORT_FILE, "Each cohort folder needs one, with title."
    )
    own.extend(check_markdown(front.body, front.body_line, shown / COHORT_FILE))
    read = validated(Cohort, front, own)
    places = read.places if read else Places(shown / COHORT_FILE)
    yield _Opened(folder, shown, tuple(files), front, read.value if read else None, places, tuple(own))


def _read_cohort(
    opened: _Opened,
    network: Network | None,
    others: Mapping[str, OtherNetwork],
    problems: list[Problem],
    ideas: IdeaTitles,
    pages: TeamPages,
    *,
    whole: bool,
    every: bool,
) -> Iterator[CohortFolder]:
    """The cohort with its storyboards. `every` is False where some cohort's own file cannot be read."""
    folder, shown, cohort = opened.folder, opened.shown, opened.cohort
    own = list(opened.problems)
    front = opened.front
    own.extend(
        dead_page_links(front.body, front.body_line, shown / COHORT_FILE, ("cohorts", folder.name), pages)
    )
    other = others.get(cohort.network or "") if cohort else None
    known = known_ids(network, None if has_error(own) else cohort, other)
    if cohort is not None and cohort.network and other is None and not every:
        known = replace(known, districts=None, drivers=None)
    schools = None
    if cohort is not None:
        own.extend(_reported_from(cohort.reported, known, opened.places))
        if cohort.privacy is not None:
            own.extend(check_privacy(cohort.privacy, opened.places, of_cohort=True))
        own.extend(check_cohort(cohort, opened.places, known))
        found = check_other_network(folder.name, cohort, opened.places, network, other, known.sources)
        own.extend(found)
        schools = _read_schools(cohort, folder / COHORT_FILE, shown / COHORT_FILE, opened.places, own)
    storyboards, broken = [], []
    tables: set[str] | None = {cohort.schools} if cohort and cohort.schools else set()
    for file in opened.files:
        found_here: list[Problem] = [*bad_name(file.stem, shown / file.name)]
        storyboard = read_storyboard(file, shown / file.name, cohort, known, found_here, ideas, pages)
        problems.extend(found_here)
        table = table_of(storyboard, file)
        tables = None if table is None or tables is None else tables | {table}
        if storyboard is None or has_error(found_here):
            broken.append(file.stem)
        else:
            storyboards.append(storyboard)
    if cohort is not None:
        own.extend(check_cohort_agreement(cohort, opened.places, folder.name, storyboards, len(opened.files)))
        if cohort.privacy is not None and not broken:
            own.extend(unknown_measures(cohort.privacy.measures, opened.places, storyboards))
    if whole:
        problems.extend(unread_in_cohort(folder, shown, {file.stem for file in opened.files}, tables))
    problems.extend(own)
    if cohort is not None and not has_error(own):
        body = body_sections(opened.front.body, opened.front.body_line)
        yield CohortFolder(shown, folder.name, cohort, tuple(storyboards), tuple(broken), body, schools)
