"""A CSV file that a Markdown file names: it lies beside it, in the same folder."""

from pathlib import Path, PurePosixPath

from cyclebook.model.problem import Place, Problem
from cyclebook.reading.plain_text import MAX_CSV
from cyclebook.reading.regular_files import is_file, read_file

_NAMED = 10


def csv_beside(
    name: str, file: Path, shown: PurePosixPath, place: Place, field: str, *, example: str, save: str
) -> bytes | Problem:
    """The bytes of the CSV file `name` beside `file`, `shown` in problems; one at `place` if there is none.

    `example` is a good name for it, and `save` says where to put it.
    """
    if "/" in name or "\\" in name or not name.endswith(".csv"):
        return Problem(
            "bad-path",
            place,
            "{it} is not the name of a CSV file beside this one.",
            f"Write the file's name only: {example}",
            field=field,
            it=name,
        )
    path = file.parent / name
    if is_file(path):
        return read_file(path, shown.parent / name, MAX_CSV)
    near = sorted(other.name for other in file.parent.glob("*.csv") if other.name.isprintable())[:_NAMED]
    return Problem(
        "missing-file",
        place,
        "There is no file {it} beside this one.",
        f"CSV files here: {', '.join(near)}" if near else save,
        field=field,
        it=name,
        stand_in="with this name",
        public_hint=save,
    )
