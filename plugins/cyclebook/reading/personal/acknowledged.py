"""Who and what may be named: the hub's `allow:` and `people:`, and the authors of sources."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cyclebook.reading.personal.found import Found
from cyclebook.reading.personal.names import CODE, is_title_of_a_person, names_in
from cyclebook.reading.personal.words import folded, words_of

_AUTHOR = re.compile(r"(?P<surname>[^\W\d_]+(?:['’-][^\W\d_]+)*), (?P<initial>[^\W\d_])\.")
_GONE = "\x00"


@dataclass(frozen=True, slots=True)
class Person:
    """An adult who may be named: folded surname, and given names or their initials."""

    surname: str
    given: frozenset[str]

    @classmethod
    def named(cls, name: str) -> "Person | None":
        """From "Ann Bell" or "Bell, Ann"."""
        front, comma, back = name.partition(",")
        words = [folded(word.core) for word in words_of(f"{back} {front}" if comma else name)]
        return cls(words[-1], frozenset(words[:-1])) if words else None

    def is_meant(self, words: list[str], *, titled: bool) -> bool:
        """True for the whole name, the surname with a title, and given names as initials."""
        rest = [word for word in words if word != self.surname]
        if len(rest) == len(words) or not (rest or titled or not self.given):
            return False
        initials = {word[0] for word in self.given}
        return all(word in self.given or (len(word) == 1 and word in initials) for word in rest) or all(
            len(known) == 1 and any(word.startswith(known) for word in rest) for known in self.given
        )


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What no message is about. `allowed` strings are found exactly as they stand."""

    allowed: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()

    def without_allowed(self, text: str) -> str:
        """The text with allowed strings blanked, at the same length."""
        for words in self.allowed:
            at = text.find(words)
            while at >= 0:
                end = at + len(words)
                if not _goes_on(text, at - 1, words[0]) and not _goes_on(text, end, words[-1]):
                    text = f"{text[:at]}{_GONE * len(words)}{text[end:]}"
                at = text.find(words, end)
        return text

    def covers(self, found: Found, text: str) -> bool:
        """True for the name of somebody who may be named."""
        if found.code != CODE:
            return False
        words = [folded(word.core) for word in words_of(text[found.start : found.end])]
        kept = [word for word in words if not is_title_of_a_person(word)]
        titled = len(kept) < len(words)
        return any(person.is_meant(kept, titled=titled) for person in self.people)


def _goes_on(text: str, at: int, edge: str) -> bool:
    """True where a word goes on beyond the edge of an allowed string: "Ann" in "Anna"."""
    return 0 <= at < len(text) and edge.isalnum() and text[at].isalnum()


def acknowledged(
    hub: dict[str, Any] | None, sources: Iterable[str], adult: Callable[[str], bool]
) -> Acknowledged:
    """From the raw front matter of `network.md`, and the texts of all sources.

    `adult` tells whether a role is that of an adult: a student is never acknowledged.
    """
    hub = hub or {}
    people = [*_people(hub.get("people"), adult), *(one for text in sources for one in _authors(text))]
    return Acknowledged(tuple(_allowed(hub.get("allow"))), tuple(dict.fromkeys(people)))


def _allowed(written: object) -> Iterator[str]:
    for one in written if isinstance(written, list) else ():
        text = one.get("text") if isinstance(one, dict) else one
        if isinstance(text, str) and text.strip():
            yield text.strip()


def _people(written: object, adult: Callable[[str], bool]) -> Iterator[Person]:
    for one in written if isinstance(written, list) else ():
        name, role = (one.get("name"), one.get("role")) if isinstance(one, dict) else (None, None)
        if isinstance(name, str) and isinstance(role, str) and adult(role) and one.get("consent"):
            person = Person.named(name)
            if person:
                yield person


def _authors(text: str) -> Iterator[Person]:
    for found in _AUTHOR.finditer(text):
        yield Person(folded(found["surname"]), frozenset({folded(found["initial"])}))
    for name in names_in(text):
        person = Person.named(text[name.start : name.end])
        if person and person.given:
            yield person
