"""Numbers as people write them in sentences: 17 of 23, seventy-three out of 80, about 75%."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

_ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_ONE_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))

NUMBER = (
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,6}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[1:10])}))?"
    rf"|{_ONE_WORD})"
)
"""A whole number, in digits or in words up to ninety-nine."""

PERCENT = r"(?<![0-9.,])(?P<p>[0-9]{1,3}(?:\.[0-9]{1,4})?)(?:\s?%|\spercent\b|\sper cent\b)"
"""A percentage."""

PEOPLE = (
    r"(?:students?|pupils?|children|kids|learners?|kindergart[ne]+ers?|(?:[a-z]+[- ])?graders?|seniors?"
    r"|juniors?|sophomores?|freshm[ae]n|families|parents|guardians|teachers?|people|adults|members|boys|girls|teams?)"
)
"""Nouns for those who are counted."""

THINGS = (
    r"days?|weeks?|months?|minutes?|hours?|times|lessons?|questions?|items?|points?|tests?|quizzes|problems?"
    r"|assignments?|courses?|credits?|meetings?|posts?|buses|schools?|rooms?|classes|sections?"
)
"""Nouns for what is no person."""

OTHER_UNIT = re.compile(rf"\s+(?:(?!(?:in|by|at|on|after|for)\b)[a-z-]+\s+)?(?:{THINGS})\b", re.IGNORECASE)
"""What follows a number that counts no people: " days", " school weeks"."""

_LABEL = re.compile(
    r"(?:\b(?:weeks?|days?|grades?|pages?|steps?|parts?|units?|rooms?|periods?|sections?|questions?|lessons?"
    r"|items?|no\.?|numbers?|bus|buses|line|level|exhibits?|figures?|tables?|chapters?|version|bell)\s+"
    r"(?:[0-9]+\s*(?:to|and|or|,|–|-)\s*)?|[#$€£])$",
    re.IGNORECASE,
)
_BEFORE = {
    "about": r"about|around|approximately|roughly|nearly|almost|close to|some|~|ca\.",
    "at least": r"at least|(?<!no )(?<!not )more than|over|no fewer than|not less than|a minimum of|above",
    "at most": r"at most|no more than|up to|(?<!no )fewer than|(?<!not )less than|under|below|not more than",
}
_AFTER = {
    "about": r"or so",
    "at least": r"(?:attendance )?or (?:more|greater|higher|better|above)|and (?:above|more|up)",
    "at most": r"or (?:fewer|less|lower|below|under)",
}


_NEAR = 80
"""How many characters before and after a number are looked at: a long line costs no more than its length."""


class Bound(Enum):
    """How exactly a number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Fraction:
    """`count` of a group of `size`, from `start` to `end` in a text; `words` are those of the text."""

    count: int
    size: int
    start: int
    end: int
    words: str


def number(words: str) -> int:
    """The value of what `NUMBER` found: "1,306", "seventy-three"."""
    plain = words.lower().replace(",", "")
    return int(plain) if plain.isdigit() else sum(_WORDS[part] for part in re.split(r"[- ]+", plain))


def bound(text: str, start: int, end: int) -> Bound:
    """How exactly the number from `start` to `end` is meant, by the words before and after it."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    for kind in (Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST):
        if re.search(rf"(?:\b|^|(?<=\W))(?:{_BEFORE[kind.value]})\s*(?:the\s+)?$", before, re.IGNORECASE):
            return kind
        if re.match(rf"\s*\)?,?\s*(?:{_AFTER[kind.value]})\b", after, re.IGNORECASE):
            return kind
    return Bound.EXACT


def is_a_label(text: str, start: int) -> bool:
    """Whether the number at `start` names something and counts nothing: week 5, grade 7, Algebra 1, $40."""
    before = text[max(0, start - _NEAR) : start]
    if _LABEL.search(before):
        return True
    word = re.search(r"(\S+)\s+$", before)
    begins = word is None or word.start() == 0 or bool(re.search(r"[.!?:;]\s+$", before[: word.start()]))
    return bool(word and word[1][0].isupper() and word[1].isalnum() and not begins)


_OF = re.compile(
    rf"(?<![\w.,/$%-])(?P<x>{NUMBER})(?:\s+{PEOPLE})?\s+(?:out\s+)?of\s+(?:(?:the|its|our|all|these|those|their)\s+){{0,2}}"
    rf"(?P<n>{NUMBER})(?![\w%/]|[.,:][0-9]|\s?percent)",
    re.IGNORECASE,
)
_SLASH = re.compile(r"(?<![\w./-])(?P<x>[0-9]{1,6})/(?P<n>[0-9]{1,6})(?![\w/-])")


def fractions(text: str) -> Iterator[Fraction]:
    """Every "x of n" and "x/n"; not "one of the 23", "week 3 of 10" or a larger number of a smaller."""
    for form in (_OF, _SLASH):
        for found in form.finditer(text):
            count, size = number(found["x"]), number(found["n"])
            if count > size or found["x"].lower() == "one" or is_a_label(text, found.start()):
                continue
            yield Fraction(count, size, found.start(), found.end(), found[0])


def agree(share: Decimal, decimals: int, count: int, size: int, how: Bound = Bound.EXACT) -> bool:
    """Whether `share` percent, written with so many decimals, is `count` of `size`."""
    exact = Decimal(100 * count) / size
    half = Decimal(5).scaleb(-decimals - 1)
    if how is Bound.ABOUT:
        return abs(share - exact) <= half + 2
    if how is Bound.AT_LEAST:
        return exact >= share - half
    if how is Bound.AT_MOST:
        return exact <= share + half
    return abs(share - exact) <= half


def decimals_of(digits: str) -> int:
    """How many digits stand after the point."""
    return len(digits.partition(".")[2])
