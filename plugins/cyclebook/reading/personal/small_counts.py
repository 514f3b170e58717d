"""Few students in words: "only", "one", "a single" and counts up to nine beside words for students."""

import re
from collections.abc import Iterator

from cyclebook.reading.personal.found import Found

CODE = "small-count"


def _one_of(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_NUMBER = _one_of("one two three four five six seven eight nine [1-9]")
_MANY = _one_of("students pupils children seniors juniors freshmen sophomores")
_ONE = _one_of(
    "student pupil child kindergart(?:e)?ners? foster homeless newcomers? IEPs? senior junior sophomore "
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[-]graders?"
)
_NOT_BETWEEN = _one_of(
    "in of to or out and per each every than with for at on from million thousand hundred dozen who"
)
_RATE = rf"(?:at\ a\ time|after\ (?:the\ other|another)|by\ one|out\ of|in\ (?:{_NUMBER}|ten|every)\b)"
_NO_STUDENTS = _one_of("success support services? work council government teams? groups? achievement data")
_NEAR = re.compile(
    rf"""
    (?<![\w.,/%$–-])
    (?P<count>only(?:\ {_NUMBER}\b)?|just\ one|a\ single|the\ sole|{_NUMBER})
    (?:\ |\n[ ]{{0,12}})
    (?:of\ (?:the|our|these|those)\ )?
    (?:(?!{_NOT_BETWEEN}\ )[a-z][a-z-]{{1,15}}\ )?
    (?P<who>{_MANY}|{_ONE})\b
    (?!['’-]|\ {_RATE}|\ {_NO_STUDENTS}\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NO_COUNT_AFTER = re.compile(
    rf"""(?:
    \b{_one_of("algebra geometry math mathematics english part phase grades? weeks? level period room")}
    |\b{_one_of("bus unit table chapter step page version day every each than")}
    |\b{_one_of("in to or per no not any which for by")}
    |\b(?:is|reads:|at\ least|another)
    |[0-9–-]\ ?(?:to|–|-|and)
    )[ \n]$""",
    re.IGNORECASE | re.VERBOSE,
)
"""What makes of a number a name, a rate or a range: Algebra 1, one in five, 10 to 12."""
_FAR_ENOUGH = 14


def small_counts_in(text: str) -> Iterator[Found]:
    """Small counts of students in a text; rates ("one child in five") and ranges are none."""
    for found in _NEAR.finditer(text):
        # Without a number "only" says of whom, not how many: "Only students who were late".
        of_a_kind = found["count"].lower() == "only" and re.fullmatch(_MANY, found["who"], re.IGNORECASE)
        before = text[max(0, found.start() - _FAR_ENOUGH) : found.start()]
        if not of_a_kind and not _NO_COUNT_AFTER.search(before):
            yield Found(found.start(), found.end(), "", "", CODE)
