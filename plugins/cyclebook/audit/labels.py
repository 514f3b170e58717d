"""Labels of rows and columns, and what they say: which week, which moment, what is counted."""

import re
from functools import lru_cache

from cyclebook.audit.page import plain

_WEEK = re.compile(
    r"(?:^|\b(?:in|of|for) )week (?P<week>\d{1,2})\b|^w(?:k|eek)?\.? ?(?P<short>\d{1,2})$", re.IGNORECASE
)
_MOMENT = re.compile(
    r"baseline|before|start|result(?: \(latest\))?|latest|after|end|last year", re.IGNORECASE
)
_SAME_MOMENT = {
    "before": "baseline",
    "start": "baseline",
    "latest": "result",
    "after": "result",
    "end": "result",
}
_RUNNING = re.compile(
    r"\b(?:cumulative(?:ly)?|running total|so far|to date|since the start|up to (?:then|now))\b",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s*\([^()]*\)|,? percent of [\d,]+$")
_TAIL = re.compile(
    r",? (?:by (?:week|grade|group|class|room|school|student group|month|teacher|part)s?(?: and .*)?"
    r"|week by week|(?:in|of|for) week \d+)$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[^\w%/+<>&]+")


@lru_cache(maxsize=20_000)
def norm(words: str) -> str:
    """Words without case, marks and units, for comparing labels."""
    return _MARKS.sub(" ", _UNIT.sub("", words).casefold()).strip()


def core(words: str) -> str:
    """A caption without "by grade" and the like: what was counted."""
    return norm(_TAIL.sub("", _TAIL.sub("", plain(words).rstrip("."))))


def week_of(label: str, heading: str = "") -> str | None:
    """ "week 3" for a label of that week; a bare number is one under the heading "week"."""
    if norm(heading) in ("week", "weeks") and re.fullmatch(r"\d{1,2}", label.strip()):
        return f"week {int(label)}"
    found = _WEEK.search(label.strip())
    return f"week {int(found['week'] or found['short'])}" if found else None


def moment_of(label: str) -> str | None:
    """ "baseline" or "result" for a column of that name."""
    label = norm(label)
    return _SAME_MOMENT.get(label, label) if _MOMENT.fullmatch(label) else None


def running(label: str) -> str | None:
    """What a running total sums up, where a label speaks of one."""
    return norm(_RUNNING.sub(" ", label)) if _RUNNING.search(label) else None
