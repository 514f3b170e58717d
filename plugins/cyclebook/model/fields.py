"""The types of single fields. YAML hands every scalar over as text; the field's type reads it.

So `no`, `010`, `12:30` and `2026-02-30` are either right or a clear error, never a
silent surprise.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from cyclebook.model.near_values import DIGITS, did_you_mean, number_hint, whole_number

PERSONS = re.compile(r"[0-9]{1,9}")
"""A whole number of at most nine digits."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


Kind = TypeVar("Kind", bound=StrEnum)


def misread(
    code: str, message: str, hint: str, it: object = None, public_hint: str | None = None
) -> PydanticCustomError:
    """An error about one value; `message` may hold {it}. Give `public_hint` where `hint` repeats it."""
    told = {
        "message": message,
        "hint": hint,
        "it": None if it is None else str(it),
        "public_hint": public_hint,
    }
    return PydanticCustomError(code, "{message}", told)


def one_value(given: Any, example: str) -> str:
    """The text of a scalar, without space around it; a list or a block is an error with an `example`."""
    if isinstance(given, str):
        return given.strip()
    kind = (
        "a list" if isinstance(given, list) else "a block of keys" if isinstance(given, dict) else "nothing"
    )
    hint = f"Write one value, for example {example}"
    if isinstance(given, dict):
        hint = 'Write it on one line. Words with a colon need quotes, for example "The log says: late"'
    raise misread("wrong-shape", f"This should be one value, but {kind} stands here.", hint)


def read_text(given: Any) -> str:
    """Plain words, at least one character."""
    text = one_value(given, "some words on one line")
    if not text:
        raise misread("empty-value", "This key has no value.", "Write a value, or delete the line.")
    return text


def read_number(given: Any) -> Decimal:
    """Digits with an optional decimal point."""
    text = one_value(given, "17")
    if not DIGITS.fullmatch(text):
        example = "Write digits, for example 17 or 86.7"
        raise misread("not-a-number", "{it} is not a number.", number_hint(text) or example, text, example)
    return Decimal(text)


def read_persons(given: Any) -> int:
    """A whole number of people or teams, one or more."""
    text = one_value(given, "52")
    if not PERSONS.fullmatch(text) or int(text) == 0:
        whole = whole_number(text)
        example = "Write digits, for example 52"
        hint = f"Write {whole}" if whole else (number_hint(text) if "," in text else None) or example
        raise misread("not-a-number", "{it} is not a whole number of 1 or more.", hint, text, example)
    return int(text)


def read_flag(given: Any) -> bool:
    """Yes or no."""
    word = one_value(given, "true").lower()
    if word in ("true", "yes"):
        return True
    if word in ("false", "no"):
        return False
    raise misread("not-yes-or-no", "{it} is neither yes nor no.", "Write true or false.", word)


def read_slug(given: Any) -> str:
    """A short name for addresses: small letters, digits and hyphens."""
    text = one_value(given, "on-time")
    if not _SLUG.fullmatch(text):
        example = "Use a-z, 0-9 and hyphens only, for example on-time"
        near = re.sub(r"[\s_]+", "-", text.lower())
        hint = f"Write {near}" if _SLUG.fullmatch(near) else example
        raise misread("bad-id", "{it} cannot be a short name.", hint, text, example)
    return text


def read_web_address(given: Any) -> str:
    """An https address."""
    text = one_value(given, "https://example.org/report")
    if not re.fullmatch(r"https://[^\s<>\"']+", text):
        raise misread(
            "bad-address", "{it} is not a web address that we link to.", "Begin it with https://", text
        )
    return text


def read_people_count(given: Any) -> int | None:
    """A number of teams, or the words "not published" (None)."""
    if isinstance(given, str) and given.strip().lower() == "not published":
        return None
    return read_persons(given)


def read_team_tally(given: Any) -> int:
    """A number of teams, or the word "none" (0)."""
    if isinstance(given, str) and given.strip().lower() in ("none", "0"):
        return 0
    return read_persons(given)


def read_teams_or_none(given: Any) -> int | None:
    """A number of teams, "none" (0), or the words "not published" (None)."""
    if isinstance(given, str) and given.strip().lower() in ("none", "0"):
        return 0
    return read_people_count(given)


def read_part_of_one(given: Any) -> Decimal:
    """A number from 0 to 1, written with a decimal point: 0.05."""
    text = one_value(given, "0.05")
    if not DIGITS.fullmatch(text) or Decimal(text) > 1:
        hint = "Write it with a decimal point, for example 0.05"
        raise misread("not-a-number", "{it} is not a number from 0 to 1.", hint, text)
    return Decimal(text)


def choice(kinds: type[Kind]) -> Callable[[Any], Kind]:
    """A reader for one word out of a short list."""
    return lambda given: _choose(kinds, given)


def _choose(kinds: type[Kind], given: Any) -> Kind:
    known = [kind.value for kind in kinds]
    word = one_value(given, known[0])
    if word in known:
        return kinds(word)
    near = did_you_mean(word, known)
    ask = f"Did you mean {near}? " if near else ""
    raise misread(
        "not-a-choice",
        "{it} is not one of the words for this.",
        f"{ask}Choose from: {', '.join(known)}",
        word,
    )


Text = Annotated[str, BeforeValidator(read_text)]
Persons = Annotated[int, BeforeValidator(read_persons)]
PartOfOne = Annotated[Decimal, BeforeValidator(read_part_of_one)]
Flag = Annotated[bool, BeforeValidator(read_flag)]
Slug = Annotated[str, BeforeValidator(read_slug)]
WebAddress = Annotated[str, BeforeValidator(read_web_address)]
TeamCount = Annotated[int | None, BeforeValidator(read_people_count)]
TeamTally = Annotated[int, BeforeValidator(read_team_tally)]
TeamsOrNone = Annotated[int | None, BeforeValidator(read_teams_or_none)]
