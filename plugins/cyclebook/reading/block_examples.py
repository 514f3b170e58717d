"""Words where a block of keys belongs, and a line of that block as an example of the right form."""

import re
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ValidationError

from cyclebook.model.near_values import DIGITS
from cyclebook.model.problem import LONGEST_QUOTE, Place, Problem

_EXAMPLE = re.compile(r"for example ([^:]+)$")
_PLAIN = re.compile(r"[^\W_][^:#]*")


def no_block(block: type[BaseModel], given: Any, place: Place, field: str) -> Problem:
    """The problem of a value, `given`, that stands where the keys of `block` belong."""
    hint = "Write one key a line, indented by two spaces, for example "
    public = example_line(block)
    return Problem(
        "wrong-shape",
        place,
        "This should be a block of keys.",
        hint + (_line_of(block, given) or public),
        field=field,
        public_hint=hint + public,
    )


@lru_cache(maxsize=256)
def example_line(block: type[BaseModel]) -> str:
    """The first key of a block that is needed, or its first key, with the example of its reader."""
    name = _first_keys(block)[0]
    # Nobody means an empty list for a value, so the reader of the value says what it expects.
    for wrong in _errors(block, name, []):
        found = _EXAMPLE.search(str((wrong.get("ctx") or {}).get("hint", "")))
        if found:
            return f"{name}: {found[1]}"
    return f"{name}: …"


def _line_of(block: type[BaseModel], given: Any) -> str | None:
    """The author's words under the first key that takes them: they are seldom meant for another."""
    text = given.strip() if isinstance(given, str) else ""
    if not _PLAIN.fullmatch(text) or DIGITS.fullmatch(text) or len(text) > LONGEST_QUOTE:
        return None
    fitting = (name for name in _first_keys(block) if not _errors(block, name, text))
    name = next(fitting, None)
    return f"{name}: {text}" if name else None


def _first_keys(block: type[BaseModel]) -> list[str]:
    """The keys that a block must have; where it needs none, its first."""
    needed = [name for name, field in block.model_fields.items() if field.is_required()]
    return needed or list(block.model_fields)[:1]


def _errors(block: type[BaseModel], name: str, given: Any) -> list[dict[str, Any]]:
    """What is wrong with a value of one key."""
    try:
        block.model_validate({name: given})
    except ValidationError as error:
        return [dict(one) for one in error.errors() if one["loc"][:1] == (name,)]
    return []
