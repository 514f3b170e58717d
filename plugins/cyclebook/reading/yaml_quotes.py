"""Values in quotes that end too early, by an apostrophe or a mark within, or not at all."""

import re

import yaml

from cyclebook.model.problem import LONGEST_QUOTE, Problem
from cyclebook.reading.mending import Mending, Quoted, Spot, masked

_KEY_OR_ROW = re.compile(r"\s*(?:- .*|-|[A-Za-z][\w-]*:(?:\s.*)?)")
_KEY_BEFORE = re.compile(r"(?:^|[\s{,])([A-Za-z][\w-]*):\s+$")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def last_quoted(lines: list[str]) -> Quoted | None:
    """The last value in quotes that a parser reads before it gives up."""
    last = None
    try:
        for event in yaml.parse("\n".join(lines) + "\n", Loader=_Loader):
            if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"'):
                start, end = event.start_mark, event.end_mark
                if start is None or end is None:
                    continue
                last = Quoted(event.style, start.line, start.column, end.line, end.column)
    except yaml.MarkedYAMLError:
        return last
    return None


def early_end(lines: list[str], spot: Spot) -> Mending | None:
    """Words after the end of a value in quotes: 'teacher's homework', or a quote opened far above."""
    quoted = spot.quoted
    if quoted is None or quoted.last_line != spot.line or quoted.end > spot.column:
        return None
    rest = lines[spot.line][quoted.end :]
    if lines[spot.line][quoted.end : spot.column].strip() or re.match(r"\s*[\w-]+:\s", rest):
        return None
    if quoted.line < spot.line and _KEY_OR_ROW.fullmatch(lines[quoted.line + 1]):
        return _never_closed(lines, spot, quoted.line, quoted.column)
    return _closed_early(lines, spot, quoted)


def _closed_early(lines: list[str], spot: Spot, quoted: Quoted) -> Mending:
    text, end = lines[spot.line], quoted.end
    before = text[: end - 1]
    apostrophe = quoted.sign == "'" and before[-1:].isalnum() and text[end : end + 1].isalnum()
    message = "The quoted words end here, but more words follow."
    other = "single" if quoted.sign == '"' else "double"
    hint = public = f"Put one pair of quotes around the whole value. Inside it, write {other} ones."
    if apostrophe:
        message = "This apostrophe ends the quoted words."
        key = _KEY_BEFORE.search(lines[quoted.line][: quoted.column])
        hint = public = "Put the whole value in double quotes."
        if '"' in text[quoted.column :] or quoted.line < spot.line:
            hint = public = "Put the whole value in double quotes, and use none inside."
        elif key:
            hint = f'Put the whole value in double quotes: {key[1][:LONGEST_QUOTE]}: "…"'
    problem = Problem("quote-ends-early", spot.place(spot.line, end - 1), message, hint, public_hint=public)
    in_braces = "expected ','" in spot.said
    last = re.compile(rf"{quoted.sign}(?=\s*[,}}\]])" if in_braces else rf"{quoted.sign}(?=\s*(?:\s#.*)?$)")
    closing = last.search(text, end)
    mended = lines.copy()
    stop = closing.start() if closing else len(text)
    inner = [column for column in range(end - 1, stop) if text[column] == quoted.sign]
    for column in inner:
        mended[spot.line] = masked(mended[spot.line], column)
    if in_braces and not closing:
        mended[quoted.line] = masked(mended[quoted.line], quoted.column)
    elif not closing and quoted.line == spot.line:
        mended[spot.line] = f"{mended[spot.line].rstrip()}{quoted.sign}"
    return Mending(problem, mended)


def open_quote(lines: list[str], spot: Spot) -> Mending | None:
    """A quote that is still open at the end of the file."""
    if "end of stream" not in spot.said and "document indicator" not in spot.said:
        return None
    text = lines[spot.began]
    value = re.search(r":\s+([\"'])", text) or re.search(r"([\"'])", text)
    return _never_closed(lines, spot, spot.began, value.start(1)) if value else None


def _never_closed(lines: list[str], spot: Spot, line: int, column: int) -> Mending:
    problem = Problem(
        "open-quote",
        spot.place(line, column),
        "A quotation mark opens here and is never closed.",
        "Close it at the end of the value, or take it away.",
    )
    text = lines[line]
    mended = lines.copy()
    in_braces = re.search(r"[{\[]", text[:column]) is not None
    mended[line] = masked(text, column) if in_braces else f"{text.rstrip()}{text[column]}"
    return Mending(problem, mended)
