"""Everything the site says of each number, gathered: where it is kept back, shown, or given as a range.

A number is known by its team, its measure, its time and the part of the group it is about. If two
statements of one number cannot both be true, they are not about one number, and nothing
is concluded from them.
"""

from dataclasses import dataclass, field, replace

from cyclebook.audit.amounts import Amount, Count, Hidden, Range, Share, Told, counts_of
from cyclebook.audit.grid import Grid
from cyclebook.audit.naming import Name, names_of, same_measures, size_of
from cyclebook.audit.ranges import Unknowns


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place that says something of a number."""

    place: str
    path: str
    said: Told
    table: int
    size: int | None = None


@dataclass(slots=True)
class Knowledge:
    """Numbers with all sightings of each, and the bounds they leave."""

    unknowns: Unknowns = field(default_factory=Unknowns)
    sightings: dict[Name, list[Sighting]] = field(default_factory=dict)
    conflicting: set[Name] = field(default_factory=set)
    names: dict[tuple[int, int, int, bool], Name] = field(default_factory=dict)
    sizes: dict[Name, set[int]] = field(default_factory=dict)
    least: dict[Name, int] = field(default_factory=dict)

    def hidden(self, name: Name) -> bool:
        """True for a number that the site keeps back somewhere."""
        return any(isinstance(one.said, Hidden) for one in self.sightings.get(name, ()))

    def banded(self, name: Name) -> bool:
        """True for a number that the site gives as a range somewhere."""
        return any(isinstance(one.said, Range) for one in self.sightings.get(name, ()))

    def see(self, name: Name, sighting: Sighting, size: int | None, least: int = 0) -> None:
        """Take in one statement; `size` is the size of the group where it is known.

        A number that is kept back is at least `least`.
        """
        self.sightings.setdefault(name, []).append(sighting)
        if size is not None and size > 0:
            self.sizes.setdefault(name, set()).add(size)
        if isinstance(sighting.said, Hidden):
            self.least[name] = max(least, self.least.get(name, 0))

    def settle(self) -> None:
        """Draw the bounds of each number from all its sightings; a size told once holds for all of them."""
        for name, seen in self.sightings.items():
            sizes = self.sizes.get(name, set())
            size = next(iter(sizes)) if len(sizes) == 1 else None
            bounds = [(self.least.get(name, 0), size), *(_bounds(one.said, size or one.size) for one in seen)]
            least = max(low for low, _ in bounds)
            most = min((high for _, high in bounds if high is not None), default=None)
            if most is not None and least > most:
                self.conflicting.add(name)
                least, most = 0, None
            self.unknowns.bounds[name] = (least, most)


def _bounds(said: Told, size: int | None) -> tuple[int, int | None]:
    if isinstance(said, Count):
        return said.value, said.value
    if isinstance(said, Hidden):
        return 0, said.most
    if isinstance(said, Range | Share) and size is not None and size > 0:
        within = said.counts(size) if isinstance(said, Range) else counts_of(said, size)
        if within:
            return within[0], within[-1]
    return 0, size


def gathered(grids: list[Grid]) -> Knowledge:
    """What all tables together say."""
    found = Knowledge()
    named = names_of(grids)
    same = same_measures(grids, named)
    for number, grid in enumerate(grids):
        used: set[Name] = set()
        sized = {
            one.column for one in grid.cells if isinstance(one.said, Count) and one.said.size is not None
        }
        # A table that shows zeros keeps none back: what it keeps back is at least 1.
        zeros = [one for one in grid.cells if isinstance(one.said, Count) and not one.said.value]
        zero_rows, zero_columns = {one.row for one in zeros}, {one.column for one in zeros}
        for cell in grid.cells:
            if isinstance(cell.said, Amount):
                continue
            name = named[number, cell.row, cell.column]
            name = replace(name, measure=same.get((name.subject, name.measure), name.measure))
            if name in used:
                name = replace(name, alone=f"{number}:{cell.row}:{cell.column}")
            used.add(name)
            size = size_of(grid, cell.row, cell.column, cell.said)
            seen = Sighting(grid.place(cell.row, cell.column), grid.path, cell.said, number, size)
            found.see(name, seen, size, int(cell.row in zero_rows or cell.column in zero_columns))
            found.names[number, cell.row, cell.column, False] = name
            if cell.column in sized and isinstance(cell.said, Count | Hidden):
                whole = cell.said.size if isinstance(cell.said, Count) else None
                said: Told = Hidden() if whole is None else Count(whole)
                if whole is not None or isinstance(cell.said, Hidden):
                    of_size = replace(name, size=True)
                    found.see(of_size, Sighting(seen.place, seen.path, said, number), None)
                    found.names[number, cell.row, cell.column, True] = of_size
    found.settle()
    return found
