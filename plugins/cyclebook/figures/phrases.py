"""Small pieces of sentences that headlines, notes and text alternatives share."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from cyclebook.catalogue import _, ngettext, pgettext
from cyclebook.published.days import short_day


def numeral(number: int) -> str:
    """ "no", "one", "nine", "10": what stands before the name of things that were counted."""
    words = (
        pgettext("how many", "no"),
        pgettext("how many", "one"),
        pgettext("how many", "two"),
        pgettext("how many", "three"),
        pgettext("how many", "four"),
        pgettext("how many", "five"),
        pgettext("how many", "six"),
        pgettext("how many", "seven"),
        pgettext("how many", "eight"),
        pgettext("how many", "nine"),
    )
    return words[number] if number < len(words) else f"{number:,}"


def capital(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """`text` with a capital first letter and a full stop."""
    begun = capital(text)
    return begun if begun.endswith((".", "?", "!")) else f"{begun}."


def listed(items: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    return _("{items} and {last}", items=", ".join(items[:-1]), last=items[-1])


def either(items: Sequence[str]) -> str:
    """ "A", "A or B", "A, B or C"."""
    if len(items) < 2:
        return "".join(items)
    return _("{items} or {last}", items=", ".join(items[:-1]), last=items[-1])


def counted(number: str, unit: str) -> str:
    """ "64 calls"; the number alone where the unit has no name."""
    return _("{number} {unit}", number=number, unit=unit) if unit else number


def runs(weeks: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring weeks joined: [1, 4, 5, 6] gives [(1, 1), (4, 6)]."""
    if not weeks:
        return []
    breaks = [i for i, (a, b) in enumerate(pairwise(weeks), start=1) if b != a + 1]
    return [(weeks[a], weeks[b - 1]) for a, b in pairwise([0, *breaks, len(weeks)])]


def span(weeks: Sequence[int]) -> str:
    """ "week 5", "weeks 1 and 4 to 8"."""
    found = runs(weeks)
    if len(found) == 1 and len(weeks) == 2:
        pieces = [f"{week}" for week in weeks]
    else:
        pieces = [_stretch(first, last) for first, last in found]
    return ngettext("week {weeks}", "weeks {weeks}", len(weeks), weeks=listed(pieces))


def _stretch(first: int, last: int) -> str:
    """ "5", "5, 6", "5 to 8"."""
    if last > first + 1:
        return _("{first} to {last}", first=first, last=last)
    return f"{first}, {last}" if last > first else f"{first}"


def axis_day(when: date, *, year: bool = True) -> str:
    """ "6 Feb 2026"."""
    return _("{day} {year}", day=short_day(when), year=when.year) if year else short_day(when)
