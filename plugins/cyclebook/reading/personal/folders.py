"""Walks the folders of a project, and searches every file in them: text, names of files, pictures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from cyclebook.model.file_kinds import MARKDOWN, NO_PICTURES, PICTURES, SEARCHED, ending
from cyclebook.model.people import is_adult
from cyclebook.model.problem import Place, Problem
from cyclebook.reading.front_matter import read_front_matter
from cyclebook.reading.personal.acknowledged import acknowledged
from cyclebook.reading.personal.names import names_in_file_name
from cyclebook.reading.personal.picture_facts import MAX_BYTES, fault_of, picture_words
from cyclebook.reading.personal.roster import Roster, read_roster
from cyclebook.reading.personal.text import Lint, problem_of, search_text, small_counts
from cyclebook.reading.regular_files import is_file, read_file

_COHORT_TEAM_FILE = 3
MAX_SEARCHED = 2_000_000


@dataclass(frozen=True, slots=True)
class Personal:
    """Problems, and the words that no report may show: they go into every problem's `veil`."""

    problems: tuple[Problem, ...] = ()
    hidden: tuple[str, ...] = ()
    tainted: frozenset[PurePosixPath] = frozenset()
    """Files with an error: nothing is made of them."""

    def veiled(self, problem: Problem) -> Problem:
        """The problem, which shows none of the hidden words."""
        return replace(problem, veil=self.hidden) if self.hidden else problem

    def of(self, folder: PurePosixPath) -> list[Problem]:
        """The problems of files in a folder."""
        return [one for one in self.problems if one.place.path.is_relative_to(folder)]


def look_for_personal_data(
    folders: tuple[tuple[Path, PurePosixPath], ...], network_file: str, roster: Path | None = None
) -> Personal:
    """Search all files of the folders, each given with its name in problems: first that of the teams.

    `network_file` is the name of the hub's own file there, which says what may stand in texts. The
    roster, if any, lies outside of the folder around them.
    """
    network = (folders[0][0] / network_file, folders[0][1] / network_file)
    files = [one for folder, shown in folders for one in _files(folder, shown)]
    texts = {shown: _text(path) for path, shown in files if ending(path) in SEARCHED}
    hub, sources = _front_matter(network), list[str]()
    for shown, text in texts.items():
        if ending(shown) in MARKDOWN and text is not None and "sources:" in text:
            data = read_front_matter(text.encode(), shown).data or {}
            sources.extend(_texts_of_sources(data.get("sources")))
    known = acknowledged(hub, sources, is_adult)
    read = read_roster(roster, network[0].resolve().parents[1], network[1]) if roster else None
    lint = Lint(known, read if isinstance(read, Roster) else None)
    problems: list[Problem] = [read] if isinstance(read, Problem) else []
    hidden = set[str]()
    for path, shown in files:
        problems.extend(_in_name(shown, lint, hidden))
        text = texts.get(shown)
        if text is not None:
            searched = search_text(text, shown, lint)
            problems.extend(searched.problems)
            hidden.update(searched.hidden)
            if ending(shown) in MARKDOWN and path.name != network[0].name and not _invented(text):
                problems.extend(small_counts(text, shown))
        if ending(path) in PICTURES:
            problems.extend(_in_picture(path, shown, lint))
        if _on_a_page(shown, network[1].parent):
            problems.extend(_faults(path, shown))
    veil = tuple(sorted(hidden, key=lambda words: (-len(words), words)))
    errors = frozenset(problem.place.path for problem in problems if problem.severity == "error")
    ordered = tuple(
        replace(one, veil=veil) for one in sorted(set(problems), key=lambda problem: problem.order)
    )
    return Personal(ordered, veil, errors)


def _files(folder: Path, shown: PurePosixPath) -> Iterator[tuple[Path, PurePosixPath]]:
    """All files but hidden ones and links, in order, with their names in problems."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        inner = path.relative_to(folder)
        if not path.is_symlink() and is_file(path) and not any(part.startswith(".") for part in inner.parts):
            yield path, shown / inner.as_posix()


def _text(path: Path) -> str | None:
    """The text of a file, whatever its encoding; what is larger than anything we read is not searched."""
    content = read_file(path, PurePosixPath(path.name), MAX_SEARCHED)
    if isinstance(content, Problem):
        return None
    return content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def _front_matter(network: tuple[Path, PurePosixPath]) -> dict[str, Any] | None:
    path, shown = network
    content = read_file(path, shown, MAX_SEARCHED)
    return read_front_matter(content, shown).data if isinstance(content, bytes) else None


def _texts_of_sources(written: object) -> Iterator[str]:
    for one in written if isinstance(written, list) else ():
        if isinstance(one, dict):
            yield from (text for key in ("text", "short") if isinstance(text := one.get(key), str))


def _invented(text: str) -> bool:
    """True for a file that says of itself that its data are invented: nobody can be recognized."""
    return "\nillustrative: true" in text


def _in_name(shown: PurePosixPath, lint: Lint, hidden: set[str]) -> Iterator[Problem]:
    name = shown.name
    free = lint.known.without_allowed(name)
    every = [*lint.found(name.replace("_", " ")), *names_in_file_name(free)]
    for one in [
        found for found in every if not lint.known.covers(found, name.replace("-", " ").replace("_", " "))
    ][:1]:
        hidden.add(name[one.start : one.end])
        yield replace(problem_of(one, Place(shown)), field="file name")


def _on_a_page(shown: PurePosixPath, teams: PurePosixPath) -> bool:
    """True for a file of the hub's own folder, and for one in the folder of a storyboard."""
    return not shown.is_relative_to(teams) or len(shown.relative_to(teams).parts) == _COHORT_TEAM_FILE


def _faults(path: Path, shown: PurePosixPath) -> Iterator[Problem]:
    """A file that is meant as a picture and that no page shows."""
    kind = ending(path)
    fault: str | None = f"is of the kind {kind}"
    if kind in PICTURES:
        content = read_file(path, shown, MAX_BYTES)
        fault = fault_of(content) if isinstance(content, bytes) else "is too large, or cannot be read"
    if fault is not None and kind in (*PICTURES, *NO_PICTURES):
        yield Problem(
            "bad-picture",
            Place(shown),
            f"This picture {fault}.",
            "Open it, and save it as JPEG (photos) or PNG (drawings), at most 1600 points wide. "
            "Sites take no SVG from authors, since it can hold a program.",
        )


def _in_picture(path: Path, shown: PurePosixPath, lint: Lint) -> Iterator[Problem]:
    for words in picture_words(path):
        for one in lint.found(words)[:1]:
            yield replace(
                problem_of(one, Place(shown)),
                hint="It stands in what the camera or a program wrote into the picture. Save the picture "
                "without its description, or take a screenshot of it.",
            )
            return
