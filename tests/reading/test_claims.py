"""Words of cause and effect: what claims, what does not, and that no text takes long to read."""

import time
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyclebook.model.problem import Place
from cyclebook.reading.claims.causal_words import TELL, causal_words
from cyclebook.reading.claims.prose import Prose

FILE = PurePosixPath("teams/2026-spring/a.md")


def _found(text: str, because: str | None = None) -> list[tuple[int, int, str | None]]:
    """Line, column and words of every warning on a body."""
    problems = causal_words([Prose(text, Place(FILE, 1), markdown=True)], because, TELL)
    return [(one.place.line, one.place.column, one.it) for one in problems]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The cart caused a rise.", "caused"),
        ("It causes quiet mornings.", "It causes"),
        ("Calls went out, causing families to answer.", "causing"),
        ("Breakfast leads to better mornings.", "leads to"),
        ("The change, leading\nto more readers, stays.", "leading to"),
        ("The cart resulted in a rise.", "resulted in"),
        ("As a result of the calls, more came.", "As a result"),
        ("More came because of the cart.", "because of"),
        ("The rise was due to the calls.", "due to"),
        ("Thanks to the cart, more came.", "Thanks to"),
        ("Our impact was large.", "impact"),
        ("This proves the idea.", "proves the"),
        ("The numbers proved that it works.", "proved that"),
        ("No one was late. The cart caused it.", "caused"),
        ("More came because of breakfast.", "because of"),
        ("In May the cart led to a rise.", "led to"),
    ],
)
def test_claims(text: str, words: str) -> None:
    """Each form of a causal word is found in a sentence that claims."""
    assert [found for *_, found in _found(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "After the cart came, 31 of 42 were on time.",
        "The root causes stand on the fishbone.",
        "Our results in reading are on the wall.",
        "The quiz proved hard to write, and students prove theorems.",
        "We cannot tell what caused the rise.",
        "It did not lead to more calls.",
        "It led to nothing.",
        "Nobody was late because of the cart.",
        "Perhaps the cart led to it.",
        "Did the cart lead to it, or what caused it?",
        "We hope that it leads to more.",
        "No lessons because of a snow day; two fell out due to the flu.",
        "Reports are due to start on Monday.",
        "Our thanks to the cafeteria for the cart.",
        "High-impact tutoring is on Tuesdays.",
        'She said “it led to this”, and he said "it caused that".',
        "> The cart led to it.",
        "`because of` and [words](https://example.org/due to)",
        "## Root causes\nThe gate caused the delay.",
    ],
)
def test_what_claims_nothing(text: str) -> None:
    """Doubts, denials, plans, quotations, circumstances and causes of the problem are left alone."""
    assert _found(text) == []


@given(st.text(alphabet='ab \n.>`“”"#-!?', max_size=80), st.text(alphabet="cd ,", max_size=20))
def test_quoted_words_claim_nothing(before: str, quoted: str) -> None:
    """Whatever stands before it, a quotation as a paragraph of its own is nobody's claim here."""
    assert _found(f"{before.replace('`', '')}\n\n> {quoted}It led to this.\n") == []


@given(st.text(alphabet="ab \n.,-", max_size=80))
def test_places_are_those_in_the_file(before: str) -> None:
    """The place of a word is the line and the column at which it stands."""
    text = f"{before}\n\nIt led to this."
    assert _found(text) == [(before.count("\n") + 3, 4, "led to")]


def test_a_reason_overrides() -> None:
    """With a reason nothing is asked."""
    assert _found("The cart caused it.", because="drawn by lot") == []


@pytest.mark.parametrize(
    "body",
    ["led to " * 30_000, '"' * 200_000, "“" * 200_000, "<!--" * 50_000, "?" * 200_000, "## a\n" * 50_000],
    ids=["words", "quotes", "open quotes", "comments", "questions", "headings"],
)
def test_hostile_text(body: str) -> None:
    """A text made to exhaust the search is read in little time."""
    begun = time.process_time()
    _found(body)
    assert time.process_time() - begun < 5
