"""What a YAML error means to a teacher, and how to read on after it.

A mistake in one line must not hide the mistakes in the others. So each error is
diagnosed, the line is mended or left out in memory, and the text is read again.
"""

import re
from pathlib import PurePosixPath

import yaml

from cyclebook.model.problem import LONGEST_QUOTE, Problem
from cyclebook.reading.mending import Mending, Spot, left_out, masked
from cyclebook.reading.yaml_quotes import early_end, last_quoted, open_quote
from cyclebook.reading.yaml_row_indents import key_left_of_row

_KEY_WITHOUT_SPACE = re.compile(r"(\s*(?:- )*)([A-Za-z][\w-]*):(?=[^\s:/])")
_KEY = re.compile(r"\s*(?:- )*[{\[]?\s*[\w\"'][^:]*:(\s|$)")
_SIGN_BEFORE_WORDS = re.compile(r"(\s*(?:- )*[A-Za-z][\w-]*:\s+)([-|>?])\s+\S")
_EQUALS = re.compile(r"\s*(?:- +)*(?P<key>[A-Za-z][\w-]*) *(?P<sign>=) *(?P<value>[^\s=:][^:]*)")
_LONE_HYPHEN = re.compile(r":\s+(-)(?=\s*(?:[,}\]]|$))")


def wrong_line(error: yaml.MarkedYAMLError, lines: list[str]) -> int:
    """The line, from 0, at which a parser gave up."""
    mark = error.problem_mark or error.context_mark
    return min(mark.line, len(lines) - 1) if mark else 0


def diagnose(error: yaml.MarkedYAMLError, lines: list[str], file: PurePosixPath, first_line: int) -> Mending:
    """Name the mistake behind a parser's error and give lines that can be read further."""
    mark = error.problem_mark or error.context_mark
    line = wrong_line(error, lines)
    began = min(error.context_mark.line, len(lines) - 1) if error.context_mark else line
    began_column = error.context_mark.column if error.context_mark else 0
    spot = Spot(
        error.problem or "",
        line,
        mark.column if mark else 0,
        began,
        began_column,
        file,
        first_line,
        last_quoted(lines),
    )
    for rule in (
        early_end,
        _lone_hyphen,
        _colon_without_space,
        _colon_in_value,
        open_quote,
        _open_bracket,
        _sign_first,
        key_left_of_row,
        _equals_sign,
        _no_colon,
    ):
        mending = rule(lines, spot)
        if mending:
            return mending
    return left_out(
        lines,
        spot.line if lines[spot.line].strip() else spot.began,
        Problem(
            "bad-yaml",
            spot.place(spot.line, spot.column),
            "This line cannot be read.",
            "Check the indent, the colon and the quotes, here and on the line above.",
        ),
    )


def _colon_without_space(lines: list[str], spot: Spot) -> Mending | None:
    for line in (spot.began, spot.line - 1, spot.line):
        found = _KEY_WITHOUT_SPACE.match(lines[line]) if line >= 0 else None
        if found:
            column = found.end()
            mended = lines.copy()
            mended[line] = f"{lines[line][:column]} {lines[line][column:]}"
            problem = Problem(
                "bad-colon",
                spot.place(line, column - 1),
                "{it} has no space after the colon.",
                f"Put a space there: {found[2]}: …",
                it=found[2],
                stand_in="This key",
                public_hint="Put a space there, for example target: 40",
            )
            return Mending(problem, mended, nudge=column, spaces=1)
    return None


def _colon_in_value(lines: list[str], spot: Spot) -> Mending | None:
    text = lines[spot.line]
    if text[spot.column : spot.column + 1] != ":" or not _KEY.match(text[: spot.column]):
        return None
    mended = lines.copy()
    mended[spot.line] = masked(text, spot.column)
    key = re.search(r"(?<![\w-])([\w-]{1,60}):\s+([“”„«‘’]?)[^:]*$", text[: spot.column])
    quotes = "straight quotes" if key and key[2] else "double quotes"
    advice = f"Put the whole value in {quotes}"
    problem = Problem(
        "bad-colon",
        spot.place(spot.line, spot.column),
        "This line has a second colon, which would begin a new key.",
        f'{advice}: {key[1]}: "…"' if key else f"{advice}.",
        public_hint=f"{advice}.",
    )
    return Mending(problem, mended)


