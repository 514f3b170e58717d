"""Numbers in the words of the goal that are none of the goal's own.

The statement is read strictly: whatever it counts of people is the baseline, the target, the result, the
group, or what is left of it. Weeks, grades, days, rooms and times are no counts of people.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from cyclebook.model.amounts import Amount
from cyclebook.model.goal import Goal, GoalKind
from cyclebook.model.problem import Problem, Severity
from cyclebook.reading.agreement.account import Account
from cyclebook.reading.agreement.numbers_in_text import (
    NUMBER,
    OTHER_UNIT,
    PEOPLE,
    PERCENT,
    THINGS,
    Bound,
    agree,
    bound,
    decimals_of,
    fractions,
    is_a_label,
    number,
)
from cyclebook.reading.agreement.passages import Passage
from cyclebook.reading.agreement.percentages import pairs
from cyclebook.reading.agreement.times_in_text import times

_STRICT = ("statement", "reads", "measure")
_CRITERIA = ("measure", "reads", "group", "chosen", "unit")
"""Keys whose percentages say what is counted: "students who attend 96% of school days"."""

_OF_THINGS = re.compile(
    rf"\s*(?:attendance|of\s+(?:[a-z-]+\s+){{0,3}}?(?:{THINGS}|time|work|coursework))\b", re.IGNORECASE
)
_OF_PEOPLE = re.compile(
    rf"\s*(?:\(|of\s+(?:[\w'’-]+\s+){{0,6}}?(?:{PEOPLE}|them|those|group))\b", re.IGNORECASE
)
_COUNTED = re.compile(
    rf"(?<![\w.,:/$%-])(?P<x>{NUMBER})(?![\w%/:]|[.,][0-9])(?:\s+[\w'’-]+){{0,3}}?\s+(?P<noun>{PEOPLE})\b"
    r"(?!\s+(?:per|each|every|a\s+(?:day|week|class)|in\s+(?:each|every))\b)",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"\bfrom\s+(?P<x>{NUMBER})(?P<px>\s?%)?\s+to\s+(?P<y>{NUMBER})(?P<py>\s?%)?(?![\w%:/]|[.,][0-9])",
    re.IGNORECASE,
)
_FEWEST = 3
_LONGEST = 2_000
"""How much of a statement is read: more is no statement, and every number is held against every other."""


def check_numbers_in_words(account: Account) -> Iterator[Problem]:
    """Everything that the statement, the measure and the words after the result count."""
    goal = account.storyboard.goal
    if goal is None:
        return
    for name in _STRICT:
        words = getattr(goal, name)
        if words is not None:
            where = account.places.of_value(("goal", name))
            passage = Passage(words[:_LONGEST], ("goal", name), "", account.places.file, where)
            yield from _in_statement(passage, goal, account)


def _amounts(goal: Goal) -> list[Amount]:
    given = [goal.baseline, goal.target, goal.result]
    given += [amount for revision in goal.revised for amount in (revision.target, revision.was)]
    return [amount for amount in given if amount is not None]


def _in_statement(passage: Passage, goal: Goal, account: Account) -> Iterator[Problem]:
    text = passage.text
    amounts = _amounts(goal)
    taken = [(time.start, time.end) for time in times(text)]
    told: set[int] = set()
    for fraction in fractions(text):
        taken.append((fraction.start, fraction.end))
        if not _may_count(fraction.count, fraction.size, goal, amounts, text[fraction.end :]):
            told.add(fraction.start)
            yield _not_in_goal(passage, fraction.start, fraction.end, goal, account)
    for found in _COUNTED.finditer(text):
        if _inside(found.start("x"), taken) or not _is_of_the_goal(found["noun"], goal):
            continue
        if is_a_label(text, found.start("x")) or number(found["x"]) < _FEWEST or found["x"].lower() == "one":
            continue
        taken.append((found.start("x"), found.end("x")))
        if number(found["x"]) not in _counts(goal, amounts):
            yield _not_in_goal(passage, found.start(), found.end(), goal, account)
    for found in _FROM_TO.finditer(text):
        if not (found["px"] or found["py"]) and not OTHER_UNIT.match(text[found.end() :]):
            yield from (
                _not_in_goal(passage, found.start(part), found.end(part), goal, account)
                for part in ("x", "y")
                if not _inside(found.start(part), taken)
                and number(found[part]) not in {*_counts(goal, amounts), *map(_value, amounts)}
            )
    yield from _percentages(passage, goal, amounts, account)


def _value(amount: Amount) -> Decimal:
    return amount.value


def _inside(position: int, taken: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in taken)


def _counts(goal: Goal, amounts: list[Amount]) -> set[Decimal]:
    """The counts that a goal names: its numbers, its group, and what is left of the group."""
    sizes = {Decimal(size) for size in (goal.of, *(amount.of for amount in amounts)) if size is not None}
    named = {amount.value for amount in amounts if not amount.percent}
    if goal.kind is not GoalKind.COUNT:
        named = set()
    return sizes | named | {size - count for size in sizes for count in named}


def _may_count(count: int, size: int, goal: Goal, amounts: list[Amount], after: str) -> bool:
    """Whether "count of size" is one of the goal's numbers, or is about something else."""
    if goal.of == size:
        shares = [amount.value for amount in amounts if amount.percent and goal.kind is GoalKind.SHARE]
        return (
            Decimal(count) in _counts(goal, amounts)
            or any(agree(share, 0, count, size) for share in shares)
            or (goal.kind in (GoalKind.MEAN, GoalKind.PERCENT))
            or bool(OTHER_UNIT.match(after))
        )
    if goal.of == count or any((amount.value, amount.of) == (Decimal(count), size) for amount in amounts):
        return True
    of_people = re.match(rf"\s+(?:[\w'’-]+\s+){{0,3}}?{PEOPLE}\b", after, re.IGNORECASE)
    return goal.of is None or size <= 10 or not of_people


