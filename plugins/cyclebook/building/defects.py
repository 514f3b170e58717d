"""What is said where the program itself fails: no author can use a traceback, and it may hold their words."""

import traceback
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def defect_words(error: Exception) -> str:
    """The kind of an error and the last place of ours on its way, in a sentence without its data."""
    steps = [(Path(step.filename), step.lineno) for step in traceback.extract_tb(error.__traceback__)]
    ours = [(path, line) for path, line in steps if path.is_relative_to(_PACKAGE)]
    where = ""
    if ours:
        path, line = ours[-1]
        where = f" in {path.relative_to(_PACKAGE).as_posix()}, line {line}"
    return (
        f"Cyclebook has a defect: {type(error).__name__}{where}. "
        "Please tell those who make it, with this line. Nothing was written."
    )