def _open_bracket(lines: list[str], spot: Spot) -> Mending | None:
    if "expected ','" not in spot.said:
        return None
    text = lines[spot.began]
    sign = text[spot.began_column : spot.began_column + 1]
    if sign not in ("{", "["):
        return None
    closing = "}" if sign == "{" else "]"
    mended = lines.copy()
    wrong_one = spot.line == spot.began and lines[spot.line][spot.column : spot.column + 1] in ("}", "]")
    if spot.line == spot.began and spot.column > spot.began_column and not wrong_one:
        return None  # a column before the bracket is the end of the file
    problem = Problem(
        "open-bracket",
        spot.place(spot.began, spot.began_column),
        f"The bracket {sign} opens here and is not closed.",
        f"Close it with {closing} {'before the next bracket' if wrong_one else 'at the end of the line'}.",
    )
    if wrong_one:
        mended[spot.line] = f"{text[: spot.column]}{closing}{text[spot.column :]}"
        return Mending(problem, mended, nudge=spot.column + 1, spaces=1)
    mended[spot.began] = f"{text.rstrip().removesuffix(',')}{closing}"
    return Mending(problem, mended)


def _lone_hyphen(lines: list[str], spot: Spot) -> Mending | None:
    """A hyphen in place of a number: "on-time: -"."""
    text = lines[spot.line]
    found = next(
        (one for one in _LONE_HYPHEN.finditer(text) if one.start(1) <= spot.column <= one.end() + 1), None
    )
    if not found:
        return None
    mended = lines.copy()
    mended[spot.line] = f"{text[: found.start(1)]}n/d{text[found.end(1) :]}"
    problem = Problem(
        "needs-quotes",
        spot.place(spot.line, found.start(1)),
        "A hyphen alone is not a value.",
        "Write n/d where nothing was counted. Elsewhere, leave the key out.",
    )
    return Mending(problem, mended, nudge=found.start(1) + 1, spaces=2)


def _sign_first(lines: list[str], spot: Spot) -> Mending | None:
    text, column = lines[spot.line], spot.column
    before_words = _SIGN_BEFORE_WORDS.match(text)
    if before_words and column >= before_words.start(2):
        column = before_words.start(2)
    elif "cannot start any token" not in spot.said:
        return None
    sign = text[column : column + 1]
    if not sign or ord(sign) > 127:
        return None
    mended = lines.copy()
    mended[spot.line] = masked(text, column)
    problem = Problem(
        "needs-quotes",
        spot.place(spot.line, column),
        f"A value cannot begin with {sign} unless it stands in quotes.",
        "Put the whole value in quotes.",
    )
    return Mending(problem, mended)


def _equals_sign(lines: list[str], spot: Spot) -> Mending | None:
    """An equals sign in place of the colon: "baseline = 31"."""
    for line in (spot.began, _line_above(lines, spot.line), spot.line):
        found = _EQUALS.fullmatch(lines[line]) if line is not None else None
        if found and line is not None:
            column, spaces = found.start("sign"), int(found.start("value") == found.end("sign"))
            value = found["value"].rstrip()
            meant = f"{found['key']}: {value if len(value) < LONGEST_QUOTE else '…'}"
            mended = lines.copy()
            mended[line] = f"{lines[line][:column]}:{' ' * spaces}{lines[line][column + 1 :]}"
            problem = Problem(
                "bad-colon",
                spot.place(line, column),
                "An equals sign stands here in place of a colon.",
                f"Write {meant}",
                public_hint="Write a key, a colon, a space and a value, for example target: 40",
            )
            return Mending(problem, mended, nudge=column + 1, spaces=spaces)
    return None


def _no_colon(lines: list[str], spot: Spot) -> Mending | None:
    above = _line_above(lines, spot.line)
    for line in (spot.began, above):
        if line is not None and lines[line].strip() and ":" not in lines[line] and line != spot.line:
            indent = len(lines[line]) - len(lines[line].lstrip())
            problem = Problem(
                "bad-colon",
                spot.place(line, indent, len(lines[line].strip())),
                "This line has no colon.",
                "Write a key, a colon, a space and a value, for example title: On time for breakfast",
            )
            return left_out(lines, line, problem)
    if "mapping values" in spot.said and above is not None:
        indent = len(lines[spot.line]) - len(lines[spot.line].lstrip())
        problem = Problem(
            "bad-indent",
            spot.place(spot.line, indent),
            "This line is indented further than the lines around it.",
            "Keys that belong together begin in the same column.",
        )
        return left_out(lines, spot.line, problem)
    return None


def _line_above(lines: list[str], line: int) -> int | None:
    """The nearest line above that is neither empty nor a comment."""
    return next((one for one in range(line - 1, -1, -1) if lines[one].split("#")[0].strip()), None)
