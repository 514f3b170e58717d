"""Authors' words under a policy that withholds counts: a text that holds a count is left out.

Numbers travel in sentences as well as in tables. What counts as a count: "19 of 50",
"38%", a number of people in words ("five students", "nobody was late"), and a bare number
that could be one. Whether it is one makes no difference: a text that stood or fell with
the team's own numbers would tell them.

Under every policy, where one of the groups is too small to be told of, so is "3 of 8".
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from cyclebook.catalogue import N_, _
from cyclebook.disclosure.guard import Guard
from cyclebook.model.block import Block
from cyclebook.model.counts_in_words import (
    Countable,
    entered_sizes,
    holds_count,
    holds_share_of_few,
    sizes_of_people,
)
from cyclebook.model.privacy import SMALLEST_GROUP
from cyclebook.model.storyboard import BodySection, StoryboardFile
from cyclebook.published import Absence, Absent

_Written = TypeVar("_Written", bound=Block)
_Tells = Callable[[str, str], bool]
"""True where a text, under the key that is named second, tells too much."""

WITHHELD_TEXT = N_("withheld: this text holds a count")

_KEPT = frozenset(
    {
        *("id", "school", "district", "level", "priority", "drivers", "driver", "continues"),
        *("role", "coach", "facilitator", "sponsor"),
        *("sources", "source", "entered_from", "text", "url"),
    }
)
_NAMES = frozenset({"title", "name", "measure", "idea", "short", "focus", "ramp", "unit", "kind", "file"})
"""A bare number in a name is no count ("Algebra 1"); "19 of 50" is."""


def without_counts(file: StoryboardFile, *, sizes_shown: bool) -> StoryboardFile:
    """The storyboard with every text that holds a count left out, paragraph by paragraph in the body."""
    return _told(file, _count_of(Countable.of(file, sizes_shown=sizes_shown)))


def without_small_groups(file: StoryboardFile) -> StoryboardFile:
    """The storyboard as it is; where a group in it is too small, without texts such as "3 of 8"."""
    few = any(size < SMALLEST_GROUP for size in sizes_of_people(file))
    return _told(file, _share_of_few) if few else file


def words_told(block: _Written, guard: Guard) -> _Written:
    """A block, such as a comparison, without the texts that hold counts of its groups, as `guard` judges."""
    if not guard.exact:
        return _cleaned(block, _count_of(Countable.of(block, sizes_shown=guard.sizes_shown)))
    few = any(guard.refusal(size) == Absent(Absence.SMALL_GROUP) for size in entered_sizes(block))
    return _cleaned(block, _share_of_few) if few else block


def _count_of(countable: Countable) -> _Tells:
    def tells(text: str, name: str) -> bool:
        return holds_count(text, None if name in _NAMES else countable, predicts=name == "predict")

    return tells


def _share_of_few(text: str, _name: str) -> bool:
    return holds_share_of_few(text)


def _told(file: StoryboardFile, tells: _Tells) -> StoryboardFile:
    return replace(
        file,
        storyboard=_cleaned(file.storyboard, tells),
        weeks=tuple(_cleaned(row, tells) for row in file.weeks),
        body=tuple(_section(section, tells) for section in file.body),
    )


def _cleaned(block: _Written, tells: _Tells) -> _Written:
    """A block without the texts that tell too much; one that must be there says that it is withheld."""
    changed: dict[str, object] = {}
    for name, field in type(block).model_fields.items():
        value = getattr(block, name)
        if isinstance(value, Block):
            changed[name] = _cleaned(value, tells)
        elif isinstance(value, list):
            changed[name] = [_item(one, name, tells) for one in value]
        elif type(value) is str and name not in _KEPT and tells(value, name):
            changed[name] = _(WITHHELD_TEXT) if field.is_required() else field.default
    return block.model_copy(update=changed)


def _item(value: object, name: str, tells: _Tells) -> object:
    if isinstance(value, Block):
        return _cleaned(value, tells)
    if isinstance(value, str) and name not in _KEPT and tells(value, name):
        return _(WITHHELD_TEXT)
    return value


def _section(section: BodySection, tells: _Tells) -> BodySection:
    heading = "" if tells(section.heading, "heading") else section.heading
    kept = [part for part in re.split(r"\n\s*\n", section.markdown) if not tells(part, "markdown")]
    return replace(section, heading=heading, markdown="\n\n".join(kept))
