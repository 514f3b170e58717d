"""Small pieces of English that headlines, notes and text alternatives share."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from cyclebook.published.days import short_day

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def count(number: int, one: str, many: str | None = None) -> str:
    """ "one week", "two weeks", "12 weeks"; `many` where the plural is not `one` + s."""
    return f"{numeral(number)} {one if number == 1 else many or one + 's'}"


def numeral(number: int) -> str:
    """ "no", "one", "nine", "10"."""
    return _COUNTS[number] if number < len(_COUNTS) else f"{number:,}"


def capital(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """`text` with a capital first letter and a full stop."""
    begun = capital(text)
    return begun if begun.endswith((".", "?", "!")) else f"{begun}."


def listed(items: Sequence[str], *, last: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def runs(weeks: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring weeks joined: [1, 4, 5, 6] gives [(1, 1), (4, 6)]."""
    if not weeks:
        return []
    breaks = [i for i, (a, b) in enumerate(pairwise(weeks), start=1) if b != a + 1]
    return [(weeks[a], weeks[b - 1]) for a, b in pairwise([0, *breaks, len(weeks)])]


def span(weeks: Sequence[int]) -> str:
    """ "week 5", "weeks 1 and 4 to 8"."""
    pieces = [str(a) if a == b else f"{a} and {b}" if b == a + 1 else f"{a} to {b}" for a, b in runs(weeks)]
    if len(pieces) > 1:
        pieces = [piece.replace(" and ", ", ") for piece in pieces]
    return f"week{'s' if len(weeks) > 1 else ''} {listed(pieces)}"


def axis_day(when: date, *, year: bool = True) -> str:
    """ "6 Feb 2026"."""
    return f"{short_day(when)} {when.year}" if year else short_day(when)
