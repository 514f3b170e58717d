"""Authors' words under a policy that withholds counts: a text that holds a count is left out.

Numbers travel in sentences as well as in tables. What counts as a count: "19 of 50",
"38%", a bare number that is also one of the storyboard's own, and a number in words
before people ("five students").
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from cyclebook.model.block import Block
from cyclebook.model.fields import Amount
from cyclebook.model.storyboard import BodySection, StoryboardFile

_Written = TypeVar("_Written", bound=Block)

WITHHELD_TEXT = "withheld: this text holds a count"

_KEPT = frozenset(
    {
        *("id", "name", "school", "district", "level", "priority", "focus", "drivers", "driver", "ramp"),
        *("role", "coach", "facilitator", "sponsor", "kind", "unit", "continues"),
        *("sources", "source", "entered_from", "text", "short", "url"),
    }
)
_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    *("twenty", "thirty", "forty", "fifty"),
)
_NUMBER = rf"(?:[0-9]+|{'|'.join(_WORDS)})"
_PEOPLE = (
    r"(?:students?|children|child|families|family|parents?|learners?|kids?|pupils?|readers?|boys?|girls?|"
    r"seniors?|\w*graders?|kindergartn?e?n?ers?|newcomers?)"
)
_SHARE = re.compile(
    rf"\b{_NUMBER}\s+(?:out\s+)?of\s+(?:the\s+|these\s+|our\s+|all\s+)?{_NUMBER}\b|"
    r"[0-9]+\s*/\s*[0-9]+|[0-9](?:\.[0-9]+)?\s*(?:%|percent\b)",
    re.IGNORECASE,
)
_PERSONS = re.compile(rf"\b{_NUMBER}\s+(?:[a-z-]+\s+){{0,2}}{_PEOPLE}\b", re.IGNORECASE)
_BARE = re.compile(r"(?<![\w.:/-])([0-9]+(?:\.[0-9]+)?)(?![\w:/-]|\.[0-9])")
_LABEL = re.compile(r"(?:weeks?|grades?|rooms?|periods?|days?|bus|tests?|and|to|–)\s*$", re.IGNORECASE)


def without_counts(file: StoryboardFile) -> StoryboardFile:
    """The storyboard with every text that holds a count left out, paragraph by paragraph in the body."""
    raw = frozenset(_numbers(file))
    return replace(
        file,
        storyboard=_cleaned(file.storyboard, raw),
        weeks=tuple(_cleaned(row, raw) for row in file.weeks),
        body=tuple(_section(section, raw) for section in file.body),
    )


def holds_count(text: str, raw: frozenset[Decimal]) -> bool:
    """True where a text tells how many: of a group, of people, or one of the numbers in `raw`."""
    if _SHARE.search(text) or _PERSONS.search(text):
        return True
    return any(
        Decimal(found[1]) in raw and not _LABEL.search(text[: found.start()])
        for found in _BARE.finditer(text)
    )


def _numbers(value: object) -> Iterator[Decimal]:
    """Every number that the authors entered."""
    if isinstance(value, Amount):
        yield value.value
    elif isinstance(value, StoryboardFile):
        yield from _numbers(value.storyboard)
        yield from _numbers(value.weeks)
    elif isinstance(value, Block):
        yield from _numbers([getattr(value, name) for name in type(value).model_fields])
        yield from _numbers(list((value.model_extra or {}).values()))
    elif isinstance(value, dict):
        yield from _numbers(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _numbers(one)


def _cleaned(block: _Written, raw: frozenset[Decimal]) -> _Written:
    """A block whose texts hold no count; one that must be there says that it is withheld."""
    changed: dict[str, object] = {}
    for name, field in type(block).model_fields.items():
        value = getattr(block, name)
        if isinstance(value, Block):
            changed[name] = _cleaned(value, raw)
        elif isinstance(value, list):
            changed[name] = [_item(one, name, raw) for one in value]
        elif type(value) is str and name not in _KEPT and holds_count(value, raw):
            changed[name] = WITHHELD_TEXT if field.is_required() else None
    return block.model_copy(update=changed)


def _item(value: object, name: str, raw: frozenset[Decimal]) -> object:
    if isinstance(value, Block):
        return _cleaned(value, raw)
    if isinstance(value, str) and name not in _KEPT and holds_count(value, raw):
        return WITHHELD_TEXT
    return value


def _section(section: BodySection, raw: frozenset[Decimal]) -> BodySection:
    heading = "" if holds_count(section.heading, raw) else section.heading
    kept = [part for part in re.split(r"\n\s*\n", section.markdown) if not holds_count(part, raw)]
    return replace(section, heading=heading, markdown="\n\n".join(kept))
