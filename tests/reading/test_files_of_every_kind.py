"""Whatever lies in a folder in place of a file: a report in words; nothing is followed or waited for."""

import os
import socket
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from trees import GOOD_STORYBOARD, write_tree

from cyclebook.building import as_github, as_json, as_text, check
from cyclebook.hosts.command_line import main
from cyclebook.reading import read_library
from cyclebook.reading.regular_files import MAX_ENTRIES
from small_pictures import picture

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files.")

COHORT = Path("teams/2026-spring")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A network with one good storyboard, as the current folder."""
    write_tree(tmp_path, {f"{COHORT}/good.md": GOOD_STORYBOARD})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found() -> list[tuple[str, str]]:
    """File and code of every problem, after each form of report has been printed."""
    problems = check([Path("teams"), *([Path("content")] if Path("content").is_dir() else [])]).problems
    for report in (as_text(problems, quoting=True), as_json(problems), as_github(problems)):
        report.encode("utf-8")
        assert all(one.isprintable() or one == "\n" for one in report)
    return [(problem.place.path.name, problem.code) for problem in problems]


@pytest.mark.parametrize("name", ["a.md", "good.csv"])
def test_pipes_are_not_waited_for(tree: Path, name: str) -> None:
    """A named pipe, from which a read would wait for ever, is refused."""
    os.mkfifo(COHORT / name)

    assert found() == ([("a.md", "bad-path")] if name == "a.md" else [])


def test_sockets_and_devices_are_refused(tree: Path) -> None:
    """The same for a socket and for a link to a device without end."""
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(COHORT / "a.md"))
        (COHORT / "b.md").symlink_to("/dev/zero")

        assert found() == [("a.md", "bad-path"), ("b.md", "bad-path")]


def test_links_are_refused_wherever_they_stand(tree: Path) -> None:
    """Files, folders, photos, weekly rows, pages and pictures: none is followed."""
    (tree / "secret.md").write_text(GOOD_STORYBOARD, "utf-8")
    (tree / "else").mkdir()
    (COHORT / "good.md").write_text(GOOD_STORYBOARD.replace("goal:", "weeks: good.csv\ngoal:"), "utf-8")
    (COHORT / "good.csv").symlink_to(tree / "secret.md")
    (COHORT / "good").mkdir()
    (COHORT / "good/gate.jpg").symlink_to(tree / "secret.md")
    (COHORT / "photos").symlink_to(tree / "else")
    Path("teams/2027-fall").symlink_to(tree / "else")
    content = Path("content")
    (content / "case-studies").mkdir(parents=True)
    (content / "case-studies/one.md").symlink_to(tree / "secret.md")
    (content / "page.md").symlink_to(tree / "secret.md")
    (content / "pictures").symlink_to(tree / "else")

    assert sorted(found()) == [
        ("2027-fall", "bad-path"),
        ("gate.jpg", "bad-path"),
        ("good.csv", "bad-path"),
        ("one.md", "bad-path"),
        ("page.md", "bad-path"),
        ("photos", "bad-path"),
        ("pictures", "bad-path"),
    ]


def test_folder_of_photos_is_no_link(tree: Path) -> None:
    """A link in place of a storyboard's folder of photos is refused by its name, and so is the storyboard."""
    (tree / "private").mkdir()
    (tree / "private/gate.jpg").write_bytes(picture())
    (COHORT / "good").symlink_to(tree / "private")
    photos = "photos: [{file: gate.jpg, alt: A gate, people: no}]\ngoal:"
    (COHORT / "good.md").write_text(GOOD_STORYBOARD.replace("goal:", photos), "utf-8")

    library = read_library(Path("teams"))

    assert found() == [("good", "bad-path")]
    assert [(one.storyboards, one.broken) for one in library.cohorts] == [((), ("good",))]


