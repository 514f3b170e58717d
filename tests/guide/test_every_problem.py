"""The guide's table of problems: every code that the program can print, each with examples that are true."""

import ast
import re
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

import cyclebook
from cyclebook.building import CompiledSite, check, compile_site, usual_paths
from cyclebook.building.guide.problems import STORYBOARD, ProblemExample, problem_entries, problem_examples
from cyclebook.building.ledger import LEDGER, append, judge, read_ledger
from cyclebook.hosts.command_line import build_command
from small_pictures import picture

NETWORK = """\
---
title: Riverside Improvement Network
districts: [{id: riverside, name: Riverside Unified}]
drivers: [{id: morning-routines, name: Morning routines}]
---
"""
APPROVED = "privacy: {policy: open, approved: {by: Steward, because: agreed}}"
OPEN = f"---\n{APPROVED}{NETWORK.removeprefix('---')}"
COHORT = "---\ntitle: Spring 2026\nstart: 2026-02-02\nweeks: 10\n---\n"
TEAM = {
    "title": "title: On time for breakfast\n",
    "goal": "goal: {kind: count, measure: children who are on time, target: 40, of: 52, better: higher}\n",
    "measures": "measures: [{id: on-time, name: In class by the bell, of: 52}]\n",
    "other_measures": "other_measures: none chosen, because the register is all that there is\n",
}
ARTICLE = "---\ntitle: Breakfast before the bell\nphotos: [{file: meeting.jpg, people: no}]\n---\n"
KEY = re.compile(r"^([a-z_]+)\b", re.MULTILINE)


ROSTER = "Ana Prueba\n"


def _check(folder: Path, one: ProblemExample, shown: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The codes that the check finds in the example, with a roster beside the folder where it needs one."""
    _write(folder / "project", one, shown)
    monkeypatch.chdir(folder / "project")
    roster = folder / "roster.txt"
    if one.how in ("roster", "roster-file"):
        roster.write_text(shown.lstrip("\n") if one.how == "roster-file" else ROSTER, "utf-8")
    found = {problem.code for problem in check(usual_paths(), roster if roster.exists() else None).problems}
    if one.how == "opened":
        return found | _after_a_release(NETWORK, Path(one.file).read_text("utf-8"))
    return found | _after_a_release(OPEN, NETWORK, shown) if one.how == "command" else found


def _write(folder: Path, one: ProblemExample, shown: str) -> None:
    """A good network with the example in the place that the table names."""
    files = {
        "teams/network.md": NETWORK,
        "teams/2026-spring/cohort.md": COHORT,
        STORYBOARD: f"---\n{''.join(TEAM.values())}---\n",
    }
    encoding = "utf-8"
    if one.how == "name":
        files[str(Path(STORYBOARD).with_name(shown))] = files.pop(STORYBOARD)
    elif one.how in ("keys", "beside", "roster") and one.file.endswith(".md"):
        lines = shown.strip("\n")
        if one.times > 1 and shown == one.wrong:
            lines = re.sub(r"(?m)^  - .*$", lambda it: "\n".join([it[0]] * one.times), lines)
        kept = [text for key, text in TEAM.items() if key not in KEY.findall(lines)]
        files[one.file] = f"---\n{''.join(kept)}{lines}\n---\n"
        if one.how == "beside":
            files[STORYBOARD.removesuffix(".md") + ".csv"] = "week,on-time\n1,22\n"
    elif one.how == "article":
        written = shown.lstrip("\n")
        files[one.file] = written if written.startswith("---") else ARTICLE + written
    elif one.how not in ("roster-file", "command") and shown.strip():
        files[one.file] = shown.lstrip("\n")
        encoding = "latin-1" if one.how == "latin-1" and shown == one.wrong else "utf-8"
    if one.how == "article":
        (folder / one.file).parent.mkdir(parents=True)
        (folder / one.file).with_name("meeting.jpg").write_bytes(picture())
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding if name == one.file else "utf-8")


@pytest.mark.parametrize("one", problem_examples(), ids=lambda one: one.code)
def test_wrong_lines_yield_the_code(
    one: ProblemExample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wrong lines yield their code, and no other."""
    assert _check(tmp_path, one, one.wrong, monkeypatch) == {one.code}


@pytest.mark.parametrize("one", problem_examples(), ids=lambda one: one.code)
def test_right_lines_yield_nothing(
    one: ProblemExample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The right lines pass the check."""
    # The text that was saved in an old encoding is right once it is saved in the other.
    right = ProblemExample(one.code, one.means, one.mend, "", one.right, one.file, one.how)
    assert _check(tmp_path, right, one.right, monkeypatch) == set()


def _after_a_release(before: str, now: str, command: str = "cyclebook build") -> set[str]:
    """What a release is stopped for, built by that command after one with another file of the network."""
    day, file, ledger = date(2026, 3, 2), Path("teams/network.md"), Path(LEDGER)
    file.write_text(before, "utf-8")
    append(ledger, read_ledger(ledger), _compiled(day).facts, day)
    file.write_text(now, "utf-8")
    site = _compiled(date(2026, 3, 9))
    verdict = judge(
        read_ledger(ledger), site.facts, PurePosixPath("teams"), site.opened, as_of=date(2026, 3, 9)
    )
    program, build, *options = command.split()
    assert (program, build) == ("cyclebook", "build")
    asked = build_command.make_context(build, options).params
    stopping = verdict.refused if asked["breaches_seen"] else (*verdict.refused, *verdict.breaches)
    return {problem.code for problem in stopping}


def _compiled(day: date) -> CompiledSite:
    return compile_site(Path("teams"), PurePosixPath("teams"), as_of=day, site_url=None, quoting=False)


def test_every_code_is_explained() -> None:
    """The table has each code that the program can print, once, and no other."""
    package = Path(cyclebook.__file__).parent
    calls = [
        node
        for file in package.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args
    ]
    printed = {
        call.args[0].value
        for call in calls
        if call.func.id in ("Problem", "misread") and isinstance(call.args[0], ast.Constant)
    }

    assert [one.code for one in problem_examples()] == sorted(printed)


def test_nothing_unseen_reaches_the_page() -> None:
    """Tabs and hidden characters of the examples are made visible."""
    shown = {one.code: one.wrong.text for one in problem_entries()}

    assert "⟨zero width space⟩" in shown["hidden-character"]
    assert "→ kind: count" in shown["tab-indent"]
    assert not [code for code, text in shown.items() if "\t" in text or "\u200b" in text]
