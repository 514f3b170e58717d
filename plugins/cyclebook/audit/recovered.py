"""Judging what is still possible: which kept back numbers follow, or nearly follow, from the others."""

from collections.abc import Iterator

from cyclebook.audit.amounts import Count, Hidden, Range, Share
from cyclebook.audit.findings import Finding
from cyclebook.audit.knowledge import Knowledge, Sighting
from cyclebook.audit.naming import Name
from cyclebook.audit.ranges import Contradiction, Key, Possible, Sum

_FEWEST = 3
_SMALL = 9


class Judge:
    """Goes through all numbers that hang together and says which follow."""

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self.inexact = 0

    def findings(self) -> Iterator[Finding]:
        """One finding for each number that can be recovered, and each small sum of kept back ones."""
        for keys, sums in self._known.unknowns.groups():
            names = [key for key in keys if isinstance(key, Name)]
            wanted = [name for name in names if self._guarded(name)]
            if not wanted:
                continue
            try:
                possible = self._known.unknowns.possible(keys, sums, wanted)
            except Contradiction:
                possible = self._without(sums, wanted)
            yield from self._judged(possible, sums)

    def _guarded(self, name: Name) -> bool:
        return name not in self._known.conflicting and (self._known.hidden(name) or self._known.banded(name))

    def _without(self, sums: list[Sum], wanted: list[Name]) -> dict[Key, Possible]:
        """The ranges by each sum alone: together they contradict, so one of them is misread."""
        found: dict[Key, Possible] = {}
        for name in wanted:
            least, most = self._known.unknowns.bounds[name]
            found[name] = Possible(least, most)
        for one in sums:
            mine = [name for name in wanted if name in one.terms]
            try:
                for key, new in self._known.unknowns.possible(list(one.terms), [one], mine).items():
                    if (new.size or 10**9) < (found[key].size or 10**9):
                        found[key] = new
            except Contradiction:
                continue
        return found

    def _judged(self, possible: dict[Key, Possible], sums: list[Sum]) -> Iterator[Finding]:
        for name, left in possible.items():
            if not isinstance(name, Name):
                continue
            self.inexact += not left.exact
            found = self._of(name, left, [one.how for one in sums if name in one.terms])
            if found:
                yield found
        for one in sums:
            found = self._small_sum(one)
            if found:
                yield found

    def _of(self, name: Name, left: Possible, hows: list[str]) -> Finding | None:
        seen = self._known.sightings[name]
        first = next(one for one in seen if isinstance(one.said, Hidden | Range))
        others = [one for one in seen if type(one.said) is not type(first.said) or one.said != first.said]
        shown = next((one for one in others if isinstance(one.said, Count | Share)), None)
        how = _how(hows, others)
        what = "withheld" if isinstance(first.said, Hidden) else "given as a range"
        if left.size == 1:
            if shown and isinstance(shown.said, Count):
                return Finding(
                    "shown-elsewhere", first.place, f"This number is {what}, and it is {left.least}.", how
                )
            return Finding(
                "value-follows", first.place, f"This number is {what}, and it must be {left.least}.", how
            )
        small = left.most is not None and left.most <= _SMALL
        if left.size is not None and left.size < _FEWEST:
            return Finding(
                "range-too-narrow",
                first.place,
                f"This number is {what}, and it can only be {left.least} or {left.most}.",
                how,
            )
        if not self._known.banded(name) and small and not (left.least <= 1 and left.most == _SMALL):
            return Finding(
                "range-too-narrow",
                first.place,
                f"This number is {what}, and it must lie between {left.least} and {left.most}.",
                f"{how} A withheld number is safe when it can still be anything from 1 to 9.",
            )
        return None

    def _small_sum(self, one: Sum) -> Finding | None:
        """Two kept back numbers that together are below ten."""
        rest, back = 0, []
        bounds = self._known.unknowns.bounds
        for name, times in one.terms.items():
            least, most = bounds[name]
            if least == most:
                rest += times * least
            elif isinstance(name, Name) and self._known.hidden(name) and not self._known.banded(name):
                back.append((name, times))
            else:
                return None
        signs = {times for _, times in back}
        if len(back) != 2 or len(signs) > 1 or one.least != one.most:
            return None
        together = (one.least - rest) * signs.pop()
        if not 0 < together <= _SMALL:
            return None
        place = self._known.sightings[back[0][0]][0].place
        return Finding(
            "small-sum",
            place,
            f"This withheld number and one other add up to {together}.",
            f"This follows from {one.how}. Two withheld numbers that add up to fewer than 10 are not safe.",
        )


def _how(hows: list[str], others: list[Sighting]) -> str:
    sources = list(dict.fromkeys([*(one.place for one in others[:3]), *hows]))[:4]
    return (
        f"This follows from {'; '.join(sources)}."
        if sources
        else "This follows from the range and the size of the group."
    )
