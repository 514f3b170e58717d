"""The size of a group stays, for readers, what it was at the start of the cycle.

Two counts of 52 and of 50 tell that two people left, and nearly who. So a week that names another
size is told out of the first one. Where the group has changed by ten people or more its new size is
told, unless it lies within ten of another one that is told: then the week stands without a size.
"""

from dataclasses import dataclass, replace

from cyclebook.disclosure.guard import Guard
from cyclebook.measuring.weekly import Weekly
from cyclebook.model.amounts import Amount
from cyclebook.model.privacy import SMALLEST_GROUP
from cyclebook.published import Absence, Absent, Band, Form, Number, Value


@dataclass(frozen=True, slots=True)
class FrozenGroup:
    """The group of a measure at the start: `size` as its key `of` says, else as its first week does.

    `others` are the sizes of later weeks that may be told: no two, nor one and the first, are close.
    """

    size: int | None
    others: frozenset[int]
    guard: Guard
    about_staff: bool

    @classmethod
    def of(cls, weekly: Weekly, guard: Guard) -> "FrozenGroup":
        named = [amount.of for _, amount in weekly.counted if amount.of is not None]
        size = weekly.measure.of or next(iter(named), None)
        told = [] if size is None else [size]
        for own in named:
            if all(abs(own - other) >= SMALLEST_GROUP for other in told):
                told.append(own)
        return cls(size, frozenset(told[1:]), guard, weekly.measure.about_staff)

    def told(self, counted: Amount) -> Value:
        """A count of a week that names the size of its group."""
        own, guard = counted.of or 0, self.guard
        if self.about_staff:
            return Number(counted.value, Form.COUNT, own)
        found = guard.show(counted.value, Form.COUNT, own)
        if not isinstance(found, Number | Band) or self.size is None or self.size == own:
            return found
        if own in self.others or (guard.exact and guard.public_source):
            return found
        if abs(own - self.size) >= SMALLEST_GROUP:
            return replace(found, of=None)
        if isinstance(found, Number):
            # A count above the first size shows that the group has grown, so it stands without any.
            return replace(found, of=self.size if counted.value <= self.size else None)
        band = guard.band(counted.value * 100 / own, self.size)
        return band if isinstance(band, Band) else Absent(Absence.POLICY)
