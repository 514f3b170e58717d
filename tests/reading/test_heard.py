"""Slips that were typed back: whose words, and what several said."""

import pytest

from cyclebook.model.convening import Slip
from cyclebook.reading.heard import read_heard


@pytest.mark.parametrize(
    ("line", "words", "by"),
    [
        ('- "More time" — exit slip', "More time", "exit slip"),
        ("* “More time” - a coach.", "More time", "a coach"),
        ('- "More time", one slip (A report, 2019)', "More time", "one slip (A report, 2019)"),
        ('- "More time" (exit slip)', "More time", "exit slip"),
        ('- "More time"', "More time", ""),
        ("- Several asked for more time.", "Several asked for more time.", None),
        ('- Several asked for "more time".', 'Several asked for "more time".', None),
        ('- "More\n  time" — exit\n  slip', "More time", "exit slip"),
    ],
)
def test_a_slip(line: str, words: str, by: str | None) -> None:
    """A line in quotation marks is somebody's own words; any other says what was heard."""
    assert read_heard(line, 12).slips == (Slip(words, by, 12),)


def test_words_around_the_list_are_kept() -> None:
    """Paragraphs before and after the slips stay together, and each slip knows its line."""
    heard = read_heard("All were typed.\n\n- One\n\n- Two\n\nThe end.", 5)

    assert [(slip.words, slip.line) for slip in heard.slips] == [("One", 7), ("Two", 9)]
    assert heard.after == "All were typed.\n\n\n\nThe end."
