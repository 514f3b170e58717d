"""The options of a `///` block: from their lines to the model, with every mistake at its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from cyclebook.model.block import Block
from cyclebook.model.near_values import did_you_mean
from cyclebook.model.problem import Place, Problem
from cyclebook.reading.article_body import WrittenBlock
from cyclebook.reading.blocks import validate
from cyclebook.reading.places import Places
from cyclebook.reading.yaml_text import read_yaml

_Options = TypeVar("_Options", bound=Block)


@dataclass(frozen=True, slots=True)
class ReadOptions(Generic[_Options]):
    """What could be read of a block's options, their places, and the data as written."""

    value: _Options | None
    places: Places
    data: Mapping[str, Any]


def read_options(
    written: WrittenBlock,
    models: Mapping[str, type[_Options]],
    file: PurePosixPath,
    problems: list[Problem],
) -> ReadOptions[_Options] | None:
    """The options of a block; None for a block that is not known or has no keys and values at all."""
    model = models.get(written.name)
    if model is None:
        problems.append(_unknown(written, list(models)))
        return None
    yaml = read_yaml(written.options.text, file, written.options.line)
    problems.extend(yaml.problems)
    if yaml.data is not None and not isinstance(yaml.data, dict) and not yaml.problems:
        problems.append(
            Problem(
                "wrong-shape",
                Place(file, written.options.line, 5),
                "The options of a block are keys and values.",
                "Write one key a line, four spaces in: title: What a coach does",
            )
        )
        return None
    data = yaml.data if isinstance(yaml.data, dict) else {}
    read = validate(model, data, yaml.places, lossy=yaml.lossy or bool(yaml.problems))
    problems.extend(_placed(read.problems, written, file))
    return ReadOptions(read.value, read.places, data)


def _placed(problems: list[Problem], written: WrittenBlock, file: PurePosixPath) -> Iterator[Problem]:
    """Problems of the block as a whole stand at its name."""
    nowhere = Place(file)
    for problem in problems:
        yield replace(problem, place=written.place) if problem.place == nowhere else problem


def _unknown(written: WrittenBlock, names: list[str]) -> Problem:
    # Compared with underscores, as `did_you_mean` writes the words it is given.
    near = did_you_mean(written.name.replace("-", "_"), [name.replace("-", "_") for name in names])
    known = f"Blocks are: {', '.join(names)}"
    return Problem(
        "unknown-block",
        written.place,
        "There is no block {it}.",
        f"Did you mean {near.replace('_', '-')}?" if near else known,
        it=written.name,
        stand_in="with this name",
        public_hint=known,
    )
