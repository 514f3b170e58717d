"""Numbers as people write them in sentences: 42, 1,200, seven, sixty-nine."""

import re

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NAMED = {
    "zero": 0,
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)},
    **{word: number * 10 for number, word in enumerate(_TENS, 2)},
    "dozen": 12,
    "hundred": 100,
}

SMALL_WORD = rf"(?:zero|{'|'.join(_UNITS[1:])})"
"""Nought and two to nine. One is left out: it is an article as often as a number."""
LARGE_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNITS)})\b)?|{'|'.join(_TEENS)}|dozen|hundred)"
DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})"
NUMBER = rf"(?:{DIGITS}|{LARGE_WORD}|{SMALL_WORD}|one)"


def number_of(written: str) -> int:
    """The number that `NUMBER` has found.

    >>> number_of("sixty-nine"), number_of("1,200"), number_of("Seven")
    (69, 1200, 7)
    """
    if written[0].isdigit():
        return int(written.replace(",", ""))
    return sum(_NAMED[word] for word in re.split(r"[-\s]+", written.lower()))
