"""Numbers as authors write them: a count, a percentage, a part of a group, or a week without a count."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from cyclebook.model.fields import PERSONS, misread, one_value
from cyclebook.model.near_values import DIGITS, number_hint, part_hint

_NO_DATA = ("n/d", "n/a", "na")
_NOTHING_COUNTED = re.compile(r"[-–—.?]+|none|absent|missing|no count", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as an author wrote it: 40, 86.7, 67% or 19/50."""

    value: Decimal
    of: int | None = None
    percent: bool = False

    def compares_with(self, other: "Amount", size: int | None = None) -> bool:
        """True where both stand on one scale: plain numbers, or parts of one group, or percentages.

        `size` is the group of a number that names none. A percentage also compares with a part of a group.
        """
        sizes = {amount.of or size for amount in (self, other) if not amount.percent}
        if self.percent or other.percent:
            return None not in sizes
        return len(sizes - {None}) < 2


@dataclass(frozen=True, slots=True)
class NotCollected:
    """A week in which the team did not count: `n/d`."""


WeeklyValue = Amount | NotCollected


def read_amount(given: Any) -> Amount:
    """A number, a percentage or a count of a group: 40, 67%, 19/50."""
    text = one_value(given, "40")
    if "/" in text:
        return _fraction(text)
    percent = text.endswith("%")
    digits = text[:-1].strip() if percent else text
    if not DIGITS.fullmatch(digits):
        example = "Write digits, for example 17, 86.7, 67% or 19/50"
        hint = part_hint(text) or number_hint(text) or example
        raise misread("not-a-number", "{it} is not a number.", hint, text, example)
    return Amount(Decimal(digits), percent=percent)


def _fraction(text: str) -> Amount:
    upper, _, lower = (part.strip() for part in text.partition("/"))
    example = "Write the count, a slash and the size of the group, for example 19/50"
    if not PERSONS.fullmatch(upper) or not PERSONS.fullmatch(lower):
        raise misread("bad-fraction", "{it} is not a count of a group.", example, text)
    if int(lower) == 0:
        raise misread("bad-fraction", "{it} has a group of nobody.", example, text)
    if int(upper) > int(lower):
        raise misread(
            "above-group",
            "{it} counts more people than the group has.",
            "The first number can be at most the second. Check both.",
            text,
        )
    return Amount(Decimal(upper), of=int(lower))


def read_weekly_value(given: Any) -> WeeklyValue | None:
    """A week's number, `n/d` for not collected, or nothing."""
    if given is None or (isinstance(given, str) and not given.strip()):
        return None
    if isinstance(given, str) and given.strip().lower() in _NO_DATA:
        return NotCollected()
    try:
        return read_amount(given)
    except PydanticCustomError as error:
        told = dict(error.context or {})
        if error.type == "above-group" or told["public_hint"] not in (None, told["hint"]):
            raise
        hint = f"{told['hint']}; or n/d where nothing was counted"
        if _NOTHING_COUNTED.fullmatch(str(told["it"])):
            hint = "Write n/d where nothing was counted."
        told |= {"hint": hint, "public_hint": hint}
        raise PydanticCustomError(error.type, "{message}", told) from None


def read_maybe_amount(given: Any) -> Amount | None:
    """A number, or the words "not published" (None)."""
    if isinstance(given, str) and given.strip().lower() == "not published":
        return None
    return read_amount(given)


Quantity = Annotated[Amount, BeforeValidator(read_amount)]


MaybeQuantity = Annotated[Amount | None, BeforeValidator(read_maybe_amount)]


Weekly = Annotated[Amount | NotCollected | None, BeforeValidator(read_weekly_value)]
