"""Every key of every file, read off the model: the guide cannot say anything else than the program does.

The sentence about a key stands under it in the model. The examples come from files that use
every key (`templates/guide/every-key/`), which are checked like any team's.
"""

import re
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import PurePosixPath
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator, Tag
from pydantic.fields import FieldInfo

from cyclebook.model import amounts, days_and_weeks
from cyclebook.model import fields as readers
from cyclebook.model.article import Article, ExhibitBlock
from cyclebook.model.article_text import read_words
from cyclebook.model.clock_times import read_time, read_time_zone
from cyclebook.model.cohort import Cohort
from cyclebook.model.convening import Convening
from cyclebook.model.goal import Goal
from cyclebook.model.network import Network
from cyclebook.model.people import read_adult_role
from cyclebook.model.privacy import MeasurePrivacy, Privacy, read_last_day
from cyclebook.model.storyboard import Storyboard
from cyclebook.model.terms import read_term
from cyclebook.pages.guide import Key, KeyBlock, KeyFile
from cyclebook.pages.templates import TEMPLATES
from cyclebook.reading.article_body import WrittenBlock, scan_body
from cyclebook.reading.article_ground import NEEDS
from cyclebook.reading.articles import BLOCKS, OPTIONS
from cyclebook.reading.front_matter import read_front_matter
from cyclebook.reading.places import Places, dotted
from cyclebook.reading.yaml_text import read_yaml

EVERY_KEY = TEMPLATES / "guide" / "every-key"

_FILES: tuple[tuple[str, str, str, type[BaseModel]], ...] = (
    ("storyboard", "A storyboard", "teams/2026-spring/marlow-creek.md", Storyboard),
    ("cohort", "A cohort", "teams/2026-spring/cohort.md", Cohort),
    ("network", "The network", "teams/network.md", Network),
    ("case-study", "A case study or report", "content/case-studies/breakfast.md", Article),
    ("convening", "A convening", "content/convenings/spring.md", Convening),
)

_KINDS: dict[Callable[..., Any], str] = {
    readers.read_text: "words",
    read_adult_role: "words, for an adult",
    read_words: "words, with live numbers: {result 2026-spring/marlow-creek}",
    readers.read_number: "a number",
    readers.read_persons: "a whole number",
    days_and_weeks.read_week: "a week, 1 to 40",
    amounts.read_amount: "a number: 40, 67% or 19/50",
    readers.read_part_of_one: "a number from 0 to 1: 0.05",
    amounts.read_weekly_value: "a number, or n/d where nobody counted",
    read_time: "a time: 9:00 or 13:30",
    read_time_zone: "a time zone: America/Los_Angeles",
    days_and_weeks.read_day: "a date: 2026-02-28",
    read_last_day: "a date that has been: 2026-02-28",
    readers.read_flag: "true or false",
    readers.read_slug: "a short name",
    days_and_weeks.read_week_span: "a week, or the first and last: [3, 10]",
    readers.read_web_address: "an https address",
    readers.read_people_count: "a whole number, or not published",
    readers.read_team_tally: "a whole number, or none",
    readers.read_teams_or_none: "a whole number, none, or not published",
    amounts.read_maybe_amount: "a number, or not published",
    read_term: "a word, and its plural after a slash",
}
"""What a reader of single fields takes, in words for authors."""

_SOMETIMES: dict[tuple[type[BaseModel], str], str] = {
    (Storyboard, "goal"): "needed",
    (Goal, "target"): "needed, unless a source reports the outcome",
    (Goal, "better"): "needed without a baseline",
    (Cohort, "network"): "needed with an aim, drivers, districts, events, schools or terms of its own",
    (Cohort, "schools_source"): "needed with schools",
    (Network, "schools_source"): "needed with schools",
    (Privacy, "approved"): "needed for the policy open",
    (Privacy, "because"): "needed in a cohort, unless approved is there",
    (MeasurePrivacy, "approved"): "needed for the policy open",
    (MeasurePrivacy, "because"): "needed, unless approved is there",
    (Convening, "time_zone"): "needed with start, end or agenda",
    **{
        (ExhibitBlock, key): "needed for " + ", ".join(kind for kind, need in NEEDS.items() if key in need.of)
        for key in ("team", "cohort")
    },
}
"""Keys that the model leaves open and that a check asks for."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What may stand at a key: in words, the words to choose from, and the block of keys beneath."""

    words: str
    choices: tuple[str, ...] = ()
    block: type[BaseModel] | None = None


@cache
def key_files() -> tuple[KeyFile, ...]:
    """Storyboard, cohort, network, article and convening with all their keys."""
    return tuple(
        KeyFile(name, title, path, tuple(_all_blocks(name, model)), every_key(name))
        for name, title, path, model in _FILES
    )


def every_key(name: str) -> str:
    """The text of a file of this kind in which every key stands."""
    return (EVERY_KEY / f"{name}.md").read_text("utf-8")


def _all_blocks(file: str, model: type[BaseModel]) -> Iterator[KeyBlock]:
    """The keys of a file's front matter; for an article, those of its `///` blocks too."""
    front, options = _example_lines(file)
    yield from _blocks(model, file, front)
    if model is Article:
        for slashes, of_block in BLOCKS.items():
            for block in _blocks(of_block, f"{file}-{slashes}", options[slashes]):
                yield replace(block, slashes=slashes)


