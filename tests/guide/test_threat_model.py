"""The threat model names tests that exist: a promise without a test is a hope."""

import re
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    """The page as it is written."""
    return (repository / "docs/threat-model.md").read_text("utf-8")


def test_every_test_it_names_exists(page: str, repository: Path) -> None:
    """Each path to a test leads to a file that holds tests."""
    named = set(re.findall(r"`(tests/[^`]+)`", page))

    assert len(named) > 8
    assert [one for one in sorted(named) if "def test_" not in _text(repository / one)] == []


def test_every_threat_has_an_answer_and_a_test(page: str) -> None:
    """No row of the table leaves out what stops it, or which test shows that."""
    rows = [
        line.strip("|").split("|")
        for line in page.split("## Who could try what")[1].splitlines()
        if "|" in line
    ]
    threats = [[cell.strip() for cell in row] for row in rows[2:]]

    assert len(threats) > 10
    assert [row for row in threats if len(row) != 4 or not all(row) or "`tests/" not in row[3]] == []


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""
