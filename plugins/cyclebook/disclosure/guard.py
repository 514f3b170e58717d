"""The rule for groups: who is too few to be counted in public.

Policy `open`: exact counts for groups of ten or more. A group of fewer than ten
students or family members is not shown at all. Where the size of a group is not
known, its numbers show only if they stand in a named public source already.
"""

from dataclasses import dataclass
from decimal import Decimal

from cyclebook.model.fields import Amount
from cyclebook.published import Absence, Absent, Form, Number, Value

SMALLEST_GROUP = 10


def group_size(of: int | None, *amounts: Amount | None) -> int | None:
    """The size of the group that numbers are about: the smallest that stands with any of them."""
    sizes = [of, *(amount.of for amount in amounts if amount is not None)]
    return min((size for size in sizes if size is not None), default=None)


@dataclass(frozen=True, slots=True)
class Guard:
    """Judges numbers about people. `public_source` is True where a named source has published them."""

    public_source: bool
    smallest: int = SMALLEST_GROUP

    def refusal(self, size: int | None) -> Absent | None:
        """Why numbers about a group of `size` people may not be shown, or None where they may."""
        if size is None:
            return None if self.public_source else Absent(Absence.UNKNOWN_GROUP)
        return Absent(Absence.SMALL_GROUP) if size < self.smallest else None

    def show(self, value: Decimal, form: Form, size: int | None) -> Value:
        """The number, or why there is none. Counts carry the size of their group."""
        refused = self.refusal(size)
        if refused is not None:
            return refused
        return Number(value, form, size if form is Form.COUNT else None)

    def size(self, size: int | None) -> Value:
        """The size of a group itself."""
        if size is None:
            return Absent(Absence.NOT_PUBLISHED)
        return self.refusal(size) or Number(Decimal(size), Form.PLAIN)
