"""Problems as a person or a program reads them."""

import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path, PurePosixPath

from cyclebook.model.problem import Problem, Severity
from cyclebook.reading.plain_text import MAX_CSV
from cyclebook.reading.regular_files import read_file

Paint = Callable[[str, str], str]
"""Colours a text: (text, colour name) to text."""

Lines = Callable[[PurePosixPath], list[str]]
"""The lines of a file."""


def plain(text: str, _colour: str) -> str:
    """No colour."""
    return text


def as_text(problems: Iterable[Problem], *, quoting: bool, paint: Paint = plain) -> str:
    """One paragraph a problem: place, code, what is wrong, the line with a mark under it, how to mend it.

    With `quoting` False (public logs) neither the line nor the author's words are shown.
    """
    lines = cache(_lines)
    return "\n\n".join(_paragraph(problem, lines if quoting else None, paint) for problem in problems)


def _lines(path: PurePosixPath) -> list[str]:
    """A file's lines, ended as the reader ends them; none where the file cannot be shown."""
    content = read_file(Path(path), path, MAX_CSV)
    if isinstance(content, Problem):
        return []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return []
    return text.replace("\r\n", "\n").split("\n")


def _paragraph(problem: Problem, lines: Lines | None, paint: Paint) -> str:
    quoting = lines is not None
    colour = "red" if problem.severity is Severity.ERROR else "yellow"
    where = f"{problem.veiled(problem.field)}: " if problem.field and quoting else ""
    head = (
        f"{paint(_place(problem), 'bold')}  {paint(problem.severity.value, colour)} {problem.code}  "
        f"{where}{problem.sentence(quoting=quoting)}"
    )
    shown = [head]
    if lines is not None:
        shown.extend(_marked_line(problem, lines(problem.place.path), paint, colour))
    shown.append(f"   {problem.advice(quoting=quoting)}")
    return "\n".join(shown)


def _place(problem: Problem) -> str:
    """The place as shown: names of files can hold personal data too."""
    return problem.veiled(str(problem.place))


def _marked_line(problem: Problem, lines: list[str], paint: Paint, colour: str) -> list[str]:
    """The line and a mark of that colour under the place; nothing where there is no such line."""
    if not 0 < problem.place.line <= len(lines):
        return []
    raw = problem.veiled(lines[problem.place.line - 1])
    line = raw.rstrip()
    column = problem.place.column
    if not line or column > len(line) + 1:
        return []
    start = max(0, column - 60)
    window = "".join(map(_visible, line[start : start + 100]))
    number = f"{problem.place.line:>6}"
    mark = "^" * max(1, min(problem.place.length, start + 100 - column + 1, len(line) - column + 1))
    lead = "…" if start else ""
    return [
        paint(f"{number} | {lead}{window}", "dim"),
        f"{' ' * 6} | {' ' * (column - 1 - start + len(lead))}{paint(mark, colour)}",
    ]


def _visible(one: str) -> str:
    """A character that takes one column; an arrow for a tab, which would hide what a mark stands under."""
    if one == "\t":
        return "→"
    return one if one.isprintable() else " " if one.isspace() else "�"


def as_json(problems: Iterable[Problem]) -> str:
    """A list of {code, severity, path, line, column, message, hint}; never the author's words."""
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "path": problem.veiled(problem.place.file),
            "line": problem.place.line,
            "column": problem.place.column,
            "message": problem.sentence(quoting=False),
            "hint": problem.advice(quoting=False),
        }
        for problem in problems
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False)


def as_lines(problems: Iterable[Problem], *, quoting: bool) -> str:
    """One line a problem: place, severity, code, what is wrong and how to mend it."""
    return "\n".join(
        f"{_place(problem)}  {problem.severity.value} {problem.code}  "
        f"{problem.sentence(quoting=quoting)} {problem.advice(quoting=quoting)}"
        for problem in problems
    )


def as_github(problems: Iterable[Problem]) -> str:
    """One workflow command a problem, which GitHub shows beside the line; never the author's words."""
    return "\n".join(
        f"::{problem.severity.value} file={_property(problem.veiled(problem.place.file))},"
        f"line={problem.place.line},"
        f"col={problem.place.column},title={_property(problem.code)}"
        f"::{_data(f'{problem.sentence(quoting=False)} {problem.advice(quoting=False)}')}"
        for problem in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def count_line(problems: Iterable[Problem], cohorts: int | None = None, storyboards: int = 0) -> str:
    """How many, in a sentence: "2 errors, 1 warning in 2 files.", or "No errors, 1 warning in 1 file.".

    Without problems it says what was read: "No problems found in 1 cohort and 3 storyboards."
    """
    found = list(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    files = len({problem.place.path for problem in found})
    parts = [_many(errors, "error") or "No errors", _many(len(found) - errors, "warning")]
    told = ", ".join(part for part in parts if part) if found else ""
    return f"{told} in {_many(files, 'file')}." if told else _all_well(cohorts, storyboards)


def _all_well(cohorts: int | None, storyboards: int) -> str:
    if not cohorts and not storyboards:
        return "No problems found."
    told = _many(storyboards, "storyboard") or "no storyboard"
    if cohorts is not None:
        told = f"{_many(cohorts, 'cohort') or 'no cohort'} and {told}"
    return f"No problems found in {told}."


def _many(count: int, word: str) -> str:
    return "" if count == 0 else f"{count} {word}{'' if count == 1 else 's'}"
