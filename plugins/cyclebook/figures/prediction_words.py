"""How predictions came out, in the words of a headline."""

from collections.abc import Sequence

from cyclebook.catalogue import ngettext
from cyclebook.figures import phrases


def headline_of(gaps: Sequence[int]) -> str:
    """How many tests came out as predicted, above and below: `gaps` are outcome minus prediction."""
    same = sum(gap == 0 for gap in gaps)
    higher, lower = sum(gap > 0 for gap in gaps), sum(gap < 0 for gap in gaps)
    found = [words for words in (_as_predicted(same), _higher(higher), _lower(lower)) if words]
    return phrases.capital(phrases.listed([found[0][0], *(later for _first, later in found[1:])]))


def _as_predicted(number: int) -> tuple[str, str] | None:
    """What a headline says of these tests where they are named first, and after others; None of none."""
    first = ngettext(
        "{number} test came out as predicted",
        "{number} tests came out as predicted",
        number,
        number=phrases.numeral(number),
    )
    return (first, first) if number else None


def _higher(number: int) -> tuple[str, str] | None:
    said = phrases.numeral(number)
    first = ngettext(
        "{number} test came out higher than predicted",
        "{number} tests came out higher than predicted",
        number,
        number=said,
    )
    later = ngettext("{number} higher than predicted", "{number} higher than predicted", number, number=said)
    return (first, later) if number else None


def _lower(number: int) -> tuple[str, str] | None:
    said = phrases.numeral(number)
    first = ngettext(
        "{number} test came out lower than predicted",
        "{number} tests came out lower than predicted",
        number,
        number=said,
    )
    later = ngettext("{number} lower than predicted", "{number} lower than predicted", number, number=said)
    return (first, later) if number else None
