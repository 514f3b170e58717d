"""Where each key and value of a file stands, so that a problem can point at it."""

from bisect import bisect_left, insort
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TypeVar

from cyclebook.model.problem import Place

Kept = TypeVar("Kept")

Path = tuple[str | int, ...]
"""A way into nested data: ("goal", "revised", 0, "week")."""


def dotted(path: Path) -> str:
    """A path in words, "goal.revised.target". Which item of a list it is, the line tells."""
    return ".".join(part for part in path if isinstance(part, str))


@dataclass(frozen=True, slots=True)
class Comma:
    """A comma inside braces with no key and colon after it, and the key and value before it."""

    place: Place
    key: str
    value: str


@dataclass(slots=True)
class Places:
    """Places of keys and values in one file, by path into its data.

    `commas` are those that cut a value in two: what follows one was read as a key, at that path.
    """

    file: PurePosixPath
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    commas: dict[Path, Comma] = field(default_factory=dict)

    def copy(self) -> "Places":
        """A copy that can change by itself."""
        return Places(self.file, dict(self.keys), dict(self.values), dict(self.commas))

    def of_value(self, path: Path) -> Place:
        """The value's place; failing that its key's, then that of the nearest block around it."""
        for end in range(len(path), 0, -1):
            found = self.values.get(path[:end]) or self.keys.get(path[:end])
            if found:
                return found
        return Place(self.file)

    def of_key(self, path: Path) -> Place:
        """The key's place, else the value's."""
        return self.keys.get(path) or self.of_value(path)

    def drop(self, left_out_paths: set[Path]) -> None:
        """Forget list items that were left out; later items of the same lists move up.

        A key that was left out keeps its place: it is wrong, not missing.
        """
        left_out: dict[Path, list[int]] = {}
        gone = set[Path]()
        for path in sorted(left_out_paths, key=str):
            if isinstance(path[-1], int):
                gone.add(path)
                insort(left_out.setdefault(path[:-1], []), path[-1])

        def kept(table: dict[Path, Kept]) -> dict[Path, Kept]:
            return {
                _moved_up(path, left_out): place
                for path, place in table.items()
                if not any(path[:end] in gone for end in range(1, len(path) + 1))
            }

        self.keys, self.values, self.commas = kept(self.keys), kept(self.values), kept(self.commas)

    def correct(self, correction: Callable[[Place], Place]) -> None:
        """Replace each place by its correction."""
        for table in (self.keys, self.values):
            for path, place in table.items():
                table[path] = correction(place)
        for path, comma in self.commas.items():
            self.commas[path] = replace(comma, place=correction(comma.place))


def _moved_up(path: Path, left_out: dict[Path, list[int]]) -> Path:
    """The path with each list position less by the items left out before it."""
    return tuple(
        step - bisect_left(left_out.get(path[:depth], []), step) if isinstance(step, int) else step
        for depth, step in enumerate(path)
    )
