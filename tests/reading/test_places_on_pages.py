"""The check of links knows the places on pages of teams and cohorts that our pages make."""

import re
from pathlib import Path

import pytest

import cyclebook
from cyclebook.reading.page_links import TeamPages

PAGES = TeamPages({"2026-spring": frozenset({"marlow-creek"})})
ADDRESSES = {
    "storyboard": ("cohorts", "2026-spring", "marlow-creek"),
    "cohort": ("cohorts", "2026-spring"),
}
SECTION = re.compile(r'^ {8}\("([a-z-]+)", ', re.MULTILINE)


@pytest.mark.parametrize("kind", ADDRESSES)
def test_every_section_of_a_page_is_known(kind: str) -> None:
    """A link to any section that a page of the kind may have is no mistake; one to another is."""
    source = (Path(cyclebook.__file__).parent / f"pages/{kind}.py").read_text("utf-8")
    names = SECTION.findall(source)

    assert len(names) > 8
    assert [name for name in names if not PAGES.place(ADDRESSES[kind], name)] == []
    assert not PAGES.place(ADDRESSES[kind], "our-own-words")
