"""A percentage that is not the count it stands beside, and one that no count of its group can give."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from cyclebook.model.amounts import Amount
from cyclebook.model.problem import Place, Problem, Severity
from cyclebook.reading.agreement.account import IF_THE_SOURCE, Account
from cyclebook.reading.agreement.numbers_in_text import (
    NUMBER,
    PEOPLE,
    PERCENT,
    Bound,
    agree,
    bound,
    decimals_of,
    is_a_label,
    number,
)
from cyclebook.reading.agreement.passages import Passage

_COUNT, _SIZE = rf"(?<![\w.,/$%-])(?P<x>{NUMBER})\b", rf"(?P<n>{NUMBER})\b(?![%/]|[.,:][0-9])"
_THE = r"(?:(?:the|its|our|all|these|those|their)\s+){0,2}"
_OF = rf"(?:\s+{PEOPLE})?\s+(?:out\s+)?of\s+{_THE}"
_NOT_BETWEEN = "and|but|while|up|down|from|than|against|after|before|compared|instead|rose|fell|will|to"
_WORDS_BETWEEN = rf"(?:\s+(?!(?:{_NOT_BETWEEN})\b)[A-Za-z][\w'’-]*){{0,16}}?"
_ROUGHLY = (
    r"(?:(?:given as|about|around|approximately|roughly|nearly|almost|some|over|more than|less than|under"
    r"|at least|just|exactly|only|or)\s+){0,2}"
)
_WHICH = (
    r"which (?:is|makes|gives|means)|which the (?:source|article|report)(?: \w+)? (?:calls|gives as|puts at)"
    r"|that is,?|i\.e\.,?|making|achieving|giving|given as|meaning|or|for"
)
_THAT_IS = r"(?:(?:that is|i\.e\.),?\s+|or\s+)?"
_LINK = rf"\s*(?:\(\s*{_THAT_IS}|=\s*|[–—]\s*|,\s*(?:(?:{_WHICH})\s+)?|\s(?:{_WHICH})\s+){_ROUGHLY}"
_WHOSE = r"(?P<whose>\s+of\s+[^().;%]{1,60}?|\s+[a-z]+)?"
_BACK = rf"\s*(?:\(\s*{_THAT_IS}|,?\s+(?:or|(?:that is|i\.e\.),?)\s+)"
_END = (
    r"(?=\s*(?:[).,;:!?]|$|or (?:more|greater|higher|better|less|fewer|lower)\b|attendance\b"
    r"|of (?:them|those|these|the (?:group|class|whole|students|children))\b))"
)

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # 59 of 266 students, 60%.   41 of 44 days, achieving 92% attendance
        rf"{_COUNT}(?:{_OF}|/){_SIZE}{_WORDS_BETWEEN}{_LINK}{PERCENT}{_END}",
        # 60% (59 of 266)   60% of Algebra 1 students (59 of 266)   75%, or 59 of 78
        rf"{PERCENT}{_WHOSE}{_BACK}{_COUNT}(?:{_OF}|/){_SIZE}",
        # 80% (47) of the 58
        rf"{PERCENT}\s*\(\s*{_COUNT}(?:\s+[a-z]+)?\s*\)\s*of\s+{_THE}{_SIZE}",
        # 80% of the 73 students (58)
        rf"{PERCENT}\s+of\s+{_THE}{_SIZE}{_WORDS_BETWEEN}\s*\(\s*{_COUNT}(?:\s+{PEOPLE})?\s*\)",
        # 58 students, 80% of the 73
        rf"{_COUNT}(?:\s+[a-z]+){{0,3}}?\s+{PEOPLE}{_LINK}{PERCENT}\s+of\s+{_THE}{_SIZE}",
    )
)
_CRITERION = re.compile(r"\b(?:days?|time|lessons?|questions?|items?|points?|work|credits?|attendance)\b")
_ALL = 100
_AVERAGE = re.compile(
    r"\b(?:average|mean|median|scores?|rate of attendance|attendance rate)\b", re.IGNORECASE
)
_WRITTEN = re.compile(rf"(?P<about>.*?){PERCENT}(?P<after>.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """A percentage, from `share_at` to `share_end` in a text, and the count beside it."""

    share: Decimal
    decimals: int
    count: int
    size: int
    how: Bound
    share_at: int
    share_end: int

    @property
    def agrees(self) -> bool:
        """Whether the one is the other."""
        return agree(self.share, self.decimals, self.count, self.size, self.how)


def pairs(text: str) -> Iterator[Pair]:
    """Every percentage that stands beside its own count, once."""
    seen: set[int] = set()
    for form in _FORMS:
        for found in form.finditer(text):
            pair = _pair(text, found)
            if pair is not None and pair.share_at not in seen:
                seen.add(pair.share_at)
                yield pair


def _pair(text: str, found: "re.Match[str]") -> Pair | None:
    count, size = number(found["x"]), number(found["n"])
    whose = found.groupdict().get("whose") or ""
    if count > size or is_a_label(text, found.start("x")) or _CRITERION.search(whose):
        return None
    of_share = bound(text, found.start("p"), found.end("p") + 1)
    of_count = bound(text, found.start("x"), found.end("n"))
    how = of_share if of_count is Bound.EXACT or of_share is not of_count else Bound.EXACT
    if of_count is not Bound.EXACT and of_share is Bound.EXACT:
        how = Bound.ABOUT if of_count is Bound.ABOUT else Bound.EXACT
    digits, start = found["p"], found.start("p")
    written = re.match(PERCENT, text[start:], re.IGNORECASE)
    end = start + written.end() if written else found.end("p")
    return Pair(Decimal(digits), decimals_of(digits), count, size, how, start, end)


def unlike_their_counts(passages: Iterable[Passage], *, entered: bool) -> Iterator[Problem]:
    """Percentages in a text that are not the counts beside them."""
    for passage in passages:
        for pair in pairs(passage.text):
            if not pair.agrees:
                exact = Decimal(100 * pair.count) / pair.size
                hint = "Check both."
                keep = f" {IF_THE_SOURCE}" if entered else ""
                yield Problem(
                    "percentage-disagrees",
                    passage.place(pair.share_at, pair.share_end),
                    "{it} is not the count beside it.",
                    f"{pair.count} of {pair.size} is {_shown(exact, pair.decimals)}%. {hint}{keep}",
                    field=passage.field,
                    it=passage.text[pair.share_at : pair.share_end],
                    stand_in="A percentage in these words",
                    severity=Severity.WARNING,
                    public_hint=f"Divide the count by the size of the group. {hint}{keep}",
                )


def _shown(exact: Decimal, decimals: int) -> str:
    return f"{exact:.{decimals + 2}f}"


def check_percentages(account: Account) -> Iterator[Problem]:
    """The percentages of one storyboard: in its words, and at its keys where the group's size is known."""
    entered = account.storyboard.entered_from is not None
    yield from unlike_their_counts(account.passages(), entered=entered)
    goal = account.storyboard.goal
    if goal is not None and goal.kind.value == "share":
        for name, amount in (("baseline", goal.baseline), ("result", goal.result)):
            place = account.places.of_value(("goal", name))
            yield from impossible_share(amount, goal.of, place, f"goal.{name}", entered=entered)
        for index, group in enumerate(account.storyboard.groups):
            for name, amount in (("baseline", group.baseline), ("result", group.result)):
                place = account.places.of_value(("groups", index, name))
                yield from impossible_share(amount, group.of, place, f"groups.{name}", entered=entered)
    for key in ("other_results", "follow_up"):
        for index, seen in enumerate(getattr(account.storyboard, key)):
            if not _AVERAGE.search(seen.what):
                place = account.places.of_value((key, index, "value"))
                yield from impossible_share(seen.value, seen.of, place, f"{key}.value", entered=entered)


