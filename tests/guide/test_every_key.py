"""The guide's reference of keys, against the program: what it calls needed is, and its examples are right."""

import copy
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from cyclebook.building import check, usual_paths
from cyclebook.building.guide.fields import EVERY_KEY, key_files
from cyclebook.pages.guide import Key, KeyBlock, KeyFile
from cyclebook.reading.articles import BLOCKS
from small_pictures import picture

FILES = {one.id: one for one in key_files()}


def _path(block: KeyBlock, key: Key) -> str:
    """ "goal.target" in front matter, "fast-facts/facts.label" in a `///` block."""
    path = f"{block.name}.{key.name}" if block.name else key.name
    return f"{block.slashes}/{path}" if block.slashes else path


KEYS = [
    (file, _path(block, key), key)
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
    "cohort privacy.measures.approved": True,
    "cohort privacy.measures.because": False,
    "network privacy.approved": True,
    "network privacy.because": False,
    "network privacy.measures.approved": True,
    "network privacy.measures.because": False,
    "convening time_zone": True,
    "case-study exhibit/team": True,
    "case-study exhibit/cohort": True,
}
"""Keys that are needed now and then: whether they are so in the files that use every key."""


def _write(folder: Path, changed: dict[str, str]) -> None:
    for file in FILES.values():
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(file.id, file.example), "utf-8")
    for photo in ("teams/2026-spring/marlow-creek/wall.jpg", "content/case-studies/meeting.jpg"):
        (folder / photo).parent.mkdir(exist_ok=True)
        (folder / photo).write_bytes(picture())
    for beside in ("teams/schools.csv", "teams/2026-spring/schools.csv"):
        (folder / beside).write_text((EVERY_KEY / "schools.csv").read_text("utf-8"), "utf-8")


def test_files_with_every_key_are_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files that use every key pass the check."""
    _write(tmp_path, {})
    monkeypatch.chdir(tmp_path)

    assert check(usual_paths()).problems == ()


@pytest.mark.parametrize(("file", "path", "key"), KEYS, ids=lambda it: it if isinstance(it, str) else "")
def test_key(file: KeyFile, path: str, key: Key, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key has a sentence and an example; without it a check asks for it if, and only if, it is needed."""
    assert key.about.endswith((".", "?", "!", "”", '"')), key.about
    assert key.example or key.block
    needed = NEEDED_IN_THE_EXAMPLES.get(f"{file.id} {path}", key.needed is not None)
    _write(tmp_path, {file.id: _without(file.example, path)})
    monkeypatch.chdir(tmp_path)

    found = check(usual_paths()).problems

    asked = [problem for problem in found if problem.code == "missing-key"]
    assert bool(asked) == needed, [problem.message for problem in found]


def _without(text: str, path: str) -> str:
    """The file without this key, wherever it stands; "exhibit/team" is a key of a `///` block."""
    slashes, _, keys = path.rpartition("/")
    if not slashes:
        _, front, body = text.split("---\n")
        return f"---\n{_yaml_without(front, keys)}---\n{body}"
    options = re.compile(rf"(?<=/// {slashes}\n)(?:    .*\n)+")
    changed, times = options.subn(lambda found: _indented(_yaml_without(found[0], keys)), text)
    assert times, "the block is in the example"
    return changed


def _yaml_without(text: str, keys: str) -> str:
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - our own file; all stays text
    return yaml.safe_dump(_dropped(copy.deepcopy(data), keys.split(".")), sort_keys=False)


def _indented(options: str) -> str:
    """Options as they stand below the line with the slashes; without any, an empty line."""
    return "".join(f"    {line}\n" for line in options.splitlines() if line != "{}") or "\n"


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


def test_every_block_of_an_article_is_told() -> None:
    """Each kind of `///` block has a table of its keys, with a sentence about the block."""
    told = {block.slashes: block.about for block in FILES["case-study"].blocks if not block.name}

    assert [*told] == ["", *BLOCKS]
    assert all(about.endswith(".") for about in told.values())


def test_choices_and_defaults_are_told() -> None:
    """The words to choose from, and what counts where a key is left out, come from the model."""
    (measures,) = [block for block in FILES["storyboard"].blocks if block.name == "measures"]
    kind = next(key for key in measures.keys if key.name == "kind")
    unit = next(key for key in measures.keys if key.name == "unit")

    assert (kind.choices, kind.default) == (("outcome", "process", "balancing"), "outcome")
    assert (unit.kind, unit.default) == ("words", "students")
