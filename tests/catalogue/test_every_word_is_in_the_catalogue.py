"""The whole site in a language that nobody speaks: what stands outside its brackets is in no catalogue."""

import re
from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations
from html import unescape
from pathlib import Path, PurePosixPath

import pytest

from cyclebook.building import Voice, compile_site

OPEN, CLOSE = "⟦", "⟧"
_SAID = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_SPOKEN = ("aria-label", "alt", "title", "placeholder", "data-label", "content")
_DOCUMENTATION = "guide/"
"""The authors' guide is a book in English, and no part of what readers of storyboards meet."""

pytestmark = pytest.mark.site


class Brackets(NullTranslations):
    """Every message of ours between brackets."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - gettext's own signature
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{OPEN}{msgid1 if n == 1 else msgid2}{CLOSE}"


def said(html: str) -> str:
    """What is read out of a page: its text, then the attributes that speak.

    What is quoted stays out: titles of publications, BibTeX, and addresses.
    """
    html = re.sub(r"<meta name=\"(?:viewport|robots)\"[^>]*>", " ", html)
    html = re.sub(r"<(style|script|pre)\b.*?</\1>|<ol class=\"sources\".*?</ol>", " ", html, flags=re.DOTALL)
    html = re.sub(r">[^<]*…<", "><", html)  # shortened to its room, it may lose its closing bracket
    spoken = re.findall(rf'\b(?:{"|".join(_SPOKEN)})="([^"]*)"', html)
    text = " | ".join([re.sub(r"<[^>]*>", " | ", html), *spoken])
    return re.sub(r"\S*example\.org\S*", " ", unescape(text))


def outside(text: str) -> Iterator[str]:
    """Words, and neighbours of up to three words, that are in no brackets."""
    while _SAID.search(text):
        text = _SAID.sub(" | ", text)
    for phrase in re.findall(r"[^\W\d_]+(?: [^\W\d_]+)*", text):
        every = words(phrase).split()
        yield from (" ".join(every[start : start + 3]) for start in range(max(1, len(every) - 2)))


def written(repository: Path) -> str:
    """All that authors and the hub wrote, as words."""
    files = [file for folder in ("teams", "content") for file in sorted((repository / folder).rglob("*"))]
    return words(" ".join(file.read_text("utf-8") for file in files if file.suffix in (".md", ".csv")))


def words(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]{2,}", text.casefold()))


def test_no_word_of_ours_is_outside_the_catalogue(repository: Path) -> None:
    """Pages, drawings, names for screen readers, feeds, e-mail, calendars and the words of 404."""
    site = compile_site(
        repository / "teams",
        PurePosixPath("teams"),
        content=(repository / "content", PurePosixPath("content")),
        as_of=date(2026, 4, 1),
        site_url="https://example.org/",
        quoting=True,
        voice=Voice(Brackets(), language="eo"),
    )
    authors = f" {written(repository)} "
    strange: dict[str, str] = {}
    for page in site.pages:
        if page.address.startswith(_DOCUMENTATION):
            continue
        files = [file.text for file in page.downloads if file.address.endswith("email.html")]
        for text in (page.title, page.description, said(page.html), *map(said, files)):
            for phrase in outside(text):
                if phrase and f" {phrase} " not in authors:
                    strange.setdefault(phrase, page.address)
    assert len(site.pages) > 50
    assert not strange, "\n".join(f"{phrase} | {where}" for phrase, where in sorted(strange.items()))