def impossible_share(
    amount: Amount | None, size: int | None, place: Place, field: str, *, entered: bool
) -> Iterator[Problem]:
    """A percentage that is no whole number of `size`."""
    if amount is not None and amount.percent and size is not None:
        yield from no_such_count(f"{amount.value}%", size, place, field, entered=entered)


def no_such_count(written: str, size: int, place: Place, field: str, *, entered: bool) -> Iterator[Problem]:
    """Words such as "75%" or "about 75%", where no count of `size` gives that percentage."""
    found = _WRITTEN.fullmatch(written.strip())
    if not found or re.search(r"\d", found["about"] + found["after"]):
        return
    digits = found["p"]
    share, decimals = Decimal(digits), decimals_of(digits)
    if share > _ALL:
        return
    how = bound(written, found.start("p"), found.end("p") + 1)
    around = [count for count in (int(share * size / 100), int(share * size / 100) + 1) if count <= size]
    if how is not Bound.EXACT or any(agree(share, decimals, count, size) for count in around):
        return
    told = " and ".join(
        f"{count} of {size} is {_shown(Decimal(100 * count) / size, decimals)}%" for count in around
    )
    keep = f" {IF_THE_SOURCE}" if entered else ""
    yield Problem(
        "no-such-percentage",
        place,
        "No whole number of the group is {it}.",
        f"{told}. Give the count.{keep}",
        field=field,
        it=written.strip(),
        stand_in="this percentage",
        severity=Severity.WARNING,
        public_hint=f"Give the count.{keep}",
    )
