"""The command `cyclebook check`, as a person and a program call it."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from trees import COHORT, GOOD_STORYBOARD, write_tree

from cyclebook.hosts.command_line import main

WRONG = GOOD_STORYBOARD.replace("target: 40", "target: plenty")
A, B = "teams/2026-spring/a.md", "teams/2026-spring/b.md"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A network with one good and one wrong storyboard, in the working folder; no CI."""
    write_tree(tmp_path, {A: GOOD_STORYBOARD.encode(), B: WRONG.encode()})
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    return tmp_path


def run(*arguments: str) -> Result:
    """`cyclebook check` with these arguments."""
    return CliRunner().invoke(main, ["check", *arguments])


def paths(result: Result) -> list[str]:
    """The files that a JSON report names."""
    return [row["path"] for row in json.loads(result.output)]


def test_good_files_exit_0(tree: Path) -> None:
    """Where there is no problem, the command says so and exits with 0."""
    result = run(A)

    assert (result.exit_code, result.output) == (0, "No problems found in 1 storyboard.\n")


def test_last_line_counts_what_was_read(tree: Path) -> None:
    """A clean result says what it is about, and that nothing was read where that is so."""
    (tree / B).unlink()
    told = [run().output, run(A).output, run("teams/network.md").output]
    (tree / A).unlink()
    told.append(run().output)

    assert told == [
        "No problems found in 1 cohort and 1 storyboard.\n",
        "No problems found in 1 storyboard.\n",
        "No problems found.\n",
        "No problems found in 1 cohort and no storyboard.\n",
    ]


def test_wrong_files_exit_1(tree: Path) -> None:
    """Where there is an error, the command shows it with the line, counts it, and exits with 1."""
    result = run()

    assert result.exit_code == 1
    assert "teams/2026-spring/b.md:6:11  error not-a-number" in result.output
    assert "     6 |   target: plenty\n       |           ^^^^^^\n" in result.output
    assert result.output.endswith("1 error in 1 file.\n")


def test_json_is_a_list_of_problems(tree: Path) -> None:
    """With `--format json`, the output is a list of problems with exactly the promised keys."""
    result = run("--format", "json")

    assert result.exit_code == 1
    assert json.loads(result.output) == [
        {
            "code": "not-a-number",
            "severity": "error",
            "path": B,
            "line": 6,
            "column": 11,
            "message": "This value is not a number.",
            "hint": "Write digits, for example 17, 86.7, 67% or 19/50",
        }
    ]


def test_json_of_good_files_is_an_empty_list(tree: Path) -> None:
    """Without problems, JSON is an empty list, and the exit code is 0."""
    result = run(A, "--format", "json")

    assert (result.exit_code, json.loads(result.output)) == (0, [])


def test_github_notes_hold_place_and_rule_only(tree: Path) -> None:
    """With `--format github`, each problem is one workflow command, and nothing an author wrote is in it."""
    text = WRONG.replace("title: On time for breakfast", "title: Plentiful: breakfast")
    text = text.replace("of: 52", "of: 52\n  start: 2/17/2026\n  baseline: 53")
    (tree / "teams/2026-spring/b.md").write_text(text, encoding="utf-8")

    result = run("--format", "github")

    assert result.exit_code == 1
    assert result.output == (
        f"::error file={B},line=2,col=17,title=bad-colon"
        "::This line has a second colon, which would begin a new key. "
        "Put the whole value in double quotes.\n"
        f"::error file={B},line=6,col=11,title=not-a-number"
        "::This value is not a number. Write digits, for example 17, 86.7, 67%25 or 19/50\n"
        f"::error file={B},line=8,col=10,title=bad-date"
        "::This value is not a date that we can read. Write year-month-day, for example 2026-02-28\n"
        f"::error file={B},line=9,col=13,title=above-group"
        "::This value is more than the whole group. Check the number and of, the size of the group.\n"
    )


def test_github_prints_nothing_for_good_files(tree: Path) -> None:
    """Without problems there is no note, and the exit code is 0."""
    result = run(A, "--format", "github")

    assert (result.exit_code, result.output) == (0, "")


def test_folder_as_path(tree: Path) -> None:
    """A folder stands for all files in it, whether or not it is the network's own folder."""
    assert [paths(run(one, "--format", "json")) for one in ("teams", "teams/2026-spring")] == [[B], [B]]


def test_file_as_path(tree: Path) -> None:
    """A file stands for itself and the CSV file beside it, read in its own network."""
    (tree / "teams/2026-spring/b.csv").write_text("week,nothing\n1,2\n", encoding="utf-8")
    csv = "teams/2026-spring/b.csv"

    named = {one: paths(run(one, "--format", "json")) for one in (A, B, csv)}

    assert named == {A: [], B: [csv, B], csv: [csv]}


