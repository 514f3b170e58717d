"""Tabs before the first word of a line, mended so that one tab makes one problem.

A tab does not say how far its line is indented, so the indents that the lines
around it suggest are tried.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

import yaml

from cyclebook.model.problem import Place, Problem
from cyclebook.reading.mending import Mending
from cyclebook.reading.yaml_mending import wrong_line

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BEFORE_WORDS = re.compile(r"[ \t]*(?:-[ \t]+)*")
_OF_THE_INDENT = ("bad-indent", "bad-yaml")


def mend_tab(
    error: yaml.MarkedYAMLError, lines: list[str], file: PurePosixPath, first_line: int
) -> Mending | None:
    """The line at which a parser gave up, indented with spaces; None where no tab begins it."""
    number = wrong_line(error, lines)
    before = _before_words(lines[number])
    if "\t" not in before:
        return None
    problem = Problem(
        "tab-indent",
        Place(file, number + first_line, before.index("\t") + 1),
        "A tab stands at the beginning of this line.",
        "Indent with spaces: two for each level.",
    )
    tries = [
        [*lines[:number], f"{indent}{lines[number][len(before) :]}", *lines[number + 1 :]]
        for indent in _indents(lines, number)
    ]
    mended = next((one for one in tries if _reads_past(one, number)), tries[0])
    return Mending(problem, mended, spaces=len(mended[number]) - len(lines[number]))


def told_by_tab(problem: Problem, earlier: Iterable[Problem]) -> bool:
    """Whether `problem` only says again what a tab in its line has done to the indent."""
    return problem.code in _OF_THE_INDENT and any(
        one.code == "tab-indent" and one.place.line == problem.place.line for one in earlier
    )


def _before_words(line: str) -> str:
    found = _BEFORE_WORDS.match(line)
    return found[0] if found else ""


def _indents(lines: list[str], number: int) -> Iterator[str]:
    """What may stand in place of the tabs, likeliest first: two spaces for each, then as the neighbours."""
    before = _before_words(lines[number])
    indent, hyphen, after = before.partition("-")
    rest = f"{hyphen}{after.expandtabs(1)}"
    yield indent.replace("\t", "  ") + rest
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    for line in (above, below):
        column = len(line) - len(line.lstrip()) if hyphen else len(_before_words(line))
        yield f"{' ' * column}{rest}"
    yield f"{' ' * (len(_before_words(above)) + 2)}{rest}"


def _reads_past(lines: list[str], number: int) -> bool:
    """Whether a parser gets past this line and the next, or stumbles there over another tab."""
    try:
        for _ in yaml.parse("\n".join(lines) + "\n", Loader=_Loader):
            pass
    except yaml.MarkedYAMLError as error:
        wrong = wrong_line(error, lines)
        next_one = next((one for one in range(number + 1, len(lines)) if lines[one].strip()), number)
        return wrong > next_one or (wrong == next_one and "\t" in _before_words(lines[wrong]))
    return True
