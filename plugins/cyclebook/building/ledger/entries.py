"""The file of the ledger: one line for each fact, in the order in which they were published.

Lines are only ever added. A line that cannot be read stops everything: to pass over it would be to
forget what was published.
"""

import json
import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

from cyclebook.building.ledger.damage import (
    LEDGER,
    LedgerError,
    damaged_line,
    is_merge_mark,
    merge_conflict,
    missing,
    there_already,
    unreadable,
    written_meanwhile,
)
from cyclebook.building.ledger.facts import Fact, Kind
from cyclebook.model.problem import Problem

_KEYS = {"address", "day", "kind", "value"}
_SEEN = "seen"
_VALUES = {
    Kind.COUNT: re.compile(r"-?[0-9]+(\.[0-9]+)?/[1-9][0-9]*"),
    Kind.NUMBER: re.compile(r"-?[0-9]+(\.[0-9]+)?%?"),
    Kind.BAND: re.compile(r"[0-9]{1,2}-[0-9]{1,3}(/[1-9][0-9]*)?"),
    Kind.WORD: re.compile(r"[a-z0-9-]+"),
    Kind.WITHHELD: re.compile(r"[a-z-]+"),
}
"""How a fact of each kind is written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact and the day of the release that published it first.

    `seen` marks, in place of a fact, that a person knows that it was shown and is now hidden.
    """

    fact: Fact
    day: date
    seen: bool = False


@dataclass(frozen=True)
class Ledger:
    """All entries, the oldest first, and the text that they were read from."""

    entries: tuple[Entry, ...] = ()
    text: str = ""

    @cached_property
    def by_address(self) -> dict[str, tuple[Entry, ...]]:
        """The entries of each address, the oldest first."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.fact.address, []).append(entry)
        return {address: tuple(entries) for address, entries in found.items()}

    def latest(self, address: str) -> Fact | None:
        """What was published last at an address."""
        facts = [one.fact for one in self.by_address.get(address, ()) if not one.seen]
        return facts[-1] if facts else None


def read_ledger(path: Path, shown: PurePosixPath = LEDGER) -> Ledger:
    """The ledger in a file; a missing file is an empty one. Problems name the file as `shown`.

    Raises LedgerError for every line that is not an entry, and for a file that cannot be read.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return Ledger()
    except (OSError, UnicodeDecodeError):
        raise LedgerError((unreadable(shown),)) from None
    entries: list[Entry] = []
    problems: list[Problem] = []
    conflict: Problem | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line and number > text.count("\n"):
            continue
        entry = _entry(line)
        if entry is not None:
            entries.append(entry)
        elif is_merge_mark(line):
            conflict = conflict or merge_conflict(shown, number, line)
        else:
            problems.append(damaged_line(shown, number, line))
    if conflict or problems:
        raise LedgerError((*([conflict] if conflict else []), *problems))
    return Ledger(tuple(entries), text)


def ledger_problems(path: Path, shown: PurePosixPath) -> tuple[Problem, ...]:
    """What is wrong with the ledger in a file, for a check; nothing where no such file is."""
    try:
        if path.is_file():
            read_ledger(path, shown)
    except LedgerError as error:
        return error.problems
    return ()


def require_ledger(path: Path, manifest: Path, *, new: bool) -> None:
    """Raises LedgerError where a release went out before, as its `manifest` shows, and there is no ledger.

    With `new` a person says that there was never one. Then one that is there is an error: a word that
    stood in a script for good would be no word.
    """
    if path.exists():
        if new:
            raise LedgerError((there_already(),))
    elif manifest.exists() and not new:
        raise LedgerError((missing(os.path.relpath(manifest)),))


def _entry(line: str) -> Entry | None:
    try:
        data = json.loads(line)
        if not isinstance(data, dict) or set(data) != _KEYS:
            return None
        if not all(isinstance(one, str) for one in data.values()):
            return None
        day = date.fromisoformat(data["day"])
        if data["kind"] == _SEEN:
            return Entry(Fact(data["address"], Kind.WITHHELD, data["value"]), day, seen=True)
        fact = Fact(data["address"], Kind(data["kind"]), data["value"])
        return Entry(fact, day) if _VALUES[fact.kind].fullmatch(fact.value) else None
    except (ValueError, RecursionError):
        return None


def append(path: Path, ledger: Ledger, facts: Iterable[Fact], day: date, *, seen: Iterable[str] = ()) -> int:
    """Add what is new or has changed since `ledger` was read; returns how many lines were added.

    `seen` are the addresses of breaches that a person knows of. The file is replaced in one step, so a
    reader finds the old or the new one. With nothing to add it is not touched, but there is one from the
    first release on: that it is missing later tells that it was lost. Raises LedgerError where the file
    is not the one that `ledger` was read from: another release wrote it meanwhile.
    """
    new = [Entry(fact, day) for fact in sorted(set(facts)) if ledger.latest(fact.address) != fact]
    new += [Entry(Fact(one, Kind.WITHHELD, "shown-before"), day, seen=True) for one in sorted(set(seen))]
    if not new and path.exists():
        return 0
    now = path.read_bytes().decode("utf-8") if path.exists() else ""
    if now != ledger.text:
        raise LedgerError((written_meanwhile(),))
    whole = now if not now or now.endswith("\n") else f"{now}\n"
    _replace(path, whole + "".join(f"{_line(one)}\n" for one in new))
    return len(new)


def _line(entry: Entry) -> str:
    fact = entry.fact
    data = {
        "address": fact.address,
        "day": entry.day.isoformat(),
        "kind": _SEEN if entry.seen else fact.kind.value,
        "value": fact.value,
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
