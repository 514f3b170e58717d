"""What was heard on the way out of a convening: slips that somebody typed back, as a Markdown list.

    - "More time at each table" — exit slip
    - Several visitors asked for the agenda a week earlier.

A line in quotation marks is somebody's own words, so it says who, and it is short.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from cyclebook.model.convening import Slip
from cyclebook.model.problem import Place, Problem

MOST_WORDS = 25

_ITEM = re.compile(r"[ \t]{0,3}[-*+][ \t]+(?P<words>.*)")
_QUOTED = re.compile(r"[“\"](?P<words>[^”\"]*)[”\"](?P<rest>.*)", re.DOTALL)
_BY = re.compile(r"\s*(?:[-–—]+|,)\s*(?P<by>.*?)\.?\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heard:
    """The slips of a section, and the Markdown around them."""

    slips: tuple[Slip, ...]
    after: str | None


def read_heard(markdown: str, first_line: int) -> Heard:
    """The list in a section as slips; its other paragraphs are kept as they are.

    `first_line` is that of the first line of `markdown` in its file.
    """
    slips: list[tuple[list[str], int]] = []
    others: list[str] = []
    open_item = False
    for number, line in enumerate(markdown.split("\n")):
        item = _ITEM.fullmatch(line)
        if item:
            slips.append(([item["words"]], number))
            open_item = True
        elif open_item and line.strip():
            slips[-1][0].append(line.strip())
        else:
            open_item = False
            others.append(line)
    return Heard(
        tuple(_slip(" ".join(words), first_line + number) for words, number in slips),
        "\n".join(others).strip() or None,
    )


def _slip(text: str, line: int) -> Slip:
    quoted = _QUOTED.fullmatch(text.strip())
    if quoted is None:
        return Slip(text.strip(), None, line)
    by = _BY.fullmatch(quoted["rest"])
    said = by["by"] if by else quoted["rest"].strip(" .()")
    return Slip(quoted["words"].strip(), said.strip(), line)


def check_heard(slips: tuple[Slip, ...], file: PurePosixPath) -> Iterator[Problem]:
    """A quotation says whose words it holds, and holds 25 of them or fewer."""
    for slip in slips:
        if slip.by is None:
            continue
        if not slip.by:
            yield Problem(
                "no-speaker",
                Place(file, slip.line),
                "Nobody is named for these words.",
                'Say after a dash whose words they are, as a role: "More time" — exit slip',
            )
        count = len(slip.words.split())
        if count > MOST_WORDS:
            yield Problem(
                "long-quotation",
                Place(file, slip.line),
                f"This quotation has {count} words; at most {MOST_WORDS} may stand.",
                "Shorten it to what matters.",
            )
