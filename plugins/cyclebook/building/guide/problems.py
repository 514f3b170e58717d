"""Every problem that the program can print, explained; from `templates/guide/problems.toml`."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from cyclebook.pages.guide import Lines, ProblemEntry
from cyclebook.pages.templates import TEMPLATES
from cyclebook.reading.plain_text import is_unseen

STORYBOARD = "teams/2026-spring/marlow-creek.md"


@dataclass(frozen=True, slots=True)
class ProblemExample:
    """A problem as the table holds it; the table's first lines say what `how` and `times` mean."""

    code: str
    means: str
    mend: str
    wrong: str
    right: str
    file: str = STORYBOARD
    how: str = "keys"
    times: int = 1
    wrong_note: str | None = None
    right_note: str | None = None


@cache
def problem_examples() -> tuple[ProblemExample, ...]:
    """The table, in the order of its codes."""
    table = tomllib.loads((TEMPLATES / "guide" / "problems.toml").read_text("utf-8"))["problem"]
    return tuple(sorted((ProblemExample(**row) for row in table), key=lambda one: one.code))


def problem_entries() -> tuple[ProblemEntry, ...]:
    """The table as the guide shows it: what nobody could see is made visible."""
    return tuple(
        ProblemEntry(
            one.code,
            one.means,
            one.mend,
            Lines(_name(one), _visible(one.wrong), one.wrong_note),
            Lines(_name(one), _visible(one.right), one.right_note),
        )
        for one in problem_examples()
    )


def _name(one: ProblemExample) -> str:
    no_file = {"name": "the file’s name", "command": "in the terminal"}
    return no_file.get(one.how, PurePosixPath(one.file).name)


def _visible(text: str) -> str:
    shown = text.strip("\n").replace("\t", "→ ")
    return "".join(
        f"⟨{unicodedata.name(char, 'unseen character').lower()}⟩" if is_unseen(char) else char
        for char in shown
    )
