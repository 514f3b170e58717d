"""Sentences of an author's own, with their places: without quotations, code and addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cyclebook.model.problem import Place
from cyclebook.reading.places import Path, Places

_NOT_OWN = re.compile(
    r"^[ \t]*+>.*$"  # a quotation as a block
    r"|“[^“”]{1,600}”|\"[^\"\n]{1,600}\""
    r"|^(?P<fence>`{3,}+|~{3,}+)[^\n]*+(?s:.*?)(?:^(?P=fence)[ \t]*$|\Z)|`[^`\n]{0,300}`"
    r"|(?<=\])\([^()\n]{0,500}\)|https?://\S+|<!--(?s:.*?)(?:-->|\Z)",
    re.MULTILINE,
)
"""What each author may quote from others, and what no reader sees as words."""

_SENTENCE_END = re.compile(r"[.!?…](?=[\s)*_]|$)|\n[ \t]*(?=\n|[-*+][ \t]|\d+[.)][ \t]|#|\Z)")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>[^\n]*)")


@dataclass(frozen=True, slots=True)
class Prose:
    """Text of an author: a value of the front matter at `place`, or Markdown that begins on its line."""

    text: str
    place: Place
    markdown: bool = False

    def at(self, start: int, length: int) -> Place:
        """The place of some words. Inside a value it is that of the value: YAML may have folded its lines."""
        if not self.markdown:
            return self.place
        before = self.text[:start]
        line, column = before.count("\n"), start - (before.rfind("\n") + 1) + 1
        return Place(self.place.path, self.place.line + line, column, length)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, where it begins in its text, and the heading that it stands under."""

    text: str
    start: int
    heading: str


def value_prose(text: str | None, path: Path, places: Places) -> Iterator[Prose]:
    """A value of the front matter as prose; nothing where there is none."""
    if text:
        yield Prose(text, places.of_value(path))


def sentences(prose: Prose) -> Iterator[Sentence]:
    """The sentences of a text. What is not the author's own is blank in them, so that places stay right."""
    text = _NOT_OWN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), prose.text)
    heading, start = "", 0
    for end in [*(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]:
        sentence = text[start:end]
        found = _HEADING.match(sentence.lstrip()) if prose.markdown else None
        heading = found["words"] if found else heading
        if sentence.strip():
            yield Sentence(sentence, start, heading)
        start = end
