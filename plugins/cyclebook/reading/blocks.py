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

from cyclebook.model.near_values import did_you_mean
from cyclebook.model.problem import Problem
from cyclebook.reading.block_types import block_of, known_keys
from cyclebook.reading.field_problems import (
    colon_problem,
    colon_slip,
    cut_values,
    problem_of,
)
from cyclebook.reading.places import Kept, Path, Places

Written = TypeVar("Written", bound=BaseModel)

_MAX_ROUNDS = 12

_STAND_INS: dict[str, Any] = {
    "title": "-",
    "privacy": {"policy": "open", "approved": {"by": "-", "because": "-"}},
}
"""Read in place of what a file must have and has not. A file with an error is never published."""


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
    for problem in cut_values(model, places):
        problems.setdefault((problem.code, problem.place), problem)
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
    moved = places.copy()
    pruned = False
    for _ in range(_MAX_ROUNDS):
        _drop_empty(data, model)
        try:
            return model.model_validate(data), moved
        except ValidationError as error:
            wrong: set[Path] = set()
            found = [(detail, _path_in(data, detail["loc"])) for detail in error.errors()]
            lacking = {(*path, detail["loc"][-1]) for detail, path in found if detail["type"] == "missing"}
            meant = {here for detail, path in found for here in _meant(model, detail, path, lacking)}
            cut = {(*path[:-1], comma.key) for path, comma in moved.commas.items()}
            for detail, path in found:
                missing = detail["type"] == "missing"
                slip = colon_problem(data, path, str(detail["loc"][-1]), moved) if missing else None
                if slip:
                    problems.setdefault((slip.code, slip.place), slip)
                elif path not in cut and not (
                    missing and (lossy or pruned or (*path, detail["loc"][-1]) in meant)
                ):
                    problem = problem_of(model, detail, path, moved)
                    problems.setdefault((problem.code, problem.place), problem)
                wrong.add(path)
            if () in wrong and not _stand_in(data, found):
                return None, moved
            wrong.discard(())
            for path in sorted(wrong, key=_deepest_last_first):
                _drop(data, path)
            moved.drop(wrong)
            pruned = True
    return None, moved


def _stand_in(data: dict[str, Any], found: list[tuple[ErrorDetails, Path]]) -> bool:
    """Fill in what a file must have, so that the rest can be checked too; False where that is not known."""
    missing = [str(detail["loc"][-1]) for detail, path in found if path == () and detail["type"] == "missing"]
    data.update({name: _STAND_INS[name] for name in missing if name in _STAND_INS})
    return bool(missing) and all(name in _STAND_INS for name in missing)


def _meant(model: type[BaseModel], detail: ErrorDetails, path: Path, lacking: set[Path]) -> Iterator[Path]:
    """The key, of those that are lacking, which an unknown one stands for: it is misspelt, not missing."""
    candidates = [str(one[-1]) for one in lacking if one[:-1] == path[:-1]]
    if detail["type"] == "extra_forbidden" and candidates:
        name, known = str(path[-1]), known_keys(model, path[:-1])
        slip = colon_slip(name, known)
        if slip or did_you_mean(name, candidates):
            yield (*path[:-1], slip[0] if slip else did_you_mean(name, sorted(known)) or "")


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

    def second(table: dict[Path, Kept]) -> dict[Path, Kept]:
        marked = {path: place for path, place in table.items() if "\x00" in str(path[0])}
        names = {str(path[0]).partition("\x00")[0] for path in marked}
        kept = {path: place for path, place in table.items() if path[0] not in names and path not in marked}
        return kept | {
            (str(path[0]).partition("\x00")[0], *path[1:]): place for path, place in marked.items()
        }

    return Places(places.file, second(places.keys), second(places.values), second(places.commas))


def _drop_empty(data: Any, model: type[BaseModel] | None) -> None:
    """A known key without a value counts as not written. An unknown one stays, to be reported."""
    fields = model.model_fields if model else {}
    if isinstance(data, list):
        for item in data:
            _drop_empty(item, model)
    if isinstance(data, dict):
        for key in [key for key, value in data.items() if value is None and (model is None or key in fields)]:
            del data[key]
        for key, value in data.items():
            _drop_empty(value, block_of(fields[key].annotation) if key in fields else None)


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