def _blocks(model: type[BaseModel], file: str, examples: dict[str, str]) -> Iterator[KeyBlock]:
    """The block at the top, then those beneath it, each once and in the order of the model."""
    homes: dict[type[BaseModel], str] = {model: ""}
    waiting = [model]
    while waiting:
        block = waiting.pop(0)
        beneath = []
        keys = []
        for key, kind in _keys(block):
            path = ".".join(filter(None, (homes[block], key.name)))
            if kind.block is not None and kind.block not in homes:
                homes[kind.block] = path
                beneath.append(kind.block)
            home = _block_id(file, homes[kind.block]) if kind.block is not None else None
            example = examples.get(path)
            if home and example and example.startswith("- "):
                example = None
            keys.append(replace(key, id=_anchor(file, path), example=example, block=home))
        waiting[:0] = beneath
        about = (block.__doc__ or "").strip().split("\n")[0]
        yield KeyBlock(_block_id(file, homes[block]), homes[block], about, tuple(keys))


def _anchor(file: str, path: str) -> str:
    """A key's id on the page: "storyboard-goal-target"."""
    return re.sub(r"[^a-z0-9]+", "-", f"{file}-{path}")


def _block_id(file: str, path: str) -> str:
    """The id of the keys beneath a key: "storyboard-goal-keys"."""
    return f"{_anchor(file, path)}-keys" if path else f"{file}-keys"


def _keys(block: type[BaseModel]) -> Iterator[tuple[Key, _Kind]]:
    hints = get_type_hints(block, include_extras=True)
    for name, field in block.model_fields.items():
        kind = _kind(hints[name])
        needed = _SOMETIMES.get((block, name)) or ("needed" if field.is_required() else None)
        about = " ".join((field.description or "").split())
        yield Key("", name, about, kind.words, needed, kind.choices, _default(field)), kind
    if block.model_config.get("extra") == "allow":
        told = "What was counted, under the measure’s own id."
        yield Key("", "a measure’s id", told, _KINDS[amounts.read_weekly_value]), _Kind("")


def _kind(hint: Any) -> _Kind:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        reader = next((one.func for one in parts[1:] if isinstance(one, BeforeValidator)), None)
        if reader in _KINDS:
            return _Kind(_KINDS[reader])
        return _kind(parts[0])
    if origin in (Union, types.UnionType):
        return _either([_kind(part) for part in _told_apart(parts)])
    if origin is list:
        inner = _kind(parts[0])
        return replace(
            inner, words="a list of blocks" if inner.words == "a block" else f"a list: {inner.words}"
        )
    if origin is dict:
        return _Kind("a week and a number, for as many weeks as you like")
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _Kind("one of these words", tuple(one.value for one in hint))
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _Kind("a block", block=hint)
    raise TypeError(f"The field reference has no words for {hint!r}.")


def _told_apart(parts: tuple[Any, ...]) -> list[Any]:
    """The members of a union but None, and but those that only read a wrong shape."""
    shapes = [part for part in parts if part is not type(None)]
    return [part for part in shapes if not _only_for_a_message(part)]


def _only_for_a_message(part: Any) -> bool:
    """True for words read where a list or block was written: such a member always ends in a problem."""
    tags = [one.tag for one in get_args(part)[1:] if isinstance(one, Tag)]
    reads_words = any(isinstance(one, BeforeValidator) for one in get_args(part)[1:])
    return reads_words and bool(tags) and tags != ["words"]


def _either(kinds: list[_Kind]) -> _Kind:
    words = ", or ".join(dict.fromkeys(kind.words for kind in kinds))
    block = next((kind.block for kind in kinds if kind.block), None)
    return _Kind(words, tuple(word for kind in kinds for word in kind.choices), block)


def _default(field: FieldInfo) -> str | None:
    """What counts where the key is left out; None where that is nothing."""
    value = field.default
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str) else None


def _example_lines(file: str) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """The lines that show each key of the front matter, and those of each kind of `///` block."""
    text, name = every_key(file), PurePosixPath(f"{file}.md")
    lines = text.split("\n")
    front = read_front_matter(text.encode(), name)
    options: dict[str, dict[str, str]] = {}
    for item in scan_body(front.body, name, front.body_line, OPTIONS)[0]:
        if isinstance(item, WrittenBlock):
            written = read_yaml(item.options.text, name, item.options.line)
            shown = _first_lines(written.places, lines)
            options[item.name] = {**shown, **options.get(item.name, {})}
    return _first_lines(front.places, lines), options


def _first_lines(places: Places, lines: list[str]) -> dict[str, str]:
    """The line on which each key stands first, without its indent; for a list, its first item."""
    found: dict[str, str] = {}
    for path, place in sorted(places.keys.items(), key=lambda one: one[1]):
        line, below = lines[place.line - 1].strip().removeprefix("- "), lines[place.line].strip()
        if not line.endswith(":"):
            found.setdefault(dotted(path), line)
        elif below.startswith("- "):
            found.setdefault(dotted(path), below)
    return found
