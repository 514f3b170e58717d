"""Small file trees for tests: cases as files, and the network and cohort that most of them share."""

import re
from dataclasses import dataclass
from pathlib import Path

from cyclebook.building import as_text, check, count_line
from small_pictures import picture

CASES = Path(__file__).parent / "cases"

NETWORK = """\
---
title: Riverside Improvement Network
districts:
  - {id: riverside, name: Riverside Unified}
priorities:
  - {id: attendance, name: Every day counts}
drivers:
  - {id: mornings, name: Mornings work, drivers: [{id: morning-routines, name: Morning routines}]}
privacy:
  policy: open
  approved: {by: Data steward, because: the teams are invented}
---
"""
COHORT = """\
---
title: Spring 2026
start: 2026-02-02
weeks: 10
---
"""
FOUND_EVERYWHERE = {"teams/network.md": NETWORK, "teams/2026-spring/cohort.md": COHORT}

GOOD_STORYBOARD = """\
---
title: On time for breakfast
goal:
  kind: count
  measure: children in class by the bell
  target: 40
  of: 52
  better: higher
---
"""

_SECTION = re.compile(r"^=== (?P<name>[^\[\n]+?)(?: \[(?P<how>[^\]\n]*)\])?\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """A file tree and the report that a person gets for it."""

    file: Path
    tree: dict[str, bytes | None]
    """File by path; None where a file that is found everywhere else is missing."""
    paths: tuple[str, ...]
    report: str
    roster: bytes | None = None


def cases() -> list[Case]:
    """All cases, by name."""
    return [read_case(file) for file in sorted(CASES.glob("*.txt"))]


def read_case(file: Path) -> Case:
    """Read one case file. Sections:

    `=== teams/2026-spring/a.md`   a file; `[crlf]`, `[bom]`, `[latin-1]`, `[escapes]` say how it is written,
                                   `[picture]` that it is a picture
    `=== teams/network.md [missing]`  a file that is found everywhere else and not here
    `=== check`                    paths to check, one a line, in place of `teams`
    `=== roster`                   a file of names outside of the tree
    `=== report`                   what `cyclebook check` prints
    """
    text = file.read_text(encoding="utf-8")
    found = list(_SECTION.finditer(text))
    ends = [*(section.start() for section in found[1:]), len(text)]
    tree: dict[str, bytes | None] = {}
    paths, report, roster = ("teams",), "", None
    for section, end in zip(found, ends, strict=True):
        content = text[section.end() : end]
        if section["name"] == "report":
            report = content
        elif section["name"] == "check":
            paths = tuple(content.split())
        elif section["name"] == "roster":
            roster = _written(content, (section["how"] or "").split())
        else:
            tree[section["name"]] = _written(content, (section["how"] or "").split())
    return Case(file, tree, paths, report, roster)


def _written(content: str, how: list[str]) -> bytes | None:
    if "missing" in how:
        return None
    if "picture" in how:
        return picture()
    if "escapes" in how:
        content = re.sub(r"\\(x..|u....)", lambda it: chr(int(it[1][1:], 16)), content)
    if "crlf" in how:
        content = content.replace("\n", "\r\n")
    encoding = "latin-1" if "latin-1" in how else "utf-8-sig" if "bom" in how else "utf-8"
    return content.encode(encoding)


def write_tree(folder: Path, tree: dict[str, str] | dict[str, bytes | None]) -> None:
    """Write a tree below `folder`, with the network and the cohort that a case does not bring itself."""
    for name, content in {**FOUND_EVERYWHERE, **tree}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)


def told(paths: tuple[str, ...], roster: Path | None = None) -> str:
    """The report on `paths`, as `cyclebook check` prints it in a terminal without colour."""
    checked = check((Path(path) for path in paths), roster)
    text = as_text(checked.problems, quoting=True)
    last = count_line(checked.problems, checked.cohorts, checked.storyboards)
    return f"{text}\n\n{last}\n" if text else f"{last}\n"
