"""Which type of block stands at a path of a file, and which keys it has."""

from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from cyclebook.reading.places import Path


@lru_cache(maxsize=1024)
def known_keys(model: type[BaseModel], path: Path) -> frozenset[str]:
    """The keys that may stand in the block at `path`."""
    return frozenset(block_at(model, path).model_fields)


def block_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The type of the block at `path`, or of the one around the value there."""
    here: type[BaseModel] = model
    for step in path:
        if isinstance(step, str):
            here = block_of(here.model_fields[step].annotation) or here
    return here


def block_of(annotation: Any) -> type[BaseModel] | None:
    """The block type inside an annotation such as `list[Member] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(
        (found for inner in getattr(annotation, "__args__", ()) if (found := block_of(inner))),
        None,
    )