def _is_of_the_goal(noun: str, goal: Goal) -> bool:
    """Whether a noun is for those whom the goal is about, and not for staff beside them."""
    about = " ".join(filter(None, (goal.unit, goal.group, goal.measure))).lower()
    return noun.lower() in about or noun.lower() in ("students", "children", "pupils")


def _percentages(passage: Passage, goal: Goal, amounts: list[Amount], account: Account) -> Iterator[Problem]:
    text = passage.text
    paired = {pair.share_at for pair in pairs(text)}
    criteria = " ".join(getattr(goal, key) or "" for key in _CRITERIA if key != passage.path[-1])
    criteria += f" {account.storyboard.problem or ''}"
    usual = {found["p"] for found in re.finditer(PERCENT, criteria)} | {"100"}
    for found in re.finditer(PERCENT, text):
        after = text[found.end() :]
        if found.start("p") in paired or found["p"] in usual or _OF_THINGS.match(after):
            continue
        if goal.kind is GoalKind.COUNT and not _OF_PEOPLE.match(after):
            continue
        if not _is_share(found["p"], goal, amounts, bound(text, found.start("p"), found.end())):
            yield _not_in_goal(passage, found.start(), found.end(), goal, account)


def _is_share(digits: str, goal: Goal, amounts: list[Amount], how: Bound) -> bool:
    """Whether a percentage is one of the goal's, or one of its counts as a share of the group."""
    share, decimals = Decimal(digits), decimals_of(digits)
    half = Decimal(5).scaleb(-decimals - 1)
    for amount in amounts:
        size = amount.of or goal.of
        if amount.percent and abs(amount.value - share) <= half:
            return True
        counted = not amount.percent and goal.kind is GoalKind.COUNT
        if counted and size and agree(share, decimals, int(amount.value), size, how):
            return True
        if goal.kind is GoalKind.MEAN and amount.value == share:
            return True
    return False


def _not_in_goal(passage: Passage, start: int, end: int, goal: Goal, account: Account) -> Problem:
    known = [("baseline", goal.baseline), ("target", goal.target), ("result", goal.result)]
    told = [
        f"{name} {amount.value:f}{'%' if amount.percent else ''}"
        for name, amount in known
        if amount is not None
    ]
    told += [f"of {goal.of}"] if goal.of else []
    hint = account.advice("Correct the words, or the number in the goal.")
    return Problem(
        "not-in-the-goal",
        passage.place(start, end),
        "{it} is none of the goal’s numbers.",
        f"The goal has {', '.join(told)}. {hint}" if told else hint,
        field=passage.field,
        it=passage.text[start:end],
        stand_in="A number in these words",
        severity=Severity.WARNING,
        public_hint=hint,
    )
