"""Authors' words under a policy that withholds counts: a text that holds a count is left out.

Numbers travel in sentences as well as in tables. What counts as a count: "19 of 50",
"38%", a bare number that is also one of the storyboard's own, and a number in words
before people ("five students").
"""

import re
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from cyclebook.catalogue import N_, _
from cyclebook.model.block import Block
from cyclebook.model.counts_in_words import entered_numbers, holds_count
from cyclebook.model.storyboard import BodySection, StoryboardFile

_Written = TypeVar("_Written", bound=Block)

WITHHELD_TEXT = N_("withheld: this text holds a count")

_KEPT = frozenset(
    {
        *("id", "name", "school", "district", "level", "priority", "focus", "drivers", "driver", "ramp"),
        *("role", "coach", "facilitator", "sponsor", "kind", "unit", "continues"),
        *("sources", "source", "entered_from", "text", "short", "url"),
    }
)


def without_counts(file: StoryboardFile) -> StoryboardFile:
    """The storyboard with every text that holds a count left out, paragraph by paragraph in the body."""
    raw = frozenset(one.value for one in entered_numbers(file))
    return replace(
        file,
        storyboard=_cleaned(file.storyboard, raw),
        weeks=tuple(_cleaned(row, raw) for row in file.weeks),
        body=tuple(_section(section, raw) for section in file.body),
    )


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
            changed[name] = _(WITHHELD_TEXT) if field.is_required() else None
    return block.model_copy(update=changed)


def _item(value: object, name: str, raw: frozenset[Decimal]) -> object:
    if isinstance(value, Block):
        return _cleaned(value, raw)
    if isinstance(value, str) and name not in _KEPT and holds_count(value, raw):
        return _(WITHHELD_TEXT)
    return value


def _section(section: BodySection, raw: frozenset[Decimal]) -> BodySection:
    heading = "" if holds_count(section.heading, raw) else section.heading
    kept = [part for part in re.split(r"\n\s*\n", section.markdown) if not holds_count(part, raw)]
    return replace(section, heading=heading, markdown="\n\n".join(kept))
