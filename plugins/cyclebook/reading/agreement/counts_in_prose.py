"""Counts of the goal's group in titles, tests, notes of weeks and the body, which no field has.

Other words than the goal's are held to account for one thing only: "x of n" where n is the size of the
group. What was predicted is free, since it need not come true; so is what happened in a test, unless it
names a week that has a row.
"""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from cyclebook.model.amounts import Amount
from cyclebook.model.measure import WeekRow
from cyclebook.model.problem import Problem, Severity
from cyclebook.reading.agreement.account import Account
from cyclebook.reading.agreement.numbers_in_text import NUMBER, OTHER_UNIT, Fraction, fractions, number
from cyclebook.reading.agreement.passages import Passage


def check_counts_in_prose(account: Account) -> Iterator[Problem]:
    """Every "x of n" outside the goal, where n is the size of its group and x is in no field."""
    size = account.storyboard.goal.of if account.storyboard.goal else None
    if size is None:
        return
    fields, known = _fields(account, size), _numbers(account, size)
    weeks = {row.week: _weekly(row) for row in account.rows}
    for passage in account.passages():
        if passage.path[:1] == ("goal",) or passage.path[-1:] == ("predict",):
            continue
        for fraction in fractions(passage.text):
            after = passage.text[fraction.end : fraction.end + 80]
            if fraction.size != size or OTHER_UNIT.match(after):
                continue
            week = _week_named(passage.text, fraction.start, fraction.end)
            result_of_test = week is None and passage.path[-1:] == ("happened",)
            if result_of_test or (week is not None and not weeks.get(week)):
                continue
            allowed = weeks[week] | fields if week is not None else known
            if not {fraction.count, size - fraction.count} & allowed:
                yield _nowhere(passage, fraction.words, week, fraction.start, fraction.end, account)


def _nowhere(
    passage: Passage, words: str, week: int | None, start: int, end: int, account: Account
) -> Problem:
    hint = account.advice("Correct it, or write it where it belongs: in weeks, groups or other_results.")
    told = f"{{it}} is not what the row of week {week} says." if week else "{it} stands in no field."
    return Problem(
        "count-in-no-field",
        passage.place(start, end),
        told,
        hint,
        field=passage.field,
        it=words,
        stand_in="A count in these words",
        severity=Severity.WARNING,
    )


def _week_named(text: str, start: int, end: int) -> int | None:
    """The week that stands with a count: "34 of 52 in week 5"."""
    after = re.match(
        r"(?:\s+[\w'’-]+){0,4}?\s+(?:in|by|at|after)\s+week\s+([0-9]{1,2})\b", text[end : end + 80]
    )
    before = re.search(
        r"\b(?:in|by|at|after)\s+week\s+([0-9]{1,2}),?(?:\s+(?!(?:and|but|then)\b)[\w'’-]+){0,3}\s+$",
        text[max(0, start - 80) : start],
        re.I,
    )
    found = after or before
    return int(found[1]) if found else None


def _weekly(row: WeekRow) -> set[int]:
    return {int(value.value) for value in row.values.values() if isinstance(value, Amount)}


def _fields(account: Account, size: int) -> set[int]:
    """The numbers of the goal, its groups, what was counted beside them, and what was predicted."""
    board = account.storyboard
    blocks: list[BaseModel] = [*board.groups, *board.other_results, *board.follow_up, *board.measures]
    blocks += [board.goal, *board.goal.revised] if board.goal else []
    found = set[int]()
    for block in blocks:
        for name in type(block).model_fields:
            value = getattr(block, name)
            several = list(value.values()) if isinstance(value, dict) else [value]
            for one in several:
                if isinstance(one, Amount):
                    share = one.value * size / 100
                    found |= {int(share), int(share) + 1} if one.percent else {int(one.value)}
                elif isinstance(one, int) and not isinstance(one, bool):
                    found.add(one)
    for test in board.tests:
        found |= {fraction.count for fraction in fractions(test.predict or "")}
        found |= {fraction.count for fraction in _of_no_week(test.happened or "")}
    return found


def _of_no_week(text: str) -> Iterator[Fraction]:
    """The counts that name no week: no row could hold them, so they stand for themselves."""
    for fraction in fractions(text):
        if _week_named(text, fraction.start, fraction.end) is None:
            yield fraction


def _numbers(account: Account, size: int) -> set[int]:
    """Every number of the fields and of the weekly rows, and those in the words about the group."""
    known = _fields(account, size)
    for row in account.rows:
        known |= _weekly(row)
    goal = account.storyboard.goal
    group = f"{goal.group or ''} {goal.chosen or ''}" if goal else ""
    return known | {number(found[0]) for found in re.finditer(rf"\b{NUMBER}\b", group, re.IGNORECASE)}
