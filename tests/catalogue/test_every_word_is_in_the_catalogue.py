"""The whole site in a language that nobody speaks: what stands outside its brackets is in no catalogue."""

import re
from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations
from pathlib import Path, PurePosixPath

import pytest

from cyclebook.building import Voice, compile_site
from webpage import Element, parse

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


def texts(element: Element) -> Iterator[str]:
    """What is read out of an element: its own text and the attributes that speak."""
    yield from (element.attributes[name] for name in _SPOKEN if element.attributes.get(name))
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in ("script", "style"):
            yield from texts(child)


def outside(text: str) -> list[str]:
    """The words of a text that are in no brackets."""
    while _SAID.search(text):
        text = _SAID.sub(" ", text)
    return re.findall(r"[^\W\d_]{2,}", text)


def written(repository: Path) -> set[str]:
    """Every word that authors and the hub wrote."""
    files = [file for folder in ("teams", "content") for file in (repository / folder).rglob("*")]
    read = " ".join(file.read_text("utf-8") for file in files if file.suffix in (".md", ".csv"))
    return {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", read)}


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
    authors = written(repository)
    strange: dict[str, str] = {}
    for page in site.pages:
        if page.address.startswith(_DOCUMENTATION):
            continue
        read = [page.title, page.description, *texts(parse(page.html))]
        read += [file.text for file in page.downloads if file.address.endswith("email.html")]
        for text in read:
            for word in outside(re.sub(r"<style.*?</style>|<[^>]*>", " ", text)):
                if word.casefold() not in authors:
                    strange.setdefault(word, f"{page.address}: {' '.join(text.split())[:150]}")
    assert len(site.pages) > 50
    assert not strange, "\n".join(f"{word} | {where}" for word, where in sorted(strange.items()))
