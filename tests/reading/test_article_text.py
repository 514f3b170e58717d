"""Live numbers and references in running text: found where they are meant, left alone in code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyclebook.model.article_text import (
    ExhibitReference,
    LiveNumber,
    LiveReference,
    Misspelt,
    pieces,
)


def parts(text: str) -> list[object]:
    return [part for _, part in pieces(text)]


def test_live_number() -> None:
    """A live number is found with the words before and after it."""
    assert parts("At the end {result 2020-spring/fremont} met it.") == [
        "At the end ",
        LiveReference(LiveNumber.RESULT, "2020-spring/fremont"),
        " met it.",
    ]


def test_exhibit_references() -> None:
    """A reference has words of its own or none."""
    assert parts("[](#a), [the count](#b)") == [
        ExhibitReference("a", ""),
        ", ",
        ExhibitReference("b", "the count"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "`{result a/b}` and ``[](#a)``",
        "```\n{result a/b}\n[](#a)\n```\n",
        "~~~ text\n{goal a}\n~~~",
        "{a set of words}",
        "{2, 3}",
        "[a link](https://example.org/#a)",
        "![a picture](#a)",
        "[words](other.md)",
    ],
)
def test_left_alone(text: str) -> None:
    """Code, other braces, other links and pictures stay words."""
    assert "".join(part for part in parts(text) if isinstance(part, str)) == text


@pytest.mark.parametrize(
    "text",
    ["{result a}", "{result a/b/c}", "{reslt a/b}", "{result a/b", "{goals 2020-spring/x}", "{Result a/b}"],
)
def test_misspelt(text: str) -> None:
    """A live number that cannot be read is said to be one, never printed."""
    assert [type(part) for part in parts(text)] == [Misspelt]


@given(st.text(st.sampled_from("{}[]()#`~\n !/ab-result "), max_size=200))
def test_pieces_cover_the_text(text: str) -> None:
    """Pieces stand in order, none overlaps another, and nothing between them is lost."""
    found = list(pieces(text))
    starts = [start for start, _ in found]
    assert starts == sorted(set(starts))
    assert starts[:1] == ([0] if text else [])
    for (start, part), end in zip(found, [*starts[1:], len(text)], strict=False):
        if isinstance(part, str):
            assert part == text[start:end]