def test_file_below_another_working_folder(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read in its network from whatever folder the command is run."""
    monkeypatch.chdir(tree / "teams/2026-spring")

    assert [run("a.md").exit_code, run("b.md").exit_code] == [0, 1]


def test_file_outside_a_network(tree: Path) -> None:
    """A file that belongs to no network is a problem."""
    (tree / "alone.md").write_text(GOOD_STORYBOARD, encoding="utf-8")

    result = run("alone.md")

    assert result.exit_code == 1
    assert "This file belongs to no network." in result.output


@pytest.mark.parametrize("path", ["teams/2026-spring/typo.md", "elsewhere", "elsewhere/a.md"])
def test_path_that_does_not_exist(tree: Path, path: str) -> None:
    """A path that leads nowhere is a problem, inside a network too, and never a clean result."""
    result = run(path)

    assert result.exit_code == 1
    assert f"{path}:1:1  error missing-file  There is no such file or folder." in result.output


def test_folder_without_team_files(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody names a path and there is no folder teams, the message says where to go."""
    monkeypatch.chdir(tree / "teams")
    unnamed, named = run(), run("teams")

    assert (unnamed.exit_code, named.exit_code) == (1, 1)
    assert unnamed.output == (
        "teams:1:1  error missing-file  There is no folder teams here.\n"
        "   Go to the folder that holds content and teams (cd ..), or name the files.\n\n"
        "1 error in 1 file.\n"
    )
    assert "There is no such file or folder." in named.output


def test_ci_hides_the_authors_words(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where CI is set, the log holds place and rule and nothing that an author wrote."""
    monkeypatch.setenv("CI", "true")

    result = run()

    assert result.exit_code == 1
    assert "plenty" not in result.output
    assert f"{B}:6:11  error not-a-number  This value is not a number." in result.output


def test_output_has_no_colour_when_it_is_no_terminal(tree: Path) -> None:
    """Piped output holds no escape sequences."""
    assert "\x1b" not in run().output


def test_output_that_lacks_letters(tree: Path) -> None:
    """Where the output cannot hold a character, as in a file on Windows, a question mark stands for it."""
    (tree / B).write_text(GOOD_STORYBOARD.replace("  target: 40", "\ttarget: 40"), "utf-8")

    result = CliRunner(charset="cp1252").invoke(main, ["check"])

    assert result.exit_code == 1
    assert "     6 | ?target: 40\n       | ^\n" in result.output


def test_unreadable_file_gives_no_traceback(tree: Path) -> None:
    """A folder with the name of a storyboard ends in a message like any other."""
    (tree / "teams/2026-spring/c.md").mkdir()

    result = run("teams/2026-spring/c.md")

    assert result.exit_code == 1
    assert "error bad-path" in result.output


def test_cohort_with_error(tree: Path) -> None:
    """A mistake in a cohort's own file is named, and its teams are read all the same."""
    text = COHORT.replace("weeks: 10", "weeks: ten")
    (tree / "teams/2026-spring/cohort.md").write_text(text, encoding="utf-8")

    assert paths(run("--format", "json")) == [B, "teams/2026-spring/cohort.md"]


def test_help_says_what_it_does() -> None:
    """`--help` says what the command does, what it takes and what the exit code means."""
    told = " ".join(run("--help").output.split())

    assert "Name every problem in the team files, at once." in told
    assert "The exit code is 0 where there is no error, else 1." in told
    assert "--format [text|json" in told


def test_unknown_format_is_refused(tree: Path) -> None:
    """A format that does not exist is an error of usage."""
    assert run("--format", "xml").exit_code == 2


def test_warnings_alone_exit_0(tree: Path) -> None:
    """A warning is shown, counted apart, called a warning in every format, and fails nothing."""
    (tree / B).write_text(GOOD_STORYBOARD.replace("title: On time", "title: 17 of 52 on time"), "utf-8")
    told, github, rows = run(), run("--format", "github"), run("--format", "json")

    assert (told.exit_code, github.exit_code, rows.exit_code) == (0, 0, 0)
    assert "b.md:2:8  warning count-in-no-field" in told.output
    assert told.output.endswith("No errors, 1 warning in 1 file.\n")
    assert github.output.startswith(f"::warning file={B},line=2,col=8,title=count-in-no-field::")
    assert [(row["severity"], row["code"]) for row in json.loads(rows.output)] == [
        ("warning", "count-in-no-field")
    ]


def test_warnings_do_not_hide_errors(tree: Path) -> None:
    """Errors and warnings are counted apart, and an error still fails the check."""
    (tree / A).write_text(GOOD_STORYBOARD.replace("title: On time", "title: 17 of 52 on time"), "utf-8")
    result = run()

    assert result.exit_code == 1
    assert result.output.endswith("1 error, 1 warning in 2 files.\n")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_warnings_keep_words_out_of_public_logs(
    tree: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """Where logs are public, neither the words of a warning nor its advice repeat a number of the file."""
    monkeypatch.setenv("CI", "true")
    wrong = "target: 40\n  statement: At least 37 of 52 (71.9%) by 3 May 2071"
    (tree / B).write_text(GOOD_STORYBOARD.replace("target: 40", wrong), "utf-8")
    result = run("--format", form)

    assert {"not-in-the-goal", "percentage-disagrees", "time-far-from-cycle"} <= set(
        re.findall(r"[a-z]+(?:-[a-z]+)+", result.output)
    )
    assert not re.search(r"37|71|52|\b40\b", result.output)
