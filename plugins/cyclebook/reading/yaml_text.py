"""YAML text to plain data with places. Scalars stay text; the model's fields read them.

Works from parser events, one at a time and without recursion, so that neither deep
nesting nor an alias bomb can hurt.
"""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import yaml

from cyclebook.model.problem import Place, Problem
from cyclebook.reading.places import Path, Places
from cyclebook.reading.yaml_mending import Mending, diagnose, restore

MAX_DEPTH = 12
MAX_EVENTS = 20_000
MAX_MENDINGS = 25

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class YamlText:
    """Data as nested dicts, lists and text, and where each part stands.

    `lossy` is True where a line had to be left out to read the rest: then a
    missing key is no reproach. `repeated` holds the second values of duplicate
    top-level keys, which deserve a check of their own.
    """

    data: Any
    places: Places
    problems: list[Problem] = field(default_factory=list)
    lossy: bool = False
    repeated: dict[str, Any] = field(default_factory=dict)


class _RefusedError(Exception):
    """A construct that we do not read; stops this file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_yaml(text: str, file: PurePosixPath, first_line: int = 1) -> YamlText:
    """Read `text`, which starts at `first_line` of `file`; go on after a mistake wherever possible."""
    lines = text.split("\n")
    mendings: list[Mending] = []
    problems: list[Problem] = []
    while True:
        try:
            read = _Builder(file, first_line).build("\n".join(lines) + "\n")
        except _RefusedError as refused:
            problems.append(refused.problem)
            return YamlText(None, Places(file), problems, lossy=True)
        except yaml.MarkedYAMLError as error:
            mending = diagnose(error, lines, file, first_line)
            problems.append(mending.problem)
            if mending.lines == lines or len(mendings) >= MAX_MENDINGS:
                return YamlText(None, Places(file), problems, lossy=True)
            lines = mending.lines
            mendings.append(mending)
            continue
        for mending in mendings:
            if mending.nudge:
                read.places.nudged(mending.problem.place.line, mending.nudge)
        read.problems = problems + read.problems
        read.lossy = any(mending.lossy for mending in mendings)
        return read


@dataclass(slots=True)
class _Open:
    """A list or block that is still being read."""

    value: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None


class _Builder:
    """Builds data from the events of one document."""

    def __init__(self, file: PurePosixPath, first_line: int) -> None:
        self.first_line = first_line
        self.read = YamlText(None, Places(file))
        self.stack: list[_Open] = []
        self.second_values = 0
        self.documents = 0

    def build(self, text: str) -> YamlText:
        self.text_lines = text.split("\n")
        for count, event in enumerate(yaml.parse(text, Loader=_Loader)):
            if count > MAX_EVENTS:
                raise _RefusedError(
                    Problem(
                        "too-large",
                        self.place(event),
                        f"This file has more than {MAX_EVENTS:,} parts.",
                        "Split it, or move the weekly rows into a CSV file.",
                    )
                )
            self.take(event)
        return self.read

    def place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        line = self.text_lines[start.line] if start.line < len(self.text_lines) else ""
        stop = end.column if end.line == start.line else len(line.rstrip())
        return Place(
            self.read.places.file,
            start.line + self.first_line,
            start.column + 1,
            max(1, stop - start.column),
        )

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _RefusedError(
                    Problem(
                        "bad-yaml",
                        self.place(event),
                        "The keys end above this line, and others begin here.",
                        "Keep all keys together. Take away a line of ... or --- between them.",
                    )
                )
        if (
            isinstance(event, yaml.AliasEvent)
            or getattr(event, "anchor", None)
            or getattr(event, "tag", None)
        ):
            raise _RefusedError(
                Problem(
                    "yaml-feature",
                    self.place(event),
                    "{it} uses a YAML feature (&, * or !) that storyboards do not need.",
                    "Put the value in quotes, or write it out in full.",
                    it=self.text_lines[event.start_mark.line][event.start_mark.column :][:40],
                )
            )
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
            path = self.put(value, event)
            self.stack.append(_Open(value, path))
            if len(self.stack) > MAX_DEPTH:
                raise _RefusedError(
                    Problem(
                        "too-deep",
                        self.place(event),
                        f"Brackets or indents are nested more than {MAX_DEPTH} deep here.",
                        "A storyboard needs four levels at most. Look for a bracket that is not closed.",
                    )
                )
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()

    def scalar(self, event: Any) -> None:
        plain_and_empty = event.style is None and event.value == ""
        value = None if plain_and_empty else restore(event.value)
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self.key(top, value or "", event)
        else:
            self.put(value, event)

    def key(self, top: _Open, name: str, event: Any) -> None:
        path = (*top.path, name)
        place = self.place(event)
        first = self.read.places.keys.get(path)
        if first and isinstance(top.value, dict) and name in top.value:
            self.read.problems.append(
                Problem(
                    "duplicate-key",
                    place,
                    f"{{it}} stands here a second time; the first is on line {first.line}.",
                    "Keep one of the two and delete the other.",
                    field=".".join(str(part + 1 if isinstance(part, int) else part) for part in path),
                    it=name,
                    stand_in="This key",
                )
            )
            self.second_values += 1
            name = f"{name}\x00{self.second_values}"
            path = (*top.path, name)
        top.key = name
        self.read.places.keys[path] = place

    def put(self, value: Any, event: Any) -> Path:
        if not self.stack:
            self.read.data = value
            return ()
        top = self.stack[-1]
        if isinstance(top.value, list):
            path: Path = (*top.path, len(top.value))
            top.value.append(value)
        elif top.key is None:
            raise _RefusedError(
                Problem(
                    "bad-yaml",
                    self.place(event),
                    "A list or block stands where a key should be.",
                    "Write a key, a colon, a space and a value.",
                )
            )
        else:
            path = (*top.path, top.key)
            top.value[top.key] = value
            top.key = None
        self.read.places.values[path] = self.place(event)
        return path
