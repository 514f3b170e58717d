"""A key of a list's row that stands further left than the first key of its row.

```
tests:
  - idea: Breakfast in class
  weeks: [3, 5]
```
"""

import re

from cyclebook.model.problem import LONGEST_QUOTE, Problem
from cyclebook.reading.mending import Mending, Spot

_KEY = re.compile(r"(?P<indent> *)(?P<key>[A-Za-z][\w-]*):(?:\s|$)")
_ROW = re.compile(r"(?P<indent> *)(?P<sign>- +)(?P<key>[A-Za-z][\w-]*):(?:\s|$)")


def key_left_of_row(lines: list[str], spot: Spot) -> Mending | None:
    """The key at which a parser gave up, and those that follow in its column, moved under their row."""
    found = _KEY.match(lines[spot.line])
    row = found and _row_above(lines, spot.line, len(found["indent"]))
    if not found or not row:
        return None
    indent = len(found["indent"])
    spaces = row.start("key") - indent
    mended = lines.copy()
    moved = list(_block(lines, spot.line, indent))
    for line in moved:
        mended[line] = f"{' ' * spaces}{lines[line]}"
    problem = Problem(
        "bad-indent",
        spot.place(spot.line, indent, len(found["key"])),
        "This line is indented less than the row that it stands in.",
        f"Indent it as far as {row['key'][:LONGEST_QUOTE]} above, or less if it is not part of that row.",
        public_hint="Indent it as far as the first key of the row, or less if it is not part of that row.",
    )
    rows = tuple(line + spot.first_line for line in moved)
    return Mending(problem, mended, nudge=indent, spaces=spaces, rows=rows)


def _row_above(lines: list[str], line: int, indent: int) -> re.Match[str] | None:
    """The row whose hyphen stands no further right than `indent` and whose first key does."""
    for above in reversed(lines[:line]):
        row = _ROW.match(above)
        if row and len(row["indent"]) <= indent:
            return row if indent < row.start("key") else None
        comment = above.lstrip().startswith("#")
        if above.strip() and not comment and len(above) - len(above.lstrip()) <= indent:
            return None
    return None


def _block(lines: list[str], first: int, indent: int) -> list[int]:
    """The lines from `first` on that are indented by `indent` or more, up to the next row."""
    found = [first]
    for line in range(first + 1, len(lines)):
        text = lines[line]
        own = len(text) - len(text.lstrip())
        if text.strip() and (own < indent or (own == indent and text.lstrip().startswith("-"))):
            break
        if text.strip():
            found.append(line)
    return found
