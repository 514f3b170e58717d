"""Where each key and value of a file stands, so that a problem can point at it."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from cyclebook.model.problem import Place

Path = tuple[str | int, ...]
"""A way into nested data: ("goal", "revised", 0, "week")."""


@dataclass(slots=True)
class Places:
    """Places of keys and values in one file, by path into its data."""

    file: PurePosixPath
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)

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

    def drop(self, gone: set[Path]) -> None:
        """Forget these paths and all below them; later items of the same lists move up."""
        left_out: dict[Path, list[int]] = {}
        for path in gone:
            if isinstance(path[-1], int):
                insort(left_out.setdefault(path[:-1], []), path[-1])
        for table in (self.keys, self.values):
            kept = {
                _moved_up(path, left_out): place
                for path, place in table.items()
                if not any(path[:end] in gone for end in range(1, len(path) + 1))
            }
            table.clear()
            table.update(kept)

    def nudged(self, line: int, after: int) -> None:
        """Correct places on a line where one character was put in at column `after`."""
        for table in (self.keys, self.values):
            for path, place in table.items():
                if place.line == line and place.column > after:
                    table[path] = replace(place, column=place.column - 1)


def _moved_up(path: Path, left_out: dict[Path, list[int]]) -> Path:
    """The path with each list position less by the items left out before it."""
    return tuple(
        step - bisect_left(left_out.get(path[:depth], []), step) if isinstance(step, int) else step
        for depth, step in enumerate(path)
    )
