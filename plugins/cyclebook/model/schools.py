"""Figures of whole schools, two for each: what a network draws its schools by."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class School:
    """One school and its two figures; `across` or `up` is None where it is not published."""

    name: str
    district: str | None
    level: str | None
    across: Decimal | None
    up: Decimal | None
    participating: bool


@dataclass(frozen=True, slots=True)
class SchoolFigures:
    """The schools of one CSV file; `across` and `up` are the headings of its two columns of figures."""

    across: str
    up: str
    schools: tuple[School, ...]