def test_file_that_may_not_be_read(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system keeps to itself is named."""

    def denied(path: Path, how: int) -> int:
        if Path(path).name == "good.md":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, how)

    opened = os.open
    monkeypatch.setattr("cyclebook.reading.regular_files.os.open", denied)

    assert found() == [("good.md", "missing-file")]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (b"two\nlines.md", "U+000A"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}dm.md".encode(), "right-to-left override, U+202E"),
        ("zero\N{ZERO WIDTH SPACE}width.md".encode(), "number 5 in the name of this file: zero width space"),
        (b"latin-\xe9.md", "its character 7 cannot be read"),
        (b"\x1b[31mred.md", "U+001B"),
    ],
)
def test_names_are_told_without_harm(tree: Path, name: bytes, told: str) -> None:
    """A name that breaks a line, turns the writing round or is no text: the character is told."""
    Path(os.fsdecode(os.fsencode(COHORT) + b"/" + name)).write_text(GOOD_STORYBOARD, "utf-8")

    ((_, code),) = found()
    result = CliRunner().invoke(main, ["check"])

    assert code == "hidden-character"
    assert told in result.output
    assert result.exit_code == 1


def test_names_that_no_file_can_have(tree: Path) -> None:
    """A name too long for the system is a file that is missing, in weeks, pictures and links."""
    long = "a" * 300
    (COHORT / "good.md").write_text(GOOD_STORYBOARD.replace("goal:", f"weeks: {long}.csv\ngoal:"), "utf-8")
    folder = Path("content/case-studies")
    folder.mkdir(parents=True)
    (folder / "one.md").write_text(
        f"---\ntitle: One\n---\n[link]({long}.md)\n\n![A gate]({long}.png)\n", "utf-8"
    )

    assert found() == [("one.md", "missing-file"), ("one.md", "missing-file"), ("good.md", "missing-file")]


def test_links_to_pages_stay_among_the_pages(tree: Path) -> None:
    """A link to a Markdown file outside the folder of pages is a page that is not there."""
    folder = Path("content/case-studies")
    folder.mkdir(parents=True)
    (tree / "private.md").write_text("x", "utf-8")
    (folder.parent / "about.md").write_text("About", "utf-8")
    (folder / "one.md").write_text(
        "---\ntitle: One\n---\n[a](../about.md) and [b](../../private.md)\n", "utf-8"
    )

    assert found() == [("one.md", "missing-file")]


def test_too_many_files_are_not_read(tree: Path) -> None:
    """A folder of thousands of files is refused as a whole."""
    for number in range(MAX_ENTRIES + 1):
        (COHORT / f"t{number}.md").touch()

    assert found() == [("2026-spring", "too-large")]


def test_size_is_known_before_a_file_is_read(tree: Path) -> None:
    """A file of two gigabytes, which takes no room on the disk, is refused without being read."""
    for name in ("a.md", "good.csv"):
        with (COHORT / name).open("wb") as opened:
            opened.truncate(2 << 30)

    assert found() == [("a.md", "too-large"), ("good.csv", "too-large")]


@pytest.mark.parametrize("command", ["check", "measure"])
def test_command_line_ends_in_words(tree: Path, command: str) -> None:
    """A pipe, a folder, a device or a broken link named on the command line ends in a message."""
    os.mkfifo("pipe.csv")
    Path("broken.csv").symlink_to("nowhere.csv")
    for name in ("pipe.csv", "teams", "/dev/null", "broken.csv", "no\udcffname.csv"):
        result = CliRunner().invoke(main, [command, name])
        assert result.exception is None or isinstance(result.exception, SystemExit), (name, result.exception)
        assert "Traceback" not in result.output


def test_a_defect_of_the_program_is_one_line(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the program itself fails, the author reads one line: no traceback, and none of their words."""

    def failing(*_: object) -> None:
        raise KeyError("seventeen")

    monkeypatch.setattr("cyclebook.reading.library.entries", failing)
    result = CliRunner().invoke(main, ["check"])

    assert result.exit_code == 1
    assert result.output.startswith("Error: Cyclebook has a defect: KeyError in reading/library.py, line ")
    assert len(result.output.splitlines()) == 1
    assert "seventeen" not in result.output
