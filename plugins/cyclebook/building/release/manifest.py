"""The list of a release: every file with its SHA-256, so that anyone can tell whether a site is whole."""

import hashlib
import json
import os
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PureWindowsPath
from typing import Any

import cyclebook
from cyclebook.building.errors import CyclebookError
from cyclebook.model.file_kinds import PAGES, ending

MANIFEST = "manifest.json"
_FORM = 1


class ManifestError(CyclebookError):
    """There is no list of the release, or it cannot be read."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A release: the day it is as of, the SHA-256 of each file by path, and pages of an earlier release.

    `kept` has the address of each page that was taken over, and the day it was last made from its file.
    `rules` has a number for the privacy rules of each cohort, by its address: it changes when they do.
    """

    as_of: date
    files: Mapping[str, str]
    kept: Mapping[str, date] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    program: str = cyclebook.__version__

    @classmethod
    def of(
        cls, folder: Path, as_of: date, kept: Mapping[str, date], rules: Mapping[str, str] | None = None
    ) -> "Manifest":
        """The manifest of a finished tree. Its own file is not in the list."""
        return cls(as_of, {name: _sum(path) for name, path in files_of(folder)}, kept, rules or {})

    @property
    def release(self) -> str:
        """The release's own number: the same for the same files, whenever they were made."""
        listed = "".join(f"{self.files[name]}  {name}\n" for name in sorted(self.files))
        return hashlib.sha256(listed.encode("utf-8", "surrogateescape")).hexdigest()

    @property
    def pages(self) -> frozenset[str]:
        """The pages by path."""
        return frozenset(name for name in self.files if ending(name) in PAGES)

    def write(self, folder: Path) -> None:
        """Write `manifest.json` into a tree: sorted, so that the same files give the same bytes."""
        told = {
            "form": _FORM,
            "program": f"cyclebook {self.program}",
            "as_of": self.as_of.isoformat(),
            "release": self.release,
            "kept": {address: day.isoformat() for address, day in sorted(self.kept.items())},
            "rules": dict(sorted(self.rules.items())),
            "files": {name: self.files[name] for name in sorted(self.files)},
        }
        (folder / MANIFEST).write_text(f"{json.dumps(told, indent=1)}\n", "utf-8")

    def differences(self, folder: Path) -> tuple[str, ...]:
        """What is not as this release left it, a line for each file, sorted by path; empty where all is."""
        there = dict(files_of(folder))
        told = {name: f"{name} is missing." for name in self.files.keys() - there.keys()}
        told |= {name: f"{name} is not part of the release." for name in there.keys() - self.files.keys()}
        for name in self.files.keys() & there.keys():
            if _sum(there[name]) != self.files[name]:
                told[name] = f"{name} has been changed."
        return tuple(_shown(told[name]) for name in sorted(told))


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a site. Raises `ManifestError` where there is none, or one that does not add up."""
    path = folder / MANIFEST
    try:
        told = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ManifestError(f"{folder} has no {MANIFEST}. Only `cyclebook build` writes one.") from None
    except (OSError, ValueError, RecursionError):
        raise ManifestError(f"{path} cannot be read.") from None
    manifest = _read(told)
    if manifest is None or manifest.release != told.get("release"):
        raise ManifestError(
            f"{path} has been changed: its list does not add up to the number of the release."
        )
    if not all(map(_is_inside, manifest.files)):
        raise ManifestError(f"{path} has been changed: it lists a file that cannot be in a site.")
    return manifest


def holds_a_release(folder: Path) -> bool:
    """True for the folder of a site that `cyclebook build` has published."""
    return (folder / MANIFEST).is_file()


def _is_inside(name: str) -> bool:
    """True for a plain path below a folder, on every system: a list by another hand may name any file."""
    plain = name != "." and posixpath.normpath(name) == name and not name.startswith(("/", "../"))
    return (
        plain and name != ".." and "\\" not in name and "\0" not in name and not PureWindowsPath(name).drive
    )


def _read(told: Any) -> Manifest | None:
    try:
        return Manifest(
            date.fromisoformat(told["as_of"]),
            {str(name): str(summed) for name, summed in told["files"].items()},
            {str(address): date.fromisoformat(day) for address, day in told["kept"].items()},
            {str(address): str(rules) for address, rules in told["rules"].items()},
            str(told["program"]).removeprefix("cyclebook "),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder but its manifest, by path, sorted; a link counts as a file."""
    for place, folders, names in os.walk(folder):
        linked = [name for name in folders if (Path(place) / name).is_symlink()]
        folders[:] = sorted(set(folders) - set(linked))
        for name in sorted([*names, *linked]):
            path = Path(place) / name
            shown = path.relative_to(folder).as_posix()
            if shown != MANIFEST:
                yield shown, path


def _sum(path: Path) -> str:
    """The SHA-256 of a file's bytes; of a link, that of where it points, which no file has."""
    if path.is_symlink():
        return f"link {path.readlink()}"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _shown(line: str) -> str:
    """A line that neither breaks a report nor steers a terminal."""
    return "".join(one if one.isprintable() else "�" for one in line)
