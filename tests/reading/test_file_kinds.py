"""What kind of file a name stands for: decided in one place, whatever its capitals."""

import ast
import re
from pathlib import Path

import pytest

import cyclebook
from cyclebook.model.file_kinds import ending, left_by_a_program

ROOMS = Path(cyclebook.__file__).parent
_ENDING = re.compile(r"\.[a-z]{2,5}")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Wall.JPG", ".jpg"),
        ("a.b/CNAME", ""),
        ("notes.md.TXT", ".txt"),
        (".htaccess", ".htaccess"),
        ("a.", "."),
        (Path("a.b/Y.HTML"), ".html"),
        (Path("a.b/_redirects"), ""),
    ],
)
def test_endings_are_read_without_capitals(name: str | Path, told: str) -> None:
    """An ending is what follows the last point of the file's own name, in small letters."""
    assert ending(name) == told


@pytest.mark.parametrize("name", [".DS_Store", "~$plan.docx", "plan.md~", "Thumbs.db", "desktop.ini"])
def test_what_no_person_put_there(name: str) -> None:
    """Files of systems and of programs that are open are nobody's; a page with a similar name is."""
    assert left_by_a_program(name)
    assert not left_by_a_program("thumbs.md")


def test_no_room_keeps_a_list_of_its_own() -> None:
    """Two endings side by side stand in one module only: lists of their own grew apart before.

    The audit shares no code with the other rooms, and names what it can open.
    """
    named = set()
    for file in ROOMS.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
                parts = node.keys if isinstance(node, ast.Dict) else node.elts
                words = [one.value for one in parts if isinstance(one, ast.Constant)]
                if len([one for one in words if isinstance(one, str) and _ENDING.fullmatch(one)]) > 1:
                    named.add(file.relative_to(ROOMS).as_posix())

    assert named == {"model/file_kinds.py", "audit/site_files.py"}
