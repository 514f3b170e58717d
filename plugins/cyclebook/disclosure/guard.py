"""The rule for groups: who is too few to be counted in public, and how exactly the others may be told.

A group of fewer than ten students or family members is not shown at all. Under the
policy `open` other groups show exact counts; where a group's size is not known, its
numbers show only if they stand in a named public source already. Under `banded`
shares show as bands, goals and medians not at all, and an unknown size is withheld. `strict`
is narrower still: no size of any group, and nothing where fewer than ten were counted, or left over.

What is not expressly allowed by a policy is withheld: a policy that this file does not name shows
what `strict` shows.
"""

from dataclasses import dataclass
from decimal import Decimal

from cyclebook.disclosure.bands import band_of, band_without_size, counted_share, strict_band_of
from cyclebook.model.amounts import Amount
from cyclebook.model.privacy import SMALLEST_GROUP, PolicyName
from cyclebook.published import Absence, Absent, Form, Number, Value


def group_size(of: int | None, *amounts: Amount | None) -> int | None:
    """The size of the group that numbers are about: the smallest that stands with any of them."""
    sizes = [of, *(amount.of for amount in amounts if amount is not None)]
    return min((size for size in sizes if size is not None), default=None)


@dataclass(frozen=True, slots=True)
class Guard:
    """Judges numbers about people. `public_source` is True where a named source has published them.

    `sizes_withheld` is True where something else about the same people is told without their number.
    """

    policy: PolicyName
    public_source: bool
    smallest: int = SMALLEST_GROUP
    sizes_withheld: bool = False

    @property
    def exact(self) -> bool:
        """True where counts, goals and what is reckoned from them may be shown."""
        return self.policy is PolicyName.OPEN

    @property
    def sizes_shown(self) -> bool:
        """True where the size of a group of ten or more may be shown."""
        return not self.sizes_withheld and self.policy in (PolicyName.OPEN, PolicyName.BANDED)

    def refusal(self, size: int | None) -> Absent | None:
        """Why numbers about a group of `size` people may not be shown, or None where they may."""
        if size is None:
            return None if self.exact and self.public_source else Absent(Absence.UNKNOWN_GROUP)
        return Absent(Absence.SMALL_GROUP) if size < self.smallest else None

    def show(self, value: Decimal, form: Form, size: int | None, *, mean: bool = False) -> Value:
        """The number, its band, or why there is none. Counts carry the size of their group.

        A `mean` and a number of events have no band: they are withheld unless counts are shown. A percent
        of a known group has the band of the count that it stands for.
        """
        refused = self.refusal(size)
        if refused is not None:
            return refused
        if self.exact:
            return Number(value, form, size if form is Form.COUNT else None)
        if size is None or mean or form is Form.PLAIN:
            return Absent(Absence.POLICY)
        return self.band(value * 100 / size if form is Form.COUNT else counted_share(value, size), size)

    def band(self, share: Decimal, size: int) -> Value:
        """A share, in percent, in the bands of `size` people, under a policy that withholds counts."""
        refused = self.refusal(size)
        if refused is not None:
            return refused
        if self.policy is PolicyName.BANDED:
            return band_of(share, size) if self.sizes_shown else band_without_size(share, size)
        return strict_band_of(share, size) or Absent(Absence.POLICY)

    def target(self, value: Decimal, form: Form, size: int | None) -> Value:
        """A goal: beside "met" it would narrow a band, so it shows only where counts do."""
        return self.show(value, form, size) if self.exact else self.refusal(size) or Absent(Absence.POLICY)

    def size(self, size: int | None) -> Value:
        """The size of a group itself."""
        if size is None:
            return Absent(Absence.NOT_PUBLISHED)
        if not self.sizes_shown:
            return self.refusal(size) or Absent(Absence.POLICY)
        return self.refusal(size) or Number(Decimal(size), Form.PLAIN)
