"""A file with front matter, opened and read into its model."""

from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from cyclebook.model.problem import Problem, Severity
from cyclebook.reading.blocks import Validated, validate
from cyclebook.reading.front_matter import FrontMatter, read_front_matter
from cyclebook.reading.places import Places
from cyclebook.reading.plain_text import MAX_MARKDOWN
from cyclebook.reading.regular_files import read_file

ModelOfFile = TypeVar("ModelOfFile", bound=BaseModel)


def has_error(problems: list[Problem]) -> bool:
    """True where one of them is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def open_front_matter(path: Path, shown: PurePosixPath, missing_hint: str = "") -> FrontMatter:
    """Front matter and body of a file; one that is missing, too large or no plain file is a problem."""
    content = read_file(path, shown, MAX_MARKDOWN, missing_hint)
    if isinstance(content, Problem):
        return FrontMatter(shown, None, Places(shown), problems=[content])
    return read_front_matter(content, shown)


def validated(
    model: type[ModelOfFile], front: FrontMatter, problems: list[Problem]
) -> Validated[ModelOfFile] | None:
    """The front matter as a model, with all that is wrong in it; None where there is none to read."""
    problems.extend(front.problems)
    if front.data is None:
        return None
    read = validate(model, front.data, front.places, lossy=front.lossy)
    problems.extend(read.problems)
    return read
