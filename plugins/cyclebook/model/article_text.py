"""An article's running text: words, live numbers, references to exhibits.

A live number is written `{result 2020-spring/fremont-graduation}`. Parsed once,
here; nothing further down looks for braces again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from cyclebook.model.fields import misread, read_text
from cyclebook.model.near_values import did_you_mean

_TOKEN = re.compile(
    r"(?P<code>(?<!`)(?P<ticks>`++)(?:(?!\n[ \t]*\n).){1,1000}?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<braces>\{[ \t]*(?P<kind>[A-Za-z]+)[ \t]+(?P<team>[^{}\n]*)(?P<end>\}?))"
    r"|(?<!!)\[(?P<words>[^\[\]\n]*)\]\([ \t]*#(?P<id>[^()\s]*)[ \t]*\)",
    re.DOTALL,
)
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n`]*\n.*?^(?P=fence)[ \t]*$", re.DOTALL | re.MULTILINE)
_TEAM = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_LOOKS_LIKE_TEAM = re.compile(r"[\w.-]+ ?/ ?[\w.-]+")
_EXAMPLE = "{result 2026-spring/marlow-creek}"


class LiveNumber(StrEnum):
    """The numbers of a storyboard's goal that a text may take over."""

    RESULT = "result"
    GOAL = "goal"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class LiveReference:
    """A number that stands in a storyboard, "cohort/team"."""

    number: LiveNumber
    team: str


@dataclass(frozen=True, slots=True)
class ExhibitReference:
    """A link to an exhibit of the same article; without words it prints "Exhibit 2"."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A live reference that cannot be read, and how to write it."""

    written: str
    hint: str


Part = str | LiveReference | ExhibitReference
Words = tuple[Part, ...]
"""Running text in pieces, in order."""


def pieces(text: str) -> Iterator[tuple[int, Part | Misspelt]]:
    """The pieces of a text with the place where each begins; code is left as it is."""
    done = 0
    for fence in _FENCE.finditer(text):
        yield from _outside_code(text, done, fence.start())
        yield fence.start(), fence[0]
        done = fence.end()
    yield from _outside_code(text, done, len(text))


def _outside_code(text: str, start: int, end: int) -> Iterator[tuple[int, Part | Misspelt]]:
    done = start
    for found in _TOKEN.finditer(text, start, end):
        part = _part(found)
        if part is None:
            continue
        if found.start() > done:
            yield done, text[done : found.start()]
        yield found.start(), part
        done = found.end()
    if end > done:
        yield done, text[done:end]


def _part(found: re.Match[str]) -> Part | Misspelt | None:
    """What a match stands for; None where it is only words."""
    if found["code"] is not None:
        return None
    if found["braces"] is None:
        return ExhibitReference(found["id"], found["words"].strip())
    kind, team = found["kind"], found["team"].strip()
    known = [one.value for one in LiveNumber]
    if kind in known and _TEAM.fullmatch(team) and found["end"]:
        return LiveReference(LiveNumber(kind), team)
    near = kind if kind in known else did_you_mean(kind, known)
    if kind not in known and not _LOOKS_LIKE_TEAM.fullmatch(team):
        return None
    written = found["braces"].rstrip()
    if not found["end"]:
        return Misspelt(written[:40], f"Close it with a brace: {_EXAMPLE}")
    if kind not in known:
        ask = f"Did you mean {near}? " if near else ""
        return Misspelt(written, f"{ask}Write {', '.join(known[:-1])} or {known[-1]}: {_EXAMPLE}")
    return Misspelt(written, f"Write the cohort, a slash and the team, as in the address: {_EXAMPLE}")


def read_words(given: Any) -> Words:
    """A field of front matter or of a block's options that may hold live numbers."""
    parts: list[Part] = []
    for _, part in pieces(read_text(given)):
        if isinstance(part, Misspelt):
            raise misread(
                "bad-reference",
                "{it} is not a live number.",
                part.hint,
                part.written,
                f"Write it so: {_EXAMPLE}",
            )
        parts.append(part)
    return tuple(parts)


Told = Annotated[Words, BeforeValidator(read_words)]
