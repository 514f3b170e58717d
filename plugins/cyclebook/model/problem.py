"""What is wrong in a file, where, and how to mend it. Problems are values, collected and shown together."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

LONGEST_QUOTE = 60


class Severity(StrEnum):
    """Errors fail a check; warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: `line` and `column` count from 1, `length` is how much to underline."""

    path: PurePosixPath
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def file(self) -> str:
        """The path as a report may print it."""
        return printable(str(self.path))


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake.

    `message` may hold `{it}` where the author's own words go. Those words are shown
    in a terminal only; anywhere public, `stand_in` takes their place, and `public_hint`
    that of a hint which repeats something from the file.
    """

    code: str
    place: Place
    message: str
    hint: str
    field: str = ""
    it: str | None = None
    stand_in: str = "This value"
    severity: Severity = Severity.ERROR
    public_hint: str | None = None
    also: Place | None = None
    """A place in another file, where the message names one."""
    veil: tuple[str, ...] = ()
    """Personal data in the project's files: nothing that is shown of the problem may hold it."""

    def sentence(self, *, quoting: bool) -> str:
        """What is wrong, with the author's words (`quoting`) or without them."""
        if not quoting or self.it is None:
            return self.veiled(self.message).replace("{it}", self.stand_in)
        return self.veiled(self.message).replace("{it}", f'"{_on_one_line(self.veiled(self.it))}"')

    def advice(self, *, quoting: bool) -> str:
        """How to mend it, with the author's words (`quoting`) or without them."""
        return self.veiled(self.hint if quoting or self.public_hint is None else self.public_hint)

    def veiled(self, text: str) -> str:
        """A text with stars, one for each letter, in place of personal data."""
        for words in self.veil:
            text = text.replace(words, "*" * len(words))
        return text

    @property
    def order(self) -> tuple[Place, str, str]:
        """A stable order for reports: by place, then code."""
        return (self.place, self.code, self.message)


def printable(text: str) -> str:
    """A name as text that neither breaks a line nor steers a terminal: a file may be called anything."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text)


def _on_one_line(words: str) -> str:
    """Words that neither break a report nor steer a terminal."""
    shown = "".join(one if one.isprintable() else " " for one in words)
    return shown if len(shown) <= LONGEST_QUOTE else f"{shown[: LONGEST_QUOTE - 1]}…"
