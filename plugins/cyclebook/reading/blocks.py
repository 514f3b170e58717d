"""Data to model, with every mistake found in one go.

Pydantic stops at the shape of one value but not of its neighbours: a wrong part is
reported, left out, and the rest validated again, so that checks across fields can
still run on what is right.
"""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cyclebook.model.fields import did_you_mean
from cyclebook.model.problem import Problem
from cyclebook.reading.places import Path, Places

Written = TypeVar("Written", bound=BaseModel)

_MAX_ROUNDS = 12


@dataclass(slots=True)
class Validated(Generic[Written]):
    """What could be read, or None; its places, moved along with left-out list items; the problems.

    `variants` are readings with the second value of a repeated key, to be checked too.
    """

    value: Written | None
    places: Places
    problems: list[Problem]
    variants: list[tuple[Written, Places]]


def validate(
    model: type[Written], data: dict[str, Any], places: Places, *, lossy: bool
) -> Validated[Written]:
    """Read `data` as `model`. With `lossy`, missing keys are not reported."""
    problems: dict[tuple[object, ...], Problem] = {}
    value, moved = _read(model, _first_values(data), places, problems, lossy=lossy)
    variants = []
    for variant in _second_values(data):
        second, second_places = _read(model, variant, _renamed(places), problems, lossy=True)
        if second is not None:
            variants.append((second, second_places))
    return Validated(value, moved, list(problems.values()), variants)


def _read(
    model: type[Written],
    data: dict[str, Any],
    places: Places,
    problems: dict[tuple[object, ...], Problem],
    *,
    lossy: bool,
) -> tuple[Written | None, Places]:
    data = copy.deepcopy(data)
    moved = Places(places.file, dict(places.keys), dict(places.values))
    pruned = False
    for _ in range(_MAX_ROUNDS):
        _drop_empty(data)
        try:
            return model.model_validate(data), moved
        except ValidationError as error:
            wrong: set[Path] = set()
            for detail in error.errors():
                path = _path_in(data, detail["loc"])
                missing = detail["type"] == "missing"
                if not (missing and (lossy or pruned)):
                    problem = _problem(model, detail, path, moved)
                    problems.setdefault((problem.code, problem.place), problem)
                wrong.add(path)
            if () in wrong:
                return None, moved
            for path in sorted(wrong, key=_deepest_last_first):
                _drop(data, path)
            moved.drop(wrong)
            pruned = True
    return None, moved


def _deepest_last_first(path: Path) -> tuple[object, ...]:
    return (-len(path), *(-part if isinstance(part, int) else 0 for part in path))


def _first_values(data: dict[str, Any]) -> dict[str, Any]:
    """Without the second values of repeated keys (their names carry a mark)."""
    return {key: _strip(value) for key, value in data.items() if "\x00" not in key}


def _strip(value: Any) -> Any:
    if isinstance(value, dict):
        return _first_values(value)
    return [_strip(one) for one in value] if isinstance(value, list) else value


def _second_values(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """For each repeated top-level key, the data with its second value instead."""
    for key, value in data.items():
        if "\x00" in key:
            name = key.partition("\x00")[0]
            yield {**_first_values(data), name: _strip(value)}


def _renamed(places: Places) -> Places:
    """Places in which the second value of a repeated key is found under the key's own name."""

    def second(table: dict[Path, Any]) -> dict[Path, Any]:
        marked = {path: place for path, place in table.items() if "\x00" in str(path[0])}
        names = {str(path[0]).partition("\x00")[0] for path in marked}
        kept = {path: place for path, place in table.items() if path[0] not in names and path not in marked}
        return kept | {
            (str(path[0]).partition("\x00")[0], *path[1:]): place for path, place in marked.items()
        }

    return Places(places.file, second(places.keys), second(places.values))


def _drop_empty(data: Any) -> None:
    """A key without a value counts as not written."""
    if isinstance(data, dict):
        for key in [key for key, value in data.items() if value is None]:
            del data[key]
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        _drop_empty(value)


def _path_in(data: Any, location: tuple[int | str, ...]) -> Path:
    """Pydantic's location without the names of union members: only steps that exist in the data."""
    path: list[str | int] = []
    here = data
    for step in location:
        if _has(here, step):
            here = here[step]
            path.append(step)
    return tuple(path)


def _has(here: Any, step: int | str) -> bool:
    if isinstance(here, dict):
        return step in here
    return isinstance(here, list) and isinstance(step, int) and step < len(here)


def _drop(data: Any, path: Path) -> None:
    here = data
    for step in path[:-1]:
        if not _has(here, step):
            return
        here = here[step]
    last = path[-1]
    if _has(here, last):
        del here[last]


def _problem(model: type[BaseModel], detail: ErrorDetails, path: Path, places: Places) -> Problem:
    field = ".".join(str(part + 1 if isinstance(part, int) else part) for part in path)
    kind = detail["type"]
    if kind == "missing":
        name = str(detail["loc"][-1])
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
    known = sorted(known_keys(model, path[:-1]))
    near = did_you_mean(name, known)
    hint = f"Did you mean {near}?" if near else f"Keys that belong here: {', '.join(known)}"
    if ":" in name:
        hint = "Put a space after the colon."
    return Problem(
        "unknown-key",
        places.of_key(path),
        "{it} does not belong here.",
        hint,
        field=field,
        it=name,
        stand_in="This key",
    )


def known_keys(model: type[BaseModel], path: Path) -> set[str]:
    """The keys that may stand in the block at `path`."""
    here: type[BaseModel] = model
    for step in path:
        if isinstance(step, str):
            here = _block_of(here.model_fields[step].annotation) or here
    return set(here.model_fields)


def _block_of(annotation: Any) -> type[BaseModel] | None:
    """The block type inside an annotation such as `list[Member] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(
        (found for inner in getattr(annotation, "__args__", ()) if (found := _block_of(inner))),
        None,
    )
