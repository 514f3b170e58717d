"""What an error of the model means to an author: a missing, unknown or misread key, and how to mend it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from cyclebook.model.near_values import day_hint, did_you_mean
from cyclebook.model.problem import LONGEST_QUOTE, Place, Problem
from cyclebook.reading.block_examples import no_block
from cyclebook.reading.block_types import block_at, known_keys
from cyclebook.reading.places import Comma, Path, Places, dotted

_CURLY = "[“”„«‘’]"
_STRAIGHT = 'Use straight quotes, ", in place of the curved ones; or none.'


def problem_of(model: type[BaseModel], detail: ErrorDetails, path: Path, places: Places) -> Problem:
    """The problem behind one of pydantic's errors, at `path` in the author's data."""
    field = dotted(path)
    kind = detail["type"]
    if kind == "missing":
        name = str(detail["loc"][-1])
        if (*path, name) in places.keys:
            here = (*path, name)
            return Problem(
                "empty-value",
                places.of_value(here),
                "This must have a value.",
                "Write one here.",
                field=dotted(here),
            )
        where = places.of_key(path) if path else places.of_value(())
        return Problem(
            "missing-key",
            where,
            f"The key {name} is missing{' here' if path else ''}.",
            f"Add a line: {name}: …",
            field=f"{field}.{name}".lstrip("."),
        )
    if kind == "extra_forbidden":
        return _unknown_key(model, path, field, places, detail["input"])
    slip = kind == "model_type" and colon_slip(str(detail["input"]), known_keys(model, path))
    if slip:
        return _bad_colon(slip, places.of_value(path), field)
    if isinstance(detail["input"], dict) and (kind == "list_type" or path == ("weeks",)):
        return row_without_hyphen(places.of_value(path), field)
    if kind == "list_type" and re.match(r"[-•–—·]", str(detail["input"])):
        return replace(
            row_without_hyphen(places.of_value(path), field),
            hint="Begin each item with a hyphen and a space.",
            public_hint=None,
        )
    told = detail.get("ctx") or {}
    if "message" in told and "hint" in told:
        it = told.get("it")
        curly = it is not None and re.match(_CURLY, it)
        return Problem(
            kind,
            places.of_value(path),
            str(told["message"]),
            _STRAIGHT if curly else str(told["hint"]),
            field=field,
            it=it,
            public_hint=_STRAIGHT if curly else told.get("public_hint"),
        )
    if kind == "model_type":
        return no_block(block_at(model, path), detail["input"], places.of_value(path), field)
    expected = {
        "list_type": (
            "a list",
            "Begin each item with a hyphen and a space, or put it in square brackets: [ … ]",
        ),
        "dict_type": ("a block of keys", "Write one key a line, indented by two spaces."),
    }.get(kind, ("something else", "See the field list in the authors' guide."))
    return Problem(
        "wrong-shape", places.of_value(path), f"This should be {expected[0]}.", expected[1], field=field
    )


def _unknown_key(model: type[BaseModel], path: Path, field: str, places: Places, given: Any) -> Problem:
    name = str(path[-1])
    allowed = known_keys(model, path[:-1])
    known = sorted(allowed)
    slip = colon_slip(name, allowed)
    if slip:
        return _bad_colon(slip, places.of_key(path), dotted(path[:-1]))
    comma = places.commas.get(path)
    if comma:
        return bad_comma(name, comma, dotted(path[:-1]))
    if re.match(r"[-•–—·]", name):
        return row_without_hyphen(places.of_key(path), dotted(path[:-1]))
    near = did_you_mean(name, known)
    homes = [key for key in known if len(path) == 1 and name in known_keys(model, (key,)) - allowed]
    hint = (
        f"Did you mean {near}?" if near else f"Take it out, with its value, or use one of: {', '.join(known)}"
    )
    empty = [key for key in homes if (key,) in places.keys and not _has_keys(key, places)]
    if homes and (empty or not near):
        hint = f"Indent it by two spaces, under {' or '.join(empty or homes)}."
    elif homes and isinstance(given, str):
        hint = f"Did you mean {near}? If not, indent it by two spaces, under {' or '.join(homes)}."
    return Problem(
        "unknown-key",
        places.of_key(path),
        "{it} does not belong here.",
        hint,
        field=field,
        it=name,
        stand_in="This key",
    )


def _has_keys(block: str, places: Places) -> bool:
    """True where something stands under the top-level key `block`."""
    return any(len(path) > 1 and path[0] == block for path in places.keys)


def colon_slip(text: str, known: frozenset[str]) -> tuple[str, bool] | None:
    """A known key that `text` begins with, and whether a colon follows: "role:Coach", "role Coach"."""
    found = re.match(r"([A-Za-z][\w-]*)(:(?=\S)| +(?=[^\s:]))", text)
    return (found[1], found[2] == ":") if found and found[1] in known else None


def colon_problem(data: Any, path: Path, name: str, places: Places) -> Problem | None:
    """The key `name`, missing from the block at `path`, where it only lacks its colon: "week:2"."""
    for step in path:
        data = data[step]
    for written in data if isinstance(data, dict) else ():
        slip = colon_slip(written, frozenset([name]))
        if slip and data[written] is None:
            return _bad_colon(slip, places.of_key((*path, written)), dotted(path))
    return None


def cut_values(model: type[BaseModel], places: Places) -> Iterator[Problem]:
    """Values that a comma cuts in two where the second part happens to be a known key."""
    for path, comma in places.commas.items():
        try:
            known = known_keys(model, path[:-1])
        except KeyError:
            continue
        if path[-1] in known:
            name = str(path[-1])
            problem = bad_comma(name, comma, dotted(path[:-1]))
            hint = f"Give {name} a colon and a value; or put all of these words in double quotes."
            yield replace(problem, hint=hint)


def bad_comma(name: str, comma: Comma, field: str) -> Problem:
    """A comma inside a value in braces; `name` is what follows it."""
    example = "Put the words in double quotes. In a number, use no comma."
    hint = f'Put the words in double quotes: {comma.key[:LONGEST_QUOTE]}: "…"'
    both = f"{comma.value.strip()}, {name.strip()}"
    digits = re.fullmatch(r"([0-9]+), ([0-9]+)", both)
    day = day_hint(both)
    if re.match(_CURLY, comma.value.strip()):
        hint = f'Use straight quotes: {comma.key[:LONGEST_QUOTE]}: "…"'
    elif day:
        hint = day
    elif digits and comma.key == "weeks":
        hint = f"Write [{digits[1]}, {digits[2]}]"
    elif digits and len(digits[2]) == 3:
        hint = f"Write the number without it: {digits[1]}{digits[2]}"
    elif digits:
        hint = f"Use a point: {digits[1]}.{digits[2]}"
    return Problem(
        "bad-comma",
        comma.place,
        "A comma begins a new key here.",
        hint,
        field=f"{field}.{comma.key}".lstrip("."),
        public_hint=example,
    )


def row_without_hyphen(place: Place, field: str = "", row: str | None = None) -> Problem:
    """A row of a list that does not begin as a row does; `row` is what follows the hyphen."""
    example = "Begin each row with a hyphen and a space, for example - {week: 2, note: a note}"
    short = row if row is None or len(row) < LONGEST_QUOTE else f"{row[: LONGEST_QUOTE - 1]}…"
    return Problem(
        "no-hyphen",
        place,
        "This row of a list does not begin with a hyphen and a space.",
        f"Begin this row with a hyphen and a space: - {short}" if short else example,
        field=field,
        public_hint=example,
    )


def meant_keys(names: Iterable[str], known: frozenset[str]) -> set[str]:
    """`names`, and the known keys that those among them which are not known were meant to be."""
    found = set(names)
    for name in found - known:
        slip = colon_slip(name, known)
        near = slip[0] if slip else did_you_mean(name, sorted(known))
        found = found | {near} if near else found
    return found


def week_colon(name: str, known: Iterable[str], path: Path, places: Places) -> Problem | None:
    """A measure or column of a week whose colon lacks its space: "on-time:22"."""
    slip = colon_slip(name, frozenset(known))
    if slip is None:
        return None
    lacks = "space after the colon" if slip[1] else "colon"
    return replace(
        _bad_colon(slip, places.of_key(path), dotted(path[:-1])),
        message=f"{{it}} has no {lacks}.",
        it=slip[0],
        stand_in="This key",
        public_hint="Write a colon and a space after it, for example on-time: 22",
    )


def _bad_colon(slip: tuple[str, bool], place: Place, field: str) -> Problem:
    name, colon = slip
    return Problem(
        "bad-colon",
        replace(place, column=place.column + len(name), length=1),
        f"{name} has no space after the colon." if colon else f"{name} has no colon.",
        f"Put a {'space' if colon else 'colon and a space'} there: {name}: …",
        field=field,
    )
