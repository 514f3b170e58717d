"""YAML text to plain data with places. Scalars stay text; the model's fields read them.

Works from parser events, one at a time and without recursion, so that neither deep
nesting nor an alias bomb can hurt.
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

import yaml

from cyclebook.model.problem import Place, Problem
from cyclebook.reading.mending import Mending, masked, restore
from cyclebook.reading.places import Comma, Path, Places, dotted
from cyclebook.reading.plain_text import hidden_character, is_unseen
from cyclebook.reading.yaml_habits import mend_rows, mend_wide_spaces
from cyclebook.reading.yaml_mending import diagnose
from cyclebook.reading.yaml_tabs import mend_tab, told_by_tab

MAX_DEPTH = 12
MAX_EVENTS = 20_000
MAX_ITEMS = 500
MAX_VALUE = 10_000
MAX_MENDINGS = 25

_HASH = re.compile(r"\s*#[^\s#]")
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
    """A construct that we do not read. It stops this file, unless it is a mere sign before a value."""

    def __init__(self, problem: Problem, *, sign: bool = False) -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.sign = sign


def read_yaml(text: str, file: PurePosixPath, first_line: int = 1) -> YamlText:
    """Read `text`, which starts at `first_line` of `file`; go on after a mistake wherever possible."""
    lines = written = text.split("\n")
    mendings: list[Mending] = []
    lines, problems = mend_wide_spaces(lines, file, first_line)

    def corrected(place: Place) -> Place:
        for mending in reversed(mendings):
            place = mending.corrected(place)
        last = len(written[min(place.line - first_line, len(written) - 1)])
        return replace(place, column=min(place.column, last + 1))

    def report(problem: Problem) -> Problem:
        return replace(problem, place=corrected(problem.place))

    for mending in mend_rows(lines, file, first_line):
        problems.append(report(mending.problem))
        lines = mending.lines
        mendings.append(mending)
    while True:
        try:
            read = _Builder(file, first_line).build("\n".join(lines) + "\n")
        except _RefusedError as refused:
            mending = _without_sign(refused, lines, first_line)
        except yaml.MarkedYAMLError as error:
            mending = mend_tab(error, lines, file, first_line) or diagnose(error, lines, file, first_line)
        else:
            read.problems = [*problems, *map(report, read.problems)]
            read.places.correct(corrected)
            read.lossy = any(mending.lossy for mending in mendings)
            return read
        if not told_by_tab(mending.problem, problems):
            problems.append(report(mending.problem))
        if mending.lines == lines or len(mendings) >= MAX_MENDINGS:
            return YamlText(None, Places(file), problems, lossy=True)
        lines = mending.lines
        mendings.append(mending)


def _without_sign(refused: _RefusedError, lines: list[str], first_line: int) -> Mending:
    """Lines in which a sign before a value is part of the value."""
    place = refused.problem.place
    mended = lines.copy()
    if refused.sign:
        line = place.line - first_line
        mended[line] = masked(lines[line], place.column - 1)
    return Mending(refused.problem, mended)


@dataclass(slots=True)
class _Open:
    """A list or block that is still being read."""

    value: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    flow: bool = False
    """True inside braces."""


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
                    it=self.text_lines[event.start_mark.line][event.start_mark.column :],
                ),
                sign=isinstance(event, (yaml.AliasEvent, yaml.ScalarEvent)),
            )
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
            path = self.put(value, event)
            self.stack.append(_Open(value, path, flow=bool(event.flow_style)))
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
        if not event.style:
            self.cut_short(event)
        plain_and_empty = not event.style and event.value == ""
        value = None if plain_and_empty else self.seen(restore(self.short(event)), event)
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self.key(top, value or "", event)
        else:
            self.put(value, event)

    def cut_short(self, event: Any) -> None:
        """Report a # that ends a value, where it is no comment by the look of it."""
        line, column = event.end_mark.line, event.end_mark.column
        found = _HASH.match(self.text_lines[line], column) if line < len(self.text_lines) else None
        if found:
            place = Place(self.read.places.file, line + self.first_line, found.end() - 1)
            self.read.problems.append(
                Problem(
                    "needs-quotes",
                    place,
                    "What stands after # counts as a comment and is not read.",
                    "Put the whole value in quotes. For a comment, put a space after #.",
                )
            )

    def short(self, event: Any) -> str:
        """The value; its beginning where it is longer than any page could show."""
        if len(event.value) <= MAX_VALUE:
            return str(event.value)
        told = f"This value has more than {MAX_VALUE:,} characters."
        hint = "Shorten it, or move it below the keys, where the text stands."
        self.read.problems.append(Problem("too-large", self.place(event), told, hint))
        return str(event.value[:100])

    def seen(self, value: str, event: Any) -> str:
        """The value without hidden characters, which quotes with a backslash can bring in."""
        odd = [one for one in value if is_unseen(one)]
        if not odd or event.style != '"':
            return value
        self.read.problems.append(hidden_character(odd[0], self.place(event)))
        return "".join(" " if is_unseen(one) else one for one in value)

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
                    field=dotted(path),
                    it=name,
                    stand_in="This key",
                )
            )
            self.second_values += 1
            name = f"{name}\x00{self.second_values}"
            path = (*top.path, name)
        if top.flow and isinstance(top.value, dict) and top.value:
            self.cut_by_comma(top.value, path, event)
        top.key = name
        self.read.places.keys[path] = place

    def cut_by_comma(self, block: dict[str, Any], path: Path, event: Any) -> None:
        """Note the comma before a key in braces that has no colon: it may cut a value in two."""
        line, start, end = event.start_mark.line, event.start_mark.column, event.end_mark.column
        text = self.text_lines[line] if line == event.end_mark.line < len(self.text_lines) else ""
        before = list(block)[-1]
        column = text.rfind(",", 0, start)
        if not event.style and column >= 0 and not text[end:].lstrip().startswith(":"):
            place = Place(self.read.places.file, line + self.first_line, column + 1)
            comma = Comma(place, before.partition("\x00")[0], str(block[before] or ""))
            self.read.places.commas[path] = self.read.places.commas.get((*path[:-1], before)) or comma

    def put(self, value: Any, event: Any) -> Path:
        if not self.stack:
            self.read.data = value
            return ()
        top = self.stack[-1]
        if isinstance(top.value, list):
            path: Path = (*top.path, len(top.value))
            top.value.append(value)
            if len(top.value) > MAX_ITEMS:
                told = f"This list has more than {MAX_ITEMS} items."
                raise _RefusedError(Problem("too-large", self.place(event), told, "Take some out."))
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
