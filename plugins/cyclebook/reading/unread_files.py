"""Files in a network's folders that nothing reads: most have the wrong ending, and someone waits for a page.

A file that vanishes without a word is the worst of all mistakes, so each is named.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from cyclebook.model.file_kinds import (
    DOCUMENTS,
    MARKDOWN,
    NO_PICTURES,
    OTHER_MARKDOWN,
    PICTURES,
    PLAIN_TEXT,
    SPREADSHEETS,
    TABLES,
    ending,
    left_by_a_program,
)
from cyclebook.model.problem import Place, Problem, printable
from cyclebook.reading.regular_files import entries, is_file, linked

_TEXT = (*MARKDOWN, *OTHER_MARKDOWN, *PLAIN_TEXT)
_PHOTOS = (*PICTURES, *NO_PICTURES)
_ABOUT_THE_FOLDER = "readme.md"


def unread_in_network(
    root: Path, shown: PurePosixPath, network_file: str, tables: set[str]
) -> Iterator[Problem]:
    """Files beside the network's own but `tables`. Without that file, only one that was meant to be it."""
    stem = PurePosixPath(network_file).stem
    for file in _files(root):
        meant = _stem(file) == stem and ending(file) in (*_TEXT, *DOCUMENTS)
        if file.name == network_file or file.name in tables:
            continue
        if meant:
            yield _unread(file, shown / file.name)
        elif (root / network_file).exists():
            hint = "Move it into the folder of its cohort." if file.suffix in (*MARKDOWN, *TABLES) else None
            yield _unread(file, shown / file.name, hint)


def unread_in_cohort(
    folder: Path, shown: PurePosixPath, teams: set[str], tables: set[str] | None
) -> Iterator[Problem]:
    """Files that are neither Markdown nor one of `tables`, nor a photo in the folder of one of `teams`.

    `tables` is None where it cannot be known which CSV files are read: then none is named. Nor is
    one beside a storyboard with a wrong ending: once that is renamed, it is read.
    """
    meant = {_stem(file) for file in _files(folder) if _meant_as_storyboard(file)} - teams
    waiting = {f"{stem}.csv" for stem in meant}
    for file in _files(folder):
        table = file.suffix == ".csv" and (tables is None or file.name in tables | waiting)
        if file.suffix != ".md" and not table:
            yield _unread(file, shown / file.name)
    listed = entries(folder, shown)
    for inner in listed if isinstance(listed, list) else ():
        if inner.is_dir() and not inner.name.startswith(".") and inner.suffix != ".md":
            if inner.is_symlink():
                yield linked(shown / inner.name, "folder")
                continue
            for file in _files(inner):
                if file.is_symlink():
                    yield linked(shown / inner.name / file.name)
                    continue
                if inner.name not in teams or ending(file) not in _PHOTOS:
                    hint = f"Move it up, into the folder {folder.name}, or out of the network's folder."
                    yield _unread(file, shown / inner.name / file.name, hint)


def _files(folder: Path) -> Iterator[Path]:
    """The files that a person put there: none that is hidden or that a system or an open program made."""
    listed = entries(folder, PurePosixPath(folder.name))
    for file in listed if isinstance(listed, list) else ():
        put_there = not left_by_a_program(file.name) and file.name.lower() != _ABOUT_THE_FOLDER
        if put_there and is_file(file):
            yield file


def _unread(file: Path, shown: PurePosixPath, hint: str | None = None) -> Problem:
    told = hint or _how_to(file)
    return Problem("file-not-read", Place(shown), "This file is not read, so nothing in it is shown.", told)


def _meant_as_storyboard(file: Path) -> bool:
    """Whether the advice on a file is to make a storyboard of it: "a.md.txt", "a.docx"."""
    return file.suffix != ".md" and ending(file) in (*_TEXT, *DOCUMENTS) and not _table_as_text(file)


def _table_as_text(file: Path) -> bool:
    return file.name.lower().endswith(".csv.txt")


def _stem(file: Path) -> str:
    """The name without its endings: "a.md.txt" to "a"."""
    return file.name.split(".")[0]


def _how_to(file: Path) -> str:
    stem, kind = printable(_stem(file)), ending(file)
    if kind in TABLES or _table_as_text(file):
        if file.suffix == ".csv":
            return "Give it the name of its storyboard, or name it there, for example weeks: NAME.csv"
        return f"Rename it to {stem}.csv"
    if kind in _TEXT:
        return f"Rename it to {stem}.md"
    if kind in DOCUMENTS:
        return f"Copy its text into a plain-text file, save that as {stem}.md, and move this one elsewhere."
    if kind in SPREADSHEETS:
        return (
            f"Open it, choose File, Save as, CSV UTF-8, save it as {stem}.csv, and move this one elsewhere."
        )
    if kind in _PHOTOS:
        return "Put photos into a folder with the name of their storyboard."
    return "Move it to another folder, or delete it."
