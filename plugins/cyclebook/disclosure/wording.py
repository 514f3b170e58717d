"""Authors' words under a policy that withholds counts: a text that holds a count is left out.

Numbers travel in sentences as well as in tables. What counts as a count: "19 of 50",
"38%", a bare number that is also one of the storyboard's own, and a number in words
before people ("five students"). Where sizes of groups are withheld too, a size is one
of the storyboard's own numbers.
"""

import re
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from cyclebook.catalogue import N_, _
from cyclebook.model.block import Block
from cyclebook.model.counts_in_words import entered_numbers, entered_sizes, holds_count
from cyclebook.model.storyboard import BodySection, StoryboardFile

_Written = TypeVar("_Written", bound=Block)

WITHHELD_TEXT = N_("withheld: this text holds a count")

_KEPT = frozenset(
    {
        *("id", "school", "district", "level", "priority", "drivers", "driver", "continues"),
        *("role", "coach", "facilitator", "sponsor", "kind"),
        *("sources", "source", "entered_from", "text", "short", "url"),
    }
)
_NAMES = frozenset({"name", "focus", "ramp", "unit"})
"""A bare number in a name is no count ("Algebra 1"); "19 of 50" is."""


def without_counts(file: StoryboardFile, *, sizes_shown: bool) -> StoryboardFile:
    """The storyboard with every text that holds a count left out, paragraph by paragraph in the body."""
    raw = _raw(file, sizes_shown=sizes_shown)
    return replace(
        file,
        storyboard=_cleaned(file.storyboard, raw),
        weeks=tuple(_cleaned(row, raw) for row in file.weeks),
        body=tuple(_section(section, raw) for section in file.body),
    )


def words_without_counts(block: _Written, *, sizes_shown: bool) -> _Written:
    """A block, such as a comparison, with every text that holds one of its own counts left out."""
    return _cleaned(block, _raw(block, sizes_shown=sizes_shown))


def _raw(written: object, *, sizes_shown: bool) -> frozenset[Decimal]:
    sizes = () if sizes_shown else (Decimal(size) for size in entered_sizes(written))
    return frozenset({*(one.value for one in entered_numbers(written)), *sizes})


def _cleaned(block: _Written, raw: frozenset[Decimal]) -> _Written:
    """A block whose texts hold no count; one that must be there says that it is withheld."""
    changed: dict[str, object] = {}
    for name, field in type(block).model_fields.items():
        value = getattr(block, name)
        if isinstance(value, Block):
            changed[name] = _cleaned(value, raw)
        elif isinstance(value, list):
            changed[name] = [_item(one, name, raw) for one in value]
        elif type(value) is str and _told(value, name, raw):
            changed[name] = _(WITHHELD_TEXT) if field.is_required() else field.default
    return block.model_copy(update=changed)


def _item(value: object, name: str, raw: frozenset[Decimal]) -> object:
    if isinstance(value, Block):
        return _cleaned(value, raw)
    if isinstance(value, str) and _told(value, name, raw):
        return _(WITHHELD_TEXT)
    return value


def _told(text: str, name: str, raw: frozenset[Decimal]) -> bool:
    """True where the text under a key holds a count."""
    return name not in _KEPT and holds_count(text, frozenset() if name in _NAMES else raw)


def _section(section: BodySection, raw: frozenset[Decimal]) -> BodySection:
    heading = "" if holds_count(section.heading, raw) else section.heading
    kept = [part for part in re.split(r"\n\s*\n", section.markdown) if not holds_count(part, raw)]
    return replace(section, heading=heading, markdown="\n\n".join(kept))
