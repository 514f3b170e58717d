"""The guide's reference of keys, against the program: what it calls needed is, and its examples are right."""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from cyclebook.building import check
from cyclebook.building.guide.fields import key_files
from cyclebook.pages.guide import Key, KeyFile

FILES = {one.id: one for one in key_files()}
KEYS = [
    (file, f"{block.name}.{key.name}".lstrip("."), key)
    for file in FILES.values()
    for block in file.blocks
    for key in block.keys
    if key.name != "a measure’s id"
]
NEEDED_IN_THE_EXAMPLES = {
    "storyboard goal.target": False,
    "storyboard goal.better": False,
    "cohort privacy.approved": True,
    "cohort privacy.because": False,
    "network privacy.approved": True,
    "network privacy.because": False,
}
"""Keys that are needed now and then: whether they are so in the files that use every key."""


def _write(folder: Path, changed: dict[str, str]) -> None:
    for file in FILES.values():
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(file.id, file.example), "utf-8")


def test_files_with_every_key_are_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The three files that use every key pass the check."""
    _write(tmp_path, {})
    monkeypatch.chdir(tmp_path)

    assert check([Path("teams")]).problems == ()


@pytest.mark.parametrize(("file", "path", "key"), KEYS, ids=lambda it: it if isinstance(it, str) else "")
def test_key(file: KeyFile, path: str, key: Key, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key has a sentence and an example; without it a check asks for it if, and only if, it is needed."""
    assert key.about.endswith((".", "?", "!", "”", '"')), key.about
    assert key.example or key.block
    needed = NEEDED_IN_THE_EXAMPLES.get(f"{file.id} {path}", key.needed is not None)
    _write(tmp_path, {file.id: _without(file.example, path.split("."))})
    monkeypatch.chdir(tmp_path)

    found = check([Path("teams")]).problems

    asked = [problem for problem in found if problem.code == "missing-key"]
    assert bool(asked) == needed, [problem.message for problem in found]


def _without(text: str, path: list[str]) -> str:
    """The file without this key, wherever it stands."""
    data = yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader)  # noqa: S506 - our own file; all stays text
    return f"---\n{yaml.safe_dump(_dropped(copy.deepcopy(data), path), sort_keys=False)}---\n"


def _dropped(data: Any, path: list[str]) -> Any:
    for one in data if isinstance(data, list) else [data]:
        if isinstance(one, dict) and path[0] in one:
            if len(path) == 1:
                del one[path[0]]
            else:
                _dropped(one[path[0]], path[1:])
    return data


def test_ids_are_unique_and_links_lead_to_blocks() -> None:
    """Every key and block has an id of its own, and a key that holds a block names one of its file."""
    for file in FILES.values():
        blocks = {block.id for block in file.blocks}
        ids = [*blocks, *(key.id for block in file.blocks for key in block.keys)]
        assert len(ids) == len(set(ids))
        assert {key.block for block in file.blocks for key in block.keys if key.block} <= blocks


def test_choices_and_defaults_are_told() -> None:
    """The words to choose from, and what counts where a key is left out, come from the model."""
    (measures,) = [block for block in FILES["storyboard"].blocks if block.name == "measures"]
    kind = next(key for key in measures.keys if key.name == "kind")
    unit = next(key for key in measures.keys if key.name == "unit")

    assert (kind.choices, kind.default) == (("outcome", "process", "balancing"), "outcome")
    assert (unit.kind, unit.default) == ("words", "students")
