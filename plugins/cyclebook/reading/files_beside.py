"""A CSV file that a Markdown file names: it lies beside it, in the same folder."""

from pathlib import Path

from cyclebook.model.problem import Place, Problem


def csv_beside(
    name: str, file: Path, place: Place, field: str, *, example: str, save: str
) -> bytes | Problem:
    """The bytes of the CSV file `name` beside `file`; a problem at `place` where there is none.

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
    if path.is_file() and not path.is_symlink():
        return path.read_bytes()
    near = sorted(other.name for other in file.parent.glob("*.csv"))
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
