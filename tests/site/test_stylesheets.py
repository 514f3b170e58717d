"""The stylesheets as a browser reads them: every block is closed where it was opened."""

import re
from pathlib import Path

import pytest

SHEETS = sorted((Path(__file__).parents[2] / "templates/theme/assets/cyclebook").glob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_block_is_closed(sheet: Path) -> None:
    """A browser says nothing of a missing brace, and drops or hides the rules after it."""
    text = re.sub(
        r"/\*.*?\*/", lambda found: "\n" * found[0].count("\n"), sheet.read_text("utf-8"), flags=re.S
    )
    text = re.sub(r'"[^"\n]*"', '""', text)
    depth, opened = 0, 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(("@", ".", ":", "[")):
            assert depth == 0, f"line {number} stands inside the block of line {opened}"
        if depth == 0 and "{" in line:
            opened = number
        depth += line.count("{") - line.count("}")
        assert depth >= 0, f"line {number} closes a block that nothing opened"
    assert depth == 0, f"the block of line {opened} is not closed"
