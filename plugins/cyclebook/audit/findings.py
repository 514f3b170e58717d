"""What an audit says: each number that follows, where it stands, and from what it follows."""

import json
from dataclasses import asdict, dataclass


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
    `inexact` counts numbers whose range was too much work to narrow fully; `languages` are those
    of pages whose words the audit does not know.
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
    languages: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Every finding, and a last line with the verdict and how much was read."""
        many = len(self.findings)
        verdict = (
            f"{many:,} breach{'es' * (many > 1)}." if many else "Nothing that is withheld can be recovered."
        )
        return "\n\n".join([*map(str, self.findings), f"{verdict} {self.summary}"])

    @property
    def json(self) -> str:
        """The same as data: `findings` with code, place, what and how; `read` with the counts."""
        told = asdict(self)
        return json.dumps({"findings": told.pop("findings"), "read": told}, ensure_ascii=False, indent=2)

    @property
    def summary(self) -> str:
        """One line on how much was read."""
        told = (
            f"Read {self.files_read:,} files: {self.tables:,} tables, {self.drawings:,} drawings, "
            f"{self.statements:,} statements of numbers, {self.hidden:,} of them withheld and "
            f"{self.banded:,} given as ranges. The site states its policy as: {self.policy}."
        )
        if self.languages:
            told += (
                f" Some pages are in {', '.join(self.languages)}: the audit knows the words of English only."
            )
        if self.inexact:
            told += f" For {self.inexact:,} of them the search was cut short."
        return told
