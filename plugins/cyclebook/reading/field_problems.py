"""What an error of the model means to an author: a missing, unknown or misread key, and how to mend it."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from cyclebook.model.fields import THOUSANDS_HINT, did_you_mean
from cyclebook.model.problem import Place, Problem
from cyclebook.reading.places import Path, Places, dotted


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
        return _unknown_key(model, path, field, places)
    slip = kind == "model_type" and colon_slip(str(detail["input"]), known_keys(model, path))
    if slip:
        return _bad_colon(slip, places.of_value(path), field)
    told = detail.get("ctx") or {}
    if "message" in told and "hint" in told:
        return Problem(
            kind,
            places.of_value(path),
            str(told["message"]),
            str(told["hint"]),
            field=field,
            it=told.get("it"),
            public_hint=told.get("public_hint"),
        )
    expected = {
        "list_type": ("a list", "Begin each item with a hyphen and a space: - …"),
        "dict_type": ("a block of keys", "Write one key a line, indented by two spaces."),
        "model_type": ("a block of keys", "Write one key a line, indented by two spaces: key: value"),
    }.get(kind, ("something else", "See the field list in the authors' guide."))
    return Problem(
        "wrong-shape", places.of_value(path), f"This should be {expected[0]}.", expected[1], field=field
    )


def _unknown_key(model: type[BaseModel], path: Path, field: str, places: Places) -> Problem:
    name = str(path[-1])
    allowed = known_keys(model, path[:-1])
    known = sorted(allowed)
    slip = colon_slip(name, allowed)
    if slip:
        return _bad_colon(slip, places.of_key(path), dotted(path[:-1]))
    near = did_you_mean(name, known)
    homes = [key for key in known if len(path) == 1 and name in known_keys(model, (key,)) - allowed]
    hint = f"Did you mean {near}?" if near else f"Keys that belong here: {', '.join(known)}"
    if homes:
        hint = f"Indent it by two spaces, under {' or '.join(homes)}."
    elif name[:1].isdigit():
        hint = THOUSANDS_HINT
    return Problem(
        "unknown-key",
        places.of_key(path),
        "{it} does not belong here.",
        hint,
        field=field,
        it=name,
        stand_in="This key",
    )


def colon_slip(text: str, known: frozenset[str]) -> tuple[str, bool] | None:
    """A known key that `text` begins with, and whether a colon follows: "role:Coach", "role Coach"."""
    found = re.match(r"([A-Za-z][\w-]*)(:(?=\S)| +(?=[^\s:]))", text)
    return (found[1], found[2] == ":") if found and found[1] in known else None


def _bad_colon(slip: tuple[str, bool], place: Place, field: str) -> Problem:
    name, colon = slip
    return Problem(
        "bad-colon",
        replace(place, column=place.column + len(name), length=1),
        f"{name} has no space after the colon." if colon else f"{name} has no colon.",
        f"Put a {'space' if colon else 'colon and a space'} there: {name}: …",
        field=field,
    )


@lru_cache(maxsize=1024)
def known_keys(model: type[BaseModel], path: Path) -> frozenset[str]:
    """The keys that may stand in the block at `path`."""
    here: type[BaseModel] = model
    for step in path:
        if isinstance(step, str):
            here = block_of(here.model_fields[step].annotation) or here
    return frozenset(here.model_fields)


def block_of(annotation: Any) -> type[BaseModel] | None:
    """The block type inside an annotation such as `list[Member] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(
        (found for inner in getattr(annotation, "__args__", ()) if (found := block_of(inner))),
        None,
    )
