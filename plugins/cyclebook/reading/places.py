"""Where each key and value of a file stands, so that a problem can point at it."""

from collections.abc import Iterator
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

    def drop(self, path: Path) -> None:
        """Forget a path and all below it; later items of the same list move up by one."""
        for table in (self.keys, self.values):
            moved = dict(_without(table, path))
            table.clear()
            table.update(moved)

    def nudged(self, line: int, after: int) -> None:
        """Correct places on a line where one character was put in at column `after`."""
        for table in (self.keys, self.values):
            for path, place in table.items():
                if place.line == line and place.column > after:
                    table[path] = replace(place, column=place.column - 1)


def _without(table: dict[Path, Place], gone: Path) -> Iterator[tuple[Path, Place]]:
    depth = len(gone) - 1
    last = gone[-1]
    for path, place in table.items():
        if path[: depth + 1] == gone:
            continue
        here = path[depth] if len(path) > depth else None
        if isinstance(last, int) and path[:depth] == gone[:depth] and isinstance(here, int) and here > last:
            yield (*path[:depth], here - 1, *path[depth + 1 :]), place
        else:
            yield path, place
