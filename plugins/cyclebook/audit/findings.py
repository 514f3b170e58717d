"""What an audit says: each number that follows, where it stands, and from what it follows."""

from dataclasses import dataclass


class UnreadableSite(Exception):  # noqa: N818 - it names what was met, and its text is a sentence
    """There is no finished site to read: the folder is missing, empty or without pages."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One number that can be recovered.

    `place` is a file, with the table, row and column where there is one; `what` says what
    follows; `how` says from what.
    """

    code: str
    place: str
    what: str
    how: str

    def __str__(self) -> str:
        return f"{self.place}  breach {self.code}\n   {self.what}\n   {self.how}"


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found, and how much was read: an audit that read nothing has found nothing.

    `tables` counts tables of pages and of CSV files, `hidden` withheld numbers in them, `banded`
    shares given as ranges, `statements` everything read as a number or as the lack of one.
    `inexact` counts numbers whose range was too much work to narrow fully.
    """

    findings: tuple[Finding, ...]
    files_read: int
    tables: int
    hidden: int
    banded: int
    statements: int
    drawings: int
    inexact: int
    policy: str

    @property
    def summary(self) -> str:
        """One line on how much was read."""
        told = (
            f"Read {self.files_read:,} files: {self.tables:,} tables, {self.drawings:,} drawings, "
            f"{self.statements:,} statements of numbers, {self.hidden:,} of them withheld and "
            f"{self.banded:,} given as ranges. The site states its policy as: {self.policy}."
        )
        if self.inexact:
            told += f" For {self.inexact:,} of them the search was cut short."
        return told
