"""Golden messages: each file in `cases` holds a file tree and the report that a person gets for it.

After a change of wording, run with `REGOLD=1` in the environment, and read what changed.
"""

import ast
import os
import re
from pathlib import Path

import pytest
from trees import CASES, Case, cases, read_case, told, write_tree

import cyclebook

ROOMS = [Path(cyclebook.__file__).parent / room for room in ("model", "reading", "building")]
"""Where problems of a check are found; those of a release beside its ledger have tests of their own."""
HEAD = re.compile(r"^\S+?:[0-9]+:[0-9]+  (?:error|warning) ([a-z0-9-]+)  ", re.MULTILINE)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.file.stem)
def test_report(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report on a file tree is, to the letter, the one in its case file."""
    project, roster = tmp_path / "project", tmp_path / "roster.txt"
    write_tree(project, case.tree)
    if case.roster is not None:
        roster.write_bytes(case.roster)
    monkeypatch.chdir(project)

    report = told(case.paths, None if case.roster is None else roster)

    if os.environ.get("REGOLD"):
        given = case.file.read_text(encoding="utf-8").partition("=== report\n")[0]
        case.file.write_text(f"{given}=== report\n{report}", encoding="utf-8")
        pytest.skip("report written anew")
    assert case.report == report


def _codes(source: str) -> set[str]:
    """First arguments of `Problem(…)` and `misread(…)`."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args]
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in ("Problem", "misread")
        and isinstance(call.args[0], ast.Constant)
    }


def test_every_code_has_a_case() -> None:
    """Each problem code that the program can print stands in the report of some case, and no other does."""
    files = [file for room in ROOMS for file in room.rglob("*.py") if file.name != "judgement.py"]
    in_code = set().union(*(_codes(file.read_text(encoding="utf-8")) for file in files))
    in_cases = {code for case in cases() for code in HEAD.findall(case.report)}

    assert sorted(in_code) == sorted(in_cases)


def test_codes_are_found_in_source() -> None:
    """A new code cannot hide from the test above: both ways of writing one are seen."""
    source = 'Problem("one", place)\nmisread(\n    "two", "…")\nother("three")\nProblem(kind, place)\n'

    assert {"one", "two"} == _codes(source)


@pytest.mark.parametrize("name", ["ten-mistakes-weeks-inline", "ten-mistakes-weeks-in-csv"])
def test_ten_mistakes_in_one_run(name: str) -> None:
    """Ten different mistakes in one team's files are all named in one report, wherever the weeks stand."""
    found = HEAD.findall(read_case(CASES / f"{name}.txt").report)

    assert sorted(found) == [
        "above-group",
        "bad-colon",
        "bad-date",
        "bad-fraction",
        "duplicate-key",
        "missing-file",
        "mixed-units",
        "open-fence",
        "unknown-key",
        "week-twice",
    ]
